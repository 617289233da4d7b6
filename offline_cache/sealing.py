"""Sealing at confirmation: envelope version 1, and the two keys this machine makes for itself.

Envelope: a fresh content key encrypts the answers (ChaCha20-Poly1305, additional data = SHA-256 of the
canonical header, RFC 8785); the content key is wrapped to each recipient by HPKE (RFC 9180), whose `info` is
"kiosk-cek/v1" and the same hash. HPKE hides the sender, so the device signs header hash and ciphertext hash.
"""

import base64
import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.domain.dossiers import DossierHeader, PreRegistration, SealedPayload
from kiosk.domain.messages import Message, MessageHeader
from kiosk.ports.care import EarlierKey
from kiosk.ports.messages import SealedAnswer
from kiosk.ports.vault import KeysUnusable, PortalKeys, PublicKey
from offline_cache.mark_file import sync_folder, write_durably
from offline_cache.portal_key_list import KEY_BYTES as _KEY_BYTES
from offline_cache.storage_errors import translated

HPKE_NAME = "HPKE-X25519-HKDF-SHA256-CHACHA20POLY1305"
CONTENT_NAME = "CHACHA20-POLY1305"
_NONCE_BYTES = 12
_KEPT_KEYS = 12  # a year of monthly keys
_INFO = b"kiosk-cek/v1"

JsonObject = dict[str, Any]  # what RFC 8785 writes: texts, numbers, lists and objects of them
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class DeviceKey:
    """This machine's Ed25519 key, made at the first start, in a file only its owner reads.

    Its successor waits beside it until the portal knows it; a year of monthly keys before it are kept, for
    a portal that was set back to a day when it knew only those.
    """

    def __init__(self, folder: Path, *, name: str = "device.key") -> None:
        self._path = folder / name
        self._next_path = folder / f"{name}.next"
        self._earlier_path = folder / f"{name}.earlier"
        self._key: Ed25519PrivateKey | None = None

    def public_key(self) -> bytes:
        """Return the 32 raw bytes. Raises KeysUnusable, StorageFull, StorageBroken."""
        return self._private().public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature."""
        return self._private().sign(message)

    def has_next(self) -> bool:
        """Return whether a successor waits: made, and perhaps known to the portal already."""
        with translated(self._next_path):
            return self._next_path.exists()

    def next_public_key(self) -> bytes:
        """Return the successor's 32 raw bytes, made durably where there is none."""
        return self._next().public_key().public_bytes_raw()

    def sign_with_next(self, message: bytes) -> bytes:
        """Return the successor's signature."""
        return self._next().sign(message)

    def promote_next(self) -> None:
        """Make the successor the key, durably: by rename, so that a power cut leaves one or the other."""
        with translated(self._path):
            write_durably(
                self._earlier_path, b"".join((self._path.read_bytes(), *self._earlier())[:_KEPT_KEYS])
            )
            self._next_path.replace(self._path)
            sync_folder(self._path.parent)
        self._key = None

    def earlier(self) -> tuple[EarlierKey, ...]:
        """Return the keys before this one, newest first: a restored portal may know only old ones."""
        with translated(self._earlier_path):
            keys = [Ed25519PrivateKey.from_private_bytes(raw) for raw in self._earlier()]
        return tuple(EarlierKey(key.public_key().public_bytes_raw(), key.sign) for key in keys)

    def _earlier(self) -> tuple[bytes, ...]:
        raw = self._earlier_path.read_bytes() if self._earlier_path.exists() else b""
        return tuple(raw[at : at + _KEY_BYTES] for at in range(0, len(raw) - _KEY_BYTES + 1, _KEY_BYTES))

    def _next(self) -> Ed25519PrivateKey:
        raw = kept_secret(self._next_path, _new_private_key)
        return Ed25519PrivateKey.from_private_bytes(raw)

    def _private(self) -> Ed25519PrivateKey:
        if self._key is None:
            self._key = Ed25519PrivateKey.from_private_bytes(kept_secret(self._path, _new_private_key))
        return self._key


class SpoolKey:
    """Encrypts the sheets that wait for paper; they hold a masked name and the look-up code."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "spool.key"
        self._cipher: ChaCha20Poly1305 | None = None

    def encrypt(self, clear: bytes, *, job_id: str) -> bytes:
        """Return nonce and ciphertext, good for this job only."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._opened().encrypt(nonce, clear, job_id.encode())

    def decrypt(self, blob: bytes, *, job_id: str) -> bytes | None:
        """Return the clear bytes, or None where blob, key or job do not fit."""
        try:
            return self._opened().decrypt(blob[:_NONCE_BYTES], blob[_NONCE_BYTES:], job_id.encode())
        except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
            return None

    def _opened(self) -> ChaCha20Poly1305:
        if self._cipher is None:
            self._cipher = ChaCha20Poly1305(kept_secret(self._path, ChaCha20Poly1305.generate_key))
        return self._cipher


class SealingVault:
    """The Vault: seals to every recipient of the key list and signs as this device."""

    def __init__(self, keys: PortalKeys, device: DeviceKey) -> None:
        self._keys, self._device = keys, device

    def seal(self, header: DossierHeader, pre: PreRegistration) -> SealedPayload:
        """Return the canonical bytes to store and send; the answers are in clear nowhere in them.

        Raises KeysUnusable where every portal key expired more than 180 days ago.
        """
        head = header_json(header)
        return self._sealed(head, content_json(pre), at=header.created_at)

    def seal_message(self, header: MessageHeader, message: Message, *, answer_key: bytes) -> SealedPayload:
        """Return the canonical bytes to store and send; `answer_key` lets officers answer one reader."""
        content = message_json(message, answer_key)
        return self._sealed(message_header_json(header), content, at=header.created_at)

    def open_answer(self, answer: SealedAnswer, answer_key: bytes) -> str | None:
        """Return the answer's text, None where the key does not fit. Bound to its id."""
        nonce, sealed = answer.blob[:_NONCE_BYTES], answer.blob[_NONCE_BYTES:]
        try:
            clear = ChaCha20Poly1305(answer_key).decrypt(nonce, sealed, answer.answer_id.encode())
        except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
            return None
        return clear.decode("utf-8", "replace")

    def hold_at(self, now_ms: int) -> bool:
        """Return whether something can still be sealed."""
        try:
            return bool(self._keys.recipients(now_ms))
        except KeysUnusable:
            return False

    def _sealed(self, head: JsonObject, content: JsonObject, *, at: datetime) -> SealedPayload:
        recipients = self._keys.recipients(_ms(at))
        digest = hashlib.sha256(rfc8785.dumps(head)).digest()
        content_key, nonce = ChaCha20Poly1305.generate_key(), os.urandom(_NONCE_BYTES)
        sealed = ChaCha20Poly1305(content_key).encrypt(nonce, rfc8785.dumps(content), digest)
        body = rfc8785.dumps(
            {
                "header": head,
                "envelope": {
                    "v": 1,
                    "content": {"alg": CONTENT_NAME, "nonce": text_of(nonce), "ct": text_of(sealed)},
                    "recipients": [_wrapped(key, content_key, digest) for key in recipients],
                },
                "device_sig": text_of(self._device.sign(digest + hashlib.sha256(sealed).digest())),
            }
        )
        return SealedPayload(
            body=body,
            sha256=hashlib.sha256(body).hexdigest(),
            key_ids=tuple(key.kid for key in recipients),
        )


def header_json(header: DossierHeader) -> JsonObject:
    """Return the header as the protocol writes it."""
    return {
        "v": 1,
        "dossier_id": header.dossier_id,
        "receipt_no": header.receipt_no,
        "kind": "pre_registration",
        "procedure": {"code": header.procedure_code, "version": header.procedure_version},
        "created_at": header.created_at.isoformat(timespec="seconds"),
        "local_seq": header.local_seq,
        "lookup_hash": header.lookup_hash,
        "consent_version": header.consent_version,
    }


def content_json(pre: PreRegistration) -> JsonObject:
    """Return what is sealed: the form and its version, the answers in order, each consent, the language."""
    return {
        "v": 1,
        "form": {"id": pre.form_id, "version": pre.form_version},
        "language": pre.language,
        "answers": [{"name": name, "value": value} for name, value in pre.answers],
        "consents": [
            {"purpose": one.purpose.value, "version": one.version, "given": one.given} for one in pre.consents
        ],
        "delivery": "post" if pre.by_post else "counter",
    }


def message_header_json(header: MessageHeader) -> JsonObject:
    """Return a message's header as the protocol writes it."""
    return {
        "v": 1,
        "message_id": header.message_id,
        "kind": header.kind.value,
        "topic": header.topic,
        "created_at": header.created_at.isoformat(timespec="seconds"),
        "local_seq": header.local_seq,
        "answer_id": header.answer_id,
        "language": header.language,
        "consent_version": header.consent_version,
    }


def message_json(message: Message, answer_key: bytes) -> JsonObject:
    """Return what is sealed of a message; ratings and votes too, so that nothing has to be told apart."""
    return {
        "v": 1,
        "text": message.text,
        "contact": message.contact,
        "score": message.score,
        "choice": message.choice,
        "answer_key": text_of(answer_key),
    }


def text_of(raw: bytes) -> str:
    """Return standard base64 text."""
    return base64.b64encode(raw).decode("ascii")


def kept_secret(path: Path, make: Callable[[], bytes]) -> bytes:
    """Return the 32 bytes in `path`, made and kept durably (0600) where there is no file.

    Raises KeysUnusable for a file of another size, StorageFull, StorageBroken.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            write_durably(path, make())
        raw = path.read_bytes()
    if len(raw) != _KEY_BYTES:
        raise KeysUnusable(str(path), reason=f"{len(raw)} bytes instead of {_KEY_BYTES}")
    return raw


def _new_private_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes_raw()


def _wrapped(key: PublicKey, content_key: bytes, digest: bytes) -> JsonObject:
    wrapped = _SUITE.encrypt(content_key, X25519PublicKey.from_public_bytes(key.raw), _INFO + digest)
    return {"kid": key.kid, "alg": HPKE_NAME, "wrapped": text_of(wrapped)}


def _ms(moment: datetime | None) -> int:
    return 0 if moment is None else int(moment.timestamp() * 1000)
