"""Nothing that can be typed, pasted or scanned breaks the search or its marks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offline_cache.catalogue_reader import SqliteCatalogue
from offline_cache.catalogue_version import VersionContent, build_version
from tests.fakes.catalogue import a_procedure

SYNTAX = st.sampled_from([*"\"*^-(){:'\\%", "NEAR(", "AND", "OR", "title:"])
WORDS = st.sampled_from(
    ["khai sinh", "không phải", "mất", "đẻ", "ddawng", "kysw", "1.001193", "CCCD", "\u0301", "\x00"]
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "version.sqlite"
    procedures = (a_procedure(aliases=("mất giấy khai sinh",)), a_procedure("1.000894", "Đăng ký kết hôn"))
    build_version(path, VersionContent(starter=procedures, synonyms=(("đẻ", "khai sinh"),)))
    reader = SqliteCatalogue(path)
    yield reader
    reader.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.one_of(st.text(max_size=20), SYNTAX, WORDS), max_size=12))
def test_any_text_is_answered_with_marks_inside_the_titles(catalogue, parts):
    answer = catalogue.search(" ".join(parts), language="vi")

    for row in answer.rows:
        for start, length in row.highlights:
            assert 0 <= start < start + length <= len(row.title)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.one_of(st.text(max_size=20), SYNTAX, WORDS), max_size=12))
def test_any_text_can_be_explained_in_points_that_add_up(catalogue, parts):
    explained = catalogue.engine.explain(" ".join(parts), 10)

    for ranked, scored in explained.scored:
        assert sum(points for _, points in scored.parts) == pytest.approx(ranked.score)
