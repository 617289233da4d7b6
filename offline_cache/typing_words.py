"""The words our keyboard offers, as shipped: `typing_words.toml` beside this module."""

import tomllib
from pathlib import Path

from kiosk.ports.typing_words import TypingWords

WORDS_FILE = Path(__file__).resolve().parent / "typing_words.toml"


def read_typing_words() -> TypingWords:
    """Return the lists; a file that cannot be read is a fault of the release."""
    raw = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return TypingWords(words=tuple(raw["words"]), places=tuple(raw["places"]))
