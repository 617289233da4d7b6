"""From the settings to a printer: every key reaches its driver, and what cannot be used stops nothing."""

import pytest
from msgspec import structs

from config.loading import SettingsRejected, parse_settings
from kiosk.domain.print_jobs import Proof
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome
from printers import DRIVERS, driver_module
from printers.driver import settings_of
from printers.proof_file import ProofFile
from printers.setup import driver_table, set_up_printer
from printers.spare import WithSpare
from tests.fakes.printing import Steps
from tests.fakes.sheets import a_short_sheet

ADDRESS = {
    "virtual": "",
    "escpos_network": "127.0.0.1:1",
    "escpos_usb": "04b8:0202:X1",
    "escpos_serial": "/dev/ttyNONE",
    "escpos_file": "/dev/none",
}


def tables(text, tmp_path):
    settings = parse_settings(text.encode(), tmp_path / "settings.toml")
    return structs.asdict(settings.printer), structs.asdict(settings.spare_printer)


class ScriptedPrinter:
    """Takes sheets, or refuses them before or after the first byte."""

    def __init__(self, name, *, condition=PrinterCondition.READY, breaks=False):
        self.name, self.paper_width_dots = name, 576
        self.condition, self.breaks = condition, breaks
        self.sheets = []

    def read_condition(self):
        return self.condition

    def print_document(self, document, progress):
        if self.condition is not PrinterCondition.READY:
            raise PrinterError("no", condition=self.condition, may_have_printed=False)
        progress.before_first_byte()
        if self.breaks:
            raise PrinterError("broke", condition=PrinterCondition.UNREACHABLE, may_have_printed=True)
        progress.all_bytes_sent(9)
        self.sheets.append(document.document_id)
        return PrintOutcome(bytes_sent=9, proof=Proof.FENCE)

    def close(self):
        return


@pytest.mark.parametrize("kind", [kind for kind, _ in DRIVERS])
def test_the_settings_of_every_driver_are_taken_by_it(kind, tmp_path):
    printer, _ = tables(f'[printer]\ndriver = "{kind}"\naddress = "{ADDRESS[kind]}"\n', tmp_path)

    typed = settings_of(driver_module(kind), driver_table(printer, tmp_path))

    assert typed.driver == kind


@pytest.mark.parametrize(
    ("kind", "key", "text", "value"),
    [
        ("escpos_network", "shared", "true", True),
        ("escpos_serial", "flow", '"xon_xoff"', "xon_xoff"),
        ("escpos_serial", "baud", "19200", 19200),
        ("virtual", "keep", "3", 3),
        ("escpos_usb", "address", '"04b8:0202:X9"', "04b8:0202:X9"),
    ],
)
def test_a_key_of_one_driver_reaches_it(kind, key, text, value, tmp_path):
    more = "" if key == "address" else f'address = "{ADDRESS[kind]}"\n'
    printer, _ = tables(f'[printer]\ndriver = "{kind}"\n{more}{key} = {text}\n', tmp_path)

    assert getattr(settings_of(driver_module(kind), driver_table(printer, tmp_path)), key) == value


@pytest.mark.parametrize(
    ("section", "line", "value"),
    [
        ("printer", 'flow = "wave"', "wave"),
        ("printer", "baud = 1200", "1200"),
        ("printer", "keep = 0", "0"),
        ("spare_printer", 'driver = "laser"', "laser"),
    ],
)
def test_a_value_that_is_none_is_refused_by_file_key_and_value(section, line, value, tmp_path):
    with pytest.raises(SettingsRejected) as caught:
        tables(f"[{section}]\n{line}\n", tmp_path)

    text = str(caught.value)
    assert all(part in text for part in ("settings.toml:2", f"{section}.{line.split()[0]}", value))


def test_an_address_that_is_none_leaves_a_kiosk_without_paper_but_running(tmp_path, qapp):
    printer, spare = tables('[printer]\ndriver = "escpos_usb"\naddress = "nonsense"\n', tmp_path)

    unusable = set_up_printer(printer, spare, tmp_path)

    assert unusable.read_condition() is PrinterCondition.UNREACHABLE
    with pytest.raises(PrinterError, match="nonsense") as caught:
        unusable.print_document(a_short_sheet(), Steps())
    assert not caught.value.may_have_printed


def test_a_spare_in_the_settings_prints_what_the_first_cannot_take(tmp_path, qapp):
    text = (
        '[printer]\ndriver = "escpos_network"\naddress = "127.0.0.1:1"\n[spare_printer]\ndriver = "virtual"\n'
    )
    printer, spare = tables(text, tmp_path)
    both = set_up_printer(printer, spare, tmp_path)

    outcome = both.print_document(a_short_sheet("a"), Steps())
    both.close()

    assert outcome.proof is Proof.PAPER
    assert [file.name for file in (tmp_path / "paper").iterdir()] == ["slip-a-1.png"]


def test_a_sheet_the_first_printer_began_never_goes_to_the_spare():
    first, spare = ScriptedPrinter("first", breaks=True), ScriptedPrinter("spare")

    with pytest.raises(PrinterError) as caught:
        WithSpare(first, spare).print_document(a_short_sheet(), Steps())

    assert caught.value.may_have_printed
    assert spare.sheets == []


def test_where_both_cannot_print_the_first_one_says_why():
    first = ScriptedPrinter("first", condition=PrinterCondition.PAPER_OUT)
    spare = ScriptedPrinter("spare", condition=PrinterCondition.COVER_OPEN)
    both, steps = WithSpare(first, spare), Steps()

    with pytest.raises(PrinterError) as caught:
        both.print_document(a_short_sheet(), steps)

    assert caught.value.condition is PrinterCondition.PAPER_OUT
    assert both.read_condition() is PrinterCondition.PAPER_OUT
    assert steps.seen == []


def test_the_first_printer_is_used_again_once_it_is_well():
    first = ScriptedPrinter("first", condition=PrinterCondition.OFFLINE)
    spare = ScriptedPrinter("spare")
    both = WithSpare(first, spare)

    assert both.read_condition() is PrinterCondition.READY
    both.print_document(a_short_sheet("a"), Steps())
    first.condition = PrinterCondition.READY
    both.print_document(a_short_sheet("b"), Steps())

    assert (spare.sheets, first.sheets) == (["a"], ["b"])


class LateRefusal(ScriptedPrinter):
    """Says it is ready, and then does not take the first byte."""

    def print_document(self, document, progress):
        progress.before_first_byte()
        raise PrinterError("gone", condition=PrinterCondition.UNREACHABLE, may_have_printed=False)


def test_the_journal_hears_of_the_first_byte_once_though_two_printers_tried():
    steps, spare = Steps(), ScriptedPrinter("spare")

    WithSpare(LateRefusal("first"), spare).print_document(a_short_sheet("a"), steps)

    assert (steps.seen, spare.sheets) == (["sending", "sent"], ["a"])


def test_what_the_test_page_found_survives_a_restart_and_is_used(tmp_path):
    printer, _ = tables('[printer]\ndriver = "escpos_network"\naddress = "192.0.2.1"\n', tmp_path)
    assert driver_table(printer, tmp_path)["proof"] == "status"

    ProofFile(tmp_path).found("escpos_network 192.0.2.1", Proof.PROCESS_ID)

    assert driver_table(printer, tmp_path)["proof"] == "process_id"
    assert driver_table({**printer, "proof": "fence"}, tmp_path)["proof"] == "fence"


def test_experience_lowers_what_is_kept_and_never_raises_it(tmp_path):
    kept = ProofFile(tmp_path)
    kept.found("p", Proof.PROCESS_ID)

    kept.lowered("p", Proof.STATUS)
    kept.lowered("p", Proof.FENCE)

    assert ProofFile(tmp_path).level("p") is Proof.STATUS


@pytest.mark.parametrize("content", ["", "[]", '{"p": 3}', '{"p": "certain"}', "\udcff"])
def test_a_broken_proof_file_claims_nothing(content, tmp_path):
    (tmp_path / "printer-proof.json").write_bytes(content.encode("utf-8", "surrogateescape"))

    assert ProofFile(tmp_path).level("p") is None


def test_a_disk_that_refuses_costs_only_the_note(tmp_path):
    (tmp_path / "file").write_text("")

    ProofFile(tmp_path / "file" / "home").lowered("p", Proof.FENCE)
