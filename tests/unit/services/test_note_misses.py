"""What people look for in vain is counted once, and never who they are."""

import pytest

from kiosk.domain.catalogue import ProcedureRow, SearchAnswer
from kiosk.ports.outbox import StorageBroken
from kiosk.services.note_misses import NoteMisses
from tests.fakes.clock import FakeClock
from tests.fakes.tasks import InlineRunner


class FakeLog:
    def __init__(self):
        self.counted, self.broken = [], False

    def count(self, queries, *, day):
        if self.broken:
            raise StorageBroken("outbox.db: not open")
        self.counted += [(query, day.isoformat()) for query in queries]


class Search:
    def __init__(self):
        self.log, self.failed = FakeLog(), []
        self.misses = NoteMisses(InlineRunner(), self.log, FakeClock(), failed=self.failed.append)

    def types(self, text, *, finds=False):
        for end in range(1, len(text) + 1):
            self.sees(text[:end], finds=finds)

    def sees(self, query, *, finds=False):
        row = ProcedureRow(code="1.001193", title="Đăng ký khai sinh", line="")
        self.misses.heard(
            SearchAnswer(query=query, rows=(row,) if finds else (), confident=finds, total=int(finds))
        )

    @property
    def kept(self):
        return [query for query, _ in self.log.counted]


@pytest.fixture
def search():
    return Search()


def test_of_a_query_typed_letter_by_letter_only_the_whole_is_counted(search):
    search.types("giấy chứng sinh trắng")
    search.misses.ended()

    assert search.log.counted == [("giay chung sinh trang", "2026-11-24")]


def test_letters_taken_away_do_not_take_the_miss_away(search):
    search.types("xin điện gió")
    for length in range(11, 2, -1):
        search.sees("xin điện gió"[:length])
    search.misses.ended()

    assert search.kept == ["xin dien gio"]


def test_a_new_query_counts_the_one_before(search):
    search.types("xin điện gió")
    search.types("mở quán phở")
    search.misses.ended()

    assert search.kept == ["xin dien gio", "mo quan pho"]


def test_what_was_found_in_the_end_is_no_miss(search):
    search.types("khai sanh")
    search.misses.found()
    search.misses.ended()
    search.sees("kha")
    search.sees("khai sinh", finds=True)
    search.misses.ended()

    assert search.kept == []


def test_a_guess_nobody_opened_is_a_miss(search):
    row = ProcedureRow(code="1.001193", title="Đăng ký khai sinh", line="")
    search.misses.heard(SearchAnswer(query="điện gió", rows=(row,), confident=False, total=1))
    search.misses.ended()

    assert search.kept == ["dien gio"]


def test_names_and_numbers_of_people_are_not_counted(search):
    for query in ("Nguyễn Văn An", "001199012345", "0912345678"):
        search.types(query)
    search.misses.ended()

    assert search.kept == []


def test_a_broken_database_is_told_and_disturbs_nobody(search):
    search.log.broken = True
    search.types("xin điện gió")

    search.misses.ended()

    assert len(search.failed) == 1
