"""Back with the papers: the four digits give the answers back, once."""

from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.tracking import TooManyTries
from kiosk.services.keep_place import CODE_DIGITS, NoSuchPlace
from ui.own_form import own_form
from ui.pad_page import PadFault, PadPageViewModel, PadWords
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class ReturnPlaceViewModel(PadPageViewModel):  # type: ignore[operator]
    """A wrong code and one whose time is over are told alike; few wrong ones are taken."""

    longest = CODE_DIGITS

    def words(self) -> PadWords:
        return PadWords(
            title=translated("ReturnPlace", "Mã giữ chỗ của ông/bà?"),
            help=translated("ReturnPlace", "Bốn chữ số máy đã cho, trong 15 phút."),
            next=translated("ReturnPlace", "Khai tiếp"),
        )

    def shown(self) -> str:
        return " ".join(self.digits)

    def go_on(self) -> None:
        if len(self.digits) != CODE_DIGITS:
            self.refuse(PadFault(title=translated("ReturnPlace", "Mã giữ chỗ có đủ bốn chữ số.")))
            return
        found = self.services.places.take(self.digits)
        self.fill("")
        if isinstance(found, TooManyTries):
            self.way.instead("please_wait", wait_s=found.wait_s)
        elif isinstance(found, NoSuchPlace):
            self.refuse(
                PadFault(
                    title=translated("ReturnPlace", "Không có chỗ nào giữ với mã này."),
                    line=translated("ReturnPlace", "Xem lại mã. Quá 15 phút, mời ông/bà khai lại."),
                )
            )
        else:
            code = found.procedure_code
            self.services.visit.take(found, self.services.forms[code].form_id)
            found.wipe()
            self._return_to(code)

    def _return_to(self, code: str) -> None:
        """To the first question without an answer, else to the check page."""
        form = own_form(self.services, code)
        answers = self.services.visit.of_form(form.form_id)
        index = next((n for n, field in enumerate(form.fields) if field.name not in answers), None)
        if index is None:
            self.way.instead("check_answers", code=code)
        else:
            self.way.instead("form_question", code=code, index=index)
