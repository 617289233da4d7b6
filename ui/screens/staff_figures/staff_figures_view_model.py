"""P5: how much the kiosk is used, in bars and a list; nothing of anybody."""

from functools import partial

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.usage import UsageCount, UsageKind, by_day, by_procedure
from kiosk.services.write_to_stick import Written
from ui.context import ScreenContext
from ui.procedure_names import plain_name
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.stick_words import Told, copying, told
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_DAYS = 30
_BARS = 14
_TOP = 20


@QmlElement
@QmlUncreatable("Made by the way")
class StaffFiguresViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`bars` are the visits of the last 14 days, oldest first; rows the procedures of the last 30."""

    barsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._counts: tuple[UsageCount, ...] | None = ()
        self._names: dict[str, str] = {}
        self._said: Told = ("", "", "info")
        self._gone = False
        self.paint()
        self.services.staff.usage.counts(_DAYS, self._know)

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        visits = sum(count.times for count in self._counts or () if count.kind is UsageKind.VISIT)
        title = translated("StaffFigures", "%1 lượt dùng trong 30 ngày").replace("%1", str(visits))
        said, said_line, kind = self._said
        if self._counts is None:
            said, said_line, kind = translated("StaffFigures", "Chưa đọc được số liệu"), "", "error"
        return PageWords(
            title=title,
            line=translated("StaffFigures", "Chỉ đếm lượt, không ghi ai đã dùng."),
            note=said,
            note_line=said_line,
            note_kind=kind,
            empty=translated("StaffFigures", "Chưa có thủ tục nào được xem"),
            primary=translated("StaffFigures", "Chép ra USB"),
            primary_icon="usb",
        )

    def make_rows(self) -> list[Row]:
        times = translated("StaffFigures", "%1 lượt xem")
        return [
            Row(
                key=code,
                title=self._names.get(code, code),
                line=code,
                note=times.replace("%1", str(count)),
                icon="bar_chart",
            )
            for code, count in by_procedure(self._counts or ())[:_TOP]
        ]

    @Slot()
    def primary(self) -> None:
        """Copy the figures to a stick."""
        self._said = copying()
        self.work(busy=True)
        self.paint()
        self.services.staff.usage.to_stick(self._counts or (), self._copied)

    @Property("QVariantList", notify=barsChanged)  # type: ignore[arg-type]
    def bars(self) -> list[int]:
        last = self.services.clock.now().date()
        return list(by_day(self._counts or (), UsageKind.VISIT, last=last, days=_BARS))

    def _copied(self, written: Written) -> None:
        if not self._gone:
            self._said = told(written)
            self.work(busy=False)
            self.paint()

    def _know(self, counts: tuple[UsageCount, ...] | None) -> None:
        if self._gone:
            return
        self._counts = counts
        self.barsChanged.emit()
        self.paint()
        for code, _count in by_procedure(counts or ())[:_TOP]:
            self.services.find.procedure(code, partial(self._named, code))

    def _named(self, code: str, procedure: Procedure | None) -> None:
        if procedure is not None and not self._gone:
            self._names[code] = plain_name(procedure, self.services.language())
            self.paint()
