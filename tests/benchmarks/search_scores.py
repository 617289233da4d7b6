"""Scores of a search over judged queries."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.benchmarks.search_data import Query

Search = Callable[[str], tuple[list[str], bool]]
"""Takes what was typed, returns codes best first and whether the best is said to be sure."""


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the queries: right code first, among six; reciprocal rank to ten; called sure; ms each."""

    first: float
    six: float
    reciprocal: float
    sure: float
    spent_ms: tuple[float, ...]

    def percentiles(self) -> tuple[float, float, float]:
        """Return median, 95th percentile and worst, in ms."""
        ordered = sorted(self.spent_ms)
        return statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]

    def row(self, name: str) -> str:
        """Return a line of a Markdown table."""
        p50, p95, worst = self.percentiles()
        shares = f"{self.first:.3f} | {self.six:.3f} | {self.reciprocal:.3f} | {self.sure:.3f}"
        return f"| {name} | {shares} | {p50:.1f} | {p95:.1f} | {worst:.1f} |"


HEADER = "| | first | in six | MRR@10 | sure | p50 ms | p95 ms | max ms |\n|" + " --- |" * 8


def judge(search: Search, queries: Sequence[Query], change: Callable[[str], str] = str) -> Score:
    """Ask all `queries`, each spoilt by `change`."""
    first = six = reciprocal = sure = 0.0
    spent = []
    for query in queries:
        text = change(query.text)
        started = time.process_time()
        codes, confident = search(text)
        spent.append((time.process_time() - started) * 1000)
        place = next((place for place, code in enumerate(codes[:10]) if code in query.wanted), None)
        first += place == 0
        six += place is not None and place < 6
        reciprocal += 1 / (place + 1) if place is not None else 0
        sure += confident
    count = len(queries)
    return Score(first / count, six / count, reciprocal / count, sure / count, tuple(spent))


def recall_at_six(search: Search, queries: Sequence[Query]) -> float:
    """Return the mean share of all wanted codes among the first six."""
    shares = [
        len(query.wanted & set(search(query.text)[0][:6])) / min(6, len(query.wanted)) for query in queries
    ]
    return statistics.mean(shares)


def flat(answer) -> list[str]:
    """Return the codes of an answer as a person meets them: a row, then its twins."""
    return [row.code for group in answer.rows for row in (group, *group.twins)]


def of_reader(reader) -> Search:
    """Return the product's own search."""

    def search(text: str) -> tuple[list[str], bool]:
        answer = reader.search(text, language="vi", limit=10)
        return flat(answer), answer.confident

    return search
