"""Logs: JSON lines beside the kiosk's state, readable lines for a person at the terminal.

<home>/logs/kiosk.log and four older files of 2 MiB or a week each; nothing stays longer than 30 days. Events
are a name and fields; a last step before writing masks fields that people fill in, and what looks like a
person's number, telephone or mail address.
"""

import logging
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from config.aged_log import AgedLogFile
from config.system_clock import SystemClock

LOG_FOLDER, LOG_NAME = "logs", "kiosk.log"
FILE_BYTES = 2 * 1024 * 1024
OLDER_FILES = 4
MASK = "[masked]"

# Words of field names that hold what a person typed or is. "address" and "name" alone belong to devices, too.
_PERSONAL_WORDS = frozenset(
    {"answer", "answers", "born", "citizen", "email", "lookup", "passport", "person", "phone", "query", "sex"}
)
_PERSONAL_KEYS = frozenset(
    {"full_name", "child_name", "father_name", "mother_name", "home_address", "residence", "identity_number"}
)
_UNITS = ("_bytes", "_ms", "_s", "_seq")
# Kept: days, network addresses, our ids. Masked: 9 to 12 digits, also in groups: identity cards old and new,
# telephones, PK numbers (each names one person's slip). Longer runs are times and hashes.
_NUMBERS = re.compile(
    r"(?P<kept>\b\d{4}-\d{2}-\d{2}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b)"
    r"|(?<![0-9A-Za-z])\+?[0-9](?:[ .\-]?[0-9]){8,11}(?![0-9A-Za-z])"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def start_logging(home: Path, *, by_hand: bool) -> Path | None:
    """Send every event to the file, and to stderr in words when started `by_hand`.

    Returns the file, or None where the folder cannot be used: then stderr alone gets the events, so that a
    read-only disk never keeps the kiosk from starting. Calling it again replaces what was set before.
    """
    handlers: list[logging.Handler] = []
    file: Path | None = home / LOG_FOLDER / LOG_NAME
    try:
        handlers.append(_file_handler(home / LOG_FOLDER))
    except OSError as error:
        file = None
        handlers.append(_terminal_handler())
        _use(handlers)
        structlog.get_logger(__name__).warning("log.file_unusable", reason=error.strerror)
        return file
    if by_hand:
        handlers.append(_terminal_handler())
    _use(handlers)
    return file


def log_to_stderr() -> None:
    """Keep events of commands off stdout, which belongs to their answers."""
    _use([_terminal_handler()])


def mask_personal(_logger: WrappedLogger | None, _method: str, event: EventDict) -> EventDict:
    """Return `event` with personal fields and numbers masked: the last step before an event is written."""
    return {key: _masked_field(key, value) for key, value in event.items()}


def _use(handlers: list[logging.Handler]) -> None:
    root = logging.getLogger()
    for old in list(root.handlers):
        if isinstance(old.formatter, structlog.stdlib.ProcessorFormatter):
            root.removeHandler(old)
            old.close()
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("urllib3").setLevel(logging.WARNING)  # it would name every request
    structlog.configure(
        processors=[*_common(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )


def _common() -> list[Processor]:
    return [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]


def _file_handler(folder: Path) -> logging.Handler:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = AgedLogFile(
        folder / LOG_NAME, file_bytes=FILE_BYTES, older_files=OLDER_FILES, clock=SystemClock()
    )
    handler.setFormatter(_formatter(structlog.processors.JSONRenderer(ensure_ascii=False, default=str)))
    return handler


class _Terminal(logging.Handler):
    """Writes to the stderr of the moment, which tests and supervisors may exchange."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one event and its line end."""
        sys.stderr.write(self.format(record) + "\n")


def _terminal_handler() -> logging.Handler:
    handler = _Terminal()
    handler.setFormatter(_formatter(structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())))
    return handler


def _formatter(renderer: Processor) -> logging.Formatter:
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_common(),
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, mask_personal, renderer],
    )


def _masked_field(key: str, value: Any) -> Any:
    low = key.lower()
    if low in _PERSONAL_KEYS or not _PERSONAL_WORDS.isdisjoint(low.split("_")):
        return MASK
    if isinstance(value, int) and low.endswith(_UNITS):
        return value
    return _masked(value)


def _masked(value: Any) -> Any:
    """Mask inside texts, lists and mappings; whole numbers as long as an identity number, too."""
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, int):
        return MASK if _NUMBERS.fullmatch(str(abs(value))) else value
    if isinstance(value, Mapping):
        return {str(key): _masked_field(str(key), item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_masked(item) for item in value]
    return _MAIL.sub(MASK, _NUMBERS.sub(lambda found: found["kept"] or MASK, str(value)))
