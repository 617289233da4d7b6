"""The findings of a look at the machine, in technicians' words, worst first."""

from dataclasses import dataclass

from kiosk.domain.catalogue import CatalogueInfo
from kiosk.domain.self_check import (
    Part,
    Weight,
    clock_weight,
    disk_weight,
    machine_weight,
    outbox_weight,
)
from kiosk.ports.printing import PrinterCondition
from kiosk.services.machine_desk import Checkup
from kiosk.services.sending_rounds import Line, SyncState
from ui.print_words import TROUBLE, printer_remedy, printer_title
from ui.view_model import translated


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One finding: `todo` is the word of its button, empty where nothing is to be done on the glass."""

    part: Part
    weight: Weight
    title: str
    line: str
    todo: str = ""


def check_rows(
    checkup: Checkup,
    *,
    printer: PrinterCondition,
    city: SyncState,
    catalogue: CatalogueInfo | None,
    px_per_mm: float,
    speaks: bool,
) -> tuple[CheckRow, ...]:
    """Return all findings, problems first, each group in the order of the parts."""
    rows = (
        _printer(printer),
        _city(city),
        _catalogue(catalogue),
        *_store(checkup),
        _log(checkup),
        _screen(px_per_mm),
        _sound(speaks=speaks),
        _machine(checkup),
    )
    return tuple(sorted(rows, key=lambda row: row.weight.value))


def _printer(condition: PrinterCondition) -> CheckRow:
    weight = Weight.PROBLEM if condition in TROUBLE else Weight.GOOD
    if condition in {PrinterCondition.PAPER_LOW, PrinterCondition.UNKNOWN}:
        weight = Weight.WARNING
    low = condition is PrinterCondition.PAPER_LOW
    ready = condition is PrinterCondition.READY
    title = translated("Check", "Máy in còn ít giấy") if low else printer_title(condition)
    line = translated("Check", "Thay cuộn giấy hôm nay.") if low else printer_remedy(condition)
    return CheckRow(
        part=Part.PRINTER,
        weight=weight,
        title=translated("Check", "Máy in phiếu") if ready else title,
        line=translated("Check", "Sẵn sàng in") if ready else line,
        todo="" if ready else translated("Check", "Máy in"),
    )


def _city(state: SyncState) -> CheckRow:
    words = {
        Line.ONLINE: (Weight.GOOD, translated("Check", "Đang có mạng")),
        Line.OFFLINE: (Weight.WARNING, translated("Check", "Mất mạng, tự gửi khi có mạng")),
        Line.NEVER: (Weight.WARNING, translated("Check", "Chưa nối được lần nào")),
        Line.PAUSED: (Weight.PROBLEM, translated("Check", "Cổng từ chối máy này")),
    }
    weight, line = words[state.line]
    return CheckRow(
        part=Part.CITY,
        weight=weight,
        title=translated("Check", "Cổng thành phố: %1 phiếu chờ").replace("%1", str(state.waiting)),
        line=line,
        todo="" if weight is Weight.GOOD else translated("Check", "Gửi thử"),
    )


def _catalogue(info: CatalogueInfo | None) -> CheckRow:
    if info is None or info.trouble:
        line = translated("Check", "Bản đã duyệt không mở được. Nạp lại dữ liệu.")
        weight, todo = Weight.PROBLEM, translated("Check", "Dữ liệu")
    else:
        words = translated("Check", "%1 thủ tục, dữ liệu ngày %2")
        line = words.replace("%1", str(info.procedures)).replace("%2", f"{info.taken_at:%d/%m/%Y}")
        weight, todo = Weight.GOOD, ""
    title = translated("Check", "Kho dữ liệu")
    return CheckRow(part=Part.CATALOGUE, weight=weight, title=title, line=line, todo=todo)


def _store(checkup: Checkup) -> tuple[CheckRow, ...]:
    store = checkup.store
    if store is None:
        broken = translated("Check", "Không đọc được. Xem lại ổ đĩa.")
        title = translated("Check", "Hộp hồ sơ")
        return (CheckRow(part=Part.OUTBOX, weight=Weight.PROBLEM, title=title, line=broken),)
    aside = translated("Check", "%1 phiếu bị giữ lại").replace("%1", str(store.put_aside))
    whole = translated("Check", "Nguyên vẹn, %1 phiếu chờ").replace("%1", str(store.waiting))
    free = translated("Check", "Trống %1 MB").replace("%1", f"{store.free_mib:,}".replace(",", "."))
    spent = translated("Check", "Phần để dành đã dùng. Dọn ổ đĩa.")
    offset = f"{abs(store.clock_offset_ms) / 1000:.1f}".replace(".", ",")
    return (
        CheckRow(
            part=Part.OUTBOX,
            weight=outbox_weight(store),
            title=translated("Check", "Hộp hồ sơ"),
            line=aside if store.put_aside else whole,
            todo=translated("Check", "Xem") if store.put_aside else "",
        ),
        CheckRow(
            part=Part.DISK,
            weight=disk_weight(store),
            title=translated("Check", "Ổ đĩa"),
            line=free if store.reserve_is_there else spent,
        ),
        CheckRow(
            part=Part.CLOCK,
            weight=clock_weight(store),
            title=translated("Check", "Đồng hồ"),
            line=translated("Check", "Lệch %1 giây so với cổng").replace("%1", offset)
            if store.clock_offset_ms
            else translated("Check", "Chưa so với cổng lần nào"),
        ),
    )


def _log(checkup: Checkup) -> CheckRow:
    title, log = translated("Check", "Nhật ký người dùng"), checkup.log
    if log is None or log.damage:
        line = translated("Check", "Nhật ký bị sửa hoặc mất. Báo người phụ trách.")
        return CheckRow(part=Part.LOG, weight=Weight.PROBLEM, title=title, line=line)
    line = translated("Check", "%1 mục, đúng thứ tự").replace("%1", str(log.entries))
    return CheckRow(part=Part.LOG, weight=Weight.GOOD, title=title, line=line)


def _screen(px_per_mm: float) -> CheckRow:
    measured = px_per_mm > 0
    figure = f"{px_per_mm:.3f}".replace(".", ",")
    return CheckRow(
        part=Part.SCREEN,
        weight=Weight.GOOD if measured else Weight.WARNING,
        title=translated("Check", "Cỡ chữ thật"),
        line=translated("Check", "%1 điểm ảnh một mm").replace("%1", figure)
        if measured
        else translated("Check", "Chưa đo màn hình bằng thẻ"),
    )


def _sound(*, speaks: bool) -> CheckRow:
    return CheckRow(
        part=Part.SOUND,
        weight=Weight.GOOD if speaks else Weight.WARNING,
        title=translated("Check", "Âm thanh"),
        line=translated("Check", "Có giọng đọc")
        if speaks
        else translated("Check", "Chưa có giọng đọc trên máy này"),
    )


def _machine(checkup: Checkup) -> CheckRow:
    facts = checkup.facts
    parts = []
    if facts.temperature_c is not None:
        parts.append(f"{facts.temperature_c:.0f} °C")
    if facts.memory_mib is not None:
        parts.append(translated("Check", "chương trình dùng %1 MB").replace("%1", str(facts.memory_mib)))
    return CheckRow(
        part=Part.MACHINE,
        weight=machine_weight(facts),
        title=translated("Check", "Nhiệt độ, bộ nhớ"),
        line=", ".join(parts) or translated("Check", "Máy không cho biết"),
    )
