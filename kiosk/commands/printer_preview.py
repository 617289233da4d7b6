"""`kiosk printer preview`: any sheet as the very dots the printer would get, in a PNG.

Exit codes: 0 done · 1 the procedure or the catalogue is missing, or the sheet cannot be set · 2 wrong usage.
"""

import json
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from config.loading import load_settings
from config.locations import kiosk_home
from config.system_clock import SystemClock
from kiosk.commands.search import open_catalogue
from kiosk.domain.print_documents import DocumentKind
from kiosk.domain.sheet_previews import PreviewFrame, preview_sheet
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.ports.printing import SheetUnprintable

PROCEDURE = "1.001193"  # birth registration: in every ward's catalogue


def preview(
    sheet: Annotated[DocumentKind, typer.Option(help="Which sheet.")],
    out: Annotated[Path, typer.Option(help="The PNG to write.")],
    paper_mm: Annotated[int | None, typer.Option(help="80 or 58; the printer's own if left out.")] = None,
    procedure: Annotated[str, typer.Option(help="Code of a procedure in the live catalogue.")] = PROCEDURE,
    language: Annotated[str, typer.Option(help="vi or en.")] = "vi",
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")] = False,
) -> None:
    """Draw a sheet as it would come out, with this hall's words and nothing of a person; print nothing."""
    from printers.driver import PAPER_WIDTH_DOTS
    from printers.rendering.png import to_png
    from printers.rendering.raster import ensure_gui, render

    settings = load_settings(kiosk_home()).settings
    width_mm = paper_mm or settings.printer.paper_mm
    if width_mm not in PAPER_WIDTH_DOTS:
        raise typer.BadParameter("80 or 58", param_hint="--paper-mm")
    if language not in ("vi", "en"):
        raise typer.BadParameter("vi or en", param_hint="--language")
    try:
        with closing(open_catalogue("")) as reader:
            found, info = reader.procedure(procedure), reader.info()
    except CatalogueRejected as error:
        typer.echo(f"Refused: {error}", err=True)
        raise typer.Exit(1) from error
    if found is None:
        typer.echo(f"Refused: {procedure} is not in the catalogue", err=True)
        raise typer.Exit(1)
    frame = PreviewFrame(
        hall=settings.hall.hall(),
        procedure=found,
        language=language,
        now=SystemClock().now(),
        taken_at=found.taken_at or info.taken_at,
        kiosk=settings.kiosk.name,
        printer=settings.printer.name,
        paper_mm=width_mm,
    )
    ensure_gui()
    try:
        bitmap = render(preview_sheet(sheet, frame), PAPER_WIDTH_DOTS[width_mm])
        out.write_bytes(to_png(bitmap))
    except (SheetUnprintable, OSError) as error:
        typer.echo(f"Refused: {error}", err=True)
        raise typer.Exit(1) from error
    value = {"picture": str(out), "dots": [bitmap.width, bitmap.height], "mm": bitmap.height / 8}
    text = f"{out}  {bitmap.width}x{bitmap.height} dots, {bitmap.height / 8:.0f} mm"
    typer.echo(json.dumps(value, ensure_ascii=False) if as_json else text)
