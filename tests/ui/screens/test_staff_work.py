"""Staff's work with touches on the real kiosk: new data from a stick, notices, closed counters, figures."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

from kiosk.domain.print_documents import DocumentKind
from offline_cache import usb_sticks
from offline_cache.audit_file import AuditFile
from offline_cache.catalogue_store import CatalogueStore
from tests.fakes.sheets import a_short_sheet
from tests.fakes.small_catalogues import row, write_rows
from tests.ui.screens import taps
from tests.ui.screens.lanes_done import after_staff
from tests.ui.screens.staff_stops import PERSON, enter, with_diff

NEW_NAME = "Cấp giấy phép thả diều"


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "media" / "PHUONG"
    folder.mkdir(parents=True)
    monkeypatch.setattr(usb_sticks, "ROOTS", (tmp_path / "media",))
    return folder


@pytest.fixture
def staff(stick, citizen):
    """Somebody has entered and sees the day."""
    enter(citizen)
    citizen.kiosk.way.start("staff_today")
    citizen.settle()
    return citizen


def wait_long(happened):
    deadline = QDeadlineTimer(90_000)
    while not happened():
        assert not deadline.hasExpired()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def acts(citizen):
    after_staff(citizen)
    return [entry.act for entry in reversed(AuditFile(citizen.home).latest(50))]


def live(citizen):
    store = CatalogueStore(citizen.home / "catalogue", today=lambda: date(2026, 11, 24))
    return next(entry for entry in store.versions() if entry.state == "live")


def test_new_data_from_a_stick_takes_six_touches_at_most(staff, stick):
    file = write_rows(stick / "facts.jsonl", [row("1.900001", f"Thủ tục {NEW_NAME}")])
    before = live(staff).version

    staff.touch("bar-staff_catalogue")
    staff.settle()
    staff.touch(f"row-file:{file}")
    wait_long(lambda: staff.screen_name() == "staff_diff")
    staff.settle()
    staff.see(NEW_NAME)
    assert live(staff).version == before
    staff.touch("apply")
    wait_long(lambda: staff.screen_name() == "staff_catalogue")

    staff.see("Đã đổi bản")
    assert live(staff).accepted_by == PERSON.name
    assert acts(staff) == ["catalogue_fetched", "catalogue_applied"]


class Counted:
    """Counts the touches of whoever works with it."""

    def __init__(self, citizen):
        self._citizen, self.touches = citizen, 0

    def touch(self, name):
        self.touches += 1
        self._citizen.touch(name)


def test_from_the_pin_to_data_from_a_stick_in_use_in_six_touches_at_most(staff, stick):
    file = write_rows(stick / "facts.jsonl", [row("1.900001", f"Thủ tục {NEW_NAME}")])
    clerk = Counted(staff)

    clerk.touch("bar-staff_catalogue")
    staff.settle()
    clerk.touch(f"row-file:{file}")
    wait_long(lambda: staff.screen_name() == "staff_diff")
    staff.settle()
    staff.see(NEW_NAME)
    clerk.touch("apply")
    wait_long(lambda: staff.screen_name() == "staff_catalogue")

    staff.see("Đã đổi bản")
    assert live(staff).accepted_by == PERSON.name
    # The goal is six: a stick found later and two entries opened still fit.
    assert taps.told("T11") == (6, clerk.touches)


def test_going_back_is_asked_about_once_more(staff, stick):
    test_new_data_from_a_stick_takes_six_touches_at_most(staff, stick)
    applied = live(staff).version
    staff.settle()

    staff.touch("secondary")
    staff.see("Chắc chắn")
    assert live(staff).version == applied
    staff.touch("secondary")
    wait_long(lambda: not staff.kiosk.staff.catalogue.work().step)

    assert live(staff).version != applied
    assert acts(staff)[-1] == "catalogue_taken_back"


def test_a_file_that_is_no_catalogue_is_refused_and_changes_nothing(staff, stick):
    bad = stick / "list.json"
    bad.write_text('{"not": "a catalogue"}')
    before = live(staff).version
    staff.touch("bar-staff_catalogue")
    staff.settle()

    staff.touch(f"row-file:{bad}")
    wait_long(lambda: not staff.kiosk.staff.catalogue.work().step)

    staff.see("Tệp này không đọc được")
    assert live(staff).version == before


def test_approval_waits_until_every_entry_was_on_the_glass(staff):
    with_diff(staff)
    staff.see("xem hết 11 mục trước")
    staff.strike("apply")
    staff.settle()
    assert staff.screen_name() == "staff_diff"

    for _ in range(11):
        if staff.find("pager-down") is None or not staff.find("pager-down").isEnabled():
            break
        staff.touch("pager-down")

    assert not staff.reads("xem hết")


@pytest.mark.parametrize(("shape", "at_once"), [("portrait", 3), ("wide", 2)])
def test_the_changes_fill_the_page_they_stand_on(open_kiosk, shape, at_once):
    citizen = open_kiosk(shape=shape)
    with_diff(citizen)

    assert citizen.find("rows").property("last") == at_once - 1


def test_a_change_is_seen_whole_on_the_lowest_glass(open_kiosk):
    citizen = open_kiosk(shape="landscape")
    with_diff(citizen)
    citizen.touch("pageDown")
    citizen.settle()

    citizen.see("15.000 đồng một lần")
    citizen.see("20.000 đồng một lần")


def test_a_stick_plugged_in_later_is_found_by_a_touch(staff, stick):
    staff.touch("bar-staff_catalogue")
    staff.settle()
    staff.see("Tìm thẻ USB")
    file = write_rows(stick / "later.jsonl", [row()])

    staff.touch("row-again")

    staff.until(lambda: staff.shows(f"row-file:{file}"), "the file that came later")


def test_a_notice_is_written_and_shown_from_the_next_visit_on(staff):
    staff.touch("bar-staff_notices")
    staff.touch("primary")
    staff.type("mai nghi")
    staff.touch("key-submit")
    staff.touch("row-7")
    after_staff(staff)

    assert staff.screen_name() == "staff_notices"
    staff.see("Mai nghi")
    staff.touch("bar-end")
    staff.begin()
    assert staff.kiosk.shell.property("notice") == "Mai nghi"
    assert acts(staff) == ["setting_changed", "left"]


def test_a_closed_counter_tells_citizens(staff):
    staff.touch("bar-staff_notices")
    staff.touch("row-counter:Quầy 2")
    staff.touch("row-1")
    after_staff(staff)
    staff.see("Đóng đến hết 24/11/2026")
    staff.touch("bar-end")
    staff.begin()

    staff.open("call_help")

    staff.see("Tạm đóng đến hết 24/11")


def test_a_field_is_given_to_another_counter(staff):
    staff.touch("bar-staff_counters")
    staff.touch("row-Quầy 1")
    staff.settle()
    staff.touch("row-An toàn thực phẩm")
    after_staff(staff)

    assert staff.kiosk.services.hall.counter_for("An toàn thực phẩm").name == "Quầy 1"


def test_figures_count_visits_and_go_to_the_stick(staff, stick):
    staff.touch("bar-end")
    staff.begin()
    staff.open("procedure", code="1.001193")
    staff.kiosk.way.end_visit()
    staff.settle()
    enter(staff)
    (stick / "any.csv").write_text("x")
    staff.kiosk.way.start("staff_figures")
    staff.settle()
    staff.see("Đăng ký khai sinh")

    staff.touch("primary")
    after_staff(staff)

    staff.see("Đã chép vào thẻ PHUONG")
    staff.see("Bây giờ ông/bà rút thẻ được.")
    assert "2026-11-24;procedure;1.001193;1" in (stick / "so-lieu-2026-11-24.csv").read_text("utf-8-sig")


def test_the_day_report_carries_the_head_of_the_log(staff):
    staff.touch("secondary")
    after_staff(staff)
    staff.until(lambda: bool(staff.paper()), "the sheet")

    assert acts(staff) == ["day_report"]
    staff.see("Đã gửi tờ giấy")


def test_a_call_for_help_is_settled_by_who_went(staff):
    staff.kiosk.services.help.call()
    staff.settle()
    staff.see("Có người gọi giúp")

    staff.touch("row-call:1")

    assert staff.kiosk.services.help.calls()[0].is_answered
    assert not staff.reads("Có người gọi giúp")


def test_sheets_that_were_too_many_are_told_until_somebody_has_seen_it(staff):
    for number in range(200):
        staff.kiosk.printing.enqueue(
            a_short_sheet(f"too-many-{number}", DocumentKind.CHECKLIST), failed=lambda _error: None
        )
    refused = staff.kiosk.printing.refused()
    staff.kiosk.way.start("staff_today")

    staff.see(f"{refused} phiếu không in: đã đủ số cho phép")
    staff.touch("row-refused")
    staff.settle()

    assert refused > 0
    assert not staff.shows("row-refused")
