"""Telling what happens: an event's name and its fields, for whoever reads the log.

structlog stands behind. It is loaded with the first event, not before the first frame: with the terminal
colours it brings it takes as long to load as Qt.
"""

import threading
from collections.abc import Callable
from typing import Any, ClassVar


class EventLog:
    """Says events under a name, from any thread."""

    __slots__ = ("_name",)
    _lock: ClassVar[threading.RLock] = threading.RLock()
    _prepare: ClassVar[Callable[[], None] | None] = None

    def __init__(self, name: str) -> None:
        self._name = name

    @classmethod
    def before_first(cls, prepare: Callable[[], None]) -> None:
        """Call `prepare` once, in the thread of the first event, before that event is written."""
        with cls._lock:
            cls._prepare = prepare

    def info(self, event: str, **fields: object) -> None:
        """Something went as it should."""
        self._logger().info(event, **fields)

    def warning(self, event: str, **fields: object) -> None:
        """Something is worse than it should be; the kiosk goes on as it is."""
        self._logger().warning(event, **fields)

    def error(self, event: str, **fields: object) -> None:
        """Something is lost or missing until a person helps."""
        self._logger().error(event, **fields)

    def critical(self, event: str, **fields: object) -> None:
        """A fault of ours. `exc_info`: as for structlog."""
        self._logger().critical(event, **fields)

    def _logger(self) -> Any:
        with EventLog._lock:
            prepare, EventLog._prepare = EventLog._prepare, None
            if prepare is not None:
                prepare()
        import structlog  # late: see above

        return structlog.get_logger(self._name)
