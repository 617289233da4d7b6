"""Judge search on real queries, beside plain FTS5 over the same catalogue in the same run; print, never fail.

python tests/benchmarks/bench_search.py [--times 10] [--misses]
"""

import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
import unicodedata
from dataclasses import replace
from functools import partial
from pathlib import Path

from kiosk.domain.catalogue import Procedure
from kiosk.domain.text_folding import fold
from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version
from offline_cache.search_index import display_name
from offline_cache.search_rules import SHIPPED
from offline_cache.search_vocabulary import search_tokens
from offline_cache.sources import json_lines, starter
from offline_cache.sources.everyday_names import read_everyday_names

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
MARKS = {"\u0302": None, "\u0306": "w", "\u031b": "w"}


def telex(word: str) -> str:
    """The keystrokes of an accented word."""
    out, tone = [], ""
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in TONES:
            tone = TONES[letter]
        elif letter in MARKS:
            out.append(MARKS[letter] or out[-1][-1])
        else:
            out.append("dd" if letter == "đ" else letter)
    return "".join(out) + tone


def half_telex(text: str, chance: random.Random) -> str:
    return " ".join(telex(word) if chance.random() < 0.5 else word for word in text.split())


def one_typo(text: str, chance: random.Random) -> str:
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


def load_queries():
    rows = [
        json.loads(line) for line in (DATA / "queries-dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    answer = [row for row in rows if row["kind"] == "answer" and row["relevant_in_file"]]
    other = {
        kind: [row for row in rows if row["kind"] == kind] for kind in ("clarify", "multi", "out_of_scope")
    }
    return answer, other


def judge(search, rows, change=lambda text: text):
    """Return success@1, success@6, MRR@10, share called sure, times in ms, misses."""
    first = sixth = reciprocal = sure = 0.0
    spent, misses = [], []
    for row in rows:
        started = time.perf_counter()
        codes, confident = search(change(row["query"]))
        spent.append((time.perf_counter() - started) * 1000)
        wanted = set(row["relevant_in_file"])
        places = [place for place, code in enumerate(codes[:10]) if code in wanted]
        first += bool(places) and places[0] == 0
        sixth += bool(places) and places[0] < 6
        reciprocal += 1 / (places[0] + 1) if places else 0
        sure += confident
        if not places or places[0] > 0:
            misses.append((row, places[0] if places else None, codes[:3]))
    count = len(rows)
    return first / count, sixth / count, reciprocal / count, sure / count, spent, misses


def percentiles(spent):
    ordered = sorted(spent)
    return statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]


def ours(reader: SqliteCatalogue):
    def search(text):
        answer = reader.search(text, language="vi", limit=10)
        return [row.code for row in answer.rows], answer.confident

    return search


def plain_fts(procedures, *, folded: bool):
    """Plain FTS5: unicode61 AND, or OR over folded words with bm25, limit 150."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(title, alias, extra, code UNINDEXED, tokenize='unicode61')"
    )
    for procedure in procedures:
        texts = (
            display_name(procedure.name),
            " ".join((*procedure.aliases, *(text.name for text in procedure.texts))),
            " ".join((procedure.field, *procedure.agencies[:2])),
        )
        if folded:
            texts = tuple(" ".join(search_tokens(text)) for text in texts)
        connection.execute("INSERT INTO t VALUES (?, ?, ?, ?)", (*texts, procedure.code))

    def search(text):
        words = search_tokens(text) if folded else [word.strip('?.,;:!"()') for word in text.split()]
        expression = (" OR " if folded else " AND ").join(f'"{word}"' for word in words if word)
        if not expression:
            return [], False
        rows = connection.execute(
            "SELECT code FROM t WHERE t MATCH ? ORDER BY bm25(t, 10.0, 8.0, 0.6) LIMIT 150", (expression,)
        )
        return [code for (code,) in rows], True

    return search


def load_procedures():
    rows = json_lines.SOURCE.read(DATA / "procedures.jsonl.gz", None)
    facts = tuple(row for row in rows if isinstance(row, Procedure))
    return facts, starter.read_procedures()


def many_times(facts, times):
    copies = list(facts)
    for number in range(1, times):
        copies += [
            replace(p, code=f"{number % 10}.{900000 + i:06d}"[:8] + f"-{number}") for i, p in enumerate(facts)
        ]
    return tuple(copies)


def show(name, result):
    first, sixth, reciprocal, sure, spent, _ = result
    p50, p95, worst = percentiles(spent)
    print(
        f"{name:<28} s1 {first:.3f}  s6 {sixth:.3f}  MRR {reciprocal:.3f}  sure {sure:.3f}"
        f"  p50 {p50:.1f}  p95 {p95:.1f}  max {worst:.1f} ms"
    )


def show_certainty(reader, answer, foreign):
    good = sorted(reader.engine.search(row["query"]).certainty for row in answer)
    strange = sorted(reader.engine.search(row["query"]).certainty for row in foreign)
    sure = sum(value >= SHIPPED.sure_from for value in strange)
    kept = sum(value >= SHIPPED.sure_from for value in good) / len(good)
    called = f"called sure {sure} of {len(strange)} while {kept:.3f} of answers stay sure"
    print(f"{'out of scope':<28} {called}")
    print(f"{'certainty':<28} 10 % of answers below {good[len(good) // 10]:.2f}; foreign {strange[-6:]}")


def main():
    times = int(sys.argv[sys.argv.index("--times") + 1]) if "--times" in sys.argv else 1
    facts, own = load_procedures()
    if times > 1:
        facts = many_times(facts, times)
    content = VersionContent(
        facts=facts,
        starter=own,
        life_events=starter.read_life_events(),
        synonyms=starter.read_synonyms(),
        everyday_names=read_everyday_names(),
    )
    answer, other = load_queries()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sqlite"
        started = time.perf_counter()
        build_version(path, content)
        built = time.perf_counter() - started
        started = time.perf_counter()
        reader = SqliteCatalogue(path)
        opened = (time.perf_counter() - started) * 1000
        started = time.perf_counter()
        reader.search("khai sinh", language="vi")
        first = (time.perf_counter() - started) * 1000
        size = path.stat().st_size / 1e6
        print(f"{len(facts)} procedures: built in {built:.1f} s, {size:.1f} MB")
        print(f"opened in {opened:.1f} ms, first search {first:.0f} ms")
        search = ours(reader)
        judge(search, answer)
        clean = judge(search, answer)
        show("answer", clean)
        show("answer, ward", judge(search, [row for row in answer if row["ward"]]))
        show("no diacritics", judge(search, answer, fold))
        show("Telex left over", judge(search, answer, partial(half_telex, chance=random.Random(7))))
        show("one typo", judge(search, answer, partial(one_typo, chance=random.Random(7))))
        if "--misses" in sys.argv:
            for row, place, codes in clean[-1]:
                print(place, row["id"], row["style"], row["query"], row["relevant_in_file"][:3], codes)
        for kind in ("clarify", "multi"):
            recalls = []
            for row in other[kind]:
                wanted = set(row["relevant_in_file"])
                if wanted:
                    recalls.append(len(wanted & set(search(row["query"])[0][:6])) / min(6, len(wanted)))
            print(f"{kind:<28} recall@6 {statistics.mean(recalls):.3f} of {len(recalls)}")
        show_certainty(reader, answer, other["out_of_scope"])
        shown = list(own) + [p for p in facts if p.code not in {q.code for q in own}]
        show("plain FTS5 unicode61 AND", judge(plain_fts(shown, folded=False), answer))
        plain = judge(plain_fts(shown, folded=True), answer)
        show("plain FTS5 OR, folded, bm25", plain)
        ratio = percentiles(clean[4])[0] / percentiles(plain[4])[0]
        print(f"ratio of medians, ours / plain FTS5 OR: {ratio:.2f}")
        reader.close()


if __name__ == "__main__":
    main()
