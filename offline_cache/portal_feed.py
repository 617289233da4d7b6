"""What comes down: changes, look-ups, answers. Signed as a whole; a broken entry costs itself only."""

import base64
from datetime import datetime
from typing import Any

import msgspec

from kiosk.domain.leases import Block
from kiosk.domain.tracking import DossierStatus
from kiosk.ports.messages import SealedAnswer
from kiosk.ports.portal import NotOurPortal
from kiosk.ports.portal_data import ChangePage, LookedUp, Published
from kiosk.ports.tracking import StatusChange
from kiosk.ports.vault import PortalKeys
from offline_cache.portal_answers import Signature, parsed, verify
from offline_cache.portal_data_store import KINDS


class StatusEntry(msgspec.Struct, frozen=True):
    """A dossier's state. `due` and `dossier_code` are the officers'; `note` only in a look-up."""

    dossier_id: str
    receipt_no: str
    status: int
    at: datetime
    epoch: int
    seq: int
    procedure: str = ""
    lookup_hash: str = ""
    dossier_code: str = ""
    due: datetime | None = None
    form: str = ""


class AnswerEntry(msgspec.Struct, frozen=True):
    """A private answer: `sealed` is base64 of nonce and ciphertext."""

    answer_id: str
    sealed: str
    answered_at: datetime


class ItemEntry(msgspec.Struct, frozen=True):
    """A notice: `item` absent where it was withdrawn."""

    item_id: str
    kind: str
    item: msgspec.Raw = msgspec.Raw(b"null")


class ChangeEntry(msgspec.Struct, frozen=True):
    """One change: exactly one of the three is there; unknown members are ignored."""

    status: StatusEntry | None = None
    answer: AnswerEntry | None = None
    item: ItemEntry | None = None


class ChangesAnswer(msgspec.Struct, frozen=True):
    """`GET /changes`."""

    changes: tuple[msgspec.Raw, ...]
    next_cursor: str
    has_more: bool
    sig: Signature


class LookUpAnswer(msgspec.Struct, frozen=True):
    """`POST /lookups`."""

    status: StatusEntry
    sig: Signature
    note: str = ""


class SealedAnswerAnswer(msgspec.Struct, frozen=True):
    """`POST /answers/lookup`."""

    answer: AnswerEntry
    sig: Signature


class BlockAnswer(msgspec.Struct, frozen=True):
    """`PUT /receipt-blocks/{request_id}`."""

    block_id: str
    first: int
    last: int
    epoch: int
    sig: Signature


def block_from(raw: bytes, keys: PortalKeys, *, place: str) -> Block:
    """Return a verified block. Raises PortalUnreachable, NotOurPortal."""
    answer = verified(raw, BlockAnswer, keys, place=place)
    return Block(block_id=answer.block_id, first=answer.first, last=answer.last, epoch=answer.epoch)


def changes_from(raw: bytes, keys: PortalKeys, *, place: str) -> ChangePage:
    """Return a verified page. Raises PortalUnreachable, NotOurPortal."""
    answer = verified(raw, ChangesAnswer, keys, place=place)
    page = _Page()
    for entry in answer.changes:
        page.take(bytes(entry))
    return ChangePage(
        next_cursor=answer.next_cursor[:80],
        has_more=answer.has_more,
        statuses=tuple(page.statuses),
        published=tuple(page.published),
        answers=tuple(page.answers),
        unread=page.unread,
    )


def looked_up_from(raw: bytes, keys: PortalKeys, *, place: str) -> LookedUp:
    """Return a verified look-up. Raises PortalUnreachable, NotOurPortal."""
    answer = verified(raw, LookUpAnswer, keys, place=place)
    return LookedUp(change=_change(answer.status), note=answer.note[:400])


def answer_from(raw: bytes, answer_id: str, keys: PortalKeys, *, place: str) -> SealedAnswer:
    """Return a verified private answer to `answer_id`. Raises PortalUnreachable, NotOurPortal."""
    answer = verified(raw, SealedAnswerAnswer, keys, place=place)
    if answer.answer.answer_id != answer_id:
        raise NotOurPortal(f"{place}: answer_id", "an answer to another question")
    return _sealed(answer.answer)


class _Page:
    """Collects the entries of a page; what this program does not know is counted, never guessed."""

    def __init__(self) -> None:
        self.statuses: list[StatusChange] = []
        self.published: list[Published] = []
        self.answers: list[SealedAnswer] = []
        self.unread = 0

    def take(self, raw: bytes) -> None:
        try:
            entry = msgspec.json.decode(raw, type=ChangeEntry)
            if entry.status is not None:
                self.statuses.append(_change(entry.status))
            elif entry.answer is not None:
                self.answers.append(_sealed(entry.answer))
            elif entry.item is not None and entry.item.kind in KINDS:
                self.published.append(_published(entry.item))
            else:
                self.unread += 1
        except ValueError:  # DecodeError, ValidationError and broken base64 are ValueErrors
            self.unread += 1


def _published(entry: ItemEntry) -> Published:
    if bytes(entry.item) == b"null":
        return Published(item_id=entry.item_id, item=None)
    item = msgspec.json.decode(entry.item, type=KINDS[entry.kind])
    if item.item_id != entry.item_id:
        raise ValueError(f"item {entry.item_id} calls itself {item.item_id}")
    return Published(item_id=entry.item_id, item=item)


def _change(entry: StatusEntry) -> StatusChange:
    return StatusChange(
        dossier_id=entry.dossier_id,
        lookup_hash=entry.lookup_hash,
        epoch=entry.epoch,
        seq=entry.seq,
        status=DossierStatus(
            receipt_no=entry.receipt_no,
            status=entry.status,
            changed_at=entry.at,
            procedure_code=entry.procedure,
            dossier_code=entry.dossier_code,
            due=entry.due,
            form=entry.form,
        ),
    )


def _sealed(entry: AnswerEntry) -> SealedAnswer:
    return SealedAnswer(
        answer_id=entry.answer_id,
        blob=base64.b64decode(entry.sealed, validate=True),
        answered_ms=int(entry.answered_at.timestamp() * 1000),
    )


def verified(raw: bytes, kind: type[Any], keys: PortalKeys, *, place: str) -> Any:
    """Return the typed answer once its signature over everything else fits."""
    answer = parsed(raw, kind, place=place)
    signed = parsed(raw, dict[str, Any], place=place)
    signed.pop("sig")
    verify(signed, answer.sig, keys, place=place)
    return answer
