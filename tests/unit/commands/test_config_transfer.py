import json
import tomllib

import pytest
from typer.testing import CliRunner

from kiosk.cli import app

MINE = """
[hall]
ward = "Phường Mẫu"
[kiosk]
name = "số 1"
[screen]
px_per_mm = 4.1
[printer]
driver = "escpos_network"
address = "192.0.2.10:9100"
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    def invoke(home, *arguments, code=0):
        monkeypatch.setenv("KIOSK_HOME", str(tmp_path / home))
        (tmp_path / home).mkdir(exist_ok=True)
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == code, done.output
        return done.output

    return invoke


@pytest.fixture
def exported(run, tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "settings.toml").write_text(MINE, encoding="utf-8")
    file = tmp_path / "ward.json"
    run("one", "config", "export", str(file), "--by", "Lê Văn Bình")
    return file


def test_another_kiosk_shows_whose_settings_they_are_and_asks(run, exported, tmp_path):
    said = json.loads(run("two", "config", "import", str(exported), "--json", code=3))

    assert (said["ward"], said["kiosk"], said["made_by"]) == ("Phường Mẫu", "số 1", "Lê Văn Bình")
    assert len(said["key_sha256"]) == 64
    assert not (tmp_path / "two" / "settings.toml").exists()


def test_taken_settings_leave_the_machines_own_alone(run, exported, tmp_path):
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "settings.toml").write_text(
        '# ours\n[kiosk]\nname = "số 2"\n[printer]\naddress = "192.0.2.20:9100"\n', encoding="utf-8"
    )

    run("two", "config", "import", str(exported), "--accepted-by", "Trần Thu Hà")

    taken = tomllib.loads((tmp_path / "two" / "settings.toml").read_text("utf-8"))
    assert taken["hall"]["ward"] == "Phường Mẫu"
    assert taken["kiosk"]["name"] == "số 2"
    assert taken["printer"] == {"driver": "escpos_network", "address": "192.0.2.20:9100"}
    assert "px_per_mm" not in taken.get("screen", {})
    acts = json.loads(run("two", "audit", "list", "--json"))["entries"]
    assert [(one["who"], one["act"]) for one in acts] == [("Trần Thu Hà", "configuration_taken")]


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace("Phường Mẫu".encode(), "Phường Giả".encode()),
        lambda raw: raw.replace(b"escpos_network", b"escpos_serial"),
        lambda raw: raw[: len(raw) // 2],
        lambda _raw: b"{}",
        lambda raw: raw + b" " * 300_000,
    ],
)
def test_a_changed_file_changes_nothing(run, exported, tmp_path, change):
    exported.write_bytes(change(exported.read_bytes()))

    assert "Nothing was changed" in run(
        "two", "config", "import", str(exported), "--accepted-by", "Trần Thu Hà", code=1
    )
    assert not (tmp_path / "two" / "settings.toml").exists()


def test_the_export_holds_no_address_of_a_printer(exported):
    assert "192.0.2.10" not in exported.read_text("utf-8")


def test_an_import_shows_what_it_would_change_and_one_can_go_back(run, exported, tmp_path):
    run("two", "config", "set", "printer.paper_mm", "58")
    shown = json.loads(run("two", "config", "import", str(exported), "--json", code=3))
    assert {"key": "printer.paper_mm", "before": "58", "after": "80"} in shown["changes"]
    assert "printer.paper_mm: 58 -> 80" in run("two", "config", "import", str(exported), code=3)
    assert "Nothing was changed" in run("two", "config", "back", "--by", "Trần Thu Hà", code=1)

    run("two", "config", "import", str(exported), "--accepted-by", "Trần Thu Hà")
    run("two", "config", "back", "--by", "Trần Thu Hà")

    back = tomllib.loads((tmp_path / "two" / "settings.toml").read_text("utf-8"))
    assert back == {"printer": {"paper_mm": 58}}
