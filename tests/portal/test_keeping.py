"""Looking after the portal as an operator does: copy, put back, rotate, revoke."""

import base64
import json
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from offline_cache.portal_key_list import read_portal_keys
from tests.end_to_end.test_care import Cared
from tests.end_to_end.test_enrolment import Enrolled, enrolled, qr
from tests.fakes.dossiers import Room
from tests.portal.__main__ import main
from tests.portal.fixtures import running
from tests.portal.reference_portal.keeping import held
from tests.portal.reference_portal.storage import History


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "portal"


def run(*arguments):
    return main([str(argument) for argument in arguments])


def test_a_portal_put_back_gets_everything_again_once(tmp_path, folder, capsys):
    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Enrolled(tmp_path / "home", portal.url)
        kept = kiosk.submit("a")
        kiosk.sync.start()
        assert run("backup", "--data", folder, "--to", tmp_path / "copies") == 0
        lost = kiosk.submit("b")
        kiosk.sync.nudge()
        assert kiosk.sync.state().waiting == 0
    (copy,) = (tmp_path / "copies").iterdir()

    assert run("restore", "--data", folder, "--from", copy) == 0
    with running(folder, port=portal.port) as again:
        kiosk.sync.nudge()
        numbers = {row.receipt_no for row in again.storage.find()}

    assert numbers == {kept.receipt_no, lost.receipt_no}
    assert kiosk.sync.state().waiting == 0
    assert History.read(folder / "history.json").epoch == 2
    assert "Lịch sử 2, giữ đến 1." in capsys.readouterr().out
    kiosk.close()


def test_two_copies_make_what_both_hold_durable_and_an_older_one_says_it_breaks_the_promise(
    tmp_path, folder, capsys
):
    with running(folder) as portal:
        run("backup", "--data", folder, "--to", tmp_path / "copies")
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Enrolled(tmp_path / "home", portal.url)
        kiosk.submit("a")
        kiosk.sync.start()
        for _ in range(2):
            run("backup", "--data", folder, "--to", tmp_path / "copies")
        kiosk.close()
    assert History.read(folder / "history.json").durable_through == 1

    run("restore", "--data", folder, "--from", min((tmp_path / "copies").iterdir()))

    assert "cũ hơn lời hứa" in capsys.readouterr().out


def test_a_damaged_copy_is_not_put_back(tmp_path, folder, capsys):
    with running(folder):
        pass
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"rubbish" * 500)

    assert run("restore", "--data", folder, "--from", broken) == 1
    assert "broken.db" in capsys.readouterr().err
    assert (folder / "portal.db").exists()


def test_new_keys_are_added_and_old_ones_stay(folder, capsys):
    with running(folder):
        pass

    run("rotate", "--data", folder)

    found = json.loads((folder / "private_keys.json").read_text("utf-8"))
    assert set(found["acknowledging"]) == {"ack-1", "ack-2"}
    assert "ack-2" in capsys.readouterr().out


def test_a_revoked_kiosk_is_named_by_its_number(tmp_path, folder, capsys):
    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))

    assert run("revoke", "--data", folder, "--kiosk", "0001") == 0
    assert run("revoke", "--data", folder, "--kiosk", "0002") == 1
    assert "0 máy khớp" in capsys.readouterr().err


def test_the_enrolment_code_is_printed_as_qr_and_as_text(folder, capsys):
    with running(folder):
        pass

    run("enrol", "--data", folder, "--url", "https://portal.example")

    said = capsys.readouterr().out
    assert "█" in said
    assert '"url":"https://portal.example"' in said


@pytest.mark.parametrize(
    "command",
    [
        ("backup", "--to", "copies"),
        ("restore", "--from", "copy.db"),
        ("rotate",),
        ("take", "--file", "rows.json"),
        ("revoke", "--kiosk", "0001"),
        ("order", "--kiosk", "0001", "--kind", "resume_intake"),
        ("enrol",),
    ],
)
def test_a_mistyped_folder_is_named_and_becomes_no_second_portal(tmp_path, capsys, command):
    wrong = tmp_path / "portl"

    assert run(*command, "--data", wrong) == 1

    assert str(wrong) in capsys.readouterr().err
    assert not wrong.exists()
    with pytest.raises(SystemExit):
        run(*command)


def test_nothing_is_put_back_under_a_running_portal(tmp_path, folder, capsys):
    with running(folder):
        run("backup", "--data", folder, "--to", tmp_path / "copies")
    (copy,) = (tmp_path / "copies").iterdir()

    with held(folder):
        assert run("restore", "--data", folder, "--from", copy) == 1
        assert "đang chạy" in capsys.readouterr().err
        assert History.read(folder / "history.json").epoch == 1
    assert run("restore", "--data", folder, "--from", copy) == 0


def test_the_public_list_to_be_signed_and_published_lies_beside_the_private_keys(folder, capsys):
    with running(folder):
        pass
    run("rotate", "--data", folder)

    listed = read_portal_keys((folder / "portal-keys.json").read_bytes(), place="list")

    assert str(folder / "portal-keys.json") in capsys.readouterr().out
    assert listed.acknowledging_key("ack-2") is not None
    private = json.loads((folder / "private_keys.json").read_text("utf-8"))
    secret = {*private["sealing"].values(), *private["acknowledging"].values()}
    assert not [key for key in secret if key in (folder / "portal-keys.json").read_text("utf-8")]


def test_an_order_left_by_an_operator_is_carried_out_with_the_next_report(tmp_path, folder, capsys):
    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Cared(tmp_path / "home")
        wanted = ("order", "--data", folder, "--kiosk", "0001", "--kind")
        assert run(*wanted, "pause_intake", "--until", "2026-12-01T08:00") == 0
        kiosk.beat()
        paused_ms = kiosk.files.care.paused_until_ms()
        assert run(*wanted, "resume_intake") == 0
        kiosk.beat()
        resumed_ms = kiosk.files.care.paused_until_ms()
        kiosk.close()

    assert datetime.fromtimestamp(paused_ms / 1000, tz=UTC).isoformat() == "2026-12-01T01:00:00+00:00"
    assert resumed_ms == 0
    assert run(*wanted, "pause_intake", "--until", "mai") == 1
    assert run(*wanted, "resend_after") == 1
    assert "--seq" in capsys.readouterr().err


def test_what_a_kiosk_exported_is_taken_from_a_file_once(tmp_path, folder, capsys, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    with running(folder) as portal:
        enrolled(tmp_path / "home", qr(portal))
        kiosk = Enrolled(tmp_path / "home")
        number = kiosk.submit("a").receipt_no
        kiosk.close()
    file = tmp_path / "rows.json"
    assert CliRunner().invoke(app, ["outbox", "export", str(file)]).exit_code == 0
    take = ("take", "--data", folder, "--file", file)

    assert run(*take) == 0
    assert run(*take) == 0

    said = capsys.readouterr().out
    assert "1 phiếu, lời nhắn mới; 0 đã có; 0 không nhận." in said
    assert "0 phiếu, lời nhắn mới; 1 đã có; 0 không nhận." in said
    with running(folder) as portal:
        assert [row.receipt_no for row in portal.storage.find()] == [number]


def test_a_changed_row_and_a_strangers_row_are_not_taken_and_the_next_one_is(tmp_path, folder, capsys):
    with running(folder):
        pass
    room = Room(tmp_path / "stranger")
    room.submit("a")
    (item,) = room.files.outbox.unsent()
    room.close()
    row = {"sha256": item.sha256, "body": base64.b64encode(item.body).decode()}
    file = tmp_path / "rows.json"
    shapeless = json.dumps({"header": {"dossier_id": 1}}).encode()
    wrong = {"sha256": sha256(shapeless).hexdigest(), "body": base64.b64encode(shapeless).decode()}
    file.write_text("\n".join(["{", json.dumps(row | {"sha256": "0"}), json.dumps(row), json.dumps(wrong)]))

    assert run("take", "--data", folder, "--file", file) == 0
    said = capsys.readouterr().out
    assert "dòng 1: không đọc được" in said
    assert "dòng 2: đã bị thay đổi" in said
    assert "dòng 3: không máy nào" in said
    assert "dòng 4: không đúng mẫu" in said
    run("take", "--data", folder, "--file", file, "--unknown")
    assert "1 phiếu, lời nhắn mới" in capsys.readouterr().out
    assert run("take", "--data", folder, "--file", tmp_path / "none") == 1
