"""`kiosk config` as a technician types it."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from kiosk.cli import app


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    return tmp_path


def _type(*words: str) -> Result:
    return CliRunner().invoke(app, ["config", *words])


def test_show_says_where_each_value_comes_from(home: Path) -> None:
    (home / "settings.toml").write_text("[printer]\npaper_mm = 58\n", "utf-8")

    done = _type("show", "--json")

    rows = {row["key"]: (row["value"], row["from"]) for row in json.loads(done.stdout)["settings"]}
    assert done.exit_code == 0
    assert rows["printer.paper_mm"] == (58, "file")
    assert rows["printer.driver"] == ("virtual", "default")
    assert rows["hall.ward"] == ("Phường Mẫu", "demo hall")


@pytest.mark.usefixtures("home")
def test_show_of_one_section_shows_no_other() -> None:
    done = _type("show", "printer")

    assert "printer.paper_mm" in done.stdout
    assert "hall.ward" not in done.stdout


@pytest.mark.usefixtures("home")
def test_show_of_something_unknown_is_refused() -> None:
    assert _type("show", "screens").exit_code == 1


def test_show_tells_when_the_file_is_not_the_one_in_use(home: Path) -> None:
    (home / "settings.toml").write_text("[printer]\npaper_mm = 58\n", "utf-8")
    _type("show")
    (home / "settings.toml").write_text("[printer]\npaper_mm = 59\n", "utf-8")

    done = _type("show", "printer.paper_mm", "--json")

    said = json.loads(done.stdout)
    assert done.exit_code == 1
    assert "settings.toml:2" in said["rejected"]
    assert said["settings"] == [{"key": "printer.paper_mm", "value": 58, "from": "last good file"}]


def test_check_names_file_line_key_and_value(home: Path) -> None:
    (home / "settings.toml").write_text("[printer]\n\npaper_mm = 59\n", "utf-8")

    done = _type("check", "--json")

    said = json.loads(done.stdout)["error"]
    assert done.exit_code == 1
    assert (said["line"], said["key"], said["value"]) == (3, "printer.paper_mm", "59")


@pytest.mark.usefixtures("home")
def test_check_of_a_kiosk_without_a_file_is_fine() -> None:
    done = _type("check")

    assert done.exit_code == 0
    assert "the defaults are used" in done.stdout


def test_check_takes_any_file(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("stick") / "ward.toml"
    other.write_text('[kiosk]\nmode = "guide"\n', "utf-8")

    assert _type("check", str(other)).exit_code == 0
    assert not (home / "settings.toml").exists()


def test_set_writes_the_value_and_says_when_it_counts(home: Path) -> None:
    done = _type("set", "printer.paper_mm", "58")

    assert done.exit_code == 0
    assert "next start" in done.stdout
    assert (home / "settings.toml").read_text("utf-8") == "[printer]\npaper_mm = 58\n"


def test_set_of_a_wrong_value_says_what_is_allowed(home: Path) -> None:
    done = _type("set", "printer.paper_mm", "72")

    assert done.exit_code == 1
    assert "58" in done.stderr
    assert "Nothing was changed." in done.stderr
    assert not (home / "settings.toml").exists()


def test_path_says_where_the_file_would_be(home: Path) -> None:
    assert json.loads(_type("path", "--json").stdout) == {
        "file": str(home / "settings.toml"),
        "exists": False,
    }
