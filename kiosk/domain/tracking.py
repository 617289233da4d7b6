"""Following a pre-registration by its number and six-digit code: national states in plain words.

Source of the states 1 to 10: the national status table (Circular 03/2025/TT-VPCP and what uses it).
Ours beside it: 0 has reached the portal and waits for an officer, 90 expired, 91 withdrawn.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.domain.dossiers import DossierState

PRE_REGISTERED, EXPIRED, WITHDRAWN = 0, 90, 91
RECEIVED, NOT_RECEIVED = 2, 3
FINAL = frozenset({3, 8, 10, EXPIRED, WITHDRAWN})
_UNACCEPTED = frozenset({PRE_REGISTERED, 1})

# What usually comes next; the portal may do otherwise, and then the portal is right.
_NEXT: dict[int, frozenset[int]] = {
    PRE_REGISTERED: frozenset({1, 2, 3, EXPIRED, WITHDRAWN}),
    1: frozenset({2, 3, 7}),
    2: frozenset({4, 5, 6, 7, 8}),
    4: frozenset({5, 6, 7, 8, 9}),
    5: frozenset({2, 4, 7, 8}),
    6: frozenset({4, 7, 8}),
    7: frozenset({4, 8}),
    9: frozenset({10}),
}


class TrackingSource(Enum):
    """Who says it: the portal just now, the portal some time ago, or this machine where it still waits."""

    PORTAL = "portal"
    CACHE = "cache"
    HERE = "here"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierStatus:
    """Where a pre-registration stands, without personal data.

    `dossier_code` is the official code once an officer gave one (opaque text); `form` the number of the
    official form issued (Circular 03/2025: "01" to "07"), empty where none; `due` is the portal's, never
    ours. `changed_at` is the portal's time.
    """

    receipt_no: str
    status: int
    changed_at: datetime
    procedure_code: str = ""
    dossier_code: str = ""
    due: datetime | None = None
    form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """An answer for who holds number and code. `as_of` is when it was true; the screen shows its age.

    `here` says how a row of this machine stands, None where the portal speaks. `note` is the officer's own
    words: shown, never kept. `withdrawal` is how far a request to withdraw is that was left at this machine.
    """

    status: DossierStatus
    source: TrackingSource
    as_of: datetime
    here: DossierState | None = None
    note: str = field(default="", repr=False)
    dossier_id: str = ""
    withdrawal: DossierState | None = None

    @property
    def is_unaccepted(self) -> bool:
        """Return whether no officer has taken it yet: the person may still withdraw it."""
        return self.status.status in _UNACCEPTED

    @property
    def may_withdraw(self) -> bool:
        """Return whether a withdrawal can be asked for here and now."""
        return self.is_unaccepted and self.withdrawal is None and bool(self.dossier_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTracked:
    """No such pair of number and code. Unknown number and wrong code are the same answer on purpose.

    `asked_portal` False: only this machine's memory was asked, the portal may know more.
    """

    asked_portal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TooManyTries:
    """Too many pairs were tried; the next may be after `wait_s` seconds."""

    wait_s: int


TrackingOutcome = Tracked | NotTracked | TooManyTries


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """A state for a citizen: its name, what it means, what to do next. `tone`: good, wait, act or end."""

    title: str
    meaning: str
    next_step: str
    tone: str


def is_usual(before: int, after: int) -> bool:
    """Return whether the national table expects `after` to follow `before`; for staff, never to refuse."""
    return after in _NEXT.get(before, frozenset())


def status_words(status: int, language: str) -> StatusWords:
    """Return plain words for a portal state; an unknown one is named by its number, never guessed."""
    table = _WORDS.get(language, _WORDS["vi"])
    if status in table:
        return table[status]
    return _unknown_en(status) if language == "en" else _unknown_vi(status)


def here_words(state: DossierState, language: str) -> StatusWords:
    """Return plain words for a row that this machine still holds."""
    return _HERE.get(language, _HERE["vi"])[state]


def tracked_words(tracked: Tracked, language: str) -> StatusWords:
    """Return the words for an answer, whoever gave it; a withdrawal that is on its way comes first."""
    if tracked.withdrawal is not None and tracked.is_unaccepted:
        return _WITHDRAWING.get(language, _WITHDRAWING["vi"])[tracked.withdrawal]
    if tracked.here is not None:
        return here_words(tracked.here, language)
    return status_words(tracked.status.status, language)


def _words(title: str, meaning: str, next_step: str, tone: str) -> StatusWords:
    return StatusWords(title=title, meaning=meaning, next_step=next_step, tone=tone)


def _unknown_vi(status: int) -> StatusWords:
    return _words(
        f"Trạng thái mới (mã {status})", "Máy chưa biết trạng thái này.", "Hỏi cán bộ tại quầy.", "act"
    )


def _unknown_en(status: int) -> StatusWords:
    return _words(f"New state (code {status})", "This machine does not know it yet.", "Ask the staff.", "act")


_WAIT_VI = "Ông/bà chưa phải làm gì thêm."
_WAIT_EN = "There is nothing you need to do now."

_WORDS: dict[str, dict[int, StatusWords]] = {
    "vi": {
        0: _words("Chờ cán bộ xem", "Phiếu khai trước đã đến nơi.", "Mang giấy tờ và phiếu đến quầy.", "act"),
        1: _words("Mới đăng ký", "Cán bộ sẽ kiểm tra giấy tờ.", _WAIT_VI, "wait"),
        2: _words("Đã tiếp nhận", "Cán bộ đã nhận hồ sơ của ông/bà.", "Giữ giấy hẹn của cán bộ.", "good"),
        3: _words(
            "Chưa tiếp nhận được", "Hồ sơ chưa đủ điều kiện để nhận.", "Hỏi lý do ở cán bộ tại quầy.", "end"
        ),
        4: _words("Đang giải quyết", "Cơ quan đang xem hồ sơ.", _WAIT_VI, "wait"),
        5: _words(
            "Cần bổ sung giấy tờ", "Hồ sơ còn thiếu giấy tờ.", "Mang giấy tờ còn thiếu đến quầy.", "act"
        ),
        6: _words(
            "Cần nộp tiền",
            "Cơ quan đã tính phí hoặc thuế phải nộp.",
            "Nộp tiền theo thông báo đã nhận.",
            "act",
        ),
        7: _words("Đang xin rút hồ sơ", "Cơ quan đang xem yêu cầu rút.", _WAIT_VI, "wait"),
        8: _words(
            "Đã dừng giải quyết", "Cơ quan không giải quyết tiếp.", "Hỏi lý do ở cán bộ tại quầy.", "end"
        ),
        9: _words(
            "Đã có kết quả", "Hồ sơ đã giải quyết xong.", "Nhận kết quả theo cách ông/bà đã chọn.", "good"
        ),
        10: _words("Đã trả kết quả", "Kết quả đã được trao hoặc gửi đi.", _WAIT_VI, "good"),
        EXPIRED: _words("Phiếu đã hết hạn", "Phiếu không được dùng đúng hạn.", "Khai lại phiếu mới.", "end"),
        WITHDRAWN: _words("Phiếu đã rút", "Phiếu này không còn được dùng.", "Khai lại nếu vẫn cần.", "end"),
    },
    "en": {
        0: _words(
            "Waiting for an officer",
            "Your pre-registration has arrived.",
            "Bring papers and slip to the counter.",
            "act",
        ),
        1: _words("Newly registered", "An officer will check the papers.", _WAIT_EN, "wait"),
        2: _words("Received", "An officer has received your dossier.", "Keep the officer's receipt.", "good"),
        3: _words(
            "Not received", "The dossier does not meet the conditions yet.", "Ask the staff why.", "end"
        ),
        4: _words("Being processed", "The office is working on it.", _WAIT_EN, "wait"),
        5: _words(
            "Papers needed", "Some papers are missing.", "Bring the missing papers to the counter.", "act"
        ),
        6: _words("Payment needed", "Fees or taxes are due.", "Pay as the notice says.", "act"),
        7: _words("Withdrawal asked for", "The office is looking at the request.", _WAIT_EN, "wait"),
        8: _words("Stopped", "The office does not go on with it.", "Ask the staff why.", "end"),
        9: _words("Result ready", "The dossier is settled.", "Collect the result the way you chose.", "good"),
        10: _words("Result handed over", "The result was given or sent.", _WAIT_EN, "good"),
        EXPIRED: _words("Slip expired", "It was not used in time.", "Fill in a new one.", "end"),
        WITHDRAWN: _words("Slip withdrawn", "It is no longer in use.", "Fill in a new one if needed.", "end"),
    },
}

_HERE: dict[str, dict[DossierState, StatusWords]] = {
    "vi": {
        DossierState.QUEUED: _words(
            "Còn chờ gửi", "Phiếu đang được giữ ở máy này.", "Cứ mang phiếu và giấy tờ đến quầy.", "wait"
        ),
        DossierState.SENDING: _words(
            "Đang gửi", "Máy đang gửi phiếu đi.", "Cứ mang phiếu và giấy tờ đến quầy.", "wait"
        ),
        DossierState.SENT: _words(
            "Đã gửi", "Phiếu đã đến nơi, chờ cán bộ xem.", "Mang giấy tờ và phiếu đến quầy.", "act"
        ),
        DossierState.PARKED: _words(
            "Cần cán bộ xem", "Phiếu chưa gửi đi được.", "Đưa phiếu cho cán bộ tại quầy.", "act"
        ),
    },
    "en": {
        DossierState.QUEUED: _words(
            "Waiting to be sent",
            "This machine keeps your slip.",
            "Bring slip and papers to the counter.",
            "wait",
        ),
        DossierState.SENDING: _words(
            "Being sent", "This machine is sending it.", "Bring slip and papers to the counter.", "wait"
        ),
        DossierState.SENT: _words(
            "Sent", "It has arrived and waits for an officer.", "Bring papers and slip to the counter.", "act"
        ),
        DossierState.PARKED: _words(
            "Staff must look", "It could not be sent.", "Show the slip to the staff.", "act"
        ),
    },
}

# True of the request alone: that the slip is withdrawn, only the portal's state 91 says.
_WITHDRAWING: dict[str, dict[DossierState, StatusWords]] = {
    "vi": {
        DossierState.QUEUED: _words(
            "Xin rút, còn chờ gửi", "Máy đang giữ yêu cầu rút phiếu.", "Tra lại sau để biết đã rút.", "wait"
        ),
        DossierState.SENDING: _words(
            "Đang gửi yêu cầu rút", "Máy đang gửi yêu cầu rút đi.", "Tra lại sau để biết đã rút.", "wait"
        ),
        DossierState.SENT: _words(
            "Yêu cầu rút đã đến", "Cổng đã nhận yêu cầu rút.", "Tra lại sau để biết đã rút.", "wait"
        ),
        DossierState.PARKED: _words(
            "Cần cán bộ xem", "Yêu cầu rút chưa gửi đi được.", "Đưa phiếu cho cán bộ tại quầy.", "act"
        ),
    },
    "en": {
        DossierState.QUEUED: _words(
            "Withdrawal waits to be sent", "This machine keeps your request.", "Look again later.", "wait"
        ),
        DossierState.SENDING: _words(
            "Withdrawal being sent", "This machine is sending it.", "Look again later.", "wait"
        ),
        DossierState.SENT: _words(
            "Withdrawal has arrived", "The portal has your request.", "Look again later.", "wait"
        ),
        DossierState.PARKED: _words(
            "Staff must look", "Your request could not be sent.", "Show the slip to the staff.", "act"
        ),
    },
}
