"""The first key a kiosk trusts: named by its SHA-256 at enrolment, or the public demo root out of the box."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import msgspec
from tuf.api.exceptions import DownloadHTTPError
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization import DeserializationError

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.mark_file import write_durably
from offline_cache.trust.fetching import BoundedFetcher

PIN_NAME, FIRST_ROOT_NAME = "pinned-root.json", "first-root.json"
MAX_ROOT_BYTES = 512_000
_MOST_ROOTS = 256
ABSENT = frozenset({403, 404, 410})
_SHA256 = re.compile(r"[0-9a-f]{64}")


class _Pin(msgspec.Struct, frozen=True):
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where trust begins: the first root's bytes (None: still to be fetched) and its hash.

    `refused_keys` are public keys that must never be trusted: the demo keys, once a kiosk is enrolled.
    """

    root: bytes | None
    sha256: str
    is_demo: bool
    refused_keys: frozenset[str] = frozenset()


def pin_root(folder: Path, sha256: str, *, demo_root: bytes) -> None:
    """Trust the root whose file has this SHA-256, from now on. Once pinned, another is refused.

    Raises UpdateRefused: WRONG_ROOT for another pin or what is no SHA-256, DEMO_KEYS; OSError.
    """
    wanted = sha256.strip().lower()
    if not _SHA256.fullmatch(wanted):
        raise UpdateRefused(UpdateProblem.WRONG_ROOT, place="root", reason=f"{wanted[:80]!r} is no SHA-256")
    if wanted == hashlib.sha256(demo_root).hexdigest():
        raise UpdateRefused(UpdateProblem.DEMO_KEYS, place="root", reason="these are the trial keys")
    pinned = read_pin(folder)
    if pinned and pinned != wanted:
        raise UpdateRefused(
            UpdateProblem.WRONG_ROOT, place="root", reason="another root was pinned at enrolment"
        )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_durably(folder / PIN_NAME, msgspec.json.encode(_Pin(wanted)))


def read_pin(folder: Path) -> str:
    """Return the pinned SHA-256, or "". A damaged pin raises UpdateRefused: it is never taken as none."""
    try:
        raw = (folder / PIN_NAME).read_bytes()
    except FileNotFoundError:
        return ""
    try:
        return msgspec.json.decode(raw, type=_Pin).sha256
    except msgspec.DecodeError as error:
        raise UpdateRefused(
            UpdateProblem.WRONG_ROOT, place=PIN_NAME, reason="is damaged; enrol again"
        ) from error


def demo_anchor(demo_root: bytes) -> Anchor:
    """Return the anchor of a kiosk out of the box: the public demo root, shipped with the product."""
    return Anchor(root=demo_root, sha256=hashlib.sha256(demo_root).hexdigest(), is_demo=True)


def pinned_anchor(folder: Path, *, demo_root: bytes) -> Anchor:
    """Return the anchor named at enrolment. Raises UpdateRefused: NOT_ENROLLED, WRONG_ROOT."""
    sha256 = read_pin(folder)
    if not sha256:
        raise UpdateRefused(UpdateProblem.NOT_ENROLLED, place="root", reason="no root was named at enrolment")
    try:
        stored = (folder / FIRST_ROOT_NAME).read_bytes()
    except FileNotFoundError:
        stored = b""
    is_pinned = hashlib.sha256(stored).hexdigest() == sha256
    return Anchor(
        root=stored if is_pinned else None,
        sha256=sha256,
        is_demo=False,
        refused_keys=public_keys(Metadata[Root].from_bytes(demo_root).signed),
    )


def fetch_root(fetcher: BoundedFetcher, metadata_base: str, anchor: Anchor) -> bytes:
    """Return the root whose hash was pinned, whichever edition it is. Raises UpdateRefused, DownloadError."""
    for edition in range(1, _MOST_ROOTS + 1):
        try:
            content = fetcher.download_bytes(f"{metadata_base}{edition}.root.json", MAX_ROOT_BYTES)
        except DownloadHTTPError as error:
            if error.status_code not in ABSENT:
                raise
            break
        if hashlib.sha256(content).hexdigest() == anchor.sha256:
            return content
        if not _is_root(content):
            raise UpdateRefused(
                UpdateProblem.UNREADABLE, place="root", reason="what came is no root metadata"
            )
    raise UpdateRefused(
        UpdateProblem.WRONG_ROOT, place="root", reason=f"no root with SHA-256 {anchor.sha256[:16]}… is there"
    )


def public_keys(root: Root) -> frozenset[str]:
    """Return every public key a root names; by value, since a key's id is only its author's word."""
    return frozenset(str(key.keyval.get("public", "")) for key in root.keys.values())


def _is_root(content: bytes) -> bool:
    try:
        return Metadata[Root].from_bytes(content).signed.type == Root.type
    except DeserializationError:
        return False
