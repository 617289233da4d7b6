"""Read the screen aloud: one voice at a time, broken off by whatever the person does next.

Source: EN 301 549 5.1.3 (speech output of closed functionality): in the language shown, interruptible,
repeatable, private words to headphones only.
"""

from collections.abc import Callable, Sequence

from kiosk.domain.access_modes import RATES_PERCENT, VOLUMES_PERCENT, AccessModes
from kiosk.ports.events import EventLog
from kiosk.ports.help_line import Bell, HelpLineFailed
from kiosk.ports.speech import Speaker, SpeechFailed, Utterance, Voice
from kiosk.ports.tasks import Lane, TaskRunner

_log = EventLog("kiosk.speech")


class ReadAloud:
    """Speaks in the SPEECH lane. All methods belong to the Qt thread and return at once."""

    def __init__(self, tasks: TaskRunner, speaker: Speaker, chime: Bell | None = None) -> None:
        """`chime` is the short tone before a question to somebody who may look away, None for silence."""
        self._tasks, self._speaker, self._chime = tasks, speaker, chime
        self._turn = 0
        self._waiting = 0
        self._last: tuple[Utterance, ...] = ()
        self._held = False
        self._failed = False
        self._headphones = False

    @property
    def available(self) -> bool:
        """Whether this machine has a voice."""
        return self._speaker.available

    @property
    def speaking(self) -> bool:
        """True from the first word asked for until the last is said."""
        return self._waiting > 0

    @property
    def headphones(self) -> bool:
        """What `look_for_headphones` found last."""
        return self._headphones

    def say(self, utterances: Sequence[Utterance], modes: AccessModes) -> None:
        """Break off and speak these. Private words are left out unless headphones are in."""
        self.hush()
        self._last = tuple(utterances)
        turn = self._turn
        voice = Voice(
            rate_percent=RATES_PERCENT[modes.rate_step], volume_percent=VOLUMES_PERCENT[modes.volume_step]
        )
        for utterance in utterances:
            if utterance.private and not self._headphones:
                continue
            self._waiting += 1
            self._tasks.submit(
                Lane.SPEECH,
                lambda utterance=utterance: self._speak(turn, utterance, voice),  # type: ignore[misc]
                done=self._said,
                failed=self._not_heard,
            )

    def chime(self) -> None:
        """Sound the tone, before what may be said next; a machine without a player stays silent."""
        if self._chime is not None and self._chime.available:
            self._tasks.submit(
                Lane.SPEECH, self._chime.ring, done=lambda _rung: None, failed=self._chime_not_heard
            )

    def _chime_not_heard(self, error: Exception) -> None:
        if not isinstance(error, HelpLineFailed):
            raise error
        _log.warning("speech.chime_failed", reason=str(error))

    def repeat(self, modes: AccessModes) -> None:
        """Say the last once more."""
        self.say(self._last, modes)

    def hush(self) -> None:
        """Fall silent; what waits is not said any more."""
        self._turn += 1
        if self._held:
            self.hold()
        self._speaker.stop()

    def skip(self) -> None:
        """Go on with the next sentence."""
        self._speaker.stop()

    def hold(self) -> None:
        """Pause, or go on."""
        self._held = not self._held
        self._speaker.hold(held=self._held)

    def forget(self) -> None:
        """The visit ends: silence, and nothing of it left to repeat."""
        self.hush()
        self._last = ()

    def look_for_headphones(self, changed: Callable[[bool], None]) -> None:
        """Ask whether headphones are in; tell `changed` when that differs from before."""

        def told(plugged: bool) -> None:
            if plugged != self._headphones:
                self._headphones = plugged
                if not plugged:
                    self.hush()  # not a word more than necessary on the loudspeaker
                changed(plugged)

        self._tasks.submit(Lane.SPEECH, self._speaker.headphones, done=told)

    def _speak(self, turn: int, utterance: Utterance, voice: Voice) -> None:
        if turn == self._turn:
            self._speaker.say(utterance, voice)

    def _said(self, _nothing: object) -> None:
        self._waiting -= 1
        self._failed = False

    def _not_heard(self, error: Exception) -> None:
        self._waiting -= 1
        if not isinstance(error, SpeechFailed):
            raise error
        if not self._failed:
            self._failed = True
            _log.warning("speech.failed", reason=str(error))
