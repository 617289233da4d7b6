"""Forty seeded names, numbers and telephone numbers through every flow; then nobody finds one on the disk."""

import base64
import gzip

import pytest

from kiosk.domain.dossiers import PreRegistration
from kiosk.domain.messages import Message, MessageKind
from kiosk.domain.print_documents import DocumentKind, Paragraph, PrintDocument
from kiosk.domain.print_jobs import PrintState
from tests.end_to_end.test_portal_day import Hall

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng")
NAMES = [f"{family} Thị Dấu Vết {place}" for family in FAMILY for place in ("Một", "Hai")]
NUMBERS = [f"0{11990:05d}{12340 + place:06d}" for place in range(10)]
PHONES = [f"091234{5600 + place}" for place in range(10)]
MARKERS = [*NAMES, *NUMBERS, *PHONES]


def forms_of(marker: str) -> list[bytes]:
    raw = marker.encode()
    return [raw, marker.encode("utf-16-le"), base64.b64encode(raw)[:-4], gzip.compress(raw)[10:-8]]


def found_in(folder) -> list[str]:
    hits = []
    for path in folder.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            hits += [
                f"{path.name}: {marker}" for marker in MARKERS for form in forms_of(marker) if form in raw
            ]
    return hits


def sheet(receipt_no, lookup_code, dossier_id, created_at) -> PrintDocument:
    words = tuple(Paragraph(text=marker) for marker in MARKERS)
    return PrintDocument(document_id=dossier_id, kind=DocumentKind.SLIP, title="PHIẾU", blocks=words)


@pytest.fixture
def hall(tmp_path, reference_portal):
    hall = Hall(tmp_path / "home", reference_portal.url)
    yield hall
    hall.close()


def declare(hall, key):
    pre = PreRegistration(
        form_id="khai-sinh",
        form_version="1",
        procedure_code="1.001193",
        procedure_version="2025-06-30",
        answers=tuple((f"field_{place}", marker) for place, marker in enumerate(MARKERS)),
        consent_version="2026-01",
    )
    return hall.room.submit_dossier.submit(pre, token=key, build_slip=sheet)


def test_the_search_itself_finds_a_marker_in_every_form(tmp_path):
    for place, form in enumerate(forms_of(MARKERS[0])):
        (tmp_path / str(place)).write_bytes(b"before" + form + b"after")

    assert len({hit.partition(":")[0] for hit in found_in(tmp_path)}) == 4


def test_no_flow_leaves_a_marker_on_the_disk(hall, reference_portal, tmp_path):
    assert len(MARKERS) == 40
    dossier = declare(hall, "a")
    for kind in MessageKind:
        hall.leave(
            Message(
                kind=kind, topic="hall", text=" ".join(MARKERS[:20]), contact=PHONES[0], score=3, choice="x"
            ),
            key=f"message {kind.value}",
        )
    assert not found_in(hall.room.home), "before anything was sent or printed"
    (job, document) = hall.room.files.journal.next_due(hall.room.now_ms)
    assert document.blocks[0].text == MARKERS[0]
    for state in (PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT, PrintState.PRINTED):
        hall.room.files.journal.advance(job.job_id, state, now_ms=hall.room.now_ms)
    hall.sync.nudge()
    reason = f"{NAMES[3]} thiếu giấy tờ, gọi {PHONES[3]}"
    reference_portal.storage.decide(dossier.dossier_id, 3, reason)
    assert hall.track(dossier).note == reason
    hall.sync.nudge()
    hall.track(dossier)

    assert hall.sync.state().waiting == 0
    assert not found_in(hall.room.home), "with the log not yet merged"
    hall.room.close()
    assert not found_in(hall.room.home)


def test_a_damaged_outbox_put_aside_holds_no_marker_either(hall):
    declare(hall, "a")
    hall.room.close()
    database = hall.room.home / "outbox.db"
    raw = bytearray(database.read_bytes())
    raw[:64] = b"\0" * 64
    database.write_bytes(raw)

    again = hall.room.reopened()

    assert not again.report.sound
    assert not found_in(hall.room.home)
    again.close()
