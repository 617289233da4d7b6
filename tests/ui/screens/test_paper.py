"""Paper and what stands in for it: the checklist, the printer's troubles, the codes on the screen."""

import unicodedata

import pytest
from PySide6.QtGui import QImage

from kiosk.domain.print_jobs import PrintState
from kiosk.ports.printing import PrinterCondition, PrinterError
from tests.ui.screens.citizen import read_codes

CODE = "1.001193"


@pytest.fixture
def at_birth(citizen):
    """In front of the birth registration, with the printer known."""
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)
    return citizen


@pytest.fixture
def jobs(at_birth):
    """The last state of every job, by its id."""
    seen = {}
    at_birth.kiosk.printing.watch_jobs(lambda job: seen.update({job.job_id: job.state}))
    return seen


def test_the_checklist_comes_out_and_its_code_reads_back(at_birth):
    at_birth.touch("print")

    at_birth.see("Phiếu đã ra")
    (sheet,) = at_birth.paper()
    assert sheet.name.startswith("checklist-")
    (code,) = read_codes(QImage(str(sheet)))
    assert code.startswith("Đăng ký khai sinh (1.001193)\nhttps://dichvucong.gov.vn/")


def test_the_codes_to_take_away_hold_all_papers_in_whole_letters(at_birth):
    procedure = told(at_birth)
    at_birth.touch("takeAway")

    first = at_birth.codes()
    at_birth.touch("nextCode")
    second = at_birth.codes()

    codes = [*first, *second]
    lines = "\n".join(codes).split("\n")
    assert [code[:3] for code in codes] == ["1/2", "2/2"]
    assert all(code == unicodedata.normalize("NFC", code) and len(code.encode()) <= 331 for code in codes)
    assert lines[1] == "Đăng ký khai sinh"
    assert [line for line in lines if line.startswith("- ")] == [
        f"- {paper.name}" for paper in procedure.papers
    ]


def told(citizen, code=CODE):
    """The Vietnamese text of a procedure, from the catalogue itself."""
    found = []
    citizen.kiosk.find.procedure(code, found.append)
    citizen.until(lambda: bool(found), "the procedure")
    return found[0].text("vi")


def jam_once(citizen, monkeypatch):
    """The next sheet jams after its first byte; those after it come out."""
    printer = citizen.kiosk.printer
    whole = printer.print_document

    def jam(_document, progress):
        monkeypatch.setattr(printer, "print_document", whole)
        progress.before_first_byte()
        raise PrinterError("jammed", condition=PrinterCondition.FAULT, may_have_printed=True)

    monkeypatch.setattr(printer, "print_document", jam)


@pytest.mark.parametrize("shape", ["landscape", "wide"])
def test_the_code_to_take_away_reads_back_on_lying_screens(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.open("take_away", code=CODE)

    (code,) = citizen.codes()

    assert code.startswith("1/2\nĐăng ký khai sinh\n")


def test_twenty_touches_on_print_are_one_sheet(at_birth):
    for _ in range(20):
        if at_birth.shows("print"):
            at_birth.strike("print")
    at_birth.settle()

    at_birth.see("Phiếu đã ra")
    assert len(at_birth.paper()) == 1


@pytest.mark.parametrize(
    ("sensor", "words"),
    [
        ("paper_out", "Máy in hết giấy"),
        ("cover_open", "Nắp máy in đang mở"),
        ("offline", "Máy in chưa sẵn sàng"),
    ],
)
def test_printer_trouble_has_its_own_words_before_anything_is_sent(at_birth, sensor, words):
    setattr(at_birth.kiosk.printer.sensors, sensor, True)
    at_birth.wait_s(11)

    at_birth.touch("print")

    at_birth.see(words)
    assert at_birth.screen_name() == "printer_trouble"
    assert at_birth.paper() == []


def test_a_printer_nobody_answers_for_is_told_before_printing(at_birth, monkeypatch):
    from printers.emulator.direct import DirectTransport
    from printers.transports.base import TransportError

    def refuse(_transport):
        raise TransportError("refused")

    monkeypatch.setattr(DirectTransport, "open", refuse)
    at_birth.kiosk.printer.close()
    at_birth.wait_s(11)

    at_birth.touch("print")

    at_birth.see("Máy in chưa sẵn sàng")


def test_without_paper_there_are_ways_on_and_the_code_is_first(at_birth):
    at_birth.kiosk.printer.sensors.paper_out = True
    at_birth.wait_s(11)
    at_birth.touch("print")

    at_birth.touch("callHelp")
    at_birth.touch("goOn")
    at_birth.touch("takeAway")

    assert at_birth.codes()[0].startswith("1/2\nĐăng ký khai sinh\n")


def test_once_paper_is_in_again_the_same_page_offers_to_print(at_birth):
    at_birth.kiosk.printer.sensors.paper_out = True
    at_birth.wait_s(11)
    at_birth.touch("print")
    at_birth.kiosk.printer.sensors.paper_out = False
    at_birth.wait_s(11)

    at_birth.see("Máy in dùng được rồi")
    at_birth.touch("tryPrinter")

    at_birth.see("Phiếu đã ra")


def test_home_says_beforehand_that_nothing_can_be_printed(citizen):
    citizen.kiosk.printer.sensors.paper_out = True
    citizen.wait_s(11)

    citizen.begin()

    citizen.see("Máy in cần cán bộ xem. Mã QR vẫn dùng được.")


def test_a_sheet_in_doubt_is_asked_about_and_a_copy_says_that_it_is_one(at_birth, jobs, monkeypatch):
    jam_once(at_birth, monkeypatch)

    at_birth.touch("print")
    at_birth.see("Phiếu đã ra đủ chưa?")
    at_birth.touch("notOut")

    at_birth.see("Phiếu đã ra")
    (copy,) = at_birth.paper()
    assert copy.name.endswith("-2.png")
    assert set(jobs.values()) == {PrintState.SUPERSEDED, PrintState.PRINTED}


def test_a_sheet_in_doubt_that_did_come_out_is_not_printed_again(at_birth, monkeypatch):
    jam_once(at_birth, monkeypatch)

    at_birth.touch("print")
    at_birth.see("Phiếu đã ra đủ chưa?")
    at_birth.touch("cameOut")

    at_birth.see("Phiếu đã ra")
    assert at_birth.paper() == []


def test_a_full_disk_when_printing_is_told_on_the_page_and_is_no_fault_of_the_machine(at_birth, monkeypatch):
    from kiosk.ports.outbox import StorageFull

    def full(*_arguments, **_options):
        raise StorageFull("full")

    monkeypatch.setattr(at_birth.kiosk.printing, "_enqueued", full)

    at_birth.touch("print")

    at_birth.see("Chưa in được")
    assert at_birth.screen_name() == "print_sheet"
    assert at_birth.shows("takeAway")
