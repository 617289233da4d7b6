"""Every screen about a procedure with something on it; what the starter catalogue lacks is shown by hand."""

from collections.abc import Callable
from datetime import date

from kiosk.domain.catalogue import Procedure
from kiosk.domain.local_facts import LocalFacts
from tests.fakes.catalogue import a_procedure
from tests.fakes.long_record import long_record
from tests.ui.screens.citizen import Citizen

CODE = "1.001193"
LINKED = "2.000986"


def hold(citizen: Citizen, procedure: Procedure) -> None:
    """Let the catalogue hold nothing but `procedure`, for screens opened from now on."""
    citizen.kiosk.find.procedure = lambda _code, done, failed=None: done(procedure)


def show(citizen: Citizen, procedure: Procedure, screen: str = "procedure", **about: object) -> None:
    """Open a screen about a procedure of our own, as if the catalogue held it."""
    hold(citizen, procedure)
    citizen.open(screen, code=procedure.code, **about)
    del citizen.kiosk.find.procedure


def withdrawn() -> Procedure:
    return a_procedure(
        code="1.888888",
        withdrawn_at=date(2026, 7, 1),
        replaced_by=CODE,
        local=LocalFacts(note="Quầy 2 nghỉ chiều thứ Sáu.", fee_vnd=0, counter="Quầy 2"),
    )


def _open(screen: str, **about: object) -> Callable[[Citizen], None]:
    return lambda citizen: citizen.open(screen, **about)


def _long(screen: str, **about: object) -> Callable[[Citizen], None]:
    return lambda citizen: show(citizen, long_record(), screen, **about)


def _section(section: str, code: str = CODE) -> Callable[[Citizen], None]:
    return _open("procedure_section", code=code, section=section)


CATALOGUE_STOPS: dict[str, Callable[[Citizen], None]] = {
    "procedure_linked": _open("procedure", code=LINKED),
    "procedure_longest": _long("procedure"),
    "procedure_withdrawn": lambda citizen: show(citizen, withdrawn()),
    "procedure_old": lambda citizen: show(citizen, a_procedure(taken_at=date(2020, 1, 2))),
    "procedure_more": _open("procedure_more", code=CODE),
    "procedure_more_longest": _long("procedure_more"),
    "section_steps": _section("steps"),
    "section_legal": _section("legal"),
    "section_ways": _section("ways"),
    "section_names": _section("names"),
    "section_linked": _section("linked", LINKED),
    "section_nothing": _section("forms"),
    **{
        f"longest_{section}": _long("procedure_section", section=section)
        for section in ("steps", "ways", "papers", "who", "offices", "results", "forms", "legal", "names")
    },
    "cases": _long("procedure_cases"),
    "case": _long("procedure_section", section="cases", case=1),
    "official_link": _open("official_link", code=CODE),
    "official_link_none": _open("official_link", code="9.999999"),
}
