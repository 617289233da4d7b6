"""Reading the portal's terms: times, fees, levels, bodies. What cannot be read for certain stays text.

Rules: catalogue.md §4.7 and §4.8. A fee of zero is free only where nothing beside it says otherwise.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.domain.catalogue import AgencyLevel, Duration, DurationUnit, Fee, FeeKind, FeeType, OfficialFile
from kiosk.domain.text_folding import fold
from offline_cache.sources.reading import TextProblem, clean_text, none_if_nothing

MAX_DURATION = 100_000
MAX_FEE_VND = 10**12
MAX_COPIES = 1000
_LONGEST_LIST = 4000  # letters: longer texts are no list of a few words
UNITS: Mapping[str, DurationUnit] = {
    "WORKING_DAY": DurationUnit.WORKING_DAY,
    "DAY": DurationUnit.DAY,
    "HOUR": DurationUnit.HOUR,
    "MONTH": DurationUnit.MONTH,
}
_WRITTEN_UNITS = {
    "ngay lam viec": DurationUnit.WORKING_DAY,
    "ngay": DurationUnit.DAY,
    "gio": DurationUnit.HOUR,
    "thang": DurationUnit.MONTH,
}
_TIME = re.compile(r"([0-9]{1,5}(?:[.,][0-9]{1,2})?) ?(ngay lam viec|ngay|gio|thang)\.?")
_LEVELS = {
    "bo": AgencyLevel.MINISTRY,
    "tinh": AgencyLevel.PROVINCE,
    "xa": AgencyLevel.WARD,
    "khac": AgencyLevel.OTHER,
}
_WARD = re.compile(
    r"(?:uy ban nhan dan|ubnd|chu tich|cong an|ban chi huy quan su|quan ly dat dai).*"
    r"\b(?:cap xa|xa, phuong|phuong, xa)\b|(?:uy ban nhan dan|ubnd) (?:xa|phuong)\b(?! hoi)"
)
# What says, in a note beside a zero, that somebody may have to pay after all.
_CHARGE = re.compile(
    r"\b(?:phi|le phi|hoi dong nhan dan|hdnd|muc thu|bieu phi|bieu gia)\b|\d\s*(?:dong|vnd|d|usd)\b"
)
_SAYS_FREE = re.compile(r"\b(?:mien|khong thu|khong mat|khong phai nop|khong)(?: (?:thu|phi|le phi|va|,))+\b")
_ONLY_FOR_SOME = re.compile(r"\b(?:doi voi|cho|truong hop|thuoc|neu|tru)\b")
_NOT_SET = re.compile(r"(?:chua|khong)(?: co)? quy dinh")
_COMMA = re.compile(r",\s*(?![^()]*\))")
_ZERO_AS_PRINTED = re.compile(r"\s*miễn phí(?: đồng)?\s*(?:\((.*)\)\s*)?", re.IGNORECASE | re.DOTALL)
_PRINTED_FREE = re.compile(r"^\s*miễn phí(?: đồng)?\s*", re.IGNORECASE)


def written_duration(text: str) -> Duration:
    """Return a time written in words; its number is read only where nothing else stands beside it."""
    whole = _TIME.fullmatch(fold(text))
    if whole is None:
        return Duration(text=text or None)
    value = float(whole[1].replace(",", "."))
    return Duration(value=value, unit=_WRITTEN_UNITS[whole[2]], text=text)


def counted_duration(value: float | None, unit: str | None) -> Duration:
    """Return a time given as number and unit; an unknown unit leaves the number alone. Raises TextProblem."""
    check_range(value, "processingTime", 0, MAX_DURATION)
    return Duration(
        value=None if value is None else float(value),
        unit=UNITS.get(unit or ""),
        text=None if value is None else f"{value:g}",
    )


def fee_of(
    amount: float | None,
    text: str,
    *,
    note: str = "",
    type: FeeType = FeeType.UNKNOWN,  # noqa: A002  the field's own name
    currency: str = "",
    file: OfficialFile | None = None,
) -> Fee:
    """Return what is known of a fee. `text` stands beside the amount, `note` beside the way of filing.

    Amounts in another currency than đồng are kept as text. Raises TextProblem for one out of range.
    """
    check_range(amount, "fees.value", 0, MAX_FEE_VND)
    shown = none_if_nothing(text)
    if amount is None:
        kind = FeeKind.TEXT if shown else FeeKind.UNKNOWN
        return Fee(kind=kind, text=shown or None, type=type, currency=currency, file=file)
    if currency not in ("", "VND") or amount != int(amount):
        words = " ".join(filter(None, (f"{amount:g} {currency}".strip(), text)))
        return Fee(kind=FeeKind.TEXT, text=words, type=type, currency=currency, file=file)
    vnd = int(amount)
    if vnd:
        return Fee(
            kind=FeeKind.AMOUNT, amount_vnd=vnd, text=text or None, type=type, currency=currency, file=file
        )
    if says_free(text) and not names_a_charge(note) and file is None:
        return Fee(kind=FeeKind.FREE, amount_vnd=0, text=text or None, type=type, currency=currency)
    return Fee(
        kind=FeeKind.FREE_WITH_NOTE,
        amount_vnd=0,
        text=text or note or None,
        type=type,
        currency=currency,
        file=file,
    )


def says_free(text: str) -> bool:
    """True where the words beside a zero say nothing, or only that nothing is charged, to everybody."""
    inner = _PRINTED_FREE.sub("", text).strip(" ()[].,:;-–")
    folded = fold(inner)
    if _NOT_SET.fullmatch(folded):  # nobody has set a fee yet: that is not a promise that none will be asked
        return False
    if not inner or not none_if_nothing(inner):
        return True
    rest = _SAYS_FREE.sub(" ", folded)
    return rest != folded and not _CHARGE.search(rest) and not _ONLY_FOR_SOME.search(rest)


def names_a_charge(note: str) -> bool:
    """True where a note speaks of fees, of an amount or of who sets it, beyond saying there is none."""
    return bool(_CHARGE.search(_SAYS_FREE.sub(" ", fold(note))))


def honest_fee(fee: Fee, note: str = "") -> Fee:
    """Return `fee` as no more than is known: an amount needs a number, and free means zero for everybody."""
    if fee.kind is FeeKind.AMOUNT and fee.amount_vnd is None:
        return replace(fee, kind=FeeKind.TEXT if fee.text else FeeKind.UNKNOWN)
    if fee.kind is FeeKind.FREE and fee.amount_vnd:
        return replace(fee, kind=FeeKind.AMOUNT)
    is_doubtful = fee.file or not says_free(fee.text or "") or names_a_charge(note)
    if fee.kind is FeeKind.FREE_WITH_NOTE or (fee.kind is FeeKind.FREE and is_doubtful):
        return replace(fee, kind=FeeKind.FREE_WITH_NOTE, text=_beside_zero(fee.text or ""))
    return fee


def _beside_zero(text: str) -> str | None:
    """Return the words a portal page prints in brackets behind "Miễn phí", which is how it prints any 0."""
    printed = _ZERO_AS_PRINTED.fullmatch(text)
    return (printed[1] or "").strip() or None if printed else text or None


def check_range(value: float | None, field: str, low: float, high: float) -> None:
    """Raise TextProblem unless `value` is None or within `low` to `high`."""
    if value is not None and not low <= value <= high:
        raise TextProblem(field, str(value), f"outside {low:g} to {high:g}")


def levels_of(words: Iterable[str]) -> tuple[AgencyLevel, ...]:
    """Return the levels named by words such as `xã` or `Cấp tỉnh`, each once; unknown words are left out."""
    found = (_LEVELS.get(fold(word).strip().removeprefix("cap ").removeprefix("co quan ")) for word in words)
    return tuple(dict.fromkeys(level for level in found if level))


def is_ward_body(agency: str) -> bool:
    """True where the name is that of a body of a ward or commune (its committee, chairman, police, army)."""
    return bool(_WARD.search(fold(agency)))


def distinct_agencies(names: Iterable[str], *, field: str) -> tuple[str, ...]:
    """Return names of bodies, each once whatever its spelling of blanks, marks and full stops."""
    by_folded: dict[str, str] = {}
    for name in names:
        cleaned = clean_text(name, field=field).rstrip(" .;,")
        if cleaned and none_if_nothing(cleaned):
            by_folded.setdefault(fold(cleaned), cleaned)
    return tuple(by_folded.values())


def distinct_texts(texts: Iterable[str | None], *, field: str) -> tuple[str, ...]:
    """Return texts cleaned, each once, without those that say there is nothing."""
    cleaned = (clean_text(text or "", field=field) for text in texts)
    return tuple(dict.fromkeys(text for text in cleaned if text and none_if_nothing(text)))


def portal_stamp(stamp_ms: float | None) -> datetime | None:
    """Return a portal time stamp (milliseconds since 1970 UTC); None where it makes no sense."""
    if stamp_ms is None or not 0 < stamp_ms < 4_102_444_800_000:  # noqa: PLR2004  the year 2100
        return None
    return datetime.fromtimestamp(int(stamp_ms) // 1000, UTC)


def portal_day(stamp_ms: float | None) -> date | None:
    """Return the day in Hà Nội (UTC+7) of a portal time stamp; None as `portal_stamp`."""
    stamp = portal_stamp(stamp_ms)
    return datetime.fromtimestamp(stamp.timestamp() + 7 * 3600, UTC).date() if stamp else None


def clean_url(url: str) -> str:
    """Return an https address, or "" for anything else: a QR code never leads elsewhere by a file's wish."""
    cleaned = clean_text(url, field="url")
    return cleaned if cleaned.startswith("https://") and " " not in cleaned else ""


def apart(text: str) -> list[str]:
    """Return the parts of a list written with commas; those in brackets do not part."""
    return _COMMA.split(text) if len(text) < _LONGEST_LIST else [text]
