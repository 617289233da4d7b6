"""Pages of changes: which are taken, and which are old ones that somebody repeats."""

from types import SimpleNamespace

import pytest

from kiosk.ports.portal import NotOurPortal
from kiosk.ports.portal_data import ChangePage
from kiosk.services.receive_changes import ReceiveChanges
from tests.fakes.clock import FakeClock
from tests.fakes.tasks import InlineRunner


class Kept:
    """What a kiosk keeps of its pages: the cursor."""

    def __init__(self, cursor: str) -> None:
        self.at, self.taken = cursor, []

    def cursor(self) -> str:
        return self.at

    def begin_again(self) -> None:
        self.at = ""

    def apply(self, page: ChangePage, *, now_ms: int) -> None:
        self.at = page.next_cursor
        self.taken.append(page.next_cursor)


def receive(kept: Kept, *, epoch: int, answers: str) -> None:
    page = ChangePage(next_cursor=answers, has_more=False, statuses=(), published=(), answers=(), unread=0)
    ReceiveChanges(
        InlineRunner(),
        SimpleNamespace(noted=lambda _name: epoch),
        kept,
        SimpleNamespace(changes=lambda _cursor: page),
        FakeClock(),
    ).run()


@pytest.mark.parametrize(
    ("cursor", "epoch", "answers"),
    [("", 0, "1.5"), ("1.5", 1, "1.5"), ("1.5", 1, "1.9"), ("1.5", 2, "2.3"), ("1.5", 1, "2.0")],
)
def test_a_page_that_goes_on_or_begins_a_new_history_is_taken(cursor, epoch, answers):
    kept = Kept(cursor)

    receive(kept, epoch=epoch, answers=answers)

    assert kept.taken == [answers]


@pytest.mark.parametrize(
    ("cursor", "epoch", "answers"),
    [("1.5", 1, "1.4"), ("2.1", 2, "1.9"), ("1.5", 2, "1.9"), ("", 3, "2.8"), ("1.5", 1, "rubbish")],
)
def test_a_page_from_before_is_not_taken(cursor, epoch, answers):
    kept = Kept(cursor)

    with pytest.raises(NotOurPortal, match="old page"):
        receive(kept, epoch=epoch, answers=answers)

    assert kept.taken == []
