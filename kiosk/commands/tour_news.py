"""What a city would have published, made up for the tour: announcements, a poll, an answer, figures."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.domain.portal_data import (
    Announcement,
    DutyLine,
    HallFigures,
    Poll,
    PollChoice,
    PortalItem,
    PublicAnswer,
)
from kiosk.ports.portal_data import ChangePage, Published
from kiosk.ports.tasks import Lane

if TYPE_CHECKING:
    from kiosk.app import Kiosk


def publish_made_up_news(kiosk: "Kiosk") -> None:
    """Keep the made-up items as an exchange would, in the tour's own home, and let the screens hear."""
    now = kiosk.clock.now()
    items = _items(now.date())
    page = ChangePage(
        next_cursor="tour",
        has_more=False,
        published=tuple(Published(item_id=item.item_id, item=item) for item in items),
    )
    now_ms = int(now.timestamp() * 1000)
    kiosk.tasks.submit(Lane.DATABASE, lambda: kiosk.files.portal_data.apply(page, now_ms=now_ms))
    kiosk.desk.news.refresh()


def _items(today: date) -> tuple[PortalItem, ...]:
    """Numbers nobody can call, a ward nobody lives in."""
    begins = today - timedelta(days=3)
    return (
        Announcement(
            item_id="a1",
            valid_from=begins,
            valid_to=today + timedelta(days=30),
            title="Từ tháng sau, phường nhận hồ sơ cư trú cả sáng thứ Bảy",
            body="Sáng thứ Bảy nhận từ 8:00 đến 11:30. Ông/bà mang căn cước và giấy tờ nhà.",
            title_en="From next month, residence matters on Saturday mornings too",
            body_en="From 8:00 to 11:30. Please bring your identity card.",
            urgent=True,
        ),
        Announcement(
            item_id="a2",
            valid_from=begins,
            title="Nghị định mới về đăng ký hộ tịch trên mạng",
            kind="law",
            document_no="00/2026/NĐ-CP",
            document_date=begins,
        ),
        DutyLine(
            item_id="h1",
            valid_from=begins,
            name="Tổng đài dịch vụ công thành phố",
            number="000 000 1022",
            name_en="City services",
            hours="Cả ngày, các ngày trong tuần",
        ),
        Poll(
            item_id="p1",
            valid_from=begins,
            valid_to=today + timedelta(days=20),
            question="Ông/bà muốn làm việc thêm buổi nào?",
            question_en="Which extra hours would you like?",
            choices=(
                PollChoice(choice_id="sat", text="Sáng thứ Bảy", text_en="Saturday morning"),
                PollChoice(choice_id="eve", text="Tối thứ Năm", text_en="Thursday evening"),
                PollChoice(choice_id="none", text="Không cần thêm", text_en="No extra hours"),
            ),
        ),
        PublicAnswer(
            item_id="q1",
            valid_from=begins,
            question="Khai sinh muộn có bị phạt không?",
            answer="Không phạt tiền. Ông/bà mang giấy chứng sinh đến quầy hộ tịch.",
            question_en="Is there a fine for late birth registration?",
            answer_en="No. Bring the birth certificate to the civil status counter.",
        ),
        HallFigures(
            item_id="f1",
            valid_from=begins,
            counted_from=today.replace(day=1),
            counted_to=today,
            on_time_percent=98.7,
            oldest_unanswered_days=3,
        ),
    )
