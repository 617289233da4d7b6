"""The note beside a damaged outbox that was put aside: what was saved, and which numbers are gone.

The log turns over and nobody reads it in a ward; the note stays with the file until a person removes both.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from kiosk.domain.numbering import format_receipt, receipt_number
from kiosk.ports.outbox import OpenReport, StorageError
from offline_cache.mark_file import write_durably
from offline_cache.storage_errors import translated

NOTE_NAME = "report.json"


class PutAside(msgspec.Struct, frozen=True, kw_only=True):
    """A damaged outbox: why, how many rows were saved, the PK numbers gone as (first, last) runs.

    `at_ms` is Unix time in milliseconds, by the machine's clock of that day; `folder` holds the damaged file.
    """

    at_ms: int
    reason: str
    saved: int
    lost: tuple[tuple[str, str], ...] = ()
    lost_count: int = 0
    folder: str = ""


def put_aside(report: OpenReport, *, now_ms: int) -> PutAside:
    """Return the note of an opening that put a file aside."""
    runs = report.lost_receipts
    return PutAside(
        at_ms=now_ms,
        reason=report.reason,
        saved=report.recovered,
        lost=tuple((_said(first), _said(last)) for first, last in runs),
        lost_count=sum(last - first + 1 for first, last in runs),
        folder=report.quarantined,
    )


def leave_note(note: PutAside) -> None:
    """Write the note beside the file; a full disk is no reason not to open."""
    place = Path(note.folder) / NOTE_NAME
    with suppress(StorageError), translated(place):
        write_durably(place, msgspec.json.encode(note))


def notes_in(room: Path) -> tuple[PutAside, ...]:
    """Return the notes of the outbox in `room`, oldest first. Raises StorageBroken.

    A note that cannot be read still counts: its folder is named, with nothing known of it.
    """
    quarantine = room / "quarantine"
    with translated(quarantine):
        if not quarantine.is_dir():
            return ()
        folders = sorted(path for path in quarantine.iterdir() if path.is_dir())
        return tuple(_note(folder) for folder in folders)


def _note(folder: Path) -> PutAside:
    place = folder / NOTE_NAME
    unknown = PutAside(at_ms=0, reason="no note is left of it", saved=0, folder=str(folder))
    if not place.exists():
        return unknown
    try:
        return msgspec.json.decode(place.read_bytes(), type=PutAside)
    except msgspec.DecodeError:
        return unknown


def _said(body: int) -> str:
    return format_receipt(receipt_number(body))
