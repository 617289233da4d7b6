"""Tracking without a portal: what was confirmed here, what was cached, and what must stay hidden."""

import pytest

from kiosk.domain.dossiers import DossierState
from kiosk.domain.numbering import BadReceiptNumber
from kiosk.domain.tracking import (
    DossierStatus,
    NotTracked,
    TooManyTries,
    Tracked,
    TrackingSource,
    tracked_words,
)
from kiosk.ports.portal import NotOurPortal, PortalUnreachable, RateLimited
from kiosk.ports.portal_data import LookedUp
from kiosk.ports.tracking import StatusChange
from kiosk.services.submit_dossier import hash_lookup_code
from kiosk.services.track_dossiers import TrackDossiers
from tests.fakes.dossiers import Room
from tests.fakes.tasks import InlineRunner


class Portal:
    """Answers what it is told to."""

    def __init__(self, answer) -> None:
        self.answer = answer

    def look_up(self, receipt_no, code):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def private_answer(self, answer_id):
        raise AssertionError(answer_id)


class Desk:
    def __init__(self, home) -> None:
        self.room = Room(home)
        self.online = False
        self.tracking = self.with_portal(None)

    def with_portal(self, portal) -> TrackDossiers:
        self.tracking = TrackDossiers(
            InlineRunner(),
            self.room.files.tracking,
            portal,
            self.room.clock,
            is_online=lambda: portal is not None,
        )
        return self.tracking

    def ask(self, number, code):
        heard, failed = [], []
        self.tracking.look_up(number, code, done=heard.append, failed=failed.append)
        assert not failed
        (outcome,) = heard
        return outcome

    def told(self, dossier, status, *, seq=9, epoch=1, code=None) -> bool:
        change = StatusChange(
            dossier_id=dossier.dossier_id,
            lookup_hash=hash_lookup_code(code) if code else "",
            epoch=epoch,
            seq=seq,
            status=DossierStatus(
                receipt_no=dossier.receipt_no, status=status, changed_at=self.room.clock.now()
            ),
        )
        return self.room.files.tracking.remember(change, now_ms=self.room.now_ms)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "home")
    yield desk
    desk.room.close()


@pytest.fixture
def dossier(desk):
    return desk.room.submit("t")


def test_what_still_waits_here_is_found_and_called_waiting(desk, dossier):
    outcome = desk.ask(dossier.receipt_no, dossier.lookup_code)

    assert isinstance(outcome, Tracked)
    assert (outcome.source, outcome.here) == (TrackingSource.HERE, DossierState.QUEUED)
    assert tracked_words(outcome, "vi").title == "Còn chờ gửi"


def test_a_wrong_digit_is_refused_at_once(desk, dossier):
    digits = dossier.receipt_no[:-1] + str((int(dossier.receipt_no[-1]) + 1) % 10)

    with pytest.raises(BadReceiptNumber) as refusal:
        desk.ask(digits, dossier.lookup_code)

    assert refusal.value.reason == "check"


def test_a_wrong_code_and_an_unknown_number_are_the_same_answer(desk, dossier):
    wrong = "000000" if dossier.lookup_code != "000000" else "000001"

    assert desk.ask(dossier.receipt_no, wrong) == desk.ask("90000000239", wrong)


def test_the_sixth_try_of_a_number_waits_and_the_right_code_waits_too(desk, dossier):
    wrong = "000000" if dossier.lookup_code != "000000" else "000001"
    for _ in range(5):
        assert desk.ask(dossier.receipt_no, wrong) == NotTracked(asked_portal=False)

    outcome = desk.ask(dossier.receipt_no, dossier.lookup_code)
    desk.room.clock.advance(3601)

    assert outcome == TooManyTries(wait_s=3600)
    assert isinstance(desk.ask(dossier.receipt_no, dossier.lookup_code), Tracked)


def test_right_codes_are_never_counted(desk, dossier):
    for _ in range(20):
        assert isinstance(desk.ask(dossier.receipt_no, dossier.lookup_code), Tracked)


def test_a_cached_state_is_shown_with_the_time_it_was_learnt(desk, dossier):
    desk.told(dossier, 5)
    learnt = desk.room.clock.now()
    desk.room.clock.advance(3 * 86_400)

    outcome = desk.ask(dossier.receipt_no, dossier.lookup_code)

    assert outcome.source is TrackingSource.CACHE
    assert outcome.as_of == learnt
    assert tracked_words(outcome, "vi").title == "Cần bổ sung giấy tờ"


def test_a_state_never_goes_back_to_a_lower_epoch_or_seq(desk, dossier):
    assert desk.told(dossier, 4, epoch=2, seq=10)

    assert not desk.told(dossier, 2, epoch=2, seq=9)
    assert not desk.told(dossier, 2, epoch=1, seq=99)
    assert desk.ask(dossier.receipt_no, dossier.lookup_code).status.status == 4


def test_an_unknown_state_is_named_by_its_number(desk, dossier):
    desk.told(dossier, 42)

    assert tracked_words(desk.ask(dossier.receipt_no, dossier.lookup_code), "vi").title == (
        "Trạng thái mới (mã 42)"
    )


def test_the_portals_word_is_remembered_for_a_day_without_network(desk, dossier):
    change = StatusChange(
        dossier_id="another",
        lookup_hash="",
        epoch=1,
        seq=3,
        status=DossierStatus(receipt_no="90000000336", status=9, changed_at=desk.room.clock.now()),
    )
    desk.with_portal(Portal(LookedUp(change=change, note="Đến quầy 2")))

    now = desk.ask("90000000336", "123456")
    desk.with_portal(None)
    later = desk.ask("90000000336", "123456")

    assert (now.source, now.note) == (TrackingSource.PORTAL, "Đến quầy 2")
    assert (later.source, later.note, later.status) == (TrackingSource.CACHE, "", now.status)
    assert isinstance(desk.ask("90000000336", "654321"), NotTracked)


@pytest.mark.parametrize("error", [PortalUnreachable("x", "y"), NotOurPortal("x", "y")])
def test_a_silent_portal_leaves_what_is_known_here(desk, dossier, error):
    desk.with_portal(Portal(error))

    assert desk.ask(dossier.receipt_no, dossier.lookup_code).source is TrackingSource.HERE


def test_a_portal_that_knows_nothing_yet_does_not_hide_what_waits_here(desk, dossier):
    desk.with_portal(Portal(None))

    assert desk.ask(dossier.receipt_no, dossier.lookup_code).source is TrackingSource.HERE


def test_a_portal_that_asks_to_wait_is_obeyed_but_who_is_known_here_need_not_wait(desk, dossier):
    desk.with_portal(Portal(RateLimited("x", "y", retry_after_s=40)))

    assert desk.ask("90000000239", "123456") == TooManyTries(wait_s=40)
    assert desk.ask(dossier.receipt_no, dossier.lookup_code).source is TrackingSource.HERE


def test_states_go_thirty_days_after_the_end(desk, dossier):
    desk.told(dossier, 10)
    store = desk.room.files.care

    assert store.forget_old(desk.room.now_ms + 29 * 86_400_000) == 0
    assert store.forget_old(desk.room.now_ms + 31 * 86_400_000) == 1
