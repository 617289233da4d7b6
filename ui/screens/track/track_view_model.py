"""S12, following a pre-registration: its number, then its six-digit code."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.numbering import LOOKUP_DIGITS, RECEIPT_DIGITS, BadReceiptNumber, parse_receipt
from kiosk.domain.tracking import NotTracked, TooManyTries, Tracked, TrackingOutcome
from kiosk.ports.outbox import StorageError
from ui.context import ScreenContext
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
TRACKED = "tracking"
"""The visit's drawer for the number that is followed: dropped with the visit."""


@QmlElement
@QmlUncreatable("Made by the way")
class TrackViewModel(PadPageViewModel):  # type: ignore[operator]
    """`about`: `number` once it is known; then the code is asked. A wrong check digit is refused at once."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._number = str(context.about.get("number", ""))
        self.longest = LOOKUP_DIGITS if self._number else RECEIPT_DIGITS
        self._stop = self.services.scans.watch(self._scanned)

    def leave(self) -> None:
        super().leave()
        self._stop()

    def words(self) -> PadWords:
        if self._number:
            return PadWords(
                title=translated("Track", "Mã tra cứu của ông/bà?"),
                help=translated("Track", "Sáu chữ số, in dưới số phiếu."),
                next=translated("Track", "Xem hồ sơ"),
            )
        return PadWords(
            title=translated("Track", "Số phiếu của ông/bà?"),
            help=translated("Track", "Mười một chữ số sau chữ PK. Quét mã trên phiếu cũng được.")
            if self.services.scanner.is_there
            else translated("Track", "Mười một chữ số sau chữ PK trên phiếu."),
            next=translated("Track", "Tiếp tục"),
        )

    def shown(self) -> str:
        if self._number:
            return f"{self.digits[:3]} {self.digits[3:]}".strip()
        parts = (self.digits[:3], self.digits[3:6], self.digits[6:9])
        spaced = " ".join(part for part in parts if part)
        return f"{spaced}-{self.digits[9:]}" if len(self.digits) > 9 else spaced  # noqa: PLR2004  check digits

    def typed(self) -> None:
        if not self._number and len(self.digits) == RECEIPT_DIGITS:
            self._checked()

    def go_on(self) -> None:
        if self._number:
            self._look_up()
        elif self._checked():
            self._ask_code(self.digits)

    def _ask_code(self, number: str) -> None:
        self.services.visit.of_form(TRACKED)["number"] = number
        self.way.go("track", number=number)

    def _checked(self) -> bool:
        try:
            parse_receipt(self.digits)
        except BadReceiptNumber as error:
            self.refuse(_number_fault(error))
            return False
        return True

    def _scanned(self, text: str) -> None:
        """A slip before the scanner: its code holds the number, never the six digits."""
        kind, _, rest = text.partition(":")
        number = rest.partition(":")[0] if kind.upper() == "HNPK1" else text
        try:
            number = parse_receipt(number)
        except BadReceiptNumber as error:
            self.refuse(_number_fault(error))
            return
        if self._number:
            self.way.back()
        self._ask_code(number)

    def _look_up(self) -> None:
        if len(self.digits) != LOOKUP_DIGITS:
            self.refuse(PadFault(title=translated("Track", "Mã tra cứu có đủ sáu chữ số.")))
            return
        self.work(busy=True)
        self.services.tracking.look_up(
            self._number, self.digits, done=self._answered, failed=self._unreadable
        )

    def _answered(self, outcome: TrackingOutcome) -> None:
        if self.left:
            return
        self.work(busy=False)
        if isinstance(outcome, Tracked):
            self.way.instead("track_result", tracked=outcome, code=self.digits)
        elif isinstance(outcome, TooManyTries):
            self.way.instead("please_wait", wait_s=outcome.wait_s)
        else:
            self.fill("")
            self.refuse(_not_found(outcome))

    def _unreadable(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        if not self.left:
            self.refuse(
                PadFault(
                    title=translated("Track", "Máy chưa tra được lúc này."),
                    line=translated("Track", "Mời ông/bà hỏi cán bộ tại quầy."),
                )
            )


def _number_fault(error: BadReceiptNumber) -> PadFault:
    if error.reason == "length":
        return PadFault(
            title=translated("Track", "Số phiếu có đủ mười một chữ số."),
            line=translated("Track", "Ông/bà nhập tiếp cho đủ."),
        )
    return PadFault(
        title=translated("Track", "Có chữ số chưa đúng."),
        line=translated("Track", "Ông/bà xem lại từng số trên phiếu."),
    )


def _not_found(outcome: NotTracked) -> PadFault:
    title = translated("Track", "Số phiếu và mã này chưa khớp.")
    if outcome.asked_portal:
        return PadFault(title=title, line=translated("Track", "Ông/bà xem lại phiếu, hoặc hỏi cán bộ."))
    return PadFault(title=title, line=translated("Track", "Máy chưa hỏi được Cổng, chỉ tìm trong máy."))
