from datetime import date

import pytest

from kiosk.domain.audit import Act
from kiosk.domain.hall import Counter, Hall
from kiosk.domain.hall_notes import HallNotes, NoteRefused
from kiosk.ports.outbox import StorageFull
from kiosk.services.hall_desk import HallDesk
from offline_cache.hall_notes_file import HallNotesFile
from tests.fakes.clock import FakeClock
from tests.fakes.tasks import InlineRunner

HALL = Hall(
    ward="Phường Mẫu",
    opening_hours="8:00–17:00",
    notices=("Mang căn cước",),
    counters=(
        Counter(name="Quầy 1", fields=("Chứng thực",), directions="Tầng 1"),
        Counter(name="Quầy 2", fields=("Hộ tịch",), directions="Tầng 2"),
    ),
)


class Staff:
    name = "Trần Thu Hà"

    def __init__(self):
        self.acts = []

    def note(self, act, about=""):
        self.acts.append((act, about))


@pytest.fixture
def stand(tmp_path):
    class Stand:
        clock, staff, halls = FakeClock(), Staff(), []

        def open(self):
            desk = HallDesk(
                InlineRunner(),
                HallNotesFile(tmp_path),
                HALL,
                self.staff,
                self.clock,
                changed=self.halls.append,
            )
            desk.start()
            return desk

    made = Stand()
    made.desk = made.open()
    return made


def test_a_notice_stands_first_for_its_days_and_is_kept(stand):
    stand.desk.add_notice("  Mai nghỉ   sáng ", days=2, told=bool)

    assert stand.halls[-1].notices == ("Mai nghỉ sáng", "Mang căn cước")
    assert stand.open().notes().notices[0].valid_to == date(2026, 11, 25)
    stand.clock.advance(2 * 86_400)
    stand.desk.refresh()
    assert stand.halls[-1] == HALL


def test_a_notice_can_be_taken_away(stand):
    stand.desk.add_notice("Mai nghỉ sáng", days=2, told=bool)
    stand.desk.remove_notice(stand.desk.notes().notices[0], bool)

    assert stand.desk.hall() == HALL


def test_hours_hold_for_some_days_then_the_usual_ones(stand):
    stand.desk.set_hours("8:00–11:30", days=1, told=bool)
    assert stand.desk.hall().opening_hours == "8:00–11:30"

    stand.desk.usual_hours(bool)
    assert stand.desk.hall().opening_hours == "8:00–17:00"


def test_a_closed_counter_says_so_until_it_opens(stand):
    stand.desk.close_counter("Quầy 2", days=3, told=bool)
    assert stand.desk.hall().counters[1].directions == "Tạm đóng đến hết 26/11. Mời hỏi quầy bên cạnh."

    stand.desk.close_counter("Quầy 2", days=0, told=bool)
    assert stand.desk.hall() == HALL


def test_a_field_moves_from_one_counter_to_another(stand):
    stand.desk.turn_field("Quầy 1", "Hộ tịch", bool)

    assert [counter.fields for counter in stand.desk.hall().counters] == [("Chứng thực", "Hộ tịch"), ()]
    stand.desk.turn_field("Quầy 1", "Hộ tịch", bool)
    assert [counter.fields for counter in stand.desk.hall().counters] == [("Chứng thực",), ()]


def test_too_short_and_too_many_notices_are_refused(stand):
    with pytest.raises(NoteRefused):
        stand.desk.add_notice("ab", days=1, told=bool)
    for number in range(8):
        stand.desk.add_notice(f"Thông báo {number}", days=1, told=bool)

    with pytest.raises(NoteRefused) as refused:
        stand.desk.add_notice("Thêm một", days=1, told=bool)
    assert refused.value.reason == "many"


def test_what_was_not_kept_is_told_and_not_shown(stand):
    def full(_notes):
        raise StorageFull("no room")

    stand.desk._store.write = full
    told = []
    stand.desk.close_counter("Quầy 2", days=3, told=told.append)

    assert told == [False]
    assert stand.desk.hall() == HALL
    assert stand.staff.acts == []


def test_each_change_stands_in_the_log(stand):
    stand.desk.close_counter("Quầy 2", days=1, told=bool)

    assert stand.staff.acts == [(Act.SETTING_CHANGED, "Quầy 2 closed until 2026-11-24")]


def test_a_file_changed_by_hand_lays_nothing_over(stand, tmp_path):
    stand.desk.add_notice("Mai nghỉ sáng", days=2, told=bool)
    path = tmp_path / "staff" / "hall.json"
    path.write_bytes(path.read_bytes().replace("sáng".encode(), "tối!".encode()))

    assert stand.open().notes() == HallNotes()
