"""What the city signs and sends to its kiosks, why it is refused, and which time expiry is judged by."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

LONGEST_LIFE = timedelta(days=400)
"""The longest-lived signature (targets) holds so long: a clock further ahead of what is known is wrong."""

NOT_BEFORE = datetime(2026, 11, 1, tzinfo=UTC)
"""No kiosk runs before this was written: a clock that says so is wrong, whatever else is known."""

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateKind:
    """A target by its fixed name, the most bytes it may have, and whether every fetch takes it."""

    name: str
    limit_bytes: int
    always: bool = True


UPDATE_KINDS: tuple[UpdateKind, ...] = (
    UpdateKind(name="portal-keys.json", limit_bytes=64 * 1024),
    UpdateKind(name="calendar.json", limit_bytes=_MIB),
    UpdateKind(name="settings.toml", limit_bytes=256 * 1024),
    UpdateKind(name="announcements.json", limit_bytes=_MIB),
    UpdateKind(name="directory.json", limit_bytes=4 * _MIB),
    UpdateKind(name="catalogue.jsonl.gz", limit_bytes=64 * _MIB),
    UpdateKind(name="kiosk.deb", limit_bytes=512 * _MIB, always=False),
)
CATALOGUE, SOFTWARE = "catalogue.jsonl.gz", "kiosk.deb"


class UpdateProblem(StrEnum):
    """Why nothing was taken. Each has its own words for staff in `problem_words`."""

    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    INCOMPLETE = "incomplete"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    WRONG_KEY = "wrong_key"
    TOO_FEW_SIGNATURES = "too_few_signatures"
    ROLLED_BACK = "rolled_back"
    EXPIRED = "expired"
    MIXED = "mixed"
    UNSAFE_FOLDER = "unsafe_folder"
    DEMO_KEYS = "demo_keys"
    WRONG_ROOT = "wrong_root"
    NOT_ENROLLED = "not_enrolled"
    BUSY = "busy"
    NO_ROOM = "no_room"


_WORDS: dict[UpdateProblem, tuple[str, str]] = {
    UpdateProblem.UNREACHABLE: (
        "Chưa đọc được bản cập nhật. Kiểm tra mạng hoặc thẻ USB rồi thử lại.",
        "The update cannot be read now. Check the network or the USB stick, then try again.",
    ),
    UpdateProblem.TOO_SLOW: (
        "Bản cập nhật đến quá chậm nên máy đã dừng. Thử lại sau hoặc dùng USB.",
        "The update came too slowly and was stopped. Try later, or use a USB stick.",
    ),
    UpdateProblem.TOO_LARGE: (
        "Bản cập nhật lớn hơn mức cho phép. Báo cho người phát hành.",
        "The update is larger than allowed. Tell whoever publishes it.",
    ),
    UpdateProblem.INCOMPLETE: (
        "Bản cập nhật thiếu tệp. Chép lại toàn bộ thư mục vào USB.",
        "Files are missing from the update. Copy the whole folder to the stick again.",
    ),
    UpdateProblem.UNREADABLE: (
        "Dữ liệu nhận được không phải bản cập nhật. Kiểm tra địa chỉ và mạng.",
        "What came is not an update. Check the address and the network.",
    ),
    UpdateProblem.CHANGED: (
        "Nội dung đã bị thay đổi sau khi ký. Không dùng bản này, báo thành phố.",
        "The content was changed after signing. Do not use it; tell the city.",
    ),
    UpdateProblem.WRONG_KEY: (
        "Chữ ký không phải của thành phố. Không dùng bản này, báo thành phố.",
        "The signature is not the city's. Do not use it; tell the city.",
    ),
    UpdateProblem.TOO_FEW_SIGNATURES: (
        "Bản cập nhật chưa đủ chữ ký. Báo người phát hành ký thêm.",
        "The update lacks signatures. Ask whoever publishes it to have it signed.",
    ),
    UpdateProblem.ROLLED_BACK: (
        "Bản này cũ hơn bản máy đã nhận. Dùng USB hoặc địa chỉ mới hơn.",
        "This is older than what the kiosk already has. Use a newer stick or address.",
    ),
    UpdateProblem.EXPIRED: (
        "Bản cập nhật đã hết hạn. Xin bản mới. Dữ liệu đang dùng vẫn giữ.",
        "The update has expired. Ask for a new one. What is in use stays in use.",
    ),
    UpdateProblem.MIXED: (
        "Các tệp thuộc nhiều bản khác nhau. Chép lại trọn một bản.",
        "The files belong to different editions. Copy one edition whole.",
    ),
    UpdateProblem.UNSAFE_FOLDER: (
        "Thư mục có đường dẫn lạ nên máy không đọc. Dùng USB khác.",
        "The folder holds links or devices and is not read. Use another stick.",
    ),
    UpdateProblem.DEMO_KEYS: (
        "Bản này ký bằng khóa thử. Máy đã đăng ký không nhận.",
        "This is signed with trial keys. An enrolled kiosk never takes it.",
    ),
    UpdateProblem.WRONG_ROOT: (
        "Không tìm thấy khóa gốc ghi trong mã đăng ký. Kiểm tra mã và địa chỉ.",
        "The root key named at enrolment was not found. Check the code and the address.",
    ),
    UpdateProblem.NOT_ENROLLED: (
        "Máy chưa đăng ký nên chưa tin khóa nào. Đăng ký máy trước.",
        "The kiosk is not enrolled and trusts no key yet. Enrol it first.",
    ),
    UpdateProblem.BUSY: (
        "Một lần cập nhật khác đang chạy. Chờ xong rồi thử lại.",
        "Another update is running. Wait until it ends, then try again.",
    ),
    UpdateProblem.NO_ROOM: (
        "Máy không còn chỗ hoặc không ghi được. Báo kỹ thuật.",
        "The disk is full or cannot be written. Tell a technician.",
    ),
}


def problem_words(problem: UpdateProblem, language: str) -> str:
    """Return what happened and what to do next, for staff; `language` is `vi` or `en`."""
    return _WORDS[problem][language == "en"]


class ClockTrust(StrEnum):
    """Whether this machine's clock can be right, seen from times the city signed."""

    PLAUSIBLE = "plausible"
    BEHIND = "behind"
    AHEAD = "ahead"


_CLOCK_WORDS: dict[ClockTrust, tuple[str, str]] = {
    ClockTrust.PLAUSIBLE: ("", ""),
    ClockTrust.BEHIND: (
        "Đồng hồ máy chạy chậm. Hạn dùng được xét theo {day}. Chỉnh lại giờ.",
        "The clock is behind. Expiry was judged by {day}. Set the clock.",
    ),
    ClockTrust.AHEAD: (
        "Đồng hồ máy chạy quá nhanh. Hạn dùng được xét theo {day}. Chỉnh lại giờ.",
        "The clock is far ahead. Expiry was judged by {day}. Set the clock.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTime:
    """The moment expiry is judged by, and what that says of the clock."""

    moment: datetime
    clock: ClockTrust

    def words(self, language: str) -> str:
        """Return what staff must know about the clock; empty where it can be right."""
        return _CLOCK_WORDS[self.clock][language == "en"].format(day=f"{self.moment:%d/%m/%Y}")


def judged_time(clock: datetime, verified: datetime | None) -> JudgedTime:
    """Return the time to judge expiry by: the clock, unless times known to be past contradict it.

    `verified` is the latest time a signature of the city vouches for, None where there is none yet. A clock
    before it (or before this product was made) is behind; one more than `LONGEST_LIFE` after it is taken as
    wrong too. Either way the known time is used: a slow clock cannot bring expired content back, and a fast
    one cannot make the kiosk refuse all that the city sends. All times are timezone-aware.
    """
    latest = max(verified or NOT_BEFORE, NOT_BEFORE)
    if clock < latest:
        return JudgedTime(moment=latest, clock=ClockTrust.BEHIND)
    if verified is not None and clock - latest > LONGEST_LIFE:
        return JudgedTime(moment=latest, clock=ClockTrust.AHEAD)
    return JudgedTime(moment=clock, clock=ClockTrust.PLAUSIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFile:
    """A verified target as it is kept. `version` is the city's word for it, `edition` counts its signings."""

    name: str
    version: str
    edition: int
    sha256: str
    size_bytes: int
    taken_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustState:
    """What this kiosk trusts and has. `editions` are the versions of root, timestamp, snapshot and targets.

    `expires` is when the last verified timestamp ends; `is_demo` says that the keys are public trial keys.
    """

    is_demo: bool
    root_sha256: str
    editions: tuple[tuple[str, int], ...]
    signed_at: datetime | None
    expires: datetime | None
    known_good: datetime | None
    kept: tuple[SignedFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What one look at a repository brought: new files, verified and kept; what was asked for, not there."""

    new: tuple[SignedFile, ...]
    unchanged: tuple[SignedFile, ...]
    absent: tuple[str, ...]
    judged: JudgedTime
    expires: datetime
