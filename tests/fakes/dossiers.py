"""Ready-made pre-registrations and outboxes for tests."""

from pathlib import Path

from kiosk.domain.dossiers import PreRegistration
from kiosk.domain.numbering import emergency_range
from kiosk.domain.print_documents import DocumentKind, Number, Paragraph, PrintDocument
from kiosk.ports.vault import PortalKeys
from kiosk.services.submit_dossier import SubmitDossier
from offline_cache.database import OutboxDatabase
from offline_cache.outbox_files import OutboxFiles
from offline_cache.portal_key_list import read_portal_keys
from offline_cache.print_journal import SqlPrintJournal
from offline_cache.sealing import SpoolKey
from tests.fakes.clock import FakeClock

REPOSITORY = Path(__file__).resolve().parent.parent.parent
KEY_FILE = REPOSITORY / "config" / "demo_portal_keys.json"
MARKERS = ("Nguyễn Thị Dấu Vết", "001199012345", "0912345678")


def demo_keys() -> PortalKeys:
    return read_portal_keys(KEY_FILE.read_bytes(), place=KEY_FILE.name)


def birth(name: str = MARKERS[0]) -> PreRegistration:
    return PreRegistration(
        form_id="khai-sinh",
        form_version="1",
        procedure_code="1.001193",
        procedure_version="2025-06-30",
        answers=(("child_name", name), ("mother_id", MARKERS[1]), ("phone", MARKERS[2])),
        consent_version="2026-01",
    )


def slip(receipt_no, lookup_code, dossier_id, created_at) -> PrintDocument:
    return PrintDocument(
        document_id=f"slip-{dossier_id}",
        kind=DocumentKind.SLIP,
        title="PHIẾU KHAI TRƯỚC",
        blocks=(Number(lines=(receipt_no,)), Paragraph(text=f"{MARKERS[0]} {lookup_code}")),
    )


class Room:
    """An outbox with its confirming service, on a fake clock."""

    def __init__(self, home: Path, *, kiosk_no: int = 0, clock: FakeClock | None = None) -> None:
        self.home, self.clock = home, clock or FakeClock()
        self.files = OutboxFiles(home, keys=demo_keys(), kiosk_no=kiosk_no)
        self.submit_dossier = SubmitDossier(self.files.dossiers, self.files.vault, self.clock)
        self.report = self.files.open(now_ms=self.now_ms)

    @property
    def now_ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)

    def submit(self, token: str, **changes):
        return self.submit_dossier.submit(birth(**changes), token=token, build_slip=slip)

    def close(self) -> None:
        self.files.close()

    def reopened(self) -> "Room":
        self.close()
        return Room(self.home, clock=self.clock)


class SqlJournalAlone(SqlPrintJournal):
    """The journal of an otherwise empty outbox."""

    def __init__(self, home: Path) -> None:
        database = OutboxDatabase(home, numbers=emergency_range(0))
        database.open(now_ms=0)
        super().__init__(database, SpoolKey(home / "keys"))

    def close(self) -> None:
        self._database.close()
