"""What the staff of this hall add to a procedure: Hà Nội's fee, the counter, notes (chú thích tại chỗ)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFacts:
    """What was in force here on the day the catalogue was built; "" and None where staff added nothing.

    `fee_vnd` in whole đồng, 0 is free by the staff's word; `fee_text` where it is not one amount. `counter`
    is where to go, `opening_note` when, `note` anything else citizens should know.
    """

    fee_vnd: int | None = None
    fee_text: str = ""
    counter: str = ""
    opening_note: str = ""
    note: str = ""
