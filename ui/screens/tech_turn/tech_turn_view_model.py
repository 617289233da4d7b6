"""T1, how the glass stands: whoever looks touches the word that stands upright."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep, StepState
from ui.context import ScreenContext
from ui.setup_way import went_through
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_WHOLE = 360


@QmlElement
@QmlUncreatable("Made by the way")
class TechTurnViewModel(ViewModel):  # type: ignore[operator]
    """Nothing turns under the technician's hands: the choice holds from the next start, which is offered."""

    textsChanged = Signal()
    chosenChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._room, self._way = context.services.staff, context.way
        self._chosen = self._room.technicians.turn
        self._waits = False
        self._refusal, self._gone = "", False

    def leave(self) -> None:
        self._gone = True

    def retranslate(self) -> None:
        super().retranslate()
        self.chosenChanged.emit()

    @Slot(int)
    def upright(self, degrees: int) -> None:
        """The word drawn turned by `degrees` in this frame stands upright on the wall."""
        turn = (self._room.technicians.turn + degrees) % _WHOLE

        def told(refusal: str) -> None:
            if self._gone:
                return
            self._refusal = refusal
            if not refusal:
                self._chosen = turn
                self._waits = turn != self._room.technicians.turn
                if not self._waits:
                    self._on()
            self.chosenChanged.emit()

        self._room.machine.set("screen.rotation", str(turn), told)

    @Slot()
    def restart(self) -> None:
        """Start again so that the picture stands upright; the set-up goes on with the next step."""
        self._mark()
        if self._room.technicians.restart is not None:
            self._room.technicians.restart()

    @Slot()
    def later(self) -> None:
        """Go on in the picture as it stands."""
        self._on()

    def _mark(self) -> None:
        self._room.technicians.setup.mark(SetupStep.TURN, StepState.DONE, str(self._chosen))

    def _on(self) -> None:
        went_through(self._room.technicians.setup, self._way, SetupStep.TURN, value=str(self._chosen))

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return translated("TechTurn", "Chạm vào chữ đang đứng thẳng")

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        return translated("TechTurn", "Màn hình treo chiều nào, chọn chữ chiều ấy.")

    @Property(str, notify=textsChanged)
    def word(self) -> str:
        """What each of the four tiles says."""
        return translated("TechTurn", "Đứng thẳng")

    @Property(bool, notify=chosenChanged)
    def waits(self) -> bool:
        """True once another way was chosen, which the next start shows."""
        return self._waits

    @Property(bool, constant=True)
    def mayRestart(self) -> bool:
        return self._room.technicians.restart is not None

    @Property(str, notify=chosenChanged)
    def note(self) -> str:
        if self._refusal:
            return translated("TechTurn", "Chưa ghi được cài đặt")
        if not self._waits:
            return ""
        return translated("TechTurn", "Đã ghi: xoay %1 độ").replace("%1", str(self._chosen))

    @Property(str, notify=chosenChanged)
    def noteLine(self) -> str:
        if self._refusal:
            return self._refusal
        if self._room.technicians.restart is not None:
            return translated("TechTurn", "Khởi động lại, rồi làm tiếp bước sau.")
        return translated("TechTurn", "Tắt rồi bật lại máy, rồi làm tiếp.")

    @Property(bool, notify=chosenChanged)
    def failed(self) -> bool:
        return bool(self._refusal)
