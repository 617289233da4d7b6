"""Judge search on real queries, beside plain FTS5 and its peers over the same texts; print, never fail.

python -m tests.benchmarks.bench_search [--short] [--ablation] [--peers] [--folds] [--tenfold]
       [--times 10] [--misses]

Without an option: everything but --misses. Times are CPU time of this process, so that a busy machine bends
nothing; the shares do not depend on the machine.
"""

import argparse
import gc
import os
import resource
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version, joined_procedures
from offline_cache.search_engine import SearchEngine
from offline_cache.search_rules import SHIPPED, SearchRules
from tests.benchmarks.search_data import Query, full_content, load_queries, spoilings
from tests.benchmarks.search_peers import peers, plain_fts
from tests.benchmarks.search_scores import HEADER, Search, judge, of_reader, recall_at_six

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("KIOSK_SHARED", REPOSITORY.parent / "shared")) / "data"
INDEX_TABLES = ("found", "search_view", "word", "marked_word", "synonym", "phrase_start", "phrase")
PARTS = ("short", "ablation", "peers", "folds", "tenfold", "misses")
KEYS_OF_EACH = 40  # letters of a query typed key by key
OFF: dict[str, float | bool] = {
    "telex": False,
    "runs": False,
    "typos": False,
    "stop_words": False,
    "synonyms": False,
    "senses": False,
    "negation": 1.0,
    "act_factor": 1.0,
    "phrases": False,
    "covered": 0.0,
    "pairs": 0.0,
    "tail": 0.0,
    "whole_name": 1.0,
    "completion": 0.0,
    "intent_asked": 0.0,
    "intent_missing": 0.0,
    "intent_unasked": 0.0,
    "again_unasked": 0.0,
    "unasked_of_bare": 0.0,
    "certify_missing": 0.0,
    "accents": 0.0,
    "accented_pairs": 0.0,
    "bm25": 0.0,
    "ward": 0.0,
    "core": 0.0,
    "popular": 0.0,
    "between_offices": 0.0,
}


@contextmanager
def opened(content: VersionContent) -> Iterator[tuple[SqliteCatalogue, float, float]]:
    """Build a version of `content` and open it; with the time to build (s) and the size of its index (MB)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.sqlite"
        started = time.process_time()
        build_version(path, content)
        built_s = time.process_time() - started
        gc.freeze()  # what was built from stays in this process, and would be walked during a search
        reader = SqliteCatalogue(path)
        try:
            yield reader, built_s, index_mb(path)
        finally:
            reader.close()


def index_mb(path: Path) -> float:
    """Return the size of the search tables alone: what a copy of the file loses without them."""
    copy = path.with_suffix(".copy")
    shutil.copy(path, copy)
    connection = sqlite3.connect(copy)
    sizes = []
    for tables in ((), INDEX_TABLES):
        for table in tables:
            connection.execute(f"DROP TABLE {table}")
        connection.commit()
        connection.execute("VACUUM")
        sizes.append(copy.stat().st_size)
    connection.close()
    return (sizes[0] - sizes[1]) / 1e6


def show_shares(search: Search, queries: dict[str, list[Query]], name: str) -> None:
    """Print the table of the product's own search."""
    answer = queries["answer"]
    ward = [query for query in answer if query.ward]
    print(HEADER)
    print(judge(search, answer).row(f"{name}, {len(answer)} questions"))
    print(judge(search, ward).row(f"… of them the ward's, {len(ward)}"))
    for spoilt, change in spoilings().items():
        print(judge(search, answer, change).row(spoilt))
    for kind in ("clarify", "multi"):
        print(f"\n{kind}: recall@6 {recall_at_six(search, queries[kind]):.3f} of {len(queries[kind])}")
    foreign = queries["out_of_scope"]
    sure = sum(search(query.text)[1] for query in foreign)
    kept = statistics.mean(search(query.text)[1] for query in answer)
    print(f"\nout of scope: called sure {sure} of {len(foreign)} while {kept:.3f} of the answers stay sure\n")


def show_asking(reader: SqliteCatalogue, queries: dict[str, list[Query]]) -> None:
    """Print how often a person is asked which one is meant."""
    asked = {
        kind: sum(reader.search(query.text, language="vi").which_one for query in queries[kind])
        for kind in ("answer", "clarify")
    }
    counts = ", ".join(f"{asked[kind]} of {len(queries[kind])} {kind}" for kind in asked)
    print(f"asked which one: {counts}\n")


def show_times(reader: SqliteCatalogue, plain: Search, answer: list[Query]) -> None:
    """Print the time of a key, ours beside plain FTS5 OR over the same words."""
    own = of_reader(reader)
    keys = [query.text[:end] for query in answer[::4] for end in range(1, min(len(query.text), KEYS_OF_EACH))]
    as_keys = [Query("", text, "answer", frozenset(), False) for text in keys]
    figures = {name: judge(search, as_keys) for name, search in (("ours", own), ("plain FTS5 OR", plain))}
    whole = {name: judge(search, answer) for name, search in (("ours", own), ("plain FTS5 OR", plain))}
    for name, score in figures.items():
        p50, p95, worst = score.percentiles()
        print(f"per key, {len(keys)} keys: {name} p50 {p50:.1f}, p95 {p95:.1f}, max {worst:.1f} ms")
    for what, scores in (("per key", figures), ("whole questions", whole)):
        ratio = scores["ours"].percentiles()[1] / scores["plain FTS5 OR"].percentiles()[1]
        print(f"{what}: p95 is {ratio:.2f} times that of plain FTS5 OR")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process {peak:.0f} MiB\n")


def with_rules(reader: SqliteCatalogue, rules: SearchRules) -> Search:
    """Return the engine alone with other rules; twins stay apart."""
    engine = SearchEngine(reader._connection, rules)

    def search(text: str) -> tuple[list[str], bool]:
        found = engine.search(text)
        return [ranked.code for ranked in found.ranked[:10]], found.confident

    return search


def show_ablation(reader: SqliteCatalogue, queries: dict[str, list[Query]]) -> None:
    """Print what is lost with each rule switched off in turn, on clean and on spoilt questions."""
    answer = queries["answer"]
    spoilt = [name for name in spoilings() if name != "first two words"]

    def figures(rules: SearchRules) -> list[float]:
        search = with_rules(reader, rules)
        clean = judge(search, answer)
        changes = spoilings()  # anew each time, so that every rule meets the same typos
        return [clean.first, clean.six, *(judge(search, answer, changes[name]).six for name in spoilt)]

    whole = figures(SHIPPED)
    print("| without | first | in six | " + " | ".join(spoilt) + " |\n|" + " --- |" * 6)
    print("| (all rules) | " + " | ".join(f"{share:.3f}" for share in whole) + " |")
    known = {field.name for field in fields(SearchRules)}
    for name, off in OFF.items():
        if name in known:
            lost = zip(figures(replace(SHIPPED, **{name: off})), whole, strict=True)
            print(
                f"| {name} | " + " | ".join(f"{share - all_rules:+.3f}" for share, all_rules in lost) + " |"
            )
    print()


def show_folds(reader: SqliteCatalogue, queries: dict[str, list[Query]]) -> None:
    """Print a weight chosen on four fifths of the questions and judged on the fifth, for each weight in turn.

    A weight is worth changing only where another value wins on the fifths it was not chosen on.
    """
    answer = queries["answer"]
    print("| weight | value chosen on each four fifths | MRR as shipped | MRR chosen |\n|" + " --- |" * 4)
    for name in ("synonym_share", "covered", "pairs", "intent_asked", "accents", "bm25", "tail"):
        value = getattr(SHIPPED, name)
        tried = (value, value * 0.7, value * 1.4)
        by_value = {
            other: [
                judge(with_rules(reader, replace(SHIPPED, **{name: other})), part).reciprocal
                for part in ([query for query in answer if query.fold == number] for number in range(5))
            ]
            for other in tried
        }
        chosen = [
            max(tried, key=lambda other: sum(by_value[other]) - by_value[other][number])
            for number in range(5)
        ]
        judged = statistics.mean(by_value[other][number] for number, other in enumerate(chosen))
        values = ", ".join(f"{other:.2f}" for other in chosen)
        print(f"| {name} | {values} | {statistics.mean(by_value[value]):.3f} | {judged:.3f} |")
    print()


def asked_for() -> tuple[frozenset[str], int]:
    """Return the parts asked for, and how often the catalogue is taken."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    for part in PARTS:
        words.add_argument(f"--{part}", action="store_true")
    words.add_argument("--times", type=int, metavar="N", help="the catalogue N times, and nothing beside it")
    given = vars(words.parse_args())
    return frozenset(part for part in PARTS if given[part]), given["times"] or 0


def main() -> None:
    asked, times = asked_for()
    is_all = not (asked or times)
    if not DATA.is_dir():
        print(f"no queries beside the project ({DATA.parent.name}/data): nothing measured")
        return
    queries = load_queries(DATA)
    content = full_content(DATA, times or 1)
    today = date.today().isoformat()  # noqa: DTZ011  the day of the machine that measured
    print(f"{today}, {len(content.facts)} procedures\n")
    with opened(content) as (reader, built_s, index):
        whole = reader.path.stat().st_size / 1e6
        print(f"built in {built_s:.1f} s of CPU, index {index:.1f} MB of {whole:.1f} MB\n")
        search = of_reader(reader)
        judge(search, queries["answer"])  # words and names are read at the first questions
        show_shares(search, queries, "ours")
        show_asking(reader, queries)
        shown = joined_procedures(content)
        plain = plain_fts(shown, any_word=True)
        show_times(reader, plain, queries["answer"])
        if is_all or "peers" in asked:
            print(HEADER)
            print(judge(plain_fts(shown, any_word=False), queries["answer"]).row("plain FTS5 unicode61 AND"))
            print(judge(plain, queries["answer"]).row("plain FTS5 OR, folded, bm25"))
            for name, peer in peers(shown):
                row = judge(peer, queries["answer"]).row(name) if peer else f"{name}: not installed here"
                print(row)
            print()
        if is_all or "ablation" in asked:
            show_ablation(reader, queries)
        if is_all or "folds" in asked:
            show_folds(reader, queries)
        if "misses" in asked:
            for query in queries["answer"]:
                codes, _ = search(query.text)
                if codes[:1] and codes[0] not in query.wanted:
                    print(query.query_id, query.text, sorted(query.wanted)[:3], codes[:3])
    if is_all or "tenfold" in asked:
        show_tenfold(queries)


def show_tenfold(queries: dict[str, list[Query]]) -> None:
    """Print the times at ten times the catalogue."""
    content = full_content(DATA, 10)
    with opened(content) as (reader, built_s, index):
        print(f"{len(content.facts)} procedures: built in {built_s:.1f} s of CPU, index {index:.1f} MB")
        plain = plain_fts(joined_procedures(content), any_word=True)
        judge(of_reader(reader), queries["answer"])
        show_times(reader, plain, queries["answer"])


if __name__ == "__main__":
    main()
