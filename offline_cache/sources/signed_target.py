"""The catalogue the city signed, as this kiosk keeps it: our JSON lines, told apart so that history says so.

It must lie where verified files are kept, be listed there and have the bytes that were listed. This gives no
right: whether a version may become live is decided where the signature was verified.
"""

import hashlib
import re
from pathlib import Path

import msgspec

from offline_cache.sources import json_lines
from offline_cache.sources.source import Source

_NAME = re.compile(r"(?P<sha256>[0-9a-f]{64})\.(?P<name>catalogue\.jsonl\.gz)")
_KEPT_NAME = "kept.json"


class _File(msgspec.Struct):
    name: str
    sha256: str


class _Kept(msgspec.Struct):
    files: list[_File]


def _recognises(path: Path, head: bytes) -> bool:
    del head
    named = _NAME.fullmatch(path.name)
    if named is None:
        return False
    try:
        kept = msgspec.json.decode((path.parent.parent / _KEPT_NAME).read_bytes(), type=_Kept)
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, msgspec.DecodeError):
        return False
    listed = any(file.name == named["name"] and file.sha256 == sha256 for file in kept.files)
    return listed and sha256 == named["sha256"]


SOURCE = Source(
    kind="tuf",
    label="the catalogue signed by the city",
    is_complete=True,
    recognises=_recognises,
    read=json_lines.SOURCE.read,
)
