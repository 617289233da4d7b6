"""When a paper is needed, as data: `married = no`, several joined by ` and `. Nothing else is read."""

import re
from collections.abc import Sequence

from kiosk.domain.catalogue import Answer, PaperCondition

QUESTIONS_MAX = 5
_ID = re.compile(r"[a-z][a-z0-9_]{1,31}")
_TERM = re.compile(r"([a-z][a-z0-9_]{1,31}) = (yes|no)")


class ConditionProblem(ValueError):  # noqa: N818
    """A question or condition that cannot be taken: `field`, `value` and `reason` say which and why."""

    def __init__(self, field: str, value: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field, self.value, self.reason = field, value, reason


def read_condition(text: str, *, field: str) -> tuple[PaperCondition, ...]:
    """Return the terms of `text`, () for "". Raises ConditionProblem."""
    if not text:
        return ()
    terms = []
    for part in text.split(" and "):
        found = _TERM.fullmatch(part)
        if found is None:
            raise ConditionProblem(field, text, 'not of the form "id = yes" or "id = no", joined by " and "')
        terms.append(PaperCondition(question_id=found[1], answer=Answer(found[2])))
    if len({term.question_id for term in terms}) < len(terms):
        raise ConditionProblem(field, text, "asks the same question twice, which can never or always be so")
    return tuple(terms)


def check_questions(ids: Sequence[str], needs: Sequence[tuple[str, bool]]) -> None:
    """Check a procedure's question ids against its papers' (needed_when, always).

    Raises ConditionProblem: more than five questions, an id twice or malformed, a condition on a question not
    asked or on a paper everybody needs, a question that decides nothing.
    """
    if len(ids) > QUESTIONS_MAX:
        raise ConditionProblem(
            f"questions[{QUESTIONS_MAX}].id", ids[QUESTIONS_MAX], "more than five questions"
        )
    for number, question_id in enumerate(ids):
        if not _ID.fullmatch(question_id):
            raise ConditionProblem(
                f"questions[{number}].id", question_id, "not lower case letters, digits, _"
            )
        if question_id in ids[:number]:
            raise ConditionProblem(f"questions[{number}].id", question_id, "is there twice")
    asked = {name for number, need in enumerate(needs) for name in _asked_for(number, need, ids)}
    for number, question_id in enumerate(ids):
        if question_id not in asked:
            raise ConditionProblem(f"questions[{number}].id", question_id, "decides about no paper")


def _asked_for(number: int, need: tuple[str, bool], ids: Sequence[str]) -> set[str]:
    text, always = need
    field = f"papers[{number}].needed_when"
    names = {term.question_id for term in read_condition(text, field=field)}
    if names and always:
        raise ConditionProblem(field, text, "stands at a paper that is always needed")
    if unknown := sorted(names - set(ids)):
        raise ConditionProblem(field, text, f"no question has the id {unknown[0]}")
    return names
