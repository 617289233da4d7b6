"""Changing a setting keeps the rest of the file, and never writes a file that would not work."""

import tomllib
from pathlib import Path

import pytest

from config.loading import SettingsRejected, load_settings, read_settings
from config.saving import SettingNotSaved, SettingUnknown, set_setting
from config.setting_keys import ABOUT, setting_keys, settings_page

REPOSITORY = Path(__file__).resolve().parents[3]
WRITTEN = """\
# Phường Tây Hồ, máy cạnh cửa

[printer]
driver = "escpos_network"   # the old one was USB
address = "192.168.1.20:9100"
paper_mm = 58 # narrow roll

[hall]
ward = "Phường Tây Hồ"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN, "utf-8")
    return path


def test_one_value_changes_and_comments_and_order_stay(file: Path) -> None:
    changed = set_setting(file.parent, "printer.paper_mm", "80")

    assert file.read_text("utf-8") == WRITTEN.replace("paper_mm = 58", "paper_mm = 80")
    assert (changed.before, changed.after) == ("58", "80")


def test_a_missing_file_is_made_and_read_at_once(tmp_path: Path) -> None:
    changed = set_setting(tmp_path / "home", "hall.ward", "Phường Tây Hồ")

    assert changed.before == ""
    assert load_settings(tmp_path / "home").settings.hall.ward == "Phường Tây Hồ"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("hall.ward", 'Phường "Mẫu" \\ 2', 'Phường "Mẫu" \\ 2'),
        ("kiosk.name", "2", "2"),
        ("kiosk.mode", "guide", "guide"),
        ("screen.fullscreen", "true", True),
        ("screen.px_per_mm", "4.034", 4.034),
        ("visit.ask_after_s", "60", 60),
        ("hall.notices", '["Nghỉ lễ", "Máy 2 tắt"]', ["Nghỉ lễ", "Máy 2 tắt"]),
    ],
)
def test_each_kind_of_value_is_written_as_its_kind(
    tmp_path: Path, key: str, text: str, value: object
) -> None:
    set_setting(tmp_path, key, text)

    section, _, name = key.partition(".")
    assert tomllib.loads((tmp_path / "settings.toml").read_text("utf-8"))[section][name] == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("printer.paper_mm", "72"),
        ("printer.paper_mm", "wide"),
        ("printer.driver", "laser"),
        ("visit.wipe_after_s", "1"),
        ("portal.url", "ftp://example.vn"),
        ("screen.fullscreen", "yes"),
        ("hall.notices", "Nghỉ lễ"),
        ("hall.ward", "x" * 201),
    ],
)
def test_a_value_that_would_not_work_is_refused_by_name_and_the_file_stays(
    file: Path, key: str, text: str
) -> None:
    with pytest.raises(SettingsRejected) as refused:
        set_setting(file.parent, key, text)

    assert refused.value.key.startswith(key)
    assert file.read_text("utf-8") == WRITTEN
    assert list(file.parent.iterdir()) == [file]


def test_an_unknown_key_is_refused_with_the_one_that_was_meant(file: Path) -> None:
    with pytest.raises(SettingUnknown, match=r"printer\.paper_mm"):
        set_setting(file.parent, "printer.papermm", "80")


def test_a_list_of_tables_is_left_to_an_editor(file: Path) -> None:
    with pytest.raises(SettingUnknown, match=r"\[\[hall\.counters\]\]"):
        set_setting(file.parent, "hall.counters", "Quầy 1")


def test_a_file_that_is_not_toml_is_not_touched(file: Path) -> None:
    file.write_text("[printer\n", "utf-8")

    with pytest.raises(SettingsRejected) as refused:
        set_setting(file.parent, "printer.paper_mm", "80")

    assert refused.value.line == 1
    assert file.read_text("utf-8") == "[printer\n"


def test_a_section_that_is_no_table_is_named(file: Path) -> None:
    file.write_text("printer = 3\n", "utf-8")

    with pytest.raises(SettingsRejected, match="is not a table"):
        set_setting(file.parent, "printer.paper_mm", "80")


def test_setting_the_wrong_value_right_mends_a_refused_file(file: Path) -> None:
    file.write_text(WRITTEN.replace("58", "72"), "utf-8")

    set_setting(file.parent, "printer.paper_mm", "80")

    assert read_settings(file).printer.paper_mm == 80


def test_a_place_that_takes_no_file_is_said_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")

    with pytest.raises(SettingNotSaved):
        set_setting(tmp_path / "home", "printer.paper_mm", "80")

    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


def test_every_setting_is_explained_and_nothing_else_is() -> None:
    assert [key.key for key in setting_keys()] == list(ABOUT)


def test_the_page_of_settings_is_up_to_date() -> None:
    page = (REPOSITORY / "docs" / "settings.md").read_text("utf-8")

    assert page == settings_page(), "run: kiosk config reference > docs/settings.md"
