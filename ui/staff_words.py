"""What staff are told when something was refused: what it is, and what to do now."""

from kiosk.domain.staff import PinRefused
from kiosk.ports.outbox import StorageError, StorageFull
from kiosk.ports.staff import StaffRefused, Tried
from ui.pad_page import PadFault
from ui.view_model import translated

_MINUTE_S = 60


def wait_words(wait_s: float) -> str:
    """Return how long to wait, rounded up to whole minutes."""
    minutes = max(1, -(-int(wait_s) // _MINUTE_S))
    return translated("Staff", "Chờ %1 phút rồi thử lại.").replace("%1", str(minutes))


def wrong_pin(tried: Tried) -> PadFault:
    """Return what a wrong PIN means: tries left, or the wait."""
    if tried.wait_s:
        return PadFault(title=translated("Staff", "Đã sai nhiều lần"), line=wait_words(tried.wait_s))
    left = translated("Staff", "Còn %1 lần trước khi phải chờ.").replace("%1", str(tried.tries_left))
    return PadFault(title=translated("Staff", "Mã chưa đúng"), line=left)


def refusal(error: Exception) -> PadFault:
    """Return why nobody was let in or changed. Raises what is not a refusal: a bug."""
    if isinstance(error, PinRefused):
        return _of_a_pin(error)
    if isinstance(error, StaffRefused):
        return _of_a_person(error)
    if isinstance(error, StorageFull):
        return PadFault(
            title=translated("Staff", "Ổ đĩa đã đầy"),
            line=translated("Staff", "Gọi kỹ thuật dọn ổ đĩa, rồi vào lại."),
        )
    if isinstance(error, StorageError):
        return PadFault(
            title=translated("Staff", "Chưa ghi được vào ổ đĩa"),
            line=translated("Staff", "Gọi kỹ thuật xem ổ đĩa, rồi vào lại."),
        )
    raise error


def _of_a_pin(error: PinRefused) -> PadFault:
    if error.reason == "simple":
        return PadFault(
            title=translated("Staff", "Mã này dễ đoán"), line=translated("Staff", "Chọn tám số khác.")
        )
    return PadFault(title=translated("Staff", "Mã có đủ tám chữ số"))


def _of_a_person(error: StaffRefused) -> PadFault:
    words = {
        "damaged": PadFault(
            title=translated("Staff", "Danh sách người dùng bị hỏng"),
            line=translated("Staff", "Gọi kỹ thuật, dùng lệnh kiosk staff."),
        ),
        "taken": PadFault(
            title=translated("Staff", "Đã có người tên này"),
            line=translated("Staff", "Thêm chữ đệm hoặc số quầy vào tên."),
        ),
        "last_technician": PadFault(
            title=translated("Staff", "Đây là kỹ thuật viên cuối cùng"),
            line=translated("Staff", "Thêm kỹ thuật viên khác trước."),
        ),
    }
    gone = PadFault(title=translated("Staff", "Không còn tên này trong danh sách"))
    return words.get(error.reason, gone)
