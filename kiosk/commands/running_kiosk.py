"""Asking the running kiosk over its owner-only socket, where it holds what a command needs."""

import socket
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.services.answer_commands import SOCKET_NAME, CommandAnswer, CommandRequest
from offline_cache.outbox_glance import outbox_holder

WAIT_S = 60.0
Result = TypeVar("Result")


class NotAnswered(Exception):  # noqa: N818  a refusal
    """The running kiosk did not do it; says why."""


def is_running(folder: Path) -> bool:
    """Return whether a kiosk holds the outbox in `folder`. Raises StorageBroken."""
    return outbox_holder(folder) is not None


def ask_running(
    folder: Path, request: CommandRequest, kind: type[Result], *, wait_s: float = WAIT_S
) -> Result:
    """Return what the kiosk that holds `folder` answers within `wait_s`, as `kind`. Raises NotAnswered."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(wait_s)
            line.connect(str(folder / SOCKET_NAME))
            line.sendall(msgspec.json.encode(request) + b"\n")
            raw = b"".join(iter(lambda: line.recv(65536), b""))
        answer = msgspec.json.decode(raw, type=CommandAnswer)
        if answer.error:
            raise NotAnswered(answer.error)
        return msgspec.json.decode(answer.result, type=kind)
    except (OSError, msgspec.DecodeError) as error:
        raise NotAnswered(f"the running kiosk did not answer ({error})") from error
