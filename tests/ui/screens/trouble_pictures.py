"""Pages of a printer in trouble, for the documents: the real kiosk, its virtual printer without paper.

Run: python -m tests.ui.screens.trouble_pictures (writes docs/pictures/printer-*.png).
"""

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt

from offline_cache.catalogue_store import CatalogueStore
from tests.ui.conftest import MARKED_HALL
from tests.ui.screens.citizen import Citizen
from tests.ui.screens.stops import CODE, visit
from ui.engine import make_application

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "pictures"
WIDTH = 540


def take(citizen: Citizen, name: str) -> None:
    """Keep what is on the glass, half as large."""
    picture = citizen.picture().scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    assert picture.save(str(FOLDER / f"printer-{name}.png"))
    print(f"printer-{name}.png")


def main() -> None:
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        CatalogueStore(home / "catalogue").build_starter()
        citizen = Citizen(home, settings=MARKED_HALL)
        citizen.kiosk.printer.sensors.paper_out = True
        citizen.wait_s(11)
        citizen.begin()
        take(citizen, "home-without-paper")
        citizen.open("printer_trouble", code=CODE)
        citizen.see("Máy in hết giấy")
        take(citizen, "without-paper")
        visit(citizen, "slip_done")
        citizen.see("Ông/bà ghi lại số trên màn hình.")
        take(citizen, "slip-waits")
        citizen.leave()


if __name__ == "__main__":
    main()
