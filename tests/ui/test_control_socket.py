"""Commands beside the running kiosk: over its socket, into its lanes, the kiosk none the worse for it."""

import json
import socket
import stat
import tempfile
import threading
from pathlib import Path

import pytest

from kiosk.commands.running_kiosk import NotAnswered, ask_running, is_running
from kiosk.domain.outbox import OutboxCounts, OutboxItem, OutboxLine
from kiosk.services.answer_commands import SOCKET_NAME, AnswerCommands, CommandRequest
from kiosk.services.synchronise import Line, Synchronise, SyncState
from tests.fakes.clock import FakeScheduler
from tests.fakes.dossiers import MARKERS, Room
from tests.fakes.tasks import InlineRunner
from ui.control_socket import ControlSocket


@pytest.fixture
def folder():
    """A short path: a socket's name has 108 bytes."""
    with tempfile.TemporaryDirectory(prefix="k") as name:
        yield Path(name)


@pytest.fixture
def room(folder, qapp):
    room = Room(folder)
    exchange = Synchronise(InlineRunner(), room.files.outbox, None, room.clock, FakeScheduler(room.clock))
    commands = AnswerCommands(InlineRunner(), room.files.outbox, exchange, room.clock)
    control = ControlSocket(qapp, commands.answer)
    assert control.listen(folder / SOCKET_NAME)
    yield room
    control.close()
    exchange.stop()
    room.close()


def asked(qtbot, folder, request, kind):
    """Ask from another thread, as another process would."""
    heard = []

    def ask() -> None:
        try:
            heard.append(ask_running(folder, request, kind))
        except NotAnswered as error:
            heard.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    thread.join()
    return heard[0]


def test_the_list_comes_from_the_running_kiosk_without_anything_declared(qtbot, folder, room):
    dossier = room.submit("t")

    lines, counts = asked(
        qtbot,
        folder,
        CommandRequest(command="outbox.list"),
        tuple[tuple[OutboxLine, ...], OutboxCounts],
    )

    assert is_running(folder)
    assert (lines, counts) == (room.files.outbox.lines(), room.files.outbox.counts())
    assert lines[0].receipt_no == dossier.receipt_no
    assert not any(marker in repr(lines) for marker in MARKERS)


def test_sealed_bytes_come_whole(qtbot, folder, room):
    room.submit("t")

    rows = asked(qtbot, folder, CommandRequest(command="outbox.unsent"), tuple[OutboxItem, ...])

    assert rows == room.files.outbox.unsent()


def test_a_round_is_run_and_its_end_is_told(qtbot, folder, room):
    state = asked(qtbot, folder, CommandRequest(command="portal.sync"), SyncState)

    assert (state.line, state.reason) == (Line.NEVER, "no portal address is set")


def test_what_was_put_aside_is_retried(qtbot, folder, room):
    room.submit("t")
    item = room.files.outbox.claim_next(room.now_ms)
    room.files.outbox.park(item.dossier_id, problem="x")

    assert asked(qtbot, folder, CommandRequest(command="outbox.retry"), int) == 1
    assert room.files.outbox.counts().ready == 1


def test_the_socket_is_its_owners_only(folder, room):
    assert stat.S_IMODE((folder / SOCKET_NAME).stat().st_mode) & 0o077 == 0


def test_an_unknown_command_is_told_so(qtbot, folder, room):
    error = asked(qtbot, folder, CommandRequest(command="open the door"), int)

    assert "unknown command" in str(error)


@pytest.mark.parametrize("raw", [b"{\n", b"\n", b"x" * 9000, b'{"command":"outbox.list","more":1}\n'])
def test_rubbish_gets_an_answer_and_the_next_request_is_served(qtbot, folder, room, raw):
    heard = []

    def send() -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(str(folder / SOCKET_NAME))
            line.sendall(raw)
            heard.append(b"".join(iter(lambda: line.recv(4096), b"")))

    thread = threading.Thread(target=send)
    thread.start()
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    thread.join()

    assert "not a request" in json.loads(heard[0])["error"]
    assert asked(qtbot, folder, CommandRequest(command="outbox.retry"), int) == 0


def test_without_a_kiosk_nobody_answers(folder):
    assert not is_running(folder)
    with pytest.raises(NotAnswered, match="did not answer"):
        ask_running(folder, CommandRequest(command="outbox.list"), int)


def test_a_path_too_long_for_a_socket_costs_only_the_socket(tmp_path, qapp):
    control = ControlSocket(qapp, lambda _raw, reply: reply(b""))

    assert not control.listen(tmp_path / ("x" * 110))


def test_a_socket_left_by_a_dead_kiosk_is_taken_over(folder, qapp):
    (folder / SOCKET_NAME).write_bytes(b"")
    control = ControlSocket(qapp, lambda _raw, reply: reply(b""))

    assert control.listen(folder / SOCKET_NAME)
    control.close()
