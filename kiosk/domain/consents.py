"""What a person agrees to, one purpose at a time; the words they read are versions, recorded with the choice.

Sending is asked for by the form itself: without it there is no pre-registration. The others are free: leaving
one out loses nothing. No choice is made beforehand (Law 91/2025/QH15: voluntary, informed, one per purpose).
"""

from dataclasses import dataclass
from enum import Enum

CONSENT_VERSION = "2026-11-25"
"""The version of all texts below; a changed word is a new version."""


class Purpose(Enum):
    """What the personal data may be used for."""

    SEND = "send"
    CONTACT = "contact"
    POST = "post"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """What a person reads before choosing: the sentence, and what a No means."""

    purpose: Purpose
    vi: str
    en: str
    without_vi: str
    without_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One choice as it is recorded: which purpose, which words, given or not."""

    purpose: Purpose
    version: str
    given: bool


TEXTS: dict[Purpose, ConsentText] = {
    Purpose.SEND: ConsentText(
        purpose=Purpose.SEND,
        vi="Gửi điều tôi khai cho cán bộ xem trước.",
        en="Send what I declare, for officers to read beforehand.",
        without_vi="Không gửi thì máy không giữ gì.",
        without_en="If not sent, nothing is kept.",
    ),
    Purpose.CONTACT: ConsentText(
        purpose=Purpose.CONTACT,
        vi="Gọi hoặc nhắn tin cho tôi về hồ sơ này.",
        en="Call or text me about this matter.",
        without_vi="Không chọn thì không ai gọi. Hồ sơ vẫn làm.",
        without_en="If not chosen nobody calls; the matter goes on.",
    ),
    Purpose.POST: ConsentText(
        purpose=Purpose.POST,
        vi="Gửi kết quả về nhà tôi qua bưu điện.",
        en="Send the result to my home by post.",
        without_vi="Không chọn thì ông/bà nhận tại quầy.",
        without_en="If not chosen you collect it at the counter.",
    ),
}


def consents(given: frozenset[Purpose], asked: tuple[Purpose, ...]) -> tuple[Consent, ...]:
    """Return the choices as recorded, in the order asked. Raises ValueError for one that was not asked."""
    unasked = given - frozenset(asked)
    if unasked:
        raise ValueError(f"never asked: {sorted(purpose.value for purpose in unasked)}")
    return tuple(
        Consent(purpose=purpose, version=CONSENT_VERSION, given=purpose in given) for purpose in asked
    )
