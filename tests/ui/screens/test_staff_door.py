import json
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtTest import QTest

from kiosk.domain.staff import Role
from offline_cache import staff_book
from offline_cache.audit_file import AuditFile
from offline_cache.staff_book import StaffBookFile
from tests.fakes.staff import QuickHashing
from tests.ui.screens.citizen import scene_rect
from tests.ui.screens.lanes_done import after_staff

NAME, PIN, OTHER = "Lê Văn Bình", "58203714", "40917263"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    hashing = QuickHashing()
    monkeypatch.setattr(staff_book.Argon2Hashing, "hash", lambda _self, pin: hashing.hash(pin))
    monkeypatch.setattr(
        staff_book.Argon2Hashing, "matches", lambda _self, hashed, pin: hashing.matches(hashed, pin)
    )


@pytest.fixture
def staffed(open_kiosk):
    """A kiosk of a technician and a member of staff."""
    kiosk = open_kiosk()
    book = StaffBookFile(kiosk.home, kiosk.clock)
    book.add(NAME, Role.TECHNICIAN, PIN)
    book.add("Trần Thu Hà", Role.STAFF, OTHER)
    return kiosk


def knock(citizen):
    QTest.keyClick(
        citizen.kiosk.view,
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    after_staff(citizen)


def dial(citizen, pin):
    for digit in pin:
        citizen.touch("pad-" + digit)
    after_staff(citizen)


def acts(citizen):
    return [entry.act for entry in reversed(AuditFile(citizen.home).latest(50))]


@pytest.mark.parametrize("shape", ["portrait", "landscape", "wide"])
def test_holding_the_emblem_opens_the_door(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.begin()
    emblem = citizen.find("emblem")
    expression = QQmlExpression(qmlContext(emblem), emblem, "Theme.emblemHoldS = 0.05")
    expression.evaluate()
    middle = scene_rect(emblem).center().toPoint()
    view = citizen.kiosk.view

    QTest.touchEvent(view, citizen._finger).press(0, middle, view).commit()
    citizen.until(lambda: citizen.screen_name().startswith("staff_"), "the door")
    QTest.touchEvent(view, citizen._finger).release(0, middle, view).commit()
    after_staff(citizen)

    assert citizen.screen_name() == "staff_first"
    QQmlExpression(qmlContext(citizen.find("header")), None, "Theme.emblemHoldS = 5").evaluate()


def test_a_short_touch_on_the_emblem_opens_nothing(citizen):
    citizen.begin()
    citizen.strike_at(scene_rect(citizen.find("emblem")).center())
    citizen.settle()

    assert citizen.screen_name() == "home"


def test_the_first_technician_chooses_name_and_pin(citizen):
    citizen.begin()
    knock(citizen)
    citizen.type("binh")
    citizen.touch("key-submit")
    dial(citizen, "12345678")
    citizen.touch("next")
    citizen.see("dễ đoán")

    dial(citizen, PIN)
    citizen.touch("next")
    citizen.see("Nhập lại mã")
    dial(citizen, OTHER)
    citizen.touch("next")
    citizen.see("Hai lần nhập khác nhau")
    dial(citizen, PIN)
    citizen.touch("next")
    dial(citizen, PIN)
    citizen.touch("next")
    after_staff(citizen)

    assert citizen.kiosk.staff.desk.name == "Binh"
    assert [person.role for person in StaffBookFile(citizen.home, citizen.clock).persons()] == [
        Role.TECHNICIAN
    ]
    assert acts(citizen) == ["first_person"]


def test_a_person_enters_by_name_and_pin(staffed):
    knock(staffed)
    staffed.touch("row-1")
    dial(staffed, OTHER)

    assert staffed.screen_name() == "staff_today"
    assert staffed.reads("Trần Thu Hà")
    assert acts(staffed) == ["entered"]


def test_a_wrong_pin_is_never_shown_and_counts(staffed):
    knock(staffed)
    staffed.touch("row-1")
    for digit in "4091":
        staffed.touch("pad-" + digit)
    assert not staffed.reads("4091")
    assert staffed.reads("●●●●")
    dial(staffed, "7264")

    assert staffed.screen_name() == "staff_pin"
    staffed.see("Còn 4 lần")


def test_five_wrong_pins_make_wait_also_after_a_restart(staffed, open_kiosk, tmp_path):
    knock(staffed)
    staffed.touch("row-1")
    for _ in range(5):
        dial(staffed, "99110022")
    staffed.see("Chờ 1 phút")
    shutil.copytree(staffed.home / "staff", tmp_path / "again" / "staff")

    again = open_kiosk(home=tmp_path / "again")
    knock(again)
    again.touch("row-1")
    after_staff(again)
    again.see("Chờ 1 phút")
    dial(again, OTHER)
    assert again.screen_name() == "staff_pin"


def test_two_minutes_without_a_touch_lock_the_area(staffed):
    knock(staffed)
    staffed.touch("row-1")
    dial(staffed, OTHER)

    staffed.wait_s(119)
    assert staffed.screen_name() == "staff_today"
    staffed.wait_s(2)
    after_staff(staffed)

    assert staffed.screen_name() == "attract"
    assert staffed.kiosk.staff.desk.person is None
    assert acts(staffed) == ["entered", "left"]


def test_the_lock_cell_lets_nobody_stay(staffed):
    knock(staffed)
    staffed.touch("row-0")
    dial(staffed, PIN)

    staffed.touch("bar-end")

    assert staffed.screen_name() == "attract"
    assert staffed.kiosk.staff.desk.person is None


def test_no_page_of_staff_opens_for_a_citizen(citizen):
    citizen.begin()

    for screen in ("staff_today", "staff_catalogue", "staff_diff"):
        with pytest.raises(PermissionError):
            citizen.kiosk.way.go(screen)


def test_knocking_drops_what_a_citizen_had_typed(citizen):
    citizen.begin()
    citizen.kiosk.visit.of_form("khai-sinh")["child_name"] = "Nguyễn An"

    knock(citizen)

    assert citizen.kiosk.visit.of_form("khai-sinh") == {}


def test_a_changed_list_of_persons_lets_nobody_begin_anew(staffed):
    path = staffed.home / "staff" / "persons.json"
    kept = json.loads(path.read_bytes())
    kept["said"]["entries"] = []
    path.write_bytes(json.dumps(kept).encode())

    knock(staffed)

    assert staffed.screen_name() == "staff_who"
    staffed.see("Danh sách người dùng bị hỏng")
