"""The USB transport against an emulated bus."""

import pytest
import structlog

from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import PrinterCondition, PrinterError
from kiosk.services.print_document import PrintDocuments
from printers.emulator.engine import Engine
from printers.emulator.usb_front import UsbDevice, UsbFront
from printers.escpos_printer import Deadlines, EscposPrinter
from printers.rendering.bitmap import Bitmap
from printers.transports.base import TransportError
from printers.transports.usb_bulk import UsbAddress, UsbTransport, usb_printers
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.printing import FakePrintJournal, Steps
from tests.fakes.sheets import a_short_sheet
from tests.fakes.tasks import InlineRunner

SHEET = Bitmap(width=576, height=200, data=bytes((i * 7) % 251 | 1 for i in range(200 * 72)))
ADDRESS = UsbAddress(vendor=0x04B8, product=0x0202, serial_number="EMU1")


class FastClock:
    """Every look at it lets a moment pass, so that the head gets on."""

    def __init__(self):
        self.now_s = 0.0

    def __call__(self):
        self.now_s += 0.01
        return self.now_s


def a_device(**changes):
    return UsbDevice(engine=Engine(FastClock(), buffer_bytes=1_000_000), **changes)


def a_printer(front, address=ADDRESS, proof=Proof.PROCESS_ID):
    return EscposPrinter(
        lambda: UsbTransport(address, backend=front),
        name="Máy",
        paper_width_dots=576,
        proof=proof,
        deadlines=Deadlines(answer_s=0.2, first_chunk_s=0.3, chunk_s=0.3, settle_s=0.05, confirm_s=3.0),
    )


@pytest.mark.parametrize("short_write", [None, 1, 100])
def test_a_ticket_comes_out_whole_though_writes_are_short(short_write):
    device = a_device(short_write=short_write)

    proof = a_printer(UsbFront(device)).print_bitmap(SHEET, Steps()).proof

    assert proof is Proof.PROCESS_ID
    assert device.engine.paper.tickets[0].image == SHEET
    assert device.resets == 0


def test_a_printer_that_hangs_is_noticed_and_the_job_left_untouched():
    device = a_device(hangs=True)

    with pytest.raises(PrinterError) as caught:
        a_printer(UsbFront(device)).print_bitmap(SHEET, Steps())

    assert not caught.value.may_have_printed


def test_an_absent_printer_is_unreachable_and_found_once_plugged_in():
    device = a_device(plugged=False)
    printer = a_printer(UsbFront(device))
    assert printer.read_condition() is PrinterCondition.UNREACHABLE

    device.plugged = True

    assert printer.read_condition() is PrinterCondition.READY


def test_a_printer_unplugged_while_held_is_found_again():
    device = a_device()
    printer = a_printer(UsbFront(device))
    printer.read_condition()
    device.plugged = False
    assert printer.read_condition() is PrinterCondition.UNREACHABLE
    device.plugged = True

    assert printer.print_bitmap(SHEET, Steps()).proof is Proof.PROCESS_ID


def test_of_two_alike_the_one_with_the_serial_number_prints():
    first, second = a_device(serial_number="A"), a_device(serial_number="B")
    address = UsbAddress(vendor=0x04B8, product=0x0202, serial_number="B")

    a_printer(UsbFront(first, second), address).print_bitmap(SHEET, Steps())

    assert first.engine.received == 0
    assert len(second.engine.paper.tickets) == 1


def test_closing_gives_the_interface_back():
    device = a_device()
    transport = UsbTransport(ADDRESS, backend=UsbFront(device))
    transport.open()
    assert device.claimed == {0}

    transport.close()

    assert device.claimed == set()


def test_sending_without_opening_is_an_error_of_the_line():
    with pytest.raises(TransportError, match="not open"):
        UsbTransport(ADDRESS, backend=UsbFront()).send(b"x", deadline_s=0.1)


def test_printers_on_the_bus_are_listed():
    front = UsbFront(a_device(serial_number="A"), a_device(product=0x0E15, serial_number="B"))

    assert [(one.product, one.serial_number) for one in usb_printers(backend=front)] == [
        (0x0202, "A"),
        (0x0E15, "B"),
    ]


def test_a_printer_moved_to_another_port_is_found_within_30_s_and_told_once(qapp):
    old = a_device()
    front = UsbFront(old)
    clock = FakeClock()
    scheduler = FakeScheduler(clock)
    service = PrintDocuments(InlineRunner(), FakePrintJournal(), a_printer(front), clock, scheduler)
    service.start()
    assert service.condition() is PrinterCondition.READY

    with structlog.testing.capture_logs() as logs:
        old.plugged = False
        scheduler.advance(60)
        moved = a_device()
        front.devices = (old, a_device(serial_number="OTHER"), moved)
        scheduler.advance(30)
        service.enqueue(a_short_sheet())
    service.close()

    assert service.condition() is PrinterCondition.READY
    assert [line["event"] for line in logs] == ["printer.failed", "printer.recovered"]
    assert len(moved.engine.paper.tickets) == 1
