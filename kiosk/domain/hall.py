"""The hall this kiosk stands in (Điểm phục vụ hành chính công phường/xã)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A counter (quầy) with the fields it serves and how to find it."""

    name: str
    fields: tuple[str, ...]
    directions: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotline:
    """A telephone number people may call."""

    name: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """Name, opening hours, counters and hotlines: settings of the ward, never facts of the product.

    `place_names`: streets and neighbourhoods of the ward, offered while an address is typed.
    `hours_for_now`: staff said these opening hours for some days; they hold before everybody else's.
    """

    ward: str
    point: str = "Điểm phục vụ hành chính công"
    opening_hours: str = ""
    address: str = ""
    counters: tuple[Counter, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    notices: tuple[str, ...] = ()
    place_names: tuple[str, ...] = ()
    hours_for_now: bool = False

    def own_places(self) -> tuple[str, ...]:
        """Return what people here write of where they live: the ward and the names it gave."""
        return tuple(name for name in (self.ward, *self.place_names) if name)

    def counter_for(self, field: str) -> Counter | None:
        """Return the counter that serves `field`, or None where the ward has not said."""
        return next((counter for counter in self.counters if field in counter.fields), None)
