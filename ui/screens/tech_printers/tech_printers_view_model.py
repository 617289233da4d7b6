"""T, printers: the one in use with its state and a test page, and others within reach to choose from."""

from collections.abc import Callable

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
NETWORK, ADDRESS, SPARE, REMOVE = "network", "address", "spare", "remove"
VIRTUAL = "virtual"


@QmlElement
@QmlUncreatable("Made by the way")
class TechPrintersViewModel(RowsPageViewModel):  # type: ignore[operator]
    """A printer that was found is chosen, then used or made the spare; taking out is asked once more."""

    stateChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff
        self._desk = self._room.technicians.printers
        self._said: tuple[str, str, str] | None = None
        self._chosen = self._sure = ""
        self._searching = self._gone = False
        self._stop = self.services.printing.watch_condition(lambda _now: self.paint())
        self.paint()

    def arrive(self) -> None:
        self._desk.look(lambda _now: self._paint_again())

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
        choosing = bool(self._chosen)
        return PageWords(
            title=translated("TechPrinters", "Máy in"),
            note=said,
            note_line=line,
            note_kind=kind,
            primary=translated("TechPrinters", "Dùng máy này")
            if choosing
            else translated("TechPrinters", "In trang thử"),
            primary_icon="check" if choosing else "print",
            secondary=translated("TechPrinters", "Làm máy dự phòng")
            if choosing
            else translated("TechPrinters", "Tìm máy in"),
            secondary_icon="swap_horiz" if choosing else "search",
        )

    def make_rows(self) -> list[Row]:
        return [*self._found_rows(), *self._ways_to_find(), *self._taken_out()]

    def _found_rows(self) -> list[Row]:
        chosen = translated("TechPrinters", "Chọn ở dưới")
        use = translated("TechPrinters", "Dùng máy này")
        return [
            Row(
                key=printer.address,
                title=_label(printer),
                line=f"{printer.driver}, {printer.address}",
                icon="usb" if "usb" in printer.driver else "lan" if "net" in printer.driver else "print",
                note=chosen if self._chosen == printer.address else use,
            )
            for printer in self._desk.found or ()
        ]

    def _ways_to_find(self) -> list[Row]:
        return [
            Row(
                key=NETWORK,
                title=translated("TechPrinters", "Hỏi cả mạng này"),
                line=translated("TechPrinters", "Gõ cửa 256 địa chỉ, cổng 9100, vài giây"),
                icon="lan",
            ),
            Row(
                key=ADDRESS,
                title=translated("TechPrinters", "Nhập địa chỉ máy in mạng"),
                line=translated("TechPrinters", "Khi biết địa chỉ của máy in"),
                icon="keyboard",
            ),
        ]

    def _taken_out(self) -> list[Row]:
        now, sure = self._desk.now, translated("TechPrinters", "Chắc chắn bỏ")
        rows = []
        if now is not None and now.spare:
            rows.append(
                Row(
                    key=SPARE,
                    title=translated("TechPrinters", "Máy in dự phòng"),
                    line=now.spare,
                    icon="swap_horiz",
                    note=sure if self._sure == SPARE else translated("TechPrinters", "Bỏ"),
                )
            )
        if now is not None and now.driver != VIRTUAL:
            rows.append(
                Row(
                    key=REMOVE,
                    title=translated("TechPrinters", "Bỏ máy in đang dùng"),
                    line=translated("TechPrinters", "Phiếu chỉ hiện trên màn hình"),
                    icon="print_disabled",
                    note=sure if self._sure == REMOVE else translated("TechPrinters", "Bỏ"),
                )
            )
        return rows

    def retranslate(self) -> None:
        super().retranslate()
        self.stateChanged.emit()

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched."""
        if key == ADDRESS:
            self.way.go("tech_address", key="printer")
        elif key == NETWORK:
            self._search(lambda: self._desk.on_network("", self._know))
        elif key in {SPARE, REMOVE}:
            self._take_out(key)
        else:
            self._chosen, self._sure = "" if self._chosen == key else key, ""
            self.paint()

    @Slot()
    def primary(self) -> None:
        """Use the chosen printer, or print the test page."""
        chosen = self._of(self._chosen)
        if chosen is not None:
            self._desk.use(chosen, self._written)
        else:
            print_test_page(self.services, self._printing)

    @Slot()
    def secondary(self) -> None:
        """Make the chosen printer the spare, or look for printers."""
        chosen = self._of(self._chosen)
        if chosen is not None:
            self._desk.use_as_spare(chosen, self._written)
        else:
            self._search(lambda: self._room.machine.find_printers(self._found))

    def _take_out(self, key: str) -> None:
        if self._sure != key:
            self._sure, self._chosen = key, ""
            self.paint()
        elif key == SPARE:
            self._desk.use_as_spare(None, self._written)
        else:
            self._desk.use(ReachablePrinter(driver=VIRTUAL, address="", label=""), self._written)

    def _of(self, address: str) -> ReachablePrinter | None:
        return next((one for one in self._desk.found or () if one.address == address and address), None)

    def _search(self, ask: Callable[[], None]) -> None:
        if not self._searching:
            self._searching = True
            self.work(busy=True)
            ask()

    def _found(self, found: tuple[ReachablePrinter, ...]) -> None:
        self._desk.add(found)
        self._know(found)

    def _know(self, found: tuple[ReachablePrinter, ...] | None) -> None:
        if self._gone:
            return
        self._searching = False
        if found:
            self._said = None
        else:
            title = translated("TechPrinters", "Không thấy máy in nào khác")
            self._said = (title, translated("TechPrinters", "Xem dây và nguồn rồi tìm lại."), "warning")
        self.work(busy=False)
        self.paint()

    def _paint_again(self) -> None:
        if not self._gone:
            self.paint()

    @Property(str, notify=stateChanged)
    def name(self) -> str:
        return self._desk.now.name if self._desk.now is not None else self._room.printer_name

    @Property(str, notify=stateChanged)
    def address(self) -> str:
        """Driver, address and paper of the printer in use."""
        now = self._desk.now
        width = translated("TechPrinters", "giấy %1 mm")
        paper_mm = now.paper_mm if now is not None else self._room.paper_mm
        where = now.where if now is not None else self._room.printer_address
        return ", ".join(part for part in (where, width.replace("%1", str(paper_mm))) if part)

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

    def _written(self, refusal: str) -> None:
        if self._gone:
            return
        self._chosen = self._sure = ""
        if refusal:
            title = translated("TechPrinters", "Chưa đổi được máy in")
            self._said = (title, refusal, "error")
        else:
            title = translated("TechPrinters", "Đã đổi, dùng từ bây giờ")
            self._said = (title, translated("TechPrinters", "In trang thử để xem."), "success")
        self.paint()


def _label(printer: ReachablePrinter) -> str:
    """Return what was found, in words; a serial line keeps its own."""
    words = {
        "escpos_usb": translated("TechPrinters", "Máy in USB"),
        "escpos_network": translated("TechPrinters", "Máy in mạng"),
        "escpos_file": translated("TechPrinters", "Cổng máy in"),
    }
    return words.get(printer.driver, printer.label)
