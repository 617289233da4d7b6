"""Confirming a pre-registration: after this returns, it survives a power cut."""

import base64
import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain.dossiers import ConfirmedDossier, DossierHeader, PreRegistration, TakenNumber
from kiosk.domain.identifiers import uuid7
from kiosk.domain.numbering import new_lookup_code
from kiosk.domain.print_documents import PrintDocument
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import DossierStore, NewDossier
from kiosk.ports.vault import Vault

SlipBuilder = Callable[[str, str, str, datetime], PrintDocument]
"""(receipt number, look-up code, dossier id, time confirmed) -> the sheet to print."""

# scrypt at 16 MiB: a six-digit code behind it costs a thief a day of one core, not a blink.
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**14, 8, 1
_REMEMBERED = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    dossier_id: str
    lookup_code: str
    lookup_hash: str
    created_at: datetime


class SubmitDossier:
    """Confirms; used in the DATABASE lane only.

    The id and the look-up code are made once for a token, so that a second tap, or a try after a full disk,
    gives the same slip.
    """

    def __init__(self, store: DossierStore, vault: Vault, clock: Clock) -> None:
        self._store, self._vault, self._clock = store, vault, clock
        self._drafts: OrderedDict[str, _Draft] = OrderedDict()

    def submit(self, pre: PreRegistration, *, token: str, build_slip: SlipBuilder | None) -> ConfirmedDossier:
        """Bind number, sealed payload, outbox row, print job and audit row in one transaction.

        `token` names the confirmation, not the try: make one with `new_token` when the check page opens. The
        same token returns the same dossier. Raises StorageFull, StorageBroken, NumbersExhausted and
        KeysUnusable; then nothing was kept and the same token may be tried again. LookupError for
        a token of another run.
        """
        draft = self._draft(token)

        def prepare(number: TakenNumber) -> NewDossier:
            return self._prepare(pre, draft, number, build_slip)

        stored = self._store.confirm(token, prepare)
        if stored.dossier_id != draft.dossier_id:
            raise LookupError("this confirmation was made before the kiosk started; its look-up code is gone")
        return ConfirmedDossier(
            dossier_id=stored.dossier_id,
            receipt_no=stored.receipt_no,
            lookup_code=draft.lookup_code,
            print_job_id=stored.print_job_id,
            created_at=draft.created_at,
        )

    def forget(self, token: str) -> None:
        """Drop what is remembered for a token: the visit has ended."""
        self._drafts.pop(token, None)

    def _draft(self, token: str) -> _Draft:
        if token not in self._drafts:
            now, code = self._clock.now(), new_lookup_code()
            self._drafts[token] = _Draft(
                dossier_id=uuid7(epoch_ms(now)),
                lookup_code=code,
                lookup_hash=hash_lookup_code(code),
                created_at=now,
            )
            while len(self._drafts) > _REMEMBERED:
                self._drafts.popitem(last=False)
        return self._drafts[token]

    def _prepare(
        self, pre: PreRegistration, draft: _Draft, number: TakenNumber, build_slip: SlipBuilder | None
    ) -> NewDossier:
        header = DossierHeader(
            dossier_id=draft.dossier_id,
            receipt_no=number.receipt_no,
            procedure_code=pre.procedure_code,
            procedure_version=pre.procedure_version,
            created_at=draft.created_at,
            local_seq=number.local_seq,
            lookup_hash=draft.lookup_hash,
            consent_version=pre.consent_version,
        )
        slip = None
        if build_slip is not None:
            slip = build_slip(number.receipt_no, draft.lookup_code, draft.dossier_id, draft.created_at)
        return NewDossier(
            dossier_id=draft.dossier_id,
            procedure_code=pre.procedure_code,
            procedure_version=pre.procedure_version,
            created_ms=epoch_ms(draft.created_at),
            payload=self._vault.seal(header, pre),
            slip=slip,
            slip_expires_ms=epoch_ms(_end_of_day(draft.created_at)),
            lookup_hash=draft.lookup_hash,
        )


def new_token() -> str:
    """Return a token for one confirmation: 128 random bits as text."""
    return secrets.token_hex(16)


def epoch_ms(moment: datetime) -> int:
    """Return milliseconds since 1970 (UTC) of an aware time."""
    return int(moment.timestamp() * 1000)


def hash_lookup_code(code: str, *, salt: bytes | None = None) -> str:
    """Return `scrypt$N$r$p$salt$hash` (base64) of a six-digit code; about 50 ms on purpose."""
    salt = salt if salt is not None else secrets.token_bytes(16)
    digest = hashlib.scrypt(code.encode(), salt=salt, n=_SCRYPT_N, r=_SCRYPT_R, p=_SCRYPT_P, dklen=32)
    salt_text, digest_text = (base64.b64encode(part).decode() for part in (salt, digest))
    return f"scrypt${_SCRYPT_N}${_SCRYPT_R}${_SCRYPT_P}${salt_text}${digest_text}"


def lookup_code_fits(code: str, lookup_hash: str) -> bool:
    """Return whether `code` is the one that was hashed, in constant time."""
    salt = base64.b64decode(lookup_hash.split("$")[4])
    return hmac.compare_digest(hash_lookup_code(code, salt=salt), lookup_hash)


def _end_of_day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
