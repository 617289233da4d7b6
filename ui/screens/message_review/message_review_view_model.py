"""What is left, once more, with what leaving it means; only then it is kept."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import KeptMessage, Message, MessageKind
from kiosk.ports.outbox import StorageError
from kiosk.ports.vault import KeysUnusable
from kiosk.services.leave_message import CodeSlipBuilder
from kiosk.services.submit_dossier import new_token
from ui.context import ScreenContext
from ui.message_words import CONSENT_VERSION, draft_of, topic_title
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.slips import question_slip
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class MessageReviewViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `kind`. Two touches on the button are one message; a new draft is another."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._kind = MessageKind(context.text_about("kind"))
        self._sending = self._refused = self._left = False
        draft = self._draft()
        self._token = draft["token"] = draft.get("token") or new_token()
        self.paint()

    def leave(self) -> None:
        self._left = True
        if not self._sending:
            self.services.messages.forget(self._token)

    def arrive(self) -> None:
        self.paint()

    def _draft(self) -> dict[str, str]:
        return draft_of(self.services.visit, self._kind)

    def words(self) -> PageWords:
        return PageWords(
            title=translated("MessageReview", "Ông/bà xem lại cho đúng"),
            line=translated("MessageReview", "Gửi là ông/bà đồng ý cho cán bộ đọc."),
            icon="fact_check",
            note=translated("MessageReview", "Máy chưa giữ được lời này") if self._refused else "",
            note_line=translated("MessageReview", "Lời ông/bà viết vẫn còn. Mời gọi cán bộ."),
            note_kind="error",
            foot=translated("MessageReview", "Máy niêm kín, chỉ cán bộ được giao mới đọc được."),
            primary=translated("MessageReview", "Đồng ý và gửi"),
            primary_icon="send",
            secondary=translated("MessageReview", "Sửa lời"),
            secondary_icon="edit",
        )

    def make_rows(self) -> list[Row]:
        draft = self._draft()
        rows = [
            Row(
                key="topic",
                title=translated("MessageReview", "Về việc"),
                line=topic_title(self._kind, draft.get("topic", "")),
                icon="list_alt",
            ),
            Row(
                key="text",
                title=translated("MessageReview", "Lời của ông/bà"),
                line=draft.get("text", "").strip(),
                icon="forum",
            ),
        ]
        if self._kind is not MessageKind.FAULT:
            left_out = translated("MessageReview", "Không để lại số")
            rows.append(
                Row(
                    key="contact",
                    title=translated("MessageReview", "Gọi lại số"),
                    line=draft.get("contact", "") or left_out,
                    icon="call",
                )
            )
        return rows

    @Slot()
    def secondary(self) -> None:
        """Mend the words."""
        self.way.go("message_text", kind=self._kind.value, editing=True)

    @Slot()
    def primary(self) -> None:
        """Agree, and keep it for good."""
        draft = self._draft()
        if self._sending or not draft.get("text"):
            return
        self._sending, self._refused = True, False
        self.paint()
        self.work(busy=True)
        self.services.messages.leave(
            Message(
                kind=self._kind,
                topic=draft.get("topic", ""),
                text=draft["text"],
                contact=draft.get("contact", ""),
                language=self.services.language(),
                consent_version=CONSENT_VERSION,
            ),
            token=self._token,
            build_slip=self._slip(draft.get("topic", "")),
            done=self._kept,
            failed=self._not_kept,
        )

    def _slip(self, topic: str) -> CodeSlipBuilder | None:
        if self._kind is MessageKind.FAULT:
            return None
        return question_slip(self.services, topic_title(self._kind, topic))

    def _kept(self, kept: KeptMessage) -> None:
        self._sending = False
        self.services.messages.forget(self._token)
        draft = self._draft()
        if draft.get("token") != self._token:
            return  # The person has gone; what they left is kept, and the next one sees no code.
        draft.clear()
        self.way.home()
        self.way.go("message_done", kept=kept)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, (StorageError, KeysUnusable)):
            raise error
        self._sending, self._refused = False, True
        if self._left:
            self.services.messages.forget(self._token)
            return
        self.work(busy=False)
        self.paint()
