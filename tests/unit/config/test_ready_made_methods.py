"""Methods of dataclasses kept compiled: the same classes, and whatever was not kept is compiled as before."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from config.ready_made_methods import ReadyMadeMethods, keep, read
from tests.conftest import REPOSITORY

TEXT = "def __create_fn__(bonus):\n def add(a, b):\n  return a + b + bonus\n return add"
OTHER = TEXT.replace("a + b + bonus", "a * b")


def function(methods: ReadyMadeMethods, text: str):
    names: dict = {}
    methods.run(text, {}, names)
    return names["__create_fn__"](100)


def kept_methods(folder: Path, *texts: str) -> Path:
    making = ReadyMadeMethods(keep=True)
    for text in texts:
        function(making, text)
    keep(making.made, folder / "methods.bin")
    return folder / "methods.bin"


def test_a_kept_method_is_run_without_being_compiled(tmp_path, monkeypatch):
    ready = read(kept_methods(tmp_path, OTHER, TEXT))
    monkeypatch.setattr("builtins.compile", lambda *_: pytest.fail("compiled"))

    assert function(ReadyMadeMethods(ready), TEXT)(1, 2) == 103
    assert function(ReadyMadeMethods(ready), OTHER)(3, 4) == 12


def test_a_text_that_was_not_kept_is_compiled(tmp_path):
    ready = read(kept_methods(tmp_path, TEXT))

    assert function(ReadyMadeMethods(ready), OTHER)(3, 4) == 12


def test_the_file_of_another_python_an_empty_one_and_none_are_nothing(tmp_path):
    kept = kept_methods(tmp_path, TEXT)
    kept.write_bytes(b"\0\0\0\0" + kept.read_bytes()[4:])
    empty = tmp_path / "empty.bin"
    empty.touch()

    assert [read(kept), read(empty), read(tmp_path / "absent.bin")] == [None, None, None]


def test_a_start_compiles_none_of_its_methods_and_its_values_stay_values(tmp_path):
    """In a process of its own: what Python knows of its classes is for good."""
    made = tmp_path / "methods.bin"
    code = """
import dataclasses, json, pathlib, subprocess, sys
from config.ready_made_methods import ReadyMadeMethods, make_ready, read
kept = pathlib.Path(sys.argv[1])
if sys.argv[2] == "make":
    make_ready(kept)
else:
    methods = ReadyMadeMethods(read(kept), keep=True)
    vars(dataclasses)["exec"] = methods.run
    import kiosk.app
    from kiosk.domain.hall import Hall
    from kiosk.domain.text_folding import Word
    one, same = Word("a", "b"), Word("a", "b")
    try:
        one.plain = "c"
        frozen = False
    except dataclasses.FrozenInstanceError:
        frozen = True
    print(json.dumps([len(methods.made), one == same, hash(one) == hash(same), frozen, repr(one)]))
"""
    words = [sys.executable, "-c", code, str(made)]
    subprocess.run([*words, "make"], cwd=REPOSITORY, check=True, capture_output=True)

    done = subprocess.run([*words, "use"], cwd=REPOSITORY, check=True, capture_output=True, text=True)

    assert json.loads(done.stdout) == [0, True, True, True, "Word(plain='a', marked='b')"]
