"""T1, the scanner: how it is connected, and whether it reads; nothing that it reads of a person is shown."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.identity_card import VIETNAMESE_LETTERS, IdentityCard, parse_card_qr
from kiosk.services.machine_desk import ReachablePrinter
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
SAMPLE = "HNKIOSK-MAU-QUET|Nguyễn Ễ Ẵ Ự Ỹ đ"
"""Shown on the glass as a code: eight letters that a scanner with the wrong letters spoils."""


@QmlElement
@QmlUncreatable("Made by the way")
class TechScanViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Watches what is scanned while it is shown, says what kind of thing it was, and forgets it."""

    codeChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff
        self._lines: tuple[ReachablePrinter, ...] = ()
        self._said: tuple[str, str, str] | None = None
        self._gone = False
        self._stop = self.services.scans.watch(self._scanned)
        self.paint()

    def arrive(self) -> None:
        self._room.machine.find_serial_lines(self._know)

    def leave(self) -> None:
        self._gone = True
        self._stop()

    def words(self) -> PageWords:
        title, line, kind = self._said or ("", "", "info")
        return PageWords(
            title=translated("TechScan", "Máy quét mã"),
            line=translated("TechScan", "Chọn cách nối, rồi quét mã trên màn hình."),
            icon="qr_code_scanner",
            pigment="stone",
            note=title,
            note_line=line,
            note_kind=kind,
        )

    def make_rows(self) -> list[Row]:
        kind, port = self.services.scanner.kind, self.services.scanner.port
        rows = [
            _row("none", translated("TechScan", "Không có máy quét"), "", is_on=kind == "none"),
            _row(
                "keyboard",
                translated("TechScan", "Quét như gõ bàn phím"),
                translated("TechScan", "Cắm USB là dùng được"),
                is_on=kind == "keyboard",
            ),
        ]
        for line in self._lines:
            is_on = kind == "serial" and port == line.address
            serial = translated("TechScan", "Nối cổng %1").replace("%1", line.address)
            rows.append(_row(f"serial:{line.address}", serial, line.label, is_on=is_on))
        return rows

    @Slot(str)
    def open(self, key: str) -> None:
        """A way to connect was chosen."""
        kind, _, port = key.partition(":")
        values = {"scanner.port": port, "scanner.kind": kind} if port else {"scanner.kind": kind}
        self._room.machine.set_all(values, lambda refusal: self._kept(refusal, kind, port))

    @Property(str, constant=True)
    def sample(self) -> str:
        return SAMPLE

    @Property(str, notify=codeChanged)
    def codeName(self) -> str:
        return translated("TechScan", "Mã mẫu để quét thử")

    def retranslate(self) -> None:
        super().retranslate()
        self.codeChanged.emit()

    def _kept(self, refusal: str, kind: str, port: str) -> None:
        if not refusal:
            self.services.scanner.use(kind, port)
        if self._gone:
            return
        if refusal:
            self._said = (translated("TechScan", "Chưa ghi được cài đặt"), refusal, "error")
        else:
            line = translated("TechScan", "Dùng được ngay. Quét mã để thử.")
            self._said = (translated("TechScan", "Đã ghi vào cài đặt"), line, "success")
        self.paint()

    def _scanned(self, text: str) -> None:
        self._said = judged(text)
        self.paint()

    def _know(self, lines: tuple[ReachablePrinter, ...]) -> None:
        if not self._gone:
            self._lines = lines
            self.paint()


def judged(text: str) -> tuple[str, str, str]:
    """Return what was scanned as title, line and kind of a banner, without a word of its contents."""
    if text == SAMPLE:
        line = translated("TechScan", "Đủ dấu. Có thể quét thử thẻ căn cước.")
        return translated("TechScan", "Đọc đúng mã mẫu"), line, "success"
    if text.startswith(SAMPLE.partition("|")[0]):
        line = translated("TechScan", "Đặt máy quét sang chữ Unicode, bàn phím kiểu Mỹ.")
        return translated("TechScan", "Đọc được, nhưng sai dấu"), line, "warning"
    card = parse_card_qr(text)
    if not isinstance(card, IdentityCard):
        count = translated("TechScan", "%1 ký tự, không giữ lại.").replace("%1", str(len(text)))
        return translated("TechScan", "Đọc được một mã khác"), count, "info"
    parts = sum(bool(part) for part in (card.number, card.name, card.born, card.residence, card.issued))
    line = translated("TechScan", "%1 trong 5 mục. Không giữ lại gì.").replace("%1", str(parts))
    if not all(letter.lower() in VIETNAMESE_LETTERS or not letter.isalpha() for letter in card.name):
        return translated("TechScan", "Đọc được thẻ, nhưng sai dấu"), line, "warning"
    return translated("TechScan", "Đọc được thẻ căn cước"), line, "success"


def _row(key: str, title: str, line: str, *, is_on: bool) -> Row:
    return Row(
        key=key,
        title=title,
        line=translated("TechScan", "Đang chọn") if is_on else line,
        icon="check" if is_on else "qr_code_scanner" if key != "none" else "block",
        pigment="jade" if is_on else "stone",
    )
