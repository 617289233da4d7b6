"""Programs that make sound, run for one sentence, stopped or held at any moment from another thread."""

import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock
from typing import IO

from kiosk.ports.speech import SpeechFailed

LONGEST_S = 120.0


class SoundProcesses:
    """At most one sentence at a time; `stop` and `hold` reach the programs that play it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: tuple[subprocess.Popen[bytes], ...] = ()

    def play(self, commands: Sequence[Sequence[str]], words: bytes) -> None:
        """Run the commands as a pipe fed with `words`; return when the last ends. Raises SpeechFailed."""
        try:
            started = self._start(commands)
        except OSError as error:
            raise SpeechFailed(f"{commands[-1][0]}: {error.strerror}") from error
        try:
            self._feed(started, words)
            code = started[-1].wait(LONGEST_S)
        except subprocess.TimeoutExpired as error:
            raise SpeechFailed(f"{commands[-1][0]} did not end within {LONGEST_S:g} s") from error
        finally:
            self._end(started)
        if code > 0:
            raise SpeechFailed(f"{commands[-1][0]} ended with {code}: is there a sound device?")

    def stop(self) -> None:
        """End what plays now."""
        self._signal(signal.SIGCONT)
        self._signal(signal.SIGTERM)

    def hold(self, *, held: bool) -> None:
        """Stop in the middle of a word, or go on."""
        self._signal(signal.SIGSTOP if held else signal.SIGCONT)

    def _start(self, commands: Sequence[Sequence[str]]) -> tuple[subprocess.Popen[bytes], ...]:
        started: list[subprocess.Popen[bytes]] = []
        source: int | IO[bytes] | None = subprocess.PIPE
        try:
            for command in commands:
                process = subprocess.Popen(
                    list(command),
                    stdin=source,
                    stdout=subprocess.DEVNULL if command is commands[-1] else subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
                started.append(process)
                source = process.stdout
        except OSError:
            self._end(started)
            raise
        for process in started[:-1]:
            _close(process.stdout)  # the next program reads it, we do not
        with self._lock:
            self._running = tuple(started)
        return self._running

    @staticmethod
    def _feed(started: tuple[subprocess.Popen[bytes], ...], words: bytes) -> None:
        first = started[0].stdin
        if first is not None:
            # Stopped before it had read everything: its end code says the rest.
            with suppress(BrokenPipeError):
                first.write(words)
                first.close()

    def _end(self, started: Sequence[subprocess.Popen[bytes]]) -> None:
        with self._lock:
            self._running = ()
        for process in started:
            if process.poll() is None:
                process.kill()
            _close(process.stdin)
            _close(process.stdout)
            process.wait()

    def _signal(self, number: signal.Signals) -> None:
        with self._lock:
            for process in self._running:
                if process.poll() is None:
                    process.send_signal(number)


def _close(stream: IO[bytes] | None) -> None:
    if stream is not None:
        with suppress(BrokenPipeError):
            stream.close()
