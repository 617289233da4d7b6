"""The words of leaving a question, feedback or fault report, and the drawer of the visit for its draft."""

from kiosk.domain.messages import MessageKind
from ui.rows import Row
from ui.view_model import translated
from ui.visit import Visit

CONSENT_VERSION = "message-2026-11"
LONGEST_TEXT = 300


def draft_of(visit: Visit, kind: MessageKind) -> dict[str, str]:
    """Return the draft of a kind: topic, text, contact, token. Dropped when it is kept or the visit ends."""
    return visit.of_form(f"message-{kind.value}")


def kind_title(kind: MessageKind) -> str:
    """Return what the person is doing."""
    return {
        MessageKind.QUESTION: translated("Messages", "Hỏi một câu"),
        MessageKind.FEEDBACK: translated("Messages", "Góp ý với phường, xã"),
        MessageKind.FAULT: translated("Messages", "Máy này có lỗi"),
    }[kind]


def topic_question(kind: MessageKind) -> str:
    """Return the line over the topics."""
    return {
        MessageKind.QUESTION: translated("Messages", "Ông/bà hỏi về việc gì?"),
        MessageKind.FEEDBACK: translated("Messages", "Ông/bà góp ý về việc gì?"),
        MessageKind.FAULT: translated("Messages", "Máy hỏng ở đâu?"),
    }[kind]


def text_question(kind: MessageKind) -> str:
    """Return the question over the keyboard."""
    return {
        MessageKind.QUESTION: translated("Messages", "Ông/bà muốn hỏi gì?"),
        MessageKind.FEEDBACK: translated("Messages", "Ông/bà góp ý điều gì?"),
        MessageKind.FAULT: translated("Messages", "Máy bị làm sao?"),
    }[kind]


def kept_title(kind: MessageKind) -> str:
    """Return what is true once it is kept: here, and nowhere else yet."""
    return {
        MessageKind.QUESTION: translated("Messages", "Máy đã giữ câu hỏi"),
        MessageKind.FEEDBACK: translated("Messages", "Máy đã giữ góp ý"),
        MessageKind.FAULT: translated("Messages", "Máy đã ghi lỗi, cảm ơn ông/bà"),
        MessageKind.WITHDRAWAL: translated("Messages", "Máy đã giữ yêu cầu rút phiếu"),
    }[kind]


def topics(kind: MessageKind) -> list[Row]:
    """Return the topics as rows; none asks about a person."""
    return {MessageKind.QUESTION: _asked, MessageKind.FEEDBACK: _felt, MessageKind.FAULT: _broken}[kind]()


def topic_title(kind: MessageKind, topic: str) -> str:
    """Return a topic's words."""
    return next((row.title for row in topics(kind) if row.key == topic), "")


def _asked() -> list[Row]:
    return [
        Row(key="papers", title=translated("Messages", "Giấy tờ cần mang"), icon="description"),
        Row(key="time", title=translated("Messages", "Bao giờ có kết quả"), icon="schedule", pigment="teal"),
        Row(key="fee", title=translated("Messages", "Tiền phải trả"), icon="payments", pigment="jade"),
        Row(key="hall", title=translated("Messages", "Nơi làm, giờ làm"), icon="apartment", pigment="stone"),
        Row(key="other", title=translated("Messages", "Việc khác"), icon="more_horiz", pigment="amber"),
    ]


def _felt() -> list[Row]:
    return [
        Row(key="guidance", title=translated("Messages", "Việc hướng dẫn"), icon="forum"),
        Row(key="hall", title=translated("Messages", "Sảnh và chỗ ngồi"), icon="apartment", pigment="stone"),
        Row(key="kiosk", title=translated("Messages", "Máy tự phục vụ"), icon="touch_app", pigment="teal"),
        Row(key="other", title=translated("Messages", "Việc khác"), icon="more_horiz", pigment="amber"),
    ]


def _broken() -> list[Row]:
    return [
        Row(key="printer", title=translated("Messages", "Máy in không ra giấy"), icon="print_disabled"),
        Row(key="screen", title=translated("Messages", "Màn hình, nút chạm"), icon="touch_app"),
        Row(key="sound", title=translated("Messages", "Tiếng, tai nghe"), icon="volume_off"),
        Row(key="content", title=translated("Messages", "Thông tin chưa đúng"), icon="menu_book"),
        Row(key="other", title=translated("Messages", "Chỗ khác"), icon="more_horiz"),
    ]
