"""Every sheet at 80 and 58 mm as the dots that are sent, for the documents.

Run: python -m tests.device.sheet_pictures (writes docs/pictures/sheet-*.png).
"""

from pathlib import Path

from kiosk.domain.print_documents import PrintDocument
from printers.rendering.png import to_png
from printers.rendering.raster import ensure_gui, render
from tests.fakes.sheets import (
    a_checklist,
    a_day_report,
    a_pupils_sheet,
    a_question,
    a_slip,
    a_test_page,
    a_tracking_sheet,
    a_withdrawal,
)

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"


def documents(paper_mm: int) -> dict[str, PrintDocument]:
    """Return the sheets by the name of their picture."""
    return {
        "slip": a_slip(),
        "checklist": a_checklist(),
        "tracking": a_tracking_sheet(),
        "question": a_question(),
        "withdrawal": a_withdrawal(),
        "pupils": a_pupils_sheet(),
        "day-report": a_day_report(),
        "test-page": a_test_page(paper_mm=paper_mm),
    }


def pictures() -> dict[str, bytes]:
    """Return the PNG by file name."""
    ensure_gui()
    return {
        f"sheet-{name}-{paper_mm}.png": to_png(render(document, width))
        for paper_mm, width in ((80, 576), (58, 384))
        for name, document in documents(paper_mm).items()
    }


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in pictures().items():
        (FOLDER / name).write_bytes(content)
        print(name)


if __name__ == "__main__":
    main()
