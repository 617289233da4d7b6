"""Looking after a kiosk for years: heartbeat, orders, key rotation, restore, retention, a full disk."""

import json

import pytest

from kiosk.domain.health import IntakeFacts, IntakeState, intake_state
from kiosk.domain.print_jobs import PrintState, Proof
from kiosk.domain.receipts import as_copy
from kiosk.ports.outbox import StorageFull
from kiosk.ports.portal import PortalRefused, PortalUnreachable
from kiosk.services.report_health import ReportHealth
from kiosk.services.synchronise import Line, Synchronise
from kiosk.services.tell_prints import TellPrints
from offline_cache.care_store import KEEP_CLEAR_MS
from offline_cache.disk_reserve import SIZE_BYTES
from tests.end_to_end.test_enrolment import Enrolled, enrolled, qr
from tests.fakes.clock import FakeScheduler
from tests.fakes.tasks import InlineRunner

DAY_S = 86_400


class Cared(Enrolled):
    """An enrolled kiosk that reports."""

    def __init__(self, home, clock=None) -> None:
        super().__init__(home)
        if clock is not None:
            self.clock.advance((clock.now() - self.clock.now()).total_seconds())
        self.report_health = ReportHealth(
            InlineRunner(),
            self.files.outbox,
            self.files.care,
            self.files.device,
            self.portal,
            self.clock,
            software="1",
        )

    def beat(self) -> None:
        self.clock.advance(700)
        self.report_health.run()


@pytest.fixture
def kiosk(tmp_path, reference_portal):
    enrolled(tmp_path / "home", qr(reference_portal))
    kiosk = Cared(tmp_path / "home")
    yield kiosk
    kiosk.close()


@pytest.fixture
def fleet(reference_portal):
    return reference_portal.protocol.fleet


def test_a_heartbeat_tells_how_the_kiosk_is(kiosk, fleet):
    kiosk.submit("t")
    kiosk.beat()

    (row,) = fleet.kiosks()
    assert '"ready": 1' in row.heartbeat
    assert '"numbers_left": 9998' in row.heartbeat
    assert '"seal-1"' in row.heartbeat
    assert (row.boot_counter, row.last_seq) == (1, 1)


def test_an_order_is_carried_out_once_however_often_it_comes(kiosk, fleet, reference_portal):
    kiosk.submit("t")
    reference_portal.faults.plan("413")
    kiosk.sync.start()
    assert kiosk.files.outbox.counts().parked == 1
    fleet.direct(kiosk.room.identity.kiosk_id, "retry_parked")
    reference_portal.faults.plan("truncated", where="heartbeat")

    with pytest.raises(Exception, match="not what was agreed"):
        kiosk.beat()
    kiosk.beat()
    assert kiosk.files.outbox.counts().ready == 1
    assert len(kiosk.files.care.done()) == 1
    kiosk.beat()

    assert kiosk.files.care.done() == ()
    assert fleet.directives(kiosk.room.identity.kiosk_id, []) == []


def test_intake_pauses_by_order_and_goes_on_by_order(kiosk, fleet):
    identity = kiosk.room.identity
    fleet.direct(identity.kiosk_id, "pause_intake", until="2026-12-01T08:00:00+07:00", reason_vi="Bảo trì")
    kiosk.beat()
    paused_ms = kiosk.files.care.paused_until_ms()
    fleet.direct(identity.kiosk_id, "resume_intake")
    kiosk.beat()

    assert paused_ms > kiosk.now_ms
    assert kiosk.files.care.paused_until_ms() == 0


def test_an_unknown_order_is_reported_done_and_changes_nothing(kiosk, fleet):
    fleet.direct(kiosk.room.identity.kiosk_id, "dance")
    kiosk.beat()
    kiosk.beat()

    assert fleet.directives(kiosk.room.identity.kiosk_id, []) == []


def test_what_the_portal_asks_for_again_is_sent_again_with_the_same_bytes(kiosk, fleet, reference_portal):
    kiosk.submit("t")
    kiosk.sync.start()
    fleet.direct(kiosk.room.identity.kiosk_id, "resend_after", seq=0)
    kiosk.beat()
    assert kiosk.files.outbox.counts().ready == 1

    kiosk.sync.nudge()

    assert len(reference_portal.storage.find()) == 1
    assert kiosk.sync.state().waiting == 0


def test_a_copy_of_a_kiosk_is_found_out_and_both_are_stopped(kiosk, fleet):
    kiosk.submit("a")
    kiosk.submit("b")
    kiosk.beat()
    row = fleet.kiosk(kiosk.room.identity.kiosk_id)
    said = json.loads(row.heartbeat) | {"beat": 2, "last_seq": row.last_seq - 1}

    assert not fleet.beat(row, json.dumps(said).encode(), session=fleet.new_session())
    fleet.set_state(row.kiosk_id, "cloned")
    kiosk.sync.nudge()

    assert kiosk.sync.state().line is Line.PAUSED


def test_a_report_that_comes_again_or_late_is_no_copy_and_changes_nothing(kiosk, fleet):
    kiosk.beat()
    early = fleet.kiosk(kiosk.room.identity.kiosk_id)
    kiosk.submit("a")
    kiosk.beat()
    now = fleet.kiosk(early.kiosk_id)

    for said in (early.heartbeat, now.heartbeat):
        for session in (0, 1):  # before the kiosk's token, and with it
            assert fleet.beat(now, said.encode(), session=session)

    assert fleet.kiosk(early.kiosk_id) == now


def test_a_kiosk_that_lost_its_mark_or_its_database_goes_on_counting_its_reports(kiosk, tmp_path, fleet):
    kiosk.beat()
    home = kiosk.files.database.home
    for name in ("outbox.mark", "outbox.db"):
        kiosk.close()
        (home / name).unlink()
        kiosk = Cared(tmp_path / "home")
        kiosk.beat()

    assert fleet.kiosk(kiosk.room.identity.kiosk_id).state == "active"
    assert '"beat": 3' in json.dumps(json.loads(fleet.kiosks()[0].heartbeat))
    kiosk.close()


def test_a_full_disk_does_not_keep_a_kiosk_from_reporting(kiosk, fleet, monkeypatch):
    def full(_mark):
        raise StorageFull("outbox.mark", "no room left")

    kiosk.beat()
    monkeypatch.setattr(kiosk.files.database.marks, "write", full)
    kiosk.beat()
    monkeypatch.undo()
    kiosk.beat()

    assert fleet.kiosk(kiosk.room.identity.kiosk_id).state == "active"
    assert json.loads(fleet.kiosks()[0].heartbeat)["beat"] == 3


def test_a_key_lives_a_month_and_rows_of_the_old_key_are_still_taken(kiosk, fleet, reference_portal):
    kiosk.submit("sealed with the old key")
    before = kiosk.files.device.public_key()
    kiosk.beat()
    kiosk.clock.advance(31 * DAY_S)
    kiosk.beat()

    assert kiosk.files.device.public_key() != before
    kiosk.sync.nudge()
    assert kiosk.sync.state().waiting == 0, kiosk.sync.state().reason


def test_a_power_cut_between_the_portals_word_and_ours_leaves_a_kiosk_that_gets_in(
    kiosk, reference_portal, monkeypatch
):
    device = kiosk.files.device
    monkeypatch.setattr(device, "promote_next", lambda: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        kiosk.portal.rotate_key(device)
    monkeypatch.undo()
    with reference_portal.storage.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE kiosk_keys SET valid_until = '2020' WHERE valid_until <> ''")
    before = device.public_key()
    reference_portal.protocol.forget_tokens()

    kiosk.beat()

    assert device.public_key() != before
    assert not device.has_next()


def test_a_restore_older_than_the_promise_names_exactly_what_is_gone(kiosk, reference_portal):
    gone = kiosk.submit("a")
    kiosk.sync.start()
    history = reference_portal.storage.history
    history.backed_up(1)
    history.backed_up(1)
    kiosk.clock.advance(8 * DAY_S)
    kiosk.sync.nudge()
    kept = kiosk.submit("b")
    kiosk.sync.nudge()

    with reference_portal.storage.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM dossiers")
    history.restored(kept_through_seq=0)
    kiosk.sync.nudge()

    lines = {line.receipt_no: line for line in kiosk.files.outbox.lines()}
    assert lines[gone.receipt_no].flags == "gone_at_portal"
    assert lines[kept.receipt_no].flags == ""
    assert [row.receipt_no for row in reference_portal.storage.find()] == [kept.receipt_no]


def test_rows_go_after_180_days_and_the_chain_stays_provable(kiosk, tmp_path, reference_portal):
    for key in "abc":
        kiosk.submit(key)
    kiosk.sync.start()
    history = reference_portal.storage.history
    history.backed_up(9)
    history.backed_up(9)
    kiosk.clock.advance(8 * DAY_S)
    kiosk.submit("young")
    kiosk.sync.nudge()

    assert kiosk.files.care.retire(kiosk.now_ms) == 0
    kiosk.clock.advance(KEEP_CLEAR_MS / 1000 - 2 * DAY_S)
    assert kiosk.files.care.retire(kiosk.now_ms) == 3
    kiosk.close()

    again = Cared(tmp_path / "home", kiosk.clock)
    assert again.report.sound, again.report.reason
    assert [line.local_seq for line in again.files.outbox.lines()] == [4]
    assert again.submit("next").receipt_no > "1"
    assert [line.local_seq for line in again.files.outbox.lines()] == [5, 4]
    again.close()


def test_a_start_moved_by_a_stranger_is_damage(kiosk, tmp_path):
    kiosk.submit("a")
    kiosk.submit("b")
    with kiosk.files.database.transaction() as db:
        row = db.execute("SELECT seq, row_hash FROM outbox_events WHERE seq = 1").fetchone()
        db.execute("DELETE FROM outbox_events WHERE seq = 1")
        db.execute("INSERT INTO anchors VALUES ('outbox_events', ?, ?, ?)", (*row, b"x" * 64))
    kiosk.close()

    again = Cared(tmp_path / "home")

    assert not again.report.sound
    assert "without this machine's signature" in again.report.reason
    assert again.report.lost_seqs == ((1, 1),)
    again.close()


def test_a_full_disk_frees_the_reserve_once_for_what_was_begun_and_then_takes_nothing_in(kiosk):
    reserve = kiosk.files.database.reserve
    assert reserve.exists()
    tries = []

    def full_once() -> str:
        tries.append(reserve.exists())
        if len(tries) == 1:
            raise StorageFull("no room")
        return "kept"

    assert reserve.used_where_full(full_once) == "kept"
    assert tries == [True, False]
    assert not kiosk.files.care.reserve_is_there()
    with pytest.raises(StorageFull):
        reserve.used_where_full(lambda: (_ for _ in ()).throw(StorageFull("still no room")))
    assert SIZE_BYTES == 8 * 1024 * 1024


OPEN = {
    "paused_until_ms": 0,
    "is_allowed": True,
    "free_bytes": 10**9,
    "reserve_is_there": True,
    "waiting": 3,
    "waiting_bytes": 10_000,
    "numbers_left": 500,
    "keys_hold": True,
}


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, IntakeState.OPEN),
        ({"is_allowed": False}, IntakeState.NOT_ALLOWED),
        ({"paused_until_ms": 1001}, IntakeState.PAUSED),
        ({"paused_until_ms": 1000}, IntakeState.OPEN),
        ({"keys_hold": False}, IntakeState.KEYS_EXPIRED),
        ({"numbers_left": 0}, IntakeState.NO_NUMBERS),
        ({"waiting": 5000}, IntakeState.TOO_MANY_WAIT),
        ({"waiting_bytes": 2 * 10**9}, IntakeState.TOO_MANY_WAIT),
        ({"free_bytes": 10**7}, IntakeState.DISK_FULL),
        ({"reserve_is_there": False}, IntakeState.DISK_FULL),
    ],
)
def test_a_form_begins_only_where_it_can_be_kept(changes, state):
    assert intake_state(IntakeFacts(**(OPEN | changes)), 1000) is state


def test_the_portal_hears_once_which_slip_came_out_and_how_sure_that_is(kiosk, fleet, reference_portal):
    dossier = kiosk.submit("t")
    (job, _) = kiosk.files.journal.next_due(kiosk.now_ms)
    for state in (PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT):
        kiosk.files.journal.advance(job.job_id, state, now_ms=kiosk.now_ms)
    tell = TellPrints(InlineRunner(), kiosk.files.care, kiosk.portal, kiosk.clock)
    tell.run()
    assert fleet.prints(dossier.dossier_id) == []
    kiosk.files.journal.advance(job.job_id, PrintState.PRINTED, now_ms=kiosk.now_ms, proof=Proof.FENCE)
    reference_portal.faults.plan("truncated", where="/events")

    with pytest.raises(PortalUnreachable):
        tell.run()
    tell.run()
    tell.run()

    (event,) = fleet.prints(dossier.dossier_id)
    assert (event.proof, event.copy_no) == ("fence", job.copy_no)
    assert kiosk.files.care.untold_prints(10) == ()


def test_a_second_slip_is_told_of_the_same_dossier(kiosk, fleet):
    dossier = kiosk.submit("t")
    (job, document) = kiosk.files.journal.next_due(kiosk.now_ms)
    printed(kiosk, job.job_id)
    copy = kiosk.files.journal.enqueue(
        as_copy(document, copy_no=2), now_ms=kiosk.now_ms, expires_ms=kiosk.now_ms + 60_000
    )
    printed(kiosk, copy.job_id)

    tell = TellPrints(InlineRunner(), kiosk.files.care, kiosk.portal, kiosk.clock)
    tell.run()

    assert sorted(event.copy_no for event in fleet.prints(dossier.dossier_id)) == [1, 2]


def test_a_slip_the_portal_refuses_to_hear_of_holds_up_neither_the_others_nor_the_report(
    kiosk, fleet, reference_portal
):
    for name in "ab":
        kiosk.submit(name)
        (job, _) = kiosk.files.journal.next_due(kiosk.now_ms)
        printed(kiosk, job.job_id)
    tell = TellPrints(InlineRunner(), kiosk.files.care, kiosk.portal, kiosk.clock)
    reference_portal.faults.plan("413", times=2, where="/events")  # both together, then the first alone

    tell.run()

    assert len(reference_portal.faults.happened) == 2
    assert kiosk.files.care.untold_prints(10) == ()
    assert sum(len(fleet.prints(line.dossier_id)) for line in kiosk.files.outbox.lines()) == 1


def test_a_step_the_portal_refuses_leaves_the_line_up_and_the_next_steps_running(kiosk, fleet):
    def refused() -> None:
        raise PortalRefused("GET /changes", "HTTP 422 cursor_wrong", code="cursor_wrong")

    kiosk.sync.stop()
    kiosk.sync = Synchronise(
        InlineRunner(),
        kiosk.files.outbox,
        kiosk.portal,
        kiosk.clock,
        FakeScheduler(kiosk.clock),
        steps=(refused, kiosk.report_health.run),
    )
    kiosk.sync.start()

    assert kiosk.sync.state().line is Line.ONLINE
    assert "cursor_wrong" in kiosk.sync.state().reason
    assert fleet.kiosks()[0].heartbeat


def printed(kiosk, job_id):
    for state in (PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT):
        kiosk.files.journal.advance(job_id, state, now_ms=kiosk.now_ms)
    kiosk.files.journal.advance(job_id, PrintState.PRINTED, now_ms=kiosk.now_ms, proof=Proof.FENCE)
