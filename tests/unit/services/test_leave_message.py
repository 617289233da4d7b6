"""Messages: sealed before they are kept, a code that stands nowhere, thanks only after the commit."""

import dataclasses

import pytest

from kiosk.domain.messages import (
    BadAnswerCode,
    Message,
    MessageKind,
    MessageRefused,
    format_answer_code,
    new_answer_code,
    parse_answer_code,
)
from kiosk.domain.print_documents import DocumentKind, Number, PrintDocument
from kiosk.ports.messages import SealedAnswer
from kiosk.services.find_answers import FindAnswers, NoAnswerYet
from kiosk.services.leave_message import LeaveMessages, answer_secrets
from tests.end_to_end.test_kill import leaks
from tests.fakes.dossiers import MARKERS, Room
from tests.fakes.tasks import InlineRunner
from tests.portal.reference_portal.messages import seal_answer

QUESTION = Message(
    kind=MessageKind.QUESTION, topic="1.001193", text=f"Con tôi {MARKERS[0]} cần gì?", contact=MARKERS[2]
)


def code_slip(code, message_id, created_at) -> PrintDocument:
    return PrintDocument(
        document_id=message_id, kind=DocumentKind.QUESTION, title="MÃ", blocks=(Number(lines=(code,)),)
    )


class Desk:
    def __init__(self, home) -> None:
        self.room = Room(home)
        self.woken = 0
        self.service = LeaveMessages(
            InlineRunner(), self.room.files.messages, self.room.files.vault, self.room.clock, kept=self.wake
        )

    def wake(self) -> None:
        self.woken += 1

    def leave(self, message=QUESTION, *, token="t", build_slip=None):  # noqa: S107  no password
        heard, failed = [], []
        self.service.leave(
            message, token=token, build_slip=build_slip, done=heard.append, failed=failed.append
        )
        assert not failed, failed
        return heard[0]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "home")
    yield desk
    desk.room.close()


def test_a_question_is_kept_with_a_code_and_wakes_the_sender(desk):
    kept = desk.leave()

    (line,) = desk.room.files.outbox.lines()
    assert (line.kind, line.receipt_no, line.procedure_code) == ("question", "", "1.001193")
    assert parse_answer_code(kept.code) == kept.code
    assert desk.woken == 1


def test_a_double_touch_is_one_message_with_one_code(desk):
    assert desk.leave() == desk.leave()
    assert desk.room.files.outbox.counts().waiting == 1


def test_nothing_of_a_message_is_on_the_disk_in_clear_not_even_its_code(desk):
    kept = desk.leave(build_slip=code_slip)
    desk.room.close()

    files = [path.read_bytes() for path in desk.room.home.rglob("*") if path.is_file()]
    assert not leaks(desk.room.home)
    assert not any(kept.code.encode() in raw for raw in files)


def test_neither_words_nor_code_show_in_a_trace(desk):
    kept = desk.leave()

    assert kept.code not in repr(kept)
    assert not any(marker in repr(QUESTION) for marker in MARKERS)


def test_a_code_slip_waits_for_paper_in_the_same_transaction(desk):
    kept = desk.leave(build_slip=code_slip)

    job = desk.room.files.journal.next_due(desk.room.now_ms)
    assert job[0].job_id == kept.print_job_id


def test_messages_and_dossiers_share_one_sequence_and_one_chain(desk):
    desk.leave(token="a")
    first = desk.room.submit("b")
    desk.leave(token="c")

    again = desk.room.reopened()
    assert again.report.sound, again.report.reason
    assert [line.local_seq for line in again.files.outbox.lines()] == [3, 2, 1]
    assert again.submit("d").receipt_no > first.receipt_no
    again.close()


@pytest.mark.parametrize("kind", [MessageKind.RATING, MessageKind.VOTE])
def test_who_only_touches_a_face_or_a_choice_gets_no_code(desk, kind):
    kept = desk.leave(Message(kind=kind, topic="poll-1", score=4, choice="a"), build_slip=code_slip)

    assert (kept.code, kept.print_job_id) == ("", "")


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"text": "  a "}, "text", "short"),
        ({"text": "a" * 1001}, "text", "long"),
        ({"contact": "0" * 81}, "contact", "long"),
        ({"kind": MessageKind.RATING, "score": 6}, "score", "missing"),
        ({"kind": MessageKind.VOTE, "choice": ""}, "choice", "missing"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_field(desk, changes, field, reason):
    with pytest.raises(MessageRefused) as refusal:
        desk.leave(dataclasses.replace(QUESTION, **changes))

    assert (refusal.value.field, refusal.value.reason) == (field, reason)
    assert desk.room.files.outbox.counts().waiting == 0


def test_every_single_wrong_digit_of_a_code_is_refused():
    code = new_answer_code()
    for place in range(12):
        for digit in "0123456789":
            if digit != code[place]:
                with pytest.raises(BadAnswerCode):
                    parse_answer_code(code[:place] + digit + code[place + 1 :])


def test_a_code_is_read_as_printed_and_as_scanned():
    code = new_answer_code()

    assert parse_answer_code(format_answer_code(code)) == code
    assert parse_answer_code(f"HNQ1:{code}") == code


def test_a_kept_answer_opens_with_its_code_only(desk):
    kept = desk.leave()
    secrets = answer_secrets(kept.code)
    blob = seal_answer("Ông/bà mang giấy chứng sinh.", secrets.answer_id, secrets.key)
    answer = SealedAnswer(answer_id=secrets.answer_id, blob=blob, answered_ms=desk.room.now_ms)
    find = FindAnswers(
        InlineRunner(),
        Answers(answer),
        None,
        desk.room.files.vault,
        desk.room.clock,
        is_online=lambda: False,
    )
    heard = []

    find.look_up(kept.code, done=heard.append, failed=heard.append)
    find.look_up(new_answer_code(), done=heard.append, failed=heard.append)

    assert heard[0].answer == "Ông/bà mang giấy chứng sinh."
    assert heard[1] == NoAnswerYet(asked_portal=False)


class Answers:
    def __init__(self, answer) -> None:
        self._answer = answer

    def answer(self, answer_id):
        return self._answer if answer_id == self._answer.answer_id else None

    def as_of_ms(self) -> int:
        return self._answer.answered_ms
