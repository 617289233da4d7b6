"""Sheets that staff print for themselves: the day's report and the test page."""

import uuid
from collections.abc import Callable

from kiosk.domain.audit import Act, AuditReport
from kiosk.domain.counter_sheets import DayFigures, day_report_document
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.receipts import test_page_document
from kiosk.ports.outbox import StorageError
from kiosk.ports.printing import SpoolFull
from ui.context import Services
from ui.view_model import translated

Said = Callable[[str], None]


def print_day_report(services: Services, said: Said) -> None:
    """Print today's figures with the head of the log of acts; `said` gets what became of it, in words."""

    def counted(figures: DayFigures | None) -> None:
        if figures is None:
            said(_not_printed())
            return
        services.staff.desk.verify(
            lambda report: _print_report(services, figures, report, said),
            lambda error: _unread(error, said),
        )

    services.staff.outbox.today(counted)


def print_test_page(services: Services, said: Said) -> None:
    """Print the page that shows whether every letter, edge and code comes out."""
    room = services.staff
    now = room.technicians.printers.now
    name = now.name if now is not None else room.printer_name
    sheet = test_page_document(
        printer=name,
        paper_mm=now.paper_mm if now is not None else room.paper_mm,
        printed_at=services.clock.now(),
        document_id=f"test-{uuid.uuid4()}",
        code="HNKIOSK TEST",
    )
    services.staff.desk.note(Act.TEST_PAGE, name)
    print_sheet(services, sheet, said)


def short_head(head: str) -> str:
    """Return the first 16 digits of the log's head in groups of four, as paper carries it."""
    return " ".join(head[start : start + 4] for start in range(0, 16, 4))


def _print_report(services: Services, figures: DayFigures, report: AuditReport, said: Said) -> None:
    log = (
        f"Nhật ký bị sửa: {report.damage}"
        if report.damage
        else f"Nhật ký: {report.entries} mục, mã {short_head(report.head)}"
    )
    sheet = day_report_document(
        figures,
        services.hall,
        printed_at=services.clock.now(),
        document_id=f"day-{uuid.uuid4()}",
        kiosk=services.kiosk_name,
        notes=(f"Người in: {services.staff.desk.name}", log),
        demo=services.demo,
    )
    services.staff.desk.note(Act.DAY_REPORT, figures.day.isoformat())
    print_sheet(services, sheet, said)


def print_sheet(services: Services, sheet: PrintDocument, said: Said) -> None:
    """Print a sheet; `said` gets what became of it, in words."""

    def failed(error: Exception) -> None:
        if isinstance(error, SpoolFull):
            said(translated("StaffSheets", "Nhiều phiếu đang chờ in. Thử lại sau."))
        else:
            _unread(error, said)

    services.printing.enqueue(
        sheet,
        done=lambda _job: said(translated("StaffSheets", "Đã gửi tờ giấy đến máy in.")),
        failed=failed,
    )


def _unread(error: Exception, said: Said) -> None:
    if not isinstance(error, StorageError):
        raise error
    said(_not_printed())


def _not_printed() -> str:
    return translated("StaffSheets", "Chưa in được. Xem lại ổ đĩa.")
