"""A network between the real client and the real portal that does what it likes; without sockets.

It stands where `requests` would open a connection, so that every byte the client sends and reads is real and
a whole exchange takes milliseconds. `moods` says what happens to the next calls `aim` fits; with none left
the line is good. `poisoned` uploads are refused whatever happens. Of uploads it keeps the bytes tried, when,
what the portal said it stored, and in `contradictions` where an answer to the same bytes was another one.
"""

import asyncio
import base64
import hashlib
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from urllib3 import HTTPResponse

MOODS = (
    "good",
    "drop",
    "lose",
    "twice",
    "late",
    "cut",
    "stale",
    "other",
    "flip",
    "forge",
    "repeat",
    "html",
    "500",
    "503",
    "413",
    "unsigned",
    "signed for other bytes",
    "signed for another number",
    "cut power before",
    "cut power after",
)
UPLOAD = re.compile(r"PUT /kiosk/v1/(dossiers|messages)/")
AIMS = {
    "all": re.compile(""),
    "uploads": UPLOAD,
    "changes": re.compile("GET /kiosk/v1/changes"),
    "leases": re.compile("PUT /kiosk/v1/receipt-blocks"),
    "reports": re.compile("PUT /kiosk/v1/kiosks/self/heartbeat"),
}
HEADER = {"Kiosk-Portal": "reference-portal-1;epoch=1;time=2026-11-24T08:00:00+07:00"}


class PowerCut(BaseException):
    """The kiosk loses power in the middle of a call; no handler may survive it."""


@dataclass(frozen=True)
class Wire:
    """What crossed the wire: an answer as the portal gave it."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class HostileNetwork(BaseAdapter):
    """Mount it on a session. `reach` returns the portal's ASGI application, None while it is down.

    `sign` is the portal's own, for what a portal at fault would sign; `now_s` a monotonic clock.
    """

    def __init__(
        self,
        reach: Callable[[], Callable | None],
        *,
        sign: Callable[[dict, frozenset[str]], dict] | None = None,
    ) -> None:
        super().__init__()
        self._reach, self._sign = reach, sign
        self.now_s: Callable[[], float] = lambda: 0.0
        self.moods: list[str] = []
        self.aim = "all"
        self.poisoned: dict[str, str] = {}
        self.contradictions: list[str] = []
        self.tries: dict[str, list[float]] = defaultdict(list)
        self.late: list[requests.PreparedRequest] = []
        self.bodies: dict[str, set[bytes]] = defaultdict(set)
        self.sent: list[str] = []
        self.stored: dict[str, str] = {}
        self._answers: dict[str, list[Wire]] = defaultdict(list)
        self._said: dict[tuple[str, int], dict] = {}

    def send(self, request, **_more) -> requests.Response:
        call = f"{request.method} {urlsplit(request.url).path}"
        is_met = self.moods and AIMS[self.aim].match(call)
        mood = self.moods.pop(0) if is_met else self.poisoned.get(call, "good")
        self._note(call, request)
        answer = self._suffer(mood, call, request)
        if answer.status == 401 and self.sent and self.sent[-1] == call:
            self.sent.pop()  # asked again at once with a new token: no try of the item
            self.tries[call].pop()
        return self._built(request, answer)

    def deliver_late(self) -> None:
        """What was under way arrives now, the last first; nobody waits for the answers."""
        held, self.late = self.late, []
        for request in reversed(held):
            self._pass_on(request)

    def close(self) -> None:
        return

    def _note(self, call: str, request) -> None:
        if UPLOAD.match(call):
            self.sent.append(call)
            self.tries[call].append(self.now_s())
            self.bodies[call].add(bytes(request.body or b""))

    def _suffer(self, mood: str, call: str, request) -> Wire:
        if mood == "cut power before":
            raise PowerCut
        if mood in {"drop", "late"}:
            self.late += [request] if mood == "late" else []
            raise requests.ConnectTimeout(mood)
        if mood in {"500", "503", "413"}:
            body = b'{"code": "injected"}'
            return Wire(int(mood), (*HEADER.items(), ("Content-Type", "application/problem+json")), body)
        if mood == "html":
            return Wire(200, (("Content-Type", "text/html"),), b"<h1>Please log in</h1>")
        if mood in {"forge", "repeat"}:
            return self._invented(mood, call)
        if mood.startswith(("unsigned", "signed")):
            return self._promised(mood, call, request)
        earlier = list(self._answers[call])
        answer = self._pass_on(request)
        if mood == "twice":
            answer = self._pass_on(request)
        if mood == "cut power after":
            raise PowerCut
        if mood == "lose":
            raise requests.ReadTimeout(mood)
        return self._spoilt(mood, call, answer, earlier)

    def _invented(self, mood: str, call: str) -> Wire:
        """Answer though nothing was delivered: with what was true once, or true of something else."""
        others = [wires[-1] for name, wires in self._answers.items() if name != call and wires]
        known = self._answers[call][:1] if mood == "repeat" else others[-1:]
        if not known:
            raise requests.ConnectTimeout(mood)
        return known[0]

    def _promised(self, mood: str, call: str, request) -> Wire:
        """An acknowledgement of what was never stored: unsigned, or signed for something else."""
        if not UPLOAD.match(call) or self._sign is None:
            raise requests.ConnectTimeout(mood)
        body = bytes(request.body or b"")
        header = json.loads(body)["header"]
        names = [name for name in ("dossier_id", "message_id", "receipt_no") if header.get(name)]
        ack = {name: header[name] for name in names} | {
            "payload_sha256": hashlib.sha256(body).hexdigest(),
            "seq": 1,
            "epoch": 1_000_000,
            "received_at": "2026-11-24T08:00:00+07:00",
            "state": "pre_registered",
        }
        if mood == "signed for other bytes":
            ack["payload_sha256"] = hashlib.sha256(body + b" ").hexdigest()
        if mood == "signed for another number":
            ack["receipt_no"] = "90000000197"
        sig = self._sign(ack, frozenset(request.headers.get("Kiosk-Trusts", "").split(",")))
        if mood == "unsigned":
            sig |= {"value": base64.b64encode(bytes(64)).decode()}
        said = json.dumps({"ack": ack, "replayed": False, "sig": sig}).encode()
        return Wire(201, (*HEADER.items(), ("Content-Type", "application/json")), said)

    def _spoilt(self, mood: str, call: str, answer: Wire, earlier: list[Wire]) -> Wire:
        if mood == "cut":
            return Wire(answer.status, answer.headers, answer.body[: len(answer.body) // 2])
        if mood == "stale" and earlier:
            return earlier[0]
        if mood == "other":
            others = [wires for name, wires in self._answers.items() if name != call and wires]
            return others[-1][-1] if others else answer
        if mood == "flip":
            return Wire(answer.status, answer.headers, _flipped(answer.body))
        return answer

    def _pass_on(self, request) -> Wire:
        asgi = self._reach()
        if asgi is None:
            raise requests.ConnectionError("down")
        answer = asyncio.run(_called(asgi, request))
        call = f"{request.method} {urlsplit(request.url).path}"
        if answer.status not in {200, 201}:
            return answer
        self._answers[call].append(answer)
        if UPLOAD.match(call):
            ack = json.loads(answer.body)["ack"]
            self.stored[call.rpartition("/")[2]] = ack["payload_sha256"]
            if self._said.setdefault((call, ack["epoch"]), ack) != ack:
                self.contradictions.append(call)
        return answer

    def _built(self, request, answer: Wire) -> requests.Response:
        response = requests.Response()
        response.status_code, response.request, response.url = answer.status, request, request.url
        response.headers = CaseInsensitiveDict(answer.headers)
        response.raw = HTTPResponse(
            io.BytesIO(answer.body), headers=dict(answer.headers), status=answer.status, preload_content=False
        )
        return response


def _flipped(body: bytes) -> bytes:
    """Change one digit of what was said, where there is one."""
    at = next((at for at, byte in enumerate(body) if 0x30 <= byte <= 0x38), None)
    return body if at is None else body[:at] + bytes([body[at] + 1]) + body[at + 1 :]


async def _called(asgi, request) -> Wire:
    where = urlsplit(request.url)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "path": where.path,
        "raw_path": where.path.encode(),
        "query_string": where.query.encode(),
        "root_path": "",
        "scheme": where.scheme,
        "server": ("127.0.0.1", 1),
        "client": ("127.0.0.1", 2),
        "headers": [
            (name.lower().encode(), str(value).encode("latin-1")) for name, value in request.headers.items()
        ],
    }
    body = request.body.encode() if isinstance(request.body, str) else request.body or b""
    incoming = [{"type": "http.request", "body": body, "more_body": False}]
    parts: list[dict] = []

    async def receive():
        return incoming.pop() if incoming else {"type": "http.disconnect"}

    async def send(message) -> None:
        parts.append(message)

    await asgi(scope, receive, send)
    headers = tuple((name.decode(), value.decode()) for name, value in parts[0]["headers"])
    return Wire(parts[0]["status"], headers, b"".join(part.get("body", b"") for part in parts[1:]))
