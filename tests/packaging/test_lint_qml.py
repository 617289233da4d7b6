"""The check of QML files against the Python types they use sees every type."""

import importlib.util
from pathlib import Path

from tests.conftest import REPOSITORY

SCRIPT = REPOSITORY / "packaging" / "qml" / "lint_qml.py"


def bases_first(paths, sources):
    spec = importlib.util.spec_from_file_location("lint_qml", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.bases_first(paths, sources)


def test_a_base_is_read_before_the_kinds_of_it_whatever_their_files_are_called():
    kind, base, root = Path("ui/a_page.py"), Path("ui/rows_page.py"), Path("ui/view_model.py")
    sources = {
        kind: "from ui.rows_page import RowsPageViewModel\n",
        base: "from ui.context import ScreenContext\nfrom ui.view_model import ViewModel\n",
        root: "from PySide6.QtCore import QObject\n",
    }

    assert bases_first([kind, base, root], sources) == [root, base, kind]
