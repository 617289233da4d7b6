"""Zip archives nobody vouches for: checked before anything in them is unpacked."""

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from offline_cache.sources.reading import (
    MAX_FILE_BYTES,
    MAX_RATIO,
    RATIO_COUNTS_FROM_BYTES,
    read_bytes,
    whole_file,
)

MAX_MEMBERS = 1000
MAX_TAGS = 4_000_000  # of a part: 20,000 rows of 26 cells need half of it, and each costs time to read
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1  # general purpose bit 0
# What reading a damaged archive or the parts in it may end in.
ZIP_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    OSError,
    ValueError,
    EOFError,
    LookupError,
    RuntimeError,  # NotImplementedError is one
)


def member_names(path: Path) -> frozenset[str]:
    """Return the names in a zip file, empty for what is none. Raises CatalogueRejected for its size only."""
    try:
        with zipfile.ZipFile(BytesIO(read_bytes(path))) as archive:
            return frozenset(archive.namelist())
    except ZIP_DAMAGE:
        return frozenset()


def checked_archive(path: Path) -> zipfile.ZipFile:
    """Return the open archive, in memory; the caller closes it.

    Raises CatalogueRejected for damage, a bomb (64 MiB, ratio 100), too many members, encryption, a name that
    leads out of the archive or stands twice, a document type in XML (entities that grow when read) and XML of
    more tags than any list has.
    """
    try:
        stored = read_bytes(path)
        archive = zipfile.ZipFile(BytesIO(stored))
        _check_sizes(path, archive.infolist(), len(stored))
        for member in archive.infolist():
            _check_member(path, member)
        _check_names(path, archive.namelist())
        for name in archive.namelist():
            _check_part(path, archive, name)
    except ZIP_DAMAGE as error:
        raise whole_file(path, f"is a damaged archive: {error}", field="zip") from error
    return archive


def _check_sizes(path: Path, members: list[zipfile.ZipInfo], stored: int) -> None:
    if len(members) > MAX_MEMBERS:
        raise whole_file(path, f"holds more than {MAX_MEMBERS} parts", field="zip", value=str(len(members)))
    total = sum(member.file_size for member in members)
    if total > MAX_FILE_BYTES:
        raise whole_file(path, f"larger than {MAX_FILE_BYTES} bytes unpacked", field="size", value=str(total))
    if total > RATIO_COUNTS_FROM_BYTES and total > MAX_RATIO * stored:
        raise whole_file(
            path, f"unpacks to more than {MAX_RATIO} times its size", field="ratio", value=str(total)
        )


def _check_member(path: Path, member: zipfile.ZipInfo) -> None:
    name = member.filename
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\x00" in member.orig_filename:
        raise whole_file(path, "holds a name that leads out of the archive", field="zip", value=name)
    if member.flag_bits & _ENCRYPTED:
        raise whole_file(path, "is encrypted; save it without a password", field="zip", value=name)
    if member.compress_type not in _METHODS:
        raise whole_file(
            path, "is packed in an uncommon way; save it again as .xlsx", field="zip", value=name
        )


def _check_names(path: Path, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise whole_file(path, "holds the same name twice", field="zip", value=twice[0])


def _check_part(path: Path, archive: zipfile.ZipFile, name: str) -> None:
    # Read to the end, so that a wrong size or sum is known now; UTF-16 is found by leaving its zeros out.
    content = archive.read(name)
    if b"<!DOCTYPE" in content or b"<!DOCTYPE" in content[: 64 * 1024].replace(b"\x00", b""):
        raise whole_file(path, "holds a document type, which no sheet needs", field="xml", value=name)
    if content.count(b"<") > MAX_TAGS:
        raise whole_file(path, f"holds a part of more than {MAX_TAGS} tags", field="xml", value=name)
