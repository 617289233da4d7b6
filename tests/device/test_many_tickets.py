"""Five hundred tickets, half of them with a fault: the paper and the journal agree, and nothing leaks."""

import threading
from collections import Counter

import psutil
import pytest

from tests.device import many_tickets
from tests.device.bench import NetworkBench, open_handles, wait_until
from tests.fakes.printing import Steps


class Levels:
    """Threads, open files and memory of this process, noted early and late."""

    def __init__(self) -> None:
        self.process = psutil.Process()
        self.seen: dict[int, tuple[int, int, int]] = {}

    def note(self, number: int) -> None:
        if number in (100, 499):
            self.seen[number] = (
                threading.active_count(),
                self.process.num_fds(),
                self.process.memory_info().rss,
            )


@pytest.mark.usefixtures("qapp")
def test_of_500_tickets_with_faults_none_comes_twice_and_none_is_called_printed_that_is_not(tmp_path):
    levels = Levels()

    tally = many_tickets.run(tmp_path, tickets=500, after_each=levels.note)

    assert (tally.twice, tally.untrue, tally.leaked) == ([], [], 0)
    assert set(tally.faults) == {"none", *many_tickets.FAULTS}
    assert tally.states["printed"] > 400
    table = many_tickets.as_table(tally)
    assert table in many_tickets.DOCUMENT.read_text("utf-8"), "run: python -m tests.device.many_tickets"
    early, late = levels.seen[100], levels.seen[499]
    assert late[0] <= early[0], "threads"
    assert late[1] <= early[1], "open files"
    assert late[2] - early[2] < 8_000_000, "bytes of memory"


def test_the_table_in_the_document_tells_of_no_breach():
    text = many_tickets.DOCUMENT.read_text("utf-8")

    assert f"seed {many_tickets.SEED}" in text
    assert "| **numbers with two whole unmarked sheets** | **0** |" in text
    assert "| **`printed` without a whole sheet** | **0** |" in text


@pytest.mark.usefixtures("qapp")
def test_a_hundred_tickets_over_real_sockets_leave_no_socket_behind():
    bench = NetworkBench(width=384)
    pictures = [many_tickets.picture(f"ticket-{number}", 1) for number in range(100)]
    bench.printer.print_bitmap(pictures[0], Steps())
    threads, handles = threading.active_count(), open_handles()

    for number, picture in enumerate(pictures[1:], start=1):
        if number % 10 == 0:
            bench.printer.close()
            wait_until(lambda: not bench.front._clients, what="the closed line")
        bench.printer.print_bitmap(picture, Steps())
    left = open_handles() - handles
    threads_after = threading.active_count()
    whole = [bench.whole(picture) for picture in pictures]
    bench.close()

    assert threads_after == threads
    assert left == Counter()
    assert whole == [1] * 100


def test_the_documented_way_from_the_tap_to_the_first_byte_is_within_150_ms():
    text = many_tickets.DOCUMENT.read_text("utf-8")
    table = text.partition("<!-- bench print -->")[2].partition("<!-- end -->")[0]

    rows = [line.split(" | ") for line in table.splitlines() if " dots" not in line and "x" in line]
    taps = [float(row[6].split()[0]) for row in rows]

    assert len(taps) == 4
    assert max(taps) <= 150
