"""PK numbers: the number a citizen walks away with, and the codes beside it.

Eleven digits: nine of body `LLSSSSSSS` and two check digits by ISO 7064 MOD 97-10. Lanes 10 to 89 belong to
blocks leased by the portal; 90 to 99 are the emergency range `9KKKKNNNN` (kiosk number, local counter), which
is unique without any lease. A number is never used twice; gaps are normal.
"""

import re
import secrets
from dataclasses import dataclass

BODY_DIGITS = 9
RECEIPT_DIGITS = 11
LOOKUP_DIGITS = 6
KIOSK_NO_MAX = 9999
EMERGENCY_SIZE = 10_000
_SEPARATORS = re.compile(r"[\s.\-–]+")


class BadReceiptNumber(ValueError):  # noqa: N818  a refusal of what was typed
    """What was read is not a PK number. `reason` is `length`, `digits` or `check`."""

    def __init__(self, text: str, *, reason: str) -> None:
        self.reason = reason
        super().__init__(f"not a PK number ({reason}): {text[:40]!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange:
    """Number bodies `first` to `last`, both included, that this kiosk may bind."""

    first: int
    last: int

    def __post_init__(self) -> None:
        """Refuse a range outside lanes 10 to 99 or one that ends before it begins."""
        lowest, highest = 10 ** (BODY_DIGITS - 1), 10**BODY_DIGITS - 1
        if not lowest <= self.first <= self.last <= highest:
            raise ValueError(f"not a range of {BODY_DIGITS}-digit number bodies: {self.first}..{self.last}")


def emergency_range(kiosk_no: int) -> NumberRange:
    """Return the range `9KKKK0001` to `9KKKK9999` of a kiosk; number 0 is the demo. Raises ValueError."""
    if not 0 <= kiosk_no <= KIOSK_NO_MAX:
        raise ValueError(f"kiosk_no must be 0 to {KIOSK_NO_MAX}, not {kiosk_no}")
    base = 900_000_000 + kiosk_no * EMERGENCY_SIZE
    return NumberRange(first=base + 1, last=base + EMERGENCY_SIZE - 1)


def check_digits(body: int) -> str:
    """Return the two check digits of a nine-digit body (ISO 7064 MOD 97-10)."""
    return f"{98 - body * 100 % 97:02d}"


def receipt_number(body: int) -> str:
    """Return the eleven digits for a body. Raises ValueError for a body that has not nine digits."""
    if not 10 ** (BODY_DIGITS - 1) <= body < 10**BODY_DIGITS:
        raise ValueError(f"a number body has {BODY_DIGITS} digits and no leading zero, not {body}")
    return f"{body}{check_digits(body)}"


def receipt_body(receipt_no: str) -> int:
    """Return the nine-digit body of an eleven-digit number. Raises BadReceiptNumber."""
    return int(parse_receipt(receipt_no)[:BODY_DIGITS])


def receipt_lines(receipt_no: str) -> tuple[str, str]:
    """Return the two lines of slip and screen: `("PK 170 123", "456-80")`. Raises BadReceiptNumber."""
    digits = parse_receipt(receipt_no)
    return f"PK {digits[:3]} {digits[3:6]}", f"{digits[6:9]}-{digits[9:]}"


def format_receipt(receipt_no: str) -> str:
    """Return the number as one line: `PK 170 123 456-80`. Raises BadReceiptNumber."""
    return " ".join(receipt_lines(receipt_no))


def parse_receipt(text: str) -> str:
    """Return the eleven digits of a number as typed or scanned: with or without PK, spaces, dots, hyphens.

    Raises BadReceiptNumber, with reason `check` when the check digits do not fit: then some digit is wrong.
    """
    compact = _SEPARATORS.sub("", text).upper().removeprefix("PK")
    if not (compact.isascii() and compact.isdigit()):
        raise BadReceiptNumber(text, reason="digits")
    if len(compact) != RECEIPT_DIGITS or compact[0] == "0":
        raise BadReceiptNumber(text, reason="length" if len(compact) != RECEIPT_DIGITS else "digits")
    if int(compact) % 97 != 1:
        raise BadReceiptNumber(text, reason="check")
    return compact


def new_lookup_code() -> str:
    """Return six random digits, the second half of what a citizen needs to ask after their number."""
    return f"{secrets.randbelow(10**LOOKUP_DIGITS):0{LOOKUP_DIGITS}d}"
