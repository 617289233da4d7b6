"""How the machine shows itself to one person: letters, colours, reach, motion. All of it ends with the visit.

Sources: EN 301 549 5.1.4 and 8.3.3 (letters, reach), VVSG 2.0 7.1-A (every setting returns to its default).
"""

from dataclasses import dataclass
from enum import Enum

HIGHEST_REACH_MM = 1220
"""Height above the floor that a seated person reaches (EN 301 549 8.3.3.1)."""

LOW_REACH_MM = 300
"""Height above the glass's lower edge that holds every control when "Hạ thấp" is on."""


class TextSize(Enum):
    """Capital letters of about 5, 8 and 12 mm: read from 40 cm, 70 cm and 1 m."""

    STANDARD = "standard"
    LARGE = "large"
    LARGEST = "largest"


class Contrast(Enum):
    """The colour scheme: eggshell, black with bright letters, or cream with soft ones."""

    LIGHT = "light"
    DARK = "dark"
    LOW_GLARE = "lowglare"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessModes:
    """What one person chose. The defaults are what the next person finds."""

    text: TextSize = TextSize.STANDARD
    contrast: Contrast = Contrast.LIGHT
    low_reach: bool = False
    reduced_motion: bool = False
    speech: bool = False
    keypad: bool = False

    @property
    def needs_more_time(self) -> bool:
        """True where reading or reaching takes longer: the idle times are doubled."""
        return self.text is not TextSize.STANDARD or self.low_reach or self.speech or self.keypad


def next_text_size(size: TextSize) -> TextSize:
    """Return the size after this one, the smallest after the largest."""
    sizes = tuple(TextSize)
    return sizes[(sizes.index(size) + 1) % len(sizes)]


def reach_mm(*, glass_mm: float, lower_edge_mm: float, low_reach: bool) -> float:
    """Return how much of the glass, from its lower edge, may hold controls.

    `lower_edge_mm` is the height of that edge above the floor, 0 where nobody has measured it. A machine
    mounted too high for any control keeps the low strip: a control out of reach is better than none.
    """
    wanted = LOW_REACH_MM if low_reach else glass_mm
    if lower_edge_mm > 0:
        wanted = min(wanted, max(HIGHEST_REACH_MM - lower_edge_mm, _LEAST_MM))
    return min(glass_mm, wanted)


_LEAST_MM = 190.0
"""The lying panel's height: no screen fits into less."""
