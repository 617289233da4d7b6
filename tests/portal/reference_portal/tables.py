"""The portal's tables: the same on SQLite and PostgreSQL, made at the start."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()
KIOSKS = Table(
    "kiosks",
    METADATA,
    Column("kiosk_id", String(36), primary_key=True),
    Column("kiosk_no", Integer, nullable=False),
    Column("code", String(40), nullable=False),
    Column("point", String(40), nullable=False, default=""),
    Column("state", String(20), nullable=False, default="active"),
    Column("boot_counter", Integer, nullable=False, default=0),
    Column("last_seq", Integer, nullable=False, default=0),
    Column("heard_at", String(40), nullable=False, default=""),
    Column("heartbeat", Text, nullable=False, default=""),
)
BEATS = Table(
    "kiosk_beats",
    METADATA,
    Column("kiosk_id", String(36), primary_key=True),
    Column("session", Integer, nullable=False),
    Column("beat", Integer, nullable=False),
)
KEYS = Table(
    "kiosk_keys",
    METADATA,
    Column("public_key", String(44), primary_key=True),
    Column("kiosk_id", String(36), nullable=False, index=True),
    Column("valid_until", String(40), nullable=False, default=""),
)
CODES = Table(
    "enrolment_codes",
    METADATA,
    Column("code", String(40), primary_key=True),
    Column("kiosk_no", Integer, nullable=False),
    Column("point", String(40), nullable=False),
    Column("point_name", String(200), nullable=False),
    Column("many", Integer, nullable=False, default=0),
    Column("expires_at", String(40), nullable=False),
)
DOSSIERS = Table(
    "dossiers",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("dossier_id", String(36), nullable=False, unique=True),
    Column("receipt_no", String(11), nullable=False, index=True),
    Column("kiosk_id", String(36), nullable=False),
    Column("point", String(40), nullable=False, default=""),
    Column("procedure_code", String(40), nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("lookup_hash", String(200), nullable=False, default=""),
    Column("payload_sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("received_at", String(40), nullable=False),
    Column("flags", String(80), nullable=False, default=""),
    Column("status", Integer, nullable=False, default=0),
    Column("reason", String(400), nullable=False, default=""),
    Column("decided_at", String(40), nullable=False, default=""),
    Column("dossier_code", String(60), nullable=False, default=""),
    Column("due", String(40), nullable=False, default=""),
    Column("form", String(4), nullable=False, default=""),
)
MESSAGES = Table(
    "messages",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("message_id", String(36), nullable=False, unique=True),
    Column("kiosk_id", String(36), nullable=False),
    Column("point", String(40), nullable=False, default=""),
    Column("kind", String(20), nullable=False, index=True),
    Column("topic", String(80), nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("answer_id", String(64), nullable=False, index=True),
    Column("payload_sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("received_at", String(40), nullable=False),
    Column("answer", LargeBinary, nullable=True),
    Column("answered_at", String(40), nullable=False, default=""),
)
ITEMS = Table(
    "items",
    METADATA,
    Column("item_id", String(40), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("content", Text, nullable=False),
    Column("withdrawn", Integer, nullable=False, default=0),
)
CHANGES = Table(
    "changes",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("point", String(40), nullable=False, index=True),
    Column("content", Text, nullable=False),
)
BLOCKS = Table(
    "blocks",
    METADATA,
    Column("request_id", String(36), primary_key=True),
    Column("block_id", String(36), nullable=False, unique=True),
    Column("kiosk_id", String(36), nullable=False, index=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("state", String(20), nullable=False, default="leased"),
)
EVENTS = Table(
    "events",
    METADATA,
    Column("event_id", String(36), primary_key=True),
    Column("kiosk_id", String(36), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("dossier_id", String(36), nullable=False, index=True),
    Column("copy_no", Integer, nullable=False),
    Column("proof", String(20), nullable=False),
    Column("at", String(40), nullable=False),
)
DIRECTIVES = Table(
    "directives",
    METADATA,
    Column("directive_id", String(36), primary_key=True),
    Column("kiosk_id", String(36), nullable=False, index=True),
    Column("content", Text, nullable=False),
)
COUNTERS = Table(
    "counters",
    METADATA,
    Column("name", String(20), primary_key=True),
    Column("value", Integer, nullable=False),
)
