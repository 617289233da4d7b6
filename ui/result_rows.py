"""Rows of search results: what a person chooses by, twins on one card, matched words marked."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from kiosk.domain.catalogue import ProcedureRow, SearchAnswer
from kiosk.domain.search_highlights import highlights
from kiosk.domain.text_folding import fold
from ui.reading import shortened
from ui.rows import Row
from ui.view_model import translated

TWINS = "twins-"
_LONGEST_OFFICIAL = 110


def result_rows(answer: SearchAnswer, opened: Collection[str]) -> list[Row]:
    """Return the rows of `answer`; twins of the codes in `opened` are shown below their first."""
    rows: list[Row] = []
    for row in grouped(answer.rows):
        rows.append(_row(row, answer.query, place=_place(row) if row.twins else ""))
        if row.twins:
            is_open = row.code in opened
            words = (
                translated("Search", "Ẩn bớt %1 trường hợp")
                if is_open
                else translated("Search", "Xem %1 trường hợp khác")
            )
            rows.append(
                Row(
                    key=TWINS + row.code,
                    title=words.replace("%1", str(len(row.twins))),
                    icon="keyboard_arrow_up" if is_open else "keyboard_arrow_down",
                    inset=True,
                )
            )
            if is_open:
                rows += [_row(twin, answer.query, place=_place(twin), inset=True) for twin in row.twins]
    return rows


def grouped(rows: Sequence[ProcedureRow]) -> tuple[ProcedureRow, ...]:
    """Return `rows` with those of one name together, the hall's own first; groups already made stay."""
    if any(row.twins for row in rows):
        return tuple(rows)
    groups: dict[str, list[ProcedureRow]] = {}
    for row in rows:
        groups.setdefault(fold(row.official or row.title), []).append(row)
    return tuple(_group(members) for members in groups.values())


def _group(members: list[ProcedureRow]) -> ProcedureRow:
    if len(members) == 1:
        return members[0]
    first, *others = sorted(members, key=lambda row: not row.ward_served)
    return replace(first, twins=tuple(others))


def _place(row: ProcedureRow) -> str:
    if row.ward_served:
        return translated("Search", "Làm ở phường")
    return translated("Search", "Không làm ở phường")


def choice_row(row: ProcedureRow, *, pigment: str = "sky", official: bool = True) -> Row:
    """Return a procedure as a row of a list; the official name under ours only where `official`."""
    title = shortened(row.title)
    more = shortened(row.official, _LONGEST_OFFICIAL) if official else ""
    if title != row.title:
        more = translated("Search", "Mã %1").replace("%1", row.code)
    return Row(key=row.code, title=title, line=row.line, icon=row.icon, pigment=pigment, more=more)


def _row(row: ProcedureRow, query: str, *, place: str, inset: bool = False) -> Row:
    plain = choice_row(row, pigment="stone" if inset else "sky")
    spans = row.highlights or highlights(query, plain.title)
    return replace(
        plain,
        line=" · ".join(text for text in (place, row.line) if text),
        more=translated("Search", "Mã %1").replace("%1", row.code) if inset else plain.more,
        marks=" ".join(f"{start} {length}" for start, length in spans if start + length <= len(plain.title)),
        inset=inset,
    )
