"""What the portal issued, printed again: only its own words, only where the city allows it (rung L3)."""

from kiosk.domain.intake_ladder import Rung
from kiosk.domain.tracking import Tracked, TrackingSource

RECEIPT_FORM = "01"  # Circular 03/2025/TT-VPCP: Giấy tiếp nhận hồ sơ và hẹn trả kết quả
_LABELS = {
    "vi": ("Giấy đã cấp", "Tiếp nhận hồ sơ (mẫu 01)", "Mã hồ sơ", "Hẹn trả kết quả"),
    "en": ("Issued", "Receipt for a dossier (form 01)", "Dossier code", "Result due"),
}


def issued_again(tracked: Tracked, rung: Rung, language: str) -> tuple[tuple[str, str], ...]:
    """Return (label, value) of the receipt an officer issued; () unless the portal itself says so just now.

    The due time is the portal's; where it sent none, none is printed.
    """
    status = tracked.status
    if not rung.prints_again or tracked.source is not TrackingSource.PORTAL:
        return ()
    if status.form != RECEIPT_FORM or not status.dossier_code:
        return ()
    paper, receipt, code, due = _LABELS[language if language in _LABELS else "vi"]
    moment = f"{status.due:%d/%m/%Y, %H:%M}" if status.due is not None else ""
    return ((paper, receipt), (code, status.dossier_code), (due, moment))
