"""The pictures of clerks' and technicians' pages: `python -m tests.ui.screens.staff_pictures docs/pictures`.

The walk of the tests takes them, with people and machines made up by the tests; run it when a page changes.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt

WIDTH_PX = 432

# Name of the picture -> the stop of the walk it is taken at.
PICTURES = {
    "can-bo-chon-ten": "staff_door",
    "can-bo-hom-nay": "staff_today",
    "can-bo-ho-so-vuong": "staff_parked",
    "can-bo-du-lieu": "staff_catalogue_reading",
    "can-bo-so-sanh": "staff_diff",
    "can-bo-thong-bao": "staff_notices",
    "can-bo-so-lieu": "staff_figures",
    "ky-thuat-lap-dat": "tech_setup_begun",
    "ky-thuat-may-in": "tech_printers_found",
    "ky-thuat-bao-ve": "tech_proof_found",
    "ky-thuat-mang": "tech_network_tried",
    "ky-thuat-kiem-tra": "tech_check",
    "ky-thuat-cap-nhat": "tech_update_taken",
    "ky-thuat-cai-dat": "tech_config_diff",
    "ky-thuat-nguoi": "tech_persons",
}


def take(folder: Path, names: tuple[str, ...] = tuple(PICTURES)) -> None:
    """Write the pictures into `folder`, each from a kiosk of its own, so that none depends on another."""
    from tests.ui.screens.citizen import Citizen
    from tests.ui.screens.stops import STOPS
    from ui.engine import make_application

    make_application()
    for name in names:
        with tempfile.TemporaryDirectory() as home:
            citizen = Citizen(Path(home))
            try:
                citizen.begin()
                STOPS[PICTURES[name]](citizen)
                citizen.settle()
                picture = citizen.picture().scaledToWidth(
                    WIDTH_PX, Qt.TransformationMode.SmoothTransformation
                )
                picture.save(str(folder / f"{name}.png"))
            finally:
                citizen.leave()


if __name__ == "__main__":
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures"))
