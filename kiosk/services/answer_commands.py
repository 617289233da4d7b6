"""Commands typed beside a running kiosk: it holds the outbox, so it answers for it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from kiosk.ports.clock import Clock
from kiosk.ports.outbox import Outbox, StorageError
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.synchronise import Synchronise, SyncState

Reply = Callable[[bytes], None]
Result = TypeVar("Result")
REQUEST_BYTES_MAX = 4096
SOCKET_NAME = "control.sock"
"""In the folder of the outbox, readable by its owner only."""


class CommandRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a command asks. `item` is a PK number or an id; `limit` how many of the newest rows."""

    command: str
    item: str = ""
    limit: int = 100


Command = Callable[[CommandRequest, Reply], None]
"""Does what is asked, in whatever lane, and calls the reply once."""


class CommandAnswer(msgspec.Struct, frozen=True):
    """The answer: a result, or why not."""

    result: msgspec.Raw = msgspec.Raw(b"null")
    error: str = ""


class AnswerCommands:
    """Qt thread: takes the bytes of a request, calls `reply` once with the bytes of the answer.

    Answers hold what staff may see of rows, and sealed bytes; nothing a person declared. `more` are commands
    that others answer, by name.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        outbox: Outbox,
        exchange: Synchronise,
        clock: Clock,
        *,
        more: Mapping[str, Command] | None = None,
    ) -> None:
        self._tasks, self._outbox, self._exchange, self._clock = tasks, outbox, exchange, clock
        self._commands: dict[str, Command] = {
            "outbox.list": self._list,
            "outbox.retry": self._retry,
            "outbox.unsent": self._unsent,
            "portal.sync": self._sync,
            "portal.state": self._state,
            **(more or {}),
        }

    def answer(self, raw: bytes, reply: Reply) -> None:
        """Answer one request; a broken or unknown one is told so."""
        try:
            request = msgspec.json.decode(raw[:REQUEST_BYTES_MAX], type=CommandRequest)
        except msgspec.DecodeError as error:
            reply(refused(f"not a request: {error}"))
            return
        command = self._commands.get(request.command)
        if command is None:
            reply(refused(f"unknown command {request.command[:40]!r}"))
            return
        command(request, reply)

    def _list(self, request: CommandRequest, reply: Reply) -> None:
        self._in_database(lambda: (self._outbox.lines(limit=request.limit), self._outbox.counts()), reply)

    def _unsent(self, _request: CommandRequest, reply: Reply) -> None:
        self._in_database(self._outbox.unsent, reply)

    def _retry(self, request: CommandRequest, reply: Reply) -> None:
        def retried(count: int) -> None:
            self._exchange.nudge()
            reply(said(count))

        now_ms = int(self._clock.now().timestamp() * 1000)
        self._tasks.submit(
            Lane.DATABASE,
            lambda: self._outbox.retry(request.item or None, now_ms=now_ms),
            done=retried,
            failed=_to(reply),
        )

    def _sync(self, _request: CommandRequest, reply: Reply) -> None:
        def ended(state: SyncState) -> None:
            reply(said(state))

        self._tasks.submit(
            Lane.DATABASE,
            lambda: self._outbox.wake(int(self._clock.now().timestamp() * 1000)),
            done=lambda _count: self._exchange.send_now(ended),
            failed=_to(reply),
        )

    def _state(self, _request: CommandRequest, reply: Reply) -> None:
        reply(said(self._exchange.state()))

    def _in_database(self, work: Callable[[], Result], reply: Reply) -> None:
        self._tasks.submit(Lane.DATABASE, work, done=lambda result: reply(said(result)), failed=_to(reply))


def said(result: Any) -> bytes:
    """Return the bytes of an answer."""
    return msgspec.json.encode(CommandAnswer(result=msgspec.Raw(msgspec.json.encode(result))))


def refused(error: str) -> bytes:
    """Return the bytes of a refusal that says why."""
    return msgspec.json.encode(CommandAnswer(error=error))


def _to(reply: Reply) -> Callable[[Exception], None]:
    def failed(error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        reply(refused(str(error)))

    return failed
