"""The portal over HTTP, as the kiosk's ports know it."""

import base64
import secrets
from collections.abc import Callable
from urllib.parse import quote

import msgspec
import rfc8785

from kiosk.domain.health import Directive, Heartbeat, SlipPrinted
from kiosk.domain.leases import Block, LeaseRequest
from kiosk.domain.outbox import Acknowledgement, OutboxItem
from kiosk.ports.care import DeviceKeys, EarlierKey
from kiosk.ports.messages import SealedAnswer
from kiosk.ports.portal import Enrolment, PortalHello, PortalPaused, PortalRefused, Restore
from kiosk.ports.portal_data import ChangePage, LookedUp
from kiosk.ports.vault import DeviceIdentity, PortalKeys
from offline_cache.portal_answers import (
    EnrolmentAnswer,
    TokenAnswer,
    acknowledgement_from,
    hello_from,
    parsed,
)
from offline_cache.portal_care import directives_from, heartbeat_json, prints_json, told_from
from offline_cache.portal_channel import Answer, PortalChannel, PortalTimes
from offline_cache.portal_feed import answer_from, block_from, changes_from, looked_up_from

__all__ = ["HttpPortal", "PortalTimes"]

_KEYS = "/kiosks/self/keys"


class HttpPortal:
    """Portal, PortalChanges, PortalLookUps and PortalLeases on requests; NETWORK lane only.

    `kiosk_id` is known after enrolment; with `demo_code` an unknown machine enrols by itself, which only a
    portal of trial keys allows.
    """

    def __init__(
        self,
        url: str,
        *,
        keys: PortalKeys,
        device: DeviceIdentity,
        kiosk_id: str = "",
        demo_code: str = "",
        times: PortalTimes | None = None,
        successor: DeviceKeys | None = None,
    ) -> None:
        trusts = ",".join(key.kid for key in keys.acknowledging)
        self._channel = PortalChannel(url, times or PortalTimes(), trusts=trusts)
        self._keys, self._device, self._successor = keys, device, successor
        self._kiosk_id, self._demo_code = kiosk_id, demo_code
        self._token = ""
        self._restores: tuple[Restore, ...] = ()

    def hello(self) -> PortalHello:
        """Greet; checked by signature and by a nonce of ours."""
        return self._greet()[0]

    def enrol(self, code: str) -> Enrolment:
        """Enrol this machine's key with a one-time code; the same pair gets the same answer."""
        place = "POST /enrolments"
        body = {
            "code": code,
            "device_public_key": base64.b64encode(self._device.public_key()).decode(),
            "software": {"name": "kiosk", "version": "1"},
        }
        answer = self._channel.ask("POST", "/enrolments", place=place, body=msgspec.json.encode(body))
        found = parsed(answer.body, EnrolmentAnswer, place=place)
        self._kiosk_id, self._token = found.kiosk_id, ""
        return Enrolment(
            kiosk_id=found.kiosk_id,
            kiosk_no=found.kiosk_no,
            point=found.point.get("name", ""),
            point_code=found.point.get("code", ""),
            keys=rfc8785.dumps(found.portal_keys),
        )

    def upload(self, item: OutboxItem) -> Acknowledgement:
        """Send the frozen bytes; return only an acknowledgement whose signature, id, number and hash fit."""
        path = _path(item)
        answer = self._authorised("PUT", path, place=f"PUT {path}", body=item.body)
        return acknowledgement_from(
            answer.body, item, self._keys, restores=self._restores, place=f"PUT {path}"
        )

    def acknowledgement(self, item: OutboxItem) -> Acknowledgement | None:
        """Ask what the portal holds under the item's id; None where it has never seen it."""
        place = f"GET {_path(item)}"
        answer = self._unless_absent("GET", _path(item), place=place)
        if answer is None:
            return None
        return acknowledgement_from(answer.body, item, self._keys, restores=self._restores, place=place)

    def changes(self, cursor: str) -> ChangePage:
        """Return what changed since `cursor` for this point: states, answers, notices; signed."""
        place = "GET /changes"
        answer = self._authorised("GET", f"/changes?cursor={quote(cursor)}", place=place)
        return changes_from(answer.body, self._keys, place=place)

    def look_up(self, receipt_no: str, code: str) -> LookedUp | None:
        """Return where a dossier stands; None for an unknown pair of number and code alike."""
        place = "POST /lookups"
        body = msgspec.json.encode({"receipt_no": receipt_no, "code": code})
        answer = self._unless_absent("POST", "/lookups", place=place, body=body)
        return None if answer is None else looked_up_from(answer.body, self._keys, place=place)

    def private_answer(self, answer_id: str) -> SealedAnswer | None:
        """Return the answer to a question, None where there is none yet."""
        place = "POST /answers/lookup"
        body = msgspec.json.encode({"answer_id": answer_id})
        answer = self._unless_absent("POST", "/answers/lookup", place=place, body=body)
        return None if answer is None else answer_from(answer.body, answer_id, self._keys, place=place)

    def lease(self, request: LeaseRequest) -> Block:
        """Return the block of this request: the same for the same id."""
        place = f"PUT /receipt-blocks/{request.request_id}"
        body = msgspec.json.encode({"want": request.want, "highest_seen": request.highest_seen})
        answer = self._authorised("PUT", f"/receipt-blocks/{request.request_id}", place=place, body=body)
        return block_from(answer.body, self._keys, place=place)

    def heartbeat(self, beat: Heartbeat) -> tuple[Directive, ...]:
        """Report, and return what the portal orders; the same orders come until reported done."""
        place = "PUT /kiosks/self/heartbeat"
        body = msgspec.json.encode(heartbeat_json(beat))
        answer = self._authorised("PUT", "/kiosks/self/heartbeat", place=place, body=body)
        return directives_from(answer.body, self._keys, place=place)

    def tell_printed(self, slips: tuple[SlipPrinted, ...]) -> tuple[str, ...]:
        """Tell the portal which slips came out; return the ids it has dealt with, taken or not."""
        body = msgspec.json.encode(prints_json(slips))
        answer = self._authorised("POST", "/events", place="POST /events", body=body)
        return told_from(answer.body, self._keys, place="POST /events")

    def rotate_key(self, keys: DeviceKeys) -> None:
        """Make the successor's key known to the portal, then promote it; safe to repeat."""
        body = self._introduction(keys.next_public_key(), keys.sign_with_next)
        self._authorised("POST", _KEYS, place=f"POST {_KEYS}", body=body)
        keys.promote_next()
        self._token = ""

    def close(self) -> None:
        """Close idle connections."""
        self._channel.close()

    def _greet(self) -> tuple[PortalHello, str]:
        nonce = secrets.token_urlsafe(24)
        place = "GET /hello"
        answer = self._channel.ask("GET", f"/hello?nonce={nonce}", place=place)
        hello, server_nonce = hello_from(answer.body, self._keys, nonce=nonce, place=place)
        self._restores = hello.restores
        return hello, server_nonce

    def _unless_absent(
        self, method: str, path: str, *, place: str, body: bytes | None = None
    ) -> Answer | None:
        """Ask; None where the portal says that it holds no such thing."""
        try:
            return self._authorised(method, path, place=place, body=body)
        except PortalRefused as refusal:
            if refusal.code.endswith("_unknown"):
                return None
            raise

    def _authorised(self, method: str, path: str, *, place: str, body: bytes | None = None) -> Answer:
        """Ask with a token; buy a new one once when the portal does not know it."""
        if not self._kiosk_id:
            self._enrol_as_demo(place)
        for fresh in (False, True):
            if fresh or not self._token:
                self._token = self._buy_token()
            try:
                return self._channel.ask(
                    method, path, place=place, body=body, token=self._token, kiosk_id=self._kiosk_id
                )
            except PortalPaused as pause:
                if fresh or pause.code != "unauthorised":
                    raise
        raise AssertionError("the loop returns or raises")

    def _enrol_as_demo(self, place: str) -> None:
        if not (self._demo_code and self._keys.is_demo):
            raise PortalPaused(place, "this kiosk is not enrolled", code="unauthorised")
        self.enrol(self._demo_code)

    def _buy_token(self) -> str:
        """A signature over the server's nonce buys a token: a wrong clock cannot lock the kiosk out.

        A power cut between the portal's word and ours leaves it knowing the successor key; a restore of the
        portal may leave it knowing an earlier one only. Both are tried.
        """
        try:
            return self._bought_with(self._device.sign)
        except PortalPaused as pause:
            if pause.code != "unauthorised" or self._successor is None:
                raise
            token = self._bought_otherwise(self._successor)
            if not token:
                raise
            return token

    def _bought_otherwise(self, keys: DeviceKeys) -> str:
        """Return a token bought with another key of this machine's, empty where none is known."""
        if keys.has_next() and (token := self._tried(keys.sign_with_next)):
            keys.promote_next()
            return token
        unknown: list[EarlierKey] = [EarlierKey(self._device.public_key(), self._device.sign)]
        for key in keys.earlier():
            if token := self._tried(key.sign):
                self._introduce_all(unknown, token)
                return token
            unknown.append(key)
        return ""

    def _introduce_all(self, unknown: list[EarlierKey], token: str) -> None:
        """Make known again what signed the rows that wait, before any is sent; the present key comes last."""
        for key in reversed(unknown):
            body = self._introduction(key.public_key, key.sign)
            self._channel.ask(
                "POST", _KEYS, place=f"POST {_KEYS}", body=body, token=token, kiosk_id=self._kiosk_id
            )

    def _tried(self, sign: Callable[[bytes], bytes]) -> str:
        try:
            return self._bought_with(sign)
        except PortalPaused as pause:
            if pause.code != "unauthorised":
                raise
            return ""

    def _introduction(self, public_key: bytes, sign: Callable[[bytes], bytes]) -> bytes:
        """Return the body that makes a key known: signed by the key itself."""
        public = base64.b64encode(public_key).decode()
        signature = sign(f"kiosk-key/v1:{self._kiosk_id}:{public}".encode())
        return msgspec.json.encode(
            {"device_public_key": public, "signature": base64.b64encode(signature).decode()}
        )

    def _bought_with(self, sign: Callable[[bytes], bytes]) -> str:
        _, server_nonce = self._greet()
        signature = sign(f"kiosk-token/v1:{self._kiosk_id}:{server_nonce}".encode())
        body = {
            "kiosk_id": self._kiosk_id,
            "server_nonce": server_nonce,
            "signature": base64.b64encode(signature).decode(),
        }
        place = "POST /token"
        answer = self._channel.ask("POST", "/token", place=place, body=msgspec.json.encode(body))
        return parsed(answer.body, TokenAnswer, place=place).access_token


def _path(item: OutboxItem) -> str:
    return f"/dossiers/{item.dossier_id}" if item.is_dossier else f"/messages/{item.dossier_id}"
