"""`kiosk printer` as a technician types it."""

import json
import threading
import time

import pytest
from typer.testing import CliRunner

from kiosk.commands.printer import printer_app
from printers.emulator.engine import Engine
from printers.emulator.faults import Faults
from printers.emulator.fronts import TcpFront


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def front(home):
    made = TcpFront(Engine(time.monotonic, head_mm_s=4000))
    thread = threading.Thread(target=made.run)
    thread.start()
    text = f'[printer]\ndriver = "escpos_network"\naddress = "127.0.0.1:{made.port}"\nproof = "process_id"\n'
    (home / "settings.toml").write_text(text, encoding="utf-8")
    yield made
    made.stop()
    thread.join(5)


def run(*words):
    result = CliRunner().invoke(printer_app, [*words, "--json"])
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_the_list_names_the_printer_and_all_drivers(home):
    code, (value,) = run("list")

    assert code == 0
    assert value["printer"]["driver"] == "virtual"
    assert "escpos_usb" in value["drivers"]


def test_the_virtual_printer_prints_its_test_page_on_disk(home, qapp):
    code, (value,) = run("test")

    assert (code, value["proof"]) == (0, "paper")
    assert len(list((home / "paper").glob("*.png"))) == 1


def test_status_says_what_is_wrong_and_what_to_do(front):
    front.engine.sensors.cover_open = True

    code, (value,) = run("status")

    assert (code, value["condition"], value["todo"]) == (1, "cover_open", "Close the cover.")


def test_a_printer_that_does_not_answer_is_not_known(front):
    front.engine.faults = Faults(silent={"dle_eot"})

    code, (value,) = run("status")

    assert (code, value["condition"]) == (3, "unknown")


@pytest.mark.parametrize(("silent", "proof", "code"), [(set(), "process_id", 0), ({"gs_h"}, "fence", 0)])
def test_the_test_page_finds_what_a_printer_can_prove(front, qapp, monkeypatch, silent, proof, code):
    import printers.escpos_printer

    monkeypatch.setattr(printers.escpos_printer, "confirm_deadline_s", lambda _: 0.5)
    front.engine.faults = Faults(silent=silent)

    exit_code, (value,) = run("test", "--find-proof")

    assert (exit_code, value["proof"]) == (code, proof)
    assert f'Kept: proof "{proof}"' in value["todo"]
    assert run("list")[1][0]["printer"]["proof"] == proof


def test_a_page_without_paper_says_so(front, qapp):
    front.engine.sensors.paper_out = True

    code, (value,) = run("test")

    assert (code, value["condition"], value["may_have_printed"]) == (1, "paper_out", False)


def test_watching_says_each_change_once(front):
    code, lines = run("watch", "--every", "1", "--times", "2")

    assert code == 0
    assert [line["condition"] for line in lines] == ["ready"]


def test_settings_that_cannot_be_used_are_refused(home):
    (home / "settings.toml").write_text('[printer]\ndriver = "escpos_network"\n', encoding="utf-8")

    result = CliRunner().invoke(printer_app, ["status"])

    assert result.exit_code == 2
    assert "address" in result.output


@pytest.mark.parametrize("words", [["emulate", "--fault", "burn"], ["discover", "--network", "10.0.0.0/8"]])
def test_what_cannot_be_done_is_refused_with_the_reason(home, words):
    result = CliRunner().invoke(printer_app, words)

    assert result.exit_code == 2
    assert "Refused" in result.output
