"""English stands beside every Vietnamese text of the screens, and the program really shows it."""

import re
import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from tests.unit.ui.screen_texts import TABLE, TABLES, bare_vietnamese, screen_texts, table
from ui import engine

MEND = "run `make translations` and write the translation in ui/translations/"
EVERY_TABLE = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
# Words that are Vietnamese in every language, each for a reason.
STAYS_VIETNAMESE = (
    "BẢN THỬ",  # the law's words on a trial, as on the slip
    "thủ tục ",  # taken off the front of official names
    "Tiếng Việt",  # the language button names the language itself
    "Việt",  # the same where the largest letters leave room for one word
    "Phường ",  # taken off the front of the ward's name
    "Xã ",
    "Nhật ký",  # the day report goes into the hall's own files
    " mục, mã ",
    "Người in: ",
    "Thứ ",  # ui/dates.py has both languages
    "Chủ nhật",
    "Đăng ký, quản lý ",  # taken off the front of official field names
    "Cấp, quản lý ",
    "HNKIOSK-MAU-QUET",  # what a scanner is tried with: the letters it may lose
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the texts as the kiosk loads them, built from the table as it is now."""
    folder = tmp_path_factory.mktemp("translations")
    tool = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([tool, "-silent", TABLE, "-qm", folder / "kiosk_en.qm"], check=True)
    return folder


@EVERY_TABLE
def test_every_text_of_the_screens_stands_in_the_table(path: Path) -> None:
    known = {(row.context, row.source) for row in table(path)}

    forgotten = [
        f"{text.place}: {text.source}" for text in screen_texts() if (text.context, text.source) not in known
    ]

    assert not forgotten, f"{MEND}:\n" + "\n".join(forgotten)


@EVERY_TABLE
def test_the_table_holds_no_text_that_left_the_screens(path: Path) -> None:
    shown = {(text.context, text.source) for text in screen_texts()}

    left = [f"{row.context}: {row.source}" for row in table(path) if (row.context, row.source) not in shown]

    assert not left, f"{MEND}:\n" + "\n".join(left)


@EVERY_TABLE
def test_no_translation_is_missing_or_unfinished(path: Path) -> None:
    open_rows = [
        f"{row.context}: {row.source}"
        for row in table(path)
        if not row.is_finished or not row.english.strip()
    ]

    assert not open_rows, f"{MEND}:\n" + "\n".join(open_rows)


@EVERY_TABLE
def test_both_languages_have_the_same_placeholders(path: Path) -> None:
    unlike = [
        f"{row.context}: {row.source} / {row.english}"
        for row in table(path)
        if _holes(row.source) != _holes(row.english)
    ]

    assert not unlike, "\n".join(unlike)


def test_no_vietnamese_text_bypasses_the_table() -> None:
    bare = [line for line in bare_vietnamese() if not line.partition(": ")[2].startswith(STAYS_VIETNAMESE)]

    assert not bare, "put it in qsTr(…) or translated(…):\n" + "\n".join(bare)


@pytest.mark.usefixtures("qapp")
def test_the_built_file_gives_every_english_text(built: Path) -> None:
    translator = QTranslator()
    assert translator.load("kiosk_en", str(built))

    given = {(row.context, row.source): translator.translate(row.context, row.source) for row in table()}

    assert given == {(row.context, row.source): row.english for row in table()}


def test_english_is_laid_over_vietnamese_and_taken_away_again(
    built: Path, qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "TRANSLATIONS", built)
    translations = engine.Translations(qapp)

    said = []
    for language in ("en", "vi", "en", "en", "vi"):
        translations.show(language)
        said.append(QCoreApplication.translate("Main", "Kết thúc"))

    assert said == ["Finish", "Kết thúc", "Finish", "Finish", "Kết thúc"]


def _holes(text: str) -> list[str]:
    return sorted(re.findall(r"%\d", text))
