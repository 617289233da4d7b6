"""The kiosk's calls, `/kiosk/v1`, as openapi.yaml describes them: greeting, identity, dossiers, messages."""

import base64
import json
import secrets
import time
from hashlib import sha256

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from kiosk.domain.messages import MessageKind
from kiosk.domain.numbering import BadReceiptNumber, parse_receipt
from tests.portal.reference_portal.city import Fleet, Messages
from tests.portal.reference_portal.keys import PrivateKeys
from tests.portal.reference_portal.opening import signature_fits
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.requests import (
    DossierRequest,
    EnrolmentRequest,
    KeyRequest,
    MessageRequest,
    TokenRequest,
    body_of,
    decoded,
    only_asked,
    parsed,
    raw_body,
    uuid_of,
)
from tests.portal.reference_portal.storage import Conflict, Storage, now_text
from tests.portal.reference_portal.withdrawals import Withdrawals

DEMO_CODE = "DEMO-0000"
DEMO_POINT = ("H26.00.00", "Điểm phục vụ hành chính công phường Mẫu")
INSTANCE = "reference-portal-1"
TOKEN_LIFE_S = 900
KEY_BYTES = 32


class Protocol:
    """`keys` opens and signs with all; `own` is what enrolled kiosks are told, `demo` what trial ones."""

    def __init__(self, storage: Storage, keys: PrivateKeys, own: PrivateKeys, demo: PrivateKeys) -> None:
        self.storage, self.keys, self.own, self.demo = storage, keys, own, demo
        self.fleet, self.messages = Fleet(storage), Messages(storage)
        self.withdrawals = Withdrawals(storage, keys)
        self._nonces: dict[str, float] = {}
        self._tokens: dict[str, tuple[str, float, int]] = {}

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/kiosk/v1")
        for method, path, call in (
            ("GET", "/hello", self.hello),
            ("POST", "/enrolments", self.enrol),
            ("POST", "/token", self.token),
            ("POST", "/kiosks/self/keys", self.rotate),
            ("DELETE", "/kiosks/self", self.leave),
            ("PUT", "/dossiers/{dossier_id}", self.put_dossier),
            ("GET", "/dossiers/{dossier_id}", self.get_dossier),
            ("PUT", "/messages/{message_id}", self.put_message),
            ("GET", "/messages/{message_id}", self.get_message),
        ):
            router.add_api_route(path, call, methods=[method])
        return router

    async def hello(self, request: Request) -> JSONResponse:
        only_asked(request, "nonce")
        nonce = request.query_params.get("nonce", "")
        if not 16 <= len(nonce) <= 64:
            raise Refusal(422, "nonce_length", pointer="/query/nonce")
        server_nonce = secrets.token_urlsafe(24)
        self._forget_old_nonces()
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
        return JSONResponse(answer | {"sig": self.keys.sign(answer, trusted(request))})

    async def enrol(self, request: Request) -> JSONResponse:
        wish = await body_of(request, EnrolmentRequest)
        code = self.fleet.code(wish.code)
        if code is None:
            raise Refusal(422, "enrolment_code_unknown", pointer="/code")
        if len(decoded(wish.device_public_key, "/device_public_key")) != KEY_BYTES:
            raise Refusal(422, "key_length", pointer="/device_public_key")
        if not code.many and code.expires_at < now_text():
            raise Refusal(410, "enrolment_code_expired")
        kiosk = self.fleet.enrol(code, wish.device_public_key)
        if kiosk is None:
            raise Refusal(409, "enrolment_used", pointer="/code")
        answer = {
            "kiosk_id": kiosk.kiosk_id,
            "kiosk_no": kiosk.kiosk_no,
            "point": {"code": code.point, "name": code.point_name},
            "portal_keys": (self.demo if code.many else self.own).public_list(),
        }
        return JSONResponse(answer, 201)

    async def token(self, request: Request) -> JSONResponse:
        wish = await body_of(request, TokenRequest)
        kiosk = self.fleet.kiosk(wish.kiosk_id)
        if kiosk is None or self._nonces.pop(wish.server_nonce, 0) < time.monotonic():
            raise Refusal(401, "nonce_or_kiosk_unknown")
        message = f"kiosk-token/v1:{wish.kiosk_id}:{wish.server_nonce}".encode()
        signature = decoded(wish.signature, "/signature")
        known = self.fleet.keys(kiosk.kiosk_id, for_token=True)
        if not any(_signed_by(key, signature, message) for key in known):
            raise Refusal(401, "signature_wrong")
        if kiosk.state != "active":
            raise Refusal(403, "kiosk_revoked")
        token = secrets.token_urlsafe(32)
        self._tokens[token] = (wish.kiosk_id, time.monotonic() + TOKEN_LIFE_S, self.fleet.new_session())
        return JSONResponse({"access_token": token, "expires_in": TOKEN_LIFE_S})

    async def rotate(self, request: Request) -> JSONResponse:
        kiosk = self.authorised(request)
        wish = await body_of(request, KeyRequest)
        if len(decoded(wish.device_public_key, "/device_public_key")) != KEY_BYTES:
            raise Refusal(422, "key_length", pointer="/device_public_key")
        message = f"kiosk-key/v1:{kiosk.kiosk_id}:{wish.device_public_key}".encode()
        if not _signed_by(wish.device_public_key, decoded(wish.signature, "/signature"), message):
            raise Refusal(422, "signature_wrong", pointer="/signature")
        if not self.fleet.rotate(kiosk.kiosk_id, wish.device_public_key):
            raise Refusal(409, "key_enrolled_otherwise", pointer="/device_public_key")
        return JSONResponse({"kiosk_id": kiosk.kiosk_id}, 200)

    async def leave(self, request: Request) -> Response:
        kiosk = self.authorised(request)
        self.fleet.set_state(kiosk.kiosk_id, "gone")
        return Response(status_code=204)

    async def put_dossier(self, request: Request, dossier_id: str) -> JSONResponse:
        kiosk = self.authorised(request)
        raw = await raw_body(request)
        wish = parsed(raw, DossierRequest)
        if wish.header.dossier_id != uuid_of(dossier_id, "/path/dossier_id"):
            raise Refusal(422, "id_differs", pointer="/header/dossier_id")
        try:
            parse_receipt(wish.header.receipt_no)
        except BadReceiptNumber:
            raise Refusal(422, "receipt_no_wrong", pointer="/header/receipt_no") from None
        payload = self._signed_payload(raw, kiosk)
        try:
            row, replayed = self.storage.store(payload["header"], raw, kiosk.kiosk_id, kiosk.point)
        except Conflict:
            raise Refusal(409, "dossier_conflict") from None
        self.withdrawals.settle(dossier_id)
        return self._acknowledged(request, _dossier_ack(row), row, replayed=replayed)

    async def get_dossier(self, request: Request, dossier_id: str) -> JSONResponse:
        kiosk = self.authorised(request)
        row = self.storage.dossier(dossier_id)
        if row is None or row.kiosk_id != kiosk.kiosk_id:
            raise Refusal(404, "dossier_unknown")
        return self._acknowledged(request, _dossier_ack(row), row, replayed=True)

    async def put_message(self, request: Request, message_id: str) -> JSONResponse:
        kiosk = self.authorised(request)
        raw = await raw_body(request)
        wish = parsed(raw, MessageRequest)
        if wish.header.message_id != uuid_of(message_id, "/path/message_id"):
            raise Refusal(422, "id_differs", pointer="/header/message_id")
        if wish.header.kind not in {kind.value for kind in MessageKind}:
            raise Refusal(422, "kind_unknown", pointer="/header/kind")
        payload = self._signed_payload(raw, kiosk)
        try:
            row, replayed = self.messages.store(payload["header"], raw, kiosk.kiosk_id, kiosk.point)
        except Conflict:
            raise Refusal(409, "message_conflict") from None
        if row.kind == MessageKind.WITHDRAWAL.value:
            self.withdrawals.settle(row.topic)
        return self._acknowledged(request, {"message_id": row.message_id}, row, replayed=replayed)

    async def get_message(self, request: Request, message_id: str) -> JSONResponse:
        kiosk = self.authorised(request)
        row = self.messages.message(message_id)
        if row is None or row.kiosk_id != kiosk.kiosk_id:
            raise Refusal(404, "message_unknown")
        return self._acknowledged(request, {"message_id": row.message_id}, row, replayed=True)

    def forget_tokens(self) -> None:
        """As after a restart of the portal: every kiosk must buy a new token."""
        self._tokens.clear()

    def authorised(self, request: Request):
        """Return the kiosk that asks. Refuses 401, 403."""
        kiosk_id, ends_s, _ = self._tokens.get(_token_of(request), ("", 0.0, 0))
        if ends_s < time.monotonic() or request.headers.get("Kiosk-Id") != kiosk_id:
            raise Refusal(401, "token_unknown")
        kiosk = self.fleet.kiosk(kiosk_id)
        if kiosk is None:
            raise Refusal(401, "token_unknown")
        if kiosk.state != "active":
            raise Refusal(403, "kiosk_revoked")
        return kiosk

    def session(self, request: Request) -> int:
        """Return which token in order this is, over all kiosks; a copied disk never holds one."""
        return self._tokens.get(_token_of(request), ("", 0.0, 0))[2]

    def _signed_payload(self, raw: bytes, kiosk) -> dict:
        """A row may be older than the kiosk's newest key: any key it ever had may have signed."""
        payload = json.loads(raw)
        known = self.fleet.keys(kiosk.kiosk_id, for_token=False)
        if not any(signature_fits(payload, base64.b64decode(key)) for key in known):
            raise Refusal(422, "device_signature_wrong", pointer="/device_sig")
        return payload

    def _acknowledged(self, request: Request, ack: dict, row, *, replayed: bool) -> JSONResponse:
        """Say what is held now, in the present epoch: a copy put back may hold rows of any epoch before."""
        ack |= {
            "payload_sha256": row.payload_sha256,
            "seq": row.seq,
            "epoch": self.storage.history.epoch,
            "received_at": row.received_at,
        }
        answer = {"ack": ack, "replayed": replayed, "sig": self.keys.sign(ack, trusted(request))}
        return JSONResponse(answer, 200 if replayed else 201)

    def _forget_old_nonces(self) -> None:
        now_s = time.monotonic()
        self._nonces = {nonce: ends_s for nonce, ends_s in self._nonces.items() if ends_s > now_s}


def _token_of(request: Request) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ")


def trusted(request: Request) -> frozenset[str]:
    """Return the signing keys the asking kiosk says it knows."""
    return frozenset(request.headers.get("Kiosk-Trusts", "").split(","))


def ticket(url: str, code: str, own: PrivateKeys) -> str:
    """Return the text of an enrolment QR; the hash pins the key list."""
    digest = sha256(rfc8785.dumps(own.public_list())).hexdigest()
    said = {"handshake": 1, "url": url, "code": code, "keys_sha256": digest}
    return json.dumps(said, separators=(",", ":"))


def _dossier_ack(row) -> dict:
    ack = {"dossier_id": row.dossier_id, "receipt_no": row.receipt_no, "state": "pre_registered"}
    return ack | ({"flags": row.flags.split()} if row.flags else {})


def _signed_by(public_key: str, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key)).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
