"""P3: the words of a notice, or other opening hours."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.hall_notes import TEXT_MAX, NoteRefused, checked_text
from kiosk.domain.word_suggestions import Suggested
from ui.context import ScreenContext
from ui.view_model import translated
from ui.write_page import WritePageViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffWriteViewModel(WritePageViewModel):  # type: ignore[operator]
    """`about`: `kind`, `notice` or `hours`; then the days it holds are asked."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._words = context.services.words
        self._way, self._kind = context.way, context.text_about("kind")
        self._short = False

    def words_offered(self) -> tuple[str, ...]:
        return self._words.offered(self._value, Suggested.WORDS)

    def kept(self, value: str) -> str:
        self._short = False
        return (value[:1].upper() + value[1:])[:TEXT_MAX]

    @Slot()
    def next(self) -> None:
        """Ask how long it holds."""
        try:
            text = checked_text(self._value)
        except NoteRefused:
            self._short = True
            self.valueChanged.emit()
            return
        self._way.go("staff_until", kind=self._kind, text=text)

    def asked(self) -> str:
        if self._kind == "hours":
            return translated("StaffWrite", "Giờ làm việc mới?")
        return translated("StaffWrite", "Thông báo gì cho mọi người?")

    def explained(self) -> str:
        return translated("StaffWrite", "Một câu ngắn. Đừng ghi tên người dân.")

    def fault_words(self) -> str:
        return translated("StaffWrite", "Viết thêm vài chữ.") if self._short else ""
