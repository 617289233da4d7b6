"""Procedures as the ranking sees them: each of their names as a view, with what speaks for them unasked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.domain.catalogue import BETWEEN_OFFICES
from offline_cache.search_rules import SearchRules
from offline_cache.search_vocabulary import Vocabulary

HEAD_WORDS = 12
# Doing one of these unasked makes it another procedure; certifying or confirming is often left unsaid.
STRONG_INTENTS = frozenset(
    {
        "again",
        "extend",
        "change",
        "swap",
        "end",
        "pause",
        "revoke",
        "resume",
        "return",
        "lock",
        "divide",
        "foreign",
        "border",
        "mobile",
        "linked",
    }
)


@dataclass(frozen=True, slots=True)
class View:
    """One name of a procedure: its words, the idf of all of them, and what it is about doing.

    `text` is the name in search spelling with a space around each word, so that neighbours are found in it;
    `is_tail` is True for the whole of a long name, whose head is a view of its own.
    """

    words: frozenset[str]
    weight: float
    text: str
    intents: frozenset[str]
    is_tail: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A procedure as the ranking sees it.

    `text` is all its names in search spelling, `marked` the same with accents (spaced, a line a name);
    `prior` is what speaks for it before anyone asks; `twins` is the number of its group of twins, 0 for none;
    `doing` is what its official name is about.
    """

    row_id: int
    code: str
    views: tuple[View, ...]
    text: str
    marked: str
    prior: float
    ward_served: bool = False
    twins: int = 0
    doing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """A row of the search tables; `aliases`, `marked` and `intents` hold one name a line, title first."""

    row_id: int
    code: str
    title: str
    aliases: str
    marked: str
    intents: str
    ward_served: bool
    core: bool
    popularity: int
    twins: int


def make_candidate(row: CandidateRow, vocabulary: Vocabulary, rules: SearchRules) -> Candidate:
    """Return the row ready for ranking."""
    views = make_views(row, vocabulary, rules)
    return Candidate(
        row_id=row.row_id,
        code=row.code,
        views=views,
        text=spaced(f"{row.title}\n{row.aliases}"),
        marked=spaced(row.marked),
        prior=prior_of(row, rules),
        ward_served=row.ward_served,
        twins=row.twins,
        doing=views[0].intents,
    )


def spaced(lines: str) -> str:
    """Return `lines` with a space at both ends of each, so that " word " is found anywhere."""
    return f" {lines} ".replace("\n", " \n ")


def prior_of(row: CandidateRow, rules: SearchRules) -> float:
    """Return what speaks for a procedure before anyone asks: this hall serves it, and people want it.

    What offices do among themselves no citizen can ask for: it stands behind.
    """
    if row.code.startswith(BETWEEN_OFFICES):
        return -rules.between_offices
    return rules.ward * row.ward_served + rules.core * row.core + rules.popular * row.popularity / 100


def make_views(row: CandidateRow, vocabulary: Vocabulary, rules: SearchRules) -> tuple[View, ...]:
    """Return the views of a name and its everyday names: head of the name, whole name, each alias.

    The lines of `row.intents` stand in that order; a short name has its head as its whole.
    """
    whole = row.title.split()
    aliases = row.aliases.split("\n")
    lines = [frozenset(line.split()) for line in row.intents.split("\n")]
    views = [_view(whole[:HEAD_WORDS], vocabulary, lines[0])]
    if len(whole) > HEAD_WORDS:
        views.append(_view(whole, vocabulary, lines[1], is_tail=True))
        head, all_words = views
        views[0] = replace(head, weight=head.weight + rules.tail * (all_words.weight - head.weight))
    views.extend(
        _view(alias.split(), vocabulary, line)
        for alias, line in zip(aliases, lines[2:], strict=False)
        if alias
    )
    return tuple(views)


def _view(
    view_words: Sequence[str], vocabulary: Vocabulary, intents: frozenset[str], *, is_tail: bool = False
) -> View:
    distinct = frozenset(view_words)
    return View(
        words=distinct,
        weight=sum(map(vocabulary.idf, distinct)) or 1.0,
        text=f" {' '.join(view_words)} ",
        intents=intents,
        is_tail=is_tail,
    )
