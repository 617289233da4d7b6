"""T1, setting a machine up: the steps in their order, and the one button that goes on with the next."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep, StepState, number_of
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.setup_way import END, SCREENS
from ui.setup_words import ICONS, step_line, step_title
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_PIGMENTS = {StepState.OPEN: "stone", StepState.DONE: "jade", StepState.SKIPPED: "amber"}


@QmlElement
@QmlUncreatable("Made by the way")
class TechSetupViewModel(RowsPageViewModel):  # type: ignore[operator]
    """What is written here holds from the next start; printers and the touch test work at once."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._desk = self.services.staff.technicians.setup
        self._stop = self._desk.watch(self.paint)
        self.paint()

    def arrive(self) -> None:
        self.paint()

    def leave(self) -> None:
        self._stop()

    def words(self) -> PageWords:
        progress = self._desk.progress
        following = progress.next_step
        left = translated("TechSetup", "Còn %1 bước. Mất điện không mất bước đã xong.")
        done = translated("TechSetup", "Đã đi hết các bước.")
        count = str(progress.count(StepState.OPEN))
        return PageWords(
            title=translated("TechSetup", "Lắp đặt máy"),
            line=left.replace("%1", count) if following is not None else done,
            icon="build",
            pigment="stone",
            primary=_onwards(following, begun=progress.begun),
            primary_icon="arrow_forward",
        )

    def make_rows(self) -> list[Row]:
        progress = self._desk.progress
        return [
            Row(
                key=step.value,
                title=f"{number_of(step)}. {step_title(step)}",
                line=step_line(step, progress),
                icon="check" if progress.state(step) is StepState.DONE else ICONS[step],
                pigment=_PIGMENTS[progress.state(step)],
            )
            for step in SetupStep
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A step was touched."""
        self.way.go(SCREENS[SetupStep(key)])

    @Slot()
    def primary(self) -> None:
        """On with the next step; after the last one the report."""
        following = self._desk.progress.next_step
        self.way.go(SCREENS[following] if following is not None else END)


def _onwards(following: SetupStep | None, *, begun: bool) -> str:
    if following is None:
        return translated("TechSetup", "Xem kết quả")
    if not begun:
        return translated("TechSetup", "Bắt đầu lắp đặt")
    words = translated("TechSetup", "Tiếp bước %1: %2")
    return words.replace("%1", str(number_of(following))).replace("%2", step_title(following))
