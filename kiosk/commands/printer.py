"""`kiosk printer`: find, ask, try out, watch and imitate receipt printers.

Exit codes: 0 done, printer ready · 1 the printer cannot print, or the page did not come out · 2 wrong usage ·
3 not known: the printer does not answer, or gave no proof.
"""

import json
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from msgspec import structs
from rich.console import Console
from rich.table import Table

from config.loading import load_settings
from config.locations import kiosk_home
from config.system_clock import SystemClock
from kiosk.commands.printer_of_kiosk import AskedPrinter, ask_kiosk, running_folder
from kiosk.commands.printer_preview import preview
from kiosk.domain.print_documents import PrintDocument
from kiosk.domain.print_jobs import Proof
from kiosk.domain.receipts import test_page_document
from kiosk.ports.printing import PrinterCondition, PrinterError, PrintOutcome, TicketPrinter
from kiosk.services.answer_printer_commands import PrinterSaid

EXIT_BAD, EXIT_USAGE, EXIT_UNKNOWN = 1, 2, 3
GOOD = (PrinterCondition.READY, PrinterCondition.PAPER_LOW)
_WHAT_TO_DO = {
    PrinterCondition.PAPER_LOW: "Put a new roll beside the printer.",
    PrinterCondition.PAPER_OUT: "Put paper in.",
    PrinterCondition.COVER_OPEN: "Close the cover.",
    PrinterCondition.OFFLINE: "Press the printer's online or feed button.",
    PrinterCondition.BUSY: "Wait: others use this printer too, and it is not answering us now.",
    PrinterCondition.FAULT: "Switch the printer off and on; clear the cutter; let a hot head cool.",
    PrinterCondition.UNREACHABLE: "Check power, cable and the address in the settings.",
    PrinterCondition.UNKNOWN: "It does not answer. Print the test page to learn what it can tell.",
}

printer_app = typer.Typer(
    add_completion=False, help="Find, ask, try out, watch and imitate receipt printers.", no_args_is_help=True
)
printer_app.command("preview")(preview)
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON instead of text.")]
_console = Console()


class _NoJournal:
    """Test pages are not journalled: the person printing them stands there."""

    def before_first_byte(self) -> None:
        """Nothing is kept."""

    def all_bytes_sent(self, count: int) -> None:
        """Nothing is kept."""


def _settings() -> dict[str, Any]:
    """Return what the printer is opened with; says why where the settings file itself is not in force."""
    from printers.setup import driver_table

    loaded = load_settings(kiosk_home())
    if loaded.rejected is not None:
        typer.echo(f"Settings not used, going on with the last good ones.\n{loaded.rejected}", err=True)
    return driver_table(structs.asdict(loaded.settings.printer), kiosk_home())


def _open(table: dict[str, Any]) -> TicketPrinter:
    from printers import open_printer
    from printers.driver import PrinterSettingsRejected

    try:
        return open_printer(table)
    except PrinterSettingsRejected as error:
        typer.echo(f"Refused: {error}", err=True)
        raise typer.Exit(EXIT_USAGE) from error


def _exit_code(condition: PrinterCondition) -> int:
    if condition in GOOD:
        return 0
    return EXIT_UNKNOWN if condition is PrinterCondition.UNKNOWN else EXIT_BAD


def _say(value: dict[str, Any], line: str, *, as_json: bool) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False) if as_json else line)


@printer_app.command("list")
def list_printers(as_json: AsJson = False) -> None:
    """Show the printer of the settings and the drivers there are."""
    from printers import DRIVERS

    table = _settings()
    drivers = [kind for kind, _ in DRIVERS]
    if as_json:
        typer.echo(json.dumps({"printer": table, "drivers": drivers}, ensure_ascii=False))
        return
    for key, value in table.items():
        typer.echo(f"{key:9} {value}")
    typer.echo(f"drivers   {', '.join(drivers)}")


@printer_app.command()
def status(as_json: AsJson = False) -> None:
    """Ask the printer how it is; a running kiosk holds the line to it and is asked instead."""
    running = running_folder()
    if running is not None:
        asked = ask_kiosk(running, "printer.status")
        name, condition = asked.printer, PrinterCondition(asked.condition)
    else:
        printer = _open(_settings())
        name, condition = printer.name, printer.read_condition()
        printer.close()
    todo = _WHAT_TO_DO.get(condition, "")
    value = {"printer": name, "condition": condition.value, "todo": todo}
    _say(value, f"{name}: {condition.value}. {todo}".strip(), as_json=as_json)
    raise typer.Exit(_exit_code(condition))


@printer_app.command("test")
def print_page(
    find_proof: Annotated[
        bool, typer.Option("--find-proof", help="Find the best proof the printer gives (may print twice).")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print the test page, by the settings or, with --find-proof, to learn what the printer can prove.

    A running kiosk prints it, between the sheets of citizens.
    """
    running = running_folder()
    if running is not None:
        asked = ask_kiosk(running, "printer.find_proof" if find_proof else "printer.test")
        _tell_running(asked, find_proof=find_proof, as_json=as_json)
    from printers.rendering.raster import ensure_gui

    ensure_gui()
    table = _settings()
    levels = ("process_id", "fence", "status", "none") if find_proof else (table["proof"],)
    outcome: PrintOutcome | None = None
    for level in levels:
        outcome = _print_page(table | {"proof": level}, as_json=as_json)
        if outcome is not None and outcome.proof.value in (level, Proof.PAPER.value):
            break
    if outcome is None:
        raise typer.Exit(EXIT_BAD)
    proof = outcome.proof
    kept = f" Kept: {_keep(table, proof)}." if find_proof and proof is not Proof.PAPER else ""
    _tell_page(proof, outcome.bytes_sent, kept, as_json=as_json)


def _tell_page(proof: Proof, bytes_sent: int, kept: str, *, as_json: bool) -> NoReturn:
    """Say what a page proved, and end the command."""
    proven = proof not in (Proof.STATUS, Proof.NONE)
    hint = "It is on paper." if proven else "No proof: please look whether the page came out whole."
    hint += kept
    _say({"proof": proof.value, "bytes": bytes_sent, "todo": hint}, hint, as_json=as_json)
    raise typer.Exit(0 if proven else EXIT_UNKNOWN)


def _tell_running(asked: PrinterSaid, *, find_proof: bool, as_json: bool) -> NoReturn:
    """Say what the running kiosk's page came to, and end the command."""
    if not asked.proof:
        _tell_not_printed(
            PrinterCondition(asked.condition), asked.reason, may_have=asked.may_have_printed, as_json=as_json
        )
        raise typer.Exit(EXIT_BAD)
    proof = Proof(asked.proof)
    kept = (
        f' Kept: proof "{proof.value}" for {asked.printer}.'
        if find_proof and proof is not Proof.PAPER
        else ""
    )
    _tell_page(proof, asked.bytes_sent, kept, as_json=as_json)


def _keep(table: dict[str, Any], proof: Proof) -> str:
    """Keep what the printer was found able to prove and return it in words."""
    from printers.proof_file import ProofFile
    from printers.setup import printer_name

    try:
        ProofFile(kiosk_home()).found(printer_name(table), proof)
    except OSError as error:
        return f'nothing, the disk refuses ({error.strerror}); set proof = "{proof.value}" under [printer]'
    return f'proof "{proof.value}" for {printer_name(table)}'


def _print_page(table: dict[str, Any], *, as_json: bool) -> PrintOutcome | None:
    """Print one test page; None, with the reason told, where that failed."""
    printer = _open(table)
    try:
        return printer.print_document(_test_page(printer, table), _NoJournal())
    except PrinterError as error:
        _tell_not_printed(error.condition, str(error), may_have=error.may_have_printed, as_json=as_json)
        return None
    finally:
        printer.close()


def _tell_not_printed(condition: PrinterCondition, why: str, *, may_have: bool, as_json: bool) -> None:
    todo = _WHAT_TO_DO.get(condition, "")
    value = {"condition": condition.value, "may_have_printed": may_have, "todo": todo}
    maybe = " Part of the page may have come out." if may_have else ""
    reason = f": {why}" if why else ""
    _say(value, f"Not printed ({condition.value}){reason}.{maybe} {todo}".strip(), as_json=as_json)


def _test_page(printer: TicketPrinter, table: dict[str, Any]) -> PrintDocument:
    now = SystemClock().now()
    mark = f"{now:%Y%m%d-%H%M%S}-{table['proof']}"
    return test_page_document(
        printer=printer.name,
        paper_mm=table["paper_mm"],
        printed_at=now,
        document_id=f"test-{mark}",
        code=f"KIOSK-TEST:{mark}",
    )


@printer_app.command()
def discover(
    network: Annotated[
        str, typer.Option(help="Also knock at port 9100 of these hosts, e.g. 192.0.2.0/24.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """List what may be a printer: USB, serial lines, device nodes and, if asked, hosts of a network."""
    from printers import discovery

    found = [*discovery.on_usb(), *discovery.on_serial()]
    try:
        found += discovery.on_network(network) if network else ()
    except ValueError as error:
        typer.echo(f"Refused: {error}", err=True)
        raise typer.Exit(EXIT_USAGE) from error
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    table = Table("driver", "address", "what")
    for one in found:
        table.add_row(one.driver, one.address, one.label)
    if found:
        _console.print(table)
    typer.echo(f"{len(found)} found. Put driver and address under [printer], then run: kiosk printer test")


@printer_app.command()
def watch(
    every_s: Annotated[float, typer.Option("--every", min=1.0, help="Seconds between questions.")] = 5.0,
    times: Annotated[int, typer.Option(help="Stop after so many questions (0: go on).")] = 0,
    as_json: AsJson = False,
) -> None:
    """Say each change of the printer's condition until stopped with Ctrl+C."""
    running = running_folder()
    printer = _open(_settings()) if running is None else AskedPrinter(running)
    pause, known, asked = threading.Event(), None, 0
    try:
        while not times or asked < times:
            condition = printer.read_condition()
            asked += 1
            if condition is not known:
                known = condition
                at = f"{SystemClock().now():%H:%M:%S}"
                _say({"at": at, "condition": known.value}, f"{at}  {known.value}", as_json=as_json)
            if not times or asked < times:
                pause.wait(every_s)
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
    finally:
        printer.close()


@printer_app.command()
def emulate(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="TCP port on this machine (0: any free one).")
    ] = 9100,
    paper_mm: Annotated[int, typer.Option(help="80 or 58.")] = 80,
    out: Annotated[Path, typer.Option(help="Folder for the tickets as PNG.")] = Path("tickets"),
    fault: Annotated[
        list[str] | None, typer.Option(help="A switch, e.g. paper_out or drop_after=9000.")
    ] = None,
    tickets: Annotated[int, typer.Option(help="Stop after so many tickets (0: go on).")] = 0,
    as_json: AsJson = False,
) -> None:
    """Be a receipt printer on the network, with faults on demand; cut tickets are kept as PNG."""
    from printers.driver import PAPER_WIDTH_DOTS
    from printers.emulator.engine import Engine
    from printers.emulator.faults import LineFaults
    from printers.emulator.fronts import TcpFront
    from printers.emulator.switches import set_switch

    if paper_mm not in PAPER_WIDTH_DOTS:
        raise typer.BadParameter("80 or 58", param_hint="--paper-mm")
    engine, line = Engine(time.monotonic, width=PAPER_WIDTH_DOTS[paper_mm]), LineFaults()
    try:
        for text in fault or ():
            set_switch(engine, line, text)
        front = TcpFront(engine, port=port, line=line)
    except (ValueError, OSError) as error:
        typer.echo(f"Refused: {error}", err=True)
        raise typer.Exit(EXIT_USAGE) from error
    out.mkdir(parents=True, exist_ok=True)
    _say({"port": front.port, "paper_mm": paper_mm}, f"Printing on 127.0.0.1:{front.port}", as_json=as_json)
    kept = 0
    try:
        while not tickets or kept < tickets:
            front.poll_once()
            for ticket in engine.paper.tickets[kept:]:
                kept += 1
                path = ticket.png(out / f"ticket-{kept:04}.png")
                value = {"ticket": str(path), "mm": round(ticket.mm, 1), "leaked": engine.leaked.hex()}
                _say(value, f"{path}  {ticket.mm:.0f} mm", as_json=as_json)
        front.finish(within_s=2.0)
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
    finally:
        front.close()
