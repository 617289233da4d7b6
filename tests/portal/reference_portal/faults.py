"""Everything that goes wrong between a kiosk and its portal, on purpose."""

import asyncio
import json
import re
from dataclasses import dataclass

HTML = b"<!doctype html><title>Wi-Fi</title><h1>Please log in</h1>"


@dataclass
class Fault:
    """`kind` names what happens to the next `times` calls whose "METHOD path" matches `where`."""

    kind: str
    times: int
    where: re.Pattern[str]


class Faults:
    """ASGI middleware outside the application: it sees what the wire sees."""

    def __init__(self, app) -> None:
        self.app = app
        self.planned: list[Fault] = []
        self.happened: list[str] = []

    def plan(self, kind: str, *, times: int = 1, where: str = r"^PUT ") -> None:
        self.planned.append(Fault(kind, times, re.compile(where)))

    def clear(self) -> None:
        self.planned.clear()

    async def __call__(self, scope, receive, send) -> None:
        fault = self._take(scope) if scope["type"] == "http" else None
        if fault is None:
            await self.app(scope, receive, send)
            return
        self.happened.append(fault)
        await self._do(fault, scope, receive, send)

    def _take(self, scope) -> str | None:
        call = f"{scope['method']} {scope['path']}"
        for fault in self.planned:
            if fault.times > 0 and fault.where.search(call):
                fault.times -= 1
                return fault.kind
        return None

    async def _do(self, kind: str, scope, receive, send) -> None:
        if kind == "hang_before":
            await asyncio.sleep(3600)
        elif kind in {"500", "502", "503", "404", "403", "401", "413"}:
            await _answer(send, int(kind), b'{"code": "injected"}', b"application/problem+json")
        elif kind.startswith("retry_after:"):
            extra = [(b"retry-after", kind.partition(":")[2].encode())]
            await _answer(send, 429, b"{}", b"application/problem+json", extra=extra)
        elif kind == "html":
            await _answer(send, 200, HTML, b"text/html", ours=False)
        elif kind == "html_with_our_header":
            await _answer(send, 200, HTML, b"text/html")
        elif kind == "redirect":
            extra = [(b"location", b"http://login.example/")]
            await _answer(send, 302, b"", b"text/html", ours=False, extra=extra)
        elif kind == "huge":
            await _answer(send, 200, b" " * 2_000_000, b"application/json")
        else:
            await self._after(kind, scope, receive, send)

    async def _after(self, kind: str, scope, receive, send) -> None:
        """Let the application commit, then spoil its answer."""
        parts: list[dict] = []

        async def keep(message) -> None:
            parts.append(message)

        await self.app(scope, receive, keep)
        body = b"".join(part.get("body", b"") for part in parts)
        if kind == "hang_after":
            await asyncio.sleep(3600)
        start = parts[0]
        if kind == "no_header":
            start["headers"] = [pair for pair in start["headers"] if pair[0] != b"kiosk-portal"]
        body = _spoilt(kind, body)
        start["headers"] = [
            (name, str(len(body)).encode() if name == b"content-length" else value)
            for name, value in start["headers"]
        ]
        await send(start)
        await send({"type": "http.response.body", "body": body})


def _spoilt(kind: str, body: bytes) -> bytes:
    if kind == "truncated":
        return body[: len(body) // 2]
    answer = json.loads(body)
    if kind == "wrong_hash":
        answer["ack"]["payload_sha256"] = "0" * 64
    elif kind == "wrong_id":
        answer["ack"]["dossier_id"] = "00000000-0000-7000-8000-000000000000"
    elif kind == "wrong_signature":
        answer["sig"]["value"] = "A" * 86 + "=="
    elif kind == "unknown_key":
        answer["sig"]["kid"] = "nobody"
    elif kind == "null_ack":
        answer["ack"] = None
    elif kind != "no_header":
        raise ValueError(kind)
    return json.dumps(answer).encode()


async def _answer(send, status: int, body: bytes, kind: bytes, *, ours: bool = True, extra=()) -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *extra]
    if ours:
        headers.append((b"kiosk-portal", b"reference-portal-1;epoch=1;time=2026-11-24T08:00:01+07:00"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
