"""Opening messages and answering them so that only who holds the code can read."""

import base64
import json
import os
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from tests.portal.reference_portal.keys import PrivateKeys
from tests.portal.reference_portal.opening import opened


@dataclass(frozen=True)
class Left:
    text: str
    contact: str
    score: int
    choice: str
    answer_key: bytes


def open_message(body: bytes, keys: PrivateKeys) -> Left:
    """Return what was left. Raises CannotOpen."""
    found = json.loads(opened(body, keys))
    return Left(
        text=found["text"],
        contact=found["contact"],
        score=found["score"],
        choice=found["choice"],
        answer_key=base64.b64decode(found["answer_key"]),
    )


def seal_answer(text: str, answer_id: str, answer_key: bytes) -> bytes:
    """Return nonce and ciphertext under the key the asker's code gives; bound to the answer's id."""
    nonce = os.urandom(12)
    return nonce + ChaCha20Poly1305(answer_key).encrypt(nonce, text.encode(), answer_id.encode())
