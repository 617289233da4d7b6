"""Opening a sealed dossier: what the kiosk did, backwards."""

import base64
import hashlib
import json
from dataclasses import dataclass, field

import rfc8785
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from tests.portal.reference_portal.keys import PrivateKeys

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class CannotOpen(Exception):  # noqa: N818
    """No key of ours fits, or something was changed on the way."""


@dataclass(frozen=True)
class Declared:
    form_id: str
    form_version: str
    answers: list[tuple[str, str]]
    consents: list[tuple[str, bool]] = field(default_factory=list)
    by_post: bool = False


def header_hash(header: object) -> bytes:
    return hashlib.sha256(rfc8785.dumps(header)).digest()


def signature_fits(payload: dict, device_public_key: bytes) -> bool:
    """Return whether the enrolled device signed header and ciphertext."""
    try:
        sealed = base64.b64decode(payload["envelope"]["content"]["ct"], validate=True)
        message = header_hash(payload["header"]) + hashlib.sha256(sealed).digest()
        signature = base64.b64decode(payload["device_sig"], validate=True)
        Ed25519PublicKey.from_public_bytes(device_public_key).verify(signature, message)
    except (InvalidSignature, ValueError, rfc8785.CanonicalizationError):
        return False
    return True


def open_dossier(body: bytes, keys: PrivateKeys) -> Declared:
    """Return the declared answers. Raises CannotOpen."""
    found = json.loads(opened(body, keys))
    return Declared(
        form_id=found["form"]["id"],
        form_version=found["form"]["version"],
        answers=[(answer["name"], answer["value"]) for answer in found["answers"]],
        consents=[(one["purpose"], one["given"]) for one in found.get("consents", [])],
        by_post=found.get("delivery") == "post",
    )


def opened(body: bytes, keys: PrivateKeys) -> bytes:
    """Return what an envelope holds. Raises CannotOpen."""
    payload = json.loads(body)
    digest = header_hash(payload["header"])
    content = payload["envelope"]["content"]
    try:
        content_key = _content_key(payload["envelope"]["recipients"], keys, digest)
        return ChaCha20Poly1305(content_key).decrypt(
            base64.b64decode(content["nonce"]), base64.b64decode(content["ct"]), digest
        )
    except InvalidTag as error:
        raise CannotOpen("nội dung đã bị thay đổi") from error


def _content_key(recipients: list[dict], keys: PrivateKeys, digest: bytes) -> bytes:
    for recipient in recipients:
        private = keys.sealing.get(recipient["kid"])
        if private is not None:
            wrapped = base64.b64decode(recipient["wrapped"])
            return SUITE.decrypt(wrapped, private, b"kiosk-cek/v1" + digest)
    raise CannotOpen("không có khóa để mở")
