"""Staff overlays (chú thích của cán bộ): what a ward hall adds to procedures, kept apart from official facts.

An overlay is never overwritten by a refresh: a version is built from the official facts, our plain texts and
the overlays in force on that day. Source: design, "Catalogue build"; catalogue.md section 3.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kiosk.domain.catalogue import FeeKind, PlainText, Procedure, ProcedureChange
from kiosk.domain.catalogue import FieldChange as Change
from kiosk.domain.local_facts import LocalFacts
from kiosk.domain.text_folding import fold, nfc

MAX_FEE_VND = 1_000_000_000
MAX_POPULARITY = 100
_LONGEST_PERSON = 80


class OverlayKey(Enum):
    """What an overlay says. All but EVERYDAY_NAME hold one value a procedure and day."""

    FEE = "fee"
    COUNTER = "counter"
    OPENING_NOTE = "opening_note"
    NOTE = "note"
    EVERYDAY_NAME = "everyday_name"
    HIDDEN = "hidden"
    POPULARITY = "popularity"


LONGEST = {
    OverlayKey.FEE: 80,
    OverlayKey.COUNTER: 60,
    OverlayKey.OPENING_NOTE: 120,
    OverlayKey.NOTE: 200,
    OverlayKey.EVERYDAY_NAME: 60,
    OverlayKey.HIDDEN: 3,
    OverlayKey.POPULARITY: 3,
}


class OverlayRefused(ValueError):  # noqa: N818  a refusal, not a fault of ours
    """An overlay that cannot be taken: `field`, `value` and why."""

    def __init__(self, field: str, value: str, reason: str) -> None:
        self.field, self.value, self.reason = field, value[:200], reason
        super().__init__(f"{field}: {reason} (value {self.value!r})")


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayDraft:
    """An overlay as staff wish it; `valid_from` and `valid_to` (both days included) may be open.

    `basis` is the decision number of the official facts it was written beside.
    """

    code: str
    key: OverlayKey
    value: str
    by: str
    valid_from: date | None = None
    valid_to: date | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """An overlay kept: `overlay_id` from 1, `at` when it was made (ISO 8601)."""

    overlay_id: int
    code: str
    key: OverlayKey
    value: str
    by: str
    at: str
    valid_from: date | None = None
    valid_to: date | None = None
    basis: str = ""

    def in_force(self, day: date | None) -> bool:
        """Return whether it holds on `day`; without a known day only an overlay without dates does."""
        if day is None:
            return self.valid_from is None and self.valid_to is None
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


def checked(draft: OverlayDraft) -> OverlayDraft:
    """Return `draft` trimmed and composed (NFC). Raises OverlayRefused."""
    value, by = " ".join(nfc(draft.value).split()), " ".join(nfc(draft.by).split())
    if not by or len(by) > _LONGEST_PERSON:
        raise OverlayRefused("by", draft.by, "a member of staff must stand for it by name")
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        raise OverlayRefused("valid_to", draft.valid_to.isoformat(), "ends before it begins")
    field = draft.key.value
    if not value or len(value) > LONGEST[draft.key]:
        raise OverlayRefused(field, value, f"needs 1 to {LONGEST[draft.key]} letters")
    if any(not letter.isprintable() for letter in value) or "<" in value or ">" in value:
        raise OverlayRefused(field, value, "holds signs that are no text")
    _check_value(draft.key, value)
    return replace(draft, value=value, by=by)


def _check_value(key: OverlayKey, value: str) -> None:
    is_number = value.isascii() and value.isdigit()
    if key is OverlayKey.FEE and is_number and int(value) > MAX_FEE_VND:
        raise OverlayRefused(key.value, value, f"is more than {MAX_FEE_VND} đồng")
    if key is OverlayKey.POPULARITY and not (is_number and int(value) <= MAX_POPULARITY):
        raise OverlayRefused(key.value, value, f"is no number from 0 to {MAX_POPULARITY}")
    if key is OverlayKey.HIDDEN and value != "yes":
        raise OverlayRefused(key.value, value, "is only ever yes; remove the overlay to show it again")
    if key is OverlayKey.EVERYDAY_NAME and not any(letter.isalpha() for letter in value):
        raise OverlayRefused(key.value, value, "holds no word")


def in_force(overlays: Iterable[Overlay], day: date | None) -> tuple[Overlay, ...]:
    """Return what holds on `day`: of several for one thing the newest, of names each one once."""
    newest: dict[tuple[str, str, str], Overlay] = {}
    for overlay in sorted(overlays, key=lambda overlay: overlay.overlay_id):
        if overlay.in_force(day):
            newest[_thing(overlay)] = overlay
    return tuple(sorted(newest.values(), key=lambda overlay: overlay.overlay_id))


def _thing(overlay: Overlay) -> tuple[str, str, str]:
    name = fold(overlay.value) if overlay.key is OverlayKey.EVERYDAY_NAME else ""
    return (overlay.code, overlay.key.value, name)


def by_code(overlays: Iterable[Overlay]) -> Mapping[str, tuple[Overlay, ...]]:
    """Return the overlays by the code they are about."""
    found: defaultdict[str, list[Overlay]] = defaultdict(list)
    for overlay in overlays:
        found[overlay.code].append(overlay)
    return {code: tuple(group) for code, group in found.items()}


def orphans(overlays: Iterable[Overlay], codes: Iterable[str]) -> tuple[Overlay, ...]:
    """Return the overlays whose procedure is not among `codes`: kept, because it may come back."""
    known = frozenset(codes)
    return tuple(overlay for overlay in overlays if overlay.code not in known)


def is_hidden(overlays: Iterable[Overlay]) -> bool:
    """Return whether staff hide the procedure these overlays (in force) are about."""
    return any(overlay.key is OverlayKey.HIDDEN for overlay in overlays)


def with_overlays(procedure: Procedure, overlays: Iterable[Overlay]) -> Procedure:
    """Return `procedure` as this hall shows it; its official facts stay as they are.

    The fee stands in `local` and in the plain texts, names are added to the everyday names.
    """
    kept = tuple(overlays)
    if not kept:
        return procedure
    one: dict[OverlayKey, str] = {
        overlay.key: overlay.value for overlay in kept if overlay.key is not OverlayKey.EVERYDAY_NAME
    }
    names = [overlay.value for overlay in kept if overlay.key is OverlayKey.EVERYDAY_NAME]
    local = _local(one)
    return replace(
        procedure,
        aliases=tuple(dict.fromkeys((*procedure.aliases, *names))),
        popularity=int(one.get(OverlayKey.POPULARITY, procedure.popularity)),
        texts=tuple(_text_here(text, local) for text in procedure.texts),
        local=local if local != LocalFacts() else None,
    )


def _local(one: Mapping[OverlayKey, str]) -> LocalFacts:
    fee = one.get(OverlayKey.FEE, "")
    is_amount = fee.isascii() and fee.isdigit()
    return LocalFacts(
        fee_vnd=int(fee) if is_amount else None,
        fee_text="" if is_amount else fee,
        counter=one.get(OverlayKey.COUNTER, ""),
        opening_note=one.get(OverlayKey.OPENING_NOTE, ""),
        note=one.get(OverlayKey.NOTE, ""),
    )


def _text_here(text: PlainText, local: LocalFacts) -> PlainText:
    fee = local_fee(local, text.language)
    if fee:
        text = replace(text, fee=fee, fee_note=_fee_note(text))
    if local.counter:
        text = replace(text, where=local.counter, where_note="")
    if local.opening_note:
        text = replace(text, where_note=local.opening_note)
    return text


_FEE_NOTE = {"vi": "Mức thu tại Hà Nội.", "en": "The rate in Hà Nội."}
_ABOUT_THE_AMOUNT = ("Mức do", "Bản công bố", "The city council", "The record")
_FREE = {"vi": "Miễn phí", "en": "Free"}
_CURRENCY = {"vi": "đồng", "en": "VND"}


def _fee_note(text: PlainText) -> str:
    """Who pays nothing, and what else costs, stays true; that somebody else sets the amount does not."""
    said = _FEE_NOTE[text.language]
    if not text.fee_note or text.fee_note.startswith(_ABOUT_THE_AMOUNT):
        return said
    return f"{said} {text.fee_note}"


def local_fee(local: LocalFacts, language: str) -> str:
    """Return the fee of this hall in words of `language` (`vi` or `en`), "" where staff gave none."""
    if local.fee_vnd is None:
        return local.fee_text
    spoken = language if language in _FREE else "vi"
    if local.fee_vnd == 0:
        return _FREE[spoken]
    mark = "." if spoken == "vi" else ","
    return f"{local.fee_vnd:,}".replace(",", mark) + f" {_CURRENCY[spoken]}"


def overlay_contradictions(
    facts: Iterable[Procedure], overlays: Iterable[Overlay]
) -> tuple[ProcedureChange, ...]:
    """Return where official facts no longer agree with an overlay: another fee, or another decision since.

    `before` is the overlay's, `after` the official one. A list row says nothing and contradicts nothing.
    """
    about = by_code(overlays)
    found = []
    for official in facts:
        changes = [
            change
            for overlay in about.get(official.code, ())
            for change in (*_fee_change(overlay, official), *_decision_change(overlay, official))
        ]
        if changes:
            found.append(ProcedureChange(code=official.code, name=official.name, changes=tuple(changes)))
    return tuple(found)


def _fee_change(overlay: Overlay, official: Procedure) -> Iterable[Change]:
    """Only definite official fees contradict: "by the council" is what the overlay is there for."""
    if overlay.key is not OverlayKey.FEE or not official.methods:
        return
    fees = [method.fee for method in official.methods]
    definite = {fee.amount_vnd or 0 for fee in fees if fee.kind in (FeeKind.FREE, FeeKind.AMOUNT)}
    if len(definite) == 0 or any(fee.kind not in (FeeKind.FREE, FeeKind.AMOUNT) for fee in fees):
        return
    if not overlay.value.isdigit() or int(overlay.value) not in definite:
        said = "; ".join(str(amount) for amount in sorted(definite))
        yield Change(field="local.fee", before=overlay.value, after=said)


def _decision_change(overlay: Overlay, official: Procedure) -> Iterable[Change]:
    if overlay.basis and official.decision_no and fold(overlay.basis) != fold(official.decision_no):
        yield Change(field=f"local.{overlay.key.value}", before=overlay.basis, after=official.decision_no)
