"""One request, one answer: deadlines on everything, no redirects, no hidden retries."""

import re
import uuid
from dataclasses import dataclass

import msgspec
import requests

from kiosk.domain.outbox import LONGEST_RETRY_AFTER_S
from kiosk.ports.portal import NotOurPortal, PortalPaused, PortalRefused, PortalUnreachable, RateLimited
from offline_cache.deadline_adapter import DeadlineAdapter
from offline_cache.portal_answers import ProblemAnswer

API = "/kiosk/v1"
MAX_ANSWER_BYTES = 256 * 1024
_HEADER = re.compile(r"^(?P<instance>[^;]{1,80});epoch=(?P<epoch>\d{1,9});time=(?P<time>\S{1,40})$")
_RETRY = frozenset({408, 425, 500, 502, 503, 504, 507})
_TERMINAL = frozenset({400, 409, 410, 413, 415, 422})
_CONFIGURATION = frozenset({404, 405, 426})
_NOT_HERE = frozenset({"dossier_unknown", "message_unknown", "lookup_unknown", "answer_unknown"})
_DEFAULT_WAIT_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalTimes:
    """Deadlines in seconds: to connect, between two bytes, and for a whole answer."""

    connect_s: float = 5.0
    read_s: float = 15.0
    whole_s: float = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of our portal: status 2xx and the bytes."""

    status: int
    body: bytes


class PortalChannel:
    """A session with one portal address; NETWORK lane only.

    `trusts` names the signing keys this kiosk knows: a portal between two keys signs with one of them.
    """

    def __init__(self, url: str, times: PortalTimes, *, trusts: str = "") -> None:
        self._base, self._times = url.rstrip("/") + API, times
        self._trusts = trusts
        self._session = requests.Session()
        self._deadline = DeadlineAdapter()
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, self._deadline)
        self._session.trust_env = False  # a proxy set in the environment would see every request

    def close(self) -> None:
        """Close idle connections."""
        self._session.close()

    def ask(
        self,
        method: str,
        path: str,
        *,
        place: str,
        body: bytes | None = None,
        token: str = "",
        kiosk_id: str = "",
    ) -> Answer:
        """Ask once. Raises PortalError for everything but a 2xx with our portal's header."""
        headers = {
            "Kiosk-Api": "1",
            "Kiosk-Trusts": self._trusts,
            "Request-Id": str(uuid.uuid4()),
            "Accept": "application/json",
        }
        if body is not None:
            headers["Content-Type"] = "application/json"
        if token:
            headers |= {"Authorization": f"Bearer {token}", "Kiosk-Id": kiosk_id}
        with self._deadline.within(self._times.whole_s) as ended:
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
                reason = self._too_long if ended.is_set() else type(error).__name__
                raise PortalUnreachable(place, reason) from error
        if ended.is_set():
            raise PortalUnreachable(place, self._too_long)
        return self._judge(response, raw, place)

    @property
    def _too_long(self) -> str:
        return f"answer took longer than {self._times.whole_s} s"

    def _read(self, response: requests.Response, place: str) -> bytes:
        """Read at most 256 kB."""
        parts, size = [], 0
        for part in response.iter_content(16 * 1024):
            parts.append(part)
            size += len(part)
            if size > MAX_ANSWER_BYTES:
                raise PortalUnreachable(place, f"answer is larger than {MAX_ANSWER_BYTES} bytes")
        return b"".join(parts)

    def _judge(self, response: requests.Response, raw: bytes, place: str) -> Answer:
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
            return Answer(status, raw)
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
        if status == requests.codes.not_found and code in _NOT_HERE:
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
