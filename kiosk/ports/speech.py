"""What the core asks of a voice, and what a voice may answer."""

from dataclasses import dataclass
from typing import Protocol


class SpeechFailed(Exception):  # noqa: N818  says what happened
    """The voice could not be heard: no engine, no sound device. The screen says all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One sentence or name to be spoken, in `vi` or `en`; `private` ones belong in headphones only."""

    text: str
    language: str = "vi"
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How to speak: percent of the usual speed and of the usual loudness."""

    rate_percent: int = 100
    volume_percent: int = 79


class Speaker(Protocol):
    """A voice. `say` is called in the SPEECH lane only; the others from any thread."""

    @property
    def available(self) -> bool:
        """False where this machine has no voice at all: nothing about speech is then offered."""
        ...

    def say(self, utterance: Utterance, voice: Voice) -> None:
        """Speak, and return when it is said or was stopped. Raises SpeechFailed."""
        ...

    def stop(self) -> None:
        """Fall silent at once."""
        ...

    def hold(self, *, held: bool) -> None:
        """Pause in the middle of a word, or go on."""
        ...

    def headphones(self) -> bool:
        """True only where headphones are known to be plugged in. Called in the SPEECH lane."""
        ...
