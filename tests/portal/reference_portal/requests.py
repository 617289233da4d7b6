"""What kiosks may send, read strictly: unknown members are refused."""

import base64
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from fastapi import Request

from tests.portal.reference_portal.problems import Refusal

MAX_BODY_BYTES = 256 * 1024


Count = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    pass


class Software(Strict):
    name: str
    version: str


class EnrolmentRequest(Strict):
    code: str
    device_public_key: str
    software: Software
    hardware: dict[str, str] = {}


class TokenRequest(Strict):
    kiosk_id: str
    server_nonce: str
    signature: str


class ProcedureRef(Strict):
    code: str
    version: str


class Header(Strict):
    v: int
    dossier_id: str
    receipt_no: str
    kind: str
    procedure: ProcedureRef
    created_at: datetime
    local_seq: int
    lookup_hash: str
    consent_version: str


class MessageHeader(Strict):
    v: int
    message_id: str
    kind: str
    topic: str
    created_at: datetime
    local_seq: int
    answer_id: str
    language: str
    consent_version: str


class Content(Strict):
    alg: str
    nonce: str
    ct: str


class Recipient(Strict):
    kid: str
    alg: str
    wrapped: str


class Envelope(Strict):
    v: int
    content: Content
    recipients: list[Recipient]


class DossierRequest(Strict):
    header: Header
    envelope: Envelope
    device_sig: str


class MessageRequest(Strict):
    header: MessageHeader
    envelope: Envelope
    device_sig: str


class LookUpRequest(Strict):
    receipt_no: str
    code: str


class AnswerRequest(Strict):
    answer_id: str


class BlockRequest(Strict):
    want: int
    highest_seen: int


class KeyRequest(Strict):
    device_public_key: str
    signature: str


class Event(Strict):
    id: str
    kind: Literal["slip_printed"]
    at: datetime
    dossier_id: str
    copy_no: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    proof: Literal["process_id", "fence", "status", "none", "person", "paper"]


class EventsRequest(Strict):
    events: Annotated[list[Event], msgspec.Meta(max_length=100)]


class Queue(Strict):
    ready: int
    parked: int
    oldest_age_s: int


class Heartbeat(Strict):
    at: datetime
    boot_counter: Count
    last_seq: Count
    queue: Queue
    disk_free_mb: int
    clock_offset_ms: int
    software: str
    numbers_left: int
    beat: Count = 0
    key_ids: list[str] = []
    done: list[str] = []
    printer: str = ""


def only_asked(request: Request, *names: str) -> None:
    """Refuse query parameters the contract does not have."""
    more = set(request.query_params) - set(names)
    if more:
        raise Refusal(422, "query_unknown", pointer="/query")


def uuid_of(text: str, pointer: str) -> str:
    """Return an id in its canonical shape, nothing else."""
    try:
        if str(UUID(text)) == text:
            return text
    except ValueError:
        pass
    raise Refusal(422, "id_shape", pointer=pointer)


async def raw_body(request: Request) -> bytes:
    if not request.headers.get("Content-Type", "").startswith("application/json"):
        raise Refusal(415, "json_only")
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > MAX_BODY_BYTES:
            raise Refusal(413, "body_too_large")
    return raw


async def body_of(request: Request, kind):
    return parsed(await raw_body(request), kind)


def parsed(raw: bytes, kind):
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        pointer = str(error).rpartition("`$")[2].rstrip("`").replace(".", "/")
        raise Refusal(422, "content_wrong", pointer=pointer or "/") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refusal(400, "json_broken") from None


def decoded(text: str, pointer: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise Refusal(422, "base64_broken", pointer=pointer) from None
