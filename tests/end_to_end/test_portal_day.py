"""A day between hall and city over real HTTP: messages up, states, answers and notices down."""

from datetime import date

import pytest
import requests

from kiosk.domain.messages import Message, MessageKind
from kiosk.domain.tracking import NotTracked, TooManyTries, TrackingSource, tracked_words
from kiosk.services.find_answers import FindAnswers, NoAnswerYet, public_answers
from kiosk.services.leave_message import LeaveMessages
from kiosk.services.portal_news import PortalNews
from kiosk.services.receive_changes import ReceiveChanges
from kiosk.services.synchronise import Line, Synchronise
from kiosk.services.track_dossiers import TrackDossiers
from offline_cache.portal_client import HttpPortal
from tests.fakes.clock import FakeScheduler
from tests.fakes.dossiers import MARKERS, Room, demo_keys
from tests.fakes.tasks import InlineRunner
from tests.portal.reference_portal.protocol import DEMO_CODE


class Hall:
    """A kiosk's services around one outbox and one portal."""

    def __init__(self, home, url) -> None:
        self.room = Room(home)
        files, clock, tasks = self.room.files, self.room.clock, InlineRunner()
        self.portal = HttpPortal(url, keys=demo_keys(), device=files.device, demo_code=DEMO_CODE)
        receive = ReceiveChanges(tasks, files.outbox, files.portal_data, self.portal, clock)
        self.sync = Synchronise(
            tasks, files.outbox, self.portal, clock, FakeScheduler(clock), steps=(receive.run,)
        )
        self.messages = LeaveMessages(tasks, files.messages, files.vault, clock, kept=self.sync.nudge)
        self.tracking = TrackDossiers(tasks, files.tracking, self.portal, clock, is_online=self.is_online)
        self.answers = FindAnswers(
            tasks, files.portal_data, self.portal, files.vault, clock, is_online=self.is_online
        )
        self.news = PortalNews(tasks, files.portal_data, clock)
        self.sync.watch(lambda _state: self.news.refresh())

    def is_online(self) -> bool:
        return self.sync.state().line is Line.ONLINE

    def leave(self, message, *, key="t"):
        heard = []
        self.messages.leave(message, token=key, done=heard.append, failed=heard.append)
        return heard[0]

    def track(self, dossier, code=None):
        heard = []
        self.tracking.look_up(
            dossier.receipt_no, code or dossier.lookup_code, done=heard.append, failed=heard.append
        )
        return heard[0]

    def answer(self, code):
        heard = []
        self.answers.look_up(code, done=heard.append, failed=heard.append)
        return heard[0]

    def close(self) -> None:
        self.sync.stop()
        self.portal.close()
        self.room.close()


@pytest.fixture
def hall(tmp_path, reference_portal):
    hall = Hall(tmp_path / "home", reference_portal.url)
    yield hall
    hall.close()


@pytest.fixture
def officer(reference_portal):
    def post(path, **data) -> requests.Response:
        return requests.post(f"{reference_portal.url}{path}", data=data, timeout=30)

    return post


QUESTION = Message(kind=MessageKind.QUESTION, topic="1.001193", text=f"{MARKERS[0]} hỏi: cần giấy gì?")


def test_an_officers_decision_reaches_the_kiosk_and_is_known_without_network(hall, reference_portal, officer):
    dossier = hall.room.submit("t")
    hall.sync.start()
    code = "H26.00.00-261124-0042"
    officer(
        f"/phieu/{dossier.dossier_id}/quyet-dinh",
        state="received",
        dossier_code=code,
        due="2026-11-27T17:00",
    )
    hall.sync.nudge()
    reference_portal.faults.plan("503", times=9, where="/lookups|/hello|/changes")
    hall.sync.nudge()

    found = hall.track(dossier)

    assert hall.sync.state().line is Line.OFFLINE
    assert (found.source, found.status.status) == (TrackingSource.CACHE, 2)
    assert (found.status.dossier_code, found.status.form) == (code, "01")
    assert f"{found.status.due:%d/%m %H:%M}" == "27/11 17:00"
    assert tracked_words(found, "vi").title == "Đã tiếp nhận"


def test_the_officers_reason_is_shown_when_asked_and_never_kept(hall, officer):
    dossier = hall.room.submit("t")
    hall.sync.start()
    reason = "Thiếu giấy chứng sinh bản chính"
    officer(f"/phieu/{dossier.dossier_id}/quyet-dinh", state="not_received", reason=reason)
    hall.sync.nudge()

    found = hall.track(dossier)
    hall.room.close()

    assert (found.source, found.note, found.status.status) == (TrackingSource.PORTAL, reason, 3)
    assert not any(
        reason.encode() in path.read_bytes() for path in hall.room.home.rglob("*") if path.is_file()
    )


def test_another_kiosk_of_the_hall_knows_the_state_too(hall, tmp_path, reference_portal, officer):
    dossier = hall.room.submit("t")
    hall.sync.start()
    officer(f"/phieu/{dossier.dossier_id}/quyet-dinh", state="received")
    other = Hall(tmp_path / "other", reference_portal.url)
    other.sync.start()
    reference_portal.faults.plan("503", times=9, where="/lookups")

    found = other.track(dossier)

    assert (found.source, found.status.status) == (TrackingSource.CACHE, 2)
    other.close()


def test_a_wrong_code_and_an_unknown_number_get_the_same_answer_from_the_portal(hall):
    dossier = hall.room.submit("t")
    hall.sync.start()
    wrong = "000000" if dossier.lookup_code != "000000" else "000001"

    first = hall.track(dossier, wrong)
    heard = []
    hall.tracking.look_up("90000000239", wrong, done=heard.append, failed=heard.append)

    assert first == heard[0] == NotTracked(asked_portal=True)


def test_the_portal_answers_five_look_ups_a_minute(hall):
    dossier = hall.room.submit("t")
    hall.sync.start()
    for _ in range(5):
        hall.track(dossier)
    heard = []
    hall.tracking.look_up("90000000239", "123456", done=heard.append, failed=heard.append)

    assert isinstance(heard[0], TooManyTries)
    assert hall.track(dossier).source is not TrackingSource.PORTAL


def test_a_question_is_answered_for_its_asker_alone_also_without_network(hall, reference_portal, officer):
    kept = hall.leave(QUESTION)
    assert hall.sync.state().waiting == 0
    assert hall.answer(kept.code) == NoAnswerYet(asked_portal=True)
    answer = "Ông/bà mang giấy chứng sinh của bé."

    officer(f"/hoi-dap/{kept.message_id}/tra-loi", answer=answer)
    fresh = hall.answer(kept.code)
    hall.sync.nudge()
    reference_portal.faults.plan("503", times=9, where="/answers")
    cached = hall.answer(kept.code)

    assert (fresh.answer, cached.answer) == (answer, answer)
    files = [path.read_bytes() for path in hall.room.home.rglob("*") if path.is_file()]
    assert not any(answer.encode() in raw for raw in files)


def test_an_answer_made_public_is_found_by_everyone(hall, officer):
    kept = hall.leave(QUESTION)
    officer(
        f"/hoi-dap/{kept.message_id}/tra-loi",
        answer="Mang giấy chứng sinh.",
        public_question="Khai sinh cần giấy gì?",
    )
    hall.sync.nudge()
    hall.room.clock.set_wall(hall.room.clock.now().replace(year=2027))
    hall.news.refresh()

    (found,) = public_answers(hall.news.board().answers, text="giay chung sinh", topic="1.001193")

    assert found.answer == "Mang giấy chứng sinh."


@pytest.mark.parametrize("kind", list(MessageKind))
def test_every_kind_of_message_arrives_once_and_opens(hall, reference_portal, kind):
    reference_portal.faults.plan("truncated", times=1, where="^PUT .*messages")
    message = Message(kind=kind, topic="poll-1", text="Máy in kêu to quá", score=4, choice="a")

    kept = hall.leave(message)
    hall.room.clock.advance(60)
    hall.sync.nudge()

    (row,) = reference_portal.protocol.messages.listing()
    assert (row.message_id, row.kind) == (kept.message_id, kind.value)
    page = requests.get(f"{reference_portal.url}/hoi-dap/{row.message_id}", timeout=30).text
    assert "Máy in kêu to quá" in page


def test_notices_hold_for_their_days_and_go_when_withdrawn(hall, reference_portal):
    notices = reference_portal.notices
    item = notices.publish(
        "announcement", {"title": "Nghỉ lễ", "valid_from": "2026-11-20", "valid_to": "2026-11-25"}
    )
    notices.publish("hotline", {"name": "Hỏi thủ tục", "number": "000 000 0003", "valid_from": "2026-01-01"})
    notices.publish("announcement", {"title": "Chưa đến ngày", "valid_from": "2026-12-01"})
    hall.sync.start()
    seen = hall.news.board()

    notices.withdraw(item)
    hall.sync.nudge()

    assert [notice.title for notice in seen.announcements] == ["Nghỉ lễ"]
    assert [line.number for line in seen.hotlines] == ["000 000 0003"]
    assert hall.news.board().announcements == ()
    hall.room.clock.advance(8 * 86_400)
    assert [notice.title for notice in hall.news.board().announcements] == ["Chưa đến ngày"]


def test_an_item_that_cannot_be_read_costs_only_itself(hall, reference_portal):
    reference_portal.notices.publish("hotline", {"name": "Thiếu ngày", "number": "1"})
    reference_portal.notices.publish("weather", {"valid_from": "2026-01-01"})
    reference_portal.notices.publish("announcement", {"title": "Đọc được", "valid_from": "2026-01-01"})

    hall.sync.start()

    assert [notice.title for notice in hall.news.board().announcements] == ["Đọc được"]
    assert hall.room.files.portal_data.cursor() == "1.3"


def test_many_changes_come_page_by_page(hall, reference_portal):
    reference_portal.daily.page = 3
    for number in range(10):
        reference_portal.notices.publish(
            "office", {"name": f"Điểm {number}", "address": "Phố Mẫu", "valid_from": "2026-01-01"}
        )

    hall.sync.start()

    assert len(hall.news.board().offices) == 10


@pytest.mark.parametrize("fault", ["html", "html_with_our_header", "truncated", "wrong_signature", "500"])
def test_a_page_that_cannot_be_believed_changes_nothing_and_comes_later(hall, reference_portal, fault):
    reference_portal.notices.publish("announcement", {"title": "Thật", "valid_from": "2026-01-01"})
    reference_portal.faults.plan(fault, where="/changes")

    hall.sync.start()
    assert hall.news.board().announcements == ()
    assert hall.sync.state().line is Line.OFFLINE
    hall.sync.nudge()

    assert [notice.title for notice in hall.news.board().announcements] == ["Thật"]
    assert hall.news.board().as_of.date() == date(2026, 11, 24)
