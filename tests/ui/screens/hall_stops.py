"""The pages of what else the hall offers, with something on each; and the city's word to fill them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from kiosk.domain.dossiers import DossierState
from kiosk.domain.help_calls import Signal
from kiosk.domain.messages import KeptMessage, MessageKind, PrivateAnswer
from kiosk.domain.portal_data import (
    Announcement,
    ClosedDay,
    DutyLine,
    HallFigures,
    Office,
    OpeningHours,
    OpenSpan,
    Poll,
    PollChoice,
    PublicAnswer,
)
from kiosk.domain.tracking import DossierStatus, Tracked, TrackingSource
from kiosk.ports.portal_data import ChangePage, Published
from kiosk.ports.tasks import Lane
from tests.ui.screens.citizen import Citizen

HANOI = timezone(timedelta(hours=7))
DAY = date(2026, 11, 20)
NUMBER = "17012345680"
WORDS = "Tôi muốn hỏi khai sinh cho cháu sinh ở nước ngoài thì mang giấy gì, và bao giờ có kết quả"

ITEMS = (
    Announcement(
        item_id="a1",
        valid_from=DAY,
        valid_to=date(2026, 12, 31),
        title="Từ ngày 01/12, phường nhận hồ sơ cư trú cả sáng thứ Bảy",
        body="Sáng thứ Bảy nhận từ 8:00 đến 11:30. Ông/bà mang căn cước và giấy tờ nhà.",
        title_en="From 1 December, residence matters on Saturday mornings too",
        body_en="From 8:00 to 11:30. Please bring your identity card.",
        urgent=True,
    ),
    Announcement(
        item_id="a2",
        valid_from=DAY,
        title="Nghị định mới về đăng ký hộ tịch trên mạng",
        kind="law",
        document_no="00/2026/NĐ-CP",
        document_date=date(2026, 11, 1),
    ),
    DutyLine(
        item_id="h1",
        valid_from=DAY,
        name="Tổng đài dịch vụ công thành phố",
        number="000 000 1022",
        name_en="City services",
        hours="Cả ngày, các ngày trong tuần",
    ),
    Poll(
        item_id="p1",
        valid_from=DAY,
        valid_to=date(2026, 12, 15),
        question="Ông/bà muốn làm việc thêm buổi nào?",
        question_en="Which extra hours would you like?",
        choices=(
            PollChoice(choice_id="sat", text="Sáng thứ Bảy", text_en="Saturday morning"),
            PollChoice(choice_id="eve", text="Tối thứ Năm", text_en="Thursday evening"),
            PollChoice(choice_id="none", text="Không cần thêm", text_en="No extra hours"),
        ),
    ),
    Office(
        item_id="o1",
        valid_from=DAY,
        name="Điểm phục vụ số 2, phường Mẫu",
        address="Số 00 đường Mẫu. Đi thẳng 300 m, rẽ trái ở trường học.",
        phone="000 000 0003",
        hours="8:00–17:00, thứ Hai đến thứ Sáu",
    ),
    PublicAnswer(
        item_id="q1",
        valid_from=DAY,
        question="Khai sinh muộn có bị phạt không?",
        answer="Không phạt tiền. Ông/bà mang giấy chứng sinh đến quầy hộ tịch.",
        question_en="Is there a fine for late birth registration?",
        answer_en="No. Bring the birth certificate to the civil status counter.",
    ),
    OpeningHours(
        item_id="w1",
        valid_from=DAY,
        spans=tuple(
            OpenSpan(weekday=day, opens=opens, closes=closes)
            for day in range(1, 6)
            for opens, closes in ((time(8), time(11, 30)), (time(13, 30), time(17)))
        ),
    ),
    ClosedDay(item_id="c1", valid_from=date(2026, 12, 4), name="Nghỉ bù ngày lễ", name_en="Public holiday"),
    HallFigures(
        item_id="f1",
        valid_from=DAY,
        counted_from=date(2026, 11, 1),
        counted_to=date(2026, 11, 20),
        on_time_percent=98.7,
        oldest_unanswered_days=3,
    ),
)


def publish(citizen: Citizen, items: tuple = ITEMS) -> None:
    """Keep the city's word as an exchange would, and let the screens hear of it."""
    page = ChangePage(
        next_cursor="1", has_more=False, published=tuple(Published(item_id=i.item_id, item=i) for i in items)
    )
    now_ms = int(citizen.clock.now().timestamp() * 1000)
    citizen.kiosk.tasks.submit(
        Lane.DATABASE, lambda: citizen.kiosk.files.portal_data.apply(page, now_ms=now_ms)
    )
    citizen.kiosk.desk.news.refresh()
    citizen.settle()


def tracked(
    status: int,
    *,
    source: TrackingSource = TrackingSource.PORTAL,
    here: DossierState | None = None,
    dossier_id: str = "",
    withdrawal: DossierState | None = None,
    **more: object,
) -> Tracked:
    at = datetime(2026, 11, 23, 14, 5, tzinfo=HANOI)
    return Tracked(
        status=DossierStatus(
            receipt_no=NUMBER, status=status, changed_at=at, procedure_code="1.001193", **more
        ),
        source=source,
        as_of=at,
        here=here,
        dossier_id=dossier_id,
        withdrawal=withdrawal,
        note="Mời ông/bà mang thêm bản chính giấy chứng sinh." if status == 5 else "",
    )


def _result(status: int, **more: object) -> Callable[[Citizen], None]:
    return lambda citizen: citizen.open("track_result", tracked=tracked(status, **more))


def _open(screen: str, **about: object) -> Callable[[Citizen], None]:
    return lambda citizen: citizen.open(screen, **about)


def _pad(screen: str, digits: str, *, go: bool = False, **about: object) -> Callable[[Citizen], None]:
    def show(citizen: Citizen) -> None:
        citizen.open(screen, **about)
        citizen.kiosk.way.current.view_model.fill(digits)
        if go:
            citizen.kiosk.way.current.view_model.next()

    return show


def _written(screen: str, kind: str, text: str) -> Callable[[Citizen], None]:
    def show(citizen: Citizen) -> None:
        draft = citizen.kiosk.visit.of_form(f"message-{kind}")
        draft.update(topic="papers" if kind == "question" else "other", text=text, contact="0000000000")
        citizen.open(screen, kind=kind)

    return show


def _with_news(go: Callable[[Citizen], None]) -> Callable[[Citizen], None]:
    def show(citizen: Citizen) -> None:
        publish(citizen)
        go(citizen)

    return show


def _rated(*touches: str) -> Callable[[Citizen], None]:
    def show(citizen: Citizen) -> None:
        citizen.open("rate", last=True)
        for touch in touches:
            citizen.kiosk.way.current.view_model.open(touch)

    return show


def _kept(kind: MessageKind) -> KeptMessage:
    at = datetime(2026, 11, 24, 9, 42, tzinfo=HANOI)
    code = "" if kind is MessageKind.WITHDRAWAL else "123456789022"
    return KeptMessage(message_id="m", kind=kind, code=code, created_at=at)


def _help(bell: Signal, line: Signal) -> Callable[[Citizen], None]:
    def show(citizen: Citizen) -> None:
        citizen.open("call_help")
        view_model = citizen.kiosk.way.current.view_model
        view_model._told(replace(view_model._call, bell=bell, line=line))

    return show


def _attract_news(citizen: Citizen) -> None:
    citizen.kiosk.way.start("attract")
    citizen.wait_s(8.5)


ANSWER = PrivateAnswer(
    answer="Ông/bà mang giấy khai sinh nước ngoài, bản dịch có chứng thực và căn cước.\nKết quả sau 03 ngày.",
    answered_at=datetime(2026, 11, 23, 15, 0, tzinfo=HANOI),
    as_of=datetime(2026, 11, 24, 9, 0, tzinfo=HANOI),
)

HALL_STOPS: dict[str, Callable[[Citizen], None]] = {
    "hub": _open("hub"),
    "notices_none": _open("notices"),
    "places": _open("places"),
    "hotlines": _open("hotlines"),
    "answers_none": _open("answers"),
    "open_numbers": _open("open_numbers"),
    "poll_none": _open("poll"),
    "school": _open("school"),
    "notices": _with_news(_open("notices")),
    "places_city": _open("places"),
    "hotlines_city": _open("hotlines"),
    "answers": _open("answers"),
    "open_numbers_city": _open("open_numbers"),
    "poll": _open("poll"),
    "hall_info_city": _open("hall_info"),
    "attract_news": _attract_news,
    "hub_with_poll": _open("hub"),
    "call_help_rung": _help(Signal.CONFIRMED, Signal.SENT),
    "call_help_failed": _help(Signal.FAILED, Signal.FAILED),
    "track_number": _pad("track", "17012345", go=True),
    "track_wrong_digit": _pad("track", "17012345681"),
    "track_code": _pad("track", "123456", number=NUMBER),
    "track_unknown": _pad("track", "123456", go=True, number=NUMBER),
    "please_wait": _open("please_wait", wait_s=560),
    "form_closed": _open("form_closed", code="1.001193"),
    "track_received": _result(2),
    "track_note_and_due": _result(
        5, dossier_code="H26.17-261123-0042", due=datetime(2026, 12, 4, 17, 0, tzinfo=HANOI)
    ),
    "track_papers_missing": _result(5, source=TrackingSource.CACHE),
    "track_ready": _result(
        9,
        dossier_code="H26.17-261123-0042",
        due=datetime(2026, 11, 27, 17, 0, tzinfo=HANOI),
    ),
    "track_stopped": _result(8),
    "track_withdrawable": _open("track_result", tracked=tracked(0, dossier_id="d"), code="123456"),
    "track_withdrawing": _result(
        0, source=TrackingSource.HERE, here=DossierState.QUEUED, withdrawal=DossierState.QUEUED
    ),
    "withdraw": _open("withdraw", tracked=tracked(0, dossier_id="d"), code="123456"),
    "withdraw_done": _open("message_done", kept=_kept(MessageKind.WITHDRAWAL)),
    "track_here": _result(0, source=TrackingSource.HERE, here=DossierState.QUEUED),
    "message_topic": _open("message_topic", kind="question"),
    "feedback_topic": _open("message_topic", kind="feedback"),
    "fault_topic": _open("message_topic", kind="fault"),
    "message_text": _written("message_text", "question", WORDS),
    "message_text_long": _written("message_text", "question", (WORDS + ". ") * 3 + WORDS[:20]),
    "message_text_offered": _written("message_text", "question", "Cho tôi hỏi đăng ký th"),
    "message_text_empty": _written("message_text", "feedback", ""),
    "message_contact": _pad("message_contact", "12345", go=True, kind="question"),
    "message_review": _written("message_review", "question", (WORDS + ". ") * 3),
    "fault_review": _written("message_review", "fault", "Máy in không ra giấy"),
    "message_done": _open("message_done", kept=_kept(MessageKind.QUESTION)),
    "fault_done": _open("message_done", kept=_kept(MessageKind.FAULT)),
    "answer_code": _pad("answer_code", "123456789023"),
    "answer_shown": _open("answer_shown", answer=ANSWER),
    "rate": _rated(),
    "rate_reasons": _rated("2"),
    "rate_thanks": _rated("5", "quick"),
}
