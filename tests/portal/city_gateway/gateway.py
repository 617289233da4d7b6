"""What the portal asks of the city's system, whichever it is.

The kiosk knows nothing of this: it speaks to the portal only. A pre-registration becomes a dossier of the
city when an officer has received it; the city's statuses come back as the portal's numbers 1 to 10.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class GatewayRefused(Exception):  # noqa: N818
    """The city's system refused, with its own code; the item is put aside for a person."""

    def __init__(self, code: str, what: str) -> None:
        self.code = code
        super().__init__(f"{what}: {code}")


class GatewayUnreachable(Exception):  # noqa: N818
    """No usable answer: the same call later."""


class ValueUnknown(ValueError):  # noqa: N818
    """A value the table has no word for; never guessed."""

    def __init__(self, table: str, value: object) -> None:
        self.table, self.value = table, value
        super().__init__(f"{table}: {value!r} is in no row of the table")


@dataclass(frozen=True, kw_only=True)
class CityDossier:
    """A received dossier. `status` is 1 to 10; `by_post` whether the result goes home by post."""

    dossier_code: str
    procedure_code: str
    procedure_name: str
    applicant_kind: str
    received_at: datetime
    due: datetime | None
    status: int
    by_post: bool = False


@dataclass(frozen=True, kw_only=True)
class CityStatus:
    """A state the city's system reports."""

    dossier_code: str
    status: int
    at: datetime


class CityGateway(Protocol):
    """Raises GatewayRefused, GatewayUnreachable, ValueUnknown and nothing else."""

    def push_dossier(self, dossier: CityDossier) -> None:
        """Make the dossier known; known already means updated."""
        ...

    def find_by_code(self, dossier_code: str) -> CityStatus | None:
        """Return the present state, None for a code the city does not know."""
        ...

    def pull_status(self, since: datetime) -> tuple[CityStatus, ...]:
        """Return what changed since then, oldest first."""
        ...
