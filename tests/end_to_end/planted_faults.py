"""Faults a careless kiosk or portal could have, one at a time: the search must find them."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from types import SimpleNamespace
from unittest.mock import patch

import msgspec
from sqlalchemy import UniqueConstraint, insert

from kiosk.domain.outbox import KEEP_SEALED_MS, Acknowledgement, OutboxCounts
from kiosk.ports.portal import PortalError, PortalRefused
from kiosk.services import receive_changes
from kiosk.services.sending_rounds import SendingRounds
from offline_cache import outbox_store, portal_answers, portal_data_store
from offline_cache.outbox_store import SqlOutbox
from offline_cache.portal_client import HttpPortal
from tests.portal.reference_portal.city import Fleet
from tests.portal.reference_portal.protocol import Protocol
from tests.portal.reference_portal.storage import History, Storage, next_number
from tests.portal.reference_portal.tables import DOSSIERS

ACKNOWLEDGED = "offline_cache.portal_client.acknowledgement_from"
Planted = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """`found_as` are the invariants that may fall first; `examples` how many the search may take."""

    name: str
    plant: Planted
    found_as: tuple[str, ...]
    examples: int = 60


def any_answer_is_believed():
    """As if a 200 were a receipt."""

    def believed(_raw, item, _keys, **_more):
        names = {"dossier_id": item.dossier_id, "receipt_no": item.receipt_no}
        return Acknowledgement(**names, payload_sha256=item.sha256, seq=1, epoch=1, state="")

    return patch(ACKNOWLEDGED, believed)


def no_signature_is_asked_for():
    return patch("offline_cache.portal_answers.verify", lambda *_args, **_more: None)


def _forgiving(name: str):
    """An acknowledgement whose `name` is another one is taken for ours."""
    strict = portal_answers.acknowledgement_from

    def forgiving(raw, item, keys, **more):
        try:
            ack = msgspec.json.decode(raw, type=portal_answers.UploadAnswer).ack
        except msgspec.DecodeError:
            return strict(raw, item, keys, **more)
        meant = {"payload_sha256": "sha256", "receipt_no": "receipt_no"}[name]
        found = strict(raw, replace(item, **{meant: getattr(ack, name)}), keys, **more)
        return replace(found, **{name: getattr(item, meant)})

    return patch(ACKNOWLEDGED, forgiving)


def the_hash_is_not_compared():
    return _forgiving("payload_sha256")


def the_number_is_not_compared():
    return _forgiving("receipt_no")


def an_acknowledgement_from_before_a_restore_is_believed():
    strict = portal_answers.acknowledgement_from
    return patch(ACKNOWLEDGED, lambda *args, restores, place: strict(*args, restores=(), place=place))


def a_restore_goes_unnoticed():
    return patch.object(SqlOutbox, "send_again", lambda *_args, **_more: 0)


def the_epoch_of_the_copy_is_not_looked_at():
    """What the search found in the protocol: see decision 143."""
    honest = SqlOutbox.send_again
    return patch.object(
        SqlOutbox, "send_again", lambda self, *, kept_epoch, **more: honest(self, kept_epoch=10**6, **more)
    )


def bytes_go_before_two_copies_hold_them():
    def early(*, acked_ms, seq, durable_through, now_ms):
        return acked_ms > 0 and now_ms - acked_ms >= KEEP_SEALED_MS

    return patch("offline_cache.outbox_store.may_purge", early)


def bytes_go_before_seven_days():
    def early(*, acked_ms, seq, durable_through, now_ms):
        return acked_ms > 0 and seq <= durable_through

    return patch("offline_cache.outbox_store.may_purge", early)


def a_retry_sends_other_bytes():
    honest = HttpPortal.upload
    return patch.object(
        HttpPortal,
        "upload",
        lambda self, item: honest(self, replace(item, body=item.body + b" " * item.attempts)),
    )


def tries_follow_at_once():
    return patch("kiosk.services.sending_rounds.retry_wait_s", lambda *_args, **_more: 0.0)


def a_refused_item_holds_the_line():
    class HeldError(PortalError):
        pass

    def stubborn(self, portal, item) -> None:
        def upload(item):
            try:
                return portal.upload(item)
            except PortalRefused as refusal:
                raise HeldError("PUT", str(refusal)) from refusal

        try:
            honest(self, SimpleNamespace(upload=upload), item)
        except HeldError:
            self._ask(lambda: self._outbox.give_back(item.dossier_id))
            raise

    honest = SendingRounds._send
    return patch.object(SendingRounds, "_send", stubborn)


@contextmanager
def the_last_page_that_came_wins() -> Iterator[None]:
    """Neither the page's place nor the state's is looked at."""
    careful = portal_data_store.remember_within

    def last_wins(db, change, *, now_ms):
        db.execute("DELETE FROM dossier_states WHERE dossier_id = ?", (change.dossier_id,))
        return careful(db, change, now_ms=now_ms)

    with (
        patch.object(portal_data_store, "remember_within", last_wins),
        patch.object(receive_changes, "_place", lambda _cursor: (10**9, 0)),
    ):
        yield


def what_was_being_sent_stays_so():
    return patch.object(SqlOutbox, "recover", lambda *_args: 0)


def what_was_put_aside_does_not_count():
    return patch.object(OutboxCounts, "waiting", property(lambda self: self.ready + self.sending))


def a_time_years_ahead_is_waited_for():
    return patch.object(outbox_store, "_AHEAD_MS", dict.fromkeys(outbox_store._AHEAD_MS, 10**15))


@contextmanager
def a_repeated_upload_is_stored_again() -> Iterator[None]:
    """A portal without a rule on ids."""

    def store(self, *args):
        row, replayed = honest(self, *args)
        if replayed:
            with self.engine.begin() as connection:
                again = row._asdict() | {"seq": next_number(connection, "items")}
                connection.execute(insert(DOSSIERS).values(**again))
        return row, replayed

    honest = Storage.store
    kept = {one for one in DOSSIERS.constraints if not isinstance(one, UniqueConstraint)}
    with patch.object(DOSSIERS, "constraints", kept), patch.object(Storage, "store", store):
        yield


def a_repeated_upload_is_answered_otherwise():
    honest = Storage.store

    def store(self, *args):
        row, replayed = honest(self, *args)
        return (SimpleNamespace(**row._asdict() | {"seq": row.seq + replayed}), replayed)

    return patch.object(Storage, "store", store)


def a_portal_set_back_keeps_its_epoch():
    """An older image of the whole machine, or a restore past the command."""
    return patch.object(History, "restored", lambda *_args, **_more: None)


def blocks_have_no_lanes():
    def lease(self, request_id, kiosk_id, want, highest_seen):
        history = self.storage.history
        self.storage.history = SimpleNamespace(epoch=1, suspect="", write=lambda: None)
        try:
            return honest(self, request_id, kiosk_id, want, 0)
        finally:
            self.storage.history = history

    honest = Fleet.lease
    return patch.object(Fleet, "lease", lease)


def a_late_report_is_a_copy():
    """The rule there was: newest row and starts only."""

    def beat(self, kiosk, raw, *, session):
        return msgspec.json.decode(raw)["last_seq"] >= kiosk.last_seq and honest(
            self, kiosk, raw, session=session
        )

    honest = Fleet.beat
    return patch.object(Fleet, "beat", beat)


def acknowledgements_carry_the_epoch_of_their_row():
    """What the search found in the reference portal: see decision 142."""

    def acknowledged(self, request, ack, row, *, replayed):
        history = self.storage.history
        self.storage.history = SimpleNamespace(epoch=row.epoch)
        try:
            return honest(self, request, ack, row, replayed=replayed)
        finally:
            self.storage.history = history

    honest = Protocol._acknowledged
    return patch.object(Protocol, "_acknowledged", acknowledged)


def a_lost_decision_is_shown_on():
    """States under the epoch of the day they were set: see decision 142."""
    return patch(
        "tests.portal.reference_portal.daily_calls.DailyCalls._in_present_epoch", lambda _self, change: change
    )


FAULTS = (
    Fault(name="any answer is believed", plant=any_answer_is_believed, found_as=("I6", "I1")),
    Fault(name="no signature is asked for", plant=no_signature_is_asked_for, found_as=("I6", "I1")),
    Fault(name="the hash is not compared", plant=the_hash_is_not_compared, found_as=("I6", "I1")),
    Fault(name="the number is not compared", plant=the_number_is_not_compared, found_as=("I6", "I1")),
    Fault(
        name="an acknowledgement from before a restore is believed",
        plant=an_acknowledgement_from_before_a_restore_is_believed,
        found_as=("I1",),
    ),
    Fault(name="a restore goes unnoticed", plant=a_restore_goes_unnoticed, found_as=("I1",)),
    Fault(
        name="the epoch of the copy is not looked at",
        plant=the_epoch_of_the_copy_is_not_looked_at,
        found_as=("I1",),
    ),
    Fault(
        name="bytes go before two copies hold them",
        plant=bytes_go_before_two_copies_hold_them,
        found_as=("I5",),
    ),
    Fault(name="bytes go before seven days", plant=bytes_go_before_seven_days, found_as=("I5",)),
    Fault(name="a retry sends other bytes", plant=a_retry_sends_other_bytes, found_as=("I15",)),
    Fault(name="tries follow at once", plant=tries_follow_at_once, found_as=("I10",)),
    Fault(name="a refused item holds the line", plant=a_refused_item_holds_the_line, found_as=("I9", "I8")),
    Fault(name="the last page that came wins", plant=the_last_page_that_came_wins, found_as=("I11",)),
    Fault(name="what was being sent stays so", plant=what_was_being_sent_stays_so, found_as=("I14", "I8")),
    Fault(
        name="what was put aside does not count", plant=what_was_put_aside_does_not_count, found_as=("I18",)
    ),
    Fault(
        name="a time years ahead is waited for", plant=a_time_years_ahead_is_waited_for, found_as=("I8", "I9")
    ),
    Fault(
        name="a repeated upload is stored again", plant=a_repeated_upload_is_stored_again, found_as=("I2",)
    ),
    Fault(
        name="a repeated upload is answered otherwise",
        plant=a_repeated_upload_is_answered_otherwise,
        found_as=("I7",),
    ),
    Fault(
        name="a portal set back keeps its epoch",
        plant=a_portal_set_back_keeps_its_epoch,
        found_as=("I1", "I2", "I3"),
    ),
    Fault(name="blocks have no lanes", plant=blocks_have_no_lanes, found_as=("I3",)),
    Fault(name="a late report is a copy", plant=a_late_report_is_a_copy, found_as=("I8", "I9")),
    Fault(
        name="acknowledgements carry the epoch of their row",
        plant=acknowledgements_carry_the_epoch_of_their_row,
        found_as=("I8", "I9"),
    ),
    Fault(name="a lost decision is shown on", plant=a_lost_decision_is_shown_on, found_as=("I11",)),
)
