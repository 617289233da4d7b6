"""Tracking by number and six-digit code: the portal where it answers, this machine's memory where not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from kiosk.domain.attempts import AttemptLimits
from kiosk.domain.dossiers import DossierState
from kiosk.domain.numbering import parse_receipt
from kiosk.domain.outbox import OutboxState, dossier_state
from kiosk.domain.tracking import (
    PRE_REGISTERED,
    DossierStatus,
    NotTracked,
    TooManyTries,
    Tracked,
    TrackingOutcome,
    TrackingSource,
)
from kiosk.ports.clock import Clock
from kiosk.ports.portal import PortalError, RateLimited
from kiosk.ports.portal_data import LookedUp, PortalLookUps
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.ports.tracking import KnownDossier, StatusChange, TrackingStore
from kiosk.services.attempt_guard import AttemptGuard
from kiosk.services.submit_dossier import epoch_ms, hash_lookup_code, lookup_code_fits

Done = Callable[[TrackingOutcome], None]
Failed = Callable[[Exception], None]


class TrackDossiers:
    """Answers who holds number and code. Qt thread; outcomes come back there.

    `is_online` says whether asking the portal makes sense now (the exchange's last word).
    """

    def __init__(
        self,
        tasks: TaskRunner,
        store: TrackingStore,
        portal: PortalLookUps | None,
        clock: Clock,
        *,
        is_online: Callable[[], bool],
        limits: AttemptLimits | None = None,
    ) -> None:
        self._tasks, self._store, self._portal, self._clock = tasks, store, portal, clock
        self._is_online = is_online
        self._guard = AttemptGuard(clock, limits)

    def look_up(self, number: str, code: str, *, done: Done, failed: Failed) -> None:
        """Find a dossier. Raises BadReceiptNumber at once where the check digits do not fit.

        `done` gets Tracked, NotTracked (unknown number and wrong code alike) or TooManyTries; `failed` gets
        StorageError where this machine's memory cannot be read.
        """
        receipt_no = parse_receipt(number)
        wait_s = self._guard.wait_s(receipt_no)
        if wait_s:
            done(TooManyTries(wait_s=wait_s))
            return
        if self._portal is None or not self._is_online():
            self._look_here(receipt_no, code, NotTracked(asked_portal=False), done=done, failed=failed)
            return
        self._ask_portal(self._portal, receipt_no, code, done=done, failed=failed)

    def _ask_portal(
        self, portal: PortalLookUps, receipt_no: str, code: str, *, done: Done, failed: Failed
    ) -> None:
        def answered(found: LookedUp | None) -> None:
            if found is None:
                # It may still wait here, unknown to the portal.
                self._look_here(receipt_no, code, NotTracked(asked_portal=True), done=done, failed=failed)
                return
            self._told(found, code, done)

        def not_answered(error: Exception) -> None:
            if isinstance(error, RateLimited):
                # Many asked at this machine just now; who is known here need not wait for it.
                wait = TooManyTries(wait_s=int(error.retry_after_s))
                self._look_here(receipt_no, code, wait, done=done, failed=failed)
            elif isinstance(error, PortalError):
                self._look_here(receipt_no, code, NotTracked(asked_portal=False), done=done, failed=failed)
            else:
                failed(error)

        self._tasks.submit(
            Lane.NETWORK, lambda: portal.look_up(receipt_no, code), done=answered, failed=not_answered
        )

    def _look_here(
        self, receipt_no: str, code: str, otherwise: TrackingOutcome, *, done: Done, failed: Failed
    ) -> None:
        def work() -> KnownDossier | None:
            return _fitting(self._store.known(receipt_no), code)

        def looked(known: KnownDossier | None) -> None:
            if known is not None:
                done(_tracked(known, self._clock))
                return
            if isinstance(otherwise, NotTracked):
                self._guard.note_wrong(receipt_no)
            done(otherwise)

        self._tasks.submit(Lane.DATABASE, work, done=looked, failed=failed)

    def _told(self, found: LookedUp, code: str, done: Done) -> None:
        """Answer with the portal's word, and with what this machine knows of a withdrawal."""
        change, now = found.change, self._clock.now()
        outcome = Tracked(
            status=change.status,
            source=TrackingSource.PORTAL,
            as_of=now,
            note=found.note,
            dossier_id=change.dossier_id,
        )
        self._tasks.submit(
            Lane.DATABASE,
            self._remembering(change, code, epoch_ms(now)),
            done=lambda asked: done(replace(outcome, withdrawal=asked)),
            failed=lambda _error: done(outcome),
        )

    def _remembering(self, change: StatusChange, code: str, now_ms: int) -> Callable[[], DossierState | None]:
        """Keep the portal's word with a hash of our own making, for a later look without network."""

        def work() -> DossierState | None:
            kept = StatusChange(
                dossier_id=change.dossier_id,
                lookup_hash=change.lookup_hash or hash_lookup_code(code),
                epoch=change.epoch,
                seq=change.seq,
                status=change.status,
            )
            self._store.remember(kept, now_ms=now_ms)
            known = self._store.known(change.status.receipt_no)
            asked = (one.withdrawal for one in known if one.dossier_id == change.dossier_id)
            return _state_of(next(asked, None))

        return work


def _fitting(found: tuple[KnownDossier, ...], code: str) -> KnownDossier | None:
    """Return the dossier whose code fits; an unknown number takes as long as a wrong code."""
    fits = [known for known in found if known.lookup_hash and lookup_code_fits(code, known.lookup_hash)]
    if not any(known.lookup_hash for known in found):
        hash_lookup_code(code)
    return fits[0] if fits else None


def _tracked(known: KnownDossier, clock: Clock) -> Tracked:
    zone = clock.now().tzinfo
    as_of = datetime.fromtimestamp(known.as_of_ms / 1000, tz=UTC).astimezone(zone)
    if known.status is not None:
        return Tracked(
            status=known.status,
            source=TrackingSource.CACHE,
            as_of=as_of,
            dossier_id=known.dossier_id,
            withdrawal=_state_of(known.withdrawal),
        )
    created = datetime.fromtimestamp(known.created_ms / 1000, tz=UTC).astimezone(zone)
    status = DossierStatus(
        receipt_no=known.receipt_no,
        status=PRE_REGISTERED,
        changed_at=created,
        procedure_code=known.procedure_code,
    )
    here = dossier_state(known.here if known.here is not None else OutboxState.READY)
    return Tracked(
        status=status,
        source=TrackingSource.HERE,
        as_of=as_of,
        here=here,
        dossier_id=known.dossier_id,
        withdrawal=_state_of(known.withdrawal),
    )


def _state_of(row: OutboxState | None) -> DossierState | None:
    return None if row is None else dossier_state(row)
