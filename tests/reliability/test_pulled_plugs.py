"""Printer and network go away at any moment of a visit: the citizen sees what happened and what to do."""

import pytest

from kiosk.domain.print_jobs import PrintState
from kiosk.services.synchronise import Line
from printers.drivers import virtual
from printers.emulator.direct import DirectTransport
from printers.emulator.faults import LineFaults
from tests.reliability.fault_proxy import FaultProxy
from tests.ui.conftest import MARKED_HALL
from tests.ui.screens.stops import BIRTH, CODE
from tests.ui.screens.test_form import dossiers

NUMBER = "Số phiếu khai, bản thử"
KEPT = "Máy đã giữ, sẽ tự gửi. Ông/bà không phải làm lại."
SENT = "Đã gửi"
# Bytes of a sheet that reach the printer before the plug is pulled; a sheet has about 65,000.
PULLED_AT = (0, 1, 700, 20_000, 55_000)
QUESTIONS = 100  # up to here the kiosk only asks how the printer is; nothing of the sheet is on its way


@pytest.fixture
def line(monkeypatch) -> LineFaults:
    """The cable of the virtual printer."""
    cable = LineFaults()
    monkeypatch.setattr(virtual, "DirectTransport", lambda engine, time: DirectTransport(engine, time, cable))
    return cable


def send_a_form(citizen):
    citizen.begin()
    citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    citizen.open("check_answers", code=CODE)
    citizen.touch("send")
    citizen.see("Đã khai trước xong")


@pytest.mark.parametrize("after", PULLED_AT)
def test_the_printer_pulled_in_the_middle_of_a_slip_is_told_and_the_number_stays(line, citizen, after):
    line.drop_after = after
    if not after:
        line.refuse = True

    send_a_form(citizen)

    citizen.see("Phiếu đã ra đủ chưa?" if after > QUESTIONS else "Máy in mất kết nối")
    citizen.see(NUMBER)
    assert citizen.paper() == []
    assert "Phiếu đã ra" not in citizen.texts()
    assert citizen.shows("bar-help")


@pytest.mark.parametrize("after", [0, 1])
def test_once_the_printer_is_back_the_slip_comes_out_by_itself_and_no_second(line, citizen, after):
    line.drop_after, line.refuse = after, not after
    send_a_form(citizen)

    line.drop_after, line.refuse = None, False
    citizen.wait_s(61)

    assert [sheet.name[-6:] for sheet in citizen.paper()] == ["-1.png"]
    assert dossiers(citizen) == 1


def test_a_torn_slip_is_printed_again_only_by_a_person_s_word_and_once(line, citizen):
    line.drop_after = 20_000
    send_a_form(citizen)
    tried = []
    citizen.kiosk.printing.watch_jobs(lambda job: tried.append((job.copy_no, job.state)))

    line.drop_after = None
    citizen.wait_s(25)
    before = list(tried)
    citizen.touch("notOut")
    citizen.wait_s(25)

    assert before == []
    assert tried.count((2, PrintState.SENDING)) == 1
    assert {copy for copy, _ in tried} == {1, 2}


@pytest.mark.parametrize("moment", ["attract", "home", "list", "procedure"])
def test_the_printer_pulled_before_anything_was_printed_is_told_before_the_touch_is_in_vain(
    line, citizen, moment
):
    steps = {"home": citizen.begin, "list": lambda: citizen.touch("tile-sinh-con")}
    steps["procedure"] = lambda: citizen.touch("row-" + CODE)
    if moment == "attract":
        line.refuse = True
    for name, step in steps.items():
        step()
        if name == moment:
            line.refuse = True
    citizen.kiosk.printer.close()
    citizen.wait_s(11)

    citizen.touch("print")

    citizen.see("Máy in mất kết nối")
    citizen.see("Cán bộ cần xem dây nối máy in.")
    citizen.touch("takeAway")
    assert citizen.codes()


@pytest.fixture
def proxy(reference_portal):
    made = FaultProxy(reference_portal.port)
    yield made
    made.close()


@pytest.fixture
def online(proxy, open_kiosk):
    citizen = open_kiosk(settings=MARKED_HALL | {"portal": {"url": proxy.url}})
    citizen.until(lambda: line_of(citizen) is Line.ONLINE, "the portal")
    return citizen


def line_of(citizen):
    return citizen.kiosk.exchange.state().line


PULLS = ("refuse", "reset", "close", "garbage", "half an answer")


@pytest.mark.parametrize("mood", PULLS)
@pytest.mark.parametrize("moment", ["attract", "typing", "sending"])
def test_the_network_pulled_at_any_moment_costs_the_citizen_nothing(
    online, proxy, reference_portal, mood, moment
):
    if moment == "attract":
        proxy.pull(mood)
    online.begin()
    online.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    online.open("form_question", code=CODE, index=0)
    if moment == "typing":
        proxy.pull(mood)
    online.open("check_answers", code=CODE)
    if moment == "sending":
        proxy.pull(mood)
    online.touch("send")

    online.see("Đã khai trước xong")
    online.see(NUMBER)
    online.until(lambda: line_of(online) is Line.OFFLINE, "word of the network")
    online.see(KEPT)
    assert not online.reads(SENT)

    proxy.pull("good")
    online.wait_s(3600)
    online.until(lambda: line_of(online) is Line.ONLINE, "the portal again")
    online.until(lambda: online.kiosk.exchange.state().waiting == 0, "the upload")
    assert len(reference_portal.storage.find()) == 1


def test_a_network_that_stalls_holds_no_screen_up(online, proxy):
    proxy.pull("stall")

    send_a_form(online)
    online.see(KEPT)
    online.touch("bar-end")
    online.begin()
    online.touch("tile-sinh-con")
    online.touch("row-" + CODE)

    assert online.screen_name() == "procedure"
    proxy.pull("refuse")
