"""The technician's work with touches on the real kiosk; settings are read back from the file."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from kiosk.domain.staff import Role, StaffPerson
from kiosk.ports.sticks import Stick, StickRefused, StickTrouble
from kiosk.services.machine_desk import ReachablePrinter
from offline_cache import usb_sticks
from offline_cache.audit_file import AuditFile
from tests.ui.screens.citizen import scene_rect
from tests.ui.screens.lanes_done import after_staff
from tests.ui.screens.staff_stops import enter


@pytest.fixture
def technician(open_kiosk, tmp_path, monkeypatch):
    monkeypatch.setattr(usb_sticks, "ROOTS", (tmp_path / "media",))
    kiosk = open_kiosk()
    enter(kiosk)
    kiosk.kiosk.way.start("tech_setup")
    kiosk.settle()
    return kiosk


def settings(citizen):
    return tomllib.loads((citizen.home / "settings.toml").read_text("utf-8"))


def test_a_card_measures_the_panel(technician):
    technician.touch("row-card")
    for name in ("grow10", "grow10", "shrink1"):
        technician.touch(name)
    card = technician.find("card")
    density = card.width() / 85.6
    assert abs(card.height() - 53.98 * density) < 1
    technician.touch("fits")
    after_staff(technician)

    assert technician.screen_name() == "tech_height"
    assert settings(technician)["screen"]["px_per_mm"] == pytest.approx(density, abs=0.001)
    technician.touch("bar-tech_setup")
    technician.see(f"{density:.3f} điểm ảnh một mm".replace(".", ","))


def test_the_touch_test_tells_how_far_off_the_finger_was(technician):
    technician.touch("row-touch")
    off_px = round(2 * technician.kiosk.shell.pxPerMm)
    for _ in range(9):
        middle = scene_rect(technician.find("cross")).center()
        technician.strike_at(QPointF(middle.x() + off_px, middle.y()))
        technician.settle()

    technician.see("Tốt, lệch nhiều nhất 2,0 mm")
    technician.touch("again")
    technician.touch("bar-tech_setup")
    technician.see("Lệch nhiều nhất 2,0 mm")


def test_height_name_and_language_go_into_the_settings(technician):
    technician.touch("row-height")
    technician.dial("9999")
    technician.touch("next")
    technician.see("từ 0 đến 1500")
    technician.touch("pad-clear")
    technician.dial("780")
    technician.touch("next")
    after_staff(technician)
    technician.kiosk.way.start("tech_setup")
    technician.open("tech_name")
    technician.type("sanh")
    technician.touch("key-submit")
    after_staff(technician)
    technician.kiosk.way.start("tech_setup")
    technician.open("tech_language")
    technician.touch("row-en")
    after_staff(technician)

    assert settings(technician) == {
        "screen": {"lower_edge_mm": 780},
        "kiosk": {"name": "sanh", "language": "en"},
    }
    entries = AuditFile(technician.home).latest(10)
    assert {entry.about for entry in entries} == {
        "screen.lower_edge_mm = 780",
        "kiosk.name = sanh",
        "kiosk.language = en",
    }


def test_the_machine_looks_at_itself_worst_first(technician):
    technician.touch("bar-tech_check")
    after_staff(technician)

    technician.see("Kiểm tra:")
    rows = technician.kiosk.way.current.view_model.property("rows").rows
    order = {"error": 0, "warning": 1, "success": 2}
    weights = [order[row.pigment] for row in rows]
    assert weights == sorted(weights)
    assert len(rows) == 10
    assert technician.reads("Nhật ký người dùng")


def test_a_changed_log_of_acts_shows_in_the_check(technician):
    technician.kiosk.staff.machine.set("kiosk.name", "số 2", lambda _refusal: None)
    after_staff(technician)
    log = technician.home / "staff" / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace("số 2".encode(), "số 3".encode()))

    technician.touch("bar-tech_check")
    after_staff(technician)

    technician.see("Nhật ký bị sửa hoặc mất")


def test_the_log_goes_to_a_stick_or_that_is_said(technician, tmp_path):
    technician.touch("bar-tech_check")
    after_staff(technician)
    technician.touch("secondary")
    after_staff(technician)
    technician.see("Chưa thấy thẻ USB")

    (tmp_path / "media" / "THE").mkdir(parents=True)
    (tmp_path / "media" / "THE" / "x.json").write_text("{}")
    technician.touch("secondary")
    after_staff(technician)

    technician.see("Đã chép vào thẻ THE")
    technician.see("Bây giờ ông/bà rút thẻ được.")
    assert list((tmp_path / "media" / "THE").glob("nhat-ky-*.log"))


class Refusing:
    """One stick that says no, and counts how often it was asked."""

    def __init__(self, trouble):
        self.trouble, self.asked = trouble, 0

    def found(self):
        return (Stick(folder=Path("media/THE"), name="THE"),)

    def write(self, _stick, _name, _content):
        self.asked += 1
        raise StickRefused(self.trouble, "seen")


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (StickTrouble.FULL, "Xoá bớt tệp trên thẻ rồi làm lại."),
        (StickTrouble.PROTECTED, "Gạt khoá trên thẻ, hoặc dùng thẻ khác."),
        (StickTrouble.GONE, "Tệp chưa chép xong. Cắm thẻ rồi làm lại."),
        (StickTrouble.UNKNOWN, "Xem tệp trên thẻ THE trước khi dùng."),
    ],
)
def test_a_stick_that_does_not_take_the_log_says_why_and_what_to_do(technician, trouble, words):
    technician.kiosk.staff.machine._sticks = Refusing(trouble)
    technician.touch("bar-tech_check")
    after_staff(technician)
    technician.touch("secondary")
    after_staff(technician)

    technician.see(words)
    assert "Đã chép" not in " ".join(technician.texts())


def test_the_log_is_copied_once_however_often_it_is_asked_for_meanwhile(technician):
    sticks = technician.kiosk.staff.machine._sticks = Refusing(StickTrouble.FULL)
    technician.touch("bar-tech_check")
    after_staff(technician)
    page = technician.kiosk.way.current.view_model
    page.secondary()
    page.secondary()
    after_staff(technician)

    assert sticks.asked == 1


def test_the_test_page_comes_out(technician):
    technician.touch("bar-tech_printers")
    technician.touch("primary")
    technician.until(lambda: bool(technician.paper()), "the page")

    technician.see("Đã gửi tờ giấy")


def test_a_found_printer_is_chosen_then_used_at_once(technician, monkeypatch):
    found = (ReachablePrinter(driver="escpos_usb", address="04b8:0202", label="USB printer"),)
    monkeypatch.setattr(technician.kiosk.staff.machine._tools, "printers", lambda: found)
    technician.touch("bar-tech_printers")
    technician.touch("secondary")
    after_staff(technician)
    technician.touch("row-04b8:0202")
    technician.see("Chọn ở dưới")
    assert not (technician.home / "settings.toml").exists()
    technician.touch("primary")
    after_staff(technician)

    assert settings(technician)["printer"] == {"address": "04b8:0202", "driver": "escpos_usb"}
    technician.see("Đã đổi, dùng từ bây giờ")
    technician.see("escpos_usb 04b8:0202")
    assert technician.kiosk.live_printer.in_use is not technician.kiosk.printer


def test_staff_do_not_see_the_technicians_pages(technician):
    enter(technician, StaffPerson(name="Trần Thu Hà", role=Role.STAFF))
    technician.kiosk.way.start("staff_today")
    technician.settle()

    assert not technician.shows("bar-tech_check")
    with pytest.raises(PermissionError):
        technician.kiosk.way.go("tech_check")
