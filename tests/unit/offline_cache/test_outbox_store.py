import pytest

from kiosk.domain.outbox import Acknowledgement, OutboxState, may_purge, retry_wait_s
from tests.fakes.dossiers import Room

DAY_MS = 86_400_000


@pytest.fixture
def room(tmp_path):
    room = Room(tmp_path / "home")
    yield room
    room.close()


def ack_for(item, **changes) -> Acknowledgement:
    values = {
        "dossier_id": item.dossier_id,
        "receipt_no": item.receipt_no,
        "payload_sha256": item.sha256,
        "seq": 7,
        "epoch": 1,
        "state": "pre_registered",
    }
    return Acknowledgement(**(values | changes))


def test_a_claimed_row_is_claimed_once(room):
    room.submit("t")
    outbox = room.files.outbox

    assert outbox.claim_next(room.now_ms) is not None
    assert outbox.claim_next(room.now_ms) is None
    assert outbox.counts().waiting == 1


def test_a_restart_makes_a_sending_row_ready_with_the_same_bytes(room):
    room.submit("t")
    first = room.files.outbox.claim_next(room.now_ms)

    again = room.reopened()
    second = again.files.outbox.claim_next(again.now_ms)

    assert (second.body, second.sha256) == (first.body, first.sha256)
    again.close()


def test_a_row_put_back_waits_and_others_go_before_it(room):
    room.submit("a")
    room.submit("b")
    outbox = room.files.outbox
    item = outbox.claim_next(room.now_ms)
    outbox.put_back(item.dossier_id, next_try_ms=room.now_ms + 5000, problem="ReadTimeout")

    other = outbox.claim_next(room.now_ms)

    assert other.dossier_id != item.dossier_id
    assert outbox.claim_next(room.now_ms) is None
    assert outbox.claim_next(room.now_ms + 5000).dossier_id == item.dossier_id


def test_a_clock_that_jumped_back_ten_years_delays_nothing(room):
    room.submit("a")
    item = room.files.outbox.claim_next(room.now_ms)
    room.files.outbox.put_back(item.dossier_id, next_try_ms=room.now_ms + 2000, problem="x")

    assert room.files.outbox.claim_next(room.now_ms - 10 * 365 * DAY_MS) is not None


def test_a_parked_row_delays_no_other_and_staff_can_send_it_again(room):
    room.submit("a")
    outbox = room.files.outbox
    item = outbox.claim_next(room.now_ms)
    outbox.park(item.dossier_id, problem="content_wrong")

    assert outbox.claim_next(room.now_ms + DAY_MS) is None
    assert outbox.counts().parked == 1
    assert outbox.retry(item.receipt_no, now_ms=room.now_ms) == 1
    assert outbox.claim_next(room.now_ms).dossier_id == item.dossier_id


def test_an_acknowledgement_of_other_bytes_or_another_number_is_not_taken(room):
    room.submit("a")
    item = room.files.outbox.claim_next(room.now_ms)

    for wrong in ({"payload_sha256": "0" * 64}, {"receipt_no": "90000000239"}):
        with pytest.raises(ValueError, match="other bytes"):
            room.files.outbox.acknowledge(ack_for(item, **wrong), now_ms=room.now_ms)
    with pytest.raises(KeyError):
        room.files.outbox.acknowledge(ack_for(item, dossier_id="nobody"), now_ms=room.now_ms)
    assert room.files.outbox.counts().acked == 0


def test_an_acknowledged_row_cannot_be_parked(room):
    room.submit("a")
    item = room.files.outbox.claim_next(room.now_ms)
    room.files.outbox.acknowledge(ack_for(item), now_ms=room.now_ms)

    with pytest.raises(ValueError, match="cannot follow"):
        room.files.outbox.park(item.dossier_id, problem="x")


@pytest.mark.parametrize(
    ("days", "durable", "purged"), [(7, 7, 1), (6.9, 7, 0), (8, 6, 0)], ids=["due", "young", "not in backups"]
)
def test_sealed_bytes_go_only_when_acknowledged_old_and_in_the_backups(room, days, durable, purged):
    room.submit("a")
    room.submit("never sent")
    item = room.files.outbox.claim_next(room.now_ms)
    room.files.outbox.acknowledge(ack_for(item), now_ms=room.now_ms)
    room.clock.advance(days * 86_400)

    assert room.files.outbox.purge(durable_through=durable, now_ms=room.now_ms) == purged
    again = room.reopened()
    assert again.report.sound
    assert sum(line.is_purged for line in again.files.outbox.lines()) == purged
    again.close()


def test_a_restored_portal_gets_again_what_it_lost_and_only_that(room):
    outbox = room.files.outbox
    for number in range(3):
        room.submit(f"t{number}")
        item = outbox.claim_next(room.now_ms)
        outbox.acknowledge(ack_for(item, seq=10 + number), now_ms=room.now_ms)

    assert outbox.send_again(epoch=2, kept_epoch=1, kept_through_seq=11, now_ms=room.now_ms) == 1
    assert outbox.counts().ready == 1
    assert outbox.send_again(epoch=2, kept_epoch=1, kept_through_seq=11, now_ms=room.now_ms) == 0


def test_figures_of_the_exchange_are_remembered(room):
    assert room.files.outbox.noted("epoch") == 0
    room.files.outbox.note("epoch", 7)
    assert room.files.outbox.noted("epoch") == 7


def test_waits_grow_with_jitter_and_stay_between_a_second_and_a_quarter_hour():
    assert [retry_wait_s(n, random=lambda: 1.0) for n in (1, 2, 3, 4, 20, 10**6)] == [2, 4, 8, 16, 900, 900]
    assert retry_wait_s(30, random=lambda: 0.0) == 1.0
    assert [retry_wait_s(1, random=lambda: 0.5, retry_after_s=s) for s in (0, 30, 10**9)] == [1, 30, 3600]


def test_nothing_is_purged_without_an_acknowledgement():
    assert not may_purge(acked_ms=0, seq=0, durable_through=10, now_ms=10**14)


def test_states_have_words_for_people(room):
    assert {state.value for state in OutboxState} == {"ready", "sending", "acked", "parked", "quarantined"}
