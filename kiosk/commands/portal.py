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
from config.portal_keys import DEMO_KEYS
from config.system_clock import SystemClock
from kiosk.commands.outbox import AsJson, opened_outbox, refuse
from kiosk.ports.portal import NotOurPortal, PortalError, PortalPaused, PortalRefused
from kiosk.ports.tasks import Lane
from kiosk.services.synchronise import Line, send_until_idle
from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey, read_portal_keys

portal_app = typer.Typer(no_args_is_help=True, help="The exchange with the city's portal.")
DEMO_CODE = "DEMO-0000"
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
    code: Annotated[str, typer.Argument(help="The one-time code; the trial code else.")] = DEMO_CODE,
    as_json: AsJson = False,
) -> None:
    """Make this machine's key known to the portal. Twice is the same as once."""
    with _portal(as_json=as_json) as portal:
        enrolment = portal.enrol(code)
    said = {
        "kiosk_id": enrolment.kiosk_id,
        "kiosk_no": enrolment.kiosk_no,
        "point": enrolment.point,
    }
    if as_json:
        typer.echo(json.dumps(said, ensure_ascii=False))
        return
    typer.echo(f"Known to the portal as kiosk {enrolment.kiosk_no:04d} at {enrolment.point}.")


@portal_app.command("sync")
def sync_command(as_json: AsJson = False) -> None:
    """Send what waits, now, until nothing more can be sent."""
    with _portal(as_json=as_json) as portal, opened_outbox(as_json=as_json) as files:
        files.outbox.wake(int(SystemClock().now().timestamp() * 1000))
        state = send_until_idle(_Here(), files.outbox, portal, SystemClock())
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


@contextmanager
def _portal(*, as_json: bool) -> Iterator[HttpPortal]:
    """The portal of the settings; its errors end the command with a next step."""
    home = kiosk_home()
    url = load_settings(home).settings.portal.url
    if not url:
        refuse(f"No portal is set. Write url under [portal] in {home / 'settings.toml'}.", as_json=as_json)
    keys = read_portal_keys(DEMO_KEYS.read_bytes(), place=DEMO_KEYS.name)
    portal = HttpPortal(url, keys=keys, device=DeviceKey(home / "demo" / "keys"), demo_code=DEMO_CODE)
    try:
        yield portal
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
    finally:
        portal.close()
