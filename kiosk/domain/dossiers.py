"""Pre-registrations (Phiếu khai trước): what a citizen declared and the number they walk away with.

The kiosk never receives a dossier (hồ sơ): an officer does, after checking the papers (Decree 118/2025/NĐ-CP,
Circular 03/2025/TT-VPCP). Hence "khai trước", never "đã nộp".
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.domain.consents import Consent


@dataclass(frozen=True, slots=True, kw_only=True)
class PreRegistration:
    """A person's checked answers, in memory only, ready to be confirmed.

    `answers` are (field name, value) in the form's order; `procedure_version` is the decision the facts
    rest on. `consents` are the choices purpose by purpose; `by_post` says that the answers named
    `delivery_…` are where the result goes.
    """

    form_id: str
    form_version: str
    procedure_code: str
    procedure_version: str
    answers: tuple[tuple[str, str], ...]
    consent_version: str
    language: str = "vi"
    consents: tuple[Consent, ...] = ()
    by_post: bool = False


class DossierState(Enum):
    """Where a confirmed pre-registration is: kept here, on its way, acknowledged, or put aside."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    PARKED = "parked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedDossier:
    """What the transaction bound together. `receipt_no` has 11 digits (domain/numbering), `lookup_code` 6."""

    dossier_id: str
    receipt_no: str
    lookup_code: str
    print_job_id: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierHeader:
    """The part of a dossier that stays readable: no personal data.

    `local_seq` orders dossiers of one kiosk (the wall clock never does); `lookup_hash` is the scrypt hash of
    the six-digit code; `created_at` is the hall's time and may be wrong.
    """

    dossier_id: str
    receipt_no: str
    procedure_code: str
    procedure_version: str
    created_at: datetime
    local_seq: int
    lookup_hash: str
    consent_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPayload:
    """The exact bytes that travel to the portal, with their SHA-256 (hex) and the keys they are sealed to.

    The bytes are made once and never again: every retry sends them unchanged.
    """

    body: bytes
    sha256: str
    key_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenNumber:
    """What the store hands out inside the confirming transaction: a PK number and the row's sequence."""

    receipt_no: str
    local_seq: int
