"""The staff's and technicians' pages with something on each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kiosk.domain.audit import AuditReport
from kiosk.domain.catalogue import CatalogueDiff, FieldChange, ProcedureChange, VersionEntry
from kiosk.domain.enrolment import KioskIdentity
from kiosk.domain.outbox import OutboxCounts, OutboxLine, OutboxState
from kiosk.domain.print_jobs import Proof
from kiosk.domain.self_check import MachineFacts, StoreFacts
from kiosk.domain.setup_steps import SetupProgress, SetupStep, StepRecord, StepState
from kiosk.domain.staff import Role, StaffPerson
from kiosk.domain.updates import UpdateProblem
from kiosk.domain.usage import UsageCount, UsageKind
from kiosk.ports.machine_control import Refusal
from kiosk.ports.sticks import Stick, StickTrouble
from kiosk.services.configuration_desk import ConfigurationFound, SettingChange
from kiosk.services.machine_desk import Checkup, ReachablePrinter
from kiosk.services.network_desk import EnrolmentTrouble, NetworkFound, Reach
from kiosk.services.outbox_desk import Waiting
from kiosk.services.printer_desk import PrinterInUse, Proved
from kiosk.services.update_desk import Releases, Taken
from kiosk.services.write_to_stick import Written
from tests.fakes.machine_control import (
    AT_HOME,
    POINTS,
    RUNNING,
    WIRED,
    FakeMachineClock,
    FakeMachineNetwork,
)
from tests.ui.screens.citizen import Citizen
from ui.screens.tech_scan.tech_scan_view_model import SAMPLE

PERSON = StaffPerson(name="Trần Thu Hà", role=Role.TECHNICIAN)
PIN = "58203714"
TRIED = NetworkFound(
    own="192.0.2.17",
    portal=Reach.GOOD,
    portal_ms=120,
    updates=Reach.NOBODY,
    updates_ms=4000,
    clock_off_s=0.4,
    clock_signed=True,
)
OTHER_SETTINGS = ConfigurationFound(
    path=Path("media/cai-dat-2026-11-24-0942.kiosk-settings"),
    ward="Phường Mẫu",
    kiosk="số 1",
    made_at="2026-11-24T09:42:00+07:00",
    made_by="Lê Văn Bình",
    signer="0123456789abcdef",
    text="",
    changes=(
        SettingChange(key="hall.opening_hours", before='""', after='"8:00–17:00, thứ Hai đến thứ Sáu"'),
        SettingChange(key="printer.paper_mm", before="80", after="58"),
        SettingChange(key="visit.ask_after_s", before="90", after="60"),
    ),
)
LINE = OutboxLine(
    local_seq=1,
    dossier_id="0192",
    receipt_no="17012345680",
    procedure_code="1.001193",
    state=OutboxState.PARKED,
    attempts=3,
    created_ms=1_795_487_000_000,
    next_try_ms=0,
    acked_ms=0,
    problem="payload_hash_mismatch",
    flags="",
    size_bytes=900,
    is_purged=False,
    is_recovered=False,
)
DIFF = CatalogueDiff(
    before="live",
    after="staged",
    added=(("1.013999", "Thủ tục đăng ký khai sinh kết hợp cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi"),),
    removed=(("1.000001", "Đăng ký khai sinh lưu động"),),
    changed=tuple(
        ProcedureChange(
            code=f"1.00{number:04}",
            name="Đăng ký thường trú cho người chưa có nơi thường trú",
            changes=(
                FieldChange(field="methods", before="15.000 đồng một lần", after="20.000 đồng một lần"),
                FieldChange(field="papers", before="", after="Tờ khai thay đổi thông tin cư trú"),
            ),
        )
        for number in range(9)
    ),
    warnings=("many are gone",),
)


def enter(citizen: Citizen, person: StaffPerson = PERSON) -> None:
    """Stand behind the screen as `person`, without the door."""
    citizen.kiosk.staff.desk._person = person


def _page(screen: str, **about: object) -> Callable[[Citizen], None]:
    def go(citizen: Citizen) -> None:
        enter(citizen)
        citizen.kiosk.way.start("staff_today")
        citizen.settle()
        citizen.open(screen, **about)

    return go


def _today(citizen: Citizen) -> None:
    """A day with everything in it."""
    enter(citizen)
    citizen.kiosk.shell._services.help.call()
    citizen.kiosk.way.start("staff_today")
    citizen.settle()
    counts = OutboxCounts(ready=2, sending=0, acked=4, parked=1, quarantined=0)
    waiting = Waiting(counts=counts, oldest_ms=LINE.created_ms, aside=(LINE,))
    citizen.kiosk.way.current.view_model._know(waiting)


def _parked(citizen: Citizen) -> None:
    _page("staff_parked")(citizen)
    counts = OutboxCounts(ready=2, sending=0, acked=4, parked=2, quarantined=0)
    rows = (LINE, replace(LINE, dossier_id="0193", receipt_no="", problem="strange_words"))
    citizen.kiosk.way.current.view_model._know(Waiting(counts=counts, oldest_ms=1, aside=rows))


def with_diff(citizen: Citizen) -> None:
    enter(citizen)
    citizen.kiosk.way.start("staff_catalogue")
    citizen.settle()
    desk = citizen.kiosk.staff.catalogue
    day = date(2026, 11, 24)
    versions = (
        VersionEntry(version="live", state="live", procedures=2840, taken_at=date(2026, 11, 20)),
        VersionEntry(version="staged", state="staged", procedures=2842, taken_at=day),
    )
    desk._tell(diff=DIFF, versions=versions)
    citizen.settle()


def _diff(citizen: Citizen) -> None:
    with_diff(citizen)
    assert citizen.screen_name() == "staff_diff"


def _change(citizen: Citizen) -> None:
    with_diff(citizen)
    citizen.open("staff_change", number=1)


def _told(**changes: object) -> Callable[[Citizen], None]:
    def go(citizen: Citizen) -> None:
        enter(citizen)
        citizen.kiosk.way.start("staff_catalogue")
        citizen.settle()
        citizen.kiosk.staff.catalogue._tell(**{"step": "", "problem": None, "diff": None, **changes})

    return go


def _door(citizen: Citizen) -> None:
    citizen.kiosk.staff.desk._book.folder.mkdir(parents=True, exist_ok=True)
    citizen.kiosk.way.begin_anew("staff_who")
    citizen.settle()
    view_model = citizen.kiosk.way.current.view_model
    if citizen.screen_name() == "staff_first":
        citizen.kiosk.way.start("staff_who")
        view_model = citizen.kiosk.way.current.view_model
    view_model._gone = True  # what the book says comes too late
    view_model._persons = (PERSON, StaffPerson(name="Lê Văn Bình", role=Role.STAFF))
    view_model.paint()


def _first_pin(citizen: Citizen) -> None:
    citizen.open("staff_first")
    view_model = citizen.kiosk.way.current.view_model
    view_model._name = "Lê Văn Bình"
    view_model.nameDone()


def _notices(citizen: Citizen) -> None:
    """A notice, other hours and a closed counter."""
    enter(citizen)
    hall = citizen.kiosk.staff.hall
    if not hall.notes().notices:
        hall.add_notice("Sáng thứ Bảy quầy Hộ tịch nghỉ, mời ông/bà đến thứ Hai", days=7, told=bool)
        hall.set_hours("8:00–11:30, sáng thứ Hai đến thứ Sáu", days=3, told=bool)
        hall.close_counter("Quầy 2", days=2, told=bool)
        citizen.settle()
    citizen.kiosk.way.start("staff_notices")


def _figures(citizen: Citizen) -> None:
    _page("staff_figures")(citizen)
    citizen.settle()
    today = citizen.clock.now().date()
    counts = [
        UsageCount(day=today - timedelta(days=ago), kind=UsageKind.VISIT, code="", times=ago * 37 % 90)
        for ago in range(14)
    ]
    for number, code in enumerate(("1.001193", "1.004222", "2.000815", "1.004873")):
        kind = UsageKind.PROCEDURE
        counts.append(UsageCount(day=today, kind=kind, code=code, times=40 - number))
    citizen.kiosk.way.current.view_model._know(tuple(counts))


def _feedback(citizen: Citizen) -> None:
    _page("staff_feedback")(citizen)
    citizen.settle()
    lines = tuple(
        replace(LINE, dossier_id=str(number), receipt_no="", kind=kind, state=state)
        for number, (kind, state) in enumerate(
            zip(("question", "feedback", "rating", "fault"), OutboxState, strict=False)
        )
    )
    citizen.kiosk.way.current.view_model._know(lines)


def _check(citizen: Citizen) -> None:
    """A machine with everything to look at."""
    enter(citizen)
    citizen.kiosk.way.start("tech_check")
    citizen.settle()
    facts = MachineFacts(memory_mib=312, temperature_c=84.0, up_s=9000)
    store = StoreFacts(waiting=3, put_aside=1, free_mib=900, reserve_is_there=True, clock_offset_ms=400)
    log = AuditReport(entries=7, head="0" * 64, damage="entry 3 was changed")
    citizen.kiosk.way.current.view_model._looked(Checkup(facts=facts, store=store, log=log, took_s=1.25))


def _copied(stop: Callable[[Citizen], None], trouble: StickTrouble | None) -> Callable[[Citizen], None]:
    def go(citizen: Citizen) -> None:
        stop(citizen)
        view_model = citizen.kiosk.way.current.view_model
        view_model._copied(Written(name="nhat-ky.log", stick="DANH-MUC-PHUONG-MAU-2026", trouble=trouble))

    return go


def _printers(citizen: Citizen) -> None:
    _page("tech_printers")(citizen)
    found = (
        ReachablePrinter(driver="escpos_usb", address="04b8:0202", label="USB printer"),
        ReachablePrinter(driver="escpos_serial", address="/dev/ttyS0", label="ttyS0"),
    )
    citizen.kiosk.way.current.view_model._found(found)


def _updated(citizen: Citizen) -> None:
    _page("tech_update")(citizen)
    citizen.settle()
    view_model = citizen.kiosk.way.current.view_model
    view_model._know((Stick(folder=Path("media"), name="PHUONG", signed=Path("media/kiosk-update")),))
    view_model._came(Taken(new=("catalogue.jsonl.gz 7", "kiosk.deb 12")))
    citizen.settle()
    view_model._know((Stick(folder=Path("media"), name="PHUONG", signed=Path("media/kiosk-update")),))
    view_model._know_releases(Releases(kept="1.2.0", may_go_back=True, has_helper=True))


def _step(screen: str, **about: object) -> Callable[[Citizen], None]:
    """A page of the set-up as it is reached from the list of steps."""

    def go(citizen: Citizen) -> None:
        enter(citizen)
        citizen.kiosk.way.start("tech_setup")
        citizen.settle()
        citizen.open(screen, **about)

    return go


def _begun(citizen: Citizen) -> None:
    enter(citizen)
    progress = SetupProgress(
        records=(
            StepRecord(step=SetupStep.LANGUAGE, state=StepState.DONE, value="vi"),
            StepRecord(step=SetupStep.TURN, state=StepState.SKIPPED),
            StepRecord(step=SetupStep.CARD, state=StepState.DONE, value="4.034"),
        )
    )
    citizen.kiosk.staff.technicians.setup._take(progress)
    citizen.kiosk.way.start("tech_setup")


def _turned(citizen: Citizen) -> None:
    _step("tech_turn")(citizen)
    view_model = citizen.kiosk.way.current.view_model
    view_model._chosen, view_model._waits = 90, True
    view_model.chosenChanged.emit()


def _learning(citizen: Citizen) -> None:
    _step("tech_keypad")(citizen)
    citizen.kiosk.way.current.view_model.secondary()


def _proved(citizen: Citizen) -> None:
    _step("tech_proof")(citizen)
    citizen.kiosk.way.current.view_model._found(Proved(proof=Proof.STATUS))


def _persons(citizen: Citizen) -> None:
    _page("tech_persons")(citizen)
    view_model = citizen.kiosk.way.current.view_model
    view_model._gone = True  # what the book says comes too late
    view_model._persons = (PERSON, StaffPerson(name="Lê Văn Bình", role=Role.STAFF))
    view_model.paint()


def _configured(citizen: Citizen) -> None:
    _page("tech_config")(citizen)
    view_model = citizen.kiosk.way.current.view_model
    view_model._gone = True  # what the sticks say comes too late
    view_model._files = (Path("city/settings.toml"), Path("media/cai-dat-2026-11-24-0942.kiosk-settings"))
    view_model._may_go_back = True
    view_model.paint()


def _other_settings(citizen: Citizen) -> None:
    _page("tech_config")(citizen)
    citizen.kiosk.staff.technicians.configuration.shown = OTHER_SETTINGS
    citizen.open("tech_config_diff")


def _printer_chosen(citizen: Citizen) -> None:
    _printers(citizen)
    citizen.kiosk.staff.technicians.printers.now = PrinterInUse(
        name="Máy in quầy",
        driver="escpos_usb",
        address="04b8:0202",
        paper_mm=80,
        spare="escpos_file /dev/usb/lp1",
    )
    citizen.kiosk.way.current.view_model.open("04b8:0202")


def _scanner(citizen: Citizen) -> None:
    """A machine with one serial line, whatever this one has."""
    line = ReachablePrinter(driver="escpos_serial", address="/dev/ttyACM0", label="USB CDC")
    citizen.kiosk.staff.machine._tools.serial_lines = lambda: (line,)
    _step("tech_scan")(citizen)
    citizen.kiosk.way.current.view_model._know((line,))


def _scanned_sample(citizen: Citizen) -> None:
    _scanner(citizen)
    citizen.settle()
    citizen.kiosk.way.current.view_model._scanned(SAMPLE)


def _tried(citizen: Citizen) -> None:
    _step("tech_network")(citizen)
    citizen.kiosk.staff.technicians.network.found = TRIED
    citizen.kiosk.way.current.view_model._found(TRIED)


def _machine(citizen: Citizen) -> tuple[FakeMachineNetwork, FakeMachineClock]:
    """A machine whose network and clock can be changed, whatever this one can."""
    network, clock = FakeMachineNetwork(), FakeMachineClock()
    system = citizen.kiosk.staff.technicians.system
    system._network, system._clock = network, clock
    return network, clock


def _own_network(citizen: Citizen) -> None:
    _machine(citizen)
    _step("tech_wire")(citizen)
    citizen.kiosk.way.current.view_model._know(WIRED)
    citizen.kiosk.way.current.view_model._found(POINTS)


def _own_network_refused(citizen: Citizen) -> None:
    _own_network(citizen)
    citizen.kiosk.way.current.view_model._answered(Refusal.NO_ANSWER)


def _without_a_manager(citizen: Citizen) -> None:
    network, _ = _machine(citizen)
    network.now = None
    _step("tech_wire")(citizen)
    citizen.kiosk.way.current.view_model._know(None)


def _own_clock(citizen: Citizen) -> None:
    _machine(citizen)
    _step("tech_clock")(citizen)
    citizen.kiosk.way.current.view_model._know(RUNNING)


def _refused(citizen: Citizen) -> None:
    _step("tech_enrol")(citizen)
    citizen.kiosk.way.current.view_model._refused(EnrolmentTrouble.UNREACHABLE)


def _enrolled(citizen: Citizen) -> None:
    _step("tech_enrol")(citizen)
    network = citizen.kiosk.staff.technicians.network
    network.enrolled = KioskIdentity(
        kiosk_id="k",
        kiosk_no=17,
        point_code="P1",
        point_name="Phường Mẫu",
        portal_url="https://portal.example",
    )
    citizen.kiosk.way.current.view_model.codeChanged.emit()


STAFF_STOPS: dict[str, Callable[[Citizen], None]] = {
    "staff_door": _door,
    "staff_first": lambda citizen: citizen.open("staff_first"),
    "staff_first_pin": _first_pin,
    "staff_pin": lambda citizen: citizen.open("staff_pin", name="Trần Thu Hà"),
    "staff_today": _today,
    "staff_parked": _parked,
    "staff_parked_none": _page("staff_parked"),
    "staff_catalogue": _told(),
    "staff_catalogue_reading": _told(step="read", done=120, every=4822),
    "staff_catalogue_refused": _told(problem=UpdateProblem.WRONG_KEY),
    "staff_diff": _diff,
    "staff_change": _change,
    "staff_notices": _notices,
    "staff_write": _page("staff_write", kind="notice"),
    "staff_until": _page("staff_until", kind="counter", counter="Quầy 1"),
    "staff_counters": _page("staff_counters"),
    "staff_counter": _page("staff_counter", counter="Quầy 2"),
    "staff_figures": _figures,
    "staff_figures_none": _page("staff_figures"),
    "staff_figures_copied": _copied(_figures, None),
    "staff_feedback": _feedback,
    "staff_feedback_none": _page("staff_feedback"),
    "tech_check": _check,
    "tech_check_uncopied": _copied(_check, StickTrouble.UNHEARD),
    "tech_printers": _page("tech_printers"),
    "tech_setup": _page("tech_setup"),
    "tech_setup_begun": _begun,
    "tech_language": _step("tech_language"),
    "tech_turn": _step("tech_turn"),
    "tech_turn_chosen": _turned,
    "tech_sound": _step("tech_sound"),
    "tech_keypad": _step("tech_keypad"),
    "tech_keypad_asks": _learning,
    "tech_proof": _step("tech_proof"),
    "tech_proof_found": _proved,
    "tech_scan": _scanner,
    "tech_scan_read": _scanned_sample,
    "tech_network": _step("tech_network"),
    "tech_network_tried": _tried,
    "tech_wire": _own_network,
    "tech_wire_refused": _own_network_refused,
    "tech_wire_none": _without_a_manager,
    "tech_clock": _own_clock,
    "tech_machine_value": _step("tech_machine_value", key="password", ssid=AT_HOME),
    "tech_machine_value_address": _step("tech_machine_value", key="address"),
    "tech_machine_value_moment": _step("tech_machine_value", key="moment"),
    "tech_address": _step("tech_address", key="portal.url"),
    "tech_address_printer": _step("tech_address", key="printer"),
    "tech_enrol": _step("tech_enrol"),
    "tech_enrol_refused": _refused,
    "tech_enrol_done": _enrolled,
    "tech_done": _step("tech_done"),
    "tech_persons": _persons,
    "tech_person": _page("tech_person", name="Lê Văn Bình"),
    "tech_person_own": _page("tech_person", name=PERSON.name),
    "tech_person_name": _page("tech_person_name", role="staff"),
    "tech_person_pin": _page("tech_person_pin", name="Lê Văn Bình", role="staff"),
    "tech_config": _configured,
    "tech_config_none": _page("tech_config"),
    "tech_config_diff": _other_settings,
    "tech_printers_chosen": _printer_chosen,
    "tech_update": _page("tech_update"),
    "tech_update_taken": _updated,
    "tech_card": _page("tech_card"),
    "tech_touch": _page("tech_touch"),
    "tech_height": _page("tech_height"),
    "tech_name": _page("tech_name"),
    "tech_printers_found": _printers,
}
