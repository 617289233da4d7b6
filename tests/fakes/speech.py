"""A voice that keeps what it was asked to say."""

from kiosk.ports.speech import Utterance, Voice


class FakeSpeaker:
    """Passes the speaker's contract without a sound."""

    available = True

    def __init__(self, *, plugged: bool = False) -> None:
        self.said: list[Utterance] = []
        self.voices: list[Voice] = []
        self.stops = 0
        self.held = False
        self.plugged = plugged

    def say(self, utterance: Utterance, voice: Voice) -> None:
        self.said.append(utterance)
        self.voices.append(voice)

    def stop(self) -> None:
        self.stops += 1

    def hold(self, *, held: bool) -> None:
        self.held = held

    def headphones(self) -> bool:
        return self.plugged

    def words(self) -> str:
        return "\n".join(utterance.text for utterance in self.said)
