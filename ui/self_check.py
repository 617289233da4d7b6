"""What only Qt itself can say of an installation, as one line of JSON: `python -m ui.self_check`.

A process of its own, because a platform that cannot start ends the process. Exit codes: 0 said, 1 no fonts.
"""

import json
import sys

from PySide6.QtCore import qVersion

from ui.engine import Translations, make_application
from ui.fonts_loading import FontMissing, load_fonts
from ui.view_model import translated


def main() -> int:
    """Start Qt on the platform of the environment and write what is there."""
    try:
        application = make_application()
        fonts = load_fonts()
    except FontMissing as missing:
        sys.stdout.write(json.dumps({"fonts_missing": str(missing)}) + "\n")
        return 1
    translations = Translations(application)
    translations.show("en")
    size = application.primaryScreen().size()
    finish = translated("Main", "Kết thúc")
    said = {
        "qt": qVersion(),
        "platform": application.platformName(),
        "fonts": len(fonts),
        "english": finish.isascii(),
        "screen": f"{size.width()} x {size.height()}",
    }
    sys.stdout.write(json.dumps(said) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
