"""Paper and what stands in for it: the checklist, the printer's troubles, the codes on the screen."""

import unicodedata

import pytest
from PySide6.QtGui import QImage

from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.print_jobs import WAITING_MAX, PrintState
from kiosk.ports.printing import PrinterCondition, PrinterError
from tests.fakes.sheets import a_short_sheet
from tests.ui.screens.citizen import read_codes
from tests.ui.screens.stops import visit

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
    assert "paper" in [item.objectName() for item in at_birth.items()]
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
        ("offline", "Máy in đang tạm dừng"),
        ("hot_head", "Máy in bị kẹt"),
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

    at_birth.see("Máy in mất kết nối")
    at_birth.see("Cán bộ cần xem dây nối máy in.")


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

    citizen.see("Máy in hết giấy. Mã QR vẫn dùng được.")


CONDITIONS = {
    PrinterCondition.PAPER_OUT: ("Máy in hết giấy", "Cán bộ cần thay giấy."),
    PrinterCondition.COVER_OPEN: ("Nắp máy in đang mở", "Cán bộ cần đóng nắp máy in."),
    PrinterCondition.OFFLINE: ("Máy in đang tạm dừng", "Cán bộ cần bật lại máy in."),
    PrinterCondition.BUSY: ("Máy in đang bận", "Ông/bà chờ một lát, máy sẽ hỏi lại."),
    PrinterCondition.FAULT: ("Máy in bị kẹt", "Cán bộ cần gỡ giấy kẹt."),
    PrinterCondition.UNREACHABLE: ("Máy in mất kết nối", "Cán bộ cần xem dây nối máy in."),
}


def printer_is(citizen, condition, monkeypatch):
    """The printer says this of itself from now on, and refuses sheets."""

    def refuse(_document, _progress):
        raise PrinterError("no", condition=condition, may_have_printed=False)

    monkeypatch.setattr(citizen.kiosk.printer, "read_condition", lambda: condition)
    monkeypatch.setattr(citizen.kiosk.printer, "print_document", refuse)


@pytest.mark.parametrize("shape", ["portrait", "landscape", "wide"])
@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_trouble_is_told_before_a_journey_and_before_a_form_and_has_its_own_page(
    open_kiosk, monkeypatch, condition, shape
):
    title, remedy = CONDITIONS[condition]
    citizen = open_kiosk(shape=shape)
    printer_is(citizen, condition, monkeypatch)
    citizen.wait_s(11)

    citizen.begin()
    citizen.see(f"{title}. Mã QR vẫn dùng được.")
    citizen.open("form_start", code=CODE)
    trouble = citizen.kiosk.way.current.view_model.printerTrouble
    citizen.open("procedure", code=CODE)
    citizen.touch("print")

    assert (citizen.screen_name(), trouble) == ("printer_trouble", title)
    citizen.see(title)
    citizen.see(remedy)
    for way_on in ("takeAway", "callHelp", "goOn"):
        assert citizen.shows(way_on)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_sheet_held_up_says_by_what_and_what_to_do_meanwhile(at_birth, monkeypatch, condition):
    title, remedy = CONDITIONS[condition]
    printer_is(at_birth, condition, monkeypatch)

    at_birth.touch("print")

    at_birth.see(title)
    at_birth.see(remedy)
    assert at_birth.screen_name() == "print_sheet"
    assert at_birth.shows("takeAway")


def test_a_silent_printer_is_tried_and_its_sheet_waits_in_plain_words(at_birth, monkeypatch):
    printer_is(at_birth, PrinterCondition.UNKNOWN, monkeypatch)
    at_birth.wait_s(11)

    at_birth.touch("print")

    at_birth.see("Chưa in được")
    at_birth.see("Máy in cần cán bộ xem. Máy sẽ tự in sau.")


def test_a_slip_held_up_points_to_the_number_on_the_screen(citizen, monkeypatch):
    printer_is(citizen, PrinterCondition.PAPER_OUT, monkeypatch)
    citizen.wait_s(11)

    visit(citizen, "slip_done")

    citizen.see("Máy in hết giấy")
    citizen.see("Ông/bà ghi lại số trên màn hình.")
    assert "paper" not in [item.objectName() for item in citizen.items()]
    assert citizen.shows("numberFirst")
    assert citizen.codes()[0].startswith("HNPK1:")


def test_a_sheet_is_printed_by_itself_once_the_trouble_is_over(at_birth, monkeypatch):
    with monkeypatch.context() as trouble:
        printer_is(at_birth, PrinterCondition.BUSY, trouble)
        at_birth.touch("print")
        at_birth.see("Máy in đang bận")
    at_birth.wait_s(3)

    at_birth.see("Phiếu đã ra")
    assert len(at_birth.paper()) == 1


def test_when_too_many_sheets_wait_the_code_is_the_way(at_birth, monkeypatch):
    printer_is(at_birth, PrinterCondition.UNKNOWN, monkeypatch)
    for number in range(WAITING_MAX):
        at_birth.kiosk.printing.enqueue(a_short_sheet(f"waits-{number}", DocumentKind.SLIP))
    at_birth.settle()

    at_birth.touch("print")

    at_birth.see("Nhiều phiếu đang chờ in")
    at_birth.see("Ông/bà lưu bằng mã QR nhé.")
    at_birth.touch("takeAway")
    assert at_birth.codes()[0].startswith("1/2\nĐăng ký khai sinh\n")


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


def test_twenty_touches_on_print_again_are_one_copy(citizen):
    visit(citizen, "slip_done")
    citizen.see("Phiếu đã ra")

    for _ in range(20):
        if citizen.shows("reprint"):
            citizen.strike("reprint")
    citizen.settle()

    citizen.see("Phiếu đã ra")
    assert sorted(path.name[-6:] for path in citizen.paper()) == ["-1.png", "-2.png"]


def test_twenty_touches_on_not_come_out_are_one_copy(at_birth, monkeypatch):
    jam_once(at_birth, monkeypatch)
    at_birth.touch("print")
    at_birth.see("Phiếu đã ra đủ chưa?")

    for _ in range(20):
        if at_birth.shows("notOut"):
            at_birth.strike("notOut")
    at_birth.settle()

    at_birth.see("Phiếu đã ra")
    assert [path.name[-6:] for path in at_birth.paper()] == ["-2.png"]


@pytest.mark.parametrize("shape", ["portrait", "landscape", "wide"])
def test_the_lesson_for_pupils_comes_out_from_the_menu_of_a_procedure(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.begin()
    citizen.open("procedure_more", code=CODE)
    while not citizen.shows("row-pupils"):
        citizen.touch("pager-down" if citizen.shows("pager-down") else "pageDown")

    citizen.touch("row-pupils")

    citizen.see("Bài tập cho học sinh")
    citizen.see("Phiếu đã ra")
    (sheet,) = citizen.paper()
    assert sheet.name.startswith("pupils-pupils-")


def test_without_paper_the_lesson_waits_behind_the_page_that_says_why(citizen):
    citizen.kiosk.printer.sensors.paper_out = True
    citizen.wait_s(11)
    citizen.open("procedure_more", code=CODE)
    citizen.kiosk.way.current.view_model.open("pupils")
    citizen.see("Máy in hết giấy")
    citizen.kiosk.printer.sensors.paper_out = False
    citizen.wait_s(11)

    citizen.touch("tryPrinter")

    citizen.see("Bài tập cho học sinh")
    citizen.see("Phiếu đã ra")


def test_who_has_had_the_sheets_of_a_visit_takes_the_code_and_the_next_person_prints(at_birth):
    for number in range(at_birth.kiosk.options.settings.paper.a_visit):
        at_birth.kiosk.printing.enqueue(a_short_sheet(f"had-{number}", DocumentKind.CHECKLIST))
        at_birth.settle()

    at_birth.touch("print")

    at_birth.see("Máy đã in nhiều giấy")
    at_birth.see("Ông/bà lưu bằng mã QR hoặc hỏi cán bộ.")
    at_birth.touch("takeAway")
    assert at_birth.codes()[0].startswith("1/2\nĐăng ký khai sinh\n")
