"""Every voice, with programs that only write down what they would play."""

import stat
import threading
import wave
from array import array

import pytest

from kiosk.ports.speech import SpeechFailed, Utterance, Voice
from tests.fakes.speech import FakeSpeaker
from ui.speech import make_speaker
from ui.speech.espeak import EspeakSpeaker
from ui.speech.headphones import headphone_probe
from ui.speech.silence import Silence
from ui.speech.voice_pack import VoicePackSpeaker, louder, read_voice_pack

HELLO = Utterance(text="Mời ông/bà chạm để bắt đầu…")


def program(folder, name, lines):
    path = folder / name
    path.write_text("#!/bin/sh\n" + lines)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """An `espeak-ng` that says its words as they are, an `aplay` that keeps them, an `amixer` with a jack."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program(folder, "espeak-ng", f'echo "$@" >> {tmp_path}/arguments; cat\n')
    program(folder, "aplay", f"cat >> {tmp_path}/heard; test ! -e {tmp_path}/no_device\n")
    program(folder, "amixer", f"cat {tmp_path}/jack\n")
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return tmp_path


def recording(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22050)
        file.writeframes(array("h", samples).tobytes())


@pytest.fixture(params=["fake", "silence", "program", "pack"])
def speaker(request, programs):
    made = EspeakSpeaker(lambda: False)
    return {
        "fake": FakeSpeaker(),
        "silence": Silence(),
        "program": made,
        "pack": VoicePackSpeaker({}, made),
    }[request.param]


def test_a_speaker_says_returns_and_may_be_stopped_and_held_at_any_time(speaker):
    speaker.stop()
    speaker.hold(held=True)
    speaker.hold(held=False)
    speaker.say(HELLO, Voice())
    speaker.stop()

    assert speaker.available in {True, False}
    assert speaker.headphones() is False


def test_the_words_go_in_by_standard_input_and_no_process_list_shows_them(programs):
    EspeakSpeaker(lambda: False).say(HELLO, Voice(rate_percent=120, volume_percent=41))

    assert "bắt đầu" in (programs / "heard").read_text("utf-8")
    arguments = (programs / "arguments").read_text("utf-8")
    assert "bắt đầu" not in arguments
    assert "-s 150" in arguments
    assert "-a 41" in arguments


def test_a_machine_without_a_sound_device_says_so(programs):
    (programs / "no_device").touch()

    with pytest.raises(SpeechFailed, match="is there a sound device"):
        EspeakSpeaker(lambda: False).say(HELLO, Voice())


def test_stop_ends_a_sentence_in_the_middle(programs):
    program(programs / "bin", "aplay", f"touch {programs}/playing; exec sleep 30\n")
    speaker = EspeakSpeaker(lambda: False)
    talking = threading.Thread(target=speaker.say, args=(HELLO, Voice()))
    talking.start()
    while not (programs / "playing").exists():
        talking.join(0.01)
    speaker.stop()
    talking.join(10)

    assert not talking.is_alive()


def test_without_the_programs_a_machine_is_silent(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not make_speaker(engine="auto", headphones="never", voice_pack=tmp_path).available


def test_a_silent_machine_is_silent_by_setting(programs):
    assert not make_speaker(engine="none", headphones="never", voice_pack=programs).available


def test_recorded_words_are_played_and_others_spoken(programs):
    pack = programs / "voice"
    pack.mkdir()
    (pack / "voice.toml").write_text(
        'language = "vi"\n[[sentence]]\ntext = "Kết hôn"\nfile = "1.wav"\n', encoding="utf-8"
    )
    recording(pack / "1.wav", [1000, -1000])
    speaker = make_speaker(engine="auto", headphones="never", voice_pack=pack)
    speaker.say(Utterance(text="Kết hôn"), Voice())
    recorded = (programs / "heard").read_bytes()
    speaker.say(Utterance(text="Sinh con"), Voice())
    speaker.say(Utterance(text="Kết hôn"), Voice(rate_percent=140))

    assert recorded.startswith(b"RIFF")
    spoken = (programs / "heard").read_bytes()[len(recorded) :].decode()
    assert spoken == "Sinh conKết hôn"


def test_words_recorded_in_one_language_are_not_heard_in_another(programs):
    recorded = str(programs / "1.wav")
    recording(programs / "1.wav", [1000, -1000])
    speaker = VoicePackSpeaker({("vi", "OK"): recorded}, EspeakSpeaker(lambda: False))

    speaker.say(Utterance(text="OK", language="ko"), Voice())

    assert (programs / "heard").read_text("utf-8") == "OK"


@pytest.mark.parametrize(
    ("language", "voice"),
    [("vi", "vi"), ("en", "en"), ("ko", "ko"), ("zh", "cmn"), ("ja", "ja"), ("fr", "en")],
)
def test_each_language_has_its_voice_and_one_that_has_none_gets_the_english(programs, language, voice):
    EspeakSpeaker(lambda: False).say(Utterance(text="OK", language=language), Voice())

    assert f"-v {voice} " in (programs / "arguments").read_text("utf-8")


def test_a_broken_voice_pack_is_left_out(tmp_path, caplog):
    (tmp_path / "voice.toml").write_text("language = 5\n")

    assert read_voice_pack(tmp_path) == {}


def test_a_recording_never_leaves_the_pack_s_folder(tmp_path):
    pack = tmp_path / "voice"
    pack.mkdir()
    recording(tmp_path / "other.wav", [1])
    (pack / "voice.toml").write_text(
        'language = "vi"\n[[sentence]]\ntext = "Kết hôn"\nfile = "../other.wav"\n', encoding="utf-8"
    )

    assert read_voice_pack(pack) == {}


def test_loudness_scales_a_recording_and_never_overflows(tmp_path):
    recording(tmp_path / "1.wav", [1000, 30000, -30000])
    (tmp_path / "2.wav").write_bytes(louder(tmp_path / "1.wav", 1.5))
    with wave.open(str(tmp_path / "2.wav")) as file:
        samples = array("h", file.readframes(3)).tolist()

    assert samples == [1500, 32767, -32767]


def test_a_recording_that_is_none_is_refused(tmp_path):
    (tmp_path / "1.wav").write_bytes(b"RIFFnonsense")

    with pytest.raises(SpeechFailed, match=r"1\.wav"):
        louder(tmp_path / "1.wav", 1)


@pytest.mark.parametrize(
    ("setting", "jack", "plugged"),
    [
        ("never", "  : values=on", False),
        ("always", "  : values=off", True),
        ("jack:0:Headphone Jack", "  : values=on", True),
        ("jack:0:Headphone Jack", "  : values=off", False),
        ("jack:0:Headphone Jack", "amixer: Cannot find the given element", False),
    ],
)
def test_headphones_are_in_only_where_that_is_known(programs, setting, jack, plugged):
    (programs / "jack").write_text(jack)

    assert headphone_probe(setting)() is plugged
