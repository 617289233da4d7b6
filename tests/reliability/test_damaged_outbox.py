"""A damaged outbox: the kiosk starts by itself, keeps what is proven, and says which numbers are gone."""

import json
import random

import pytest

from kiosk.domain.numbering import receipt_number
from kiosk.ports.tasks import Lane
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import Room
from tests.reliability.damage import FILES, LOGS, switched_off
from tests.ui.screens.stops import BIRTH, CODE
from tests.ui.screens.test_form import dossiers

LOGS_TRIED, LOGS_TRIED_LONG = 8, 200


def bodies(runs):
    return {receipt_number(body) for first, last in runs for body in range(first, last + 1)}


def accounted_for(room: Room, numbers: list[str]) -> None:
    """Every number somebody holds on paper is in the outbox or among those named as lost; none is both."""
    kept = {line.receipt_no for line in room.files.outbox.lines()}
    lost = bodies(room.report.lost_receipts)

    assert kept | lost == set(numbers)
    assert not kept & lost
    assert room.report.sound == (not lost and not room.report.quarantined)


def opened_after(damage, told, dice) -> Room:
    home, numbers = told
    damage(home, dice)
    room = Room(home, clock=FakeClock())
    accounted_for(room, numbers)
    assert room.submit("new").receipt_no not in numbers
    return room


@pytest.mark.parametrize("kind", FILES)
def test_no_damage_to_the_file_passes_unnoticed_and_every_number_is_kept_or_named(kind, told):
    room = opened_after(FILES[kind], told, random.Random(7))

    assert not room.report.sound
    assert room.report.quarantined
    again = room.reopened()
    again.close()
    assert again.report.sound


@pytest.mark.parametrize("kind", LOGS)
def test_no_damage_to_the_log_loses_a_number_in_silence(kind, told, tmp_path):
    damaged_logs(kind, told, tmp_path, tries=LOGS_TRIED)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kind", LOGS)
def test_of_two_hundred_damaged_logs_none_loses_a_number_in_silence(kind, told, tmp_path):
    damaged_logs(kind, told, tmp_path, tries=LOGS_TRIED_LONG)


def damaged_logs(kind, told, tmp_path, *, tries):
    source, numbers = told
    for number in range(tries):
        home = tmp_path / f"try-{number}"
        switched_off(source, home)
        opened_after(LOGS[kind], (home, numbers), random.Random(number)).close()


@pytest.mark.parametrize("kind", ["header zeroed", "a sealed byte changed", "log cut"])
def test_the_real_kiosk_starts_on_it_takes_a_new_form_and_leaves_a_note_for_staff(kind, told, open_kiosk):
    home, numbers = told
    (FILES | LOGS)[kind](home, random.Random(7))

    citizen = open_kiosk(home=home.parent)

    (note,) = (json.loads(note.read_text("utf-8")) for note in home.glob("quarantine/*/report.json"))
    kept = dossiers(citizen)
    assert (note["saved"], note["lost_count"]) == (kept, len(numbers) - kept)
    citizen.begin()
    assert declare(citizen) not in numbers


def declare(citizen) -> str:
    """Fill a form in, send it, and return the number told."""
    citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    citizen.open("check_answers", code=CODE)
    citizen.touch("send")
    citizen.see("Đã khai trước xong")
    told: list[str] = []
    citizen.kiosk.tasks.submit(
        Lane.DATABASE, lambda: citizen.kiosk.files.outbox.lines()[0].receipt_no, done=told.append
    )
    citizen.until(lambda: bool(told), "the outbox")
    return told[0]
