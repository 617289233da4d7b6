"""The bell: a sound everybody's player takes, and no claim where nothing was heard."""

import io
import wave

import pytest

from kiosk.ports.help_line import HelpLineFailed
from ui.speech.bell import LOUDNESS, QUESTION_LOUDNESS, PlayedBell, bell_wav, question_wav


@pytest.fixture
def player(tmp_path, monkeypatch):
    """Put a program in place of `aplay`: it keeps what it was given and ends with a code."""

    def install(code: int):
        program, heard = tmp_path / "aplay", tmp_path / "heard.wav"
        program.write_text(f'#!/bin/sh\ncat > "{heard}"\nexit {code}\n', "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        return heard

    return install


def test_the_bell_is_a_plain_wav_of_two_seconds_that_never_clips():
    with wave.open(io.BytesIO(bell_wav())) as recording:
        assert (recording.getnchannels(), recording.getsampwidth(), recording.getframerate()) == (
            1,
            2,
            22_050,
        )
        assert 1.5 < recording.getnframes() / recording.getframerate() < 2.5
        samples = memoryview(recording.readframes(recording.getnframes())).cast("h")

    loudest = max(abs(sample) for sample in samples)
    assert 0.5 * LOUDNESS * 32_767 < loudest <= 32_767
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 600


def test_the_tone_of_the_question_is_short_soft_and_never_clicks():
    with wave.open(io.BytesIO(question_wav())) as recording:
        assert 0.3 < recording.getnframes() / recording.getframerate() < 1.0
        samples = memoryview(recording.readframes(recording.getnframes())).cast("h")

    loudest = max(abs(sample) for sample in samples)
    assert 0.1 * 32_767 < loudest <= QUESTION_LOUDNESS * 32_767
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 600


def test_a_player_sounds_what_it_was_given(player):
    heard = player(0)
    PlayedBell(wanted=True, sound=question_wav).ring()

    assert heard.read_bytes() == question_wav()


def test_ringing_hands_the_whole_sound_to_the_player(player):
    heard = player(0)
    bell = PlayedBell(wanted=True)

    assert bell.available
    bell.ring()
    assert heard.read_bytes() == bell_wav()


def test_without_a_sound_device_the_bell_has_not_rung(player):
    player(1)

    with pytest.raises(HelpLineFailed, match="sound device"):
        PlayedBell(wanted=True).ring()


def test_settings_without_a_bell_offer_none(player):
    player(0)

    assert not PlayedBell(wanted=False).available


def test_a_machine_without_a_player_has_no_bell(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not PlayedBell(wanted=True).available
