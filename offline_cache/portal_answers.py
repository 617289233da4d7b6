"""The portal's answers: read strictly, believed only with its signature."""

import base64
from datetime import datetime
from typing import Annotated, Any, TypeVar

import msgspec
import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kiosk.domain.outbox import Acknowledgement, OutboxItem
from kiosk.ports.portal import NotOurPortal, PortalHello, PortalUnreachable, Restore
from kiosk.ports.vault import PortalKeys

Answer = TypeVar("Answer")


class Signature(msgspec.Struct, frozen=True):
    """Which key signed, and the signature (base64) over the canonical JSON (RFC 8785) of what is signed."""

    kid: str
    value: str


class HelloAnswer(msgspec.Struct, frozen=True):
    """`GET /hello`."""

    server_time: datetime
    nonce: str
    server_nonce: str
    instance: str
    epoch: int
    durable_through: int
    sig: Signature
    restores: tuple[Restore, ...] = ()


class AckAnswer(msgspec.Struct, frozen=True):
    """The `ack` member: what is signed. A message's has `message_id` in place of id and number."""

    payload_sha256: str
    seq: int
    epoch: int
    state: str = ""
    dossier_id: str = ""
    message_id: str = ""
    receipt_no: str = ""
    flags: tuple[str, ...] = ()


class UploadAnswer(msgspec.Struct, frozen=True):
    """`PUT /dossiers/{id}` and `GET` of the same."""

    ack: AckAnswer
    sig: Signature
    replayed: bool = False


class EnrolmentAnswer(msgspec.Struct, frozen=True):
    """`POST /enrolments`."""

    kiosk_id: str
    kiosk_no: Annotated[int, msgspec.Meta(ge=0, le=9999)]
    point: dict[str, str]
    portal_keys: dict[str, Any] = {}


class TokenAnswer(msgspec.Struct, frozen=True):
    """`POST /token`; `expires_in` in seconds."""

    access_token: str
    expires_in: int


class ProblemAnswer(msgspec.Struct, frozen=True):
    """`application/problem+json` (RFC 9457)."""

    code: str = ""
    title: str = ""


def parsed(raw: bytes, kind: type[Answer], *, place: str) -> Answer:
    """Return the typed answer. Raises PortalUnreachable naming the place: broken JSON is a broken line."""
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PortalUnreachable(place, f"answer is not what was agreed: {error}") from error


def hello_from(raw: bytes, keys: PortalKeys, *, nonce: str, place: str) -> tuple[PortalHello, str]:
    """Return the verified greeting and the server's nonce. Raises PortalUnreachable, NotOurPortal."""
    answer = parsed(raw, HelloAnswer, place=place)
    signed = parsed(raw, dict[str, Any], place=place)
    signed.pop("sig")
    verify(signed, answer.sig, keys, place=place)
    if answer.nonce != nonce:
        raise NotOurPortal(f"{place}: nonce", f"an old greeting was repeated ({answer.nonce!r})")
    hello = PortalHello(
        instance=answer.instance,
        epoch=answer.epoch,
        server_time=answer.server_time,
        durable_through=answer.durable_through,
        restores=answer.restores,
    )
    return hello, answer.server_nonce


def acknowledgement_from(
    raw: bytes, item: OutboxItem, keys: PortalKeys, *, restores: tuple[Restore, ...], place: str
) -> Acknowledgement:
    """Return the acknowledgement once signature, id, number and hash fit `item` and it is still true.

    An acknowledgement older than a restore of the portal (`restores`) holds only for what that one kept.

    Raises PortalUnreachable for what cannot be read, NotOurPortal for what cannot be believed.
    """
    answer = parsed(raw, UploadAnswer, place=place)
    signed = parsed(raw, dict[str, Any], place=place)["ack"]
    verify(signed, answer.sig, keys, place=place)
    ack = answer.ack
    for name, found, expected in (
        ("dossier_id", ack.dossier_id or ack.message_id, item.dossier_id),
        ("receipt_no", ack.receipt_no, item.receipt_no),
        ("payload_sha256", ack.payload_sha256, item.sha256),
    ):
        if found != expected:
            raise NotOurPortal(f"{place}: ack.{name}", f"{found!r} instead of {expected!r}")
    if any(restore.lost(epoch=ack.epoch, seq=ack.seq) for restore in restores):
        raise NotOurPortal(f"{place}: ack.epoch", f"{ack.epoch} is older than what the portal lost")
    return Acknowledgement(
        dossier_id=item.dossier_id,
        receipt_no=ack.receipt_no,
        payload_sha256=ack.payload_sha256,
        seq=ack.seq,
        epoch=ack.epoch,
        state=ack.state,
        flags=ack.flags,
        replayed=answer.replayed,
    )


def verify(signed: Any, signature: Signature, keys: PortalKeys, *, place: str) -> None:
    """Check the portal's signature over canonical JSON. Raises NotOurPortal."""
    key = keys.acknowledging_key(signature.kid)
    if key is None:
        raise NotOurPortal(f"{place}: sig.kid", f"unknown key {signature.kid[:40]!r}")
    try:
        value = base64.b64decode(signature.value, validate=True)
        Ed25519PublicKey.from_public_bytes(key).verify(value, rfc8785.dumps(signed))
    except (InvalidSignature, ValueError, rfc8785.CanonicalizationError) as error:
        raise NotOurPortal(f"{place}: sig.value", f"signature of {signature.kid} does not fit") from error
