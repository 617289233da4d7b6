"""The voices, best first: recorded sentences, the speech program, silence."""

from pathlib import Path

from kiosk.ports.speech import Speaker
from ui.speech.espeak import EspeakSpeaker
from ui.speech.headphones import headphone_probe
from ui.speech.silence import Silence
from ui.speech.voice_pack import VoicePackSpeaker, read_voice_pack


def make_speaker(*, engine: str, headphones: str, voice_pack: Path) -> Speaker:
    """Return the voice for these settings; silence where nothing on this machine can speak."""
    if engine == "none":
        return Silence()
    program = EspeakSpeaker(headphone_probe(headphones))
    if not program.available:
        return Silence()
    recorded = read_voice_pack(voice_pack)
    return VoicePackSpeaker(recorded, program) if recorded else program
