"""S12, where a pre-registration stands: the state in plain words, the way behind and ahead, its age."""

import secrets
from datetime import datetime
from typing import cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.counter_sheets import tracking_document
from kiosk.domain.numbering import format_receipt
from kiosk.domain.official_reprint import issued_again
from kiosk.domain.portal_data import holiday_on
from kiosk.domain.practice_sheet import as_practice
from kiosk.domain.tracking import StatusWords, Tracked, TrackingSource, tracked_words
from kiosk.domain.tracking_steps import Progress, Step, steps_of
from ui.context import ScreenContext
from ui.dates import short_date
from ui.rows import Row, RowModel
from ui.side_sheet import SideSheet
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_KINDS = {"good": "success", "wait": "info", "act": "warning", "end": "error"}


@QmlElement
@QmlUncreatable("Made by the way")
class TrackResultViewModel(ViewModel):  # type: ignore[operator]
    """`about`: `tracked`, and the `code` it was asked with.

    The due day and the officer's note are the portal's words, never ours.
    """

    textsChanged = Signal()
    sheetChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._tracked = cast("Tracked", context.about["tracked"])
        self._code = str(context.about.get("code", ""))
        self._procedure: Procedure | None = None
        self._left = False
        self._rows = RowModel(self)
        self._sheet = SideSheet(self._services.printing, self.sheetChanged.emit)
        self._paint()
        if self._tracked.status.procedure_code:
            self._services.find.procedure(self._tracked.status.procedure_code, self._found)

    def leave(self) -> None:
        self._left, self._code = True, ""
        self._sheet.stop()
        self._rows.replace([])

    def retranslate(self) -> None:
        super().retranslate()
        self._paint()
        self.sheetChanged.emit()

    def _found(self, procedure: Procedure | None) -> None:
        if procedure is None or self._left:
            return
        self._procedure = procedure
        self.textsChanged.emit()

    def _paint(self) -> None:
        # What must be done and by when stands before the way: a list turns pages, and few turn them.
        self._rows.replace([*self._urgent(), *self._steps(), *self._kept_facts()])

    def _steps(self) -> list[Row]:
        states = steps_of(self._tracked)
        return [
            Row(
                key=state.step.value,
                title=_step_words(state.step, state.progress),
                line=self._plain().next_step if state.progress is Progress.NOW else "",
                note=state.progress.value,
                marked=number == len(states) - 1,
            )
            for number, state in enumerate(states)
        ]

    def _urgent(self) -> list[Row]:
        due = self._tracked.status.due
        todo = "" if steps_of(self._tracked) else self._plain().next_step
        return _fact_rows(
            ("todo", translated("TrackResult", "Việc tiếp theo"), todo),
            ("note", translated("TrackResult", "Cán bộ ghi"), self._tracked.note),
            ("due", translated("TrackResult", "Hẹn trả kết quả"), _moment(due) if due else ""),
            ("closed", translated("TrackResult", "Ngày hẹn là ngày nghỉ"), self._closed_then()),
        )

    def _kept_facts(self) -> list[Row]:
        return _fact_rows(
            ("code", translated("TrackResult", "Mã hồ sơ"), self._tracked.status.dossier_code),
        )

    def _may_withdraw(self) -> bool:
        return bool(self._code) and self._tracked.may_withdraw and not self._services.visit.practice

    def _closed_then(self) -> str:
        """What to do where the hall is closed on the portal's due day; the day is never ours to move."""
        due = self._tracked.status.due
        holiday = holiday_on(self._services.news.board(), due.date()) if due else None
        if holiday is None:
            return ""
        name = holiday.name_en if self._services.language() == "en" and holiday.name_en else holiday.name
        return translated("TrackResult", "%1. Ông/bà đến vào ngày làm việc sau đó.").replace("%1", name)

    def _name(self) -> str:
        if self._procedure is None:
            return ""
        text = self._procedure.text(self._services.language())
        return text.name if text is not None else self._procedure.name

    def _plain(self) -> StatusWords:
        return tracked_words(self._tracked, self._services.language())

    @Slot()
    def printState(self) -> None:
        """Print the tracking sheet: once, however often it is touched."""
        language, plain = self._services.language(), self._plain()
        rung = self._services.ladder.rung(self._tracked.status.procedure_code)
        sheet = tracking_document(
            self._services.hall,
            language=language,
            receipt_no=self._tracked.status.receipt_no,
            state=plain.title,
            next_step=plain.next_step,
            as_of=self._tracked.as_of,
            printed_at=self._services.clock.now(),
            document_id=f"tracking-{secrets.token_hex(8)}",
            procedure=self._name(),
            issued=issued_again(self._tracked, rung, language),
            kiosk=self._services.kiosk_name,
            demo=self._services.demo,
        )
        self._sheet.print(as_practice(sheet) if self._services.visit.practice else sheet)

    @Slot()
    def withdraw(self) -> None:
        """Ask what withdrawing means, before anything is asked for."""
        if self._may_withdraw():
            self._way.go("withdraw", tracked=self._tracked, code=self._code)

    @Slot()
    def another(self) -> None:
        """Follow another number."""
        self._services.visit.of_form("tracking").clear()
        self._way.home()
        self._way.go("track")

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(str, constant=True)
    def number(self) -> str:
        return format_receipt(self._tracked.status.receipt_no)

    @Property(str, notify=textsChanged)
    def matter(self) -> str:
        return self._name()

    @Property(str, notify=textsChanged)
    def age(self) -> str:
        """Who says it, and when it was true."""
        said = {
            TrackingSource.PORTAL: translated("TrackResult", "Cổng vừa trả lời, lúc %1"),
            TrackingSource.CACHE: translated("TrackResult", "Chưa hỏi được Cổng. Thông tin lúc %1"),
            TrackingSource.HERE: translated("TrackResult", "Phiếu còn ở máy này, khai lúc %1"),
        }[self._tracked.source]
        return said.replace("%1", _moment(self._tracked.as_of))

    @Property(bool, constant=True)
    def old(self) -> bool:
        """True where this machine's memory speaks instead of the portal."""
        return self._tracked.source is TrackingSource.CACHE

    @Property(str, notify=textsChanged)
    def state(self) -> str:
        return self._plain().title

    @Property(str, notify=textsChanged)
    def meaning(self) -> str:
        return self._plain().meaning

    @Property(str, notify=textsChanged)
    def kind(self) -> str:
        """The colours and sign of the state: success, info, warning or error."""
        return _KINDS[self._plain().tone]

    @Property(bool, notify=sheetChanged)
    def canPrint(self) -> bool:
        return self._sheet.may_print

    @Property(bool, constant=True)
    def canWithdraw(self) -> bool:
        """True for a slip no officer has taken yet; never in a pupil's visit."""
        return self._may_withdraw()

    @Property(str, notify=sheetChanged)
    def sheetLine(self) -> str:
        return self._sheet.words()


def _fact_rows(*told: tuple[str, str, str]) -> list[Row]:
    """Return (key, title, text) as rows, those without a text left out."""
    return [Row(key=f"fact-{key}", title=title, line=text) for key, title, text in told if text]


def _moment(moment: datetime) -> str:
    return f"{moment:%H:%M}, {short_date(moment.date())}"


def _step_words(step: Step, progress: Progress) -> str:
    done = progress is Progress.DONE
    return {
        Step.DECLARED: translated("TrackResult", "Phiếu khai đã đến nơi")
        if done
        else translated("TrackResult", "Máy đang giữ phiếu khai"),
        Step.RECEIVED: translated("TrackResult", "Cán bộ đã nhận hồ sơ")
        if done
        else translated("TrackResult", "Chờ cán bộ nhận hồ sơ"),
        Step.WORKED_ON: translated("TrackResult", "Cơ quan đã giải quyết")
        if done
        else translated("TrackResult", "Cơ quan giải quyết"),
        Step.SETTLED: translated("TrackResult", "Đã có kết quả")
        if done
        else translated("TrackResult", "Chờ ông/bà nhận kết quả"),
        Step.HANDED_OVER: translated("TrackResult", "Đã trả kết quả"),
    }[step]
