"""T1, how high the glass hangs: its lower edge above the floor, by the pad."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep
from ui.context import ScreenContext
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.setup_way import went_through
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_MOST_MM = 1500


@QmlElement
@QmlUncreatable("Made by the way")
class TechHeightViewModel(PadPageViewModel):  # type: ignore[operator]
    """Millimetres, 0 to 1500; everything that is touched then stays within reach."""

    longest = 4

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)

    def words(self) -> PadWords:
        return PadWords(
            title=translated("TechHeight", "Mép dưới màn hình cách sàn?"),
            help=translated("TechHeight", "Đo bằng mi-li-mét, từ sàn đến mép kính."),
            next=translated("TechHeight", "Ghi lại"),
        )

    def shown(self) -> str:
        return f"{self.digits} mm" if self.digits else ""

    def go_on(self) -> None:
        if not self.digits or int(self.digits) > _MOST_MM:
            self.refuse(PadFault(title=translated("TechHeight", "Nhập số từ 0 đến 1500")))
            return
        self.services.staff.machine.set("screen.lower_edge_mm", str(int(self.digits)), self._told)

    def _told(self, refusal: str) -> None:
        if self.left:
            return
        if refusal:
            self.refuse(PadFault(title=translated("TechHeight", "Chưa ghi được"), line=refusal))
        else:
            setup = self.services.staff.technicians.setup
            went_through(setup, self.way, SetupStep.HEIGHT, value=str(int(self.digits)))
