"""The words for every state of a sheet and of the printer: none alike, none long, none promising too much."""

from dataclasses import replace

import pytest

from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.print_jobs import PrintJob, PrintState
from kiosk.ports.printing import PrinterCondition
from ui.print_words import (
    TROUBLE,
    SheetState,
    printer_remedy,
    printer_title,
    sheet_line,
    sheet_state,
    sheet_title,
    sheet_words,
)

BAD = sorted(TROUBLE | {PrinterCondition.UNKNOWN}, key=lambda condition: condition.value)


def held_up(condition, kind=DocumentKind.CHECKLIST):
    return PrintJob(
        job_id="job-1",
        document_id="sheet-1",
        copy_no=1,
        kind=kind.value,
        state=PrintState.BLOCKED,
        created_ms=0,
        expires_ms=1,
        next_try_ms=0,
        condition=condition,
    )


def test_no_two_troubles_share_their_words():
    assert len({printer_title(one) for one in BAD}) == len(BAD)
    assert len({printer_remedy(one) for one in BAD}) == len(BAD)


def test_every_state_of_the_journal_has_words():
    assert {sheet_state(None)} | {
        sheet_state(held_up("paper_out")),
    } == {SheetState.WAITING, SheetState.TROUBLE}
    assert all(sheet_title(state) and sheet_line(state) for state in SheetState)


@pytest.mark.parametrize("kind", [DocumentKind.CHECKLIST, DocumentKind.SLIP])
@pytest.mark.parametrize("condition", BAD)
def test_no_sentence_is_longer_than_twelve_words(condition, kind):
    told = sheet_words(held_up(condition.value, kind), SheetState.TROUBLE)

    for sentence in ". ".join(told).replace("?", ".").split("."):
        assert len(sentence.split()) <= 12, sentence


@pytest.mark.parametrize(
    "state", [PrintState.QUEUED, PrintState.SENT, PrintState.UNCONFIRMED, PrintState.UNCERTAIN]
)
def test_nothing_short_of_proof_is_called_out(state):

    job = replace(held_up(""), state=state)

    assert sheet_words(job, sheet_state(job))[0] != sheet_title(SheetState.DONE)


def test_a_trouble_of_another_version_has_words_all_the_same():
    assert sheet_words(held_up("on_fire"), SheetState.TROUBLE) == (
        sheet_title(SheetState.TROUBLE),
        sheet_line(SheetState.TROUBLE),
    )


def test_the_number_stands_in_for_a_slip_and_the_code_for_other_sheets():
    slip = sheet_words(held_up("paper_out", DocumentKind.SLIP), SheetState.TROUBLE)[1]
    other = sheet_words(held_up("paper_out"), SheetState.TROUBLE)[1]

    assert slip.endswith("Ông/bà ghi lại số trên màn hình.")
    assert other.endswith("Ông/bà lưu bằng mã QR nhé.")
