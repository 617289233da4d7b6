"""What every driver does; a newcomer in printers.DRIVERS is tried by itself, and a stranger is noticed."""

import socket
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest

import printers
from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import PrinterCondition, PrinterError
from printers.driver import CommonSettings, PrinterSettingsRejected
from printers.emulator.engine import Engine
from printers.emulator.faults import LineFaults
from printers.emulator.fronts import TcpFront, fifo_front, pty_front
from printers.emulator.usb_front import UsbDevice, UsbFront
from printers.rendering.raster import render
from tests.fakes.printing import Steps
from tests.fakes.sheets import a_short_sheet, a_slip

KINDS = [kind for kind, _ in printers.DRIVERS]
NOWHERE = {
    "escpos_network": "127.0.0.1:1",
    "escpos_usb": "ffff:ffff:NONE",
    "escpos_serial": "/dev/tty-that-is-not-there",
    "escpos_file": "/dev/usb/lp-that-is-not-there",
}
NONSENSE = {
    "escpos_network": ["", "host:0", "host:99999", "host:abc"],
    "escpos_usb": ["", "04b8", "04b8:xyz1"],
    "escpos_serial": ["", "/dev/ttyS0@fast", "/dev/ttyS0@300"],
    "escpos_file": ["", "relative/path"],
}


@pytest.fixture
def device():
    """Start an emulated printer on some line in a thread; stop it at the end."""
    running = []

    def start(front):
        thread = threading.Thread(target=front.run)
        thread.start()
        running.append((front, thread))
        return front

    yield start
    for front, thread in running:
        front.stop()
        thread.join(5)
        assert not thread.is_alive()


def an_engine():
    return Engine(time.monotonic, head_mm_s=4000)


def test_every_module_of_the_drivers_folder_stands_in_the_list():
    folder = Path(printers.__file__).parent / "drivers"

    assert sorted(KINDS) == sorted(file.stem for file in folder.glob("[!_]*.py"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_driver_names_its_kind_and_its_settings(kind):
    driver = printers.driver_module(kind)

    assert kind == driver.KIND
    assert issubclass(driver.Settings, CommonSettings)
    assert {field.name for field in msgspec.structs.fields(driver.Settings)} >= {
        "driver",
        "name",
        "address",
        "paper_mm",
        "proof",
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", ["colour", "paper_mm", "proof"])
def test_settings_that_mean_nothing_are_refused_by_name(kind, key):
    with pytest.raises(PrinterSettingsRejected, match=key):
        printers.open_printer({"driver": kind, "address": NOWHERE.get(kind, ""), key: "blue"})


@pytest.mark.parametrize(("kind", "address"), [(kind, bad) for kind in NONSENSE for bad in NONSENSE[kind]])
def test_an_address_that_is_none_is_refused_with_its_value(kind, address):
    with pytest.raises(PrinterSettingsRejected, match="address"):
        printers.open_printer({"driver": kind, "address": address})


def test_an_unknown_driver_is_refused_with_the_known_ones():
    with pytest.raises(PrinterSettingsRejected, match="escpos_network"):
        printers.open_printer({"driver": "laser"})


@pytest.mark.parametrize("paper_mm", [80, 58])
@pytest.mark.parametrize("kind", KINDS)
def test_name_and_width_come_from_the_settings(kind, paper_mm):
    address = NOWHERE.get(kind, "")

    printer = printers.open_printer({"driver": kind, "address": address, "name": "A", "paper_mm": paper_mm})

    assert (printer.name, printer.paper_width_dots) == ("A", {80: 576, 58: 384}[paper_mm])


@pytest.mark.parametrize("kind", NOWHERE)
def test_a_printer_that_is_not_there_is_unreachable_and_leaves_the_job_untouched(kind, qapp):
    printer = printers.open_printer({"driver": kind, "address": NOWHERE[kind]})
    steps = Steps()

    assert printer.read_condition() is PrinterCondition.UNREACHABLE
    with pytest.raises(PrinterError) as caught:
        printer.print_document(a_short_sheet(), steps)
    printer.close()
    printer.close()

    assert (caught.value.condition, caught.value.may_have_printed) == (PrinterCondition.UNREACHABLE, False)
    assert steps.seen == []


def prints_whole(printer, engine, proof):
    steps = Steps()
    outcome = printer.print_document(a_short_sheet(), steps)
    printer.close()
    end = time.monotonic() + 5
    while not engine.paper.tickets and time.monotonic() < end:
        threading.Event().wait(0.005)

    assert outcome.proof is proof
    assert steps.seen == ["sending", "sent"]
    assert steps.count == outcome.bytes_sent
    assert [ticket.image for ticket in engine.paper.tickets] == [render(a_short_sheet(), 576)]
    assert engine.leaked == b""


def test_the_network_driver_prints(device, qapp):
    engine = an_engine()
    front = device(TcpFront(engine))

    printer = printers.open_printer(
        {"driver": "escpos_network", "address": f"127.0.0.1:{front.port}", "proof": "process_id"}
    )

    assert printer.read_condition() is PrinterCondition.READY
    prints_whole(printer, engine, Proof.PROCESS_ID)


@pytest.mark.parametrize("proof", ["process_id", "fence"])
def test_the_serial_driver_prints(device, qapp, proof):
    engine = an_engine()
    front, path = pty_front(engine, baud=115200)
    device(front)

    printer = printers.open_printer(
        {"driver": "escpos_serial", "address": path, "proof": proof, "flow": "none"}
    )

    assert printer.read_condition() is PrinterCondition.READY
    prints_whole(printer, engine, Proof(proof))


def test_a_serial_line_that_hangs_up_is_unreachable(qapp):
    engine = an_engine()
    front, path = pty_front(engine)
    printer = printers.open_printer({"driver": "escpos_serial", "address": path, "flow": "none"})
    front.close()

    assert printer.read_condition() is PrinterCondition.UNREACHABLE


@pytest.fixture
def bus(monkeypatch):
    """An emulated USB bus in the place of libusb, empty at first."""
    front = UsbFront()
    monkeypatch.setattr("usb.backend.libusb1.get_backend", lambda find_library=None: front)
    return front


def a_usb_device(serial_number="EMU1"):
    engine = Engine(time.monotonic, head_mm_s=4000, buffer_bytes=1_000_000)
    return UsbDevice(engine=engine, serial_number=serial_number)


@pytest.mark.parametrize("proof", ["process_id", "fence", "status"])
def test_the_usb_driver_prints(bus, qapp, proof):
    device = a_usb_device()
    bus.devices = (device,)

    printer = printers.open_printer({"driver": "escpos_usb", "address": "04b8:0202:EMU1", "proof": proof})

    assert printer.read_condition() is PrinterCondition.READY
    prints_whole(printer, device.engine, Proof(proof))


def test_a_usb_printer_in_another_port_is_found_at_the_next_question(bus, qapp):
    old, moved = a_usb_device(), a_usb_device()
    bus.devices = (old,)
    printer = printers.open_printer({"driver": "escpos_usb", "address": "04b8:0202", "proof": "process_id"})
    assert printer.read_condition() is PrinterCondition.READY

    old.plugged = False
    assert printer.read_condition() is PrinterCondition.UNREACHABLE
    bus.devices = (old, moved)

    prints_whole(printer, moved.engine, Proof.PROCESS_ID)


def test_what_is_plugged_in_is_listed_with_the_address_its_driver_takes(bus, monkeypatch):
    from printers import discovery

    bus.devices = (a_usb_device("EMU1"), a_usb_device("EMU2"))
    port = SimpleNamespace(device="/dev/ttyUSB0", description="USB-Serial")
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: [port])

    found = [one for one in (*discovery.on_usb(), *discovery.on_serial()) if one.driver != "escpos_file"]

    assert [one.address for one in found] == ["04b8:0202:EMU1", "04b8:0202:EMU2", "/dev/ttyUSB0"]
    for one in found:
        printers.open_printer({"driver": one.driver, "address": one.address})


def test_the_file_driver_prints_and_claims_no_proof(device, qapp, tmp_path):
    engine = an_engine()
    device(fifo_front(engine, tmp_path / "lp"))

    printer = printers.open_printer(
        {"driver": "escpos_file", "address": str(tmp_path / "lp"), "proof": "process_id"}
    )

    assert printer.read_condition() is PrinterCondition.UNKNOWN
    prints_whole(printer, engine, Proof.NONE)


def test_the_file_driver_never_makes_a_file(tmp_path, qapp):
    printer = printers.open_printer({"driver": "escpos_file", "address": str(tmp_path / "typo")})

    assert printer.read_condition() is PrinterCondition.UNREACHABLE
    assert not (tmp_path / "typo").exists()


def test_the_virtual_driver_keeps_its_paper_and_shows_it(qapp, tmp_path):
    seen = []
    printer = printers.open_printer({"driver": "virtual", "address": str(tmp_path)}, on_paper=seen.append)

    outcome = printer.print_document(a_short_sheet(), Steps())

    (file,) = tmp_path.glob("*.png")
    assert outcome.proof is Proof.PAPER
    assert [(one.rows, one.total) for one in seen] == [(0, seen[0].total), (seen[0].total, seen[0].total)]
    assert file.read_bytes() == seen[1].png


def test_the_virtual_driver_without_paper_prints_nothing(qapp, tmp_path):
    printer = printers.open_printer({"driver": "virtual", "address": str(tmp_path)})
    printer.sensors.paper_out = True

    assert printer.read_condition() is PrinterCondition.PAPER_OUT
    with pytest.raises(PrinterError):
        printer.print_document(a_short_sheet(), Steps())
    assert list(tmp_path.iterdir()) == []


def test_the_virtual_driver_keeps_only_so_many_pictures(qapp, tmp_path):
    printer = printers.open_printer({"driver": "virtual", "address": str(tmp_path), "keep": 2})

    for name in "abc":
        printer.print_document(a_short_sheet(name), Steps())

    assert sorted(file.name for file in tmp_path.iterdir()) == ["slip-b-1.png", "slip-c-1.png"]


def test_a_full_disk_costs_the_virtual_driver_its_picture_only(qapp):
    printer = printers.open_printer({"driver": "virtual", "address": "/dev/null/paper"})

    assert printer.print_document(a_short_sheet(), Steps()).proof is Proof.PAPER


def test_a_port_nobody_answers_is_not_held_open(qapp):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"127.0.0.1:{silent.getsockname()[1]}"
        printer = printers.open_printer({"driver": "escpos_network", "address": address})

        assert printer.read_condition() is PrinterCondition.UNKNOWN
        client, _ = silent.accept()
        with client:
            client.settimeout(5)
            while client.recv(100):
                pass


def test_a_serial_printer_that_holds_the_line_for_a_moment_loses_nothing(device, qapp):
    engine = an_engine()
    front, path = pty_front(engine, line=LineFaults(xoff_after=600, xoff_for_s=0.5))
    device(front)
    printer = printers.open_printer(
        {"driver": "escpos_serial", "address": path, "proof": "process_id", "flow": "xon_xoff"}
    )

    prints_whole(printer, engine, Proof.PROCESS_ID)
    assert front.line.xoff_after is None


def test_a_serial_line_that_hangs_up_in_the_middle_is_never_called_printed(qapp):
    engine = an_engine()
    front, path = pty_front(engine)
    printer = printers.open_printer(
        {"driver": "escpos_serial", "address": path, "proof": "process_id", "flow": "none"}
    )

    def serve():
        while engine.received < 3000:
            front.poll_once()
        front.close()

    thread = threading.Thread(target=serve)
    thread.start()
    with pytest.raises(PrinterError) as caught:
        printer.print_document(a_slip(), Steps())
    thread.join(5)

    assert (caught.value.condition, caught.value.may_have_printed) == (PrinterCondition.UNREACHABLE, True)
    assert engine.paper.tickets == []
