"""`kiosk update`: what the city signed, from its address or from a USB stick, verified and put to use.

Exit codes: 0 done · 1 refused, nothing changed, the message says what to do · 2 wrong usage ·
3 a new catalogue is staged, a person must look at it first · 4 done, but the new catalogue cannot be used.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from config.loading import load_settings
from config.locations import kiosk_home
from config.settings import Settings
from config.system_clock import SystemClock
from config.update_root import DEMO_ROOT
from kiosk.commands.catalogue_care import print_json, store_here
from kiosk.commands.city_in_force import put_in_force
from kiosk.domain.updates import (
    Delivery,
    JudgedTime,
    SignedFile,
    TrustState,
    UpdateProblem,
    judged_time,
    problem_words,
)
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageError
from kiosk.ports.trusted_updates import TrustedUpdates, UpdateRefused
from kiosk.ports.vault import KeysUnusable
from kiosk.services.fetch_updates import Fetched, FetchUpdates
from kiosk.services.refresh_catalogue import RefreshCatalogue

PORTAL_KEYS = "portal-keys.json"
EXIT_REFUSED, EXIT_STAGED, EXIT_UNUSABLE = 1, 3, 4

update_app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="What the city signed: look, fetch, trust."
)
AsJson = Annotated[bool, typer.Option("--json", help="Write one JSON object instead of text.")]
_DEMO = "Trial keys: anybody can sign with them. The city vouches for nothing that is fetched."
_UNSIGNED = 'A file nobody signed is taken by name only: kiosk catalogue import FILE --accepted-by "Name".'


@update_app.command("status")
def status_command(as_json: AsJson = False) -> None:
    """Say which key is trusted, what was verified last, and until when it holds."""
    with _refusing(as_json=as_json):
        state = _repository().state()
    judged = judged_time(SystemClock().now(), state.known_good)
    expired = state.expires is not None and state.expires <= judged.moment
    if as_json:
        print_json(asdict(state) | {"expired": expired, "clock": judged.clock})
        return
    _show_state(state, expired=expired)
    _show_clock(judged)


@update_app.command("fetch")
def fetch_command(
    origin: Annotated[
        str, typer.Argument(help="A web address or a folder (USB stick); the address of the settings else.")
    ] = "",
    software: Annotated[
        bool, typer.Option(help="Fetch the software release too; nothing installs it.")
    ] = False,
    despite_warnings: Annotated[
        bool, typer.Option(help="Use a catalogue although many procedures are gone or emptied.")
    ] = False,
    stage: Annotated[
        bool, typer.Option("--stage", help="Let a new catalogue wait for a person in any case.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Verify what is there, keep what is new, and make a new signed catalogue live."""
    with _refusing(as_json=as_json):
        repository = _repository()
        service = FetchUpdates(repository, RefreshCatalogue(store_here(), SystemClock()))
        done = service.fetch(
            origin or _address(as_json=as_json),
            progress=lambda _step, _done, _every: None,
            software=software,
            despite_warnings=despite_warnings,
            stage=stage,
        )
        demo = repository.state().is_demo
        _adopt_keys(repository, as_json=as_json)
        in_force = put_in_force(kiosk_home(), repository, SystemClock())
    if as_json:
        print_json(_summary(done, demo=demo) | {"in_force": in_force})
    else:
        _show_fetched(done, demo=demo)
        for line in in_force:
            typer.echo(line)
    if done.refused is not None:
        raise typer.Exit(EXIT_UNUSABLE)
    if done.catalogue is not None and done.catalogue.applied is None:
        raise typer.Exit(EXIT_STAGED)


def _adopt_keys(repository: TrustedUpdates, *, as_json: bool) -> None:
    """Seal to the portal's newest signed keys from the next start on, where this machine is enrolled."""
    from offline_cache.kiosk_identity import IdentityFile

    path, identity = repository.path_of(PORTAL_KEYS), IdentityFile(kiosk_home())
    try:
        if path is not None and identity.identity() is not None:
            identity.adopt_keys(path.read_bytes())
    except (KeysUnusable, StorageError, OSError) as error:
        message = f"The portal's keys were not taken: {error}. The old ones stay in use."
        _refuse({"problem": "keys", "reason": str(error)}, message, as_json=as_json)


@update_app.command("trust")
def trust_command(
    sha256: Annotated[str, typer.Argument(help="SHA-256 of the city's root.json, from the enrolment code.")],
    as_json: AsJson = False,
) -> None:
    """Trust the city's root key from now on, and trial keys never again."""
    from offline_cache.trust.anchor import pin_root
    from offline_cache.trust.repository import UPDATES_FOLDER

    with _refusing(as_json=as_json):
        pin_root(kiosk_home() / UPDATES_FOLDER, sha256, demo_root=DEMO_ROOT.read_bytes())
    if as_json:
        print_json({"root_sha256": sha256.strip().lower()})
    else:
        typer.echo("Trusted. Fetch next: kiosk update fetch")


@update_app.command("path")
def path_command(
    name: Annotated[str, typer.Argument(help="A file, such as settings.toml or kiosk.deb.")],
    as_json: AsJson = False,
) -> None:
    """Say where the last verified file of a name lies, its bytes checked once more."""
    with _refusing(as_json=as_json):
        path = _repository().path_of(name)
    if path is None:
        _refuse({"problem": "not_kept", "name": name}, f"No verified {name} is kept.", as_json=as_json)
    if as_json:
        print_json({"name": name, "path": str(path)})
    else:
        typer.echo(str(path))


def repository_of(home: Path, settings: Settings, clock: Clock) -> TrustedUpdates:
    """Return the signed repository of the kiosk at `home`. Raises UpdateRefused for a damaged pin."""
    from offline_cache.trust.repository import signed_repository  # 240 ms that other commands do not need

    return signed_repository(
        home,
        demo=settings.kiosk.mode == "demo",
        demo_root=DEMO_ROOT.read_bytes(),
        clock=clock,
        proxy=settings.updates.proxy,
    )


def _repository() -> TrustedUpdates:
    home = kiosk_home()
    return repository_of(home, load_settings(home).settings, SystemClock())


def _address(*, as_json: bool) -> str:
    home = kiosk_home()
    url = load_settings(home).settings.updates.url
    if not url:
        message = (
            f"No address is set. Name a folder, or write url under [updates] in {home / 'settings.toml'}."
        )
        _refuse({"problem": "no_address"}, message, as_json=as_json)
    return url


@contextmanager
def _refusing(*, as_json: bool) -> Iterator[None]:
    """Say why nothing was taken, in the words staff read, and what was seen, for technicians."""
    try:
        yield
    except UpdateRefused as error:
        words = problem_words(error.problem, "en")
        said = {
            "problem": str(error.problem),
            "place": error.place,
            "reason": error.reason,
            "words": {"vi": problem_words(error.problem, "vi"), "en": words},
        }
        text = f"{words}\nRefused ({error.problem}): {error}\nNothing was changed."
        if error.problem is UpdateProblem.NOT_ENROLLED:
            text += f"\n{_UNSIGNED}"
        _refuse(said, text, as_json=as_json)


def _refuse(said: dict[str, Any], message: str, *, as_json: bool) -> NoReturn:
    typer.echo(json.dumps({"error": said}, ensure_ascii=False) if as_json else message, err=not as_json)
    raise typer.Exit(EXIT_REFUSED)


def _summary(done: Fetched, *, demo: bool) -> dict[str, Any]:
    delivery, catalogue = done.delivery, done.catalogue
    found: dict[str, Any] = {
        "demo_keys": demo,
        "new": [asdict(file) for file in delivery.new],
        "unchanged": [file.name for file in delivery.unchanged],
        "absent": delivery.absent,
        "judged_by": delivery.judged.moment,
        "clock": delivery.judged.clock,
        "expires": delivery.expires,
        "catalogue": None,
    }
    if done.refused is not None:
        found["catalogue"] = {"error": str(done.refused)}
    elif catalogue is not None:
        diff = catalogue.report.diff
        found["catalogue"] = {
            "version": catalogue.report.version,
            "applied": catalogue.applied is not None,
            "added": len(diff.added),
            "changed": len(diff.changed),
            "removed": len(diff.removed),
            "held_back": catalogue.held_back,
        }
    return found


def _show_fetched(done: Fetched, *, demo: bool) -> None:
    _show_delivery(done.delivery)
    if demo:
        typer.echo(_DEMO)
    _show_clock(done.delivery.judged)
    if done.refused is not None:
        typer.echo(f"The signed catalogue cannot be used: {done.refused}\nThe live one stays.", err=True)
    elif done.catalogue is not None:
        _show_catalogue(done)


def _show_delivery(delivery: Delivery) -> None:
    for file in delivery.new:
        typer.echo(f"new        {_line(file)}")
    for file in delivery.unchanged:
        typer.echo(f"unchanged  {_line(file)}")
    typer.echo(f"Signed until {delivery.expires:%d/%m/%Y}.")


def _show_catalogue(done: Fetched) -> None:
    if done.catalogue is None:
        return
    report, diff = done.catalogue.report, done.catalogue.report.diff
    counts = f"added {len(diff.added)} · changed {len(diff.changed)} · removed {len(diff.removed)}"
    if done.catalogue.applied is not None:
        typer.echo(f"Catalogue live now: {done.catalogue.applied.version} ({counts})")
        return
    for warning in done.catalogue.held_back:
        typer.echo(f"  look before applying: {warning}")
    typer.echo(f"Catalogue staged, not live: {report.version} ({counts})")
    typer.echo(f"Look:  kiosk catalogue diff {report.version}")
    typer.echo(f'Apply: kiosk catalogue apply {report.version} --accepted-by "Your name"')


def _show_state(state: TrustState, *, expired: bool) -> None:
    whose = _DEMO if state.is_demo else f"The city's root {state.root_sha256[:16]}… is trusted."
    typer.echo(whose)
    if not state.editions or state.expires is None:
        typer.echo("Nothing was fetched yet.")
    else:
        typer.echo("Verified: " + ", ".join(f"{role} {edition}" for role, edition in state.editions))
        until = f"{state.expires:%d/%m/%Y}"
        typer.echo(f"Expired on {until}: ask for a new one." if expired else f"Signed until {until}.")
    for file in state.kept:
        typer.echo(f"kept  {_line(file)}")
    typer.echo(_UNSIGNED)


def _show_clock(judged: JudgedTime) -> None:
    if words := judged.words("en"):
        typer.echo(words)


def _line(file: SignedFile) -> str:
    return f"{file.name}  {file.version}  {file.size_bytes} bytes  {file.sha256[:16]}…  {file.taken_at}"
