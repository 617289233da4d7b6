"""The portal over HTTP: deadlines on everything, no redirects, no hidden retries, nothing believed unseen."""

import base64
import re
import secrets
import time
import uuid
from dataclasses import dataclass

import msgspec
import requests

from kiosk.domain.outbox import LONGEST_RETRY_AFTER_S, Acknowledgement, OutboxItem
from kiosk.ports.portal import (
    Enrolment,
    NotOurPortal,
    PortalHello,
    PortalPaused,
    PortalRefused,
    PortalUnreachable,
    RateLimited,
    Restore,
)
from kiosk.ports.vault import DeviceIdentity, PortalKeys
from offline_cache.portal_answers import (
    EnrolmentAnswer,
    ProblemAnswer,
    TokenAnswer,
    acknowledgement_from,
    hello_from,
    parsed,
)

API = "/kiosk/v1"
MAX_ANSWER_BYTES = 256 * 1024
_HEADER = re.compile(r"^(?P<instance>[^;]{1,80});epoch=(?P<epoch>\d{1,9});time=(?P<time>\S{1,40})$")
_RETRY = frozenset({408, 425, 500, 502, 503, 504, 507})
_TERMINAL = frozenset({400, 409, 410, 413, 415, 422})
_CONFIGURATION = frozenset({404, 405, 426})
_DEFAULT_WAIT_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalTimes:
    """Deadlines in seconds: to connect, between two bytes, and for a whole answer."""

    connect_s: float = 5.0
    read_s: float = 15.0
    whole_s: float = 30.0


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes


class HttpPortal:
    """The Portal on requests; NETWORK lane only.

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
    ) -> None:
        self._base = url.rstrip("/") + API
        self._keys, self._device, self._times = keys, device, times or PortalTimes()
        self._kiosk_id, self._demo_code = kiosk_id, demo_code
        self._token = ""
        self._restores: tuple[Restore, ...] = ()
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy set in the environment would see every request

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
        answer = self._ask("POST", "/enrolments", place=place, body=msgspec.json.encode(body))
        found = parsed(answer.body, EnrolmentAnswer, place=place)
        self._kiosk_id, self._token = found.kiosk_id, ""
        return Enrolment(kiosk_id=found.kiosk_id, kiosk_no=found.kiosk_no, point=found.point.get("name", ""))

    def upload(self, item: OutboxItem) -> Acknowledgement:
        """Send the frozen bytes; return only an acknowledgement whose signature, id, number and hash fit."""
        place = f"PUT /dossiers/{item.dossier_id}"
        answer = self._authorised("PUT", f"/dossiers/{item.dossier_id}", place=place, body=item.body)
        return acknowledgement_from(answer.body, item, self._keys, restores=self._restores, place=place)

    def acknowledgement(self, item: OutboxItem) -> Acknowledgement | None:
        """Ask what the portal holds under the item's id; None where it has never seen it."""
        place = f"GET /dossiers/{item.dossier_id}"
        try:
            answer = self._authorised("GET", f"/dossiers/{item.dossier_id}", place=place)
        except PortalRefused as refusal:
            if refusal.code == "dossier_unknown":
                return None
            raise
        return acknowledgement_from(answer.body, item, self._keys, restores=self._restores, place=place)

    def close(self) -> None:
        """Close idle connections."""
        self._session.close()

    def _greet(self) -> tuple[PortalHello, str]:
        nonce = secrets.token_urlsafe(24)
        place = "GET /hello"
        answer = self._ask("GET", f"/hello?nonce={nonce}", place=place)
        hello, server_nonce = hello_from(answer.body, self._keys, nonce=nonce, place=place)
        self._restores = hello.restores
        return hello, server_nonce

    def _authorised(self, method: str, path: str, *, place: str, body: bytes | None = None) -> _Answer:
        """Ask with a token; buy a new one once when the portal does not know it."""
        if not self._kiosk_id:
            self._enrol_as_demo(place)
        for fresh in (False, True):
            if fresh or not self._token:
                self._token = self._buy_token()
            try:
                return self._ask(method, path, place=place, body=body, token=self._token)
            except PortalPaused as pause:
                if fresh or pause.code != "unauthorised":
                    raise
        raise AssertionError("the loop returns or raises")

    def _enrol_as_demo(self, place: str) -> None:
        if not (self._demo_code and self._keys.is_demo):
            raise PortalPaused(place, "this kiosk is not enrolled", code="unauthorised")
        self.enrol(self._demo_code)

    def _buy_token(self) -> str:
        """A signature over the server's nonce buys a token: a wrong clock cannot lock the kiosk out."""
        _, server_nonce = self._greet()
        signature = self._device.sign(f"kiosk-token/v1:{self._kiosk_id}:{server_nonce}".encode())
        body = {
            "kiosk_id": self._kiosk_id,
            "server_nonce": server_nonce,
            "signature": base64.b64encode(signature).decode(),
        }
        place = "POST /token"
        answer = self._ask("POST", "/token", place=place, body=msgspec.json.encode(body))
        return parsed(answer.body, TokenAnswer, place=place).access_token

    def _ask(
        self, method: str, path: str, *, place: str, body: bytes | None = None, token: str = ""
    ) -> _Answer:
        headers = {"Kiosk-Api": "1", "Request-Id": str(uuid.uuid4()), "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if token:
            headers |= {"Authorization": f"Bearer {token}", "Kiosk-Id": self._kiosk_id}
        try:
            with self._session.request(
                method,
                self._base + path,
                data=body,
                headers=headers,
                timeout=(self._times.connect_s, self._times.read_s),
                allow_redirects=False,
                stream=True,
            ) as response:
                raw = self._read(response, place)
        except (requests.RequestException, OSError) as error:
            # The reason without the address: requests repeats the whole URL in its texts.
            raise PortalUnreachable(place, type(error).__name__) from error
        return self._judge(response, raw, place)

    def _read(self, response: requests.Response, place: str) -> bytes:
        """Read at most 256 kB within the whole-answer deadline: a byte a second must not hold the lane."""
        ends_s = time.monotonic() + self._times.whole_s
        parts, size = [], 0
        for part in response.iter_content(16 * 1024):
            parts.append(part)
            size += len(part)
            if size > MAX_ANSWER_BYTES:
                raise PortalUnreachable(place, f"answer is larger than {MAX_ANSWER_BYTES} bytes")
            if time.monotonic() > ends_s:
                raise PortalUnreachable(place, f"answer took longer than {self._times.whole_s} s")
        return b"".join(parts)

    def _judge(self, response: requests.Response, raw: bytes, place: str) -> _Answer:
        status = response.status_code
        header = _HEADER.match(response.headers.get("Kiosk-Portal", ""))
        if header is None:
            if status in _RETRY or status == requests.codes.too_many_requests:
                self._raise_retry(response, place, status)
            raise NotOurPortal(f"{place}: Kiosk-Portal", f"HTTP {status} without our portal's header")
        if 300 <= status < 400:  # noqa: PLR2004  redirections
            raise NotOurPortal(place, f"HTTP {status}: redirects are not followed")
        if 200 <= status < 300:  # noqa: PLR2004  success
            if "json" not in response.headers.get("Content-Type", ""):
                raise NotOurPortal(
                    f"{place}: Content-Type", response.headers.get("Content-Type", "none")[:80]
                )
            return _Answer(status, raw)
        self._raise_refusal(response, raw, place)
        raise AssertionError("every refusal raises")

    def _raise_refusal(self, response: requests.Response, raw: bytes, place: str) -> None:
        status = response.status_code
        code = _problem_code(raw)
        reason = f"HTTP {status} {code}".strip()
        if status in _RETRY or status == requests.codes.too_many_requests:
            self._raise_retry(response, place, status)
        if status == requests.codes.unauthorized:
            raise PortalPaused(place, reason, code="unauthorised")
        if status == requests.codes.forbidden:
            raise PortalPaused(place, reason, code="revoked")
        if status == requests.codes.not_found and code == "dossier_unknown":
            raise PortalRefused(place, reason, code=code)
        if status in _CONFIGURATION:
            raise PortalPaused(place, reason, code="configuration")
        if status in _TERMINAL:
            raise PortalRefused(place, reason, code=code or f"http_{status}")
        raise PortalUnreachable(place, reason, status=status)

    def _raise_retry(self, response: requests.Response, place: str, status: int) -> None:
        wait = response.headers.get("Retry-After")
        if status == requests.codes.too_many_requests or wait is not None:
            raise RateLimited(place, f"HTTP {status}", retry_after_s=_retry_after_s(wait))
        raise PortalUnreachable(place, f"HTTP {status}", status=status)


def _retry_after_s(text: str | None) -> float:
    """Return seconds, 1 to 3600; a date or rubbish counts as one minute, since our clock may be wrong."""
    if text is None or not re.fullmatch(r"[0-9]{1,15}", text.strip()):
        return _DEFAULT_WAIT_S
    return min(max(float(text), 1.0), LONGEST_RETRY_AFTER_S)


def _problem_code(raw: bytes) -> str:
    try:
        return msgspec.json.decode(raw, type=ProblemAnswer).code[:60]
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
