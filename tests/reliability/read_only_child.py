"""The real kiosk on a disk that takes nothing; says as JSON what it still does. Argument: home."""

import json
import sys
from pathlib import Path

from config.logging_setup import start_logging
from tests.ui.screens.citizen import Citizen
from tests.ui.screens.stops import BIRTH, CODE
from ui.engine import make_application


def main() -> None:
    home = Path(sys.argv[1])
    start_logging(home, by_hand=False)
    make_application()
    citizen = Citizen(home, settings={})
    before = sorted(home.rglob("*"))
    citizen.begin()
    citizen.touch("tile-sinh-con")
    citizen.touch("row-" + CODE)
    said: dict[str, object] = {
        "procedure": next(text for text in citizen.texts() if text == "Đăng ký khai sinh")
    }
    found: list[object] = []
    citizen.kiosk.find.search("khai tu", "vi", found.append)
    citizen.until(lambda: bool(found), "the search")
    said["found"] = bool(found)
    citizen.touch("takeAway")
    said["code_on_screen"] = bool(citizen.codes())
    citizen.kiosk.way.home()
    citizen.open("procedure", code=CODE)
    said["told_before_form"] = not citizen.shows("preRegister")
    citizen.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    citizen.open("check_answers", code=CODE)
    citizen.touch("send")
    said["told_at_sending"] = citizen.reads("Máy chưa giữ được phiếu khai")
    said["written"] = len(sorted(home.rglob("*"))) - len(before)
    citizen.leave()
    print(json.dumps(said))


if __name__ == "__main__":
    main()
