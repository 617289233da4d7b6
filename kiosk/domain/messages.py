"""What people leave beside a dossier: questions, feedback, ratings, fault reports, votes, withdrawals.

All of it is sealed alike before it touches the disk. Who asked gets a twelve-digit code and nothing else: the
code finds the answer and opens it, and it stands nowhere but on the citizen's paper.
"""

import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

TEXT_MAX = 1000
CONTACT_MAX = 80
TEXT_MIN = 5
SCORES = range(1, 6)
CODE_DIGITS = 12
_SEPARATORS = re.compile(r"[\s.\-–]+")


class MessageKind(Enum):
    """What was left. The value travels to the portal."""

    QUESTION = "question"
    FEEDBACK = "feedback"
    RATING = "rating"
    FAULT = "fault"
    VOTE = "vote"
    WITHDRAWAL = "withdrawal"


ANSWERED = frozenset({MessageKind.QUESTION, MessageKind.FEEDBACK, MessageKind.FAULT})
"""Kinds that get a code: a person may come back for an answer."""

_CHOSEN = frozenset({MessageKind.VOTE, MessageKind.WITHDRAWAL})


class MessageRefused(ValueError):  # noqa: N818  a refusal of what was typed
    """`field` (text, contact, score, choice) cannot be taken; `reason` is short, long or missing."""

    def __init__(self, field: str, *, reason: str) -> None:
        self.field, self.reason = field, reason
        super().__init__(f"{field}: {reason}")


class BadAnswerCode(ValueError):  # noqa: N818  a refusal of what was typed
    """What was read is not a code of ours. `reason` is `length`, `digits` or `check`."""

    def __init__(self, *, reason: str) -> None:
        self.reason = reason  # never the text: a code is a secret
        super().__init__(f"not an answer code ({reason})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a person left, in memory only until it is sealed.

    `topic` is a procedure code, a poll's id for a vote, a dossier's id for a withdrawal, or a plain key such
    as `hall` or `kiosk`; empty where none was chosen. `score` is 1 to 5 for a rating, else 0; `choice` the
    choice's id for a vote, the six-digit code for a withdrawal: the portal checks it. `contact` is what the
    person typed to be reached, if anything.
    """

    kind: MessageKind
    topic: str = ""
    text: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    score: int = 0
    choice: str = field(default="", repr=False)
    language: str = "vi"
    consent_version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageHeader:
    """The part that stays readable: no personal data. `answer_id` (hex) finds the answer; may be empty."""

    message_id: str
    kind: MessageKind
    topic: str
    created_at: datetime
    local_seq: int
    answer_id: str
    language: str
    consent_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMessage:
    """What the transaction bound. `code` is twelve digits, empty for kinds that get no answer."""

    message_id: str
    kind: MessageKind
    code: str = field(repr=False)
    created_at: datetime
    print_job_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateAnswer:
    """An officer's answer for who holds the code. `as_of` is when this machine learnt it."""

    answer: str = field(repr=False)
    answered_at: datetime
    as_of: datetime


def checked(message: Message) -> Message:
    """Return the message with tidy texts (NFC, no control letters). Raises MessageRefused."""
    text, contact = tidy(message.text), tidy(message.contact)
    needs_text = message.kind in ANSWERED
    if needs_text and len(text) < TEXT_MIN:
        raise MessageRefused("text", reason="short")
    if len(text) > TEXT_MAX:
        raise MessageRefused("text", reason="long")
    if len(contact) > CONTACT_MAX:
        raise MessageRefused("contact", reason="long")
    if message.kind is MessageKind.RATING and message.score not in SCORES:
        raise MessageRefused("score", reason="missing")
    if message.kind in _CHOSEN and not (message.choice and message.topic):
        raise MessageRefused("choice", reason="missing")
    return Message(
        kind=message.kind,
        topic=message.topic[:60],
        text=text,
        contact=contact,
        score=message.score if message.kind is MessageKind.RATING else 0,
        choice=message.choice if message.kind in _CHOSEN else "",
        language=message.language,
        consent_version=message.consent_version,
    )


def tidy(text: str) -> str:
    """Return typed text in NFC, without control letters but line breaks, without spaces at the ends."""
    kept = (letter for letter in text if letter == "\n" or unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def new_answer_code() -> str:
    """Return twelve digits: ten random ones and two check digits (ISO 7064 MOD 97-10)."""
    body = 10**9 + secrets.randbelow(9 * 10**9)
    return f"{body}{98 - body * 100 % 97:02d}"


def parse_answer_code(text: str) -> str:
    """Return the twelve digits as typed or scanned (`HNQ1:` may stand before). Raises BadAnswerCode."""
    compact = _SEPARATORS.sub("", text).upper().removeprefix("HNQ1:")
    if not (compact.isascii() and compact.isdigit()):
        raise BadAnswerCode(reason="digits")
    if len(compact) != CODE_DIGITS:
        raise BadAnswerCode(reason="length")
    if int(compact) % 97 != 1:
        raise BadAnswerCode(reason="check")
    return compact


def format_answer_code(code: str) -> str:
    """Return the code in groups of four: `1234 5678 9012`."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
