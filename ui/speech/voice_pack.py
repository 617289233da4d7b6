"""A voice pack: sentences recorded by a person, used where the very words were recorded.

    <folder>/voice.toml     language = "vi", and [[sentence]] text = "…", file = "0001.wav"
    <folder>/0001.wav       16-bit mono, as recorded

`kiosk speech list` writes the sentences to record.
"""

import io
import tomllib
import wave
from array import array
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kiosk.domain.text_folding import nfc
from kiosk.ports.events import EventLog
from kiosk.ports.speech import SpeechFailed, Utterance, Voice
from ui.speech.espeak import EspeakSpeaker

_log = EventLog("kiosk.speech")


USUAL_PERCENT = 100
_LOUDEST = 32767


def louder(path: Path, factor: float) -> bytes:
    """Return a 16-bit WAV file with its loudness times `factor`. Raises SpeechFailed for another format."""
    try:
        with wave.open(str(path)) as source:
            form, frames = source.getparams(), source.readframes(source.getnframes())
    except (wave.Error, EOFError, OSError) as error:
        raise SpeechFailed(f"{path.name} is no WAV file that can be played") from error
    if form.sampwidth != array("h").itemsize:
        raise SpeechFailed(f"{path.name} is not a 16-bit WAV file")
    samples = array("h", frames)
    scaled = array("h", (max(-_LOUDEST, min(_LOUDEST, round(one * factor))) for one in samples))
    out = io.BytesIO()
    with wave.open(out, "wb") as target:
        target.setparams(form)
        target.writeframes(scaled.tobytes())
    return out.getvalue()


class _Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    file: str


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    language: str
    sentence: tuple[_Sentence, ...]


def read_voice_pack(folder: Path) -> dict[tuple[str, str], str]:
    """Return recordings by (language, words); empty without a pack. A broken pack is named and left out."""
    index = folder / "voice.toml"
    if not index.is_file():
        return {}
    try:
        pack = msgspec.convert(tomllib.loads(index.read_text("utf-8")), _Pack)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        _log.error("speech.voice_pack_rejected", file=str(index), reason=str(error))
        return {}
    found = {}
    for sentence in pack.sentence:
        recording = folder / Path(sentence.file).name
        if recording.is_file():
            found[pack.language, nfc(sentence.text)] = str(recording)
    return found


class VoicePackSpeaker:
    """A Speaker that plays recordings, and lets the program say the rest."""

    def __init__(self, recorded: Mapping[tuple[str, str], str], program: EspeakSpeaker) -> None:
        self._recorded, self._program = recorded, program

    @property
    def available(self) -> bool:
        """As the program: it says what was not recorded."""
        return self._program.available

    def say(self, utterance: Utterance, voice: Voice) -> None:
        """Play the recording of these words, else let the program speak."""
        recording = self._recorded.get((utterance.language, nfc(utterance.text)))
        if recording is None or voice.rate_percent != USUAL_PERCENT:
            # A recording cannot be said faster without changing its pitch.
            self._program.say(utterance, voice)
        else:
            self._program.play(louder(Path(recording), voice.volume_percent / 100))

    def stop(self) -> None:
        """Fall silent."""
        self._program.stop()

    def hold(self, *, held: bool) -> None:
        """Pause or go on."""
        self._program.hold(held=held)

    def headphones(self) -> bool:
        """As the program."""
        return self._program.headphones()
