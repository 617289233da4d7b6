"""What the core asks of the room that keeps messages, and of the vault that seals them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.dossiers import SealedPayload
from kiosk.domain.messages import Message, MessageHeader, MessageKind
from kiosk.domain.print_documents import PrintDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """What the transaction stores beside the row's sequence. `slip` None: nothing to print."""

    message_id: str
    kind: MessageKind
    topic: str
    created_ms: int
    payload: SealedPayload
    slip: PrintDocument | None
    slip_expires_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMessage:
    """What the transaction bound. `print_job_id` is empty where nothing is printed."""

    message_id: str
    print_job_id: str


class MessageStore(Protocol):
    """Keeping a message: one transaction, or nothing. DATABASE lane only."""

    def keep(self, token: str, prepare: Callable[[int], NewMessage]) -> StoredMessage:
        """Bind sequence, sealed payload, outbox row, print job and audit row in ONE durable transaction.

        `prepare` gets the row's sequence inside the transaction. The same `token` returns what was stored for
        it. Raises StorageFull, StorageBroken; then nothing is stored.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedAnswer:
    """An officer's private answer, opened by the citizen's code only; nonce and ciphertext as one blob."""

    answer_id: str
    blob: bytes
    answered_ms: int


class MessageVault(Protocol):
    """Seals messages to the portal, opens answers for who holds the code."""

    def seal_message(self, header: MessageHeader, message: Message, *, answer_key: bytes) -> SealedPayload:
        """Return the bytes to store and send; `answer_key` travels inside, empty where none. KeysUnusable."""
        ...

    def open_answer(self, answer: SealedAnswer, answer_key: bytes) -> str | None:
        """Return the answer's text, None where the key does not fit."""
        ...
