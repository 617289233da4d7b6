"""`kiosk catalogue history|renew|misses|name|overlays`, as a member of staff types them."""

import json
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from config.system_clock import SystemClock
from kiosk.commands.catalogue import catalogue_app
from kiosk.commands.outbox import opened_outbox

app = typer.Typer()
app.add_typer(catalogue_app, name="catalogue")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def run(*arguments):
    return CliRunner().invoke(app, ["catalogue", *map(str, arguments)])


def test_a_fee_added_is_listed_and_told_in_history():
    added = run("overlays", "add", "1.001193", "fee", "8000", "--by", "Nguyễn Lan")
    assert added.exit_code == 0

    listed = json.loads(run("overlays", "list", "--json").stdout)
    history = json.loads(run("history", "--json").stdout)

    assert [(kept["code"], kept["value"], kept["by"]) for kept in listed["overlays"]] == [
        ("1.001193", "8000", "Nguyễn Lan")
    ]
    assert [(event["action"], event["by"], event["note"]) for event in history["events"]] == [
        ("renewed", "Nguyễn Lan", "1.001193 fee")
    ]
    assert "renewed by Nguyễn Lan" in run("history").stdout
    assert "1.001193 fee: 8000" in run("overlays", "list").stdout


def test_what_cannot_be_taken_is_refused_and_says_why():
    refused = run("overlays", "add", "1.001193", "popularity", "999", "--by", "Lan", "--json")

    assert refused.exit_code == 1
    assert json.loads(refused.stdout)["error"]["field"] == "popularity"
    assert run("overlays", "add", "9.999999", "fee", "1", "--by", "Lan").exit_code == 1
    assert run("overlays", "remove", 7, "--by", "Lan").exit_code == 1


def test_an_overlay_is_taken_away_by_its_number():
    run("overlays", "add", "1.001193", "counter", "Quầy 3", "--by", "Lan", "--to", "2099-12-31")
    assert "until 31/12/2099" in run("overlays", "list").stdout

    assert run("overlays", "remove", 1, "--by", "Hoa").exit_code == 0
    assert "added nothing" in run("overlays", "list").stdout


def test_misses_are_listed_and_one_becomes_a_name():
    with opened_outbox(as_json=False) as files:
        files.misses.count(["giấy đẻ con"], day=date(2026, 11, 24))
    assert "giay de con" in run("misses").stdout

    named = run("name", "giấy đẻ con", "1.001193", "--by", "Lan")

    assert named.exit_code == 0
    assert json.loads(run("misses", "--json").stdout) == {"misses": []}


def test_a_catalogue_up_to_date_is_not_renewed_again():
    today = SystemClock().now().date()
    run("renew", "--json")

    again = run("renew", "--today", today.isoformat(), "--json")

    assert json.loads(again.stdout) == {"renewed": None}


def test_a_history_somebody_changed_is_shown_with_what_is_wrong(home):
    run("overlays", "add", "1.001193", "fee", "8000", "--by", "Lan")
    file = home / "catalogue" / "history.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("Lan", "Ai đó"), encoding="utf-8")

    assert "line 1" in json.loads(run("history", "--json").stdout)["damage"]
