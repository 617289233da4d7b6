"""How much paper one person, and one hour, may ask for: a roll is emptied by touch in minutes.

Source: operations 2.1, receipt printer abuse: a limit per session and per hour.
"""

from dataclasses import dataclass
from datetime import timedelta

from kiosk.domain.print_documents import DocumentKind, PrintDocument

HOUR = timedelta(hours=1)
OF_STAFF = frozenset({DocumentKind.TEST_PAGE, DocumentKind.DAY_REPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLimits:
    """At most so many sheets that anybody may ask for in any hour, and in one visit."""

    an_hour: int = 120
    a_visit: int = 15

    def admit(self, *, in_hour: int, in_visit: int) -> bool:
        """Return whether one more sheet may come out after so many in the last hour and in this visit."""
        return in_hour < self.an_hour and in_visit < self.a_visit


def is_free(document: PrintDocument) -> bool:
    """Return whether a sheet comes out whatever came before: a form's own slip, and what staff print."""
    first_slip = document.kind is DocumentKind.SLIP and document.copy_no == 1
    return first_slip or document.kind in OF_STAFF
