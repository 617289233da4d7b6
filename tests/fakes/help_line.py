"""A bell that counts, and a line in the hall's network that keeps what it was told."""

from kiosk.ports.help_line import HelpLineFailed, HelpWords


class FakeBell:
    def __init__(self, *, available: bool = True, broken: bool = False) -> None:
        self.available, self.broken, self.rung = available, broken, 0

    def ring(self) -> None:
        if self.broken:
            raise HelpLineFailed("no sound device")
        self.rung += 1


class FakeLine:
    def __init__(self, *, available: bool = True, confirms: bool = True, broken: bool = False) -> None:
        self.available, self.confirms, self.broken = available, confirms, broken
        self.told: list[HelpWords] = []

    def tell(self, words: HelpWords) -> bool:
        if self.broken:
            raise HelpLineFailed("nobody there")
        self.told.append(words)
        return self.confirms
