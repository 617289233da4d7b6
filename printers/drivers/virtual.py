"""Paper on the screen: the emulator prints, the sheet is kept as PNG, and PAPER is said of whole sheets only.

Used by the demo and wherever no printer is set up. Time is virtual: printing takes no waiting.
"""

import os
import re
import tempfile
from pathlib import Path

from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import Proof
from kiosk.ports.events import EventLog
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome, PrintProgress
from printers.driver import CommonSettings, OnPaper, PaperRows
from printers.emulator.direct import DirectTransport, VirtualTime
from printers.emulator.engine import Engine
from printers.emulator.faults import Sensors
from printers.escpos_printer import EscposPrinter
from printers.rendering import png
from printers.rendering.raster import render

KIND = "virtual"
_log = EventLog(__name__)


class Settings(CommonSettings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`address`: folder of the PNGs (empty: none are written); `keep`: how many stay in it."""

    keep: int = 50


class VirtualPrinter:
    """A TicketPrinter whose paper can be looked at. `sensors` may be set to show faults."""

    def __init__(self, settings: Settings, *, on_paper: OnPaper | None = None) -> None:
        self.name = settings.name
        self.paper_width_dots = settings.paper_width_dots
        self._folder = Path(settings.address) if settings.address else None
        self._keep = settings.keep
        self._on_paper = on_paper
        self._time = VirtualTime()
        self._engine = Engine(self._time, width=self.paper_width_dots)
        self._printer = EscposPrinter(
            lambda: DirectTransport(self._engine, self._time),
            name=self.name,
            paper_width_dots=self.paper_width_dots,
            proof=Proof.PROCESS_ID,
            clock=self._time,
        )

    @property
    def sensors(self) -> Sensors:
        """The printer's sensors: cover, paper and so on."""
        return self._engine.sensors

    def read_condition(self) -> PrinterCondition:
        """Ask the emulated printer."""
        return self._printer.read_condition()

    def print_document(self, document: PrintDocument, progress: PrintProgress) -> PrintOutcome:
        """Print, look at the paper, keep it. Raises PrinterError where the sheet is not whole."""
        bitmap = render(document, self.paper_width_dots)
        before = len(self._engine.paper.tickets)
        self._show(document, bitmap.height, 0, b"")
        outcome = self._printer.print_bitmap(bitmap, progress)
        fresh = self._engine.paper.tickets[before:]
        if len(fresh) != 1 or fresh[0].image != bitmap:
            raise PrinterError(
                "the sheet is not whole", condition=PrinterCondition.FAULT, may_have_printed=True
            )
        picture = png.to_png(bitmap)
        self._keep_picture(document, picture)
        self._engine.paper.tickets.clear()
        self._show(document, bitmap.height, bitmap.height, picture)
        return PrintOutcome(bytes_sent=outcome.bytes_sent, proof=Proof.PAPER)

    def close(self) -> None:
        """Release the line."""
        self._printer.close()

    def _show(self, document: PrintDocument, total: int, rows: int, picture: bytes) -> None:
        if self._on_paper is not None:
            self._on_paper(PaperRows(document_id=document.document_id, rows=rows, total=total, png=picture))

    def _keep_picture(self, document: PrintDocument, picture: bytes) -> None:
        """Write the PNG whole or not at all, let the oldest go; a full disk costs only the picture."""
        if self._folder is None:
            return
        safe = re.sub(r"[^A-Za-z0-9_-]", "_", document.document_id)[:80]
        name = f"{document.kind.value}-{safe}-{document.copy_no}.png"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=self._folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(picture)
            Path(part).replace(self._folder / name)
            kept = sorted(self._folder.glob("*.png"), key=lambda path: path.stat().st_mtime_ns)
            for old in kept[: -self._keep]:
                old.unlink()
        except OSError as error:
            _log.warning("printer.picture_not_kept", reason=error.strerror)


def open_printer(settings: Settings, *, on_paper: OnPaper | None = None) -> VirtualPrinter:
    """Return the printer. `on_paper` is called in the PRINTER lane when a sheet starts and when it is cut."""
    return VirtualPrinter(settings, on_paper=on_paper)
