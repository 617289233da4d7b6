"""Pre-registrations (Phiếu khai trước): what a citizen declared and the number they walk away with.

The kiosk never receives a dossier (hồ sơ): an officer does, after checking the papers (Decree 118/2025/NĐ-CP,
Circular 03/2025/TT-VPCP). Hence "khai trước", never "đã nộp".
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class PreRegistration:
    """A person's checked answers, in memory only, ready to be confirmed.

    `answers` are (field name, value) in the form's order; `procedure_version` is the decision the facts rest on.
    """

    form_id: str
    form_version: str
    procedure_code: str
    procedure_version: str
    answers: tuple[tuple[str, str], ...]
    consent_version: str
    language: str = "vi"


class DossierState(Enum):
    """Where a confirmed pre-registration is: kept here, on its way, acknowledged by the portal, or put aside."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    PARKED = "parked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedDossier:
    """What the transaction bound together. `receipt_no` is 11 digits (domain/numbering), `lookup_code` 6 digits."""

    dossier_id: str
    receipt_no: str
    lookup_code: str
    print_job_id: str
    created_at: datetime
