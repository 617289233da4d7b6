"""From the box to a machine that is ready, in one run over the real pages; power fails in its middle."""

import tomllib
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.domain.enrolment import KioskIdentity
from kiosk.domain.setup_steps import SetupStep, StepState
from kiosk.ports.tasks import Lane
from kiosk.services.enrol import EnrolmentRefused
from kiosk.services.network_desk import NetworkFound, Reach
from offline_cache import usb_sticks
from offline_cache.audit_file import AuditFile
from offline_cache.setup_file import SetupFile
from tests.ui.screens.lanes_done import lanes_done
from tests.ui.screens.staff_stops import enter
from ui.screens.tech_scan.tech_scan_view_model import SAMPLE

TICKET = '{"handshake": 1, "url": "https://portal.example", "code": "ABCD-2345"}'
IDENTITY = KioskIdentity(
    kiosk_id="k-17",
    kiosk_no=17,
    point_code="P1",
    point_name="Phường Mẫu",
    portal_url="https://portal.example",
)
FOUND = NetworkFound(
    own="192.0.2.17",
    portal=Reach.GOOD,
    portal_ms=80,
    updates=Reach.NOT_SET,
    updates_ms=0,
    clock_off_s=0.3,
    clock_signed=True,
)


class QuickNetwork:
    """NetworkTools that knows one code."""

    def __init__(self):
        self.tickets = []

    def portal_url(self):
        return "https://portal.example"

    def look(self):
        return FOUND

    def enrol(self, ticket):
        self.tickets.append(ticket)
        if ticket.code != "ABCD-2345":
            raise EnrolmentRefused("wrong_portal")
        return IDENTITY


@pytest.fixture
def no_sticks(monkeypatch, tmp_path):
    monkeypatch.setattr(usb_sticks, "ROOTS", (tmp_path / "media",))


@pytest.fixture
def unboxed(open_kiosk, no_sticks, tmp_path):
    """A machine nobody has entered; called again it comes back after a power cut."""

    def start():
        kiosk = open_kiosk(home=tmp_path / "machine")
        kiosk.kiosk.staff.technicians.network._tools = QuickNetwork()
        return kiosk

    return start


def all_done(citizen):
    lanes_done(citizen, Lane.STAFF, Lane.NETWORK, Lane.PRINTER, Lane.STAFF)


@contextmanager
def step(citizen, name):
    """Expect the step's page to be shown now, and another one afterwards."""
    citizen.until(lambda: citizen.screen_name() == name, name)
    citizen.settle()
    yield
    all_done(citizen)
    citizen.until(lambda: citizen.screen_name() != name, f"the page after {name}")


def first_person(citizen):
    """Nobody yet: the door makes the first technician, and the set-up is what they see."""
    citizen.kiosk.shell.knock()
    all_done(citizen)
    citizen.see("Kỹ thuật viên đầu tiên tên gì?")
    citizen.type("le binh")
    citizen.touch("key-submit")
    for _ in range(2):
        citizen.dial("58203714")
        citizen.touch("next")
    citizen.until(lambda: citizen.screen_name() == "tech_setup", "the set-up")


def first_half(citizen):
    citizen.see("Bắt đầu lắp đặt")
    citizen.touch("primary")
    with step(citizen, "tech_language"):
        citizen.touch("row-vi")
    with step(citizen, "tech_turn"):
        citizen.touch("upright-0")
    with step(citizen, "tech_card"):
        citizen.touch("grow1")
        citizen.touch("fits")
    with step(citizen, "tech_height"):
        citizen.dial("780")
        citizen.touch("next")
    with step(citizen, "tech_touch"):
        for _ in range(9):
            citizen.strike("cross")
            citizen.settle()
        citizen.touch("again")
    with step(citizen, "tech_sound"):
        citizen.touch("row-voice")
        assert citizen.speaker.said[-1].text == "Ông/bà nghe rõ không?"
        citizen.touch("primary")
    with step(citizen, "tech_keypad"):
        citizen.touch("secondary")
        citizen.see("Bấm phím: Lên")
        QTest.keyClick(citizen.kiosk.view, Qt.Key.Key_F13)
        all_done(citizen)
        citizen.see("Bấm phím: Xuống")
        QTest.keyClick(citizen.kiosk.view, Qt.Key.Key_F13)
        citizen.see("Phím này đã dùng rồi")
        citizen.touch("primary")


def second_half(citizen):
    citizen.see("Tiếp bước 8: Máy in và trang thử")
    citizen.touch("primary")
    with step(citizen, "tech_printers"):
        citizen.touch("primary")
        citizen.until(lambda: bool(citizen.paper()), "the test page")
        citizen.touch("bar-next")
    with step(citizen, "tech_proof"):
        citizen.touch("primary")
        all_done(citizen)
        citizen.see("Máy in ảo, thấy giấy ra")
        citizen.touch("bar-next")
    with step(citizen, "tech_scan"):
        citizen.kiosk.scans.take(SAMPLE)
        citizen.see("Đọc đúng mã mẫu")
        citizen.touch("row-keyboard")
        all_done(citizen)
        citizen.touch("bar-next")
    with step(citizen, "tech_network"):
        citizen.touch("primary")
        all_done(citizen)
        citizen.see("Lệch 0,3 giây so với cổng, có chữ ký")
        citizen.touch("bar-next")
    with step(citizen, "tech_enrol"):
        citizen.kiosk.scans.take(TICKET)
        all_done(citizen)
        citizen.see("Máy số 0017, Phường Mẫu")
        citizen.touch("next")
    with step(citizen, "tech_name"):
        citizen.type("so <numbers>2")
        citizen.touch("key-submit")


def test_from_the_box_to_ready_in_one_run_over_a_power_cut(unboxed):
    before = unboxed()
    first_person(before)
    first_half(before)
    before.until(lambda: before.screen_name() == "tech_printers", "the printers")
    all_done(before)
    before.leave()

    after = unboxed()
    enter(after)
    after.kiosk.way.start("tech_setup")
    all_done(after)
    second_half(after)

    after.until(lambda: after.screen_name() == "tech_done", "the result")
    all_done(after)
    after.see("Kết quả lắp đặt")
    after.see("0 bước chưa làm")
    sheets = len(after.paper())
    after.touch("primary")
    after.until(lambda: len(after.paper()) > sheets, "the report")

    written = tomllib.loads((after.home / "settings.toml").read_text("utf-8"))
    assert written["kiosk"] == {"language": "vi", "name": "so 2"}
    assert written["screen"]["rotation"] == 0
    assert written["screen"]["lower_edge_mm"] == 780
    assert written["keypad"] == {"up": "F13"}
    assert written["scanner"] == {"kind": "keyboard"}
    acts = {entry.act for entry in AuditFile(after.home).latest(60)}
    assert {"first_person", "setting_changed", "test_page", "enrolled", "self_check"} <= acts
    progress = SetupFile(after.home).read()
    assert progress.count(StepState.DONE) == len(SetupStep)
    assert progress.value(SetupStep.SOUND) == "heard"


def test_every_step_may_be_left_out_and_the_result_says_so(unboxed):
    machine = unboxed()
    enter(machine)
    machine.kiosk.way.start("tech_setup")
    all_done(machine)
    machine.touch("primary")
    for _ in SetupStep:
        machine.touch("bar-skip")
        all_done(machine)

    assert machine.screen_name() == "tech_done"
    machine.see("13 bước chưa làm")
    machine.touch("bar-tech_setup")
    machine.see("Đã đi hết các bước")
    machine.touch("row-language")
    machine.touch("row-vi")
    all_done(machine)
    assert machine.screen_name() == "tech_setup"


def test_a_technician_finds_an_unfinished_set_up_first_and_the_check_once_it_is_over(unboxed):
    machine = unboxed()
    first_person(machine)
    for one in SetupStep:
        machine.kiosk.staff.technicians.setup.mark(one, StepState.SKIPPED)
    machine.touch("bar-end")
    machine.kiosk.shell.knock()
    all_done(machine)
    machine.touch("row-0")
    all_done(machine)
    machine.dial("58203714")
    machine.until(lambda: machine.screen_name() == "tech_check", "the check")


def test_a_code_is_typed_where_there_is_no_scanner_and_a_wrong_one_says_what_to_do(unboxed):
    machine = unboxed()
    enter(machine)
    machine.kiosk.way.start("tech_setup")
    machine.open("tech_enrol")
    machine.touch("next")
    machine.see("Mã có đủ tám chữ")
    for letter in "ZZZZ2222":
        machine.touch("code-" + letter)
    machine.touch("next")
    all_done(machine)
    machine.see("Cổng này không phải cổng ghi trong mã")
    for _ in range(8):
        machine.touch("code-backspace")
    for letter in "ABCD2345":
        machine.touch("code-" + letter)
    machine.touch("next")
    all_done(machine)

    machine.see("Máy số 0017")
    tickets = machine.kiosk.staff.technicians.network._tools.tickets
    assert [(ticket.url, ticket.code) for ticket in tickets] == [
        ("https://portal.example", "ZZZZ-2222"),
        ("https://portal.example", "ABCD-2345"),
    ]


def test_what_the_scanner_reads_of_a_card_is_counted_and_never_shown(unboxed):
    machine = unboxed()
    enter(machine)
    machine.kiosk.way.start("tech_setup")
    machine.open("tech_scan")
    machine.kiosk.scans.take("001099012345||Nguyễn Văn Mẫu|01011999|Nam|Số 0 phố Mẫu|01012022")

    machine.see("Đọc được thẻ căn cước")
    machine.see("5 trong 5 mục. Không giữ lại gì.")
    shown = " ".join(machine.texts())
    assert not any(secret in shown for secret in ("001099012345", "Mẫu|", "phố Mẫu", "Nguyễn Văn"))


def test_a_scanner_chosen_on_the_glass_is_asked_for_in_the_next_form(unboxed):
    machine = unboxed()
    enter(machine)
    machine.kiosk.way.start("tech_setup")
    machine.open("tech_scan")
    assert not machine.kiosk.services.scanner.is_there
    machine.touch("row-keyboard")

    machine.see("Dùng được ngay. Quét mã để thử.")
    assert machine.kiosk.services.scanner.is_there


def test_the_code_on_the_glass_is_the_sample(unboxed):
    machine = unboxed()
    enter(machine)
    machine.kiosk.way.start("tech_setup")
    machine.open("tech_scan")

    assert machine.codes() == [SAMPLE]


def test_a_learnt_key_does_what_the_usual_one_does(unboxed):
    machine = unboxed()
    machine.kiosk.services.keys.set("help", "F14")
    machine.begin()
    QTest.keyClick(machine.kiosk.view, Qt.Key.Key_F14)
    machine.settle()

    assert machine.screen_name() == "call_help"


def test_an_address_is_written_with_its_scheme_and_one_that_is_none_is_refused(unboxed):
    machine = unboxed()
    enter(machine)
    machine.kiosk.way.start("tech_setup")
    machine.open("tech_network")
    machine.touch("row-portal")
    machine.type("cong")
    machine.touch("key-submit")
    all_done(machine)
    written = tomllib.loads((machine.home / "settings.toml").read_text("utf-8"))
    assert written["portal"] == {"url": "https://cong"}
    assert machine.screen_name() == "tech_network"

    machine.touch("row-proxy")
    machine.type("abc")
    machine.touch("bar-back")
    assert machine.screen_name() == "tech_network"
    all_done(machine)
    assert tomllib.loads((machine.home / "settings.toml").read_text("utf-8")) == written

    machine.open("tech_address", key="printer")
    machine.touch("key-1")
    machine.touch("key-submit")
    machine.see("Nhập bốn số")


def test_glass_that_hangs_turned_starts_again_upright_and_goes_on_with_the_next_step(
    open_kiosk, monkeypatch, no_sticks, tmp_path
):
    quits = []
    monkeypatch.setattr("kiosk.app.restarter", lambda _quit: lambda: quits.append(True))
    before = open_kiosk(home=tmp_path / "machine")
    enter(before)
    before.kiosk.way.start("tech_setup")
    before.open("tech_turn")
    before.touch("upright-90")
    all_done(before)
    before.see("Đã ghi: xoay 90 độ")
    before.touch("restart")
    all_done(before)
    assert quits == [True]
    before.leave()

    after = open_kiosk(
        home=tmp_path / "machine", settings=tomllib.loads((before.home / "settings.toml").read_text("utf-8"))
    )
    enter(after)
    after.kiosk.way.start("tech_setup")
    all_done(after)
    after.see("2. Chiều màn hình")
    after.see("Xoay 90 độ")
    assert (after.kiosk.view.width(), after.kiosk.view.height()) == (1920, 1080)


def test_where_nothing_would_start_it_again_that_is_not_offered(unboxed):
    machine = unboxed()
    enter(machine)
    machine.kiosk.way.start("tech_setup")
    machine.open("tech_turn")
    machine.touch("upright-180")
    all_done(machine)

    machine.see("Tắt rồi bật lại máy")
    assert not machine.find("restart").isEnabled()
    machine.touch("later")
    assert machine.screen_name() == "tech_card"
