"""The heartbeat as the protocol writes it, and the orders in its answer."""

from datetime import datetime

import msgspec

from kiosk.domain.health import Directive, DirectiveKind, Heartbeat
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
