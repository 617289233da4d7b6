import dataclasses

import pytest

from kiosk.domain.staff import PinRefused, Role
from kiosk.ports.outbox import StorageBroken
from kiosk.ports.staff import StaffRefused
from offline_cache import staff_book
from offline_cache.staff_book import Argon2Hashing, StaffBookFile
from tests.fakes.clock import FakeClock
from tests.fakes.staff import QuickHashing

PIN, OTHER = "58203714", "40917263"


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def book(tmp_path, clock):
    made = StaffBookFile(tmp_path, clock, hashing=QuickHashing(), boot=lambda: "boot-1")
    made.add("Lê Văn Bình", Role.TECHNICIAN, PIN, first=True)
    return made


def _wrong(book, times):
    return [book.try_pin("Lê Văn Bình", OTHER) for _ in range(times)][-1]


def test_the_right_pin_lets_the_person_in(book):
    tried = book.try_pin("lê văn bình", PIN)

    assert tried.person is not None
    assert (tried.person.name, tried.person.is_technician) == ("Lê Văn Bình", True)


def test_no_default_pin_opens_an_empty_book(tmp_path, clock):
    book = StaffBookFile(tmp_path, clock, hashing=QuickHashing())

    assert book.persons() == ()
    with pytest.raises(StaffRefused):
        book.try_pin("admin", "00000000")


def test_the_first_person_can_be_made_only_once(book):
    with pytest.raises(StaffRefused) as refused:
        book.add("Kẻ lạ", Role.TECHNICIAN, OTHER, first=True)

    assert refused.value.reason == "not_first"


def test_the_fifth_wrong_pin_makes_everybody_of_that_name_wait(book, clock):
    assert _wrong(book, 4).tries_left == 1
    assert _wrong(book, 1).wait_s == 60

    assert book.try_pin("Lê Văn Bình", PIN).person is None
    clock.advance(60)
    assert book.try_pin("Lê Văn Bình", PIN).person is not None


def test_waits_grow_until_the_right_pin_comes(book, clock):
    waits = [_wrong(book, 5).wait_s]
    for _ in range(7):
        clock.advance(waits[-1])
        waits.append(_wrong(book, 1).wait_s)

    assert [wait / 60 for wait in waits] == [1, 2, 4, 8, 16, 32, 60, 60]
    clock.advance(3600)
    book.try_pin("Lê Văn Bình", PIN)
    assert _wrong(book, 1).wait_s == 0


def test_a_restart_and_a_turned_clock_do_not_shorten_the_wait(book, clock, tmp_path):
    _wrong(book, 5)
    clock.set_wall(clock.now().replace(year=2031))
    again = StaffBookFile(tmp_path, clock, hashing=QuickHashing(), boot=lambda: "boot-2")

    assert again.wait_s("Lê Văn Bình") == 60
    clock.advance(40)
    assert again.wait_s("Lê Văn Bình") == 20
    restarted = StaffBookFile(tmp_path, clock, hashing=QuickHashing(), boot=lambda: "boot-2")
    assert restarted.wait_s("Lê Văn Bình") == 20


def test_a_plug_pulled_while_the_pin_is_reckoned_costs_the_try(book, tmp_path, clock):
    class Plug(QuickHashing):
        def matches(self, hashed, pin):
            raise KeyboardInterrupt

    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            StaffBookFile(tmp_path, clock, hashing=Plug(), boot=lambda: "boot-1").try_pin(
                "Lê Văn Bình", OTHER
            )

    assert book.wait_s("Lê Văn Bình") == 60


def test_a_wait_of_one_person_leaves_the_others_alone(book):
    book.add("Trần Thu Hà", Role.STAFF, OTHER)
    _wrong(book, 5)

    assert book.try_pin("Trần Thu Hà", OTHER).person is not None


def test_a_reset_gives_another_pin_and_ends_the_wait(book):
    _wrong(book, 5)

    book.reset("Lê Văn Bình", OTHER)

    assert book.try_pin("Lê Văn Bình", OTHER).person is not None
    assert book.try_pin("Lê Văn Bình", PIN).person is None


def test_the_last_technician_stays(book):
    book.add("Trần Thu Hà", Role.STAFF, OTHER)

    with pytest.raises(StaffRefused) as refused:
        book.remove("Lê Văn Bình")

    assert refused.value.reason == "last_technician"
    assert book.remove("Trần Thu Hà").role is Role.STAFF


def test_two_persons_never_share_a_name(book):
    with pytest.raises(StaffRefused) as refused:
        book.add("LÊ VĂN BÌNH", Role.STAFF, OTHER)

    assert refused.value.reason == "taken"


def test_a_changed_book_lets_nobody_in_and_asks_for_no_first_person(book):
    path = book.folder / "persons.json"
    path.write_bytes(path.read_bytes().replace(b"technician", b"staff"))

    with pytest.raises(StaffRefused) as refused:
        book.add("Kẻ lạ", Role.TECHNICIAN, OTHER, first=True)
    assert refused.value.reason == "damaged"
    with pytest.raises(StaffRefused):
        book.persons()


def test_the_book_is_readable_by_its_owner_only_and_holds_no_pin(book):
    path = book.folder / "persons.json"

    assert path.stat().st_mode & 0o077 == 0
    assert PIN not in path.read_text()
    assert not any("pin" in field.name for field in dataclasses.fields(book.persons()[0]))


def test_a_bad_pin_is_refused_before_anything_is_written(book):
    with pytest.raises(PinRefused):
        book.add("Trần Thu Hà", Role.STAFF, "12345678")

    assert len(book.persons()) == 1


def test_argon2_hashes_are_salted_and_checked():
    hashing = Argon2Hashing()
    hashed = hashing.hash(PIN)

    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert hashed != hashing.hash(PIN)
    assert hashing.matches(hashed, PIN)
    assert not hashing.matches(hashed, OTHER)
    with pytest.raises(StorageBroken):
        hashing.matches("rubbish", PIN)


def test_a_boot_has_a_name_that_lasts(monkeypatch, tmp_path):
    assert staff_book.boot_id() == staff_book.boot_id()
    monkeypatch.setattr(staff_book, "_BOOT_ID", tmp_path / "none")
    assert staff_book.boot_id() == staff_book.boot_id() != ""
