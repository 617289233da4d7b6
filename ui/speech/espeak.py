"""Speech by Debian's `espeak-ng`, heard through `aplay`; a process of its own, as its licence is the GPL."""

import shutil
from collections.abc import Callable

from kiosk.ports.speech import Utterance, Voice
from ui.speech.sound_processes import SoundProcesses

USUAL_WORDS_A_MINUTE = 125
# The engine's own names of voices; what it does not know is said as English is.
_VOICES = {"vi": "vi", "en": "en", "ko": "ko", "zh": "cmn", "ja": "ja"}
_UNSPEAKABLE = {ord("\0"): " ", ord("\n"): ". ", ord("…"): ",", ord("·"): ","}


class EspeakSpeaker:
    """A Speaker over two programs of the system. `available` where both are installed."""

    def __init__(self, headphones: Callable[[], bool]) -> None:
        self._engine, self._player = shutil.which("espeak-ng"), shutil.which("aplay")
        self._headphones = headphones
        self._sound = SoundProcesses()

    @property
    def available(self) -> bool:
        """True where the speech program and the player are installed."""
        return self._engine is not None and self._player is not None

    def say(self, utterance: Utterance, voice: Voice) -> None:
        """Speak; the words go in by standard input, so that no process list shows them."""
        words_a_minute = round(USUAL_WORDS_A_MINUTE * voice.rate_percent / 100)
        engine = [
            str(self._engine),
            "-v",
            _VOICES.get(utterance.language, "en"),
            "-s",
            str(words_a_minute),
            "-a",
            str(voice.volume_percent),
            "-b",
            "1",
            "--stdin",
            "--stdout",
        ]
        spoken = utterance.text.translate(_UNSPEAKABLE)
        self._sound.play([engine, [str(self._player), "-q"]], spoken.encode())

    def play(self, recording: bytes) -> None:
        """Play a WAV file. Raises SpeechFailed."""
        self._sound.play([[str(self._player), "-q"]], recording)

    def stop(self) -> None:
        """Fall silent."""
        self._sound.stop()

    def hold(self, *, held: bool) -> None:
        """Pause or go on."""
        self._sound.hold(held=held)

    def headphones(self) -> bool:
        """Ask the sound card."""
        return self._headphones()
