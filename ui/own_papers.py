"""The papers of the person's own case, from the answers in this visit's memory."""

from dataclasses import replace

from kiosk.domain.catalogue import PlainPaper, Procedure
from kiosk.domain.personal_checklist import Need, PersonalPaper, personal_checklist
from ui.context import Services
from ui.view_model import translated


def own_checklist(services: Services, procedure: Procedure) -> tuple[PersonalPaper, ...]:
    """Return the own papers in the language shown; () for a procedure without texts of ours."""
    text = procedure.text(services.language())
    if text is None:
        return ()
    return personal_checklist(text, services.visit.cases.get(procedure.code, {}))


def own_papers(services: Services, procedure: Procedure) -> tuple[PlainPaper, ...]:
    """Return the own papers for a sheet or a code; one not sure to be needed says to ask."""
    return tuple(replace(own.paper, note=own_note(own)) for own in own_checklist(services, procedure))


def own_note(own: PersonalPaper) -> str:
    """Return the line under a paper: its note, or to ask where the answer that decides is not known."""
    if own.need is Need.ASK:
        return translated("OwnPapers", "Hỏi cán bộ xem có cần không.")
    return own.paper.note


def own_case_line() -> str:
    """Return what stands under the title of the own list on paper."""
    return translated("OwnPapers", "Theo câu trả lời của ông/bà.")
