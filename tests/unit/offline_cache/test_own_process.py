"""The command line beside the kiosk: heard, bounded, ended."""

import sys
import threading

import pytest

from offline_cache.own_process import OwnProcess, Said

SLEEPER = "import sys, time; print('begun', flush=True); time.sleep(600)"


def process(tmp_path, program: str, *, longest_s: float = 60) -> OwnProcess:
    return OwnProcess((sys.executable, "-c", program), home=tmp_path, niceness=5, longest_s=longest_s)


def test_what_it_says_and_its_code_are_returned_with_the_home_it_worked_for(tmp_path):
    program = "import os, sys; print(os.environ['KIOSK_HOME'], *sys.argv[1:]); sys.exit(3)"

    said = process(tmp_path, program).run("update", "fetch")

    assert said == Said(output=f"{tmp_path} update fetch --json\n".encode(), code=3)


def test_one_that_takes_too_long_is_killed_and_what_it_said_is_kept(tmp_path):
    said = process(tmp_path, SLEEPER, longest_s=1.0).run()

    assert said is not None
    assert said.code < 0


def test_a_stop_ends_what_runs_and_nothing_starts_after_it(tmp_path):
    mark = tmp_path / "begun"
    program = f"import pathlib, time; pathlib.Path({str(mark)!r}).touch(); time.sleep(600)"
    running, heard = process(tmp_path, program), []
    lane = threading.Thread(target=lambda: heard.append(running.run()))
    lane.start()
    while not mark.exists():
        lane.join(0.01)

    running.stop()
    lane.join(20)
    mark.unlink()

    assert heard == [None]
    assert running.run() is None
    assert not mark.exists()


def test_a_program_that_is_not_there_is_an_error_of_the_machine(tmp_path):
    with pytest.raises(FileNotFoundError):
        OwnProcess((str(tmp_path / "none"),), home=tmp_path, niceness=5, longest_s=5).run()
