"""What else the hall offers here: each row one page."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.board_page import BoardPageViewModel
from ui.rows import Row
from ui.rows_page import PageWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class HubViewModel(BoardPageViewModel):  # type: ignore[operator]
    """The list of the other pages; a poll only while the city asks one."""

    def arrive(self) -> None:
        self.paint()

    def words(self) -> PageWords:
        return PageWords(title=translated("Hub", "Việc khác ở đây"), icon="apartment")

    def make_rows(self) -> list[Row]:
        if self.services.visit.practice:
            return [*_to_know(), *_to_learn()]
        kept = [_kept_place()] if self.services.places.any else []
        return [*kept, *_to_know(), *_to_say(asks=bool(self.services.news.board().polls)), *_to_learn()]

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched."""
        if key in {"feedback", "fault"}:
            self.way.go("message_topic", kind=key)
        else:
            self.way.go(key)


def _kept_place() -> Row:
    """Shown while a place is kept for anybody: it says nothing of whom."""
    return Row(
        key="return_place",
        title=translated("Hub", "Nhập mã giữ chỗ"),
        line=translated("Hub", "Ông/bà đã tìm được giấy tờ"),
        icon="timer",
        pigment="jade",
    )


def _to_know() -> list[Row]:
    return [
        Row(key="hall_info", title=translated("Hub", "Giờ làm việc và quầy"), icon="schedule"),
        Row(key="notices", title=translated("Hub", "Thông báo"), icon="campaign", pigment="rose"),
        Row(key="places", title=translated("Hub", "Các điểm phục vụ"), icon="map", pigment="teal"),
        Row(key="hotlines", title=translated("Hub", "Đường dây nóng"), icon="call", pigment="jade"),
    ]


def _to_say(*, asks: bool) -> list[Row]:
    rows = [
        Row(key="answers", title=translated("Hub", "Hỏi và đáp"), icon="forum", pigment="violet"),
        Row(key="rate", title=translated("Hub", "Đánh giá máy này"), icon="star", pigment="amber"),
        Row(key="feedback", title=translated("Hub", "Góp ý với phường, xã"), icon="feedback", pigment="plum"),
        Row(key="fault", title=translated("Hub", "Máy này có lỗi"), icon="build", pigment="stone"),
    ]
    if asks:
        rows.append(Row(key="poll", title=translated("Hub", "Trả lời thăm dò"), icon="how_to_vote"))
    return rows


def _to_learn() -> list[Row]:
    return [
        Row(key="online_guide", title=translated("Hub", "Nộp tại nhà"), icon="public", pigment="jade"),
        Row(key="open_numbers", title=translated("Hub", "Số liệu mở"), icon="bar_chart"),
        Row(key="school", title=translated("Hub", "Học sinh tập làm"), icon="school", pigment="amber"),
    ]
