"""Sheets made from what the screens know: the checklist, and the slip of a confirmed pre-registration."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.catalogue import PlainPaper, PlainText, Procedure
from kiosk.domain.counter_sheets import pupils_document, question_document
from kiosk.domain.forms import FormDefinition
from kiosk.domain.forms_wording import masked_name
from kiosk.domain.practice_sheet import as_practice, practice_document
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.receipts import checklist_document, slip_document
from kiosk.domain.withdrawal_sheet import withdrawal_document
from kiosk.services.leave_message import CodeSlipBuilder
from ui.context import Services
from ui.own_papers import own_case_line, own_papers


class SlipMaker:
    """Builds the slip inside the transaction, once the number is known, and keeps it for the screen."""

    def __init__(
        self,
        services: Services,
        procedure: Procedure,
        form: FormDefinition,
        answers: Mapping[str, str],
        *,
        by_post: bool = False,
    ) -> None:
        self._services, self._procedure = services, procedure
        self._subject = masked_name(answers.get(form.subject, "")) if form.subject else ""
        self._language = services.language()
        self._by_post = by_post
        info = services.catalogue()
        self._taken_at = procedure.taken_at or (info.taken_at if info is not None else None)
        self.sheet: PrintDocument | None = None

    def build(
        self, receipt_no: str, lookup_code: str, dossier_id: str, created_at: datetime
    ) -> PrintDocument:
        """Return the slip. Runs in the DATABASE lane: pure, no Qt."""
        self.sheet = slip_document(
            self._procedure,
            self._procedure.text(self._language),
            self._services.hall,
            language=self._language,
            receipt_no=receipt_no,
            lookup_code=lookup_code,
            dossier_id=dossier_id,
            taken_at=self._taken_at,
            created_at=created_at,
            kiosk=self._services.kiosk_name,
            document_id=f"slip-{dossier_id}",
            papers_subset=_always_needed(self._procedure.text(self._language)),
            subject=self._subject,
            by_post=self._by_post,
            demo=self._services.demo,
        )
        return self.sheet


def _always_needed(text: PlainText | None) -> tuple[PlainPaper, ...] | None:
    """Return what everybody brings; the rest is for the checklist, which says when each is needed."""
    return tuple(paper for paper in text.papers if paper.always) if text is not None else None


def pupils_sheet(services: Services, procedure: Procedure, *, document_id: str) -> PrintDocument:
    """Return the sheet on which a pupil helps the family to prepare; nothing of it is sent or kept."""
    language = services.language()
    return pupils_document(
        procedure,
        procedure.text(language),
        services.hall,
        language=language,
        printed_at=services.clock.now(),
        document_id=document_id,
        demo=services.demo,
    )


def practice_sheet(services: Services, procedure: Procedure, *, document_id: str) -> PrintDocument:
    """Return the slip of a pupil who practised: no number, nothing that was typed."""
    language = services.language()
    return practice_document(
        procedure,
        procedure.text(language),
        services.hall,
        language=language,
        printed_at=services.clock.now(),
        document_id=document_id,
        demo=services.demo,
    )


def checklist_sheet(
    services: Services, procedure: Procedure, *, document_id: str, own: bool = False
) -> PrintDocument:
    """Return the list of papers to bring, as shown now; with `own` only those of the person's own case."""
    language = services.language()
    info = services.catalogue()
    sheet = checklist_document(
        procedure,
        procedure.text(language),
        services.hall,
        language=language,
        taken_at=procedure.taken_at or (info.taken_at if info is not None else None),
        printed_at=services.clock.now(),
        document_id=document_id,
        papers_subset=own_papers(services, procedure) if own else None,
        subtitle=own_case_line() if own else "",
        demo=services.demo,
    )
    return as_practice(sheet) if services.visit.practice else sheet


def question_slip(services: Services, about: str) -> CodeSlipBuilder:
    """Return what builds the sheet with a question's code; it runs in the DATABASE lane: pure, no Qt."""
    language, hall = services.language(), services.hall
    kiosk, demo = services.kiosk_name, services.demo

    def build(code: str, message_id: str, asked_at: datetime) -> PrintDocument:
        return question_document(
            hall,
            language=language,
            code=code,
            about=about,
            asked_at=asked_at,
            document_id=f"question-{message_id}",
            kiosk=kiosk,
            demo=demo,
        )

    return build


def withdrawal_slip(services: Services, receipt_no: str) -> CodeSlipBuilder:
    """Return what builds the sheet of a request to withdraw; it runs in the DATABASE lane: pure, no Qt."""
    language, hall = services.language(), services.hall
    kiosk, demo = services.kiosk_name, services.demo

    def build(_code: str, message_id: str, asked_at: datetime) -> PrintDocument:
        return withdrawal_document(
            hall,
            language=language,
            receipt_no=receipt_no,
            asked_at=asked_at,
            document_id=f"withdrawal-{message_id}",
            kiosk=kiosk,
            demo=demo,
        )

    return build
