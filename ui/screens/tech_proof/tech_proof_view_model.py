"""T1, what the printer reports: the proof it gives of each sheet, and the sensors it really has."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep, StepState
from kiosk.ports.printing import PrinterCondition
from kiosk.services.printer_desk import Proved
from ui.context import ScreenContext
from ui.print_words import TROUBLE, printer_remedy, printer_title
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.setup_words import proof_words
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechProofViewModel(RowsPageViewModel):  # type: ignore[operator]
    """A sensor counts once the printer has reported it while this page was shown."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff.technicians
        self._seen: set[PrinterCondition] = set()
        self._proved: Proved | None = None
        self._proving = self._gone = False
        self._stop = self.services.printing.watch_condition(self._heard)
        self.paint()

    def leave(self) -> None:
        self._gone = True
        self._stop()

    def words(self) -> PageWords:
        title, line, kind = self._told()
        return PageWords(
            title=translated("TechProof", "Máy in báo về được gì"),
            line=translated("TechProof", "Mở nắp, lấy giấy ra, rồi lắp lại."),
            icon="fact_check",
            pigment="stone",
            note=title,
            note_line=line,
            note_kind=kind,
            primary=translated("TechProof", "In để dò"),
            primary_icon="print",
        )

    def make_rows(self) -> list[Row]:
        condition = self.services.printing.condition()
        ready = condition is PrinterCondition.READY
        return [
            Row(
                key="now",
                title=translated("TechProof", "Sẵn sàng") if ready else printer_title(condition),
                line="" if ready or condition not in TROUBLE else printer_remedy(condition),
                icon="check_circle" if ready else "info",
            ),
            self._sensor("cover", translated("TechProof", "Cảm biến nắp"), PrinterCondition.COVER_OPEN),
            self._sensor("paper", translated("TechProof", "Cảm biến hết giấy"), PrinterCondition.PAPER_OUT),
            self._sensor("low", translated("TechProof", "Cảm biến sắp hết giấy"), PrinterCondition.PAPER_LOW),
        ]

    @Slot()
    def primary(self) -> None:
        """Print pages until one is proven."""
        if self._proving:
            return
        self._proving = True
        self.work(busy=True)
        self.paint()
        self._room.printers.prove(self._found)

    def _sensor(self, key: str, title: str, condition: PrinterCondition) -> Row:
        seen = condition in self._seen
        yes = translated("TechProof", "Máy in đã báo")
        no = translated("TechProof", "Chưa thấy báo")
        return Row(key=key, title=title, line=yes if seen else no, icon="check" if seen else "schedule")

    def _heard(self, condition: PrinterCondition) -> None:
        self._seen.add(condition)
        self.paint()

    def _found(self, found: Proved) -> None:
        value = found.proof.value if found.proof is not None else ""
        if value:
            self._room.setup.mark(SetupStep.PROOF, StepState.DONE, value)
        if not self._gone:
            self._proving, self._proved = False, found
            self.work(busy=False)
            self.paint()

    def _told(self) -> tuple[str, str, str]:
        if self._proving:
            line = translated("TechProof", "Có thể ra đến bốn trang.")
            return translated("TechProof", "Đang in và chờ máy in trả lời"), line, "info"
        if self._proved is None:
            return "", "", "info"
        if self._proved.proof is None:
            line = printer_remedy(self._proved.condition)
            return translated("TechProof", "Không in được trang nào"), line, "error"
        return (
            proof_words(self._proved.proof),
            translated("TechProof", "Đã ghi lại, dùng từ bây giờ."),
            "success",
        )
