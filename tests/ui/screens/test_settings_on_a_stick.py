"""T3 with touches: one machine's settings go to a stick, another looks through them and takes them."""

import tomllib

import pytest

from offline_cache import usb_sticks
from offline_cache.audit_file import AuditFile
from tests.ui.screens.lanes_done import after_staff
from tests.ui.screens.staff_stops import PERSON, enter

FIRST = """
[kiosk]
name = "số 1"
[hall]
ward = "Phường Mẫu"
notices = ["Sáng thứ Bảy nghỉ"]
[printer]
driver = "escpos_network"
address = "192.0.2.9"
paper_mm = 58
[screen]
rotation = 90
"""
SECOND = '[kiosk]\nname = "số 2"\n[printer]\naddress = "192.0.2.10"\n'


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "media" / "THE"
    folder.mkdir(parents=True)
    (folder / "any.csv").write_text("x")
    monkeypatch.setattr(usb_sticks, "ROOTS", (tmp_path / "media",))
    return folder


@pytest.fixture
def machine(open_kiosk, tmp_path, stick):
    def start(name, written):
        home = tmp_path / name
        home.mkdir()
        (home / "settings.toml").write_text(written, "utf-8")
        kiosk = open_kiosk(home=home)
        enter(kiosk)
        kiosk.kiosk.way.start("tech_update")
        kiosk.settle()
        kiosk.touch("row-files")
        after_staff(kiosk)
        return kiosk

    return start


def exported(machine, stick):
    first = machine("first", FIRST)
    first.touch("primary")
    after_staff(first)
    first.see("Đã chép vào thẻ THE")
    return next(stick.glob("*.kiosk-settings"))


def settings(citizen):
    return tomllib.loads((citizen.home / "settings.toml").read_text("utf-8"))


def test_one_machines_settings_are_looked_through_and_taken_on_another(machine, stick):
    file = exported(machine, stick)
    second = machine("second", SECOND)
    second.touch(f"row-file:{file}")
    after_staff(second)

    second.see("Sẽ đổi 7 cài đặt")
    second.see("Khoá của máy ghi:")
    second.see("printer.paper_mm")
    second.see("80 → 58")
    assert settings(second) == tomllib.loads(SECOND)
    second.touch("primary")
    after_staff(second)

    taken = settings(second)
    assert taken["hall"]["notices"] == ["Sáng thứ Bảy nghỉ"]
    assert taken["printer"] == {"driver": "escpos_network", "paper_mm": 58, "address": "192.0.2.10"}
    assert taken["kiosk"]["name"] == "số 2"
    assert "rotation" not in taken.get("screen", {})
    second.see("Đã dùng cài đặt mới")
    entry = AuditFile(second.home).latest(1)[0]
    assert (entry.who, entry.act) == (PERSON.name, "configuration_taken")


def test_what_was_before_comes_back_after_being_asked_about_once_more(machine, stick):
    file = exported(machine, stick)
    second = machine("second", SECOND)
    assert not second.shows("row-back")
    second.touch(f"row-file:{file}")
    after_staff(second)
    second.touch("primary")
    after_staff(second)
    second.touch("row-back")
    second.see("Chắc chắn")
    assert settings(second) != tomllib.loads(SECOND)
    second.touch("row-back")
    after_staff(second)

    assert settings(second) == tomllib.loads(SECOND)
    second.see("Đã về cài đặt trước")
    assert not second.shows("row-back")


def test_a_file_that_was_changed_after_signing_is_refused(machine, stick):
    file = exported(machine, stick)
    file.write_bytes(file.read_bytes().replace(b"paper_mm = 58", b"paper_mm = 80"))
    second = machine("second", SECOND)
    second.touch(f"row-file:{file}")
    after_staff(second)

    second.see("Không dùng được tệp này")
    second.see("was changed after it was signed")
    assert settings(second) == tomllib.loads(SECOND)


def test_looking_through_changes_nothing_when_it_is_left(machine, stick):
    file = exported(machine, stick)
    second = machine("second", SECOND)
    second.touch(f"row-file:{file}")
    after_staff(second)
    second.touch("secondary")
    after_staff(second)

    assert second.screen_name() == "tech_config"
    assert settings(second) == tomllib.loads(SECOND)


def test_without_a_stick_that_is_said(machine, stick):
    (stick / "any.csv").unlink()
    second = machine("second", SECOND)
    second.see("Chưa thấy tệp cài đặt nào")
    second.touch("primary")
    after_staff(second)

    second.see("Chưa thấy thẻ USB")
