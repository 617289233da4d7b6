"""kill -9 at every step of a print job: no second whole unmarked sheet, states right, nobody has to help."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kiosk.domain.print_jobs import PrintState
from printers.emulator.engine import Engine
from printers.emulator.fronts import TcpFront
from tests.device.bench import wait_until
from tests.device.many_tickets import WIDTH, picture
from tests.fakes.dossiers import REPOSITORY, SqlJournalAlone

CHILD = Path(__file__).with_name("kill_print_child.py")
# The states a killed job may be found in, by what was last reached.
SETTLED = {PrintState.PRINTED, PrintState.UNCERTAIN}


@pytest.fixture
def front():
    made = TcpFront(Engine(time.monotonic, width=WIDTH, head_mm_s=4000))
    thread = threading.Thread(target=made.run)
    thread.start()
    yield made
    made.stop()
    thread.join(5)


def live(home, port, *, kill_at=0, count=1):
    """Run one kiosk; return (number of each place, places in all or 0 where it was killed)."""
    child = subprocess.run(
        [sys.executable, str(CHILD), str(home), str(port), str(kill_at), str(count)],
        cwd=REPOSITORY,
        env={"PYTHONPATH": str(REPOSITORY), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in child.stderr, child.stderr.decode()
    lines = [line.split(maxsplit=2) for line in child.stdout.decode().splitlines()]
    counted = next((int(words[1]) for words in lines if words[0] == "done"), 0)
    assert (counted == 0) == (child.returncode != 0)
    return {words[2]: int(words[1]) for words in lines if words[0] == "at"}, counted


def copies(front, number):
    return sum(one.image == picture(f"ticket-{number}", 1) for one in front.engine.paper.tickets)


def judge(front, home, place):
    """Compare journal and paper after a life that was not disturbed."""
    wait_until(lambda: not front._clients, what="the end of the line")
    journal = SqlJournalAlone(home)
    with journal._database.reading() as db:
        ids = [row[0] for row in db.execute("SELECT job_id FROM print_jobs ORDER BY job_seq")]
    job, *later = map(journal.job, ids)
    journal.close()
    whole = copies(front, 0)
    assert [(one.state, copies(front, 1)) for one in later] in ([], [(PrintState.PRINTED, 1)]), place
    assert whole <= 1, place
    assert job.state in SETTLED, place
    assert whole == 1 or job.state is PrintState.UNCERTAIN, place
    assert front.engine.leaked == b"", place
    return job.state


def kill_at_each(front, folder, places):
    """Kill one kiosk at each of `places`, start it again with a second ticket; return the states met."""
    ends = set()
    for kill_at in places:
        front.engine.power_cycle()
        front.engine.paper.tickets.clear()
        front.engine.paper.on_roll.clear()
        home = folder / str(kill_at)
        _, counted = live(home, front.port, kill_at=kill_at)
        assert counted == 0
        live(home, front.port, count=2)
        ends.add(judge(front, home, f"killed at step {kill_at}"))
    return ends


@pytest.mark.usefixtures("qapp")
def test_a_kiosk_killed_after_a_committed_step_prints_no_sheet_twice_and_goes_on_by_itself(front, tmp_path):
    named, _ = live(tmp_path / "whole", front.port)
    assert judge(front, tmp_path / "whole", "no kill") is PrintState.PRINTED
    states = ("queued", "claimed", "sending", "sent", "printed")

    ends = kill_at_each(front, tmp_path, [named[f"after {state}"] for state in states])

    assert ends == SETTLED


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
def test_a_kiosk_killed_at_any_step_and_chunk_prints_no_sheet_twice(front, tmp_path):
    named, steps = live(tmp_path / "whole", front.port)

    ends = kill_at_each(front, tmp_path, range(1, steps + 1))

    assert ends == SETTLED
    assert {"before chunk", "after chunk"} <= set(named)
