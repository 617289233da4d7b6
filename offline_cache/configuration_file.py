"""A kiosk's settings as one file for many kiosks, signed by the device that made it.

The signature proves that nobody changed the file and which machine made it; whether to believe that machine
is for the person who takes it, who is shown its ward, name and key.
"""

import hashlib
from dataclasses import dataclass

import msgspec
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.ports.vault import DeviceIdentity

KIND = "hanoi-ward-kiosk settings 1"
LIMIT_BYTES = 256 * 1024


class ConfigurationRefused(Exception):  # noqa: N818  a refusal
    """The file is none of ours, is too large, or was changed after it was signed."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kind: str
    ward: str
    kiosk: str
    made_at: str
    made_by: str
    settings: str
    public_key: str
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What a file says: whose settings these are, since when, and the TOML text itself."""

    ward: str
    kiosk: str
    made_at: str
    made_by: str
    settings: str
    key_sha256: str


def sealed_configuration(
    device: DeviceIdentity, *, ward: str, kiosk: str, made_at: str, made_by: str, settings: str
) -> bytes:
    """Return the signed file. Raises KeysUnusable, StorageError of the device's key."""
    said = _File(
        kind=KIND,
        ward=ward,
        kiosk=kiosk,
        made_at=made_at,
        made_by=made_by,
        settings=settings,
        public_key=device.public_key().hex(),
    )
    signed = msgspec.structs.replace(said, signature=device.sign(_message(said)).hex())
    return msgspec.json.format(msgspec.json.encode(signed), indent=1) + b"\n"


def read_configuration(raw: bytes) -> Configuration:
    """Return what a file says. Raises ConfigurationRefused."""
    if len(raw) > LIMIT_BYTES:
        raise ConfigurationRefused(f"larger than {LIMIT_BYTES // 1024} KiB")
    try:
        said = msgspec.json.decode(raw, type=_File)
        key = bytes.fromhex(said.public_key)
        signature = bytes.fromhex(said.signature)
        public = Ed25519PublicKey.from_public_bytes(key)
    except (msgspec.DecodeError, ValueError) as error:
        raise ConfigurationRefused(f"not a file of settings: {error}") from error
    if said.kind != KIND:
        raise ConfigurationRefused(f"not a file of settings but {said.kind[:60]!r}")
    try:
        public.verify(signature, _message(said))
    except InvalidSignature as error:
        raise ConfigurationRefused("was changed after it was signed") from error
    return Configuration(
        ward=said.ward,
        kiosk=said.kiosk,
        made_at=said.made_at,
        made_by=said.made_by,
        settings=said.settings,
        key_sha256=hashlib.sha256(key).hexdigest(),
    )


def _message(said: _File) -> bytes:
    table = msgspec.to_builtins(said)
    del table["signature"]
    return rfc8785.dumps(table)
