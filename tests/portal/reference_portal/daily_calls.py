"""Calls of every day: what changed, look-ups of citizens, number blocks, heartbeats."""

import json
import math
import time
from collections import defaultdict, deque

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kiosk.services.submit_dossier import lookup_code_fits
from tests.portal.reference_portal.city import answer_entry
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.protocol import Protocol, trusted
from tests.portal.reference_portal.requests import (
    AnswerRequest,
    BlockRequest,
    EventsRequest,
    Heartbeat,
    LookUpRequest,
    body_of,
    only_asked,
    parsed,
    raw_body,
    uuid_of,
)

PAGE = 50
LOOK_UPS_A_MINUTE = 5
NO_HASH = "scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA"


class DailyCalls:
    def __init__(self, protocol: Protocol) -> None:
        self.protocol, self.storage, self.keys = protocol, protocol.storage, protocol.keys
        self.page = PAGE
        self._asked: dict[str, deque[float]] = defaultdict(deque)

    def router(self) -> APIRouter:
        router = APIRouter(prefix="/kiosk/v1")
        for method, path, call in (
            ("GET", "/changes", self.changes),
            ("POST", "/lookups", self.look_up),
            ("POST", "/answers/lookup", self.answer),
            ("PUT", "/receipt-blocks/{request_id}", self.lease),
            ("PUT", "/kiosks/self/heartbeat", self.beat),
            ("POST", "/events", self.events),
        ):
            router.add_api_route(path, call, methods=[method])
        return router

    async def changes(self, request: Request) -> JSONResponse:
        kiosk = self.protocol.authorised(request)
        only_asked(request, "cursor")
        after = _after(request.query_params.get("cursor", ""), self.storage.history.epoch)
        rows = self.storage.changes(after, kiosk.point, self.page + 1)
        shown = rows[: self.page]
        last = shown[-1].seq if shown else after
        answer = {
            "changes": [self._in_present_epoch(json.loads(row.content)) for row in shown],
            "next_cursor": f"{self.storage.history.epoch}.{last}",
            "has_more": len(rows) > self.page,
        }
        return self._signed(request, answer)

    def _in_present_epoch(self, change: dict) -> dict:
        """A state kept by a restore is true in the new history: it must win over what was lost there."""
        if "status" in change:
            change["status"]["epoch"] = self.storage.history.epoch
        return change

    async def look_up(self, request: Request) -> JSONResponse:
        kiosk = self.protocol.authorised(request)
        wish = await body_of(request, LookUpRequest)
        self._limit(kiosk.kiosk_id)
        rows = self.storage.numbered(wish.receipt_no)
        fitting = [row for row in rows if row.lookup_hash and lookup_code_fits(wish.code, row.lookup_hash)]
        if not rows:
            lookup_code_fits(wish.code, NO_HASH)  # an unknown number takes as long as a wrong code
        if not fitting:
            raise Refusal(404, "lookup_unknown")
        status = self.storage.status_entry(fitting[0], self.storage.last_change())
        return self._signed(request, {"status": status, "note": fitting[0].reason})

    async def answer(self, request: Request) -> JSONResponse:
        kiosk = self.protocol.authorised(request)
        wish = await body_of(request, AnswerRequest)
        self._limit(kiosk.kiosk_id)
        row = self.protocol.messages.answered(wish.answer_id) if wish.answer_id else None
        if row is None:
            raise Refusal(404, "answer_unknown")
        return self._signed(request, {"answer": answer_entry(row.answer_id, row.answer, row.answered_at)})

    async def lease(self, request: Request, request_id: str) -> JSONResponse:
        kiosk = self.protocol.authorised(request)
        wish = await body_of(request, BlockRequest)
        uuid_of(request_id, "/path/request_id")
        if not 1 <= wish.want <= 1000:
            raise Refusal(422, "content_wrong", pointer="/want")
        block = self.protocol.fleet.lease(request_id, kiosk.kiosk_id, wish.want, wish.highest_seen)
        if block is None:
            raise Refusal(507, "lane_used_up")
        if block.kiosk_id != kiosk.kiosk_id:
            raise Refusal(409, "request_of_another")
        return self._signed(request, _block(block))

    async def beat(self, request: Request) -> JSONResponse:
        kiosk = self.protocol.authorised(request)
        raw = await raw_body(request)
        wish = parsed(raw, Heartbeat)
        if not self.protocol.fleet.beat(kiosk, raw, session=self.protocol.session(request)):
            self.protocol.fleet.set_state(kiosk.kiosk_id, "cloned")
            raise Refusal(409, "kiosk_cloned")
        directives = self.protocol.fleet.directives(kiosk.kiosk_id, wish.done)
        return self._signed(request, {"directives": directives})

    async def events(self, request: Request) -> JSONResponse:
        kiosk = self.protocol.authorised(request)
        raw = await raw_body(request)
        for place, event in enumerate(parsed(raw, EventsRequest).events):
            uuid_of(event.id, f"/events/{place}/id")
            uuid_of(event.dossier_id, f"/events/{place}/dossier_id")
        results = [
            {"id": event["id"], "outcome": self.protocol.fleet.note_event(kiosk.kiosk_id, event)}
            for event in json.loads(raw)["events"]
        ]
        return self._signed(request, {"results": results})

    def _signed(self, request: Request, answer: dict) -> JSONResponse:
        return JSONResponse(answer | {"sig": self.keys.sign(answer, trusted(request))})

    def _limit(self, kiosk_id: str) -> None:
        asked, now_s = self._asked[kiosk_id], time.monotonic()
        while asked and now_s - asked[0] > 60:
            asked.popleft()
        if len(asked) >= LOOK_UPS_A_MINUTE:
            wait_s = max(1, math.ceil(60 - (now_s - asked[0])))
            raise Refusal(429, "too_many_look_ups", headers={"Retry-After": str(wait_s)})
        asked.append(now_s)


def _block(row) -> dict:
    return {"block_id": row.block_id, "first": row.first, "last": row.last, "epoch": row.epoch}


def _after(cursor: str, epoch: int) -> int:
    """A cursor of another history starts at the beginning."""
    if not cursor:
        return 0
    said, dot, seq = cursor.partition(".")
    if not (dot and said.isascii() and said.isdigit() and seq.isascii() and seq.isdigit() and len(seq) < 16):
        raise Refusal(422, "cursor_wrong", pointer="/query/cursor")
    return int(seq) if int(said) == epoch else 0
