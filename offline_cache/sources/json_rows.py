"""Rows of JSON: one object a line, or one a file; and refusals that name the field and its value."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from kiosk.domain.catalogue import RefusedRow
from offline_cache.sources.reading import (
    MAX_LINE_BYTES,
    MAX_ROWS,
    TextProblem,
    numbered_lines,
    refused_row,
    whole_file,
)
from offline_cache.sources.source import SourceRow

_PATH = re.compile(r" - at `\$\.?([^`]*)`$")
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def json_objects(path: Path, content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield (line from 1, object), the whole file where its first line is not one whole object.

    Raises CatalogueRejected for more than 20,000 rows.
    """
    if not _is_by_line(content):
        yield 1, content.removeprefix(b"\xef\xbb\xbf")
        return
    for count, row in enumerate(numbered_lines(content), start=1):
        if count > MAX_ROWS:
            raise whole_file(path, f"more than {MAX_ROWS} rows", field="rows", value=str(count))
        yield row


def _is_by_line(content: bytes) -> bool:
    """True where the first line is an object by itself, or was meant to be since another follows it."""
    lines = numbered_lines(content)
    first, second = next(lines, (0, b""))[1], next(lines, (0, b""))[1]
    return first.startswith(b"{") and (first.endswith(b"}") or second.startswith(b"{"))


def read_json_row(
    path: Path, line: int, content: bytes, read: Callable[[bytes], SourceRow], *, most: int = MAX_LINE_BYTES
) -> SourceRow:
    """Return what `read` makes of a line, or its refusal where it raises msgspec's errors or TextProblem."""
    if len(content) > most:
        return refused_row(path, line, "line", f"{len(content)} bytes", f"longer than {most} bytes")
    try:
        return read(content)
    except msgspec.ValidationError as error:
        return validation_refusal(path, line, content, error)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return not_json(path, line, content, error)
    except TextProblem as problem:
        return refused_row(path, line, problem.field, problem.value, problem.reason)
    except RecursionError as error:
        return not_json(path, line, content, error)


def not_json(path: Path, line: int, content: bytes, error: Exception) -> RefusedRow:
    """Return the refusal of a row that cannot be decoded at all."""
    reason = "nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {error}"
    return refused_row(path, line, "row", _excerpt(content), reason)


def validation_refusal(path: Path, line: int, content: bytes, error: msgspec.ValidationError) -> RefusedRow:
    """Return the refusal of a row of another shape, with the field and the value that stands there."""
    place = _PATH.search(str(error))
    field = place[1] if place else ""
    return refused_row(path, line, field or "row", _value_at(content, field), _PATH.sub("", str(error)))


def _value_at(content: bytes, field: str) -> str:
    """Return the value at `methods[0].channel` as JSON; the start of the line where that leads nowhere."""
    try:
        found: Any = msgspec.json.decode(content)
        for name, number in _STEP.findall(field):
            found = found[int(number)] if number else found[name]
        return msgspec.json.encode(found)[:800].decode(errors="replace")
    except (msgspec.MsgspecError, LookupError, TypeError, ValueError, RecursionError):
        return _excerpt(content)


def _excerpt(content: bytes) -> str:
    return content[:200].decode(errors="replace")
