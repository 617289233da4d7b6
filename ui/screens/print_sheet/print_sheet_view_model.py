"""A sheet on its way to paper: the list of papers to bring, or the lesson for pupils."""

import secrets

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import PrintJob
from kiosk.ports.outbox import StorageError
from kiosk.ports.printing import SheetsSpent, SpoolFull
from kiosk.services.print_document import SheetGone
from ui.context import ScreenContext
from ui.print_words import SheetState, sheet_state, sheet_words
from ui.slips import checklist_sheet, practice_sheet, pupils_sheet
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class PrintSheetViewModel(ViewModel):  # type: ignore[operator]
    """One sheet a visit of this screen: twenty touches on Print are one job.

    `about`: code, `own` for the papers of the person's own case, and `sheet` "pupils" for the lesson
    or "practice" for the slip of a pupil who practised instead.
    """

    textsChanged = Signal()
    sheetChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._own = bool(context.about.get("own", False))
        self._sheet = str(context.about.get("sheet", "checklist"))
        self._key = f"{self._sheet}-{secrets.token_hex(8)}"
        self._job: PrintJob | None = None
        self._picture = ""
        self._refusal: SheetState | None = None
        self._left = False
        self._stop = self._services.printing.watch_jobs(self._told)
        self._services.find.procedure(self._code, self._print)

    def leave(self) -> None:
        self._left = True
        self._services.sheets.forget(self._key)
        self._stop()

    def _print(self, procedure: Procedure | None) -> None:
        if self._left:
            return
        if procedure is None:
            self._way.back()
            return
        document = self._document(procedure)
        self._draw(document)
        self._services.printing.enqueue(document, done=self._queued, failed=self._not_queued)

    def _document(self, procedure: Procedure) -> PrintDocument:
        if self._sheet == "practice":
            return practice_sheet(self._services, procedure, document_id=self._key)
        if self._sheet == "pupils":
            return pupils_sheet(self._services, procedure, document_id=self._key)
        return checklist_sheet(self._services, procedure, document_id=self._key, own=self._own)

    def _queued(self, job: PrintJob) -> None:
        self._job = job
        self.sheetChanged.emit()

    def _not_queued(self, error: Exception) -> None:
        """The disk refuses, too many wait, or the sheet is wiped: the code on the screen is the way on."""
        if not isinstance(error, (SheetGone, StorageError)):
            raise error
        if isinstance(error, SpoolFull):
            self._refusal = SheetState.FULL
        else:
            self._refusal = SheetState.SPENT if isinstance(error, SheetsSpent) else SheetState.LOST
        self.sheetChanged.emit()

    def _state(self) -> SheetState:
        return self._refusal or sheet_state(self._job)

    def _draw(self, document: PrintDocument) -> None:
        self._services.draw_sheet(document, self._drawn)

    def _drawn(self, png: bytes) -> None:
        if self._left:
            return
        self._picture = self._services.sheets.keep(self._key, png)
        self.sheetChanged.emit()

    def _told(self, job: PrintJob) -> None:
        if self._job is not None and job.job_id == self._job.job_id:
            self._job = job
            self.sheetChanged.emit()

    @Slot(bool)
    def answer(self, came_out: bool) -> None:
        """The person looked at the slot: it came out, or it did not and a marked copy is printed."""
        if self._job is not None:
            self._services.printing.answer(
                self._job.job_id, came_out=came_out, done=self._queued, failed=self._not_queued
            )

    @Slot()
    def takeAway(self) -> None:
        """The list as a QR code instead."""
        self._way.instead("take_away", code=self._code, own=self._own)

    @Slot()
    def finish(self) -> None:
        """Back to the procedure; the sheet goes on by itself."""
        self._way.back()

    @Property(str, notify=textsChanged)
    def heading(self) -> str:
        if self._sheet == "practice":
            return translated("PrintSheet", "Em đã tập xong")
        if self._sheet == "pupils":
            return translated("PrintSheet", "Bài tập cho học sinh")
        return translated("PrintSheet", "Giấy tờ cần mang")

    @Property(str, notify=textsChanged)
    def lead(self) -> str:
        if self._sheet == "practice":
            return translated("PrintSheet", "Máy in bài tập. Không gửi và không giữ gì.")
        if self._sheet == "pupils":
            return translated("PrintSheet", "Em làm cùng gia đình. Không gửi đi đâu.")
        return translated("PrintSheet", "Máy in danh sách cho ông/bà.")

    @Property(str, notify=sheetChanged)
    def state(self) -> str:
        """A SheetState by its value: the colours and the place of the paper follow it."""
        return self._state().value

    @Property(str, notify=sheetChanged)
    def title(self) -> str:
        return sheet_words(self._job, self._state())[0]

    @Property(str, notify=sheetChanged)
    def line(self) -> str:
        return sheet_words(self._job, self._state())[1]

    @Property(bool, notify=sheetChanged)
    def asking(self) -> bool:
        return self._state() is SheetState.ASK

    @Property(str, notify=sheetChanged)
    def picture(self) -> str:
        return self._picture

    def retranslate(self) -> None:
        super().retranslate()
        self.sheetChanged.emit()
