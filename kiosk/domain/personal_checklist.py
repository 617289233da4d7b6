"""The papers one person needs, from their answers to a few questions about their own case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.catalogue import Answer, ChecklistQuestion, PaperCondition, PlainPaper, PlainText


class Need(Enum):
    """How sure it is that a paper is needed.

    SEE_NOTE: no question decides, the paper's own note says when. ASK: the answer that decides is not known.
    """

    NEEDED = "needed"
    SEE_NOTE = "see_note"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalPaper:
    """A paper of the person's own list; `number` is its place among all papers, from 0."""

    number: int
    paper: PlainPaper
    need: Need


def personal_checklist(text: PlainText, answers: Mapping[str, Answer]) -> tuple[PersonalPaper, ...]:
    """Return the papers of `text` this person may need, in order.

    A paper is left out only where an answer says that its condition does not hold. An answer that is missing
    or UNSURE never leaves a paper out.
    """
    needs = ((number, paper, _need(paper, answers)) for number, paper in enumerate(text.papers))
    return tuple(
        PersonalPaper(number=number, paper=paper, need=need)
        for number, paper, need in needs
        if need is not None
    )


def questions_to_ask(
    questions: Iterable[ChecklistQuestion], text: PlainText, answers: Mapping[str, Answer]
) -> tuple[ChecklistQuestion, ...]:
    """Return the questions that still can change the list: one whose papers are ruled out is not asked."""
    return tuple(question for question in questions if _matters(question.question_id, text, answers))


def _need(paper: PlainPaper, answers: Mapping[str, Answer]) -> Need | None:
    if paper.always:
        return Need.NEEDED
    if not paper.needed_when:
        return Need.SEE_NOTE
    said = [(_said(condition, answers), condition.answer) for condition in paper.needed_when]
    if any(answer is not Answer.UNSURE and answer is not wanted for answer, wanted in said):
        return None
    return Need.ASK if any(answer is Answer.UNSURE for answer, _ in said) else Need.NEEDED


def _said(condition: PaperCondition, answers: Mapping[str, Answer]) -> Answer:
    return answers.get(condition.question_id, Answer.UNSURE)


def _matters(question_id: str, text: PlainText, answers: Mapping[str, Answer]) -> bool:
    others = {name: answer for name, answer in answers.items() if name != question_id}
    return any(
        question_id in {condition.question_id for condition in paper.needed_when}
        and _need(paper, others) is not None
        for paper in text.papers
    )
