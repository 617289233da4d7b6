"""The heartbeat and the printed slips as the protocol writes them, and what is answered."""

from datetime import UTC, datetime

import msgspec

from kiosk.domain.health import Directive, DirectiveKind, Heartbeat, SlipPrinted
from kiosk.ports.vault import PortalKeys
from offline_cache.portal_answers import Signature
from offline_cache.portal_feed import verified

_KINDS = {kind.value: kind for kind in DirectiveKind}
ORDERS_MAX = 50


class OrderEntry(msgspec.Struct, frozen=True):
    """One order of the portal."""

    id: str
    kind: str
    seq: int = 0
    until: datetime | None = None


class BeatAnswer(msgspec.Struct, frozen=True):
    """`PUT /kiosks/self/heartbeat`."""

    directives: tuple[OrderEntry, ...]
    sig: Signature


def heartbeat_json(beat: Heartbeat) -> dict[str, object]:
    """Return the request's body."""
    return {
        "at": beat.at.isoformat(timespec="seconds"),
        "beat": beat.beat,
        "boot_counter": beat.boot_counter,
        "last_seq": beat.last_seq,
        "queue": {
            "ready": beat.queue.ready,
            "parked": beat.queue.parked,
            "oldest_age_s": beat.queue.oldest_age_s,
        },
        "disk_free_mb": beat.disk_free_mb,
        "clock_offset_ms": beat.clock_offset_ms,
        "software": beat.software,
        "numbers_left": beat.queue.numbers_left,
        "key_ids": list(beat.queue.key_ids),
        "done": list(beat.done),
        "printer": beat.printer,
    }


def directives_from(raw: bytes, keys: PortalKeys, *, place: str) -> tuple[Directive, ...]:
    """Return the verified orders. Raises PortalUnreachable, NotOurPortal."""
    answer = verified(raw, BeatAnswer, keys, place=place)
    return tuple(
        Directive(directive_id=order.id[:60], kind=_KINDS.get(order.kind), seq=order.seq, until=order.until)
        for order in answer.directives[:ORDERS_MAX]
    )


class ResultEntry(msgspec.Struct, frozen=True):
    """What became of one event: accepted, duplicate or rejected."""

    id: str
    outcome: str


class EventsAnswer(msgspec.Struct, frozen=True):
    """`POST /events`."""

    results: tuple[ResultEntry, ...]
    sig: Signature


def prints_json(slips: tuple[SlipPrinted, ...]) -> dict[str, object]:
    """Return the request's body: one event a slip, named by its job."""
    return {
        "events": [
            {
                "id": slip.job_id,
                "kind": "slip_printed",
                "at": datetime.fromtimestamp(slip.printed_ms / 1000, tz=UTC).isoformat(timespec="seconds"),
                "dossier_id": slip.dossier_id,
                "copy_no": slip.copy_no,
                "proof": slip.proof,
            }
            for slip in slips
        ]
    }


def told_from(raw: bytes, keys: PortalKeys, *, place: str) -> tuple[str, ...]:
    """Return the ids that were dealt with. Raises PortalUnreachable, NotOurPortal."""
    answer = verified(raw, EventsAnswer, keys, place=place)
    return tuple(result.id for result in answer.results)
