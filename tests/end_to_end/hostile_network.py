"""A network between the real client and the real portal that does what it likes; without sockets.

It stands where `requests` would open a connection, so that every byte the client sends and reads is real and
a whole exchange takes milliseconds. `moods` says what happens to the next calls, of uploads alone where
`uploads_only` is set; with none left the line is good. Of uploads it keeps the bytes tried and what
the portal said it stored.
"""

import asyncio
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
    "cut power before",
    "cut power after",
)
UPLOAD = re.compile(r"PUT /kiosk/v1/(dossiers|messages)/")
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
    """Mount it on a session. `reach` returns the portal's ASGI application, None while it is down."""

    def __init__(self, reach: Callable[[], Callable | None]) -> None:
        super().__init__()
        self._reach = reach
        self.moods: list[str] = []
        self.uploads_only = False
        self.late: list[requests.PreparedRequest] = []
        self.bodies: dict[str, set[bytes]] = defaultdict(set)
        self.sent: list[str] = []
        self.stored: dict[str, str] = {}
        self._answers: dict[str, list[Wire]] = defaultdict(list)

    def send(self, request, **_more) -> requests.Response:
        call = f"{request.method} {urlsplit(request.url).path}"
        is_met = self.moods and (not self.uploads_only or UPLOAD.match(call))
        mood = self.moods.pop(0) if is_met else "good"
        self._note(call, request)
        answer = self._suffer(mood, call, request)
        if answer.status == 401 and self.sent and self.sent[-1] == call:
            self.sent.pop()  # asked again at once with a new token: no try of the item
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
