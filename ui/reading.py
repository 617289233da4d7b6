"""Long official texts made readable: whole paragraphs for pages, short names for lists."""

import re

LONGEST_PARAGRAPH = 420
LONGEST_ROW_NAME = 150
_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+")
# Lists whose line breaks were lost on the way: "bao gồm: + Giấy A; + Giấy B".
_LOST_BREAK = re.compile(r"(?<=[.;:,])\s+(?=[+\-–•]\s)")


def paragraphs(text: str, longest: int = LONGEST_PARAGRAPH) -> tuple[str, ...]:
    """Split `text` at line breaks and items of lists, then at ends of sentences, then at spaces.

    No piece is longer than `longest`, and nothing is lost but the white space between the pieces. A
    single word longer than `longest` stays whole.
    """
    lines = (" ".join(line.split()) for whole in text.splitlines() for line in _LOST_BREAK.split(whole))
    return tuple(piece for line in lines if line for piece in _pieces(line, longest))


def shortened(name: str, longest: int = LONGEST_ROW_NAME) -> str:
    """Return `name`, or its first words and "…" where a list must stay a list; pages show it whole."""
    if len(name) <= longest:
        return name
    words = name[:longest].rsplit(" ", 1)[0]
    return words.rstrip(" ,;:.-–(") + " …"


def _pieces(line: str, longest: int) -> list[str]:
    if len(line) <= longest:
        return [line]
    return _joined([word for part in _SENTENCE_END.split(line) for word in _short(part, longest)], longest)


def _short(sentence: str, longest: int) -> list[str]:
    return [sentence] if len(sentence) <= longest else _joined(sentence.split(" "), longest)


def _joined(parts: list[str], longest: int) -> list[str]:
    """Put parts together again as long as a piece stays within `longest`."""
    pieces: list[str] = []
    for part in parts:
        if pieces and len(pieces[-1]) + 1 + len(part) <= longest:
            pieces[-1] = f"{pieces[-1]} {part}"
        else:
            pieces.append(part)
    return pieces
