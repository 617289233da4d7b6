"""Child of the comparison with Chromium: the real kiosk at home, which stays.

Says `home` once that is drawn, and `answered` once it has found procedures for a first question. It has no
portal to send to, as the page beside it has none.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from config.ready_made_methods import use_ready_made

if TYPE_CHECKING:
    from kiosk.domain.catalogue import SearchAnswer


def main() -> None:
    use_ready_made()  # as `kiosk run` does, and what follows
    from msgspec.structs import replace

    from config.loading import load_settings
    from config.settings import PortalSettings, UpdateSettings
    from config.start_memory import SETTLED_MS, hold_collector, settle_collector

    hold_collector()
    from kiosk.app import Kiosk, Options

    home = Path(os.environ["KIOSK_BENCH_FOLDER"]) / "home"
    alone = replace(load_settings(home).settings, portal=PortalSettings(), updates=UpdateSettings())
    with Kiosk(Options(home=home, settings=alone, shape="portrait")) as app:
        told: list[bool] = []

        def tell() -> None:
            if not told:
                told.append(True)
                os.write(1, b"home\n")
                app.find.search("khai sinh", "vi", answered)

        def answered(answer: "SearchAnswer") -> None:
            if answer.rows:
                os.write(1, b"answered\n")

        def look() -> None:
            """Go home once the catalogue is known; wait for its tiles, then for the frame that shows them."""
            if not app.catalogue_known:
                return
            if app.way.current.place.screen != "home":
                app.way.home()
            elif app.way.current.view_model.tiles.rowCount():
                watch.stop()
                app.view.frameSwapped.connect(tell)
                app.view.update()

        watch = app.scheduler.every(5, look)
        app.scheduler.after(SETTLED_MS, settle_collector)
        app.application.exec()


if __name__ == "__main__":
    main()
