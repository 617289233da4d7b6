"""`kiosk run`: the kiosk on this machine's screen, or the headless tour where there is none."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from config.loading import LoadedSettings, load_settings
from config.locations import kiosk_home
from config.memory_guard import keep_memory_out_of_files
from config.service_manager import ServiceManager
from config.start_memory import SETTLED_MS, hold_collector, settle_collector
from kiosk import __version__
from kiosk.ports.events import EventLog
from kiosk.ports.tasks import Lane
from kiosk.services.watchdog import Watchdog

_log = EventLog("kiosk.run")


def has_display() -> bool:
    """Return whether there is a screen to show on: Wayland, X11, or a platform named for Qt."""
    return any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"))


def run_command(
    fullscreen: Annotated[bool, typer.Option(help="Fill the screen.")] = False,
    windowed: Annotated[bool, typer.Option(help="A window, whatever the settings say.")] = False,
    portrait: Annotated[bool, typer.Option(help="Upright 1080 x 1920.")] = False,
    landscape: Annotated[bool, typer.Option(help="1366 x 768.")] = False,
    wide: Annotated[bool, typer.Option(help="1920 x 1080.")] = False,
    exit_after_s: Annotated[float, typer.Option(help="Leave by itself after so many seconds; 0: stay.")] = 0,
) -> None:
    """Start the kiosk. Without a display it takes the headless tour and says where the pictures are."""
    hold_collector()
    keep_memory_out_of_files()
    home = kiosk_home()
    loaded = load_settings(home)
    EventLog.before_first(lambda: _start_logging(home))
    if loaded.rejected is not None:
        typer.echo(f"Settings not used, going on with the last good ones.\n{loaded.rejected}", err=True)
    if not has_display():
        from kiosk.commands.tour import take_tour

        typer.echo("No display found: taking the headless tour instead.")
        take_tour(Path("build/tour"))
        return
    asked = {"portrait": portrait, "landscape": landscape, "wide": wide}
    shape = next((name for name, wanted in asked.items() if wanted), loaded.settings.screen.shape)
    is_full = (fullscreen or loaded.settings.screen.fullscreen) and not windowed
    sys.exit(_show(home, loaded, shape=shape, fullscreen=is_full, exit_after_s=exit_after_s))


def _show(home: Path, loaded: LoadedSettings, *, shape: str, fullscreen: bool, exit_after_s: float) -> int:
    from kiosk.app import Kiosk, Options
    from ui.engine import make_application
    from ui.panels import as_mounted

    application = make_application()
    turn = loaded.settings.screen.rotation
    screen = as_mounted(application.primaryScreen().availableSize(), turn)
    shape = shape if shape != "auto" else shape_for(screen.width(), screen.height(), fullscreen=fullscreen)
    scale = scale_for(shape, screen.width(), screen.height(), fullscreen=fullscreen)
    options = Options(home=home, settings=loaded.settings, shape=shape, fullscreen=fullscreen, scale=scale)
    kiosk = Kiosk(options)
    watch_for_faults(kiosk)
    manager = ServiceManager(os.environ)
    kiosk.view.frameSwapped.connect(_once(manager.ready))
    about = {"version": __version__, "mode": loaded.settings.kiosk.mode, "shape": shape}
    kiosk.view.frameSwapped.connect(_once(lambda: _tell_started(kiosk, about)))
    with kiosk:
        _leave_on_signals(kiosk)
        kiosk.scheduler.after(SETTLED_MS, settle_collector)
        watchdog = Watchdog(kiosk.tasks, kiosk.scheduler, kiosk.clock, alive=manager.alive)
        if manager.interval_s:
            watchdog.start(manager.interval_s)
        if exit_after_s:
            kiosk.scheduler.after(round(exit_after_s * 1000), application.quit)
        code = application.exec()
        watchdog.stop()
        manager.stopping()
    _log.info("kiosk.stopped", exit_code=code)
    return code


def _start_logging(home: Path) -> None:
    from config.logging_setup import start_logging  # late: it waits for the first frame

    start_logging(home, by_hand=sys.stderr.isatty())


def _tell_started(kiosk: Any, about: dict[str, str]) -> None:
    """In a lane: loading the log's library takes as long as loading Qt."""
    kiosk.tasks.submit(Lane.NETWORK, lambda: _log.info("kiosk.started", **about))


def _once(tell: Callable[[], None]) -> Callable[[], None]:
    told: list[bool] = []

    def first() -> None:
        if not told:
            told.append(True)
            tell()

    return first


def shape_for(width: int, height: int, *, fullscreen: bool) -> str:
    """Return the shape whose proportions the screen has; a window is upright, as most kiosks stand."""
    if not fullscreen or height > width:
        return "portrait"
    return "wide" if width >= 1600 else "landscape"  # noqa: PLR2004  between the two common panels


def scale_for(shape: str, width: int, height: int, *, fullscreen: bool) -> float:
    """Return by how much the layout's pixels shrink or grow to fit; a window leaves room for its frame."""
    from ui.panels import SHAPES

    size, _ = SHAPES[shape]
    fit = min(width / size.width(), height / size.height())
    return fit if fullscreen else min(1.0, fit * 0.95)


def watch_for_faults(kiosk: Any) -> None:
    """The last hook: a fault of ours is logged, and the screen sends people to a person."""

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        if issubclass(kind, KeyboardInterrupt):
            kiosk.application.quit()
            return
        _log.critical("kiosk.fault", kind=kind.__name__, exc_info=(kind, error, trace))
        kiosk.show_out_of_order()
        kiosk.scheduler.after(30_000, lambda: kiosk.way.start("attract"))

    sys.excepthook = hook


def _leave_on_signals(kiosk: Any) -> None:
    """Ctrl-C and a stop by the service manager end in order; Python sees signals at the next tick."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: kiosk.application.quit())
    kiosk.scheduler.every(250, lambda: None)
