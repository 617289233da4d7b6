"""Follow a slip by touch: by number and code, by the scanner, with and without the portal."""

from dataclasses import replace
from datetime import datetime

from kiosk.domain.numbering import receipt_number
from kiosk.domain.tracking import TrackingSource
from tests.ui.screens.citizen import scene_rect
from tests.ui.screens.hall_stops import HANOI, NUMBER, publish, tracked
from tests.ui.screens.stops import visit

OTHER = receipt_number(170123457)


def declared(citizen):
    """Declare a birth and return the number and the look-up code on the glass."""
    visit(citizen, "slip_done")
    dossier = citizen.kiosk.way.current.place.about["dossier"]
    citizen.touch("finish")
    citizen.touch("primary")
    assert citizen.screen_name() == "attract"
    return dossier.receipt_no, dossier.lookup_code


def test_a_slip_declared_here_is_found_by_number_and_code_without_any_network(citizen):
    number, code = declared(citizen)
    citizen.begin()
    citizen.touch("track")
    citizen.dial(number)
    citizen.touch("next")
    citizen.dial(code)
    citizen.touch("next")

    assert citizen.screen_name() == "track_result"
    citizen.see("Còn chờ gửi")
    citizen.see("Phiếu còn ở máy này")
    citizen.see("Cứ mang phiếu và giấy tờ đến quầy.")


def test_a_wrong_digit_is_refused_before_anything_is_asked(home):
    home.touch("track")
    home.dial(NUMBER[:-1] + "1")
    home.see("Có chữ số chưa đúng.")

    home.touch("next")
    assert "number" not in dict(home.about()[1])


def test_a_wrong_code_and_an_unknown_number_get_the_same_words(citizen):
    number, code = declared(citizen)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    seen = []
    for digits, secret in ((number, wrong), (OTHER, code)):
        citizen.begin()
        citizen.touch("track")
        citizen.dial(digits)
        citizen.touch("next")
        citizen.dial(secret)
        citizen.touch("next")
        citizen.see("Số phiếu và mã này chưa khớp.")
        seen.append(citizen.texts())
        citizen.touch("bar-end")

    assert seen[0] == seen[1]


def test_after_too_many_wrong_codes_the_machine_rests_kindly(home):
    home.touch("track")
    home.dial(NUMBER)
    home.touch("next")
    for number in range(6):
        if home.screen_name() == "please_wait":
            break
        view_model = home.kiosk.way.current.view_model
        view_model.fill(f"{number:06d}")
        view_model.next()
        home.settle()

    home.see("Máy nghỉ tra cứu một lát")
    home.touch("primary")
    assert home.screen_name() == "call_help"


def test_a_due_day_on_which_the_hall_is_closed_says_so_and_stays_the_portals(home):
    publish(home)
    for day, closed in ((3, False), (4, True)):
        home.open("track_result", tracked=tracked(4, due=datetime(2026, 12, day, 17, 0, tzinfo=HANOI)))
        home.see(f"17:00, 0{day}/12/2026")
        assert home.reads("Nghỉ bù ngày lễ. Ông/bà đến vào ngày làm việc sau đó.") is closed


def test_a_slip_before_the_scanner_gives_the_number_and_asks_for_the_code_alone(home):
    home.touch("track")
    for letter in f"HNPK1:{NUMBER}:0a1b2c3d":
        home.kiosk.scans.key(letter, ends=False)
    home.kiosk.scans.key("\r", ends=True)
    home.settle()

    assert dict(home.about()[1]) == {"number": NUMBER}
    home.see("Mã tra cứu của ông/bà?")


def test_the_state_is_printed_once_however_often_it_is_touched(citizen):
    visit(citizen, "track_ready")
    citizen.touch("print")
    assert not citizen.shows("print")
    citizen.kiosk.way.current.view_model.printState()
    citizen.settle()
    citizen.wait_s(3)

    assert len(citizen.paper()) == 1
    citizen.see("Phiếu đã ra")


def test_a_number_that_was_followed_is_gone_with_the_visit(home):
    home.touch("track")
    home.dial(NUMBER)
    home.touch("next")
    assert home.kiosk.visit.personal

    home.touch("bar-end")
    assert not home.kiosk.visit.personal


def test_what_an_old_answer_says_is_told_with_its_age(citizen):
    visit(citizen, "track_papers_missing")
    citizen.see("Chưa hỏi được Cổng. Thông tin lúc 14:05, 23/11/2026")


NOTE = "Thiếu bản chính giấy báo tử của bệnh viện. Mời ông/bà mang thêm trong tuần này."


def test_what_the_officer_wrote_and_the_due_day_are_seen_without_turning_a_page(home):
    due = datetime(2026, 12, 1, 17, 0, tzinfo=HANOI)
    asked = replace(tracked(5, dossier_code="H26.17-261123-0042", due=due), note=NOTE)
    home.open("track_result", tracked=asked)

    home.see(NOTE)
    home.see("17:00, 01/12/2026")
    home.see("Mang giấy tờ còn thiếu đến quầy.")


def test_no_step_is_cut_off_below_what_the_officer_wrote(home):
    due = datetime(2026, 12, 1, 17, 0, tzinfo=HANOI)
    asked = replace(
        tracked(5, dossier_code="H26.20-261126-0001", due=due), note="", source=TrackingSource.CACHE
    )
    home.open("track_result", tracked=asked)
    shown = [item for item in home.items() if item.metaObject().className().startswith("TimelineStep")]

    assert shown
    for step in shown:
        row = step.parentItem()
        view = row.parentItem().parentItem()
        # A list without gaps ends a pixel early, so that its next row is not made.
        assert scene_rect(view).adjusted(0, 0, 0, 1).contains(scene_rect(row)), step.property("title")
