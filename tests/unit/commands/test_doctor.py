"""`kiosk doctor`: every fault that can be met is called by its name, with something to type."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from config.update_root import DEMO_ROOT
from kiosk.cli import app
from kiosk.commands import doctor, doctor_checks
from kiosk.commands.doctor_checks import Checkup
from kiosk.commands.doctor_findings import Finding, State
from kiosk.commands.update import repository_of
from offline_cache.catalogue_store import CatalogueStore
from offline_cache.trust.anchor import pin_root
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import Room
from tests.trust.city_repository import CityRepository, new_keys

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def checkup(home: Path) -> Checkup:
    return Checkup(home=home, clock=FakeClock())


def _write(home: Path, settings: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text(settings, "utf-8")


def _one(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


def test_a_new_machine_has_no_problem_and_nothing_is_made_on_it(checkup: Checkup, home: Path) -> None:
    _offline = [check for title, check in doctor_checks.CHECKS if title not in {"screen", "portal", "clock"}]

    findings = [finding for check in _offline for finding in check(checkup)]

    assert [finding for finding in findings if finding.state is not State.OK] == []
    assert not home.exists()


def test_qt_letters_and_english_are_tried_in_a_process_of_their_own(
    checkup: Checkup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)

    found = {finding.what: finding for finding in doctor_checks.check_screen(checkup)}

    assert found["Qt"].state is State.OK
    assert found["Letters"].meaning == "4 cuts of Noto Sans"
    assert found["Display"].state is State.WARNING
    assert found["English"].state in {State.OK, State.PROBLEM}


def test_a_platform_that_cannot_start_ends_the_other_process_only(
    checkup: Checkup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")

    finding = _one(doctor_checks.check_screen(checkup))

    assert finding.state is State.PROBLEM
    assert "no-such-platform" in finding.meaning
    assert "make setup" in finding.todo


def test_an_untested_pyside6_is_a_problem(checkup: Checkup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_checks, "QT_VERSION", "6.99.0")

    found = {finding.what: finding.state for finding in doctor_checks.check_programs(checkup)}

    assert found == {"Python": State.OK, "PySide6": State.PROBLEM}


def test_a_bad_settings_file_is_named_with_line_key_and_value(checkup: Checkup, home: Path) -> None:
    _write(home, "[printer]\npaper_mm = 72\n")

    finding = _one(doctor_checks.check_settings(checkup))

    assert finding.state is State.PROBLEM
    assert "settings.toml:2: printer.paper_mm = 72" in finding.meaning
    assert finding.todo == "kiosk config check"


def test_a_ward_without_a_name_is_asked_for_one(checkup: Checkup, home: Path) -> None:
    _write(home, '[kiosk]\nmode = "guide"\n')

    finding = _one(doctor_checks.check_settings(checkup))

    assert finding.state is State.WARNING
    assert finding.todo.startswith("kiosk config set hall.ward")


@pytest.mark.parametrize(
    ("free_bytes", "state"), [(10_000_000, State.PROBLEM), (500_000_000, State.WARNING), (10**11, State.OK)]
)
def test_a_disk_that_fills_up_is_told_before_it_is_full(
    checkup: Checkup, monkeypatch: pytest.MonkeyPatch, free_bytes: int, state: State
) -> None:
    class Usage:
        free = free_bytes

    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage)

    assert _one(doctor_checks.check_home(checkup)).state is state


def test_a_home_that_cannot_be_written_is_a_problem(
    checkup: Checkup, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _place, _mode: False)

    missing = _one(doctor_checks.check_home(checkup))
    home.mkdir()
    finding = _one(doctor_checks.check_home(checkup))

    assert finding.state is State.PROBLEM
    assert finding.todo == f'sudo chown -R "$USER" {home}'
    # Never a word that would give away the folder above, which may be /var/lib.
    assert missing.todo == f'sudo install -d -o "$USER" {home}'


def test_the_live_catalogue_is_read_page_by_page(checkup: Checkup, home: Path) -> None:
    version = CatalogueStore(home / "catalogue").build_starter()

    finding = _one(doctor_checks.check_catalogue(checkup))

    assert finding.state is State.OK
    assert version in finding.meaning


def test_an_accepted_catalogue_that_is_damaged_is_told_though_the_kiosk_goes_on(
    checkup: Checkup, home: Path, tmp_path: Path
) -> None:
    store = CatalogueStore(home / "catalogue")
    row = {"code": "1.000001", "name": "Thủ tục thử", "field": "Hộ tịch", "ward_served": True}
    (tmp_path / "new.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    version = store.stage_file(tmp_path / "new.jsonl").version
    store.apply(version, accepted_by="Nguyễn Lan", accepted_at="2026-11-24T08:00:00+07:00")
    path = home / "catalogue" / "versions" / f"{version}.sqlite"
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-4096])

    finding = _one(doctor_checks.check_catalogue(checkup))

    assert finding.state is not State.OK
    assert "kiosk catalogue import" in finding.todo


def test_a_running_kiosk_holds_the_outbox_and_that_is_fine(checkup: Checkup, home: Path) -> None:
    room = Room(home / "demo")

    finding = _one(doctor_checks.check_outbox(checkup))
    room.close()

    assert finding.state is State.OK
    assert str(os.getpid()) in finding.meaning


def test_slips_that_were_put_aside_are_told(checkup: Checkup, home: Path) -> None:
    room = Room(home / "demo")
    room.submit("a")
    item = room.files.outbox.claim_next(room.now_ms)
    assert item is not None
    room.files.outbox.park(item.dossier_id, problem="content_wrong")
    room.close()

    finding = _one(doctor_checks.check_outbox(checkup))

    assert finding.state is State.WARNING
    assert finding.todo == "kiosk outbox list"


def test_a_damaged_outbox_is_a_problem_that_the_next_start_mends(checkup: Checkup, home: Path) -> None:
    Room(home / "demo").close()
    (home / "demo" / "outbox.db").write_bytes(b"\xff" * 8192)

    finding = _one(doctor_checks.check_outbox(checkup))

    assert finding.state is State.PROBLEM
    assert "Start the kiosk" in finding.todo


def test_a_printer_nobody_reaches_is_a_problem(checkup: Checkup, home: Path) -> None:
    _write(home, '[printer]\ndriver = "escpos_network"\naddress = "127.0.0.1:9"\n')

    finding = _one(doctor_checks.check_printer(checkup))

    assert finding.state is State.PROBLEM
    assert "unreachable" in finding.meaning


def test_a_printer_address_that_is_none_is_a_problem(checkup: Checkup, home: Path) -> None:
    _write(home, '[printer]\ndriver = "escpos_network"\naddress = "host:port"\n')

    assert _one(doctor_checks.check_printer(checkup)).state is State.PROBLEM


def test_no_portal_is_a_warning_because_everything_waits(checkup: Checkup, home: Path) -> None:
    _write(home, '[portal]\nurl = ""\n')

    finding = _one(doctor_checks.check_portal(checkup))

    assert finding.state is State.WARNING
    assert "wait" in finding.meaning


def test_a_portal_out_of_reach_is_a_warning_because_nothing_is_lost(checkup: Checkup, home: Path) -> None:
    _write(home, '[portal]\nurl = "http://127.0.0.1:9"\n')

    finding = _one(doctor_checks.check_portal(checkup))

    assert finding.state is State.WARNING
    assert "nothing is lost" in finding.meaning


def test_a_portal_that_answers_lends_its_clock(checkup: Checkup, home: Path, reference_portal) -> None:
    _write(home, f'[portal]\nurl = "{reference_portal.url}"\n')

    portal = _one(doctor_checks.check_portal(checkup))
    clock = _one(doctor_checks.check_clock(checkup))

    assert portal.state is State.OK
    assert "differs from the portal's" in clock.meaning or "from the portal's" in clock.meaning


def test_updates_say_whose_key_is_trusted_and_until_when_they_hold(home: Path, tmp_path: Path) -> None:
    clock = FakeClock()
    checkup = Checkup(home=home, clock=clock)
    assert "trial keys only" in _one(doctor_checks.check_updates(checkup)).meaning
    city = CityRepository(
        tmp_path / "usb", new_keys(), now=clock.now().astimezone(UTC).replace(microsecond=0)
    )
    city.create()
    pin_root(home / "updates", city.root_sha256(), demo_root=DEMO_ROOT.read_bytes())
    repository_of(home, checkup.loaded.settings, clock).fetch(str(city.folder))

    finding = _one(doctor_checks.check_updates(checkup))
    assert (finding.state, finding.meaning) == (State.OK, "signed until 22/02/2027")

    clock.advance(80 * 24 * 3600)
    finding = _one(doctor_checks.check_updates(checkup))
    assert (finding.state, finding.todo) == (State.WARNING, "kiosk update fetch")


def test_a_kiosk_that_only_guides_and_trusts_no_city_is_told(checkup: Checkup, home: Path) -> None:
    _write(home, '[kiosk]\nmode = "guide"\n')

    assert "kiosk update trust" in _one(doctor_checks.check_updates(checkup)).todo


def test_a_clock_of_another_age_is_a_problem(home: Path) -> None:
    _write(home, '[portal]\nurl = ""\n')
    clock = FakeClock()
    clock.set_wall(datetime(1970, 1, 1, 8, 0, tzinfo=HANOI))

    finding = _one(doctor_checks.check_clock(Checkup(home=home, clock=clock)))

    assert finding.state is State.PROBLEM
    assert "01/01/1970" in finding.meaning


def test_every_finding_that_is_not_fine_says_what_to_type(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(home, '[printer]\ndriver = "escpos_network"\naddress = "127.0.0.1:9"\n[portal]\nurl = ""\n')
    monkeypatch.setenv("KIOSK_HOME", str(home))
    monkeypatch.setattr(doctor, "CHECKS", _all_but_the_screen())

    done = CliRunner().invoke(app, ["doctor", "--json"])

    said = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (said["problems"], said["warnings"]) == (1, 1)
    assert all(row["todo"] for row in said["findings"] if row["state"] != "ok")


def test_warnings_alone_end_well_and_a_person_reads_a_table(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(home, '[portal]\nurl = ""\n')
    monkeypatch.setenv("KIOSK_HOME", str(home))
    monkeypatch.setattr(doctor, "CHECKS", _all_but_the_screen())

    done = CliRunner().invoke(app, ["doctor"])

    assert done.exit_code == 0
    assert "0 problems, 1 warnings" in done.stdout
    assert "What to do" in done.stdout


def _all_but_the_screen() -> tuple[tuple[str, doctor_checks.Check], ...]:
    return tuple((title, check) for title, check in doctor_checks.CHECKS if title != "screen")
