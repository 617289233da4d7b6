"""T, printers: the one in use with its state and a test page, and others within reach to choose from."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ports.printing import PrinterCondition
from kiosk.services.machine_desk import ReachablePrinter
from ui.context import ScreenContext
from ui.print_words import TROUBLE, printer_remedy, printer_title
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.staff_sheets import print_test_page
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechPrintersViewModel(RowsPageViewModel):  # type: ignore[operator]
    """A printer that is chosen is asked about once more, then written into the settings."""

    stateChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff
        self._found: tuple[ReachablePrinter, ...] | None = None
        self._said: tuple[str, str, str] | None = None
        self._asked = ""
        self._gone = False
        self._stop = self.services.printing.watch_condition(lambda _now: self.paint())
        self.paint()

    def leave(self) -> None:
        self._gone = True
        self._stop()

    def paint(self) -> None:
        super().paint()
        self.stateChanged.emit()

    def words(self) -> PageWords:
        said, line, kind = self._said or (
            translated("TechPrinters", "Trang thử đúng khi đọc được: Ễ Ẵ Ự Ỹ đ"),
            translated("TechPrinters", "Vạch ngang chạm hai mép. Mã QR quét được."),
            "info",
        )
        searched = self._found is not None
        return PageWords(
            title=translated("TechPrinters", "Máy in"),
            note=said,
            note_line=line,
            note_kind=kind,
            empty=translated("TechPrinters", "Không thấy máy in nào khác") if searched else "",
            empty_line=translated("TechPrinters", "Xem dây USB và nguồn rồi tìm lại.") if searched else "",
            primary=translated("TechPrinters", "In trang thử"),
            primary_icon="print",
            secondary=translated("TechPrinters", "Tìm máy in"),
            secondary_icon="search",
        )

    def make_rows(self) -> list[Row]:
        use = translated("TechPrinters", "Dùng máy này")
        sure = translated("TechPrinters", "Chắc chắn dùng")
        return [
            Row(
                key=str(number),
                title=printer.label,
                line=f"{printer.driver}, {printer.address}",
                icon="usb" if "usb" in printer.driver else "print",
                note=sure if self._asked == str(number) else use,
            )
            for number, printer in enumerate(self._found or ())
        ]

    def retranslate(self) -> None:
        super().retranslate()
        self.stateChanged.emit()

    @Slot(str)
    def open(self, key: str) -> None:
        """Choose a printer: asked once more."""
        if self._found is None:
            return
        if self._asked != key:
            self._asked = key
            self.paint()
            return
        self._asked = ""
        self._room.machine.choose_printer(self._found[int(key)], self._chosen)

    @Slot()
    def primary(self) -> None:
        """Print the test page."""
        print_test_page(self.services, self._printing)

    @Slot()
    def secondary(self) -> None:
        """Look for printers."""
        self.work(busy=True)
        self._room.machine.find_printers(self._know)

    @Property(str, notify=stateChanged)
    def name(self) -> str:
        return self._room.printer_name

    @Property(str, notify=stateChanged)
    def address(self) -> str:
        """Driver, address and paper of the printer in use."""
        width = translated("TechPrinters", "giấy %1 mm").replace("%1", str(self._room.paper_mm))
        return ", ".join(part for part in (self._room.printer_address, width) if part)

    @Property(str, notify=stateChanged)
    def state(self) -> str:
        condition = self.services.printing.condition()
        if condition is PrinterCondition.PAPER_LOW:
            return translated("TechPrinters", "Còn ít giấy")
        if condition is PrinterCondition.READY:
            return translated("TechPrinters", "Sẵn sàng")
        return printer_title(condition)

    @Property(str, notify=stateChanged)
    def remedy(self) -> str:
        condition = self.services.printing.condition()
        return printer_remedy(condition) if condition in TROUBLE else ""

    @Property(str, notify=stateChanged)
    def kind(self) -> str:
        """The look of the state: success, warning, error or info."""
        condition = self.services.printing.condition()
        if condition in TROUBLE:
            return "error"
        kinds = {PrinterCondition.READY: "success", PrinterCondition.PAPER_LOW: "warning"}
        return kinds.get(condition, "info")

    def _printing(self, words: str) -> None:
        if not self._gone:
            look = translated("TechPrinters", "Xem trang vừa ra có đủ chữ không.")
            self._said = (words, look, "success")
            self.paint()

    def _chosen(self, refusal: str) -> None:
        if self._gone:
            return
        if refusal:
            title = translated("TechPrinters", "Chưa đổi được máy in")
            self._said = (title, refusal, "error")
        else:
            title = translated("TechPrinters", "Đã ghi vào cài đặt")
            self._said = (title, translated("TechPrinters", "Khởi động lại máy để dùng."), "success")
        self.paint()

    def _know(self, found: tuple[ReachablePrinter, ...]) -> None:
        if not self._gone:
            self._found = found
            self.work(busy=False)
            self.paint()
