"""The technicians' desks without a screen: what is written, what is noted, what is refused."""

from dataclasses import dataclass, field

import pytest

from kiosk.domain.audit import Act
from kiosk.domain.print_jobs import Proof
from kiosk.ports.help_line import HelpLineFailed
from kiosk.ports.outbox import StorageFull
from kiosk.ports.portal import NotOurPortal, PortalPaused, PortalRefused, PortalUnreachable
from kiosk.ports.vault import KeysUnusable
from kiosk.services.enrol import EnrolmentRefused
from kiosk.services.machine_desk import ReachablePrinter
from kiosk.services.network_desk import EnrolmentTrouble, trouble_of
from kiosk.services.printer_desk import PrinterDesk, PrinterInUse, Proved
from kiosk.services.sound_desk import SoundDesk
from kiosk.services.update_desk import Releases, Taken, UpdateDesk, Wish
from tests.fakes.tasks import InlineRunner, StepRunner

USB = ReachablePrinter(driver="escpos_usb", address="04b8:0202", label="USB printer")


@dataclass
class Notes:
    """Keeps the acts a desk notes."""

    name: str = "Lê Văn Bình"
    acts: list = field(default_factory=list)

    def note(self, act, about=""):
        self.acts.append((act, about))


class Printers:
    """PrinterTools in memory."""

    def __init__(self, refusal=""):
        self.refusal, self.steps, self.gives = refusal, [], None

    def in_use(self):
        return PrinterInUse(name="Máy in", driver="virtual", address="", paper_mm=80)

    def use(self, printer):
        self.steps.append(("use", printer.address))
        return self.refusal

    def use_as_spare(self, printer):
        self.steps.append(("spare", printer.address if printer else None))
        return self.refusal

    def exchange(self):
        self.steps.append(("exchange", None))

    def prove(self, level):
        self.steps.append(("prove", level.value))
        return Proved(proof=self.gives or (level if level is Proof.FENCE else Proof.STATUS))

    def on_network(self, address):
        if address == "x":
            raise ValueError("no address")
        return (ReachablePrinter(driver="escpos_network", address=f"{address}:9100", label=""),)


def desk(refusal=""):
    notes, tools = Notes(), Printers(refusal)
    return PrinterDesk(InlineRunner(), tools, notes), tools, notes


def test_a_printer_is_written_noted_and_exchanged_in_this_order():
    printers, tools, notes = desk()
    told = []
    printers.use(USB, told.append)

    assert told == [""]
    assert tools.steps == [("use", "04b8:0202"), ("exchange", None)]
    assert notes.acts == [(Act.SETTING_CHANGED, "printer escpos_usb 04b8:0202")]


def test_what_could_not_be_written_is_not_exchanged():
    printers, tools, notes = desk("disk full")
    told = []
    printers.use_as_spare(None, told.append)

    assert told == ["disk full"]
    assert tools.steps == [("spare", None)]
    assert notes.acts == []


def test_printers_that_were_found_are_kept_once_each():
    printers, _tools, _notes = desk()
    told = []
    printers.on_network("192.0.2.9", told.append)
    printers.on_network("192.0.2.9", told.append)
    printers.on_network("x", told.append)

    assert [one.address for one in printers.found] == ["192.0.2.9:9100"]
    assert told[-1] is None


def test_the_best_proof_is_asked_for_first_and_what_was_found_is_noted_and_used():
    printers, tools, notes = desk()
    told = []
    printers.prove(told.append)

    assert tools.steps == [("prove", "process_id"), ("prove", "fence"), ("exchange", None)]
    assert told == [Proved(proof=Proof.FENCE)]
    assert notes.acts == [(Act.TEST_PAGE, "proof fence")]


@pytest.mark.parametrize("gives", [Proof.PAPER, None])
def test_a_virtual_printer_and_one_that_cannot_print_are_asked_once(gives):
    printers, tools, _notes = desk()
    tools.prove = lambda level: tools.steps.append(level) or Proved(proof=gives)
    printers.prove(lambda _proved: None)

    assert tools.steps == [Proof.PROCESS_ID, ("exchange", None)]


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (EnrolmentRefused("already"), EnrolmentTrouble.ALREADY),
        (EnrolmentRefused("wrong_portal"), EnrolmentTrouble.WRONG_PORTAL),
        (PortalRefused("p", "used", code="code_used"), EnrolmentTrouble.CODE),
        (PortalPaused("p", "no", code="revoked"), EnrolmentTrouble.CODE),
        (PortalUnreachable("p", "none"), EnrolmentTrouble.UNREACHABLE),
        (NotOurPortal("p", "login page"), EnrolmentTrouble.UNREACHABLE),
        (KeysUnusable("p", reason="trial"), EnrolmentTrouble.KEYS),
        (StorageFull("p"), EnrolmentTrouble.DISK),
    ],
)
def test_each_refusal_of_an_enrolment_has_words_of_its_own(error, trouble):
    assert trouble_of(error) is trouble


def test_a_fault_of_ours_is_no_refusal():
    with pytest.raises(KeyError):
        trouble_of(KeyError("bug"))


class Bell:
    """A bell with or without a device."""

    available = True

    def __init__(self, *, works):
        self.works = works

    def ring(self):
        if not self.works:
            raise HelpLineFailed("no device")


@pytest.mark.parametrize("works", [True, False])
def test_the_tone_says_whether_the_device_took_it(works):
    told = []
    SoundDesk(InlineRunner(), Bell(works=works)).ring(told.append)

    assert told == [works]


class Helper:
    """ReleaseTools in memory."""

    def __init__(self, *, full=False):
        self.full, self.wishes = full, []

    def look(self):
        return Releases(kept="1.2")

    def ask(self, wish, version):
        if self.full:
            raise StorageFull("no room")
        self.wishes.append((wish, version))

    def fetched_bytes(self):
        return 3


class Fetch:
    """A fetch that brings the software, unless it is stopped first."""

    def __init__(self):
        self.stopped = False

    def software(self, _origin):
        return () if self.stopped else ("kiosk.deb 1.2",)

    def stop(self):
        self.stopped = True


def updates(tasks, helper):
    notes = Notes()
    made = UpdateDesk(tasks, None, notes, fetch=Fetch, releases=helper, address="", version="1.1", proxy="")
    return made, notes


def test_a_fetch_that_was_stopped_says_so_and_another_may_begin():
    tasks = StepRunner()
    desk_, _notes = updates(tasks, Helper())
    told = []
    desk_.take("stick", told.append)
    desk_.take("stick", told.append)
    desk_.cancel()
    tasks.run_all()

    assert told == [Taken(stopped=True)]
    assert not desk_.fetching
    desk_.take("stick", told.append)
    tasks.run_all()
    assert told[-1] == Taken(new=("kiosk.deb 1.2",))


def test_a_wish_is_noted_once_it_is_written_and_not_on_a_full_disk():
    helper = Helper()
    desk_, notes = updates(InlineRunner(), helper)
    told = []
    desk_.ask(Wish.INSTALL, "1.2", told.append)
    helper.full = True
    desk_.ask(Wish.BACK, "", told.append)

    assert told == [True, False]
    assert helper.wishes == [(Wish.INSTALL, "1.2")]
    assert notes.acts == [(Act.INSTALL_ASKED, "install 1.2")]
