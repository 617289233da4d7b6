"""What a citizen is told about a sheet: never more than the journal knows."""

from enum import Enum

from kiosk.domain.print_jobs import PrintJob, PrintState
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
        SheetState.FULL: translated("Sheet", "Máy in đang bận"),
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
        SheetState.FULL: translated("Sheet", "Nhiều phiếu đang chờ in. Ông/bà dùng mã QR nhé."),
    }[state]
