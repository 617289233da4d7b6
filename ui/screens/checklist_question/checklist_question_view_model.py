"""S5, one question about the own case a page: yes, no, or not sure."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Answer, ChecklistQuestion, PlainText, Procedure, QuestionText
from kiosk.domain.personal_checklist import questions_to_ask
from ui.context import ScreenContext
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class ChecklistQuestionViewModel(ViewModel):  # type: ignore[operator]
    """Keeps the answer in the visit's memory only. `about`: code, and index among all questions from 0.

    A question that earlier answers made pointless is passed over.
    """

    textsChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._index = int(str(context.about["index"]))
        self._procedure: Procedure | None = None
        self._left = False
        self._services.find.procedure(self._code, self._show)

    def leave(self) -> None:
        self._left = True

    def _show(self, procedure: Procedure | None) -> None:
        if self._left:
            return
        if procedure is None or not self._asked(procedure):
            self._way.back()
            return
        self._procedure = procedure
        self.textsChanged.emit()

    @Slot(str)
    def choose(self, answer: str) -> None:
        """Keep `yes`, `no` or `unsure` and go on."""
        if self._procedure is None:
            return
        question = self._procedure.questions[self._index]
        self._services.visit.case_of(self._code)[question.question_id] = Answer(answer)
        following = self._following(self._procedure)
        if following is None:
            self._way.go("checklist", code=self._code)
        else:
            self._way.go("checklist_question", code=self._code, index=following)

    def _asked(self, procedure: Procedure) -> bool:
        return 0 <= self._index < len(procedure.questions) and self._text(procedure) is not None

    def _text(self, procedure: Procedure) -> PlainText | None:
        return procedure.text(self._services.language())

    def _following(self, procedure: Procedure) -> int | None:
        """The place of the next question that still matters, None after the last."""
        places = [procedure.questions.index(one) for one in self._to_ask(procedure, upto=self._index + 1)]
        return next((place for place in places if place > self._index), None)

    def _to_ask(self, procedure: Procedure, *, upto: int) -> tuple[ChecklistQuestion, ...]:
        """The questions that matter after the first `upto`; answers to later ones are from another try."""
        text = self._text(procedure)
        if text is None:
            return ()
        case = self._services.visit.case_of(self._code)
        earlier = [question.question_id for question in procedure.questions[:upto]]
        answers = {name: case[name] for name in earlier if name in case}
        return questions_to_ask(procedure.questions, text, answers)

    def _question(self) -> ChecklistQuestion | None:
        return self._procedure.questions[self._index] if self._procedure is not None else None

    def _words(self) -> QuestionText | None:
        question = self._question()
        return question.text(self._services.language()) if question is not None else None

    def _places(self) -> tuple[int, int]:
        """(place from 1, how many) among the questions that matter now."""
        if self._procedure is None:
            return 1, 1
        asked = self._to_ask(self._procedure, upto=self._index)
        before = sum(self._procedure.questions.index(question) < self._index for question in asked)
        return before + 1, max(before + 1, len(asked))

    # --- what QML shows -------------------------------------------------------------------------

    @Property(bool, notify=textsChanged)
    def loaded(self) -> bool:
        return self._procedure is not None

    @Property(int, notify=textsChanged)
    def step(self) -> int:
        return self._places()[0]

    @Property(int, notify=textsChanged)
    def stepCount(self) -> int:
        return self._places()[1]

    @Property(str, notify=textsChanged)
    def stepText(self) -> str:
        text = self._text(self._procedure) if self._procedure is not None else None
        step, count = self._places()
        words = translated("ChecklistQuestion", "%1. Câu %2 trong %3")
        name = text.name if text is not None else ""
        return words.replace("%2", str(step)).replace("%3", str(count)).replace("%1", name)

    @Property(str, notify=textsChanged)
    def icon(self) -> str:
        question = self._question()
        return question.icon if question is not None else "help"

    @Property(str, notify=textsChanged)
    def question(self) -> str:
        words = self._words()
        return words.question if words is not None else ""

    @Property(str, notify=textsChanged)
    def help(self) -> str:
        """Why it is asked, and that the answer is not kept."""
        words = self._words()
        promise = translated("ChecklistQuestion", "Máy không giữ lại câu trả lời.")
        return f"{words.help} {promise}".strip() if words is not None else ""

    @Property(str, notify=textsChanged)
    def yesText(self) -> str:
        words = self._words()
        return words.yes if words is not None and words.yes else translated("ChecklistQuestion", "Có")

    @Property(str, notify=textsChanged)
    def noText(self) -> str:
        words = self._words()
        return words.no if words is not None and words.no else translated("ChecklistQuestion", "Không")
