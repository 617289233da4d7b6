"""What the core asks of the memory of dossier states. DATABASE lane only."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.outbox import OutboxState
from kiosk.domain.tracking import DossierStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A state as the portal gave it: the highest (epoch, seq) of a dossier is shown, older ones are not.

    `lookup_hash` lets this machine check the code without the portal; empty where the portal did not say.
    """

    dossier_id: str
    lookup_hash: str
    epoch: int
    seq: int
    status: DossierStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDossier:
    """What this machine knows of a number. `here` is the row's state where it was confirmed here.

    `status` None: the portal has said nothing yet. `as_of_ms` is when it was learnt, or the row's own time.
    `withdrawal` is the row of the newest request to withdraw it left here, None where there is none.
    """

    dossier_id: str
    receipt_no: str
    procedure_code: str
    lookup_hash: str
    here: OutboxState | None
    status: DossierStatus | None
    created_ms: int
    as_of_ms: int
    withdrawal: OutboxState | None = None


class TrackingStore(Protocol):
    """The cached states."""

    def known(self, receipt_no: str) -> tuple[KnownDossier, ...]:
        """Return what is known under a number; several where the portal flagged it as used twice."""
        ...

    def remember(self, change: StatusChange, *, now_ms: int) -> bool:
        """Keep a state; False where a newer one is known."""
        ...
