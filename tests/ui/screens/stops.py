"""Every screen of the kiosk with something on it, for tests that walk all of them."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.catalogue import Answer
from kiosk.domain.print_jobs import PrintState
from kiosk.services.keep_place import KeptAnswers
from tests.ui.screens.catalogue_stops import CATALOGUE_STOPS
from tests.ui.screens.citizen import Citizen
from tests.ui.screens.hall_stops import HALL_STOPS
from tests.ui.screens.staff_stops import STAFF_STOPS

CODE = "1.001193"
BIRTH = {
    "child_name": "Nguyễn Hoàng Minh Thiên An",
    "child_sex": "female",
    "child_born": "2026-11-21",
    "birth_place": "Bệnh viện Phụ sản Mẫu, Hà Nội",
    "mother_name": "Trần Thị Thu Hà",
    "mother_id": "001190000004",
    "father_name": "",
    "phone": "",
}

POSTED = {
    "delivery_name": "Trần Thị Thu Hà",
    "delivery_phone": "0912345678",
    "delivery_line": "Số 5 ngõ 12 phố Mẫu",
    "delivery_ward": "Phường Mẫu",
    "delivery_province": "Hà Nội",
}


def _fill(citizen: Citizen) -> None:
    citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH)


def _typed(words: str) -> Callable[[Citizen], None]:
    def go(citizen: Citizen) -> None:
        citizen.open("search")
        citizen.kiosk.way.current.view_model._typed(words)

    return go


def _looked(citizen: Citizen) -> None:
    """The rows of a search after its key: with the largest letters they stand alone."""
    _typed("khai sinh")(citizen)
    citizen.settle()
    citizen.kiosk.way.current.view_model.submit()


def _question(index: int, *, answered: bool = False, faulty: bool = False) -> Callable[[Citizen], None]:
    def go(citizen: Citizen) -> None:
        if answered:
            _fill(citizen)
        else:
            citizen.kiosk.visit.wipe()
        citizen.open("form_question", code=CODE, index=index)
        if faulty:
            citizen.kiosk.way.current.view_model.next()

    return go


def _offered(index: int, letters: str) -> Callable[[Citizen], None]:
    """A question whose keys stand under words to go on with."""

    def go(citizen: Citizen) -> None:
        _question(index)(citizen)
        citizen.kiosk.way.current.view_model._typed(letters)

    return go


def _checked(*, faulty: bool = False, trouble: bool = False) -> Callable[[Citizen], None]:
    def go(citizen: Citizen) -> None:
        _fill(citizen)
        if faulty:
            citizen.kiosk.visit.of_form("khai-sinh").update(child_born="", mother_id="0011")
        citizen.open("check_answers", code=CODE)
        if trouble:
            view_model = citizen.kiosk.way.current.view_model
            view_model._trouble = True
            view_model.sendingChanged.emit()

    return go


def _scanned(citizen: Citizen) -> None:
    citizen.kiosk.visit.wipe()
    citizen.open("form_question", code=CODE, index=5)
    citizen.kiosk.scans.take("001190001234||Trần Thị Thu Hà|15081990|Nữ|Số 1 phố Mẫu, Hà Nội|01072021")


def _looked_again(citizen: Citizen) -> None:
    """A number whose first digits are rare: asked about once, then taken."""
    citizen.kiosk.visit.wipe()
    citizen.kiosk.visit.of_form("khai-sinh")["mother_id"] = "005190001234"
    citizen.open("form_question", code=CODE, index=5)
    citizen.kiosk.way.current.view_model.next()


def _choices(citizen: Citizen) -> None:
    citizen.kiosk.visit.wipe()
    _fill(citizen)
    citizen.kiosk.visit.of_form("khai-sinh")["phone"] = "0912345678"
    citizen.open("form_choices", code=CODE)


def _chosen(citizen: Citizen) -> None:
    _choices(citizen)
    citizen.settle()
    for purpose in ("contact", "post"):
        citizen.kiosk.way.current.view_model.open(purpose)


def _delivery(index: int, *, faulty: bool = False) -> Callable[[Citizen], None]:
    def go(citizen: Citizen) -> None:
        _chosen(citizen)
        if faulty:
            citizen.kiosk.visit.of_form("khai-sinh")["delivery_ward"] = "quận Mẫu"
        citizen.open("form_question", code=CODE, index=index)
        if faulty:
            citizen.kiosk.way.current.view_model.next()

    return go


def _by_post(citizen: Citizen) -> None:
    _chosen(citizen)
    citizen.kiosk.visit.of_form("khai-sinh").update(POSTED)
    citizen.open("check_answers", code=CODE)


def _practised(citizen: Citizen) -> None:
    """A pupil's check page; the visit ends with it."""
    citizen.kiosk.visit.wipe()
    citizen.kiosk.visit.practice = True
    _fill(citizen)
    citizen.open("check_answers", code=CODE)
    citizen.settle()
    citizen.kiosk.visit.practice = False


def _kept(citizen: Citizen) -> None:
    """The list of the other pages while a place is kept for somebody."""
    citizen.kiosk.places.close()
    citizen.kiosk.places.keep(KeptAnswers(CODE))
    citizen.open("hub")


def _sent(citizen: Citizen) -> None:
    _checked()(citizen)
    citizen.kiosk.way.current.view_model.send()


def _asked(citizen: Citizen) -> None:
    """The slip page while a sheet is in doubt."""
    _sent(citizen)
    citizen.settle()
    view_model = citizen.kiosk.way.current.view_model
    view_model._job = replace(view_model._job, state=PrintState.UNCERTAIN)
    view_model.sheetChanged.emit()


def _held_up(go: Callable[[Citizen], None]) -> Callable[[Citizen], None]:
    """A page with a sheet that the longest of all troubles holds up."""

    def held(citizen: Citizen) -> None:
        go(citizen)
        citizen.settle()
        view_model = citizen.kiosk.way.current.view_model
        view_model._job = replace(view_model._job, state=PrintState.BLOCKED, condition="unreachable")
        view_model.sheetChanged.emit()

    return held


def _home_in_trouble(citizen: Citizen) -> None:
    citizen.kiosk.printer.sensors.paper_out = True
    citizen.wait_s(11)
    citizen.kiosk.way.home()


def _mend(citizen: Citizen) -> None:
    citizen.kiosk.printer.sensors.paper_out = False
    citizen.wait_s(11)


def _own_list(citizen: Citizen) -> None:
    """The own papers: one sure, one to be asked about, one ruled out, two had already."""
    citizen.kiosk.visit.case_of(CODE).update(
        relative=Answer.YES, surrogacy=Answer.UNSURE, abandoned=Answer.NO
    )
    citizen.kiosk.visit.ticked_of(CODE).update({0, 1})
    citizen.open("checklist", code=CODE)


def _open(screen: str, **about: object) -> Callable[[Citizen], None]:
    return lambda citizen: citizen.open(screen, **about)


STOPS: dict[str, Callable[[Citizen], None]] = {
    "attract": lambda citizen: citizen.kiosk.way.start("attract"),
    "home": lambda citizen: citizen.kiosk.way.home(),
    "accessibility": _open("accessibility"),
    "event_list": _open("event_list", event="sinh-con"),
    "fields": _open("fields"),
    "field_list": _open("event_list", field="Hộ tịch"),
    "search": _open("search"),
    "search_found": _typed("khai sinh"),
    "search_looked": _looked,
    "search_unsure": _typed("xyzw qqq"),
    "procedure": _open("procedure", code=CODE),
    "procedure_no_form": _open("procedure", code="2.000815"),
    "procedure_missing": _open("procedure", code="9.999999"),
    **CATALOGUE_STOPS,
    "case_question": _open("checklist_question", code=CODE, index=1),
    "case_question_long": _open("checklist_question", code="2.000806", index=1),
    "own_list": _own_list,
    "own_list_no_form": _open("checklist", code="1.013978"),
    "take_away": _open("take_away", code=CODE),
    "print_sheet": _open("print_sheet", code=CODE),
    "printer_trouble": _open("printer_trouble", code=CODE),
    "form_start": _open("form_start", code=CODE),
    "question_name": _question(0),
    "question_name_fault": _question(0, faulty=True),
    "question_choice": _question(1),
    "question_date": _question(2, answered=True),
    "question_date_fault": _question(2, faulty=True),
    "question_text": _question(3, answered=True),
    "question_text_offered": _offered(3, "tram y t"),
    "question_id": _question(5, answered=True),
    "question_id_fault": _question(5, faulty=True),
    "question_optional": _question(6),
    "question_phone": _question(7),
    "question_card": _scanned,
    "question_second_look": _looked_again,
    "form_choices": _choices,
    "form_choices_chosen": _chosen,
    "question_delivery": _delivery(11),
    "question_delivery_fault": _delivery(11, faulty=True),
    "check_by_post": _by_post,
    "check_practice": _practised,
    "keep_place": _open("keep_place", code=CODE),
    "return_place": _open("return_place"),
    "hub_kept": _kept,
    "check_faults": _checked(faulty=True),
    "check": _checked(),
    "check_trouble": _checked(trouble=True),
    "slip_done": _sent,
    "slip_asked": _asked,
    "still_here": _open("still_here"),
    "call_help": _open("call_help"),
    "online_guide": _open("online_guide"),
    "hall_info": _open("hall_info"),
    **HALL_STOPS,
    **STAFF_STOPS,
    "home_trouble": _home_in_trouble,
    "printer_out": lambda citizen: citizen.open("printer_trouble", code=CODE),
    "form_start_trouble": _open("form_start", code=CODE),
    "sheet_held_up": _held_up(_open("print_sheet", code=CODE)),
    "slip_held_up": _held_up(_sent),
    "out_of_order": lambda citizen: (_mend(citizen), citizen.kiosk.way.start("out_of_order")),
}


def visit(citizen: Citizen, name: str) -> None:
    """Show a stop and wait until it stands."""
    STOPS[name](citizen)
    citizen.settle()
