"""The visit in memory: the answers of one person, and nothing else knows them."""

from dataclasses import dataclass, field

from kiosk.domain.catalogue import Answer
from kiosk.domain.consents import Purpose
from kiosk.services.keep_place import KeptAnswers


@dataclass(slots=True)
class Visit:
    """Answers by form and field. Only memory holds them; `wipe` forgets the person.

    `cases` are answers about the own case by procedure and question, `ticked` the numbers of the papers they
    have, by procedure. `agreed` are the free purposes a person agreed to, by form. `practice` is a pupil's
    visit: nothing of it is kept or sent. `kept_code` is the place kept for this person, "" for none.
    `typing`: something was typed into a form, the answer itself not given yet.
    """

    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    submission_token: str = ""
    cases: dict[str, dict[str, Answer]] = field(default_factory=dict)
    ticked: dict[str, set[int]] = field(default_factory=dict)
    agreed: dict[str, set[Purpose]] = field(default_factory=dict)
    practice: bool = False
    kept_code: str = ""
    typing: bool = False

    @property
    def personal(self) -> bool:
        """True once anything personal was entered; a pupil's visit ends like one."""
        entered = any(value for form in self.answers.values() for value in form.values())
        return bool(self.cases) or entered or self.typing or self.practice

    def of_form(self, form_id: str) -> dict[str, str]:
        """The answers of a form, by field name."""
        return self.answers.setdefault(form_id, {})

    def case_of(self, code: str) -> dict[str, Answer]:
        """The answers about the own case in a procedure, by question."""
        return self.cases.setdefault(code, {})

    def ticked_of(self, code: str) -> set[int]:
        """The numbers of the papers of a procedure the person said to have."""
        return self.ticked.setdefault(code, set())

    def agreed_of(self, form_id: str) -> set[Purpose]:
        """The free purposes the person agreed to for a form."""
        return self.agreed.setdefault(form_id, set())

    def take(self, kept: KeptAnswers, form_id: str) -> None:
        """Take a form's answers back from where they were kept."""
        self.of_form(form_id).update(kept.answers)
        self.agreed_of(form_id).update(kept.agreed)

    def wipe(self) -> None:
        """Forget the person."""
        for form in self.answers.values():
            form.clear()
        self.answers.clear()
        self.cases.clear()
        self.ticked.clear()
        self.agreed.clear()
        self.submission_token = self.kept_code = ""
        self.practice = self.typing = False
