"""The sound test: a tone, and whether it could be played at all; whether it was heard only a person knows."""

from collections.abc import Callable

from kiosk.ports.help_line import Bell, HelpLineFailed
from kiosk.ports.tasks import Lane, TaskRunner


class SoundDesk:
    """Qt thread; the tone is played in the SPEECH lane, so that it never sounds over the voice."""

    def __init__(self, tasks: TaskRunner, bell: Bell) -> None:
        self._tasks, self._bell = tasks, bell

    @property
    def available(self) -> bool:
        """False where this machine has no player."""
        return self._bell.available

    def ring(self, done: Callable[[bool], None]) -> None:
        """Play the tone; `done` hears whether the sound device took it."""

        def failed(error: Exception) -> None:
            if not isinstance(error, HelpLineFailed):
                raise error
            done(False)

        self._tasks.submit(Lane.SPEECH, self._bell.ring, done=lambda _nothing: done(True), failed=failed)
