"""One question of the city with its choices: one touch, no name."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import KeptMessage, Message, MessageKind
from kiosk.domain.portal_data import Poll
from kiosk.ports.outbox import StorageError
from kiosk.ports.vault import KeysUnusable
from kiosk.services.submit_dossier import new_token
from ui.context import ScreenContext
from ui.portal_words import dates_words, in_language
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class PollViewModel(RowsPageViewModel):  # type: ignore[operator]
    """The first poll that holds today; it stays the same while the page is open."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._poll: Poll | None = next(iter(self.services.news.board().polls), None)
        drawer = f"poll-{self._poll.item_id}" if self._poll is not None else ""
        self._drawer, self._token = drawer, self.services.visit.of_form(drawer).get("token") or new_token()
        self._sent = self._kept = self._refused = self._left = False
        self.paint()

    def leave(self) -> None:
        self._left = True

    def words(self) -> PageWords:
        done = translated("Poll", "Xong")
        if self._kept:
            return PageWords(
                title=translated("Poll", "Cảm ơn ông/bà"),
                line=translated("Poll", "Máy đã giữ câu trả lời, không kèm tên."),
                icon="how_to_vote",
                primary=done,
            )
        if self._poll is None:
            return PageWords(
                title=translated("Poll", "Hôm nay không có thăm dò"),
                line=translated("Poll", "Có câu hỏi mới, máy sẽ mời ông/bà."),
                icon="how_to_vote",
                primary=done,
            )
        return PageWords(
            title=in_language(self._poll.question, self._poll.question_en, self.services.language()),
            line=dates_words(self._poll),
            icon="how_to_vote",
            note=translated("Poll", "Máy chưa giữ được câu trả lời") if self._refused else "",
            note_kind="warning",
            primary=translated("Poll", "Không trả lời"),
            primary_icon="arrow_back",
        )

    def make_rows(self) -> list[Row]:
        if self._poll is None or self._sent:
            return []
        language = self.services.language()
        return [
            Row(
                key=choice.choice_id,
                title=in_language(choice.text, choice.text_en, language),
                icon="how_to_vote",
            )
            for choice in self._poll.choices
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A choice was touched."""
        if self._poll is None or self._sent:
            return
        self._sent = True
        self.services.visit.of_form(self._drawer)["token"] = self._token  # one vote a visit
        self.services.messages.leave(
            Message(
                kind=MessageKind.VOTE,
                topic=self._poll.item_id,
                choice=key,
                language=self.services.language(),
            ),
            token=self._token,
            done=self._was_kept,
            failed=self._not_kept,
        )
        self.paint()

    def _was_kept(self, _kept: KeptMessage) -> None:
        self._kept = True
        if not self._left:
            self.paint()

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, (StorageError, KeysUnusable)):
            raise error
        self._sent, self._refused = False, True
        if not self._left:
            self.paint()
