"""Who this machine is, on disk: the trial kiosk out of the box, or what enrolment made of it.

An enrolled kiosk has a room of its own beside the trial's and never believes trial keys again.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.domain.enrolment import KioskIdentity
from kiosk.ports.vault import KeysUnusable, PortalKeys
from offline_cache.mark_file import write_durably
from offline_cache.portal_key_list import read_portal_keys
from offline_cache.storage_errors import translated

DEMO_FOLDER, ENROLLED_FOLDER = "demo", "enrolled"
IDENTITY_NAME, KEYS_NAME = "enrolment.json", "portal-keys.json"


class _Kept(msgspec.Struct, frozen=True):
    """`sha256` is over the bytes of `said`: a damaged identity is never taken for none."""

    said: msgspec.Raw
    sha256: str


class _Said(msgspec.Struct, frozen=True):
    identity: KioskIdentity
    keys: msgspec.Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskRoom:
    """The folder that holds outbox and keys, whom to seal to, and who we are (None: the trial kiosk)."""

    folder: Path
    keys: PortalKeys
    identity: KioskIdentity | None

    @property
    def kiosk_no(self) -> int:
        """Return the four-digit number, 0 for the trial."""
        return self.identity.kiosk_no if self.identity else 0


class IdentityFile:
    """EnrolmentStore in `home`."""

    def __init__(self, home: Path) -> None:
        self.folder = home / ENROLLED_FOLDER

    def room(self, demo_keys: bytes) -> KioskRoom:
        """Return the room in use now. Raises KeysUnusable for a damaged identity, StorageBroken."""
        found = self._read()
        if found is None:
            keys = read_portal_keys(demo_keys, place="demo keys")
            return KioskRoom(folder=self.folder.with_name(DEMO_FOLDER), keys=keys, identity=None)
        return KioskRoom(folder=self.folder, keys=self._keys(found), identity=found.identity)

    def identity(self) -> KioskIdentity | None:
        """Return who this machine is, None before enrolment. Raises KeysUnusable, StorageBroken."""
        found = self._read()
        return None if found is None else found.identity

    def save(self, identity: KioskIdentity, keys: bytes) -> None:
        """Become this kiosk, durably and once. Raises KeysUnusable: trial keys, or another identity."""
        found = self._read()
        if found is not None and found.identity != identity:
            raise KeysUnusable(str(self._path), reason="this machine is enrolled already")
        enrolled_keys(keys, place="the portal's keys")
        said = msgspec.json.encode(_Said(identity=identity, keys=msgspec.Raw(keys)))
        kept = _Kept(said=msgspec.Raw(said), sha256=hashlib.sha256(said).hexdigest())
        with translated(self._path):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_durably(self._path, msgspec.json.encode(kept))

    def adopt_keys(self, raw: bytes) -> PortalKeys:
        """Take a newer key list, which the city has signed. Raises KeysUnusable: then the old one stays."""
        keys = enrolled_keys(raw, place=KEYS_NAME)
        path = self.folder / KEYS_NAME
        with translated(path):
            if not path.exists() or path.read_bytes() != raw:
                write_durably(path, raw)
        return keys

    @property
    def _path(self) -> Path:
        return self.folder / IDENTITY_NAME

    def _keys(self, found: _Said) -> PortalKeys:
        path = self.folder / KEYS_NAME
        with translated(path):
            raw = path.read_bytes() if path.exists() else bytes(found.keys)
        return enrolled_keys(raw, place=str(path))

    def _read(self) -> _Said | None:
        with translated(self._path):
            if not self._path.exists():
                return None
            raw = self._path.read_bytes()
        try:
            kept = msgspec.json.decode(raw, type=_Kept)
            found = msgspec.json.decode(kept.said, type=_Said)
        except msgspec.DecodeError as error:
            raise KeysUnusable(str(self._path), reason=str(error)) from error
        if hashlib.sha256(bytes(kept.said)).hexdigest() != kept.sha256:
            raise KeysUnusable(str(self._path), reason="is damaged; enrol this machine again")
        return found


def enrolled_keys(raw: bytes, *, place: str) -> PortalKeys:
    """Return a key list an enrolled kiosk may use. Raises KeysUnusable for trial keys."""
    keys = read_portal_keys(raw, place=place)
    if keys.is_demo:
        raise KeysUnusable(place, reason="these are the public trial keys")
    return keys
