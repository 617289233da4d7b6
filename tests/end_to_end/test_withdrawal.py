"""A citizen takes a slip back: asked at the kiosk, sent when it can be, done when the portal says so."""

import pytest

from kiosk.domain.dossiers import DossierState
from kiosk.domain.messages import Message, MessageKind
from kiosk.domain.tracking import WITHDRAWN, TrackingSource, tracked_words
from tests.end_to_end.test_portal_day import Hall
from tests.fakes.dossiers import MARKERS


@pytest.fixture
def hall(tmp_path, reference_portal):
    hall = Hall(tmp_path / "home", reference_portal.url)
    yield hall
    hall.close()


def wish(dossier, code=None):
    return Message(kind=MessageKind.WITHDRAWAL, topic=dossier.dossier_id, choice=code or dossier.lookup_code)


def test_a_withdrawal_is_done_when_the_portal_says_so_and_what_was_declared_is_erased(hall, reference_portal):
    dossier = hall.room.submit("t")
    hall.sync.start()
    before = hall.track(dossier)
    hall.leave(wish(dossier), key="withdraw")

    after = hall.track(dossier)

    assert before.may_withdraw
    assert (after.status.status, after.may_withdraw) == (WITHDRAWN, False)
    assert tracked_words(after, "vi").title == "Phiếu đã rút"
    assert reference_portal.storage.dossier(dossier.dossier_id).body == b""


def test_without_a_network_the_request_waits_and_is_called_waiting(hall, reference_portal):
    reference_portal.faults.plan("503", times=99, where="/kiosk/v1/")
    dossier = hall.room.submit("t")
    hall.leave(wish(dossier), key="withdraw")
    waiting = hall.track(dossier)
    reference_portal.faults.clear()

    hall.room.files.outbox.wake(hall.room.now_ms)
    hall.sync.start()
    hall.sync.nudge()
    done = hall.track(dossier)

    assert (waiting.source, waiting.withdrawal) == (TrackingSource.HERE, DossierState.QUEUED)
    assert tracked_words(waiting, "vi").title == "Xin rút, còn chờ gửi"
    assert not waiting.may_withdraw
    assert done.status.status == WITHDRAWN


def test_the_request_may_arrive_before_the_slip_itself(hall, reference_portal):
    dossier = hall.room.submit("t")
    reference_portal.faults.plan("503", times=1, where="/dossiers")
    hall.leave(wish(dossier), key="withdraw")
    hall.sync.start()
    assert reference_portal.storage.dossier(dossier.dossier_id) is None
    assert hall.room.files.outbox.counts().ready == 1

    hall.room.files.outbox.wake(hall.room.now_ms)
    hall.sync.nudge()

    assert reference_portal.storage.dossier(dossier.dossier_id).status == WITHDRAWN


def test_a_request_with_another_code_withdraws_nothing(hall, reference_portal):
    dossier = hall.room.submit("t")
    hall.sync.start()
    wrong = "000000" if dossier.lookup_code != "000000" else "000001"

    hall.leave(wish(dossier, wrong), key="withdraw")

    row = reference_portal.storage.dossier(dossier.dossier_id)
    assert row.status == 0
    assert row.body


def test_what_an_officer_has_taken_is_not_withdrawn_by_itself(hall, reference_portal):
    dossier = hall.room.submit("t")
    hall.sync.start()
    reference_portal.storage.decide(dossier.dossier_id, 2)
    found = hall.track(dossier)

    hall.leave(wish(dossier), key="withdraw")

    assert not found.may_withdraw
    assert hall.track(dossier).status.status == 2
    assert reference_portal.storage.dossier(dossier.dossier_id).body


def test_the_same_bytes_sent_again_after_the_erasure_are_still_known(hall, reference_portal):
    dossier = hall.room.submit("t")
    hall.sync.start()
    hall.leave(wish(dossier), key="withdraw")
    again = hall.room.files.outbox.send_again(
        epoch=99, kept_epoch=98, kept_through_seq=0, now_ms=hall.room.now_ms
    )

    hall.sync.nudge()

    assert again == 2
    assert hall.sync.state().waiting == 0
    assert reference_portal.storage.dossier(dossier.dossier_id).body == b""


def test_neither_disk_nor_portal_holds_the_code_or_a_name_in_the_open(hall):
    dossier = hall.room.submit("t")
    hall.leave(wish(dossier), key="withdraw")
    hall.room.close()

    held = b"".join(path.read_bytes() for path in hall.room.home.rglob("*") if path.is_file())
    assert not any(marker.encode() in held for marker in MARKERS)
    assert b'"choice"' not in held
