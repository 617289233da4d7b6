"""`kiosk outbox` and `kiosk portal` as a technician types them, against a running portal."""

import base64
import hashlib
import json

import pytest
import typer
from typer.testing import CliRunner

from config.loading import load_settings
from kiosk.commands.outbox import outbox_app
from kiosk.commands.portal import portal_app
from tests.fakes.dossiers import MARKERS, Room
from tests.portal.reference_portal.protocol import ticket

app = typer.Typer()
app.add_typer(outbox_app, name="outbox")
app.add_typer(portal_app, name="portal")


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def home(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("KIOSK_HOME", str(home))
    return home


@pytest.fixture
def connected(home, reference_portal):
    (home / "settings.toml").write_text(f'[portal]\nurl = "{reference_portal.url}"\n', encoding="utf-8")
    return reference_portal


@pytest.fixture
def two_waiting(home):
    room = Room(home / "demo")
    dossiers = [room.submit(token) for token in "ab"]
    room.close()
    return dossiers


def test_the_list_names_what_waits_and_nothing_declared(home, two_waiting):
    done = run("outbox", "list")

    assert done.exit_code == 0
    assert "PK 900 000 002-39" in done.output
    assert "2 waiting" in done.output
    assert not any(marker in done.output for marker in MARKERS)


def test_while_a_kiosk_runs_the_command_names_its_process(home):
    room = Room(home / "demo")

    done = run("outbox", "list", "--json")

    room.close()
    assert done.exit_code == 1
    assert "the kiosk is running" in json.loads(done.stderr)["error"]


def test_the_export_holds_the_very_bytes_that_are_sealed(home, two_waiting, tmp_path):
    done = run("outbox", "export", tmp_path / "out.jsonl", "--json")

    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert json.loads(done.stdout)["exported"] == 2
    assert [row["receipt_no"] for row in rows] == [dossier.receipt_no for dossier in two_waiting]
    assert all(hashlib.sha256(base64.b64decode(row["body"])).hexdigest() == row["sha256"] for row in rows)


def test_a_wrong_number_is_not_retried(home):
    done = run("outbox", "retry", "PK 900 000 002-38")

    assert done.exit_code == 1
    assert "Read the number from the slip once more" in done.stderr


def test_sync_sends_what_waits(connected, two_waiting):
    done = run("portal", "sync", "--json")

    assert json.loads(done.stdout)["waiting"] == 0
    assert len(connected.storage.find()) == 2


def test_what_the_portal_refused_is_retried_by_number(connected, two_waiting):
    connected.faults.plan("413")
    run("portal", "sync")

    done = run("outbox", "retry", "--json")
    again = run("portal", "sync", "--json")

    assert json.loads(done.stdout) == {"retried": 1}
    assert json.loads(again.stdout)["sent"] == 2


def test_status_says_who_answers(connected):
    done = run("portal", "status")

    assert done.exit_code == 0
    assert "reference-portal-1 answers" in done.output


def test_a_login_page_in_between_is_called_one(connected):
    connected.faults.plan("html", where="^GET ")

    done = run("portal", "status")

    assert done.exit_code == 1
    assert "is not our portal" in done.stderr


def test_enrolling_twice_is_enrolling_once(connected):
    assert run("portal", "enrol", "--json").stdout == run("portal", "enrol", "--json").stdout


def test_an_unknown_code_is_refused_by_name(connected):
    done = run("portal", "enrol", "7K3M-9QXP")

    assert done.exit_code == 1
    assert "enrolment_code_unknown" in done.stderr


def test_a_scanned_code_makes_a_live_kiosk_whose_hall_is_not_the_trials(home, connected):
    fleet = connected.protocol.fleet
    text = ticket(connected.url, fleet.new_code("H26.01.01", "Điểm số 1"), connected.protocol.own)

    done = run("portal", "enrol", text, "--json")
    again = run("portal", "enrol", text, "--json")
    sent = run("portal", "sync", "--json")

    settings = load_settings(home).settings
    assert json.loads(done.stdout)["kiosk_no"] == 1
    assert done.stdout == again.stdout
    assert json.loads(sent.stdout.splitlines()[-1])["line"] == "online"
    assert (settings.kiosk.mode, settings.hall.ward) == ("live", "")
    assert fleet.blocks(fleet.kiosks()[0].kiosk_id)[0].first == 110_000_001


def test_a_code_that_cannot_be_used_says_what_to_do(connected):
    done = run("portal", "enrol", "hello")

    assert done.exit_code == 1
    assert "Scan the QR of the portal once more" in done.stderr


def test_a_qr_of_another_portal_is_refused_in_words(home, connected):
    code = connected.protocol.fleet.new_code("H26.01.01", "Điểm số 1")
    said = json.loads(ticket(connected.url, code, connected.protocol.own)) | {"keys_sha256": "0" * 64}

    done = run("portal", "enrol", json.dumps(said))

    assert done.exit_code == 1
    assert "not the portal the QR was made for" in done.stderr
    assert not (home / "enrolled" / "enrolment.json").exists()
