"""What a printer can prove, found by test pages; and the printer exchanged while the kiosk runs."""

import threading
import time

import pytest
from msgspec import structs

from config.portal_keys import DEMO_KEYS
from config.settings import PrinterSettings, settings_from
from kiosk.domain.print_jobs import Proof
from kiosk.domain.receipts import test_page_document as page_document
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome
from kiosk.services.machine_desk import ReachablePrinter
from kiosk.technicians import LocalPrinters, Machine
from offline_cache.kiosk_identity import IdentityFile
from printers.emulator.engine import Engine
from printers.emulator.fronts import TcpFront
from printers.live import LivePrinter
from printers.proof_file import ProofFile
from printers.proving import prove
from printers.setup import set_up_printer
from tests.fakes.clock import FakeClock
from tests.fakes.sheets import NOW

NETWORK = {"driver": "escpos_network", "address": "192.0.2.9:9100"}


class Gives:
    """A printer that gives `best` at most, and remembers what it was asked for."""

    def __init__(self, best, error=None):
        self.best, self.error, self.asked, self.closed = best, error, [], 0

    def open(self, table):
        self.asked.append(table["proof"])
        return self

    def print_document(self, _document, progress):
        if self.error is not None:
            raise PrinterError("no", condition=self.error, may_have_printed=False)
        progress.before_first_byte()
        progress.all_bytes_sent(1)
        asked = Proof(self.asked[-1])
        return PrintOutcome(bytes_sent=1, proof=asked if asked in self.best else Proof.STATUS)

    def close(self):
        self.closed += 1


PAGE = page_document(printer="p", paper_mm=80, printed_at=NOW, document_id="t", code="T")


def tried(tmp_path, printer, level):
    table = structs.asdict(PrinterSettings(**NETWORK))
    return prove(table, tmp_path, level, PAGE, opened=printer.open)


def kept(tmp_path):
    return ProofFile(tmp_path).level("escpos_network 192.0.2.9:9100")


@pytest.mark.parametrize("level", [Proof.PROCESS_ID, Proof.FENCE, Proof.STATUS])
def test_a_level_that_was_reached_is_kept(tmp_path, level):
    printer = Gives((level,))

    assert tried(tmp_path, printer, level) == (level, PrinterCondition.READY)
    assert (printer.asked, printer.closed) == ([level.value], 1)
    assert kept(tmp_path) is level


def test_a_level_that_was_not_reached_is_not_kept(tmp_path):
    assert tried(tmp_path, Gives(()), Proof.FENCE) == (Proof.STATUS, PrinterCondition.READY)
    assert kept(tmp_path) is None


def test_a_printer_that_cannot_print_keeps_nothing_and_says_why(tmp_path):
    printer = Gives((), error=PrinterCondition.PAPER_OUT)

    assert tried(tmp_path, printer, Proof.FENCE) == (None, PrinterCondition.PAPER_OUT)
    assert printer.closed == 1
    assert kept(tmp_path) is None


def test_settings_that_cannot_be_used_are_a_printer_out_of_reach(tmp_path):
    table = structs.asdict(PrinterSettings(driver="escpos_network", address="no address at all:x"))

    assert prove(table, tmp_path, Proof.FENCE, PAGE) == (None, PrinterCondition.UNREACHABLE)


@pytest.fixture
def front():
    made = TcpFront(Engine(time.monotonic, head_mm_s=4000))
    thread = threading.Thread(target=made.run)
    thread.start()
    yield made
    made.stop()
    thread.join(5)


@pytest.fixture
def printers(tmp_path):
    settings = settings_from({})
    live = LivePrinter(
        set_up_printer(structs.asdict(settings.printer), structs.asdict(settings.spare_printer), tmp_path)
    )
    machine = Machine(
        home=tmp_path,
        settings=settings,
        room=IdentityFile(tmp_path).room(DEMO_KEYS.read_bytes()),
        printer=live,
        on_paper=None,
        restart=None,
    )
    yield LocalPrinters(machine, FakeClock()), live
    live.close()


def test_a_printer_of_the_network_is_used_proven_and_given_back_while_the_kiosk_runs(
    printers, front, tmp_path, qapp
):
    tools, live = printers
    before = live.in_use
    chosen = ReachablePrinter(driver="escpos_network", address=f"127.0.0.1:{front.port}", label="")
    assert tools.use(chosen) == ""
    tools.exchange()
    assert live.in_use is not before
    assert live.read_condition() is PrinterCondition.READY

    proved = tools.prove(Proof.PROCESS_ID)

    assert proved.proof is Proof.PROCESS_ID
    assert ProofFile(tmp_path).level(f"escpos_network {chosen.address}") is Proof.PROCESS_ID
    assert live.read_condition() is PrinterCondition.READY
    assert tools.in_use().where == f"escpos_network {chosen.address}"


def test_a_spare_is_written_and_taken_out_again(printers):
    tools, _live = printers
    spare = ReachablePrinter(driver="escpos_file", address="/dev/usb/lp1", label="")
    assert tools.use_as_spare(spare) == ""
    assert tools.in_use().spare == "escpos_file /dev/usb/lp1"
    assert tools.use_as_spare(None) == ""
    assert tools.in_use().spare == ""


def test_an_address_that_is_none_is_no_network(printers):
    with pytest.raises(ValueError, match="appear"):
        printers[0].on_network("printer.local")
