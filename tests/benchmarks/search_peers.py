"""Other searches over the same texts: plain FTS5, and the peers that are installed where this runs.

bm25s and rank_bm25 need numpy, which the kiosk does not: `make bench-search` takes the Python of another
environment from `KIOSK_BENCH_PYTHON`; without it they are left out with a reason.
"""

import importlib.util
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence

from kiosk.domain.catalogue import Procedure
from offline_cache.search_index import display_name
from offline_cache.search_vocabulary import search_tokens
from tests.benchmarks.search_scores import Search

LIMIT = 150


def texts(procedure: Procedure) -> tuple[str, str, str]:
    """Return title, everyday names, field and agencies."""
    names = (*procedure.aliases, *(text.name for text in procedure.texts))
    return (
        display_name(procedure.name),
        " ".join(names),
        " ".join((procedure.field, *procedure.agencies[:2])),
    )


def folded(text: str) -> str:
    return " ".join(search_tokens(text))


def plain_fts(procedures: Sequence[Procedure], *, any_word: bool) -> Search:
    """FTS5: unicode61 with AND as it comes, or OR over folded words with bm25."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(title, alias, extra, code UNINDEXED, tokenize='unicode61')"
    )
    shape: Callable[[str], str] = folded if any_word else str
    connection.executemany(
        "INSERT INTO t VALUES (?, ?, ?, ?)",
        [(*map(shape, texts(procedure)), procedure.code) for procedure in procedures],
    )

    def search(text: str) -> tuple[list[str], bool]:
        words = shape(text).replace('"', " ").split()
        words = [word.strip("?.,;:!()/") for word in words]
        expression = (" OR " if any_word else " AND ").join(f'"{word}"' for word in words if word)
        if not expression:
            return [], False
        rows = connection.execute(
            "SELECT code FROM t WHERE t MATCH ? ORDER BY bm25(t, 10.0, 8.0, 0.6) LIMIT ?", (expression, LIMIT)
        )
        return [code for (code,) in rows], True

    return search


def tantivy(procedures: Sequence[Procedure]) -> Search:
    import tantivy as engine

    builder = engine.SchemaBuilder()
    for field in ("title", "alias", "extra"):
        builder.add_text_field(field, stored=False)
    builder.add_text_field("code", stored=True, tokenizer_name="raw")
    index = engine.Index(builder.build())
    writer = index.writer(50_000_000, 1)
    for procedure in procedures:
        title, alias, extra = map(folded, texts(procedure))
        writer.add_document(engine.Document(title=title, alias=alias, extra=extra, code=procedure.code))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    boosts = {"title": 3.0, "alias": 3.0, "extra": 0.3}

    def search(text: str) -> tuple[list[str], bool]:
        words = folded(text)
        if not words:
            return [], False
        query = index.parse_query(words, ["title", "alias", "extra"], field_boosts=boosts)
        return [searcher.doc(place)["code"][0] for _, place in searcher.search(query, 10).hits], True

    return search


def bm25s(procedures: Sequence[Procedure]) -> Search:
    import bm25s as engine

    codes = [procedure.code for procedure in procedures]
    corpus = [folded(" ".join(texts(procedure))).split() for procedure in procedures]
    index = engine.BM25()
    index.index(corpus, show_progress=False)

    def search(text: str) -> tuple[list[str], bool]:
        found, _ = index.retrieve([folded(text).split() or [""]], k=10, show_progress=False)
        return [codes[place] for place in found[0]], True

    return search


def rank_bm25(procedures: Sequence[Procedure]) -> Search:
    from rank_bm25 import BM25Okapi

    codes = [procedure.code for procedure in procedures]
    index = BM25Okapi([folded(" ".join(texts(procedure))).split() for procedure in procedures])

    def search(text: str) -> tuple[list[str], bool]:
        return list(index.get_top_n(folded(text).split(), codes, n=10)), True

    return search


def whoosh(procedures: Sequence[Procedure]) -> Search:
    from whoosh import fields, index, qparser

    folder = tempfile.mkdtemp(prefix="whoosh-")
    schema = fields.Schema(
        title=fields.TEXT(field_boost=3.0),
        alias=fields.TEXT(field_boost=3.0),
        extra=fields.TEXT(field_boost=0.3),
        code=fields.ID(stored=True),
    )
    made = index.create_in(folder, schema)
    writer = made.writer()
    for procedure in procedures:
        title, alias, extra = map(folded, texts(procedure))
        writer.add_document(title=title, alias=alias, extra=extra, code=procedure.code)
    writer.commit()
    parser = qparser.MultifieldParser(["title", "alias", "extra"], schema, group=qparser.OrGroup)
    searcher = made.searcher()

    def search(text: str) -> tuple[list[str], bool]:
        return [hit["code"] for hit in searcher.search(parser.parse(folded(text)), limit=10)], True

    return search


PEERS: tuple[tuple[str, str, Callable[[Sequence[Procedure]], Search]], ...] = (
    ("tantivy", "tantivy", tantivy),
    ("bm25s", "bm25s", bm25s),
    ("rank_bm25", "rank_bm25", rank_bm25),
    ("whoosh-reloaded", "whoosh", whoosh),
)


def peers(procedures: Sequence[Procedure]) -> Iterator[tuple[str, Search | None]]:
    """Yield each peer with its search, None where its package is not installed."""
    for name, module, make in PEERS:
        is_here = importlib.util.find_spec(module) is not None
        yield name, make(procedures) if is_here else None
