"""Few rows that bring every two values of any two axes together: all-pairs, greedy, always the same."""

import itertools
from collections.abc import Mapping, Sequence

Pair = tuple[tuple[str, str], tuple[str, str]]


def all_pairs(axes: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """Return rows of one value an axis, such that each two values of two axes share at least one row."""
    missing = set(_pairs_of(axes))
    rows = []
    while missing:
        row: dict[str, str] = dict(min(missing))
        for name, values in axes.items():
            if name not in row:
                row[name] = max(values, key=lambda value: _gain(row, name, value, missing))
        missing -= set(_pairs_in(row))
        rows.append({name: row[name] for name in axes})
    return rows


def product(axes: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """Return every row there is."""
    return [dict(zip(axes, values, strict=True)) for values in itertools.product(*axes.values())]


def _pairs_of(axes: Mapping[str, Sequence[str]]) -> list[Pair]:
    return [
        ((one, a), (other, b))
        for one, other in itertools.combinations(sorted(axes), 2)
        for a in axes[one]
        for b in axes[other]
    ]


def _pairs_in(row: Mapping[str, str]) -> list[Pair]:
    return list(itertools.combinations(sorted(row.items()), 2))


def _gain(row: Mapping[str, str], name: str, value: str, missing: set[Pair]) -> int:
    pairs = (tuple(sorted([(name, value), known])) for known in row.items())
    return sum(pair in missing for pair in pairs)
