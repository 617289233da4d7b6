"""Child of the comparison with Chromium: the real kiosk at home; says `home` once it is drawn, and stays."""

import os
from pathlib import Path

from config.loading import load_settings
from config.start_memory import SETTLED_MS, hold_collector, settle_collector


def main() -> None:
    hold_collector()
    from kiosk.app import Kiosk, Options  # as `kiosk run` does

    home = Path(os.environ["KIOSK_BENCH_FOLDER"]) / "home"
    with Kiosk(Options(home=home, settings=load_settings(home).settings, shape="portrait")) as app:
        told: list[bool] = []

        def tell() -> None:
            if not told:
                told.append(True)
                os.write(1, b"home\n")

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
