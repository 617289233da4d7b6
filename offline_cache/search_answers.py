"""An answer as the screens show it: twins on one card, matched words marked, and whether to ask which one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kiosk.domain.catalogue import ProcedureRow
from kiosk.domain.text_folding import fold
from offline_cache.search_engine import Found
from offline_cache.search_query import Understood
from offline_cache.search_ranking import Ranked
from offline_cache.search_views import Candidate
from offline_cache.search_vocabulary import search_form

_WORD = re.compile(r"[^\W_]+")
_CLEARLY_BETTER = (
    1.5  # points a twin elsewhere must be ahead by, as when its level was asked for, to stay first
)
_CLOSE = 0.85  # share of the best score from which on another one is near
_AS_MUCH = 0.0125  # share of the query by which another one may hold less
_NAMED = 0.75  # share of a name from which on it was asked for and nothing else


@dataclass(frozen=True, slots=True)
class Group:
    """A procedure with its twins, the one to show first in front."""

    first: Ranked
    twins: tuple[Ranked, ...] = ()


def grouped(ranked: Sequence[Ranked], candidates: Mapping[int, Candidate]) -> tuple[Group, ...]:
    """Return `ranked` with twins together, each group where its best one stood, the hall's own in front."""
    together: dict[int, list[Ranked]] = {}
    for place, found in enumerate(ranked):
        candidate = candidates.get(found.row_id)
        number = candidate.twins if candidate else 0
        together.setdefault(number or -1 - place, []).append(found)
    return tuple(_group(members, candidates) for members in together.values())


def _group(members: Sequence[Ranked], candidates: Mapping[int, Candidate]) -> Group:
    best = members[0]
    if len(members) == 1:
        return Group(best)
    near = [found for found in members if found.score >= best.score - _CLEARLY_BETTER]
    own = [found for found in near if candidates[found.row_id].ward_served]
    first = max(own, key=lambda found: candidates[found.row_id].prior, default=best)
    return Group(first, tuple(found for found in members if found is not first))


def is_toss_up(found: Found, groups: Sequence[Group], candidates: Mapping[int, Candidate]) -> bool:
    """Tell whether the person must say which one: the two best hold the query alike and say more than it.

    Nobody is asked who typed a name almost in full, or where the answer is not sure anyway.
    """
    if not found.confident or found.begun or len(groups) < 2:  # noqa: PLR2004
        return False
    best, other = groups[0].first, groups[1].first
    if any(view.text.strip() == found.understood.typed for view in candidates[best.row_id].views):
        return False
    is_close = other.score >= _CLOSE * best.score and other.matched >= best.matched - _AS_MUCH
    return is_close and best.covered < _NAMED


def marked_title(title: str, understood: Understood) -> tuple[tuple[int, int], ...]:
    """Return (start, length) in code points of the words of `title` that were typed; neighbours are one part.

    A word counts as typed when it was, without accents, misspelt, or as far as it was typed.
    """
    typed = {*understood.order, *(word for word in understood.alternatives if word in understood.weights)}
    parts: list[tuple[int, int]] = []
    for folded, start, end in _title_words(title):
        if folded not in typed:
            continue
        is_next = bool(parts) and not title[sum(parts[-1]) : start].strip()
        first = parts.pop()[0] if is_next else start
        parts.append((first, end - first))
    return tuple(parts)


@lru_cache(maxsize=2048)
def _title_words(title: str) -> tuple[tuple[str, int, int], ...]:
    """Return the words of `title` in search spelling, each with where it begins and ends."""
    return tuple((search_form(fold(word[0])), word.start(), word.end()) for word in _WORD.finditer(title))


def rows_of(
    groups: Sequence[Group], rows: Mapping[int, ProcedureRow], understood: Understood
) -> tuple[ProcedureRow, ...]:
    """Return one row a group, with its twins on it and the matched words of the titles marked."""

    def shown(found: Ranked, twins: Sequence[Ranked] = ()) -> ProcedureRow:
        row = rows[found.row_id]
        marked = marked_title(row.title, understood)
        if not (marked or twins):
            return row
        return replace(row, highlights=marked, twins=tuple(map(shown, twins)))

    return tuple(shown(group.first, group.twins) for group in groups)
