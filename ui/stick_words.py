"""What became of a file that was to go on a USB stick, in words for staff."""

from kiosk.ports.sticks import StickTrouble
from kiosk.services.write_to_stick import Written
from ui.view_model import translated

Told = tuple[str, str, str]
"""Heading, line below it, and kind of the banner."""


def copying() -> Told:
    """Return what is said while the stick is written on."""
    return (
        translated("StaffSticks", "Đang chép vào thẻ USB…"),
        translated("StaffSticks", "Xin ông/bà chưa rút thẻ."),
        "info",
    )


def told(written: Written) -> Told:
    """Return what to say afterwards: only what is known, and what to do next."""
    if written.trouble is None:
        title = translated("StaffSticks", "Đã chép vào thẻ %1").replace("%1", written.stick)
        return title, translated("StaffSticks", "Bây giờ ông/bà rút thẻ được."), "success"
    title, line = _trouble(written.trouble)
    return title.replace("%1", written.stick), line.replace("%1", written.stick), "warning"


def _trouble(trouble: StickTrouble) -> tuple[str, str]:  # noqa: PLR0911  one sentence for each
    match trouble:
        case StickTrouble.NO_STICK:
            return (
                translated("StaffSticks", "Chưa thấy thẻ USB"),
                translated("StaffSticks", "Cắm thẻ USB rồi làm lại."),
            )
        case StickTrouble.FULL:
            return (
                translated("StaffSticks", "Thẻ %1 không còn chỗ"),
                translated("StaffSticks", "Xoá bớt tệp trên thẻ rồi làm lại."),
            )
        case StickTrouble.PROTECTED:
            return (
                translated("StaffSticks", "Thẻ %1 đang khoá ghi"),
                translated("StaffSticks", "Gạt khoá trên thẻ, hoặc dùng thẻ khác."),
            )
        case StickTrouble.GONE:
            return (
                translated("StaffSticks", "Thẻ %1 bị rút giữa chừng"),
                translated("StaffSticks", "Tệp chưa chép xong. Cắm thẻ rồi làm lại."),
            )
        case StickTrouble.KIND:
            return (
                translated("StaffSticks", "Máy chỉ đọc được thẻ %1"),
                translated("StaffSticks", "Muốn chép, dùng thẻ khác."),
            )
        case StickTrouble.FORBIDDEN:
            return (
                translated("StaffSticks", "Máy này không cho chép ra thẻ"),
                translated("StaffSticks", "Kỹ thuật viên mở được việc này."),
            )
        case StickTrouble.UNHEARD:
            return (
                translated("StaffSticks", "Chưa chép được gì"),
                translated("StaffSticks", "Phần chép thẻ của máy không trả lời. Gọi kỹ thuật viên."),
            )
        case StickTrouble.UNKNOWN:
            return (
                translated("StaffSticks", "Chưa biết đã chép xong hay chưa"),
                translated("StaffSticks", "Xem tệp trên thẻ %1 trước khi dùng."),
            )
        case StickTrouble.BROKEN:
            return (
                translated("StaffSticks", "Thẻ %1 không nhận tệp"),
                translated("StaffSticks", "Thử lại bằng thẻ khác."),
            )
