"""How far a procedure goes at the kiosk: the safe ladder, set per procedure by the city.

L0 guides only, L1 takes a pre-registration in, L3 also prints again what the portal issued. L2 (with a queue
number) is no part of this round; there is no L4: a kiosk never receives a dossier (Decree 118/2025/NĐ-CP).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Rung(Enum):
    """A rung of the ladder."""

    GUIDE = "L0"
    PRE_REGISTER = "L1"
    REPRINT = "L3"

    @property
    def takes_in(self) -> bool:
        """Whether a pre-registration (Phiếu khai trước) may be made."""
        return self is not Rung.GUIDE

    @property
    def prints_again(self) -> bool:
        """Whether what the portal issued may be printed again."""
        return self is Rung.REPRINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The rung of every procedure: `of` names those that differ, by code."""

    usual: Rung = Rung.PRE_REGISTER
    of: Mapping[str, Rung] = field(default_factory=dict)

    def rung(self, code: str) -> Rung:
        """Return the rung of a procedure."""
        return self.of.get(code, self.usual)
