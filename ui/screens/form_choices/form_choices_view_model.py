"""What else the declaration may be used for: each purpose its own choice, none made beforehand."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.consents import TEXTS, Purpose
from ui.context import ScreenContext
from ui.own_form import asked_purposes, first_missing_of_delivery, own_form
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class FormChoicesViewModel(RowsPageViewModel):  # type: ignore[operator]
    """`about`: `code`, and `editing` when it came from the check page. Refusing all loses nothing."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._code = context.text_about("code")
        self._editing = bool(context.about.get("editing", False))
        self._form = self.services.forms[self._code]
        self._procedure: Procedure | None = None
        self.services.find.procedure(self._code, self._found)
        self.paint()

    def arrive(self) -> None:
        self.paint()

    def _found(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self.paint()

    def _asked(self) -> tuple[Purpose, ...]:
        return asked_purposes(self.services, self._procedure, self._code)

    def words(self) -> PageWords:
        return PageWords(
            title=translated("FormChoices", "Ông/bà có muốn thêm không?"),
            line=translated("FormChoices", "Chạm để chọn hoặc bỏ. Không chọn cũng được."),
            icon="fact_check",
            pigment="jade",
            primary=translated("FormChoices", "Tiếp tục"),
            primary_icon="arrow_forward",
            secondary=self._keep_words(),
            secondary_icon="timer",
        )

    def _keep_words(self) -> str:
        visit = self.services.visit
        return "" if visit.practice or self._editing else translated("FormChoices", "Giữ chỗ 15 phút")

    def make_rows(self) -> list[Row]:
        agreed = self.services.visit.agreed_of(self._form.form_id)
        english = self.services.language() == "en"
        rows = []
        for purpose in self._asked():
            text = TEXTS[purpose]
            rows.append(
                Row(
                    key=purpose.value,
                    title=text.en if english else text.vi,
                    line=text.without_en if english else text.without_vi,
                    marked=purpose in agreed,
                )
            )
        return rows

    @Slot(str)
    def open(self, key: str) -> None:
        """Choose a purpose, or take it back."""
        self.services.visit.agreed_of(self._form.form_id).symmetric_difference_update({Purpose(key)})
        self.paint()

    @Slot()
    def primary(self) -> None:
        """Go on: to the address where it is still needed, else to the check page."""
        form = own_form(self.services, self._code)
        answers = self.services.visit.of_form(form.form_id)
        index = first_missing_of_delivery(form, answers, self.services.clock.now().date())
        if index is not None:
            self.way.go("form_question", code=self._code, index=index)
        elif self._editing:
            self.way.back()
        else:
            self.way.go("check_answers", code=self._code)

    @Slot()
    def secondary(self) -> None:
        """Look for papers first: the answers wait."""
        self.way.go("keep_place", code=self._code)
