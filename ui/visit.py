"""The visit in memory: the answers of one person, and nothing else knows them."""

from dataclasses import dataclass, field

from kiosk.domain.catalogue import Answer


@dataclass(slots=True)
class Visit:
    """Answers by form and field. Only memory holds them; `wipe` forgets the person.

    `cases` are answers about the own case by procedure and question, `ticked` the numbers of the papers they
    have, by procedure.
    """

    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    submission_token: str = ""
    cases: dict[str, dict[str, Answer]] = field(default_factory=dict)
    ticked: dict[str, set[int]] = field(default_factory=dict)

    @property
    def personal(self) -> bool:
        """True once anything personal was entered."""
        return bool(self.cases) or any(value for form in self.answers.values() for value in form.values())

    def of_form(self, form_id: str) -> dict[str, str]:
        """The answers of a form, by field name."""
        return self.answers.setdefault(form_id, {})

    def case_of(self, code: str) -> dict[str, Answer]:
        """The answers about the own case in a procedure, by question."""
        return self.cases.setdefault(code, {})

    def ticked_of(self, code: str) -> set[int]:
        """The numbers of the papers of a procedure the person said to have."""
        return self.ticked.setdefault(code, set())

    def wipe(self) -> None:
        """Forget the person."""
        for form in self.answers.values():
            form.clear()
        self.answers.clear()
        self.cases.clear()
        self.ticked.clear()
        self.submission_token = ""
