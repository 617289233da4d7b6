"""S7, one question a page."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.access_modes import Keys
from kiosk.domain.card_prefill import card_answers, takes_card
from kiosk.domain.catalogue import Procedure
from kiosk.domain.forms import (
    FieldFault,
    FieldKind,
    FormField,
    check_answer,
    is_year_alone,
    longest_answer,
    normalise_answer,
)
from kiosk.domain.forms_wording import display_answer, fault_text
from kiosk.domain.identity_card import CardProblem, parse_card_qr
from kiosk.domain.person_checks import second_looks
from kiosk.domain.postal_delivery import suggested
from kiosk.domain.vietnamese_composition import backspace
from kiosk.domain.word_suggestions import Suggested
from ui.context import ScreenContext
from ui.date_entry import DateEntry
from ui.dates import long_date
from ui.keyboard_page import KeyboardPageViewModel
from ui.own_form import asked_purposes, own_form
from ui.rows import Row, RowModel
from ui.view_model import translated

_DATES = frozenset({FieldKind.DATE, FieldKind.DATE_OF_BIRTH})
_DIGITS = frozenset({FieldKind.CITIZEN_ID, FieldKind.PHONE, FieldKind.NUMBER})

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class FormQuestionViewModel(KeyboardPageViewModel):  # type: ignore[operator]
    """Collects one answer in memory. `about`: code, index, and `editing` when it came from the check page."""

    textsChanged = Signal()
    answerChanged = Signal()
    faultChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._index = int(str(context.about["index"]))
        self._editing = bool(context.about.get("editing", False))
        self._form = own_form(self._services, self._code)
        self._own_count = len(self._services.forms[self._code].fields)
        self._field: FormField = self._form.fields[self._index]
        given = self._services.visit.of_form(self._form.form_id)
        self._value = given.get(self._field.name, "") or suggested(self._form, self._field, given)
        self._date = DateEntry.from_iso(self._value if self._field.kind in _DATES else "")
        self._fault: FieldFault | None = None
        self._looked_twice = False
        self._note = ""
        self._procedure: Procedure | None = None
        self._services.find.procedure(self._code, self._found)
        self._stop = self._services.scans.watch(self._scanned)
        self._choices = RowModel(self)
        self._paint_choices()
        self.offer_words()

    def leave(self) -> None:
        self._stop()
        self._value = ""
        self._date = DateEntry()

    def retranslate(self) -> None:
        super().retranslate()
        self._paint_choices()
        self.answerChanged.emit()
        self.faultChanged.emit()

    def _found(self, procedure: Procedure | None) -> None:
        self._procedure = procedure

    # --- an identity card before the scanner -------------------------------------------------------

    def _scanned(self, text: str) -> None:
        """Fill in what the card says of this person; the person reads it, the card proves nothing."""
        card = parse_card_qr(text)
        if isinstance(card, CardProblem):
            self._say(translated("FormQuestion", "Mã này không phải thẻ căn cước. Mời ông/bà gõ."))
            return
        today = self._services.clock.now().date()
        found = dict(card_answers(self._form, self._field, card, today))
        if not found:
            self._say(translated("FormQuestion", "Câu này không lấy từ thẻ. Mời ông/bà gõ."))
            return
        self._services.visit.of_form(self._form.form_id).update(found)
        if self._field.name in found:
            self._value = found[self._field.name]
            self._date = DateEntry.from_iso(self._value if self._field.kind in _DATES else "")
            self._paint_choices()
        self._changed()
        self._say(translated("FormQuestion", "Đã điền từ thẻ. Cán bộ vẫn xem thẻ."))

    def _say(self, note: str) -> None:
        self._note = note
        self.faultChanged.emit()

    # --- keys -----------------------------------------------------------------------------------

    @Slot(str)
    def digit(self, digit: str) -> None:
        """A digit of the number pad."""
        if self._field.kind in _DATES:
            self._date = self._date.typed(digit)
            self._changed()
        else:
            self._typed(self._value + digit)

    @Slot()
    def backspace(self) -> None:
        """Take the last letter or digit away."""
        if self._field.kind in _DATES:
            self._date = self._date.erased()
            self._changed()
        else:
            self._typed(backspace(self._value))

    @Slot()
    def clear(self) -> None:
        """Begin this answer again."""
        self._date = DateEntry()
        self._value = ""
        self._changed()

    @Slot(str)
    def partTapped(self, part: str) -> None:
        """Day, month or year was touched."""
        self._date = self._date.at(part)
        self.answerChanged.emit()

    @Slot(str)
    def choose(self, value: str) -> None:
        """A choice was touched: keep it and go on."""
        self._value = value
        self._paint_choices()
        self._changed()
        self.next()

    # --- going on -------------------------------------------------------------------------------

    @Slot()
    def next(self) -> None:
        """Keep the answer if it stands, else say what to mend."""
        answer = normalise_answer(self._field, self._answer())
        today = self._services.clock.now().date()
        self._fault = check_answer(self._field, answer, today)
        if self._fault is None and not self._looked_twice:
            answers = {**self._services.visit.of_form(self._form.form_id), self._field.name: answer}
            looks = second_looks(self._form, answers, today)
            self._fault = next((look for look in looks if look.field == self._field.name), None)
            self._looked_twice = self._fault is not None
        self.faultChanged.emit()
        if self._fault is None:
            self._keep(answer)

    @Slot()
    def skip(self) -> None:
        """Leave an optional question without an answer."""
        if not self._field.required:
            self._keep("")

    def _keep(self, answer: str) -> None:
        self._services.visit.of_form(self._form.form_id)[self._field.name] = answer
        if self._editing:
            self._way.back()
        elif self._index + 1 == self._own_count and asked_purposes(
            self._services, self._procedure, self._code
        ):
            self._way.go("form_choices", code=self._code)
        elif self._index + 1 < len(self._form.fields):
            self._way.go("form_question", code=self._code, index=self._index + 1)
        else:
            self._way.go("check_answers", code=self._code)

    def _answer(self) -> str:
        if self._field.kind in _DATES:
            return self._date.iso(year_alone=self._field.year_alone)
        return self._value

    def types_telex(self) -> bool:
        return self._services.modes().keys is Keys.TELEX

    def typed_text(self) -> str:
        return self._value

    def words_offered(self) -> tuple[str, ...]:
        return self._services.words.offered(self._value, self._field.offers())

    def _typed(self, value: str) -> None:
        if self._field.kind is FieldKind.PERSON_NAME:
            value = " ".join(word[:1].upper() + word[1:] for word in value.split(" "))
        self._services.visit.typing = True
        longest = longest_answer(self._field)
        self._value = value[:longest]
        self._changed()
        if len(value) > longest:
            self._say(translated("FormQuestion", "Ô này đã đầy. Máy không nhận thêm."))

    def _changed(self) -> None:
        self._looked_twice = False
        if self._fault is not None or self._note:
            self._fault, self._note = None, ""
            self.faultChanged.emit()
        self.offer_words()
        self.answerChanged.emit()

    def _paint_choices(self) -> None:
        english = self._services.language() == "en"
        self._choices.replace(
            [
                Row(
                    key=choice.value,
                    title=choice.en if english else choice.vi,
                    icon="check" if choice.value == self._value else "",
                    marked=choice.value == self._value,
                )
                for choice in self._field.choices
            ]
        )

    def _words(self, vi: str, en: str) -> str:
        return en if self._services.language() == "en" else vi

    @Slot()
    def keepPlace(self) -> None:
        """Look for papers first: the answers wait."""
        self._way.go("keep_place", code=self._code)

    # --- what QML shows -------------------------------------------------------------------------

    @Property(str, constant=True)
    def kind(self) -> str:
        """`text`, `date`, `choice` or `digits`: which input the page shows."""
        if self._field.kind in _DATES:
            return "date"
        if self._field.kind is FieldKind.CHOICE:
            return "choice"
        return "digits" if self._field.kind in _DIGITS else "text"

    @Property(str, notify=textsChanged)
    def stepText(self) -> str:
        words = translated("FormQuestion", "%1. Câu %2 trong %3")
        title = self._words(self._form.title_vi, self._form.title_en)
        return (
            words.replace("%1", title).replace("%2", str(self._index + 1)).replace("%3", str(self.stepCount))
        )

    @Property(str, notify=textsChanged)
    def shortStepText(self) -> str:
        words = translated("FormQuestion", "Câu %1 trong %2")
        return words.replace("%1", str(self._index + 1)).replace("%2", str(self.stepCount))

    @Property(int, constant=True)
    def step(self) -> int:
        return self._index + 1

    @Property(int, constant=True)
    def stepCount(self) -> int:
        return len(self._form.fields)

    @Property(str, notify=textsChanged)
    def question(self) -> str:
        return self._words(self._field.question_vi, self._field.question_en)

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        if self._services.scanner.is_there and takes_card(self._field):
            return translated("FormQuestion", "Gõ, hoặc quét mã trên thẻ căn cước.")
        return self._words(self._field.help_vi, self._field.help_en)

    @Property(str, notify=textsChanged)
    def reason(self) -> str:
        return self._words(self._field.reason_vi, self._field.reason_en)

    @Property(bool, constant=True)
    def optional(self) -> bool:
        return not self._field.required

    @Property(bool, constant=True)
    def offersWords(self) -> bool:
        """True where words to go on with are offered: never for names and numbers."""
        return self._field.offers() is not Suggested.NOTHING

    @Property(bool, constant=True)
    def canKeep(self) -> bool:
        """Whether the answers may wait while the person looks for papers: on questions that need one."""
        return self._field.required and not self._editing and not self._services.visit.practice

    @Property(str, notify=faultChanged)
    def note(self) -> str:
        """What a card before the scanner did, or empty."""
        return self._note

    @Property(bool, notify=faultChanged)
    def mayGoOn(self) -> bool:
        """True while the fault shown is only worth a second look: the same button goes on."""
        return self._looked_twice and self._fault is not None

    @Property(bool, constant=True)
    def editing(self) -> bool:
        return self._editing

    @Property(str, notify=answerChanged)
    def value(self) -> str:
        if self._field.kind is FieldKind.CITIZEN_ID:
            return " ".join(self._value[start : start + 4] for start in range(0, len(self._value), 4))
        return self._value

    @Property(str, notify=answerChanged)
    def day(self) -> str:
        return self._date.day

    @Property(str, notify=answerChanged)
    def month(self) -> str:
        return self._date.month

    @Property(str, notify=answerChanged)
    def year(self) -> str:
        return self._date.year

    @Property(str, notify=answerChanged)
    def activePart(self) -> str:
        return self._date.active

    @Property(str, notify=answerChanged)
    def dateInWords(self) -> str:
        """The day as people say it; where the year may do, how to give it alone."""
        day = self._date.date()
        if day is not None:
            return long_date(day, self._services.language())
        answer = self._answer()
        if not answer and self._field.year_alone:
            return translated("FormQuestion", "Chỉ biết năm thì chạm ô Năm.")
        alone = is_year_alone(self._field, answer)
        return display_answer(self._field, answer, self._services.language()) if alone else ""

    @Property(QObject, constant=True)
    def choices(self) -> RowModel:
        return self._choices

    @Property(str, notify=faultChanged)
    def fault(self) -> str:
        return (
            fault_text(self._fault, self._field, self._services.language()) if self._fault is not None else ""
        )
