"""The list of papers to bring (danh sách giấy tờ cần mang), as text a phone keeps without a network."""

import unicodedata
from collections.abc import Sequence

from kiosk.domain.catalogue import PlainPaper, PlainText, Procedure

# Version 13 at error correction M holds 331 bytes; two codes are what a person will photograph.
QR_BYTES_MAX = 331
QR_CODES_MAX = 2


def take_away_lines(
    procedure: Procedure, text: PlainText | None, papers_subset: Sequence[PlainPaper] | None = None
) -> tuple[str, ...]:
    """Return the lines to carry home: name, papers, time, fee; short, NFC, in the text's language.

    `papers_subset` is the citizen's own case, else all papers of `text`.
    """
    if text is None:
        papers = tuple(paper.name for paper in procedure.papers if paper.originals or paper.copies)
        lines = (procedure.name, *(f"- {name}" for name in papers))
    else:
        shown = papers_subset if papers_subset is not None else text.papers
        facts = tuple(fact for fact in (text.time, text.fee, text.where) if fact)
        lines = (text.name, *(f"- {paper.name}" for paper in shown), *facts)
    return tuple(unicodedata.normalize("NFC", line) for line in lines)


def take_away_codes(lines: tuple[str, ...], *, link: str) -> tuple[tuple[str, ...], bool]:
    """Split lines over at most two QR payloads of at most 331 bytes of UTF-8, marked "1/2" and "2/2".

    Returns the payloads and whether everything fitted. What does not fit is left out whole lines at a
    time and the official `link` (may be empty) is put at the end instead: never half a line.
    """
    whole = "\n".join(lines)
    if _bytes(whole) <= QR_BYTES_MAX:
        return (whole,), True
    groups, rest = _fill(lines, tail="")
    if rest:
        groups, rest = _fill(lines, tail=link)
    if len(groups) == 1:
        return (groups[0],), not rest
    return tuple(f"{number}/{len(groups)}\n{group}" for number, group in enumerate(groups, 1)), not rest


def _fill(lines: tuple[str, ...], *, tail: str) -> tuple[list[str], bool]:
    """Fill the codes line by line, room for `tail` in the last; returns them and whether lines were left."""
    mark = _bytes("1/2\n")
    groups: list[str] = []
    waiting = list(lines)
    for number in range(QR_CODES_MAX):
        last = number == QR_CODES_MAX - 1
        room = QR_BYTES_MAX - mark - (_bytes("\n" + tail) if last and tail else 0)
        taken: list[str] = []
        while waiting and _bytes("\n".join([*taken, waiting[0]])) <= room:
            taken.append(waiting.pop(0))
        if last and tail:
            taken.append(tail)
        if taken:
            groups.append("\n".join(taken))
    return groups, bool(waiting)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8"))
