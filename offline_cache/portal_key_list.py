"""The key list of a portal: whom to seal to, and whose acknowledgements to believe."""

import base64
from datetime import datetime

import msgspec

from kiosk.ports.vault import KeysUnusable, PortalKeys, PublicKey

KEY_BYTES = 32


class _Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kid: str
    public: str
    role: str = ""
    not_before: datetime | None = None
    not_after: datetime | None = None


class _KeyList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    v: int
    demo: bool
    sealing: tuple[_Key, ...]
    acknowledging: tuple[_Key, ...]


def read_portal_keys(raw: bytes, *, place: str) -> PortalKeys:
    """Return the keys of a key list (JSON, base64 of 32 bytes each). Raises KeysUnusable naming `place`."""
    try:
        found = msgspec.json.decode(raw, type=_KeyList)
    except msgspec.DecodeError as error:
        raise KeysUnusable(place, reason=str(error)) from error
    if not found.sealing or not found.acknowledging:
        raise KeysUnusable(place, reason="a sealing key and an acknowledging key are needed")
    return PortalKeys(
        is_demo=found.demo,
        sealing=tuple(_public_key(key, place) for key in found.sealing),
        acknowledging=tuple(_public_key(key, place) for key in found.acknowledging),
    )


def _public_key(key: _Key, place: str) -> PublicKey:
    try:
        raw = base64.b64decode(key.public, validate=True)
    except ValueError as error:
        raise KeysUnusable(place, reason=f"key {key.kid}: not base64") from error
    if len(raw) != KEY_BYTES:
        raise KeysUnusable(place, reason=f"key {key.kid}: {len(raw)} bytes instead of {KEY_BYTES}")
    return PublicKey(
        kid=key.kid,
        raw=raw,
        role=key.role,
        not_before_ms=_ms(key.not_before),
        not_after_ms=_ms(key.not_after),
    )


def _ms(moment: datetime | None) -> int:
    return 0 if moment is None else int(moment.timestamp() * 1000)
