"""The city's side beside dossiers: messages and their answers, notices, kiosks and their number blocks."""

import hashlib
import json
import secrets
from datetime import datetime, timedelta

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Row
from sqlalchemy.exc import IntegrityError

from tests.portal.reference_portal.storage import (
    EVERYWHERE,
    HANOI,
    Conflict,
    Storage,
    new_id,
    next_number,
    now_text,
)
from tests.portal.reference_portal.tables import (
    BEATS,
    BLOCKS,
    CODES,
    DIRECTIVES,
    EVENTS,
    ITEMS,
    KEYS,
    KIOSKS,
    MESSAGES,
)

BLOCK_SIZE_MAX = 1000
LANE_SIZE = 10_000_000
LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


class Messages:
    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def store(self, header: dict, body: bytes, kiosk_id: str, point: str) -> tuple[Row, bool]:
        """Store once; the same bytes again return the first row and True. Raises Conflict."""
        digest = hashlib.sha256(body).hexdigest()
        found = self.message(header["message_id"])
        if found is None:
            try:
                with self.storage.engine.begin() as connection:
                    connection.execute(
                        insert(MESSAGES).values(
                            seq=next_number(connection, "items"),
                            message_id=header["message_id"],
                            kiosk_id=kiosk_id,
                            point=point,
                            kind=header["kind"],
                            topic=header["topic"],
                            created_at=header["created_at"],
                            answer_id=header["answer_id"],
                            payload_sha256=digest,
                            body=body,
                            epoch=self.storage.history.epoch,
                            received_at=now_text(),
                        )
                    )
            except IntegrityError:
                found = self.message(header["message_id"])
            else:
                return self.message(header["message_id"]), False
        if found is None or found.payload_sha256 != digest:
            raise Conflict(header["message_id"])
        return found, True

    def message(self, message_id: str) -> Row | None:
        with self.storage.engine.connect() as connection:
            return connection.execute(select(MESSAGES).where(MESSAGES.c.message_id == message_id)).first()

    def listing(self, limit: int = 200) -> list[Row]:
        with self.storage.engine.connect() as connection:
            return list(connection.execute(select(MESSAGES).order_by(MESSAGES.c.seq.desc()).limit(limit)))

    def answer(self, message_id: str, sealed: bytes) -> None:
        """Keep an answer only its asker can read, and tell the kiosks of the point."""
        row = self.message(message_id)
        with self.storage.engine.begin() as connection:
            connection.execute(
                update(MESSAGES)
                .where(MESSAGES.c.message_id == message_id)
                .values(answer=sealed, answered_at=now_text())
            )
            self.storage.tell(
                connection,
                row.point,
                lambda _seq: {"answer": answer_entry(row.answer_id, sealed, now_text())},
            )

    def answered(self, answer_id: str) -> Row | None:
        asked = select(MESSAGES).where(MESSAGES.c.answer_id == answer_id, MESSAGES.c.answer.is_not(None))
        with self.storage.engine.connect() as connection:
            return connection.execute(asked).first()


def answer_entry(answer_id: str, sealed: bytes, answered_at: str) -> dict:
    import base64

    return {
        "answer_id": answer_id,
        "sealed": base64.b64encode(sealed).decode(),
        "answered_at": answered_at,
    }


class Notices:
    """Everything dated the city publishes: `kind` and content as the contract's Item."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def publish(self, kind: str, content: dict) -> str:
        """Publish or replace an item; it gets an id where `content` has none."""
        content = {"item_id": new_id()} | content
        item_id = content["item_id"]
        with self.storage.engine.begin() as connection:
            values = {"kind": kind, "content": json.dumps(content, ensure_ascii=False), "withdrawn": 0}
            changed = connection.execute(update(ITEMS).where(ITEMS.c.item_id == item_id).values(**values))
            if changed.rowcount == 0:
                connection.execute(insert(ITEMS).values(item_id=item_id, **values))
            entry = {"item": {"item_id": item_id, "kind": kind, "item": content}}
            self.storage.tell(connection, EVERYWHERE, lambda _seq: entry)
        return item_id

    def withdraw(self, item_id: str) -> None:
        with self.storage.engine.begin() as connection:
            row = connection.execute(select(ITEMS).where(ITEMS.c.item_id == item_id)).one()
            connection.execute(update(ITEMS).where(ITEMS.c.item_id == item_id).values(withdrawn=1))
            entry = {"item": {"item_id": item_id, "kind": row.kind}}
            self.storage.tell(connection, EVERYWHERE, lambda _seq: entry)

    def listing(self) -> list[Row]:
        with self.storage.engine.connect() as connection:
            return list(connection.execute(select(ITEMS).where(ITEMS.c.withdrawn == 0)))


class Fleet:
    """Kiosks: enrolment codes, keys, number blocks, heartbeats, directives."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage

    def new_code(self, point: str, point_name: str, *, code: str = "", many: bool = False) -> str:
        """Return a one-time code for the next kiosk number, good for a day; `many` is for the demo only."""
        code = code or "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(2))
        expires = (datetime.now(HANOI) + timedelta(days=1)).isoformat(timespec="seconds")
        with self.storage.engine.begin() as connection:
            if connection.execute(select(CODES).where(CODES.c.code == code)).first() is None:
                number = 0 if many else next_number(connection, "kiosks")
                connection.execute(
                    insert(CODES).values(
                        code=code,
                        kiosk_no=number,
                        point=point,
                        point_name=point_name,
                        many=int(many),
                        expires_at=expires,
                    )
                )
        return code

    def code(self, code: str) -> Row | None:
        with self.storage.engine.connect() as connection:
            return connection.execute(select(CODES).where(CODES.c.code == code)).first()

    def enrol(self, code: Row, public_key: str) -> Row | None:
        """Return the kiosk of this pair, made where new; None where code or key were used otherwise."""
        with self.storage.engine.begin() as connection:
            joined = select(KIOSKS).join(KEYS, KEYS.c.kiosk_id == KIOSKS.c.kiosk_id)
            found = connection.execute(joined.where(KEYS.c.public_key == public_key)).first()
            if found is not None:
                return found if found.code == code.code else None
            used = connection.execute(select(KIOSKS).where(KIOSKS.c.code == code.code)).first()
            if used is not None and not code.many:
                return None
            kiosk_id = new_id()
            connection.execute(
                insert(KIOSKS).values(
                    kiosk_id=kiosk_id, kiosk_no=code.kiosk_no, code=code.code, point=code.point
                )
            )
            connection.execute(insert(KEYS).values(public_key=public_key, kiosk_id=kiosk_id))
            return connection.execute(select(KIOSKS).where(KIOSKS.c.kiosk_id == kiosk_id)).one()

    def kiosk(self, kiosk_id: str) -> Row | None:
        with self.storage.engine.connect() as connection:
            return connection.execute(select(KIOSKS).where(KIOSKS.c.kiosk_id == kiosk_id)).first()

    def kiosks(self) -> list[Row]:
        with self.storage.engine.connect() as connection:
            return list(connection.execute(select(KIOSKS).order_by(KIOSKS.c.kiosk_no, KIOSKS.c.kiosk_id)))

    def keys(self, kiosk_id: str, *, for_token: bool) -> list[str]:
        """Return a kiosk's public keys: all it ever had, or those that may still buy a token."""
        asked = select(KEYS).where(KEYS.c.kiosk_id == kiosk_id)
        with self.storage.engine.connect() as connection:
            rows = list(connection.execute(asked))
        return [
            row.public_key
            for row in rows
            if not for_token or not row.valid_until or row.valid_until > now_text()
        ]

    def rotate(self, kiosk_id: str, public_key: str) -> bool:
        """Add a key; the others buy tokens for another day. False where another kiosk has it."""
        until = (datetime.now(HANOI) + timedelta(days=1)).isoformat(timespec="seconds")
        with self.storage.engine.begin() as connection:
            owner = connection.execute(select(KEYS).where(KEYS.c.public_key == public_key)).first()
            if owner is not None:
                return owner.kiosk_id == kiosk_id
            connection.execute(
                update(KEYS)
                .where(KEYS.c.kiosk_id == kiosk_id, KEYS.c.valid_until == "")
                .values(valid_until=until)
            )
            connection.execute(insert(KEYS).values(public_key=public_key, kiosk_id=kiosk_id))
        return True

    def set_state(self, kiosk_id: str, state: str) -> None:
        with self.storage.engine.begin() as connection:
            connection.execute(update(KIOSKS).where(KIOSKS.c.kiosk_id == kiosk_id).values(state=state))
            if state == "gone":
                connection.execute(
                    update(BLOCKS).where(BLOCKS.c.kiosk_id == kiosk_id).values(state="returned")
                )

    def lease(self, request_id: str, kiosk_id: str, want: int, highest_seen: int) -> Row | None:
        """Return this request's block, leased now where new; None where the lane is used up.

        A number this portal does not know in its own lane says that it was set back unnoticed.
        """
        history = self.storage.history
        with self.storage.engine.begin() as connection:
            found = connection.execute(select(BLOCKS).where(BLOCKS.c.request_id == request_id)).first()
            if found is not None:
                return found
            next_number(connection, "blocks")  # one lease at a time, also on PostgreSQL
            floor = (10 + history.epoch) * LANE_SIZE
            in_lane = select(func.coalesce(func.max(BLOCKS.c.last), floor)).where(
                BLOCKS.c.last.between(floor, floor + LANE_SIZE - 1)
            )
            last = connection.execute(in_lane).scalar_one()
            if floor <= highest_seen < floor + LANE_SIZE and highest_seen > last:
                history.suspect = f"kiosk {kiosk_id} holds {highest_seen}, which was never leased"
                history.write()
                last = highest_seen
            size = min(max(want, 1), BLOCK_SIZE_MAX)
            if 10 + history.epoch > 89 or last + size >= floor + LANE_SIZE:
                return None
            values = {"first": last + 1, "last": last + size, "epoch": history.epoch}
            connection.execute(
                insert(BLOCKS).values(request_id=request_id, block_id=new_id(), kiosk_id=kiosk_id, **values)
            )
            return connection.execute(select(BLOCKS).where(BLOCKS.c.request_id == request_id)).one()

    def blocks(self, kiosk_id: str) -> list[Row]:
        with self.storage.engine.connect() as connection:
            asked = select(BLOCKS).where(BLOCKS.c.kiosk_id == kiosk_id).order_by(BLOCKS.c.first)
            return list(connection.execute(asked))

    def new_session(self) -> int:
        """Return the next number of a token."""
        with self.storage.engine.begin() as connection:
            return next_number(connection, "sessions")

    def beat(self, kiosk: Row, raw: bytes, *, session: int) -> bool:
        """Keep a heartbeat; False where a second machine, or one set back, lives under this identity.

        What comes again, or late under a token no newer than the last report's, changes nothing: tokens live
        in memory only, so a copied disk always comes with a newer one.
        """
        said = json.loads(raw)
        beat, last_seq = said.get("beat", 0), said["last_seq"]
        with self.storage.engine.begin() as connection:
            asked = select(BEATS).where(BEATS.c.kiosk_id == kiosk.kiosk_id)
            known = connection.execute(asked).first()
            highest = known.beat if known else 0
            if known and (session < known.session or 0 < beat <= highest or last_seq < kiosk.last_seq):
                return session <= known.session
            connection.execute(BEATS.delete().where(BEATS.c.kiosk_id == kiosk.kiosk_id))
            heard = {"kiosk_id": kiosk.kiosk_id, "session": session, "beat": beat or highest}
            connection.execute(insert(BEATS).values(**heard))
            connection.execute(
                update(KIOSKS)
                .where(KIOSKS.c.kiosk_id == kiosk.kiosk_id)
                .values(
                    boot_counter=said["boot_counter"],
                    last_seq=last_seq,
                    heard_at=now_text(),
                    heartbeat=json.dumps(said),
                )
            )
        return True

    def direct(self, kiosk_id: str, kind: str, **content: object) -> str:
        """Order something of a kiosk; it is handed over with every heartbeat until reported done."""
        directive_id = new_id()
        said = {"id": directive_id, "kind": kind} | content
        with self.storage.engine.begin() as connection:
            connection.execute(
                insert(DIRECTIVES).values(
                    directive_id=directive_id, kiosk_id=kiosk_id, content=json.dumps(said, ensure_ascii=False)
                )
            )
        return directive_id

    def note_event(self, kiosk_id: str, event: dict) -> str:
        """Keep an event once; return accepted, duplicate, or rejected for a dossier of another kiosk."""
        dossier = self.storage.dossier(event["dossier_id"])
        if dossier is not None and dossier.kiosk_id != kiosk_id:
            return "rejected"
        values = {"kiosk_id": kiosk_id, "event_id": event["id"]} | {
            name: event[name] for name in ("kind", "dossier_id", "copy_no", "proof", "at")
        }
        try:
            with self.storage.engine.begin() as connection:
                connection.execute(insert(EVENTS).values(**values))
        except IntegrityError:
            return "duplicate"
        return "accepted"

    def prints(self, dossier_id: str) -> list[Row]:
        asked = select(EVENTS).where(EVENTS.c.dossier_id == dossier_id).order_by(EVENTS.c.copy_no)
        with self.storage.engine.connect() as connection:
            return list(connection.execute(asked))

    def directives(self, kiosk_id: str, done: list[str]) -> list[dict]:
        with self.storage.engine.begin() as connection:
            connection.execute(DIRECTIVES.delete().where(DIRECTIVES.c.directive_id.in_(done)))
            asked = select(DIRECTIVES).where(DIRECTIVES.c.kiosk_id == kiosk_id)
            rows = list(connection.execute(asked.order_by(DIRECTIVES.c.directive_id)))
        return [json.loads(row.content) for row in rows]
