"""Withdrawing a slip no officer has taken yet: what it means, then one touch keeps the request."""

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import KeptMessage, Message, MessageKind
from kiosk.domain.numbering import format_receipt
from kiosk.domain.tracking import Tracked
from kiosk.ports.outbox import StorageError
from kiosk.ports.vault import KeysUnusable
from kiosk.services.submit_dossier import new_token
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.slips import withdrawal_slip
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
CONSENT_VERSION = "withdrawal-2026-11"


@QmlElement
@QmlUncreatable("Made by the way")
class WithdrawViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `tracked` and the `code` that opened it. Two touches on the button are one request."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._tracked = cast("Tracked", context.about["tracked"])
        self._code = context.text_about("code")
        self._token = new_token()
        self._asking = self._refused = self._left = False
        self.paint()

    def leave(self) -> None:
        self._left, self._code = True, ""
        if not self._asking:
            self.services.messages.forget(self._token)

    def words(self) -> PageWords:
        number = format_receipt(self._tracked.status.receipt_no)
        return PageWords(
            title=translated("Withdraw", "Rút phiếu %1?").replace("%1", number),
            line=translated("Withdraw", "Cán bộ chưa nhận phiếu này, ông/bà có thể rút."),
            icon="undo",
            pigment="stone",
            note=translated("Withdraw", "Máy chưa giữ được yêu cầu rút") if self._refused else "",
            note_line=translated("Withdraw", "Phiếu vẫn còn nguyên. Mời gọi cán bộ."),
            note_kind="error",
            primary=translated("Withdraw", "Rút phiếu này"),
            primary_icon="check",
            secondary=translated("Withdraw", "Giữ phiếu"),
            secondary_icon="arrow_back",
        )

    def make_rows(self) -> list[Row]:
        told = (
            (translated("Withdraw", "Cổng nhận yêu cầu, rồi xoá điều ông/bà đã khai."), "delete"),
            (translated("Withdraw", "Phiếu đã rút thì không lấy lại được."), "block"),
            (translated("Withdraw", "Vẫn cần làm việc này thì khai phiếu mới."), "edit"),
        )
        return [
            Row(key=str(number), title=line, icon=icon) for number, (line, icon) in enumerate(told, start=1)
        ]

    @Slot()
    def primary(self) -> None:
        """Ask for it: kept for good, then sent."""
        if self._asking or self._left or not self._code:
            return
        self._asking, self._refused = True, False
        self.work(busy=True)
        self.services.messages.leave(
            Message(
                kind=MessageKind.WITHDRAWAL,
                topic=self._tracked.dossier_id,
                choice=self._code,
                language=self.services.language(),
                consent_version=CONSENT_VERSION,
            ),
            token=self._token,
            build_slip=withdrawal_slip(self.services, self._tracked.status.receipt_no),
            done=self._kept,
            failed=self._not_kept,
        )

    @Slot()
    def secondary(self) -> None:
        """Keep the slip."""
        self.way.back()

    def _kept(self, kept: KeptMessage) -> None:
        self._asking = False
        self.services.messages.forget(self._token)
        if self._left:
            return
        self.services.visit.of_form("tracking").clear()
        self.way.home()
        self.way.go("message_done", kept=kept)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, (StorageError, KeysUnusable)):
            raise error
        self._asking, self._refused = False, True
        if self._left:
            self.services.messages.forget(self._token)
            return
        self.work(busy=False)
        self.paint()
