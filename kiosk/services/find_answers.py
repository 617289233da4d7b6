"""Answers: public ones for all, private ones for who holds the code."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.domain.attempts import AttemptLimits
from kiosk.domain.messages import PrivateAnswer, parse_answer_code
from kiosk.domain.portal_data import PublicAnswer
from kiosk.domain.text_folding import fold
from kiosk.domain.tracking import TooManyTries
from kiosk.ports.clock import Clock
from kiosk.ports.messages import MessageVault, SealedAnswer
from kiosk.ports.portal import PortalError, RateLimited
from kiosk.ports.portal_data import PortalDataStore, PortalLookUps
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.attempt_guard import AttemptGuard
from kiosk.services.leave_message import AnswerSecrets, answer_secrets

Failed = Callable[[Exception], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAnswerYet:
    """Nothing under this code: not answered yet, or no such code. `asked_portal` as in NotTracked."""

    asked_portal: bool


AnswerOutcome = PrivateAnswer | NoAnswerYet | TooManyTries


class FindAnswers:
    """Looks for a private answer by its code. Qt thread."""

    def __init__(
        self,
        tasks: TaskRunner,
        store: PortalDataStore,
        portal: PortalLookUps | None,
        vault: MessageVault,
        clock: Clock,
        *,
        is_online: Callable[[], bool],
        limits: AttemptLimits | None = None,
    ) -> None:
        self._tasks, self._store, self._portal, self._vault = tasks, store, portal, vault
        self._clock, self._is_online = clock, is_online
        self._guard = AttemptGuard(clock, limits)

    def look_up(self, code: str, *, done: Callable[[AnswerOutcome], None], failed: Failed) -> None:
        """Find and open an answer. Raises BadAnswerCode at once where the check digits do not fit.

        What this machine keeps is looked at first, the portal after; `failed` gets StorageError.
        """
        digits = parse_answer_code(code)
        wait_s = self._guard.wait_s(digits)
        if wait_s:
            done(TooManyTries(wait_s=wait_s))
            return

        def looked(found: tuple[AnswerSecrets, SealedAnswer | None, int]) -> None:
            secrets, sealed, as_of_ms = found
            answer = self._opened(sealed, secrets, as_of_ms)
            if answer is not None:
                done(answer)
            elif self._portal is not None and self._is_online():
                self._ask_portal(self._portal, digits, secrets, done=done, failed=failed)
            else:
                self._guard.note_wrong(digits)
                done(NoAnswerYet(asked_portal=False))

        def work() -> tuple[AnswerSecrets, SealedAnswer | None, int]:
            secrets = answer_secrets(digits)
            return secrets, self._store.answer(secrets.answer_id), self._store.as_of_ms()

        self._tasks.submit(Lane.DATABASE, work, done=looked, failed=failed)

    def _ask_portal(
        self,
        portal: PortalLookUps,
        digits: str,
        secrets: AnswerSecrets,
        *,
        done: Callable[[AnswerOutcome], None],
        failed: Failed,
    ) -> None:
        def answered(sealed: SealedAnswer | None) -> None:
            now_ms = int(self._clock.now().timestamp() * 1000)
            answer = self._opened(sealed, secrets, now_ms)
            if answer is None:
                self._guard.note_wrong(digits)
            done(answer or NoAnswerYet(asked_portal=True))

        def not_answered(error: Exception) -> None:
            if isinstance(error, RateLimited):
                done(TooManyTries(wait_s=int(error.retry_after_s)))
            elif isinstance(error, PortalError):
                done(NoAnswerYet(asked_portal=False))
            else:
                failed(error)

        self._tasks.submit(
            Lane.NETWORK,
            lambda: portal.private_answer(secrets.answer_id),
            done=answered,
            failed=not_answered,
        )

    def _opened(
        self, sealed: SealedAnswer | None, secrets: AnswerSecrets, as_of_ms: int
    ) -> PrivateAnswer | None:
        text = self._vault.open_answer(sealed, secrets.key) if sealed is not None else None
        if sealed is None or text is None:
            return None
        return PrivateAnswer(
            answer=text, answered_at=self._time(sealed.answered_ms), as_of=self._time(as_of_ms)
        )

    def _time(self, epoch_ms: int) -> datetime:
        return datetime.fromtimestamp(epoch_ms / 1000, tz=UTC).astimezone(self._clock.now().tzinfo)


def public_answers(
    answers: Sequence[PublicAnswer], *, text: str = "", topic: str = ""
) -> tuple[PublicAnswer, ...]:
    """Return public answers of `topic` (all where empty) that hold every word of `text`, marks or not."""
    words = fold(text).split()
    return tuple(
        answer
        for answer in answers
        if (not topic or answer.topic == topic)
        and all(word in fold(f"{answer.question} {answer.answer}") for word in words)
    )
