"""What the trial portal publishes for Phường Mẫu: nothing in it exists, no telephone number can be called."""

from tests.portal.reference_portal.app import ReferencePortal

SINCE = "2026-01-01"
WEEK = [
    {"weekday": day, "opens": opens, "closes": closes}
    for day in range(1, 6)
    for opens, closes in (("08:00:00", "11:30:00"), ("13:30:00", "17:00:00"))
]
ITEMS = (
    ("hotline", {"item_id": "demo-line-1", "name": "Hỏi về thủ tục", "number": "000 000 0001"}),
    ("hotline", {"item_id": "demo-line-2", "name": "Góp ý về phục vụ", "number": "000 000 0002"}),
    (
        "announcement",
        {
            "item_id": "demo-notice-1",
            "title": "Bản thử: thông báo mẫu của phường",
            "body": "Đây là thông báo mẫu. Máy này chỉ để thử.",
            "title_en": "Trial: a sample notice",
            "body_en": "A sample notice. This machine is for trial only.",
        },
    ),
    ("hours", {"item_id": "demo-hours", "spans": WEEK, "note": "Giờ mẫu", "note_en": "Sample hours"}),
    (
        "poll",
        {
            "item_id": "demo-poll",
            "question": "Ông/bà thấy máy này dễ dùng không?",
            "question_en": "Is this machine easy to use?",
            "choices": [
                {"choice_id": "easy", "text": "Dễ dùng", "text_en": "Easy"},
                {"choice_id": "hard", "text": "Khó dùng", "text_en": "Hard"},
            ],
        },
    ),
    (
        "office",
        {
            "item_id": "demo-office",
            "name": "Điểm phục vụ hành chính công phường Mẫu",
            "address": "Số 0 phố Mẫu",
            "phone": "000 000 0001",
        },
    ),
    (
        "answer",
        {
            "item_id": "demo-answer",
            "question": "Bản thử: phiếu khai trước có thay hồ sơ không?",
            "answer": "Không. Cán bộ nhận hồ sơ tại quầy, sau khi xem giấy tờ.",
            "question_en": "Trial: does a pre-registration replace a dossier?",
            "answer_en": "No. An officer receives the dossier at the counter.",
        },
    ),
)


def publish_demo(portal: ReferencePortal) -> None:
    """Publish what is not there yet."""
    known = {row.item_id for row in portal.notices.listing()}
    for kind, content in ITEMS:
        if content["item_id"] not in known:
            portal.notices.publish(kind, {"valid_from": SINCE} | content)
