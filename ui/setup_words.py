"""The steps of the set-up in words: what each is called, its picture, and what came of it."""

from collections.abc import Callable

from kiosk.domain.print_jobs import Proof
from kiosk.domain.setup_steps import SetupProgress, SetupStep, StepState
from ui.view_model import translated

ICONS: dict[SetupStep, str] = {
    SetupStep.LANGUAGE: "translate",
    SetupStep.TURN: "replay",
    SetupStep.CARD: "credit_card",
    SetupStep.HEIGHT: "square_foot",
    SetupStep.TOUCH: "touch_app",
    SetupStep.SOUND: "volume_up",
    SetupStep.KEYPAD: "dialpad",
    SetupStep.PRINTER: "print",
    SetupStep.PROOF: "fact_check",
    SetupStep.SCANNER: "qr_code_scanner",
    SetupStep.NETWORK: "lan",
    SetupStep.ENROLMENT: "app_registration",
    SetupStep.NAME: "badge",
}


def step_title(step: SetupStep) -> str:
    """Return what a step is called."""
    return _TITLES[step]()


_TITLES: dict[SetupStep, Callable[[], str]] = {
    SetupStep.LANGUAGE: lambda: translated("Setup", "Ngôn ngữ lúc đầu"),
    SetupStep.TURN: lambda: translated("Setup", "Chiều màn hình"),
    SetupStep.CARD: lambda: translated("Setup", "Đo màn hình bằng thẻ"),
    SetupStep.HEIGHT: lambda: translated("Setup", "Mép dưới cách sàn"),
    SetupStep.TOUCH: lambda: translated("Setup", "Thử chín điểm chạm"),
    SetupStep.SOUND: lambda: translated("Setup", "Thử âm thanh"),
    SetupStep.KEYPAD: lambda: translated("Setup", "Bàn phím nổi"),
    SetupStep.PRINTER: lambda: translated("Setup", "Máy in và trang thử"),
    SetupStep.PROOF: lambda: translated("Setup", "Máy in báo về được gì"),
    SetupStep.SCANNER: lambda: translated("Setup", "Máy quét mã"),
    SetupStep.NETWORK: lambda: translated("Setup", "Mạng và đồng hồ"),
    SetupStep.ENROLMENT: lambda: translated("Setup", "Đăng ký máy"),
    SetupStep.NAME: lambda: translated("Setup", "Tên máy"),
}


def step_line(step: SetupStep, progress: SetupProgress) -> str:
    """Return how a step stands and what came of it."""
    state, value = progress.state(step), progress.value(step)
    if state is StepState.OPEN:
        return translated("Setup", "Chưa làm")
    if state is StepState.SKIPPED:
        return translated("Setup", "Đã bỏ qua")
    return _came_of(step, value) or translated("Setup", "Đã xong")


def proof_words(proof: Proof) -> str:
    """Return what a printer can prove, for technicians."""
    words = {
        Proof.PROCESS_ID: translated("Setup", "Máy in báo từng phiếu đã ra"),
        Proof.FENCE: translated("Setup", "Máy in báo đã in hết lệnh"),
        Proof.STATUS: translated("Setup", "Máy in chỉ báo giấy và nắp"),
        Proof.NONE: translated("Setup", "Máy in không báo gì về"),
        Proof.PAPER: translated("Setup", "Máy in ảo, thấy giấy ra"),
    }
    return words.get(proof, "")


def _came_of(step: SetupStep, value: str) -> str:
    """Return a step's value in words, "" where there is none to say."""
    if not value:
        return ""
    if step is SetupStep.LANGUAGE:
        return "English" if value == "en" else "Tiếng Việt"
    if step is SetupStep.PROOF:
        known = {proof.value: proof for proof in Proof}
        return proof_words(known[value]) if value in known else ""
    if step is SetupStep.SOUND:
        heard = value == "heard"
        return translated("Setup", "Nghe rõ") if heard else translated("Setup", "Không nghe được")
    words = {
        SetupStep.TURN: translated("Setup", "Xoay %1 độ"),
        SetupStep.CARD: translated("Setup", "%1 điểm ảnh một mm"),
        SetupStep.HEIGHT: translated("Setup", "%1 mm"),
        SetupStep.TOUCH: translated("Setup", "Lệch nhiều nhất %1 mm"),
        SetupStep.KEYPAD: translated("Setup", "Đã học %1 phím"),
    }
    shown = value.replace(".", ",") if step in {SetupStep.CARD, SetupStep.TOUCH} else value
    return words.get(step, "%1").replace("%1", shown)
