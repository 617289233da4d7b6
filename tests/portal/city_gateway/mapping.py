"""Mapping tables: one YAML file a system and version, chosen by date, read strictly."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from tests.portal.city_gateway.gateway import ValueUnknown

FOLDER = Path(__file__).parent / "mappings"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class MappingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`fields`: our name to theirs. Tables: our value to theirs, as text. `time_format`: strftime."""

    system: str
    version: str
    valid_from: date
    time_format: str
    code_patterns: tuple[str, ...]
    fields: dict[str, str]
    status: dict[int, str]
    applicant_kind: dict[str, str]
    delivery: dict[str, str]
    valid_to: date | None = None


@dataclass(frozen=True)
class Mapping:
    """A table in use; every look-up that finds nothing says so."""

    file: MappingFile

    def name(self, ours: str) -> str:
        """Return their name of a field."""
        return _found(self.file.fields, ours, "fields")

    def status_out(self, ours: int) -> str:
        """Return their word for a state."""
        return _found(self.file.status, ours, "status")

    def status_in(self, theirs: str) -> int:
        """Return our number for their word."""
        return _found({word: number for number, word in self.file.status.items()}, theirs, "status")

    def applicant(self, ours: str) -> str:
        """Return their value for `person`, `company` or `household_business`."""
        return _found(self.file.applicant_kind, ours, "applicant_kind")

    def delivery(self, *, by_post: bool) -> str:
        """Return their value for the way home."""
        return _found(self.file.delivery, "post" if by_post else "counter", "delivery")

    def time_out(self, moment: datetime) -> str:
        """Return hall time as they write it."""
        return moment.astimezone(HANOI).strftime(self.file.time_format)

    def time_in(self, text: str) -> datetime:
        """Return an aware time. Raises ValueUnknown for another shape."""
        try:
            return datetime.strptime(text, self.file.time_format).replace(tzinfo=HANOI)
        except ValueError as error:
            raise ValueUnknown("time_format", text) from error

    def code_fits(self, code: str) -> bool:
        """Return whether a dossier code has one of the shapes in use; it is never cut by position."""
        return any(re.fullmatch(pattern, code) for pattern in self.file.code_patterns)


def read_mapping(system: str, on: date, folder: Path = FOLDER) -> Mapping:
    """Return the newest table of `system` that holds on a day. LookupError, msgspec.ValidationError."""
    found = [
        msgspec.yaml.decode(path.read_bytes(), type=MappingFile)
        for path in sorted(folder.glob(f"{system}-*.yaml"))
    ]
    valid = [
        file for file in found if file.valid_from <= on and (file.valid_to is None or on <= file.valid_to)
    ]
    if not valid:
        raise LookupError(f"no mapping of {system} holds on {on}")
    return Mapping(max(valid, key=lambda file: file.valid_from))


def _found(table: dict, key: object, name: str):
    if key not in table:
        raise ValueUnknown(name, key)
    return table[key]
