"""The bell of a call for help and the tone of "still here?": made here, played by `aplay` as speech is."""

import array
import io
import math
import shutil
import sys
import wave
from collections.abc import Callable, Sequence
from functools import lru_cache

from kiosk.ports.help_line import HelpLineFailed
from kiosk.ports.speech import SpeechFailed
from ui.speech.sound_processes import SoundProcesses

SAMPLES_A_SECOND = 22_050
# A falling third, twice: heard through a hall's talk, and not taken for an alarm.
TONES_HZ = (784.0, 622.0, 784.0, 622.0)
TONE_S = 0.45
LOUDNESS = 0.7
# Two soft notes that rise, as a question does: under a second, and no alarm to who only reads slowly.
QUESTION_HZ = (523.0, 659.0)
QUESTION_TONE_S = 0.3
QUESTION_LOUDNESS = 0.35


class PlayedBell:
    """A Bell over the system's player; not `available` where there is none or the settings say no."""

    def __init__(self, *, wanted: bool, sound: Callable[[], bytes] | None = None) -> None:
        """`sound` makes the WAV file that is played, the bell of a call for help where it is left out."""
        self._player = shutil.which("aplay") if wanted else None
        self._wav = sound or bell_wav
        self._sound = SoundProcesses()

    @property
    def available(self) -> bool:
        """True where a player is installed."""
        return self._player is not None

    def ring(self) -> None:
        """Ring once. Raises HelpLineFailed."""
        try:
            self._sound.play([[str(self._player), "-q"]], self._wav())
        except SpeechFailed as error:
            raise HelpLineFailed(str(error)) from error


@lru_cache(maxsize=1)
def bell_wav() -> bytes:
    """Return the bell as a WAV file: mono, 16 bit, 22,050 samples a second, 1.8 s."""
    return _wav(TONES_HZ, TONE_S, LOUDNESS)


@lru_cache(maxsize=1)
def question_wav() -> bytes:
    """Return the tone of the idle question as a WAV file: mono, 16 bit, 22,050 samples a second, 0.6 s."""
    return _wav(QUESTION_HZ, QUESTION_TONE_S, QUESTION_LOUDNESS)


def _wav(tones_hz: Sequence[float], seconds: float, loudness: float) -> bytes:
    """Return tones one after the other, each `seconds` long, as a WAV file."""
    samples = array.array(
        "h", [sample for tone_hz in tones_hz for sample in _tone(tone_hz, seconds, loudness)]
    )
    if sys.byteorder == "big":
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as recording:
        recording.setnchannels(1)
        recording.setsampwidth(2)
        recording.setframerate(SAMPLES_A_SECOND)
        recording.writeframes(samples.tobytes())
    return file.getvalue()


def _tone(tone_hz: float, seconds: float, loudness: float) -> list[int]:
    """Return one tone that begins at once and dies away, so that it does not click."""
    count = round(SAMPLES_A_SECOND * seconds)
    return [
        round(
            32_767
            * loudness
            * math.exp(-4.0 * number / count)
            * min(1.0, number / 100, (count - number) / 100)
            * math.sin(2 * math.pi * tone_hz * number / SAMPLES_A_SECOND)
        )
        for number in range(count)
    ]
