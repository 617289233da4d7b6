"""Who may enter, changed on the glass; every change is an act in the log."""

import pytest

from kiosk.domain.staff import Role
from offline_cache.audit_file import AuditFile
from offline_cache.staff_book import StaffBookFile
from tests.fakes.staff import QuickHashing
from tests.ui.screens.lanes_done import after_staff
from tests.ui.screens.staff_stops import PERSON, PIN, enter

OTHER_PIN = "94027518"


@pytest.fixture
def persons(open_kiosk):
    kiosk = open_kiosk()
    room = kiosk.kiosk.staff
    book = StaffBookFile(kiosk.home, kiosk.clock, hashing=QuickHashing(), boot=lambda: "boot")
    book.add(PERSON.name, Role.TECHNICIAN, PIN)
    room.desk._book = room.technicians.persons._book = book
    enter(kiosk)
    kiosk.kiosk.way.start("tech_persons")
    after_staff(kiosk)
    kiosk.book = book
    return kiosk


def acts(citizen):
    after_staff(citizen)
    return [(entry.act, entry.about) for entry in reversed(AuditFile(citizen.home).latest(20))]


def names(citizen):
    return [(person.name, person.role) for person in citizen.book.persons()]


def add(citizen, button, typed, first=OTHER_PIN, again=OTHER_PIN):
    citizen.touch(button)
    citizen.type(typed)
    citizen.touch("key-submit")
    citizen.dial(first)
    citizen.touch("next")
    citizen.dial(again)
    citizen.touch("next")
    after_staff(citizen)


def test_staff_and_technicians_are_added_each_with_a_pin_of_their_own(persons):
    add(persons, "primary", "thu ha")
    assert persons.screen_name() == "tech_persons"
    add(persons, "secondary", "minh an")

    assert names(persons)[1:] == [("Thu Ha", Role.STAFF), ("Minh An", Role.TECHNICIAN)]
    assert persons.book.try_pin("Thu Ha", OTHER_PIN).person is not None
    persons.see("Thu Ha")
    assert acts(persons) == [
        ("person_added", "Thu Ha (staff)"),
        ("person_added", "Minh An (technician)"),
    ]


def test_two_pins_that_differ_are_asked_for_again_and_an_easy_one_is_refused(persons):
    add(persons, "primary", "thu ha", again="58203714")
    persons.see("Hai lần nhập khác nhau")
    persons.dial("11111111")
    persons.touch("next")
    persons.see("Mã này dễ đoán")

    assert names(persons) == [(PERSON.name, Role.TECHNICIAN)]


def test_a_name_that_is_there_is_refused_in_plain_words(persons):
    add(persons, "primary", "thu ha")
    add(persons, "primary", "thu ha")

    persons.see("Đã có người tên này")


def test_another_pin_ends_the_wait_of_who_forgot_it(persons):
    add(persons, "primary", "thu ha")
    for _ in range(5):
        persons.book.try_pin("Thu Ha", "00000001")
    assert persons.book.wait_s("Thu Ha") > 0
    persons.touch("row-Thu Ha")
    persons.touch("row-pin")
    for _ in range(2):
        persons.dial("71930264")
        persons.touch("next")
    after_staff(persons)

    assert persons.screen_name() == "tech_persons"
    assert persons.book.wait_s("Thu Ha") == 0
    assert persons.book.try_pin("Thu Ha", "71930264").person is not None
    assert acts(persons)[-1] == ("pin_reset", "Thu Ha (staff)")


def test_who_is_shut_out_is_asked_about_once_more_and_is_gone_then(persons):
    add(persons, "primary", "thu ha")
    persons.touch("row-Thu Ha")
    persons.touch("row-remove")
    persons.see("Chắc chắn")
    assert len(names(persons)) == 2
    persons.touch("row-remove")
    after_staff(persons)

    assert names(persons) == [(PERSON.name, Role.TECHNICIAN)]
    assert acts(persons)[-1] == ("person_removed", "Thu Ha (staff)")


def test_nobody_shuts_the_door_on_themselves(persons):
    persons.touch(f"row-{PERSON.name}")

    assert not persons.shows("row-remove")
    persons.see("không tự bỏ mình được")
