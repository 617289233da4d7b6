"""T1, the language every visit begins in."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.setup_steps import SetupStep
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.setup_way import went_through
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
# What the settings take: a hall begins in a language in which there are facts, too.
START_LANGUAGES = ("vi", "en")


@QmlElement
@QmlUncreatable("Made by the way")
class TechLanguageViewModel(RowsPageViewModel):  # type: ignore[operator]
    """The languages a visit may begin in, each in its own words."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff
        self._refusal, self._gone = "", False
        self.paint()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        return PageWords(
            title=translated("TechLanguage", "Máy bắt đầu bằng tiếng nào?"),
            line=translated("TechLanguage", "Mỗi lượt khách mới bắt đầu bằng tiếng này."),
            icon="translate",
            pigment="stone",
            note=translated("TechLanguage", "Chưa ghi được cài đặt") if self._refusal else "",
            note_line=self._refusal,
            note_kind="error",
        )

    def make_rows(self) -> list[Row]:
        now = self._room.machine.written.get("kiosk.language", self._room.start_language)
        chosen = translated("TechLanguage", "Đang dùng")
        return [
            Row(
                key=language.code,
                title=language.name,
                line=chosen if language.code == now else "",
                icon="check" if language.code == now else "language",
                pigment="jade" if language.code == now else "stone",
            )
            for language in self.services.languages()
            if language.code in START_LANGUAGES
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A language was touched."""

        def told(refusal: str) -> None:
            if self._gone:
                return
            self._refusal = refusal
            if refusal:
                self.paint()
            else:
                went_through(self._room.technicians.setup, self.way, SetupStep.LANGUAGE, value=key)

        self._room.machine.set("kiosk.language", key, told)
