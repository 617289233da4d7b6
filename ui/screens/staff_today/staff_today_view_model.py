"""P1, today at a glance: printer, city, data, calls for help, and what there is to do."""

from datetime import UTC, datetime

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.help_calls import HelpCall
from kiosk.ports.printing import PrinterCondition
from kiosk.services.outbox_desk import Waiting
from kiosk.services.sending_rounds import Line, SyncState
from ui.context import ScreenContext
from ui.dates import short_date
from ui.print_words import TROUBLE, printer_remedy, printer_title
from ui.rows import Row, RowModel
from ui.rows_page import PageWords, RowsPageViewModel
from ui.staff_sheets import print_day_report
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

OLD_DATA_DAYS = 30
"""The city publishes each month: older data is worth a look."""


@QmlElement
@QmlUncreatable("Made by the way")
class StaffTodayViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`cards` say how things are, `rows` what to do about them. Follows every change while it is shown."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff
        self._waiting: Waiting | None = None
        self._said = ""
        self._gone = False
        self._cards = RowModel(self)
        self._stops = [
            self.services.printing.watch_condition(lambda _now: self.paint()),
            self.services.help.watch(lambda _call: self.paint()),
            self._room.catalogue.watch(lambda _work: self.paint()),
        ]
        self._stops.append(self._room.outbox.exchange.watch(self._exchanged))

    def arrive(self) -> None:
        self._room.catalogue.look()
        self._room.outbox.look(self._know)

    def leave(self) -> None:
        self._gone = True
        for stop in self._stops:
            stop()

    def paint(self) -> None:
        self._cards.replace([self._printer(), self._city(), self._data(), self._help()])
        super().paint()

    def words(self) -> PageWords:
        count = len(self.make_rows()) + (1 if self._printer_needs_care() else 0)
        title = (
            translated("StaffToday", "Hôm nay có %1 việc cần làm").replace("%1", str(count))
            if count
            else translated("StaffToday", "Hôm nay mọi thứ đều tốt")
        )
        condition = self.services.printing.condition()
        care = self._printer_needs_care()
        return PageWords(
            title=title,
            note=self._said or (printer_words(condition) if care else ""),
            note_line="" if self._said else (printer_todo(condition) if care else ""),
            note_kind="success" if self._said else "warning",
            primary=translated("StaffToday", "Xem dữ liệu mới"),
            primary_icon="sync",
            secondary=translated("StaffToday", "In báo cáo ngày"),
            secondary_icon="print",
        )

    def make_rows(self) -> list[Row]:
        return [*self._calls(), *self._refused(), *self._aside(), *self._staged()]

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched."""
        kind, _, about = key.partition(":")
        if kind == "call":
            self.services.help.answered(int(about))
        elif kind == "refused":
            self.services.printing.refusals_seen()
            self.paint()
        else:
            self.way.go(key)

    @Slot()
    def primary(self) -> None:
        """On to the catalogue."""
        self.way.start("staff_catalogue")

    @Slot()
    def secondary(self) -> None:
        """Print the sheet of the day."""
        self.work(busy=True)
        print_day_report(self.services, self._printing)

    @Property(QObject, constant=True)
    def cards(self) -> RowModel:
        return self._cards

    def _printing(self, words: str) -> None:
        if not self._gone:
            self._said = words
            self.work(busy=False)
            self.paint()

    def _know(self, waiting: Waiting | None) -> None:
        if not self._gone:
            self._waiting = waiting
            self.paint()

    def _exchanged(self, _state: SyncState) -> None:
        self.paint()

    def _printer_needs_care(self) -> bool:
        condition = self.services.printing.condition()
        return condition in TROUBLE or condition is PrinterCondition.PAPER_LOW

    # --- cards ----------------------------------------------------------------------------------

    def _printer(self) -> Row:
        condition = self.services.printing.condition()
        kind = "error" if condition in TROUBLE else "success"
        if condition is PrinterCondition.PAPER_LOW:
            kind = "warning"
        elif condition is PrinterCondition.UNKNOWN:
            kind = "info"
        return Row(
            key="printer",
            title=translated("StaffToday", "Máy in phiếu"),
            icon="print",
            line=printer_words(condition),
            note=printer_todo(condition),
            pigment=kind,
        )

    def _city(self) -> Row:
        state = self._room.outbox.exchange.state()
        waiting = self._waiting.counts.waiting if self._waiting is not None else state.waiting
        line = (
            translated("StaffToday", "%1 phiếu chờ gửi").replace("%1", str(waiting))
            if waiting
            else translated("StaffToday", "Đã gửi hết")
        )
        kind, note = self._line_words(state)
        if waiting and self._waiting is not None and self._waiting.oldest_ms:
            since = self._moment(self._waiting.oldest_ms)
            note = translated("StaffToday", "Chờ từ %1").replace("%1", since)
        return Row(
            key="city",
            title=translated("StaffToday", "Cổng thành phố"),
            icon="cloud_upload",
            line=line,
            note=note,
            pigment=kind,
        )

    def _line_words(self, state: SyncState) -> tuple[str, str]:
        if state.line is Line.ONLINE:
            return "success", translated("StaffToday", "Đang có mạng")
        if state.line is Line.PAUSED:
            return "error", translated("StaffToday", "Cổng từ chối máy này")
        if state.line is Line.NEVER or not state.last_contact_ms:
            return "info", translated("StaffToday", "Chưa nối được lần nào")
        when = self._moment(state.last_contact_ms)
        return "warning", translated("StaffToday", "Mất mạng, nối lần cuối %1").replace("%1", when)

    def _data(self) -> Row:
        info = self.services.catalogue()
        if info is None:
            taken, kind, note = "…", "info", translated("StaffToday", "Đang mở dữ liệu")
        else:
            days = max(0, (self.services.clock.now().date() - info.taken_at).days)
            taken, kind = short_date(info.taken_at), "warning" if days > OLD_DATA_DAYS else "success"
            words = (
                translated("StaffToday", "Đã %1 ngày, nên thay")
                if days > OLD_DATA_DAYS
                else translated("StaffToday", "Đã %1 ngày, còn dùng tốt")
            )
            note = words.replace("%1", str(days))
        return Row(
            key="data",
            title=translated("StaffToday", "Dữ liệu thủ tục"),
            icon="menu_book",
            line=taken,
            note=note,
            pigment=kind,
        )

    def _help(self) -> Row:
        today = self.services.clock.now().date()
        calls = [call for call in self.services.help.calls() if call.called_at.date() == today]
        open_calls = sum(not call.is_answered for call in calls)
        answered = translated("StaffToday", "Đã giúp xong cả")
        waiting = translated("StaffToday", "%1 người đang đợi").replace("%1", str(open_calls))
        return Row(
            key="help",
            title=translated("StaffToday", "Gọi giúp hôm nay"),
            icon="support_agent",
            line=translated("StaffToday", "%1 lần").replace("%1", str(len(calls))),
            note=waiting if open_calls else answered,
            pigment="warning" if open_calls else "success",
        )

    # --- rows -----------------------------------------------------------------------------------

    def _calls(self) -> list[Row]:
        return [self._call(call) for call in self.services.help.calls() if not call.is_answered]

    def _call(self, call: HelpCall) -> Row:
        return Row(
            key=f"call:{call.call_id}",
            title=translated("StaffToday", "Có người gọi giúp"),
            line=translated("StaffToday", "Gọi lúc %1").replace("%1", f"{call.called_at:%H:%M}"),
            icon="support_agent",
            pigment="amber",
            note=translated("StaffToday", "Đã đến giúp"),
        )

    def _refused(self) -> list[Row]:
        count = self.services.printing.refused()
        if not count:
            return []
        title = translated("StaffToday", "%1 phiếu không in: đã đủ số cho phép")
        return [
            Row(
                key="refused",
                title=title.replace("%1", str(count)),
                line=translated("StaffToday", "Xem có ai nghịch máy, hoặc tăng mức cho phép."),
                icon="print",
                pigment="amber",
                note=translated("StaffToday", "Đã xem"),
            )
        ]

    def _aside(self) -> list[Row]:
        count = len(self._waiting.aside) if self._waiting is not None else 0
        if not count:
            return []
        return [
            Row(
                key="staff_parked",
                title=translated("StaffToday", "%1 phiếu cần cán bộ xem").replace("%1", str(count)),
                line=translated("StaffToday", "Cổng chưa nhận. Xem lý do và cách làm."),
                icon="error",
                pigment="rose",
            )
        ]

    def _staged(self) -> list[Row]:
        work = self._room.catalogue.work()
        if not any(entry.state == "staged" for entry in work.versions):
            return []
        return [
            Row(
                key="staff_catalogue",
                title=translated("StaffToday", "Có bản dữ liệu chờ duyệt"),
                line=translated("StaffToday", "Xem thay đổi rồi duyệt trong mục Dữ liệu."),
                icon="sync",
                pigment="sky",
            )
        ]

    def _moment(self, at_ms: int) -> str:
        now = self.services.clock.now()
        moment = datetime.fromtimestamp(at_ms / 1000, tz=UTC).astimezone(now.tzinfo)
        return f"{moment:%H:%M}" if moment.date() == now.date() else f"{moment:%H:%M, %d/%m}"


def printer_words(condition: PrinterCondition) -> str:
    """Return what the printer is, for staff."""
    if condition is PrinterCondition.PAPER_LOW:
        return translated("StaffToday", "Máy in còn ít giấy")
    if condition is PrinterCondition.READY:
        return translated("StaffToday", "Máy in sẵn sàng")
    return printer_title(condition)


def printer_todo(condition: PrinterCondition) -> str:
    """Return what staff do about it."""
    if condition is PrinterCondition.PAPER_LOW:
        return translated("StaffToday", "Thay cuộn giấy trong hôm nay")
    if condition is PrinterCondition.READY:
        return translated("StaffToday", "In được")
    return printer_remedy(condition)
