"""What search is judged on: the catalogue, the development queries, and how people spoil what they type."""

import json
import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kiosk.domain.catalogue import Procedure
from kiosk.domain.text_folding import fold
from offline_cache.catalogue_version import VersionContent
from offline_cache.sources import json_lines, starter
from offline_cache.sources.everyday_names import read_everyday_names

TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
MARKS = {"\u0302": None, "\u0306": "w", "\u031b": "w"}
SEED = 7


@dataclass(frozen=True, slots=True)
class Query:
    """A judged query; any of `wanted` is right (for `clarify` and `multi` all of them are)."""

    query_id: str
    text: str
    kind: str
    wanted: frozenset[str]
    ward: bool

    @property
    def fold(self) -> int:
        """One of five parts, by the wanted code, so that no code stands on both sides."""
        return sum(min(self.wanted, default=self.query_id).encode()) % 5


def load_queries(data: Path) -> dict[str, list[Query]]:
    """Return the development queries by kind, without those whose code is in no catalogue."""
    by_kind: dict[str, list[Query]] = {}
    for line in (data / "queries-dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        query = Query(
            row["id"], row["query"], row["kind"], frozenset(row["relevant_in_file"]), bool(row["ward"])
        )
        if query.wanted or query.kind == "out_of_scope":
            by_kind.setdefault(query.kind, []).append(query)
    return by_kind


def starter_content() -> VersionContent:
    """Return what a kiosk without an import holds."""
    return VersionContent(
        starter=starter.read_procedures(),
        life_events=starter.read_life_events(),
        synonyms=starter.read_synonyms(),
        everyday_names=read_everyday_names(),
    )


def full_content(data: Path, times: int = 1) -> VersionContent:
    """Return the whole national catalogue, `times` over with other codes."""
    rows = json_lines.SOURCE.read(data / "procedures.jsonl.gz", None)
    facts = [row for row in rows if isinstance(row, Procedure)]
    copies = list(facts)
    for number in range(1, times):
        copies += [
            replace(procedure, code=f"{number % 10}.{900000 + place:06d}"[:8] + f"-{number}")
            for place, procedure in enumerate(facts)
        ]
    return replace(starter_content(), facts=tuple(copies))


def telex(word: str) -> str:
    """Return the keystrokes of an accented word."""
    out: list[str] = []
    tone = ""
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in TONES:
            tone = TONES[letter]
        elif letter in MARKS:
            out.append(MARKS[letter] or out[-1][-1])
        else:
            out.append("dd" if letter == "đ" else letter)
    return "".join(out) + tone


def half_telex(text: str, chance: random.Random) -> str:
    """Leave half of the words as keystrokes."""
    return " ".join(telex(word) if chance.random() < 0.5 else word for word in text.split())


def one_typo(text: str, chance: random.Random) -> str:
    """Lose, swap or add one letter of one word of four letters or more."""
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) >= 4]
    if not long:
        return text
    place = chance.choice(long)
    word = words[place]
    at = chance.randrange(len(word) - 1)
    kinds = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + "e" + word[at:],
    ]
    words[place] = chance.choice(kinds)
    return " ".join(words)


def first_two(text: str) -> str:
    """Keep the first two words, as while typing."""
    return " ".join(text.split()[:2])


def spoilings() -> dict[str, Callable[[str], str]]:
    """Return the four ways to spoil a query, each beginning anew with the same chance."""
    return {
        "no diacritics": fold,
        "Telex left over": partial(half_telex, chance=random.Random(SEED)),
        "one typo": partial(one_typo, chance=random.Random(SEED)),
        "first two words": first_two,
    }
