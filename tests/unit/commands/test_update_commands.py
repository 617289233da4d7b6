import gzip
import json

import pytest
import typer
from typer.testing import CliRunner

from config.loading import load_settings
from kiosk.commands.update import update_app
from offline_cache.audit_file import AuditFile
from tests.portal.fixtures import running
from tests.trust.city_repository import CityRepository, new_keys

app = typer.Typer()
app.add_typer(update_app, name="update")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def city(tmp_path):
    city = CityRepository(tmp_path / "usb" / "kiosk-update", new_keys())
    city.create()
    return city


def run(*arguments):
    return CliRunner().invoke(app, ["update", *map(str, arguments)])


def catalogue(*names):
    rows = ({"code": f"1.{n:06d}", "name": name, "field": "Hộ tịch"} for n, name in enumerate(names, start=1))
    return gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())


def test_out_of_the_box_the_status_says_that_the_keys_are_trial_keys():
    done = run("status")

    assert done.exit_code == 0
    assert "Trial keys" in done.output
    assert "Nothing was fetched yet" in done.output
    assert "--accepted-by" in done.output


def test_a_kiosk_that_is_not_enrolled_is_told_to_enrol_and_how_unsigned_files_are_taken(home):
    (home / "settings.toml").write_text('[kiosk]\nmode = "guide"\n')

    done = run("status")

    assert done.exit_code == 1
    assert "Enrol it first" in done.output
    assert "--accepted-by" in done.output


def test_a_stick_is_fetched_after_the_root_was_trusted_and_the_catalogue_is_live(city, tmp_path):
    city.publish({"catalogue.jsonl.gz": catalogue("Đăng ký khai sinh"), "settings.toml": b""})
    assert run("trust", city.root_sha256()).exit_code == 0

    done = run("fetch", tmp_path / "usb", "--json")

    said = json.loads(done.stdout)
    assert done.exit_code == 0
    assert {file["name"] for file in said["new"]} == {"catalogue.jsonl.gz", "settings.toml"}
    assert said["catalogue"]["applied"]
    assert not said["demo_keys"]
    assert json.loads(run("status", "--json").stdout)["editions"][0] == ["root", 1]
    assert run("path", "settings.toml").exit_code == 0


def test_a_refusal_is_told_in_both_languages_with_what_was_seen(city, tmp_path):
    done = run("fetch", tmp_path / "usb", "--json")

    error = json.loads(done.stdout)["error"]
    assert done.exit_code == 1
    assert error["problem"] == "wrong_key"
    assert "thành phố" in error["words"]["vi"]
    assert error["place"] == "timestamp.json"


def test_a_catalogue_that_loses_much_is_staged_and_the_exit_code_says_so(city, tmp_path):
    names = [f"Thủ tục {number}" for number in range(40)]
    run("trust", city.root_sha256())
    city.publish({"catalogue.jsonl.gz": catalogue(*names)})
    run("fetch", tmp_path / "usb", "--despite-warnings")
    city.publish({"catalogue.jsonl.gz": catalogue(*names[:3])})

    done = run("fetch", tmp_path / "usb")

    assert done.exit_code == 3
    assert "look before applying" in done.output
    assert "kiosk catalogue apply" in done.output


def test_a_signed_file_that_is_no_catalogue_leaves_the_live_one(city, tmp_path):
    run("trust", city.root_sha256())
    city.publish({"catalogue.jsonl.gz": b"%PDF-1.7"})

    done = run("fetch", tmp_path / "usb")

    assert done.exit_code == 4
    assert "live one stays" in done.output


def test_without_an_address_the_command_says_where_to_write_it(home):
    (home / "settings.toml").write_text('[kiosk]\nmode = "demo"\n[updates]\nurl = ""\n')

    done = run("fetch")

    assert done.exit_code == 1
    assert "settings.toml" in done.output


def test_a_path_of_nothing_is_refused():
    assert run("path", "settings.toml").exit_code == 1


def test_the_reference_portal_serves_a_trial_repository(tmp_path, home):
    with running(tmp_path / "portal") as portal:
        (home / "settings.toml").write_text(f'[updates]\nurl = "{portal.url}/tuf"\n')

        done = run("fetch")

    assert done.exit_code == 0, done.output
    assert "Trial keys" in done.output
    assert "portal-keys.json" in done.output


def test_the_reference_portal_serves_nothing_else_under_its_updates(tmp_path):
    import requests

    with running(tmp_path / "portal") as portal:
        for path in ("metadata/..%2f..%2fportal.db", "metadata/none.json", "targets/.hidden"):
            assert requests.get(f"{portal.url}/tuf/{path}", timeout=30).status_code == 404


def test_the_citys_settings_and_calendar_are_in_force_at_once_and_stand_in_the_log_of_acts(
    city, tmp_path, home
):
    calendar = b'{"v": 1, "closed_days": [{"from": "2027-02-05", "name": "T\\u1ebft"}]}'
    city.publish({"settings.toml": b"[visit]\nask_after_s = 50\n", "calendar.json": calendar})
    run("trust", city.root_sha256())

    said = json.loads(run("fetch", tmp_path / "usb", "--json").stdout)
    again = json.loads(run("fetch", tmp_path / "usb", "--json").stdout)

    assert said["in_force"] == ["in force: visit.ask_after_s = 50", "in force: calendar of 1 days"]
    assert again["in_force"] == []
    assert load_settings(home).settings.visit.ask_after_s == 50
    assert [(act.who, act.act) for act in AuditFile(home).latest(9)] == [
        ("Thành phố", "city_calendar"),
        ("Thành phố", "city_settings"),
    ]


def test_settings_of_the_city_that_cannot_be_used_are_told_and_change_nothing(city, tmp_path, home):
    city.publish({"settings.toml": b"[visit]\nask_after_s = 1\n", "calendar.json": b"{}"})
    run("trust", city.root_sha256())

    said = json.loads(run("fetch", tmp_path / "usb", "--json").stdout)

    assert [line.partition(":")[0] for line in said["in_force"]] == [
        "settings.toml not in force",
        "calendar.json not in force",
    ]
    assert not (home / "settings.city.toml").exists()
