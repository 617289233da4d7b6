"""T1, the end of setting up: every step with what came of it, the look at the machine, and the report."""

import uuid

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.audit import Act
from kiosk.domain.self_check import Weight
from kiosk.domain.setup_report import setup_report_document
from kiosk.domain.setup_steps import SetupStep, StepState
from kiosk.services.machine_desk import Checkup
from ui.check_words import CheckRow, check_rows
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.setup_words import ICONS, step_line, step_title
from ui.staff_sheets import print_sheet
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechDoneViewModel(RowsPageViewModel):  # type: ignore[operator]
    """What is not good comes first; the report says the same on paper."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff
        self._findings: tuple[CheckRow, ...] = ()
        self._said = ""
        self._gone = False
        self.paint()

    def arrive(self) -> None:
        self._room.machine.look(self._looked)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        progress = self._room.technicians.setup.progress
        bad = sum(row.weight is not Weight.GOOD for row in self._findings)
        skipped = progress.count(StepState.SKIPPED) + progress.count(StepState.OPEN)
        line = translated("TechDone", "%1 bước chưa làm, %2 mục cần xem.")
        again = translated("TechDone", "Khởi động lại để dùng cài đặt mới.")
        restart = translated("TechDone", "Khởi động lại")
        may = self._room.technicians.restart is not None
        return PageWords(
            title=translated("TechDone", "Kết quả lắp đặt"),
            line=line.replace("%1", str(skipped)).replace("%2", str(bad)),
            icon="fact_check",
            pigment="stone",
            note=self._said or (again if self._room.machine.written else ""),
            note_kind="success" if self._said else "info",
            primary=translated("TechDone", "In báo cáo"),
            primary_icon="print",
            secondary=restart if may else "",
            secondary_icon="refresh",
        )

    def make_rows(self) -> list[Row]:
        progress = self._room.technicians.setup.progress
        open_first = sorted(SetupStep, key=lambda step: progress.state(step) is StepState.DONE)
        looked = [
            Row(key=row.part.value, title=row.title, line=row.line, icon="warning")
            for row in self._findings
            if row.weight is not Weight.GOOD
        ]
        steps = [
            Row(key=step.value, title=step_title(step), line=step_line(step, progress), icon=ICONS[step])
            for step in open_first
        ]
        return [*looked, *steps]

    @Slot()
    def primary(self) -> None:
        """Print the report."""
        progress = self._room.technicians.setup.progress
        sheet = setup_report_document(
            self.services.hall,
            steps=[(step_title(step), step_line(step, progress)) for step in SetupStep],
            findings=[(row.title, row.line) for row in self._findings],
            by=self._room.desk.name,
            version=self._room.updates.version,
            kiosk=self._room.machine.written.get("kiosk.name", self.services.kiosk_name),
            printed_at=self.services.clock.now(),
            document_id=f"setup-{uuid.uuid4()}",
            demo=self.services.demo,
        )
        bad = sum(row.weight is not Weight.GOOD for row in self._findings)
        self._room.desk.note(Act.SELF_CHECK, f"{bad} to look at")
        print_sheet(self.services, sheet, self._printed)

    @Slot()
    def secondary(self) -> None:
        """Start again with the new settings."""
        if self._room.technicians.restart is not None:
            self._room.technicians.restart()

    def _printed(self, words: str) -> None:
        if not self._gone:
            self._said = words
            self.paint()

    def _looked(self, checkup: Checkup) -> None:
        if self._gone:
            return
        self._findings = check_rows(
            checkup,
            printer=self.services.printing.condition(),
            city=self._room.outbox.exchange.state(),
            catalogue=self.services.catalogue(),
            px_per_mm=float(self._room.machine.written.get("screen.px_per_mm", self._room.px_per_mm)),
            speaks=self.services.aloud.available,
        )
        self.paint()
