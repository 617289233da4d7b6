"""What the portal keeps: SQLAlchemy, SQLite by default, PostgreSQL by URL; tables are made at the start."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, create_engine, event, func, insert, or_, select, update
from sqlalchemy.engine import Connection, Row
from sqlalchemy.exc import IntegrityError

from kiosk.domain.identifiers import uuid7
from tests.portal.reference_portal.tables import CHANGES, COUNTERS, DOSSIERS, METADATA

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
EVERYWHERE = ""
COUNTER_NAMES = ("items", "changes", "kiosks", "blocks", "sessions")


class Conflict(Exception):  # noqa: N818
    """The id is known with other bytes."""


@dataclass
class History:
    """Kept apart from the database, so that a restored database does not take it back.

    `durable_epoch` is the epoch in which the watermark was reached: a copy of an earlier one may not hold it.
    """

    path: Path
    epoch: int = 1
    durable_through: int = 0
    restores: list[dict[str, int]] = field(default_factory=list)
    backups: list[int] = field(default_factory=list)
    suspect: str = ""
    durable_epoch: int = 1

    @classmethod
    def read(cls, path: Path) -> "History":
        if path.exists():
            return cls(path, **json.loads(path.read_text("utf-8")))
        return cls(path)

    def restored(self, kept_through_seq: int, kept_epoch: int | None = None) -> None:
        """A copy made in `kept_epoch` (where None: the last) was put back: what it holds is held once."""
        kept_epoch = self.epoch if kept_epoch is None else kept_epoch
        self.epoch += 1
        self.restores.append(
            {"epoch": self.epoch, "kept_epoch": kept_epoch, "kept_through_seq": kept_through_seq}
        )
        self.backups = [kept_through_seq]
        self.durable_through = min(self.durable_through, kept_through_seq)
        self.durable_epoch = min(self.durable_epoch, kept_epoch)
        self.suspect = ""
        self.write()

    def breaks_promise(self, kept_through_seq: int, kept_epoch: int) -> bool:
        """Return whether a copy holds less than kiosks were told is durable."""
        return kept_through_seq < self.durable_through or kept_epoch < self.durable_epoch

    def backed_up(self, through_seq: int) -> None:
        """A verified backup; what two of them hold is durable."""
        self.backups = [*self.backups, through_seq][-2:]
        if len(self.backups) == 2 and min(self.backups) > self.durable_through:
            self.durable_through, self.durable_epoch = min(self.backups), self.epoch
        self.write()

    def write(self) -> None:
        values = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "path"}
        beside = self.path.with_suffix(".new")
        beside.write_text(json.dumps(values), "utf-8")
        beside.replace(self.path)


class Storage:
    def __init__(self, folder: Path, url: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.engine: Engine = create_engine(url or f"sqlite:///{folder / 'portal.db'}")
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _durable)
        METADATA.create_all(self.engine)
        self._make_counters()
        self.history = History.read(folder / "history.json")
        self._note_epoch()

    def _note_epoch(self) -> None:
        """A copy of the database must say in which epoch it was made."""
        with self.engine.begin() as connection:
            connection.execute(COUNTERS.delete().where(COUNTERS.c.name == "epoch"))
            connection.execute(insert(COUNTERS).values(name="epoch", value=self.history.epoch))

    def _make_counters(self) -> None:
        """Made before anybody counts: two who find no row would both begin at one."""
        with self.engine.begin() as connection:
            known = set(connection.execute(select(COUNTERS.c.name)).scalars())
            for name in COUNTER_NAMES:
                if name not in known:
                    connection.execute(insert(COUNTERS).values(name=name, value=0))

    def close(self) -> None:
        self.engine.dispose()

    def store(self, header: dict, body: bytes, kiosk_id: str, point: str = EVERYWHERE) -> tuple[Row, bool]:
        """Store once; the same bytes again return the first row and True. Raises Conflict."""
        digest = hashlib.sha256(body).hexdigest()
        found = self.dossier(header["dossier_id"])
        if found is None:
            try:
                self._insert(header, body, digest, kiosk_id, point)
            except IntegrityError:  # another worker was first
                found = self.dossier(header["dossier_id"])
            else:
                return self.dossier(header["dossier_id"]), False
        if found is None or found.payload_sha256 != digest:
            raise Conflict(header["dossier_id"])
        return found, True

    def _insert(self, header: dict, body: bytes, digest: str, kiosk_id: str, point: str) -> None:
        with self.engine.begin() as connection:
            seq = next_number(connection, "items")
            taken = select(func.count()).where(DOSSIERS.c.receipt_no == header["receipt_no"])
            is_taken = connection.execute(taken).scalar_one() > 0
            connection.execute(
                insert(DOSSIERS).values(
                    seq=seq,
                    dossier_id=header["dossier_id"],
                    receipt_no=header["receipt_no"],
                    kiosk_id=kiosk_id,
                    point=point,
                    procedure_code=header["procedure"]["code"],
                    created_at=header["created_at"],
                    lookup_hash=header.get("lookup_hash", ""),
                    payload_sha256=digest,
                    body=body,
                    epoch=self.history.epoch,
                    received_at=now_text(),
                    flags="receipt_no_taken" if is_taken else "",
                    status=0,
                )
            )
            self._tell_status(connection, header["dossier_id"])

    def dossier(self, dossier_id: str) -> Row | None:
        with self.engine.connect() as connection:
            return connection.execute(select(DOSSIERS).where(DOSSIERS.c.dossier_id == dossier_id)).first()

    def find(self, text: str = "", limit: int = 200) -> list[Row]:
        """Return the newest first; `text` is part of a number or of an id."""
        question = select(DOSSIERS).order_by(DOSSIERS.c.seq.desc()).limit(limit)
        if text:
            question = question.where(
                or_(
                    DOSSIERS.c.receipt_no.contains(text, autoescape=True),
                    DOSSIERS.c.dossier_id.contains(text, autoescape=True),
                )
            )
        with self.engine.connect() as connection:
            return list(connection.execute(question))

    def numbered(self, receipt_no: str) -> list[Row]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(DOSSIERS).where(DOSSIERS.c.receipt_no == receipt_no)))

    def decide(self, dossier_id: str, status: int, reason: str = "", **facts: str) -> bool:
        """An officer's first decision on a pre-registration, once; True where it was taken."""
        return self.set_status(dossier_id, status, reason, only_from=0, **facts)

    def set_status(
        self, dossier_id: str, status: int, reason: str = "", *, only_from: int | None = None, **facts: str
    ) -> bool:
        """Set a state and tell the kiosks in one transaction. `facts`: dossier_code, due, form."""
        with self.engine.begin() as connection:
            wanted = update(DOSSIERS).where(DOSSIERS.c.dossier_id == dossier_id)
            if only_from is not None:
                wanted = wanted.where(DOSSIERS.c.status == only_from)
            done = connection.execute(
                wanted.values(status=status, reason=reason, decided_at=now_text(), **facts)
            )
            if done.rowcount != 1:
                return False
            self._tell_status(connection, dossier_id)
            return True

    def _tell_status(self, connection: Connection, dossier_id: str) -> None:
        row = connection.execute(select(DOSSIERS).where(DOSSIERS.c.dossier_id == dossier_id)).one()
        self.tell(connection, row.point, lambda seq: {"status": self.status_entry(row, seq)})

    def status_entry(self, row: Row, seq: int) -> dict:
        entry = {
            "dossier_id": row.dossier_id,
            "receipt_no": row.receipt_no,
            "procedure": row.procedure_code,
            "status": row.status,
            "at": row.decided_at or row.received_at,
            "epoch": self.history.epoch,
            "seq": seq,
            "lookup_hash": row.lookup_hash,
            "dossier_code": row.dossier_code,
            "form": row.form,
        }
        return entry | ({"due": row.due} if row.due else {})

    def tell(self, connection: Connection, point: str, make) -> int:
        """Append a change for the kiosks of `point`; the counter's row makes order and visibility one."""
        seq = next_number(connection, "changes")
        content = json.dumps(make(seq), ensure_ascii=False)
        connection.execute(insert(CHANGES).values(seq=seq, point=point, content=content))
        return seq

    def changes(self, after_seq: int, point: str, limit: int) -> list[Row]:
        """Return the next changes for a point and for all, oldest first."""
        question = (
            select(CHANGES)
            .where(CHANGES.c.seq > after_seq, CHANGES.c.point.in_([point, EVERYWHERE]))
            .order_by(CHANGES.c.seq)
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return list(connection.execute(question))

    def last_change(self) -> int:
        with self.engine.connect() as connection:
            return connection.execute(select(func.coalesce(func.max(CHANGES.c.seq), 0))).scalar_one()

    def last_item(self) -> int:
        """Return the last sequence given to a dossier or message."""
        with self.engine.connect() as connection:
            asked = select(COUNTERS.c.value).where(COUNTERS.c.name == "items")
            return connection.execute(asked).scalar_one_or_none() or 0


def next_number(connection: Connection, name: str) -> int:
    """Return the next number of a counter; its row is locked until the transaction ends."""
    step = update(COUNTERS).where(COUNTERS.c.name == name).values(value=COUNTERS.c.value + 1)
    return connection.execute(step.returning(COUNTERS.c.value)).scalar_one()


def new_id() -> str:
    return uuid7(int(datetime.now(HANOI).timestamp() * 1000))


def now_text() -> str:
    return datetime.now(HANOI).isoformat(timespec="seconds")


def _durable(connection, _record) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
