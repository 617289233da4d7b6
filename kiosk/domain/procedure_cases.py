"""The cases of a procedure (trường hợp) to choose from, each with its own papers and time.

The record holds cases in two places: groups of papers with a heading, and a list of cases with times. Only
headings that speak of a case count; "Giấy tờ phải nộp", "Lưu ý" and the like go with every case.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.catalogue import Duration, OfficialPaper, Procedure
from kiosk.domain.text_folding import fold

# What stands before the words of a heading: "(1.3)", "a)", "* ", "- ", "(iii)".
_NUMBERING = re.compile(
    r"^(?:[\s*+\-–•.]+|\(?[0-9]+(?:\.[0-9]+)*[).:]+\s*|\(?[a-zđ]{1,4}\)[.:]?\s*|[a-zđ][.:]\s+)+",
    re.IGNORECASE,
)
_OF_A_CASE = re.compile(r"(?:trong |cac )?truong hop\b|doi voi\b|ho so (?:doi voi|cua)\b|neu\b")
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChoice:
    """A case: `papers` are its own as published, `duration` is None where the record gives it no time."""

    name: str
    papers: tuple[OfficialPaper, ...] = ()
    duration: Duration | None = None


def case_choices(procedure: Procedure) -> tuple[CaseChoice, ...]:
    """Return the cases in the record's order; () where there are not at least two to choose from."""
    groups = _papers_by_case(procedure.papers)
    durations = {_key(case.name): case.duration for case in procedure.cases if case.name.strip()}
    choices = [
        CaseChoice(name=_bare(name), papers=papers, duration=durations.get(_key(name)))
        for name, papers in groups.items()
    ]
    with_papers = {_key(name) for name in groups}
    choices += [
        CaseChoice(name=_bare(case.name), duration=case.duration)
        for case in procedure.cases
        if case.name.strip() and _key(case.name) not in with_papers
    ]
    return tuple(choices) if len(choices) >= _FEWEST else ()


def papers_of_every_case(procedure: Procedure) -> tuple[OfficialPaper, ...]:
    """Return the lines of the dossier that no case claims for itself."""
    return tuple(paper for paper in procedure.papers if not _names_a_case(paper.case))


def _papers_by_case(papers: Iterable[OfficialPaper]) -> dict[str, tuple[OfficialPaper, ...]]:
    groups: dict[str, tuple[OfficialPaper, ...]] = {}
    for paper in papers:
        if paper.case is not None and _names_a_case(paper.case):
            groups[paper.case] = (*groups.get(paper.case, ()), paper)
    return groups


def _names_a_case(heading: str | None) -> bool:
    return heading is not None and _OF_A_CASE.match(fold(_bare(heading))) is not None


def _bare(heading: str) -> str:
    """Return a heading without its numbering and the colon behind it."""
    return _NUMBERING.sub("", heading.strip()).strip().rstrip(":;,. ") or heading.strip()


def _key(name: str) -> str:
    return fold(_bare(name))
