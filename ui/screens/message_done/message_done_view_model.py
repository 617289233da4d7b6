"""What was left is kept: the code to find the answer with, and what is true about paper and sending."""

from typing import cast

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.dossiers import DossierState
from kiosk.domain.messages import KeptMessage, MessageKind, format_answer_code
from ui.context import ScreenContext
from ui.message_words import kept_title
from ui.side_sheet import SideSheet
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class MessageDoneViewModel(ViewModel):  # type: ignore[operator]
    """`about`: `kept`. The code stands here and on the sheet, nowhere else."""

    textsChanged = Signal()
    sheetChanged = Signal()
    stateChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._kept = cast("KeptMessage", context.about["kept"])
        self._sheet = SideSheet(self._services.printing, self.sheetChanged.emit)
        self._sent = DossierState.QUEUED
        self._unfollow = self._services.follow.watch(self._kept.message_id, self._moved)
        if self._kept.print_job_id:
            self._sheet.follow(self._kept.print_job_id)

    def leave(self) -> None:
        self._sheet.stop()
        self._unfollow()

    def _moved(self, state: DossierState) -> None:
        self._sent = state
        self.stateChanged.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.sheetChanged.emit()
        self.stateChanged.emit()

    @Slot()
    def goOn(self) -> None:
        """Do something else here."""
        self._way.home()

    @Slot()
    def finish(self) -> None:
        """Done: wipe everything of this person."""
        self._way.end_visit()

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return kept_title(self._kept.kind)

    @Property(str, constant=True)
    def code(self) -> str:
        return format_answer_code(self._kept.code)

    @Property(str, constant=True)
    def payload(self) -> str:
        return f"HNQ1:{self._kept.code}"

    @Property(bool, constant=True)
    def answered(self) -> bool:
        """Whether a person comes back for an answer."""
        return bool(self._kept.code) and self._kept.kind is not MessageKind.FAULT

    @Property(str, notify=textsChanged)
    def codeLine(self) -> str:
        if self._kept.kind is MessageKind.FAULT:
            return translated("MessageDone", "Cán bộ sẽ xem máy khi nhận được lời báo.")
        if self._kept.kind is MessageKind.WITHDRAWAL:
            return translated("MessageDone", "Phiếu chưa rút xong. Ông/bà tra lại số phiếu để biết.")
        return translated("MessageDone", "Ông/bà giữ mã này để xem câu trả lời.")

    @Property(bool, notify=stateChanged)
    def sent(self) -> bool:
        """True only after the portal's verified acknowledgement."""
        return self._sent is DossierState.SENT

    @Property(str, notify=stateChanged)
    def sendingLine(self) -> str:
        if self._sent is DossierState.SENT:
            return translated("MessageDone", "Cổng đã nhận. Ông/bà không phải làm lại.")
        if self._sent is DossierState.PARKED:
            return translated("MessageDone", "Máy chưa gửi được. Mời ông/bà báo cán bộ.")
        return translated("MessageDone", "Máy đã giữ, sẽ tự gửi. Ông/bà không phải làm lại.")

    @Property(str, notify=sheetChanged)
    def sheetLine(self) -> str:
        return self._sheet.words()
