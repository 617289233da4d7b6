"""`kiosk portal`: does it answer, does it know this machine, and send what waits now.

Exit codes: 0 done · 1 refused or unreachable, the message says what to do · 2 wrong usage.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, TypeVar

import typer

from config.loading import load_settings
from config.locations import kiosk_home
from config.system_clock import SystemClock
from config.update_root import DEMO_ROOT
from kiosk import __version__
from kiosk.commands.outbox import AsJson, opened_outbox, refuse, room_here
from kiosk.commands.running_kiosk import NotAnswered, ask_running, is_running
from kiosk.domain.enrolment import BadEnrolmentTicket, read_ticket
from kiosk.ports.outbox import StorageError
from kiosk.ports.portal import NotOurPortal, PortalError, PortalPaused, PortalRefused
from kiosk.ports.tasks import Lane
from kiosk.ports.trusted_updates import UpdateRefused
from kiosk.ports.vault import KeysUnusable
from kiosk.services.answer_commands import CommandRequest
from kiosk.services.enrol import EnrolmentRefused
from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.synchronise import Line, SyncState, send_until_idle
from offline_cache.enrolling import enrol_here
from offline_cache.kiosk_portal import DEMO_CODE, portal_of
from offline_cache.outbox_files import OutboxFiles
from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey

portal_app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="The exchange with the city's portal."
)
REFUSED = {
    "wrong_portal": "This is not the portal the QR was made for. Ask the city's staff for a new QR.",
    "already": "This machine is enrolled as another kiosk. Reinstall it before it becomes a new one.",
}
Result = TypeVar("Result")


class _Here:
    """Lanes of a command: everything runs where it is called."""

    def call(self, _lane: Lane, work: Callable[[], Result]) -> Result:
        return work()


@portal_app.command("status")
def status_command(as_json: AsJson = False) -> None:
    """Greet the portal and show what it says of itself; does not touch the outbox."""
    with _portal(as_json=as_json) as portal:
        hello = portal.hello()
    offset_s = (SystemClock().now() - hello.server_time).total_seconds()
    said = {
        "instance": hello.instance,
        "epoch": hello.epoch,
        "durable_through": hello.durable_through,
        "clock_offset_s": round(offset_s, 1),
    }
    if as_json:
        typer.echo(json.dumps(said))
        return
    typer.echo(f"{hello.instance} answers (history {hello.epoch}, in backups up to {hello.durable_through}).")
    typer.echo(f"This machine's clock differs by {offset_s:.0f} s.")


@portal_app.command("enrol")
def enrol_command(
    code: Annotated[
        str, typer.Argument(help="The text of the enrolment QR, or its one-time code; the trial code else.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Make this machine a kiosk the portal knows, with an outbox of its own. Twice is the same as once."""
    if not code:
        with _portal(as_json=as_json) as portal:
            trial = portal.enrol(DEMO_CODE)
        _say_enrolled(trial.kiosk_id, trial.kiosk_no, trial.point, as_json=as_json)
        return
    home = kiosk_home()
    try:
        ticket = read_ticket(code, url=load_settings(home).settings.portal.url)
    except BadEnrolmentTicket as error:
        refuse(f"{error}. Scan the QR of the portal once more, or type its code.", as_json=as_json)
    with told_errors(ticket.url, as_json=as_json):
        identity = enrol_here(home, ticket, demo_root=DEMO_ROOT.read_bytes())
    _say_enrolled(identity.kiosk_id, identity.kiosk_no, identity.point_name, as_json=as_json)


def _say_enrolled(kiosk_id: str, kiosk_no: int, point: str, *, as_json: bool) -> None:
    said = {"kiosk_id": kiosk_id, "kiosk_no": kiosk_no, "point": point}
    if as_json:
        typer.echo(json.dumps(said, ensure_ascii=False))
        return
    typer.echo(f"Known to the portal as kiosk {kiosk_no:04d} at {point}.")


@portal_app.command("sync")
def sync_command(as_json: AsJson = False) -> None:
    """Send what waits, now, until nothing more can be sent; a running kiosk is asked to do it."""
    room = room_here(as_json=as_json)
    if is_running(room.folder):
        try:
            state = ask_running(room.folder, CommandRequest(command="portal.sync"), SyncState)
        except NotAnswered as error:
            refuse(f"{error}: the kiosk is running. Try again, or stop it first.", as_json=as_json)
    else:
        state = _sent_here(as_json=as_json)
    _say_sent(state, as_json=as_json)


def _sent_here(*, as_json: bool) -> SyncState:
    with _portal(as_json=as_json) as portal, opened_outbox(as_json=as_json) as files:
        files.outbox.wake(int(SystemClock().now().timestamp() * 1000))
        return send_until_idle(_Here(), files.outbox, portal, SystemClock(), steps=_steps(portal, files))


def _say_sent(state: SyncState, *, as_json: bool) -> None:
    said = {
        "line": state.line.value,
        "waiting": state.waiting,
        "sent": state.counts.acked,
        "refused": state.counts.parked,
        "reason": state.reason,
    }
    if as_json:
        typer.echo(json.dumps(said, ensure_ascii=False))
    else:
        typer.echo(
            f"{state.counts.acked} sent in all, {state.waiting} waiting, {state.counts.parked} refused."
        )
        if state.reason:
            typer.echo(state.reason)
    if state.line is not Line.ONLINE:
        raise typer.Exit(1)


def _steps(portal: HttpPortal, files: OutboxFiles) -> tuple[Callable[[], None], ...]:
    """What a round does beside sending, as the running kiosk does it."""
    return exchange_steps(
        _Here(),
        files.exchange_room(),
        portal,
        SystemClock(),
        is_enrolled=files.kiosk_no != 0,
        software=__version__,
    )


@contextmanager
def _portal(*, as_json: bool) -> Iterator[HttpPortal]:
    """The portal of the settings; its errors end the command with a next step."""
    home = kiosk_home()
    url = load_settings(home).settings.portal.url
    room = room_here(as_json=as_json)
    portal = portal_of(room, url, DeviceKey(room.folder / "keys"))
    if portal is None:
        refuse(f"No portal is set. Write url under [portal] in {home / 'settings.toml'}.", as_json=as_json)
    with told_errors(url, as_json=as_json):
        try:
            yield portal
        finally:
            portal.close()


@contextmanager
def told_errors(url: str, *, as_json: bool) -> Iterator[None]:
    """End the command with a next step where the portal or the disk does not do as asked."""
    try:
        yield
    except EnrolmentRefused as error:
        refuse(REFUSED[error.reason], as_json=as_json)
    except (KeysUnusable, StorageError, UpdateRefused) as error:
        refuse(str(error), as_json=as_json)
    except PortalPaused as error:
        refuse(f"The portal does not let this machine in: {error}. Enrol it again.", as_json=as_json)
    except PortalRefused as error:
        refuse(f"The portal refused: {error}. Check what was typed and try again.", as_json=as_json)
    except NotOurPortal as error:
        refuse(
            f"What answers at {url} is not our portal: {error}. Check network and address.", as_json=as_json
        )
    except PortalError as error:
        refuse(f"No use of {url} now: {error}. Nothing is lost; it is tried again.", as_json=as_json)
