"""No voice: the screen, the large letters and the paper must do."""

from kiosk.ports.speech import Utterance, Voice


class Silence:
    """A Speaker that says nothing."""

    available = False

    def say(self, utterance: Utterance, voice: Voice) -> None:
        """Say nothing."""

    def stop(self) -> None:
        """Be silent already."""

    def hold(self, *, held: bool) -> None:
        """Be silent either way."""

    def headphones(self) -> bool:
        """Nobody listens."""
        return False
