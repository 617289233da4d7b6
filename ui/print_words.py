"""What a citizen is told about a sheet: never more than the journal knows."""

from enum import Enum

from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.print_jobs import PrintJob, PrintState
from kiosk.ports.printing import PrinterCondition
from ui.view_model import translated


class SheetState(Enum):
    """The few things a person can do something about."""

    WAITING = "waiting"
    COMING = "coming"
    DONE = "done"
    CHECK = "check"
    ASK = "ask"
    TROUBLE = "trouble"
    LOST = "lost"
    FULL = "full"
    SPENT = "spent"


_STATES = {
    PrintState.QUEUED: SheetState.WAITING,
    PrintState.CLAIMED: SheetState.WAITING,
    PrintState.SENDING: SheetState.COMING,
    PrintState.SENT: SheetState.COMING,
    PrintState.PRINTED: SheetState.DONE,
    PrintState.UNCONFIRMED: SheetState.CHECK,
    PrintState.UNCERTAIN: SheetState.ASK,
    PrintState.BLOCKED: SheetState.TROUBLE,
    PrintState.FAILED: SheetState.LOST,
    PrintState.CANCELLED: SheetState.LOST,
    PrintState.SUPERSEDED: SheetState.WAITING,
}


def sheet_state(job: PrintJob | None) -> SheetState:
    """Return what the job means to the person in front; no job yet is waiting."""
    return SheetState.WAITING if job is None else _STATES[job.state]


# UNKNOWN is none: a printer that never answers prints all the same, and is not told to be broken.
TROUBLE = frozenset(
    {
        PrinterCondition.PAPER_OUT,
        PrinterCondition.COVER_OPEN,
        PrinterCondition.OFFLINE,
        PrinterCondition.BUSY,
        PrinterCondition.FAULT,
        PrinterCondition.UNREACHABLE,
    }
)


def printer_title(condition: PrinterCondition) -> str:
    """Return what is the matter with the printer, for everybody."""
    return {
        PrinterCondition.PAPER_OUT: translated("Printer", "Máy in hết giấy"),
        PrinterCondition.COVER_OPEN: translated("Printer", "Nắp máy in đang mở"),
        PrinterCondition.OFFLINE: translated("Printer", "Máy in đang tạm dừng"),
        PrinterCondition.BUSY: translated("Printer", "Máy in đang bận"),
        PrinterCondition.FAULT: translated("Printer", "Máy in bị kẹt"),
        PrinterCondition.UNREACHABLE: translated("Printer", "Máy in mất kết nối"),
        PrinterCondition.UNKNOWN: translated("Printer", "Máy in chưa trả lời"),
    }.get(condition, translated("Printer", "Máy in dùng được rồi"))


def printer_remedy(condition: PrinterCondition) -> str:
    """Return who puts it right and how, in one sentence."""
    return {
        PrinterCondition.PAPER_OUT: translated("Printer", "Cán bộ cần thay giấy."),
        PrinterCondition.COVER_OPEN: translated("Printer", "Cán bộ cần đóng nắp máy in."),
        PrinterCondition.OFFLINE: translated("Printer", "Cán bộ cần bật lại máy in."),
        PrinterCondition.BUSY: translated("Printer", "Ông/bà chờ một lát, máy sẽ hỏi lại."),
        PrinterCondition.FAULT: translated("Printer", "Cán bộ cần gỡ giấy kẹt."),
        PrinterCondition.UNREACHABLE: translated("Printer", "Cán bộ cần xem dây nối máy in."),
        PrinterCondition.UNKNOWN: translated("Printer", "Máy đang hỏi lại máy in."),
    }.get(condition, translated("Printer", "Ông/bà chạm In để lấy giấy."))


def sheet_words(job: PrintJob | None, state: SheetState) -> tuple[str, str]:
    """Return headline and sentence of the paper panel; a sheet held up says by what, and what to do now.

    A slip's number is on the screen beside it; for any other sheet the QR code is the way.
    """
    condition = _condition(job) if state is SheetState.TROUBLE else None
    if job is None or condition not in TROUBLE:
        return sheet_title(state), sheet_line(state)
    if condition is PrinterCondition.BUSY:
        meanwhile = ""
    elif job.kind == DocumentKind.SLIP.value:
        meanwhile = translated("Sheet", "Ông/bà ghi lại số trên màn hình.")
    else:
        meanwhile = translated("Sheet", "Ông/bà lưu bằng mã QR nhé.")
    return printer_title(condition), f"{printer_remedy(condition)} {meanwhile}".strip()


def _condition(job: PrintJob | None) -> PrinterCondition | None:
    """Return what held the job up; None for words of another version."""
    known = {condition.value: condition for condition in PrinterCondition}
    return known.get(job.condition) if job is not None else None


def sheet_title(state: SheetState) -> str:
    """Return the headline of the paper panel."""
    return {
        SheetState.WAITING: translated("Sheet", "Chuẩn bị in"),
        SheetState.COMING: translated("Sheet", "Phiếu đang ra"),
        SheetState.DONE: translated("Sheet", "Phiếu đã ra"),
        SheetState.CHECK: translated("Sheet", "Ông/bà xem phiếu nhé"),
        SheetState.ASK: translated("Sheet", "Phiếu đã ra đủ chưa?"),
        SheetState.TROUBLE: translated("Sheet", "Chưa in được"),
        SheetState.LOST: translated("Sheet", "Chưa in được"),
        SheetState.FULL: translated("Sheet", "Nhiều phiếu đang chờ in"),
        SheetState.SPENT: translated("Sheet", "Máy đã in nhiều giấy"),
    }[state]


def sheet_line(state: SheetState) -> str:
    """Return the sentence under it: what to do now."""
    return {
        SheetState.WAITING: translated("Sheet", "Máy đang hỏi máy in."),
        SheetState.COMING: translated("Sheet", "Ông/bà chờ phiếu ra hết."),
        SheetState.DONE: translated("Sheet", "Mời ông/bà lấy phiếu."),
        SheetState.CHECK: translated("Sheet", "Máy in không báo lại. Mời ông/bà lấy phiếu."),
        SheetState.ASK: translated("Sheet", "Máy chưa chắc. Ông/bà xem giúp ở khe giấy."),
        SheetState.TROUBLE: translated("Sheet", "Máy in cần cán bộ xem. Máy sẽ tự in sau."),
        SheetState.LOST: translated("Sheet", "Tờ này không in được. Mời ông/bà hỏi cán bộ."),
        SheetState.FULL: translated("Sheet", "Ông/bà lưu bằng mã QR nhé."),
        SheetState.SPENT: translated("Sheet", "Ông/bà lưu bằng mã QR hoặc hỏi cán bộ."),
    }[state]
