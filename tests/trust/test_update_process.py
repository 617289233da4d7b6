"""The kiosk fetches in a process of its own: what that process says, and its end, are told as they are."""

import sys

import pytest

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.trust.update_process import UpdateProcess


def saying(tmp_path, words, *, code=0):
    """A command that writes `words` and ends with `code`, whatever it is asked."""
    program = tmp_path / "says.py"
    program.write_text(f"import sys\nsys.stdout.write({words!r})\nsys.exit({code})\n", encoding="utf-8")
    return UpdateProcess((sys.executable, str(program)), home=tmp_path)


def test_new_files_and_a_catalogue_gone_live_are_told_in_a_line(tmp_path):
    words = '{"new": [{"name": "news", "version": 7}], "catalogue": {"version": "v7", "applied": true}}'

    assert saying(tmp_path, words).run() == "news 7, catalogue v7"


def test_a_catalogue_that_waits_for_a_person_is_told_as_waiting(tmp_path):
    words = '{"new": [], "catalogue": {"version": "v7", "applied": false}}'

    assert saying(tmp_path, words, code=4).run() == "catalogue v7 waits"


def test_nothing_new_is_told_by_nothing(tmp_path):
    assert saying(tmp_path, '{"new": [], "catalogue": null}').run() == ""


def test_a_refusal_keeps_its_reason(tmp_path):
    words = '{"error": {"problem": "rolled_back", "place": "timestamp", "reason": "3 after 5"}}'
    with pytest.raises(UpdateRefused) as refused:
        saying(tmp_path, words, code=3).run()

    assert refused.value.problem is UpdateProblem.ROLLED_BACK
    assert str(refused.value) == "timestamp: 3 after 5"


@pytest.mark.parametrize("words", ["", "Traceback", '{"new": 5}'])
def test_a_process_without_an_answer_is_a_refusal_too(tmp_path, words):
    with pytest.raises(UpdateRefused, match="no answer"):
        saying(tmp_path, words, code=1).run()


def test_a_program_that_is_not_there_is_a_refusal(tmp_path):
    with pytest.raises(UpdateRefused):
        UpdateProcess((str(tmp_path / "missing"),), home=tmp_path).run()


def test_after_stop_nothing_is_started(tmp_path):
    process = saying(tmp_path, "nonsense")
    process.stop()

    assert process.run() == ""
