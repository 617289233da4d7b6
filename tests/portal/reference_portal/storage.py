"""What the portal keeps: SQLAlchemy, SQLite by default, PostgreSQL by URL; tables are made at the start."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Column,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.engine import Row
from sqlalchemy.exc import IntegrityError

from kiosk.domain.identifiers import uuid7

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
METADATA = MetaData()
KIOSKS = Table(
    "kiosks",
    METADATA,
    Column("kiosk_id", String(36), primary_key=True),
    Column("kiosk_no", Integer, nullable=False),
    Column("code", String(40), nullable=False),
    Column("public_key", String(44), nullable=False, unique=True),
    Column("state", String(20), nullable=False, default="active"),
)
DOSSIERS = Table(
    "dossiers",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("dossier_id", String(36), nullable=False, unique=True),
    Column("receipt_no", String(11), nullable=False, index=True),
    Column("kiosk_id", String(36), nullable=False),
    Column("procedure_code", String(40), nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("payload_sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("received_at", String(40), nullable=False),
    Column("flags", String(80), nullable=False, default=""),
    Column("state", String(20), nullable=False, default="pre_registered"),
    Column("reason", String(400), nullable=False, default=""),
    Column("decided_at", String(40), nullable=False, default=""),
)


class Conflict(Exception):  # noqa: N818
    """The id is known with other bytes."""


@dataclass
class History:
    """Kept apart from the database, so that a restored database does not take it back."""

    path: Path
    epoch: int = 1
    durable_through: int = 0
    restores: list[dict[str, int]] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "History":
        if path.exists():
            return cls(path, **json.loads(path.read_text("utf-8")))
        return cls(path)

    def restored(self, kept_through_seq: int) -> None:
        self.epoch += 1
        self.restores.append({"epoch": self.epoch, "kept_through_seq": kept_through_seq})
        self.write()

    def write(self) -> None:
        values = {"epoch": self.epoch, "durable_through": self.durable_through, "restores": self.restores}
        self.path.write_text(json.dumps(values), "utf-8")


class Storage:
    def __init__(self, folder: Path, url: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.engine: Engine = create_engine(url or f"sqlite:///{folder / 'portal.db'}")
        if self.engine.dialect.name == "sqlite":
            event.listen(self.engine, "connect", _durable)
        METADATA.create_all(self.engine)
        self.history = History.read(folder / "history.json")

    def close(self) -> None:
        self.engine.dispose()

    def enrol(self, code: str, public_key: str, kiosk_no: int) -> Row | None:
        """Return the kiosk of this pair, made where new; None where the key came with another code."""
        with self.engine.begin() as connection:
            found = connection.execute(select(KIOSKS).where(KIOSKS.c.public_key == public_key)).first()
            if found is None:
                values = {"kiosk_id": uuid7(_now_ms()), "kiosk_no": kiosk_no, "code": code}
                connection.execute(insert(KIOSKS).values(public_key=public_key, state="active", **values))
                found = connection.execute(select(KIOSKS).where(KIOSKS.c.public_key == public_key)).one()
            return found if found.code == code else None

    def kiosk(self, kiosk_id: str) -> Row | None:
        with self.engine.connect() as connection:
            return connection.execute(select(KIOSKS).where(KIOSKS.c.kiosk_id == kiosk_id)).first()

    def store(self, header: dict, body: bytes, kiosk_id: str) -> tuple[Row, bool]:
        """Store once; the same bytes again return the first row and True. Raises Conflict."""
        digest = hashlib.sha256(body).hexdigest()
        try:
            with self.engine.begin() as connection:
                taken = select(func.count()).where(DOSSIERS.c.receipt_no == header["receipt_no"])
                flags = "receipt_no_taken" if self._known(connection, taken, header) else ""
                connection.execute(
                    insert(DOSSIERS).values(
                        dossier_id=header["dossier_id"],
                        receipt_no=header["receipt_no"],
                        kiosk_id=kiosk_id,
                        procedure_code=header["procedure"]["code"],
                        created_at=header["created_at"],
                        payload_sha256=digest,
                        body=body,
                        epoch=self.history.epoch,
                        received_at=now_text(),
                        flags=flags,
                        state="pre_registered",
                        reason="",
                        decided_at="",
                    )
                )
        except IntegrityError:
            found = self.dossier(header["dossier_id"])
            if found is None or found.payload_sha256 != digest:
                raise Conflict(header["dossier_id"]) from None
            return found, True
        return self.dossier(header["dossier_id"]), False

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

    def decide(self, dossier_id: str, state: str, reason: str) -> bool:
        """An officer's decision, once; True where it was taken."""
        with self.engine.begin() as connection:
            done = connection.execute(
                update(DOSSIERS)
                .where(DOSSIERS.c.dossier_id == dossier_id, DOSSIERS.c.state == "pre_registered")
                .values(state=state, reason=reason, decided_at=now_text())
            )
            return done.rowcount == 1

    @staticmethod
    def _known(connection, taken, header: dict) -> bool:
        return connection.execute(taken.where(DOSSIERS.c.dossier_id != header["dossier_id"])).scalar_one() > 0


def now_text() -> str:
    return datetime.now(HANOI).isoformat(timespec="seconds")


def _now_ms() -> int:
    return int(datetime.now(HANOI).timestamp() * 1000)


def _durable(connection, _record) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
