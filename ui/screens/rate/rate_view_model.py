"""S15, how it went: one touch on a face, then a reason if wanted. About the machine, never a person."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import KeptMessage, Message, MessageKind
from kiosk.ports.outbox import StorageError
from kiosk.ports.vault import KeysUnusable
from kiosk.services.submit_dossier import new_token
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_CONTENT_FROM = 4
_DRAWER = "rating"


@QmlElement
@QmlUncreatable("Made by the way")
class RateViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `last` where the visit ends here; then everything of the person is already wiped.

    The face counts even where no reason follows: it is kept when the page is left.
    """

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._last = bool(context.about.get("last", False))
        self._token = self.services.visit.of_form(_DRAWER).get("token") or new_token()
        self._score = 0
        self._sent = self._kept = self._refused = self._left = False
        self.paint()

    def leave(self) -> None:
        self._left = True
        self._send("")

    def words(self) -> PageWords:
        if self._kept or self._refused:
            return self._thanks()
        done = translated("Rate", "Kết thúc") if self._last else translated("Rate", "Quay lại")
        if self._score:
            return PageWords(
                title=translated("Rate", "Vì sao ạ?"),
                line=translated("Rate", "Ông/bà chọn một lý do, hoặc bỏ qua."),
                icon="star",
                pigment="amber",
                primary=translated("Rate", "Bỏ qua, xong"),
            )
        wiped = translated("Rate", "Máy đã xoá thông tin của ông/bà.")
        nameless = translated("Rate", "Không ghi tên. Không hỏi về cán bộ.")
        return PageWords(
            title=translated("Rate", "Máy này dễ dùng không?"),
            line=wiped if self._last else nameless,
            icon="star",
            pigment="amber",
            primary=done,
            primary_icon="logout" if self._last else "arrow_back",
        )

    def _thanks(self) -> PageWords:
        done = translated("Rate", "Kết thúc") if self._last else translated("Rate", "Xong")
        if self._refused:
            return PageWords(
                title=translated("Rate", "Máy chưa giữ được đánh giá"),
                line=translated("Rate", "Cảm ơn ông/bà đã chạm."),
                icon="star",
                pigment="amber",
                primary=done,
            )
        return PageWords(
            title=translated("Rate", "Cảm ơn ông/bà"),
            line=translated("Rate", "Máy đã giữ đánh giá, không kèm tên."),
            icon="favorite",
            pigment="rose",
            primary=done,
            secondary=translated("Rate", "Trả lời thăm dò") if self.services.news.board().polls else "",
            secondary_icon="how_to_vote",
        )

    def make_rows(self) -> list[Row]:
        if self._sent:
            return []
        return _reasons(content=self._score >= _CONTENT_FROM) if self._score else _faces()

    @Slot(str)
    def open(self, key: str) -> None:
        """A face, then a reason."""
        if self._score:
            self._send(next((row.title for row in self.make_rows() if row.key == key), ""))
        else:
            self._score = int(key)
            # One rating a visit: whoever comes back to the faces has been counted.
            self.services.visit.of_form(_DRAWER)["token"] = self._token
            self.paint()

    @Slot()
    def primary(self) -> None:
        """Without a reason, or done."""
        if self._score and not self._sent:
            self._send("")
        elif self._last:
            self.way.end_visit()
        else:
            self.way.back()

    @Slot()
    def secondary(self) -> None:
        """The city's question, while it asks one."""
        self.way.instead("poll")

    def _send(self, reason: str) -> None:
        if not self._score or self._sent:
            return
        self._sent = True
        self.services.messages.leave(
            Message(
                kind=MessageKind.RATING,
                topic="kiosk",
                text=reason,
                score=self._score,
                language=self.services.language(),
            ),
            token=self._token,
            done=self._was_kept,
            failed=self._not_kept,
        )

    def _was_kept(self, _kept: KeptMessage) -> None:
        self._kept = True
        if not self._left:
            self.paint()

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, (StorageError, KeysUnusable)):
            raise error
        self._refused = True
        if not self._left:
            self.paint()


def _faces() -> list[Row]:
    return [
        Row(
            key="5",
            title=translated("Rate", "Rất dễ dùng"),
            icon="sentiment_very_satisfied",
            pigment="jade",
        ),
        Row(key="4", title=translated("Rate", "Dễ dùng"), icon="sentiment_satisfied", pigment="teal"),
        Row(key="3", title=translated("Rate", "Tạm được"), icon="sentiment_neutral", pigment="sky"),
        Row(key="2", title=translated("Rate", "Khó dùng"), icon="sentiment_dissatisfied", pigment="amber"),
        Row(
            key="1",
            title=translated("Rate", "Rất khó dùng"),
            icon="sentiment_very_dissatisfied",
            pigment="rose",
        ),
    ]


def _reasons(*, content: bool) -> list[Row]:
    if content:
        return [
            Row(key="clear", title=translated("Rate", "Chữ rõ, dễ đọc"), icon="visibility", pigment="jade"),
            Row(key="quick", title=translated("Rate", "Làm nhanh"), icon="speed", pigment="jade"),
            Row(key="found", title=translated("Rate", "Tìm được việc cần"), icon="search", pigment="jade"),
            Row(key="alone", title=translated("Rate", "Tự làm được"), icon="thumb_up", pigment="jade"),
        ]
    return [
        Row(key="small", title=translated("Rate", "Chữ nhỏ, khó đọc"), icon="text_increase", pigment="amber"),
        Row(key="lost", title=translated("Rate", "Không tìm thấy việc cần"), icon="search", pigment="amber"),
        Row(key="long", title=translated("Rate", "Nhiều bước quá"), icon="route", pigment="amber"),
        Row(key="touch", title=translated("Rate", "Màn hình khó chạm"), icon="touch_app", pigment="amber"),
    ]
