"""How the machine shows itself to one person: letters, colours, reach, motion. All of it ends with the visit.

Sources: EN 301 549 5.1.4 and 8.3.3 (letters, reach), VVSG 2.0 7.1-A (every setting returns to its default).
"""

from dataclasses import dataclass, replace
from enum import Enum

HIGHEST_REACH_MM = 1220
"""Height above the floor that a seated person reaches (EN 301 549 8.3.3.1)."""

LOW_REACH_MM = 300
"""Height above the glass's lower edge that holds every control when "Hạ thấp" is on."""


RATES_PERCENT = (65, 80, 100, 120, 140, 170, 200)
"""Speeds of the voice against the usual 125 words a minute; the slowest is as slow as the engine speaks."""

VOLUMES_PERCENT = (8, 11, 15, 21, 29, 41, 57, 79, 111, 155)
"""Loudness of the voice: about 3 dB a step, a range of more than 18 dB (EN 301 549 8.2.1)."""

USUAL_RATE_STEP = 2
USUAL_VOLUME_STEP = 7


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


class Keys(Enum):
    """How letters are typed: the order of a computer's keys, that of the alphabet, or Telex on the first."""

    QWERTY = "qwerty"
    ABC = "abc"
    TELEX = "telex"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessModes:
    """What one person chose. The defaults are what the next person finds."""

    text: TextSize = TextSize.STANDARD
    contrast: Contrast = Contrast.LIGHT
    low_reach: bool = False
    reduced_motion: bool = False
    speech: bool = False
    keypad: bool = False
    curtain: bool = False
    keys: Keys = Keys.QWERTY
    rate_step: int = USUAL_RATE_STEP
    volume_step: int = USUAL_VOLUME_STEP

    @property
    def needs_more_time(self) -> bool:
        """True where reading or reaching takes longer: the idle times are doubled."""
        return self.text is not TextSize.STANDARD or self.low_reach or self.speech or self.keypad


def next_text_size(size: TextSize) -> TextSize:
    """Return the size after this one, the smallest after the largest."""
    sizes = tuple(TextSize)
    return sizes[(sizes.index(size) + 1) % len(sizes)]


def stepped(modes: AccessModes, group: str, by: int) -> AccessModes:
    """Return the modes with the voice's `rate` or `volume` moved by `by` steps, kept within its range."""
    if group == "rate":
        return replace(modes, rate_step=_within(modes.rate_step + by, len(RATES_PERCENT)))
    return replace(modes, volume_step=_within(modes.volume_step + by, len(VOLUMES_PERCENT)))


def _within(step: int, steps: int) -> int:
    return max(0, min(steps - 1, step))


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
