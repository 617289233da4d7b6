"""Non-blocking reads and writes on a file descriptor, with deadlines: for serial lines and device nodes."""

import os
import select
import time

from printers.transports.base import TransportError


def write_all(descriptor: int, data: bytes, *, deadline_s: float, name: str) -> None:
    """Write all of `data`, or raise TransportError saying how much was taken."""
    end = time.monotonic() + deadline_s
    accepted = 0
    while accepted < len(data):
        try:
            accepted += os.write(descriptor, data[accepted:])
        except BlockingIOError:
            if not ready(descriptor, select.POLLOUT, end):
                message = f"{name} took {accepted} of {len(data)} bytes in {deadline_s} s"
                raise TransportError(message, accepted=accepted) from None
        except OSError as error:
            raise TransportError(f"{name}: {error.strerror}", accepted=accepted) from error


def read_some(descriptor: int, *, deadline_s: float, name: str) -> bytes:
    """Return what came, b"" after `deadline_s`. Raises TransportError where the device is gone."""
    if not ready(descriptor, select.POLLIN, time.monotonic() + deadline_s):
        return b""
    try:
        data = os.read(descriptor, 4096)
    except BlockingIOError:
        return b""
    except OSError as error:
        raise TransportError(f"{name}: {error.strerror}") from error
    if not data:
        raise TransportError(f"{name} was closed")
    return data


def ready(descriptor: int, events: int, end: float) -> bool:
    """Wait until the descriptor is ready for `events` or broken; False at `end` (monotonic seconds)."""
    poll = select.poll()
    poll.register(descriptor, events)
    return bool(poll.poll(max(0.0, end - time.monotonic()) * 1000))
