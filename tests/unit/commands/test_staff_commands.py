import json

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from offline_cache.staff_book import Argon2Hashing
from tests.fakes.staff import QuickHashing

PIN = "58203714\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    quick = QuickHashing()
    monkeypatch.setattr(Argon2Hashing, "hash", lambda _self, pin: quick.hash(pin))
    monkeypatch.setattr(Argon2Hashing, "matches", lambda _self, hashed, pin: quick.matches(hashed, pin))

    def invoke(*arguments, pin="", code=0):
        done = CliRunner().invoke(app, arguments, input=pin)
        assert done.exit_code == code, done.output
        return done.output

    return invoke


def test_persons_are_added_listed_and_removed(run):
    run("staff", "add", "Lê Văn Bình", "--role", "technician", pin=PIN)
    run("staff", "add", "Trần Thu Hà", pin=PIN)

    said = json.loads(run("staff", "list", "--json"))
    assert [(one["name"], one["role"]) for one in said["persons"]] == [
        ("Lê Văn Bình", "technician"),
        ("Trần Thu Hà", "staff"),
    ]
    assert json.loads(run("staff", "remove", "Trần Thu Hà", "--json"))["done"] == "person_removed"
    assert "last technician" in run("staff", "remove", "Lê Văn Bình", code=1)


def test_a_pin_that_cannot_be_taken_is_refused_in_words(run):
    assert "eight digits" in run("staff", "add", "Lê Văn Bình", pin="1234\n", code=1)
    assert "Choose another" in run("staff", "add", "Lê Văn Bình", pin="11111111\n", code=1)
    assert "Nobody yet" in run("staff", "list")


def test_a_reset_needs_a_person_who_is_there(run):
    said = json.loads(run("staff", "reset", "Ai đó", "--json", pin=PIN, code=1))

    assert "nobody of this name" in said["error"]


def test_every_act_stands_in_the_log_which_verifies(run, tmp_path):
    run("staff", "add", "Lê Văn Bình", "--role", "technician", pin=PIN)
    run("staff", "reset", "Lê Văn Bình", pin=PIN)

    entries = json.loads(run("audit", "list", "--json"))["entries"]
    assert [entry["act"] for entry in entries] == ["pin_reset", "person_added"]
    assert "all in order" in run("audit", "verify")
    assert "58203714" not in (tmp_path / "staff" / "audit.jsonl").read_text()

    log = tmp_path / "staff" / "audit.jsonl"
    log.write_bytes(log.read_bytes().replace(b"pin_reset", b"pin_reser"))
    assert json.loads(run("audit", "verify", "--json", code=1))["sound"] is False
    assert "was changed" in run("audit", "verify", code=1)
