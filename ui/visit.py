"""The visit in memory: the answers of one person, and nothing else knows them."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Visit:
    """Answers by form and field. Only memory holds them; `wipe` forgets the person."""

    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    submission_token: str = ""

    @property
    def personal(self) -> bool:
        """True once anything personal was entered."""
        return any(value for form in self.answers.values() for value in form.values())

    def of_form(self, form_id: str) -> dict[str, str]:
        """The answers of a form, by field name."""
        return self.answers.setdefault(form_id, {})

    def wipe(self) -> None:
        """Forget the person."""
        for form in self.answers.values():
            form.clear()
        self.answers.clear()
        self.submission_token = ""
