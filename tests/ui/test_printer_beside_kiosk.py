"""`kiosk printer` typed beside a running kiosk: the kiosk asks and prints, its line stays whole."""

import json
import tempfile
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from config.portal_keys import DEMO_KEYS
from kiosk.commands.printer import printer_app
from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome
from kiosk.services.answer_commands import SOCKET_NAME, AnswerCommands
from kiosk.services.answer_printer_commands import AnswerPrinterCommands
from kiosk.services.printer_desk import Proved
from kiosk.services.synchronise import Synchronise
from offline_cache.kiosk_identity import IdentityFile
from tests.fakes.clock import FakeScheduler
from tests.fakes.dossiers import Room
from tests.fakes.tasks import InlineRunner
from ui.control_socket import ControlSocket


class Printer:
    """Says and does what it is told; remembers its pages."""

    name, paper_width_dots = "Máy in thử", 384

    def __init__(self):
        self.condition, self.pages, self.trouble = PrinterCondition.READY, [], None
        self.proved = Proved(proof=Proof.FENCE)

    def read_condition(self):
        return self.condition

    def print_document(self, document, progress):
        if self.trouble is not None:
            raise self.trouble
        progress.before_first_byte()
        self.pages.append(document)
        progress.all_bytes_sent(9)
        return PrintOutcome(bytes_sent=9, proof=Proof.PROCESS_ID)

    def close(self):
        raise AssertionError("the kiosk's printer stays open")


@pytest.fixture
def printer(monkeypatch, qapp):
    """The printer of a kiosk that runs in this process, in a home with a short path."""
    with tempfile.TemporaryDirectory(prefix="k") as name:
        home = Path(name)
        monkeypatch.setenv("KIOSK_HOME", name)
        folder = IdentityFile(home).room(DEMO_KEYS.read_bytes()).folder
        room, printer, tasks = Room(folder), Printer(), InlineRunner()
        exchange = Synchronise(tasks, room.files.outbox, None, room.clock, FakeScheduler(room.clock))
        at_printer = AnswerPrinterCommands(
            tasks, printer, room.clock, prove=lambda done: done(printer.proved)
        )
        commands = AnswerCommands(tasks, room.files.outbox, exchange, room.clock, more=at_printer.commands)
        control = ControlSocket(qapp, commands.answer)
        assert control.listen(folder / SOCKET_NAME)
        yield printer
        control.close()
        exchange.stop()
        room.close()


def typed(qtbot, *words):
    """Type a command in another thread, as another process would."""
    heard = []
    thread = threading.Thread(
        target=lambda: heard.append(CliRunner().invoke(printer_app, [*words, "--json"]))
    )
    thread.start()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    thread.join()
    return heard[0].exit_code, [json.loads(line) for line in heard[0].stdout.splitlines()]


def test_the_running_kiosk_says_how_its_printer_is(qtbot, printer):
    printer.condition = PrinterCondition.COVER_OPEN

    code, (value,) = typed(qtbot, "status")

    assert (code, value["printer"], value["condition"]) == (1, "Máy in thử", "cover_open")
    assert value["todo"] == "Close the cover."


def test_the_running_kiosk_prints_the_test_page_on_its_own_paper(qtbot, printer):
    code, (value,) = typed(qtbot, "test")

    assert (code, value["proof"], value["bytes"]) == (0, "process_id", 9)
    (page,) = printer.pages
    assert "58 mm" in str(page.blocks)


def test_a_page_that_did_not_come_out_is_told_with_what_to_do(qtbot, printer):
    printer.trouble = PrinterError("no paper", condition=PrinterCondition.PAPER_OUT, may_have_printed=True)

    code, (value,) = typed(qtbot, "test")

    assert (code, value["condition"], value["may_have_printed"]) == (1, "paper_out", True)
    assert value["todo"] == "Put paper in."


@pytest.mark.parametrize(("proof", "code"), [(Proof.FENCE, 0), (Proof.NONE, 3), (None, 1)])
def test_what_the_printer_can_prove_is_found_by_the_running_kiosk(qtbot, printer, proof, code):
    printer.proved = Proved(proof=proof, condition=PrinterCondition.OFFLINE)

    said, (value,) = typed(qtbot, "test", "--find-proof")

    assert said == code
    assert value.get("proof", None) == (proof.value if proof else None)


def test_watching_asks_the_running_kiosk(qtbot, printer):
    code, lines = typed(qtbot, "watch", "--times", "1")

    assert (code, [line["condition"] for line in lines]) == (0, ["ready"])
