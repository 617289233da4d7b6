"""QR codes as rows of modules."""

from functools import lru_cache

from kiosk.ports.printing import SheetUnprintable

BYTES_MAX = 200
QUIET_MODULES = 4


@lru_cache(maxsize=8)
def qr_modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules (True = black) of the smallest code at error correction M, without quiet zone.

    Raises SheetUnprintable above 200 bytes of UTF-8: modules would get too fine for a worn head.
    """
    from qrcode.constants import ERROR_CORRECT_M  # late: it brings Pillow, which nothing here draws with
    from qrcode.main import QRCode

    data = payload.encode("utf-8")
    if len(data) > BYTES_MAX:
        raise SheetUnprintable(
            f"{len(data)} bytes are too many for a code on paper; {BYTES_MAX} are read reliably"
        )
    code: QRCode[object] = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(data)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.modules)
