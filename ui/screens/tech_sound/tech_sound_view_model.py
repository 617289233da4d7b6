"""T1, the sound test: a tone and a spoken sentence; whether they were heard only a person can say."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.access_modes import AccessModes
from kiosk.domain.setup_steps import SetupStep
from kiosk.ports.speech import Utterance
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.setup_way import went_through
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class TechSoundViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Two sounds to play, two answers to give; never "heard" without a person's word."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff.technicians
        self._said: tuple[str, str, str] | None = None
        self._gone = False
        self.paint()

    def leave(self) -> None:
        self._gone = True
        self.services.aloud.hush()

    def words(self) -> PageWords:
        title, line, kind = self._said or ("", "", "info")
        return PageWords(
            title=translated("TechSound", "Thử âm thanh"),
            line=translated("TechSound", "Phát từng tiếng, đứng xa một mét mà nghe."),
            icon="volume_up",
            pigment="stone",
            note=title,
            note_line=line,
            note_kind=kind,
            primary=translated("TechSound", "Nghe rõ"),
            primary_icon="hearing",
            secondary=translated("TechSound", "Không nghe được"),
            secondary_icon="volume_off",
        )

    def make_rows(self) -> list[Row]:
        none = translated("TechSound", "Máy này chưa có. Cài alsa-utils và espeak-ng.")
        bell = translated("TechSound", "Bốn tiếng cao thấp, như khi gọi giúp")
        plugged = translated("TechSound", "Đang cắm")
        unplugged = translated("TechSound", "Không thấy cắm, hoặc máy không báo")
        aloud = self.services.aloud
        return [
            Row(
                key="bell",
                title=translated("TechSound", "Phát chuông"),
                line=bell if self._room.sound.available else none,
                icon="music_note",
                pigment="stone",
            ),
            Row(
                key="voice",
                title=translated("TechSound", "Đọc một câu"),
                line=_sentence() if aloud.available else none,
                icon="record_voice_over",
                pigment="stone",
            ),
            Row(
                key="headphones",
                title=translated("TechSound", "Tai nghe"),
                line=plugged if aloud.headphones else unplugged,
                icon="headphones",
                pigment="stone",
            ),
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """Play one of the sounds, or look for headphones again."""
        if key == "bell" and self._room.sound.available:
            self.services.aloud.hush()
            self._room.sound.ring(self._rung)
        elif key == "voice" and self.services.aloud.available:
            said = [Utterance(text=_sentence(), language=self.services.language())]
            self.services.aloud.say(said, AccessModes())
            self._say(translated("TechSound", "Đang đọc"), "", "info")
        elif key == "headphones":
            self.services.aloud.look_for_headphones(lambda _plugged: self._paint_again())
            self.paint()
        else:
            self._cannot()

    @Slot()
    def primary(self) -> None:
        """Heard."""
        went_through(self._room.setup, self.way, SetupStep.SOUND, value="heard")

    @Slot()
    def secondary(self) -> None:
        """Not heard: noted, and the set-up goes on."""
        went_through(self._room.setup, self.way, SetupStep.SOUND, value="silent")

    def _rung(self, played: bool) -> None:
        if self._gone:
            return
        if played:
            self._say(translated("TechSound", "Đã phát chuông"), _sentence(), "success")
        else:
            self._cannot()

    def _cannot(self) -> None:
        title = translated("TechSound", "Máy không phát được âm thanh")
        todo = translated("TechSound", "Người quản trị gõ: kiosk-lobby-allow sound")
        self._say(title, todo, "error")

    def _say(self, title: str, line: str, kind: str) -> None:
        self._said = (title, line, kind)
        self.paint()

    def _paint_again(self) -> None:
        if not self._gone:
            self.paint()


def _sentence() -> str:
    return translated("TechSound", "Ông/bà nghe rõ không?")
