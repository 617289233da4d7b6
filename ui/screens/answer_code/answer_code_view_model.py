"""The twelve digits of a question: they find its answer and open it."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import (
    CODE_DIGITS,
    BadAnswerCode,
    PrivateAnswer,
    format_answer_code,
    parse_answer_code,
)
from kiosk.domain.tracking import TooManyTries
from kiosk.ports.outbox import StorageError
from kiosk.services.find_answers import AnswerOutcome, NoAnswerYet
from ui.context import ScreenContext
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class AnswerCodeViewModel(PadPageViewModel):  # type: ignore[operator]
    """A wrong check digit is refused at once; an unknown code and one without answer are told alike."""

    longest = CODE_DIGITS

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._stop = self.services.scans.watch(self._scanned)

    def leave(self) -> None:
        super().leave()
        self._stop()

    def words(self) -> PadWords:
        return PadWords(
            title=translated("AnswerCode", "Mã câu hỏi của ông/bà?"),
            help=translated("AnswerCode", "Mười hai chữ số trên phiếu. Quét mã cũng được.")
            if self.services.scanner.is_there
            else translated("AnswerCode", "Mười hai chữ số trên phiếu câu hỏi."),
            next=translated("AnswerCode", "Xem trả lời"),
        )

    def shown(self) -> str:
        return format_answer_code(self.digits)

    def typed(self) -> None:
        if len(self.digits) == CODE_DIGITS:
            self._checked(self.digits)

    def _checked(self, text: str) -> str:
        """Return the digits, "" where they are refused."""
        try:
            return parse_answer_code(text)
        except BadAnswerCode as error:
            self.refuse(_code_fault(error))
            return ""

    def _scanned(self, text: str) -> None:
        digits = self._checked(text)
        if digits:
            self.fill(digits)
            self.next()

    def go_on(self) -> None:
        digits = self._checked(self.digits)
        if digits:
            self.services.visit.of_form("answer")["code"] = digits
            self.work(busy=True)
            self.services.answers.look_up(digits, done=self._answered, failed=self._unreadable)

    def _answered(self, outcome: AnswerOutcome) -> None:
        if self.left:
            return
        self.work(busy=False)
        if isinstance(outcome, PrivateAnswer):
            self.way.instead("answer_shown", answer=outcome)
        elif isinstance(outcome, TooManyTries):
            self.way.instead("please_wait", wait_s=outcome.wait_s)
        else:
            self.refuse(_none_yet(outcome))

    def _unreadable(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        if not self.left:
            self.refuse(
                PadFault(
                    title=translated("AnswerCode", "Máy chưa tra được lúc này."),
                    line=translated("AnswerCode", "Mời ông/bà hỏi cán bộ tại quầy."),
                )
            )


def _code_fault(error: BadAnswerCode) -> PadFault:
    if error.reason == "length":
        return PadFault(
            title=translated("AnswerCode", "Mã câu hỏi có đủ mười hai chữ số."),
            line=translated("AnswerCode", "Ông/bà nhập tiếp cho đủ."),
        )
    return PadFault(
        title=translated("AnswerCode", "Có chữ số chưa đúng."),
        line=translated("AnswerCode", "Ông/bà xem lại từng số trên phiếu."),
    )


def _none_yet(outcome: NoAnswerYet) -> PadFault:
    title = translated("AnswerCode", "Chưa có câu trả lời cho mã này.")
    if outcome.asked_portal:
        return PadFault(title=title, line=translated("AnswerCode", "Ông/bà xem lại mã, hoặc quay lại sau."))
    return PadFault(title=title, line=translated("AnswerCode", "Máy chưa hỏi được Cổng. Ông/bà thử lại sau."))
