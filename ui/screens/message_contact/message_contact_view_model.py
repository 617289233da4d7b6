"""A telephone number to call back, for who wants to leave one."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.messages import MessageKind
from ui.context import ScreenContext
from ui.message_words import draft_of
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

_PHONE_DIGITS = 10


@QmlElement
@QmlUncreatable("Made by the way")
class MessageContactViewModel(PadPageViewModel):  # type: ignore[operator]
    """`about`: `kind`, and `editing` when it came from the review. Leaving it out is one touch."""

    longest = _PHONE_DIGITS

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._kind = MessageKind(context.text_about("kind"))
        self._editing = bool(context.about.get("editing", False))
        self.digits = self._draft().get("contact", "")

    def _draft(self) -> dict[str, str]:
        return draft_of(self.services.visit, self._kind)

    def words(self) -> PadWords:
        return PadWords(
            title=translated("MessageContact", "Số điện thoại của ông/bà?"),
            help=translated("MessageContact", "Để cán bộ gọi lại. Không bắt buộc."),
            next=translated("MessageContact", "Tiếp tục"),
            skip=translated("MessageContact", "Bỏ qua"),
        )

    def shown(self) -> str:
        parts = (self.digits[:4], self.digits[4:7], self.digits[7:])
        return " ".join(part for part in parts if part)

    def go_on(self) -> None:
        if not self.digits.startswith("0") or len(self.digits) != _PHONE_DIGITS:
            self.refuse(
                PadFault(title=translated("MessageContact", "Số điện thoại có mười chữ số, bắt đầu bằng 0."))
            )
            return
        self._keep(self.digits)

    def go_without(self) -> None:
        self._keep("")

    def _keep(self, contact: str) -> None:
        self._draft()["contact"] = contact
        if self._editing:
            self.way.back()
        else:
            self.way.go("message_review", kind=self._kind.value)
