"""T2, the machine looks at itself: worst first, the remedy on the row."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.self_check import Part, Weight
from kiosk.services.machine_desk import Checkup
from kiosk.services.sending_rounds import SyncState
from kiosk.services.write_to_stick import Written
from ui.check_words import CheckRow, check_rows
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.stick_words import Told, copying, told
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LOOKS = {
    Weight.PROBLEM: ("error", "error"),
    Weight.WARNING: ("warning", "warning"),
    Weight.GOOD: ("success", "check_circle"),
}


@QmlElement
@QmlUncreatable("Made by the way")
class TechCheckViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Looks when it is shown and when asked; each row's button leads to where it is put right."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff
        self._checkup: Checkup | None = None
        self._at = ""
        self._said: Told = ("", "", "info")
        self._gone = False
        self.paint()

    def arrive(self) -> None:
        self.primary()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        findings = self._findings()
        bad = sum(row.weight is not Weight.GOOD for row in findings)
        title = translated("TechCheck", "Kiểm tra: %1 tốt, %2 cần xem")
        said, said_line, kind = self._said
        line = ""
        if self._checkup is not None:
            took = f"{self._checkup.took_s:.1f}".replace(".", ",")
            words = translated("TechCheck", "Tự kiểm tra lúc %1, mất %2 giây.")
            line = words.replace("%1", self._at).replace("%2", took)
        return PageWords(
            title=title.replace("%1", str(len(findings) - bad)).replace("%2", str(bad))
            if findings
            else translated("TechCheck", "Đang kiểm tra…"),
            line=line,
            note=said,
            note_line=said_line,
            note_kind=kind,
            primary=translated("TechCheck", "Kiểm tra lại"),
            primary_icon="refresh",
            secondary=translated("TechCheck", "Chép nhật ký ra USB"),
            secondary_icon="usb",
        )

    def make_rows(self) -> list[Row]:
        return [
            Row(
                key=row.part.value,
                title=row.title,
                line=row.line,
                pigment=_LOOKS[row.weight][0],
                icon=_LOOKS[row.weight][1],
                note=row.todo,
            )
            for row in self._findings()
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A row's button was touched."""
        part = Part(key)
        if part is Part.PRINTER:
            self.way.start("tech_printers")
        elif part is Part.CITY:
            self.work(busy=True)
            self._room.outbox.exchange.send_now(self._sent)
        elif part is Part.CATALOGUE:
            self.way.start("staff_catalogue")
        elif part is Part.OUTBOX:
            self.way.go("staff_parked")

    @Slot()
    def primary(self) -> None:
        """Look again."""
        self.work(busy=True)
        self._room.machine.look(self._looked)

    @Slot()
    def secondary(self) -> None:
        """Copy the log to a stick; a second touch meanwhile asks for nothing more."""
        if self._said == copying():
            return
        self._said = copying()
        self.work(busy=True)
        self.paint()
        self._room.machine.log_to_stick(self._copied)

    def _findings(self) -> tuple[CheckRow, ...]:
        if self._checkup is None:
            return ()
        return check_rows(
            self._checkup,
            printer=self.services.printing.condition(),
            city=self._room.outbox.exchange.state(),
            catalogue=self.services.catalogue(),
            px_per_mm=self._room.px_per_mm,
            speaks=self.services.aloud.available,
        )

    def _looked(self, checkup: Checkup) -> None:
        if not self._gone:
            self._checkup = checkup
            self._at = f"{self.services.clock.now():%H:%M}"
            self.work(busy=False)
            self.paint()

    def _sent(self, _state: SyncState) -> None:
        if not self._gone:
            self.primary()

    def _copied(self, written: Written) -> None:
        if not self._gone:
            self._said = told(written)
            self.work(busy=False)
            self.paint()
