"""A small sheet printed beside what the screen says: one job, and one true line about it."""

from collections.abc import Callable

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import PrintJob
from kiosk.ports.outbox import StorageError
from kiosk.services.print_document import PrintDocuments, SheetGone
from ui.print_words import SheetState, sheet_state
from ui.view_model import translated


class SideSheet:
    """Prints at most one sheet; `changed` is called whenever `words` may say something else."""

    def __init__(self, printing: PrintDocuments, changed: Callable[[], None]) -> None:
        self._printing, self._changed = printing, changed
        self._asked = self._refused = self._stopped = False
        self._job_id = ""
        self._job: PrintJob | None = None
        self._unwatch = printing.watch_jobs(self._told)

    def stop(self) -> None:
        """The screen is gone; the sheet goes on by itself."""
        self._stopped = True
        self._unwatch()

    @property
    def may_print(self) -> bool:
        """Whether a touch on Print does something."""
        return not self._asked

    def print(self, document: PrintDocument) -> None:
        """Print, the first time it is asked for."""
        if not self._asked:
            self._asked = True
            self._printing.enqueue(document, done=self._queued, failed=self._not_queued)
            self._changed()

    def follow(self, job_id: str) -> None:
        """Follow a sheet that was bound with what was kept; an empty id is none."""
        self._asked = True
        self._job_id = job_id
        self._changed()

    def words(self) -> str:
        """Return what is true about the sheet; empty before one was asked for."""
        if not self._asked:
            return ""
        state = SheetState.LOST if self._refused else sheet_state(self._job)
        return {
            SheetState.WAITING: translated("SideSheet", "Máy đang chuẩn bị in."),
            SheetState.COMING: translated("SideSheet", "Phiếu đang ra."),
            SheetState.DONE: translated("SideSheet", "Phiếu đã ra. Mời ông/bà lấy phiếu."),
            SheetState.CHECK: translated("SideSheet", "Mời ông/bà xem khe giấy, lấy phiếu."),
            SheetState.ASK: translated("SideSheet", "Mời ông/bà xem khe giấy, lấy phiếu."),
            SheetState.TROUBLE: translated("SideSheet", "Máy in đang vướng. Ông/bà ghi lại số nhé."),
        }.get(state, translated("SideSheet", "Chưa in được. Ông/bà ghi lại số nhé."))

    def _queued(self, job: PrintJob) -> None:
        self._job_id, self._job = job.job_id, job
        self._tell()

    def _not_queued(self, error: Exception) -> None:
        if not isinstance(error, (SheetGone, StorageError)):
            raise error
        self._refused = True
        self._tell()

    def _told(self, job: PrintJob) -> None:
        if self._job_id and job.job_id == self._job_id:
            self._job = job
            self._tell()

    def _tell(self) -> None:
        if not self._stopped:
            self._changed()
