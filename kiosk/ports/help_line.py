"""What the core asks of a bell and of the hall's own network to call for a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class HelpLineFailed(Exception):  # noqa: N818  says what happened
    """The call did not go out: no sound device, no network, nobody at the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpWords:
    """What goes over the wire: which machine, which hall, when. Never anything of a person."""

    kiosk: str
    hall: str
    called_at: datetime


class Bell(Protocol):
    """Sound at the machine. SPEECH lane."""

    @property
    def available(self) -> bool:
        """False where this machine has no player."""
        ...

    def ring(self) -> None:
        """Ring once, and return when it is over. Raises HelpLineFailed."""
        ...


class HelpLine(Protocol):
    """The configured address in the hall's network. NETWORK lane."""

    @property
    def available(self) -> bool:
        """False where no address is configured."""
        ...

    def tell(self, words: HelpWords) -> bool:
        """Send; True where the other side said that it has it. At most 2 s. Raises HelpLineFailed."""
        ...
