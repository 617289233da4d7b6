"""Files nobody vouches for: whatever they hold, they are read or refused, and never anything else."""

import gzip
import json
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.catalogue import Procedure, RefusedRow
from kiosk.ports.catalogue import CatalogueRejected
from offline_cache.sources import SOURCES, json_lines, portal_answers, source_of
from offline_cache.sources.source import SkippedRow

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
            assert isinstance(row, Procedure | RefusedRow | SkippedRow)


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

    check(json_lines.SOURCE, path)
    check(portal_answers.SOURCE, path)
