"""Every command, in every state a kiosk's folder may be in: an answer, a code, never a traceback.

A command that is added is caught: it must stand in CALLS, with arguments that mean something.
"""

import fcntl
import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk.cli import COMMANDS, app
from tests.unit.commands.test_commands_page import PAGE, WITHOUT_JSON, offered

CALLS: dict[str, list[str]] = {
    "run": [],
    "tour": [],
    "search": ["khai sinh"],
    "catalogue history": [],
    "catalogue renew": ["--by", "Lê Văn Bình"],
    "catalogue misses": [],
    "catalogue name": ["giấy khai sinh", "1.001193", "--by", "Lê Văn Bình"],
    "catalogue import": ["{file}", "--accepted-by", "Lê Văn Bình"],
    "catalogue diff": ["2026-01-01-0123456789"],
    "catalogue apply": ["2026-01-01-0123456789", "--accepted-by", "Lê Văn Bình"],
    "catalogue rollback": ["--accepted-by", "Lê Văn Bình"],
    "catalogue verify": [],
    "catalogue export": ["{out}"],
    "catalogue stats": [],
    "catalogue overlays list": [],
    "catalogue overlays add": ["1.001193", "note", "Mang bản chính.", "--by", "Lê Văn Bình"],
    "catalogue overlays remove": ["1", "--by", "Lê Văn Bình"],
    "update status": [],
    "update fetch": ["{folder}"],
    "update trust": ["0" * 64],
    "update path": ["kiosk.deb"],
    "printer preview": ["--out", "{out}"],
    "printer list": [],
    "printer status": [],
    "printer test": [],
    "printer discover": [],
    "printer watch": ["--times", "1"],
    "printer emulate": ["--port", "{taken}", "--out", "{folder}"],
    "outbox list": [],
    "outbox retry": [],
    "outbox export": ["{out}"],
    "portal status": [],
    "portal enrol": ["HNPK1"],
    "portal sync": [],
    "staff list": [],
    "staff add": ["Lê Văn Bình"],
    "staff reset": ["Lê Văn Bình"],
    "staff remove": ["Lê Văn Bình"],
    "audit verify": [],
    "audit list": [],
    "config show": [],
    "config check": [],
    "config set": ["printer.paper_mm", "58"],
    "config reference": [],
    "config path": [],
    "config export": ["{out}", "--by", "Lê Văn Bình"],
    "config import": ["{file}", "--accepted-by", "Lê Văn Bình"],
    "config back": ["--by", "Lê Văn Bình"],
    "doctor": [],
}
SHOWING = ("run", "tour")
"""They open screens; what they do is tested where screens are."""
CODES = {
    group: {0, 1, 2} | {code for code in (3, 4) if f" · {code} " in line}
    for group, line in (
        (group, next(row for row in section.splitlines() if row.startswith("Exit codes: ")))
        for group in COMMANDS
        for section in (PAGE.split(f"## kiosk {group}\n")[1],)
    )
}
QUIET = sorted(set(CALLS) - set(SHOWING))
FILES = sorted(words for words, arguments in CALLS.items() if "{file}" in arguments)
OUTS = sorted(words for words, arguments in CALLS.items() if "{out}" in arguments)
NO_TEXT = b"\x00\xff\xfe not a file of ours \x80"


def _fresh(home: Path) -> None:
    """A machine on which nothing was started yet."""
    assert not home.exists()


def _settings_broken(home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_bytes(b"[printer\npaper_mm = ")


def _everything_broken(home: Path) -> None:
    """Each file a command opens holds bytes nobody wrote, in both rooms."""
    for folder in (home, home / "demo"):
        (folder / "catalogue" / "versions").mkdir(parents=True)
        (folder / "staff").mkdir()
        (folder / "updates").mkdir()
        for name in (
            "settings.toml",
            "settings.good.toml",
            "kiosk-identity.json",
            "outbox.db",
            "mark.json",
            "catalogue/current",
            "catalogue/versions/2026-01-01-0123456789.db",
            "catalogue/misses.json",
            "catalogue/history.jsonl",
            "staff/persons.json",
            "staff/audit.jsonl",
            "updates/kept.json",
            "updates/root.json",
        ):
            (folder / name).write_bytes(NO_TEXT)


def _home_is_a_file(home: Path) -> None:
    home.write_text("no folder", "utf-8")


def _folders_instead_of_files(home: Path) -> None:
    for folder in (home, home / "demo"):
        for name in ("settings.toml", "kiosk-identity.json", "outbox.db", "staff/persons.json"):
            (folder / name).mkdir(parents=True)
        (folder / "staff" / "audit.jsonl").mkdir(parents=True)
        (folder / "catalogue" / "current").mkdir(parents=True)


STATES = (_fresh, _settings_broken, _everything_broken, _home_is_a_file, _folders_instead_of_files)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kiosk's folder that is not there yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("KIOSK_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def typed(
    words: str, tmp_path: Path, *more: str, file: Path | None = None, out: Path | None = None
) -> Result:
    """Type a command with its arguments of CALLS and a PIN for those who ask."""
    listed = tmp_path / "listed.jsonl"
    listed.write_text("{}\n", "utf-8")
    (tmp_path / "folder").mkdir(exist_ok=True)
    given = {
        "{file}": str(file or listed),
        "{out}": str(out or tmp_path / "written.bin"),
        "{folder}": str(tmp_path / "folder"),
    }
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given["{taken}"] = str(taken.getsockname()[1])
        arguments = [given.get(argument, argument) for argument in CALLS[words]]
        return CliRunner().invoke(app, [*words.split(), *arguments, *more], input="24680135\n24680135\n")


def judged(words: str, result: Result) -> None:
    """Refuse a traceback and a code that the page does not tell."""
    crashed = result.exception is not None and not isinstance(result.exception, SystemExit)
    assert not crashed, f"kiosk {words}: {result.exception!r}"
    assert result.exit_code in CODES[words.split(maxsplit=1)[0]], result.output
    if result.exit_code != 0:
        assert (result.stdout + result.stderr).strip(), "it ended without a word"


def is_json(text: str) -> bool:
    """Return whether a text is one value, or one a line."""
    for parts in ([text], text.splitlines()):
        try:
            for part in parts:
                json.loads(part)
        except ValueError:
            continue
        return True
    return not text


def test_every_command_of_the_program_is_called_here() -> None:
    assert set(CALLS) == set(offered())


@pytest.mark.parametrize("words", sorted(offered()))
def test_every_command_tells_about_itself(words: str) -> None:
    done = CliRunner().invoke(app, [*words.split(), "--help"])

    assert done.exit_code == 0
    assert words.rsplit(maxsplit=1)[-1] in done.stdout


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", sorted(CALLS))
@pytest.mark.parametrize("wrong", ["--no-such-option", "a word too many"])
def test_a_wrong_call_is_code_2_and_says_how_to_call(words: str, wrong: str, tmp_path: Path) -> None:
    if words == "search" and not wrong.startswith("--"):
        pytest.skip("it takes as many words as people type")
    extra = [wrong] if wrong.startswith("--") else ["a", "b", "c", "d", "e"]
    done = typed(words, tmp_path, *extra)

    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    assert "Usage: " in done.stderr


@pytest.mark.parametrize("words", QUIET)
def test_whatever_the_files_hold_people_get_an_answer_and_no_traceback(
    home: Path, tmp_path: Path, words: str
) -> None:
    _everything_broken(home)
    judged(words, typed(words, tmp_path))


@pytest.mark.parametrize(
    "state", [STATES[0], *(pytest.param(one, marks=pytest.mark.long) for one in STATES[1:])]
)
@pytest.mark.parametrize("words", [words for words in QUIET if words not in WITHOUT_JSON])
def test_with_json_standard_output_holds_json_and_nothing_else(
    home: Path, tmp_path: Path, words: str, state: Callable[[Path], None]
) -> None:
    state(home)
    done = typed(words, tmp_path, "--json")

    judged(words, done)
    assert is_json(done.stdout), done.stdout
    if done.exit_code == 0:
        assert done.stdout.strip(), "it was done, and programs are told nothing"


@pytest.mark.parametrize(
    ("call", "option"),
    [
        (["printer", "emulate"], "--port=70000"),
        (["printer", "emulate"], "--port=-1"),
        (["printer", "emulate"], "--paper-mm=72"),
        (["printer", "watch"], "--every=soon"),
        (["outbox", "list"], "--limit=many"),
        (["run"], "--exit-after-s=never"),
    ],
)
def test_a_value_out_of_bounds_is_code_2_and_names_the_option(call: list[str], option: str) -> None:
    done = CliRunner().invoke(app, [*call, option])

    assert done.exit_code == 2
    assert option.split("=", maxsplit=1)[0] in done.stderr


@pytest.mark.parametrize("as_json", [False, True])
def test_what_the_machine_refuses_is_one_sentence_that_names_the_place(
    home: Path, tmp_path: Path, as_json: bool
) -> None:
    _home_is_a_file(home)
    done = typed("update status", tmp_path, *(["--json"] if as_json else []))
    said = json.loads(done.stderr)["error"] if as_json else done.stderr

    assert done.exit_code == 1
    assert str(home) in said
    assert "Not a directory" in said


def test_a_fault_of_ours_stays_a_traceback(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(_home: Path) -> None:
        raise ValueError(home)

    monkeypatch.setattr("kiosk.commands.config.load_settings", fault)

    assert isinstance(CliRunner().invoke(app, ["config", "show"]).exception, ValueError)


def test_the_doctor_looks_at_all_else_when_one_thing_cannot_be_looked_at(home: Path, tmp_path: Path) -> None:
    _home_is_a_file(home)
    found = {row["what"]: row for row in json.loads(typed("doctor", tmp_path, "--json").stdout)["findings"]}

    assert found["Home"]["meaning"].endswith("is no folder")
    assert found["Updates"]["meaning"] == "cannot be looked at: Not a directory"
    assert found["Clock"]["state"] == "ok"


@pytest.mark.parametrize("words", QUIET)
def test_beside_a_kiosk_that_holds_the_outbox_and_does_not_answer_nothing_is_touched(
    home: Path, tmp_path: Path, words: str
) -> None:
    room = home / "demo"
    room.mkdir(parents=True)
    with (room / "outbox.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        judged(words, typed(words, tmp_path))

    assert not (room / "outbox.db").exists()


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", FILES)
@pytest.mark.parametrize("kind", ["missing", "folder", "no text", "empty"])
def test_a_file_that_cannot_be_used_is_refused_by_its_name(words: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "given.jsonl"
    if kind == "folder":
        file.mkdir()
    elif kind != "missing":
        file.write_bytes(NO_TEXT if kind == "no text" else b"")
    done = typed(words, tmp_path, file=file)

    judged(words, done)
    assert done.exit_code != 0
    assert "given" in "".join(done.stderr.split())


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("words", OUTS)
@pytest.mark.parametrize("kind", ["folder", "below a file"])
def test_a_place_where_nothing_can_be_written_is_refused(words: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / "place").mkdir() if kind == "folder" else (tmp_path / "place").write_text("", "utf-8")
    done = typed(words, tmp_path, out=tmp_path / "place" if kind == "folder" else tmp_path / "place" / "file")

    judged(words, done)
