"""The kiosk's calls: `/kiosk/v1`, the subset of the protocol that openapi.yaml describes."""

import base64
import secrets
import time
from datetime import datetime

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kiosk.domain.numbering import BadReceiptNumber, parse_receipt
from tests.portal.reference_portal.keys import PrivateKeys
from tests.portal.reference_portal.opening import signature_fits
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.storage import Conflict, Storage, now_text

DEMO_CODE = "DEMO-0000"
INSTANCE = "reference-portal-1"
MAX_BODY_BYTES = 256 * 1024
TOKEN_LIFE_S = 900


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


class Protocol:
    def __init__(self, storage: Storage, keys: PrivateKeys, *, enrolment_codes: dict[str, int]) -> None:
        self.storage, self.keys, self.codes = storage, keys, enrolment_codes
        self._nonces: dict[str, float] = {}
        self._tokens: dict[str, tuple[str, float]] = {}

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/kiosk/v1")
        router.add_api_route("/hello", self.hello, methods=["GET"])
        router.add_api_route("/enrolments", self.enrol, methods=["POST"], status_code=201)
        router.add_api_route("/token", self.token, methods=["POST"])
        router.add_api_route("/dossiers/{dossier_id}", self.put_dossier, methods=["PUT"])
        router.add_api_route("/dossiers/{dossier_id}", self.get_dossier, methods=["GET"])
        return router

    async def hello(self, request: Request) -> JSONResponse:
        nonce = request.query_params.get("nonce", "")
        if not 16 <= len(nonce) <= 64:
            raise Refusal(422, "nonce_length", pointer="/query/nonce")
        server_nonce = secrets.token_urlsafe(24)
        self._nonces[server_nonce] = time.monotonic() + 120
        history = self.storage.history
        answer = {
            "server_time": now_text(),
            "nonce": nonce,
            "server_nonce": server_nonce,
            "instance": INSTANCE,
            "epoch": history.epoch,
            "durable_through": history.durable_through,
            "restores": history.restores,
            "min_client": "1",
        }
        return JSONResponse(answer | {"sig": self.keys.sign(answer)})

    async def enrol(self, request: Request) -> JSONResponse:
        wish = await _body(request, EnrolmentRequest)
        if wish.code not in self.codes:
            raise Refusal(422, "enrolment_code_unknown", pointer="/code")
        if len(_decoded(wish.device_public_key, "/device_public_key")) != 32:
            raise Refusal(422, "key_length", pointer="/device_public_key")
        kiosk = self.storage.enrol(wish.code, wish.device_public_key, self.codes[wish.code])
        if kiosk is None:
            raise Refusal(409, "key_enrolled_otherwise", pointer="/device_public_key")
        point = {"code": "H26.00.00", "name": "Điểm phục vụ hành chính công phường Mẫu"}
        return JSONResponse({"kiosk_id": kiosk.kiosk_id, "kiosk_no": kiosk.kiosk_no, "point": point}, 201)

    async def token(self, request: Request) -> JSONResponse:
        wish = await _body(request, TokenRequest)
        kiosk = self.storage.kiosk(wish.kiosk_id)
        if kiosk is None or self._nonces.pop(wish.server_nonce, 0) < time.monotonic():
            raise Refusal(401, "nonce_or_kiosk_unknown")
        message = f"kiosk-token/v1:{wish.kiosk_id}:{wish.server_nonce}".encode()
        try:
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(kiosk.public_key))
            key.verify(_decoded(wish.signature, "/signature"), message)
        except InvalidSignature:
            raise Refusal(401, "signature_wrong") from None
        if kiosk.state != "active":
            raise Refusal(403, "kiosk_revoked")
        token = secrets.token_urlsafe(32)
        self._tokens[token] = (wish.kiosk_id, time.monotonic() + TOKEN_LIFE_S)
        return JSONResponse({"access_token": token, "expires_in": TOKEN_LIFE_S})

    async def put_dossier(self, request: Request, dossier_id: str) -> JSONResponse:
        kiosk_id = self._authorised(request)
        raw = await _raw(request)
        wish = _parsed(raw, DossierRequest)
        if wish.header.dossier_id != dossier_id:
            raise Refusal(422, "id_differs", pointer="/header/dossier_id")
        try:
            parse_receipt(wish.header.receipt_no)
        except BadReceiptNumber:
            raise Refusal(422, "receipt_no_wrong", pointer="/header/receipt_no") from None
        kiosk = self.storage.kiosk(kiosk_id)
        payload = msgspec.json.decode(raw)
        if not signature_fits(payload, base64.b64decode(kiosk.public_key)):
            raise Refusal(422, "device_signature_wrong", pointer="/device_sig")
        try:
            row, replayed = self.storage.store(payload["header"], raw, kiosk_id)
        except Conflict:
            raise Refusal(409, "dossier_conflict") from None
        return self._acknowledged(row, replayed=replayed)

    async def get_dossier(self, request: Request, dossier_id: str) -> JSONResponse:
        kiosk_id = self._authorised(request)
        row = self.storage.dossier(dossier_id)
        if row is None or row.kiosk_id != kiosk_id:
            raise Refusal(404, "dossier_unknown")
        return self._acknowledged(row, replayed=True)

    def forget_tokens(self) -> None:
        """As after a restart of the portal: every kiosk must buy a new token."""
        self._tokens.clear()

    def _acknowledged(self, row, *, replayed: bool) -> JSONResponse:
        ack = {
            "dossier_id": row.dossier_id,
            "receipt_no": row.receipt_no,
            "payload_sha256": row.payload_sha256,
            "seq": row.seq,
            "epoch": row.epoch,
            "received_at": row.received_at,
            "state": "pre_registered",
        }
        if row.flags:
            ack["flags"] = row.flags.split()
        answer = {"ack": ack, "replayed": replayed, "sig": self.keys.sign(ack)}
        return JSONResponse(answer, 200 if replayed else 201)

    def _authorised(self, request: Request) -> str:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        kiosk_id, ends_s = self._tokens.get(token, ("", 0.0))
        if ends_s < time.monotonic() or request.headers.get("Kiosk-Id") != kiosk_id:
            raise Refusal(401, "token_unknown")
        if self.storage.kiosk(kiosk_id).state != "active":
            raise Refusal(403, "kiosk_revoked")
        return kiosk_id


async def _raw(request: Request) -> bytes:
    if not request.headers.get("Content-Type", "").startswith("application/json"):
        raise Refusal(415, "json_only")
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > MAX_BODY_BYTES:
            raise Refusal(413, "body_too_large")
    return raw


async def _body(request: Request, kind):
    return _parsed(await _raw(request), kind)


def _parsed(raw: bytes, kind):
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.ValidationError as error:
        pointer = str(error).rpartition("`$")[2].rstrip("`").replace(".", "/")
        raise Refusal(422, "content_wrong", pointer=pointer or "/") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refusal(400, "json_broken") from None


def _decoded(text: str, pointer: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise Refusal(422, "base64_broken", pointer=pointer) from None
