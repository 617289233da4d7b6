import threading

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt

from kiosk.ports.tasks import Lane
from ui.task_runner import LaneRunner


@pytest.fixture
def runner(qapp):
    made = LaneRunner()
    yield made
    made.close()


def wait(condition):
    deadline = QDeadlineTimer(5000)
    while not condition():
        assert not deadline.hasExpired()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def test_work_runs_in_its_lane_and_its_outcome_comes_back_on_the_qt_thread(runner):
    told = []
    runner.submit(
        Lane.CATALOGUE,
        lambda: threading.current_thread().name,
        done=lambda name: told.append((name, threading.get_ident())),
    )

    wait(lambda: told)
    assert told[0][0].startswith("lane-catalogue")
    assert told[0][1] == threading.get_ident()


def test_a_lane_is_one_thread_that_takes_its_work_in_order(runner):
    told = []
    for number in range(20):
        runner.submit(Lane.DATABASE, lambda number=number: (number, threading.get_ident()), done=told.append)

    wait(lambda: len(told) == 20)
    assert [number for number, _ in told] == list(range(20))
    assert len({thread for _, thread in told}) == 1


def test_a_lane_is_opened_once_before_whatever_comes_first(runner):
    told = []
    runner.open_with(Lane.DATABASE, lambda: runner.submit(Lane.DATABASE, lambda: "open", done=told.append))
    runner.submit(Lane.CATALOGUE, lambda: "free", done=told.append)
    wait(lambda: told)
    assert told == ["free"]

    runner.submit(Lane.DATABASE, lambda: "first", done=told.append)
    runner.open(Lane.DATABASE)
    runner.submit(Lane.DATABASE, lambda: "second", done=told.append)

    wait(lambda: len(told) == 4)
    assert told[1:] == ["open", "first", "second"]


def test_a_lane_that_another_lane_calls_is_opened_too(runner):
    told = []
    runner.open_with(Lane.DATABASE, lambda: runner.submit(Lane.DATABASE, lambda: told.append("open")))
    runner.submit(Lane.NETWORK, lambda: runner.call(Lane.DATABASE, lambda: told.append("called")))

    wait(lambda: len(told) == 2)
    assert told == ["open", "called"]


def test_lanes_do_not_wait_for_each_other(runner):
    gate, told = threading.Event(), []
    runner.submit(Lane.PRINTER, lambda: gate.wait(5), done=told.append)
    runner.submit(Lane.CATALOGUE, lambda: "free", done=told.append)

    wait(lambda: told)
    gate.set()
    assert told == ["free"]


class Page:
    """Tells on which thread its last reference fell."""

    def __init__(self, fell):
        self._fell = fell

    def done(self, _result):
        return

    def failed(self, _error):
        return

    def __del__(self):
        self._fell.append(threading.get_ident())


def refused():
    raise OSError("no paper")


@pytest.mark.parametrize(
    ("work", "waits"),
    [
        (list, lambda page: {"done": page.done}),
        (list, lambda page: {"failed": page.failed}),
        (refused, lambda page: {"done": page.done, "failed": page.failed}),
    ],
    ids=["done", "only a failure was waited for", "failed"],
)
def test_whoever_waited_is_let_go_of_on_the_qt_thread_alone(runner, work, waits):
    fell, delivered = [], threading.Event()
    # On the lane's own thread: it stays where it tells until the Qt thread is through.
    runner._arrived.connect(lambda *_: delivered.wait(5), Qt.ConnectionType.DirectConnection)
    runner.submit(Lane.CATALOGUE, work, **waits(Page(fell)))

    wait(lambda: fell)
    delivered.set()

    assert fell == [threading.get_ident()]


def test_a_failure_goes_to_who_asked_for_it(runner):
    told = []

    def broken():
        raise OSError("no")

    runner.submit(Lane.NETWORK, broken, failed=told.append)

    wait(lambda: told)
    assert isinstance(told[0], OSError)


def test_a_failure_nobody_asked_for_reaches_the_last_hook(runner, qtbot):
    def broken():
        raise ZeroDivisionError("a fault of ours")

    with qtbot.capture_exceptions() as caught:
        runner.submit(Lane.NETWORK, broken)
        wait(lambda: caught)

    assert caught[0][0] is ZeroDivisionError


def test_a_lane_may_wait_for_the_database_lane(runner):
    told = []
    runner.submit(Lane.PRINTER, lambda: runner.call(Lane.DATABASE, lambda: "committed"), done=told.append)

    wait(lambda: told)
    assert told == ["committed"]


def test_what_fails_in_a_lane_waited_for_is_raised_there(runner):
    told = []

    def broken():
        raise OSError("disk")

    runner.submit(Lane.PRINTER, lambda: runner.call(Lane.DATABASE, broken), failed=told.append)

    wait(lambda: told)
    assert str(told[0]) == "disk"


def test_the_qt_thread_never_waits(runner):
    with pytest.raises(RuntimeError, match="Qt thread"):
        runner.call(Lane.DATABASE, lambda: None)


@pytest.mark.parametrize("lane", [Lane.PRINTER, Lane.NETWORK, Lane.SPEECH])
def test_no_lane_waits_for_a_device(runner, lane):
    told = []
    runner.submit(Lane.CATALOGUE, lambda: runner.call(lane, lambda: None), failed=told.append)

    wait(lambda: told)
    assert isinstance(told[0], RuntimeError)


def test_closing_ends_devices_first_and_does_all_the_database_still_owes(qapp):
    runner, order, gate = LaneRunner(), [], threading.Event()
    runner.submit(Lane.DATABASE, lambda: gate.wait(5))
    for number in range(3):
        runner.submit(Lane.DATABASE, lambda number=number: order.append(f"database {number}"))
    runner.submit(Lane.PRINTER, lambda: (order.append("printer"), gate.set()))

    runner.close()

    assert order == ["printer", "database 0", "database 1", "database 2"]


def test_after_closing_nothing_is_taken_and_nothing_arrives(qapp):
    runner, told = LaneRunner(), []
    runner.submit(Lane.DATABASE, lambda: "late", done=told.append)
    runner.close()
    runner.submit(Lane.DATABASE, lambda: "later", done=told.append)

    QCoreApplication.processEvents()
    assert told == []
