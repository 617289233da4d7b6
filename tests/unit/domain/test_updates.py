import re

import pytest

from kiosk.domain.updates import UPDATE_KINDS, UpdateProblem, problem_words


@pytest.mark.parametrize("problem", UpdateProblem)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_problem_is_told_in_plain_words_with_a_next_step(problem, language):
    words = problem_words(problem, language)
    sentences = [sentence for sentence in re.split(r"[.;]\s*", words) if sentence]

    assert len(sentences) >= 2
    assert all(len(sentence.split()) <= 12 for sentence in sentences), words
    for jargon in ("TUF", "metadata", "hash", "root.json", "không hợp lệ", "lỗi hệ thống", "snapshot"):
        assert jargon not in words


def test_problems_are_told_apart():
    for language in ("vi", "en"):
        assert len({problem_words(problem, language) for problem in UpdateProblem}) == len(UpdateProblem)


def test_every_kind_has_a_limit_and_software_is_fetched_only_when_asked_for():
    assert len({kind.name for kind in UPDATE_KINDS}) == len(UPDATE_KINDS)
    assert all(0 < kind.limit_bytes <= 512 * 1024 * 1024 for kind in UPDATE_KINDS)
    assert [kind.name for kind in UPDATE_KINDS if not kind.always] == ["kiosk.deb"]
