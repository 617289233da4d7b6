"""Leaving a question, feedback, rating, fault report, vote or withdrawal: sealed and kept before thanks."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain.identifiers import uuid7
from kiosk.domain.messages import (
    ANSWERED,
    KeptMessage,
    Message,
    MessageHeader,
    MessageKind,
    checked,
    new_answer_code,
)
from kiosk.domain.print_documents import PrintDocument
from kiosk.ports.clock import Clock
from kiosk.ports.messages import MessageStore, MessageVault, NewMessage, StoredMessage
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.submit_dossier import epoch_ms

CodeSlipBuilder = Callable[[str, str, datetime], PrintDocument]
"""(answer code, message id, time kept) -> the sheet to print."""

_SALT = b"hnkiosk-answer/v1"  # one for all: the code alone must find the answer
_REMEMBERED = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSecrets:
    """What a code is turned into: `answer_id` is public and finds the answer, `key` opens it."""

    answer_id: str
    key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    message_id: str
    code: str
    secrets: AnswerSecrets | None
    created_at: datetime


class LeaveMessages:
    """Takes messages to the DATABASE lane; wakes printing and sending after the commit. Qt thread."""

    def __init__(
        self,
        tasks: TaskRunner,
        store: MessageStore,
        vault: MessageVault,
        clock: Clock,
        *,
        kept: Callable[[], None],
    ) -> None:
        self._tasks, self._store, self._vault, self._clock = tasks, store, vault, clock
        self._kept = kept
        self._drafts: OrderedDict[str, _Draft] = OrderedDict()

    def leave(
        self,
        message: Message,
        *,
        token: str,
        build_slip: CodeSlipBuilder | None = None,
        done: Callable[[KeptMessage], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Keep a message durably; `done` comes after the commit, with the code to show and print.

        `token` names the act, not the try (`new_token` when the page opens): a double touch is one message.
        `build_slip` is asked for kinds with a code, and for a withdrawal. Raises MessageRefused at once for
        what cannot be taken; `failed` gets StorageFull, StorageBroken or KeysUnusable: nothing was kept then.
        """
        ready = checked(message)

        def work() -> KeptMessage:
            return self._keep(ready, token, build_slip)

        def finish(stored: KeptMessage) -> None:
            self._kept()
            done(stored)

        self._tasks.submit(Lane.DATABASE, work, done=finish, failed=failed)

    def forget(self, token: str) -> None:
        """Drop what is remembered for a token: the visit has ended."""
        self._tasks.submit(Lane.DATABASE, lambda: self._drafts.pop(token, None))

    def _keep(self, message: Message, token: str, build_slip: CodeSlipBuilder | None) -> KeptMessage:
        draft = self._draft(message, token)
        stored = self._store.keep(token, lambda seq: self._prepare(message, draft, seq, build_slip))
        return _kept(message, draft, stored)

    def _draft(self, message: Message, token: str) -> _Draft:
        """Make id and code once for a token, so that a try after a full disk prints the same code."""
        if token not in self._drafts:
            now = self._clock.now()
            code = new_answer_code() if message.kind in ANSWERED else ""
            self._drafts[token] = _Draft(
                message_id=uuid7(epoch_ms(now)),
                code=code,
                secrets=answer_secrets(code) if code else None,
                created_at=now,
            )
            while len(self._drafts) > _REMEMBERED:
                self._drafts.popitem(last=False)
        return self._drafts[token]

    def _prepare(
        self, message: Message, draft: _Draft, seq: int, build_slip: CodeSlipBuilder | None
    ) -> NewMessage:
        header = MessageHeader(
            message_id=draft.message_id,
            kind=message.kind,
            topic=message.topic,
            created_at=draft.created_at,
            local_seq=seq,
            answer_id=draft.secrets.answer_id if draft.secrets else "",
            language=message.language,
            consent_version=message.consent_version,
        )
        has_slip = bool(draft.code) or message.kind is MessageKind.WITHDRAWAL
        slip = build_slip(draft.code, draft.message_id, draft.created_at) if build_slip and has_slip else None
        midnight = draft.created_at.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        return NewMessage(
            message_id=draft.message_id,
            kind=message.kind,
            topic=message.topic,
            created_ms=epoch_ms(draft.created_at),
            payload=self._vault.seal_message(
                header, message, answer_key=draft.secrets.key if draft.secrets else b""
            ),
            slip=slip,
            slip_expires_ms=epoch_ms(midnight),
        )


def answer_secrets(code: str) -> AnswerSecrets:
    """Return what a twelve-digit code finds and opens the answer with; about 50 ms on purpose (scrypt)."""
    derived = hashlib.scrypt(code.encode(), salt=_SALT, n=2**14, r=8, p=1, dklen=64)
    return AnswerSecrets(answer_id=derived[:32].hex(), key=derived[32:])


def _kept(message: Message, draft: _Draft, stored: StoredMessage) -> KeptMessage:
    if stored.message_id != draft.message_id:
        raise LookupError("this message was left before the kiosk started; its code is gone")
    return KeptMessage(
        message_id=draft.message_id,
        kind=message.kind,
        code=draft.code,
        created_at=draft.created_at,
        print_job_id=stored.print_job_id,
    )
