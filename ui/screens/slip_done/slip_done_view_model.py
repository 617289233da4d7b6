"""S9, the number on the screen, the slip on its way, and what is true about sending."""

from typing import cast

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.dossiers import ConfirmedDossier, DossierState
from kiosk.domain.numbering import receipt_lines
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import PrintJob
from kiosk.domain.receipts import as_copy, slip_code
from kiosk.ports.outbox import StorageError
from kiosk.services.print_document import SheetGone
from ui.context import ScreenContext
from ui.dates import short_date
from ui.facts import place_fact
from ui.print_words import SheetState, sheet_state, sheet_words
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class SlipDoneViewModel(ViewModel):  # type: ignore[operator]
    """Shown only after the commit. Says "sent" only after the portal's verified acknowledgement."""

    textsChanged = Signal()
    sheetChanged = Signal()
    stateChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._dossier = cast("ConfirmedDossier", context.about["dossier"])
        self._sheet = cast("PrintDocument | None", context.about.get("sheet"))
        self._key = f"slip-{self._dossier.receipt_no}"
        self._picture = ""
        self._copy_refused = self._left = False
        self._job: PrintJob | None = None
        self._sent = DossierState.QUEUED
        self._procedure: Procedure | None = None
        self._services.find.procedure(context.text_about("code"), self._found)
        self._job_id = self._dossier.print_job_id
        self._stop = self._services.printing.watch_jobs(self._told)
        self._unfollow = self._services.follow.watch(self._dossier.dossier_id, self._moved)
        if self._sheet is not None:
            self._services.draw_sheet(self._sheet, self._drawn)

    def leave(self) -> None:
        self._left = True
        self._services.sheets.forget(self._key)
        self._stop()
        self._unfollow()

    def retranslate(self) -> None:
        super().retranslate()
        self.sheetChanged.emit()
        self.stateChanged.emit()

    def _found(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self.textsChanged.emit()

    def _drawn(self, png: bytes) -> None:
        if self._left:
            return
        self._picture = self._services.sheets.keep(self._key, png)
        self.sheetChanged.emit()

    def _told(self, job: PrintJob) -> None:
        if job.job_id == self._job_id:
            self._job = job
            self.sheetChanged.emit()

    def _queued(self, job: PrintJob) -> None:
        self._job_id, self._job = job.job_id, job
        self.sheetChanged.emit()

    def _moved(self, state: DossierState) -> None:
        self._sent = state
        self.stateChanged.emit()

    @Slot()
    def reprint(self) -> None:
        """One more slip, marked as a copy, on the person's own wish.

        The journal wipes a sheet once it is printed; the visit still holds it.
        """
        if self._sheet is not None:
            self._sheet = as_copy(self._sheet, copy_no=self._sheet.copy_no + 1)
            self._services.printing.enqueue(self._sheet, done=self._queued, failed=self._no_copy)

    def _no_copy(self, error: Exception) -> None:
        """The sheet is wiped already, or the disk refuses: the number on the screen stays the witness."""
        if not isinstance(error, (SheetGone, StorageError)):
            raise error
        self._copy_refused = True
        self.sheetChanged.emit()

    @Slot(bool)
    def answer(self, came_out: bool) -> None:
        """The person looked at the slot."""
        if self._job is not None:
            self._services.printing.answer(
                self._job.job_id, came_out=came_out, done=self._queued, failed=self._no_copy
            )

    @Slot()
    def finish(self) -> None:
        """Done: wipe everything of this person, then ask how it went, in the language they read."""
        self._services.visit.wipe()
        self._services.find.forget_search()
        self._services.aloud.forget()
        self._way.home()
        self._way.go("rate", last=True)

    @Property(str, constant=True)
    def numberFirst(self) -> str:
        return receipt_lines(self._dossier.receipt_no)[0]

    @Property(str, constant=True)
    def numberSecond(self) -> str:
        return receipt_lines(self._dossier.receipt_no)[1]

    @Property(str, constant=True)
    def lookupCode(self) -> str:
        return self._dossier.lookup_code

    @Property(str, constant=True)
    def payload(self) -> str:
        return slip_code(self._dossier.receipt_no, self._dossier.dossier_id)

    @Property(bool, constant=True)
    def demo(self) -> bool:
        return self._services.demo

    @Property(str, notify=textsChanged)
    def dateText(self) -> str:
        return translated("SlipDone", "Ngày %1").replace("%1", short_date(self._dossier.created_at.date()))

    @Property(str, notify=textsChanged)
    def matter(self) -> str:
        text = self._procedure.text(self._services.language()) if self._procedure is not None else None
        return text.name if text is not None else ""

    @Property(str, notify=textsChanged)
    def place(self) -> str:
        if self._procedure is None:
            return ""
        text = self._procedure.text(self._services.language())
        return place_fact(self._procedure, text, self._services.hall).headline

    @Property(str, notify=sheetChanged)
    def sheetState(self) -> str:
        return sheet_state(self._job).value

    @Property(str, notify=sheetChanged)
    def sheetTitle(self) -> str:
        return sheet_words(self._job, sheet_state(self._job))[0]

    @Property(str, notify=sheetChanged)
    def sheetLine(self) -> str:
        return sheet_words(self._job, sheet_state(self._job))[1]

    @Property(bool, notify=sheetChanged)
    def asking(self) -> bool:
        return sheet_state(self._job) is SheetState.ASK

    @Property(bool, notify=sheetChanged)
    def canReprint(self) -> bool:
        return (
            self._sheet is not None
            and not self._copy_refused
            and sheet_state(self._job) in {SheetState.DONE, SheetState.CHECK}
        )

    @Property(str, notify=sheetChanged)
    def picture(self) -> str:
        return self._picture

    @Property(bool, notify=stateChanged)
    def sent(self) -> bool:
        return self._sent is DossierState.SENT

    @Property(str, notify=stateChanged)
    def sentText(self) -> str:
        if self._sent is DossierState.SENT:
            return translated("SlipDone", "Cổng đã nhận phiếu khai. Ông/bà không phải làm lại.")
        if self._sent is DossierState.PARKED:
            return translated("SlipDone", "Máy đã giữ phiếu khai. Mời ông/bà đưa phiếu cho cán bộ.")
        return translated("SlipDone", "Máy đã giữ, sẽ tự gửi. Ông/bà không phải làm lại.")
