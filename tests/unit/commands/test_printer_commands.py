"""`kiosk printer` as a technician types it."""

import json
import threading
import time

import pytest
from PIL import Image
from typer.testing import CliRunner

from kiosk.commands.printer import printer_app
from kiosk.domain.print_documents import DocumentKind, Number
from kiosk.domain.sheet_parts import DEMO_MARK
from kiosk.domain.sheet_previews import PreviewFrame, preview_sheet
from printers.emulator.engine import Engine
from printers.emulator.faults import Faults
from printers.emulator.fronts import TcpFront
from tests.fakes.sheets import HALL, NOW, PROCEDURE


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


@pytest.mark.parametrize("paper_mm", ["80", "58"])
@pytest.mark.parametrize("kind", [kind.value for kind in DocumentKind])
def test_every_sheet_can_be_looked_at_and_says_that_it_is_worth_nothing(home, qapp, kind, paper_mm):
    out = home / "sheet.png"

    code, (value,) = run("preview", "--sheet", kind, "--paper-mm", paper_mm, "--out", str(out))

    assert (code, value["dots"][0]) == (0, {"80": 576, "58": 384}[paper_mm])
    with Image.open(out) as picture:
        assert list(picture.size) == value["dots"]


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind is not DocumentKind.TEST_PAGE])
def test_a_preview_bears_the_mark_of_a_trial_and_no_real_number(kind):
    frame = PreviewFrame(
        hall=HALL,
        procedure=PROCEDURE,
        language="vi",
        now=NOW,
        taken_at=None,
        kiosk="0000",
        printer="Máy in",
        paper_mm=80,
    )

    blocks = preview_sheet(kind, frame).blocks

    assert DEMO_MARK in [getattr(block, "text", "") for block in blocks]
    numbers = ["".join(block.lines) for block in blocks if isinstance(block, Number)]
    assert all(number == "H-0000" or number.startswith("PK 900 000000-") for number in numbers)


def test_a_preview_of_an_unknown_procedure_names_it(home, qapp):
    words = ["preview", "--sheet", "slip", "--procedure", "9.999999", "--out", str(home / "x.png")]

    result = CliRunner().invoke(printer_app, words)

    assert result.exit_code == 1
    assert "9.999999" in result.stderr
    assert not (home / "x.png").exists()
