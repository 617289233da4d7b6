"""What is said where the system refused to change its network or clock."""

from kiosk.ports.machine_control import Refusal
from ui.view_model import translated


def refusal_words(reason: Refusal) -> str:
    """Return what happened, for a technician."""
    return {
        Refusal.NOT_ALLOWED: translated("Machine", "Hệ thống không cho máy này đổi."),
        Refusal.PASSWORD: translated("Machine", "Mật khẩu Wi-Fi không đúng."),
        Refusal.NOT_FOUND: translated("Machine", "Không thấy mạng này nữa."),
        Refusal.NO_ANSWER: translated("Machine", "Mạng không trả lời. Cách cũ vẫn dùng."),
        Refusal.FAILED: translated("Machine", "Chưa đổi được. Cách cũ vẫn dùng."),
    }[reason]
