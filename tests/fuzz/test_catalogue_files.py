"""Files nobody vouches for: whatever they hold, they are read or refused, and never anything else."""

import gzip
import json
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.catalogue import Procedure, RefusedRow
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources import SOURCES, source_of
from offline_cache.sources.reading import MAX_TEXT_BYTES, TextProblem, clean_text
from offline_cache.sources.source import SkippedRow, WholeList

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "code",
        "name",
        "field",
        "methods",
        "documents",
        "steps",
        "legal_basis",
        "executionMethods",
        "cases",
        "category",
    ]
)
ROWS = st.dictionaries(KEYS, JSON, max_size=8)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(source, path: Path):
    with suppress(CatalogueRejected):
        for row in source.read(path, None):
            assert isinstance(row, Procedure | RefusedRow | SkippedRow | WholeList)


@QUICK
@given(content=st.binary(max_size=300), packed=st.booleans())
def test_any_bytes_are_read_or_refused(tmp_path, content, packed):
    path = tmp_path / "file"
    path.write_bytes(gzip.compress(content) if packed else content)

    for source in SOURCES:
        check(source, path)
    with suppress(CatalogueRejected):
        source_of(path)


@QUICK
@given(row=ROWS)
def test_any_json_object_is_a_procedure_or_a_refusal(tmp_path, row):
    path = tmp_path / "file"
    path.write_text(json.dumps({"code": "1.001193", "name": "x"} | row), encoding="utf-8")

    for source in SOURCES:
        check(source, path)


MARKED = st.text(
    st.sampled_from('aăệ đ<>/&;="b!-\n\t\r\u00a0\u200b\u0301\u0323\uf0b7\u202e\U000e0041\u034f')
    | st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
    max_size=60,
) | st.lists(
    st.sampled_from(
        ["<b>", "</p>", "<script>", "</script>", "&lt;", "&amp;", "<!--", "-->", "x", " ", "<br/>"]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=MARKED, lines=st.booleans())
def test_a_cleaned_text_is_clean_and_stays_as_it_is(text, lines):
    cleaned = clean_text(text, field="x", lines=lines)

    assert clean_text(cleaned, field="x", lines=lines) == cleaned
    assert cleaned.replace("\n", "").isprintable() or not lines
    assert lines or "\n" not in cleaned
    assert "<script" not in cleaned.lower()


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(categories=["Cs"]), min_size=1, max_size=3))
def test_half_surrogates_are_refused_by_name(text):
    with suppress(TextProblem):
        clean_text(f"a{text}b", field="x")
        raise AssertionError("was kept")


def test_a_text_of_the_largest_size_is_kept():
    assert len(clean_text("ô" * (MAX_TEXT_BYTES // 2), field="x")) == MAX_TEXT_BYTES // 2
