import json

import pytest
import typer
from typer.testing import CliRunner

from kiosk.commands.catalogue import catalogue_app
from kiosk.commands.search import search_command

app = typer.Typer()
app.add_typer(catalogue_app, name="catalogue")
app.command("search")(search_command)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def file(tmp_path):
    rows = [
        {"code": f"2.00000{number}", "name": f"Thủ tục đăng ký tàu cá số {number}", "field": "Thủy sản"}
        for number in range(12 % 10)
    ]
    path = tmp_path / "new.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_an_import_without_a_name_is_staged_and_says_how_to_apply(file):
    done = run("catalogue", "import", file)

    assert done.exit_code == 3
    assert "kiosk catalogue apply" in done.output


def test_an_import_with_a_name_is_live_and_counted(file):
    done = run("catalogue", "import", file, "--accepted-by", "Lan", "--json")
    summary = json.loads(done.stdout)

    assert done.exit_code == 0
    assert summary["applied"]
    assert (summary["procedures"], summary["added"], summary["refused"]) == (2, 2, [])
    assert summary["live"] == summary["version"]


def test_refused_rows_are_listed_and_the_exit_code_says_so(file):
    with file.open("a", encoding="utf-8") as opened:
        opened.write('{"code": "bad", "name": "x"}\n')

    done = run("catalogue", "import", file, "--accepted-by", "Lan")

    assert done.exit_code == 4
    assert "line 3, code" in done.output


def test_a_file_of_another_kind_is_refused_and_changes_nothing(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")

    done = run("catalogue", "import", tmp_path / "x.pdf", "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout)["error"]["file"] == "x.pdf"


def test_rolling_back_verifying_and_stats_name_the_live_version(file):
    run("catalogue", "import", file, "--accepted-by", "Lan")
    applied = json.loads(run("catalogue", "stats", "--json").stdout)["live"]["version"]

    back = json.loads(run("catalogue", "rollback", "--accepted-by", "Lan", "--json").stdout)
    sound = json.loads(run("catalogue", "verify", "--json").stdout)

    assert back["version"] == sound["version"] != applied


def test_a_narrow_window_shows_each_version_whole_so_that_it_can_be_typed(file):
    run("catalogue", "import", file)
    staged = json.loads(run("catalogue", "stats", "--json").stdout)["versions"]

    shown = run("catalogue", "stats").stdout

    assert all(entry["version"] in shown for entry in staged)


def test_an_export_can_be_imported_and_brings_nothing_new(file, tmp_path):
    run("catalogue", "import", file, "--accepted-by", "Lan")
    run("catalogue", "export", tmp_path / "out.jsonl.gz")

    summary = json.loads(run("catalogue", "import", tmp_path / "out.jsonl.gz", "--json").stdout)

    assert (summary["added"], summary["changed"], summary["removed"]) == (0, 0, 0)


def test_a_batch_is_answered_in_order_with_ten_codes_where_there_are_that_many(tmp_path):
    batch = tmp_path / "q.jsonl"
    batch.write_text('{"id": "b", "query": "khai sinh"}\n{"id": 7, "query": "zzzz"}\n', encoding="utf-8")

    lines = [json.loads(line) for line in run("search", "--batch", batch, "--json").stdout.splitlines()]

    assert [line["id"] for line in lines] == ["b", 7]
    assert [set(line) for line in lines] == [{"id", "ranked", "confident", "ms"}] * 2
    assert len(lines[0]["ranked"]) == 10
    assert lines[0]["ranked"][0] == "1.001193"
    assert lines[0]["confident"]
    assert not lines[1]["confident"]


def test_a_file_given_as_catalogue_is_built_once_and_searched(file, home):
    first = run("search", "tàu cá", "--catalogue", file, "--json")
    built = list(home.rglob("*.sqlite"))
    again = run("search", "tàu cá", "--catalogue", file, "--json")

    assert json.loads(first.stdout)["ranked"] == json.loads(again.stdout)["ranked"]
    assert json.loads(first.stdout)["ranked"][0].startswith("2.00000")
    assert list(home.rglob("*.sqlite")) == built


def test_an_unknown_version_is_refused():
    assert run("search", "khai sinh", "--catalogue", "1999-01-01-none").exit_code == 1
