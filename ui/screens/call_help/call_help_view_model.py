"""S16, a person is called: what was really done about it, where they sit and how to reach them."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.help_calls import HelpCall
from kiosk.domain.help_calls import Signal as Went
from ui.context import ScreenContext
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class CallHelpViewModel(ViewModel):  # type: ignore[operator]
    """Calls once when it opens. Says what is known to have gone out; promises nobody is coming."""

    textsChanged = Signal()
    callChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._hall, self._way = context.services, context.services.hall, context.way
        self._lines = RowModel(self)
        self._call = self._services.help.call()
        self._stop = self._services.help.watch(self._told)
        self.retranslate()

    def leave(self) -> None:
        self._stop()

    def _told(self, call: HelpCall) -> None:
        self._call = call
        self.callChanged.emit()

    def retranslate(self) -> None:
        super().retranslate()
        counters = [
            Row(
                key=counter.name,
                title=counter.name,
                line=counter.directions,
                icon="location_on",
                note=", ".join(counter.fields),
            )
            for counter in self._hall.counters[:3]
        ]
        calls = [
            Row(key=line.number, title=line.number, line=line.name, icon="call")
            for line in self._hall.hotlines[:2]
        ]
        self._lines.replace(counters + calls)
        self.callChanged.emit()

    @Slot()
    def callAgain(self) -> None:
        """Once more; within 20 s of the last it is the same call."""
        self._call = self._services.help.call()
        self.callChanged.emit()

    @Slot()
    def goOn(self) -> None:
        """Return to where they were."""
        self._way.back()

    @Property(QObject, constant=True)
    def lines(self) -> RowModel:
        return self._lines

    @Property(str, notify=callChanged)
    def callTitle(self) -> str:
        """What is true about the call in a few words."""
        if self._call.is_answered:
            return translated("CallHelp", "Cán bộ đã nhận lời gọi")
        if self._call.went_out:
            return translated("CallHelp", "Máy đã gọi")
        if not self._call.is_settled:
            return translated("CallHelp", "Máy đang gọi")
        noted = translated("CallHelp", "Máy đã ghi lời gọi lúc %1")
        return noted.replace("%1", f"{self._call.called_at:%H:%M}")

    @Property(str, notify=callChanged)
    def callLine(self) -> str:
        """What each way of calling did, and what to do now."""
        told = [_bell_words(self._call.bell), _line_words(self._call.line)]
        if self._call.went_out:
            told.append(translated("CallHelp", "Chưa thấy ai đến, mời ông/bà ra quầy."))
        elif self._call.is_settled:
            told.append(translated("CallHelp", "Mời ông/bà gặp cán bộ."))
        return " ".join(words for words in told if words)

    @Property(str, notify=callChanged)
    def callKind(self) -> str:
        """`success` only where something is known to have gone out."""
        if self._call.went_out or self._call.is_answered:
            return "success"
        return "warning" if self._call.is_settled else "info"

    @Property(str, notify=textsChanged)
    def lead(self) -> str:
        if self._lines.rowCount():
            return translated("CallHelp", "Mời ông/bà đến quầy gần nhất.")
        return translated("CallHelp", "Mời ông/bà hỏi cán bộ trong sảnh.")


def _bell_words(bell: Went) -> str:
    return {
        Went.NONE: translated("CallHelp", "Máy này không có chuông."),
        Went.WORKING: translated("CallHelp", "Chuông đang kêu."),
        Went.SENT: translated("CallHelp", "Chuông đã kêu."),
        Went.CONFIRMED: translated("CallHelp", "Chuông đã kêu."),
        Went.FAILED: translated("CallHelp", "Chuông không kêu được."),
    }[bell]


def _line_words(line: Went) -> str:
    return {
        Went.NONE: "",
        Went.WORKING: translated("CallHelp", "Đang báo cho máy trực."),
        Went.SENT: translated("CallHelp", "Lời gọi đã phát trong mạng của sảnh."),
        Went.CONFIRMED: translated("CallHelp", "Máy trực đã nhận lời gọi."),
        Went.FAILED: translated("CallHelp", "Chưa báo được cho máy trực."),
    }[line]
