"""Where the citizen is: a stack of screens, each with its own view model.

Going back finds a screen as it was left. Ending the visit drops all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from ui.view_model import ViewModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A screen with what it is about (a procedure's code, a question's number)."""

    screen: str
    about: dict[str, object] = field(default_factory=dict)


class Navigator(Protocol):
    """What a view model may do with the way."""

    def go(self, screen: str, **about: object) -> None:
        """Show a screen on top of this one."""
        ...

    def instead(self, screen: str, **about: object) -> None:
        """Show a screen in place of this one: Back does not return here."""
        ...

    def back(self) -> None:
        """Return to the screen before; from the home screen, stay."""
        ...

    def back_to(self, screen: str) -> None:
        """Return to the last place of that screen, else stay."""
        ...

    def home(self) -> None:
        """Return to the home screen."""
        ...

    def start(self, screen: str) -> None:
        """Show a first screen: Back does not leave it. The visit goes on."""
        ...

    def end_visit(self) -> None:
        """Wipe the visit and show the attract screen."""
        ...


@dataclass(slots=True)
class Stop:
    """One place on the way with its view model."""

    place: Place
    view_model: ViewModel


class Way:
    """The Navigator: builds view models through `build`, tells `arrived` when another screen shows.

    `turn` may lead to another place than the one asked for.
    """

    def __init__(
        self,
        build: Callable[["Way", Place], ViewModel],
        arrived: Callable[[], None],
        wipe: Callable[[], None],
        turn: Callable[[Place], Place] = lambda place: place,
    ) -> None:
        self._build, self._arrived, self._wipe, self._turn = build, arrived, wipe, turn
        self._stops: list[Stop] = []

    @property
    def current(self) -> Stop:
        """The screen shown."""
        return self._stops[-1]

    @property
    def depth(self) -> int:
        """How many screens are on the stack."""
        return len(self._stops)

    def view_models(self) -> tuple[ViewModel, ...]:
        """Every view model alive on the stack, oldest first."""
        return tuple(stop.view_model for stop in self._stops)

    def go(self, screen: str, **about: object) -> None:
        """Show a screen on top of this one."""
        self._push(Place(screen=screen, about=about))
        self._show()

    def instead(self, screen: str, **about: object) -> None:
        """Show a screen in place of this one."""
        old = self._stops.pop() if self._stops else None
        self._push(Place(screen=screen, about=about))
        self._show()
        self._drop([old] if old else [])

    def back(self) -> None:
        """Return to the screen before."""
        if len(self._stops) > 1:
            old = self._stops.pop()
            self._show()
            self._drop([old])

    def back_to(self, screen: str) -> None:
        """Return to the last place of that screen, else stay."""
        for index in range(len(self._stops) - 1, -1, -1):
            if self._stops[index].place.screen == screen:
                self._cut(index + 1)
                return

    def home(self) -> None:
        """Return to the home screen, which stays as it is."""
        if self._stops and self._stops[0].place.screen == "home":
            self._cut(1)
        else:
            self._restart("home")

    def end_visit(self) -> None:
        """Wipe the visit, then show the attract screen."""
        self._wipe()
        self._restart("attract")

    def begin_anew(self, screen: str) -> None:
        """Wipe the visit, then show another first screen."""
        self._wipe()
        self._restart(screen)

    def start(self, screen: str) -> None:
        """Show the first screen."""
        self._restart(screen)

    def close(self) -> None:
        """Let every view model go."""
        old, self._stops = self._stops, []
        self._drop(old)

    def _restart(self, screen: str) -> None:
        old, self._stops = self._stops, []
        self._push(Place(screen=screen))
        self._show()
        self._drop(old)

    def _cut(self, length: int) -> None:
        old, self._stops = self._stops[length:], self._stops[:length]
        if old:
            self._show()
            self._drop(old)

    def _push(self, place: Place) -> None:
        place = self._turn(place)
        self._stops.append(Stop(place, self._build(self, place)))

    def _show(self) -> None:
        self._arrived()
        self.current.view_model.arrive()

    @staticmethod
    def _drop(stops: list[Stop]) -> None:
        for stop in stops:
            stop.view_model.leave()
            stop.view_model.deleteLater()
