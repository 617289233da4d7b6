"""`kiosk tour`: drives the real app headless through every screen and writes what it saw as pictures."""

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import structs
from rich.progress import Progress

from kiosk.commands.tour_hall import beside_procedures, followed
from kiosk.domain.access_modes import AccessModes, Contrast, TextSize

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from ui.navigation import Way

_DEADLINE_S = 20.0
_CODE = "1.001193"
_LINKED = "2.000986"
# A made-up child with an impossible telephone number; the identity number has the right shape and nobody's.
_ANSWERS = {
    "child_name": "Nguyễn Minh An",
    "child_sex": "female",
    "child_born": "2026-11-21",
    "birth_place": "Bệnh viện Mẫu, Hà Nội",
    "mother_name": "Trần Thị Thu Hà",
    "mother_id": "001190000000",
    "father_name": "",
    "phone": "",
}
_TELEPHONE = "0000000000"  # of the right length, and nobody's


class TourFailed(Exception):  # noqa: N818  names what did not show
    """A screen did not come up in time."""


def tour_command(
    out: Annotated[Path, typer.Option(help="Folder for the pictures.")] = Path("build/tour"),
    shape: Annotated[
        list[str] | None, typer.Option(help="portrait, landscape, wide; all when left out.")
    ] = None,
) -> None:
    """Write every screen in every shape, and the tickets, as PNG files. Never touches the live outbox."""
    take_tour(out, shapes=tuple(shape or ("portrait", "landscape", "wide")))


def take_tour(out: Path, *, shapes: tuple[str, ...] = ("portrait", "landscape", "wide")) -> None:
    """Drive the app once for each shape in a home of its own, then say where the pictures are."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    out.mkdir(parents=True, exist_ok=True)
    from kiosk.commands.contact_sheet import write_contact_sheets

    with tempfile.TemporaryDirectory(prefix="kiosk-tour-") as home, Progress(transient=True) as progress:
        for shape in shapes:
            task = progress.add_task(shape, total=None)
            for name in _pictures(Path(home) / shape, out, shape):
                progress.update(task, description=f"{shape}: {name}")
        _tickets(Path(home) / shapes[0], out)
    write_contact_sheets(out)
    count = len(list(out.glob("*.png")))
    typer.echo(f"{count} pictures in {out.resolve()}")


def _pictures(home: Path, out: Path, shape: str) -> Iterator[str]:
    from config.loading import load_settings
    from config.settings import HelpSettings
    from kiosk.app import Kiosk, Options

    settings = structs.replace(load_settings(home).settings, help=HelpSettings(bell=False))
    with Kiosk(Options(home=home, settings=settings, shape=shape)) as kiosk:
        guide = _Guide(kiosk, out, shape)
        guide.until(lambda: kiosk.catalogue_known, "the catalogue")
        for name, go in _stops(kiosk):
            go()
            guide.settle()
            guide.take(name)
            yield name
        yield from _english(guide)
        yield from _modes(guide)


def _stops(kiosk: "Kiosk") -> Iterator[tuple[str, Callable[[], None]]]:
    way = kiosk.way
    form = kiosk.forms[_CODE]
    yield "s0-attract", lambda: None
    yield "s1-home", way.home
    yield "s2-event-list", lambda: way.go("event_list", event="sinh-con")
    yield "s2-fields", lambda: way.instead("fields")
    yield "s3-search", lambda: _type(kiosk, "khai sinh")
    yield "s3-nothing-found", lambda: _type(kiosk, "xyzw qqq")
    yield "s4-procedure", lambda: way.instead("procedure", code=_CODE)
    yield from _behind_the_procedure(way)
    yield "s5-question", lambda: way.go("checklist_question", code=_CODE, index=0)
    yield "s6-own-papers", lambda: way.instead("checklist", code=_CODE)
    yield "qr-take-away", lambda: way.instead("take_away", code=_CODE)
    yield "print-checklist", lambda: way.instead("print_sheet", code=_CODE)
    yield "e1-printer", lambda: way.instead("printer_trouble", code=_CODE)
    yield "s7-form-start", lambda: way.instead("form_start", code=_CODE)
    for number, field in enumerate(form.fields):
        yield (
            f"s7-form-{number + 1}-{field.kind.value}",
            partial(way.go, "form_question", code=_CODE, index=number),
        )
    yield "s8-check-faults", lambda: way.go("check_answers", code=_CODE)
    yield "s7-form-choices", lambda: _choose(kiosk)
    yield "s8-check-answers", lambda: _fill(kiosk)
    yield "s9-slip-done", lambda: _send(kiosk)
    yield from followed(kiosk)
    yield "s14-still-here", lambda: way.go("still_here")
    yield "s16-call-help", lambda: way.instead("call_help")
    yield "online-guide", lambda: way.instead("online_guide")
    yield "hall-info", lambda: way.instead("hall_info")
    yield from beside_procedures(kiosk)
    yield "e4-out-of-order", kiosk.show_out_of_order


def _behind_the_procedure(way: "Way") -> Iterator[tuple[str, Callable[[], None]]]:
    yield "s4-more", lambda: way.go("procedure_more", code=_CODE)
    for section in ("steps", "ways", "legal", "names"):
        yield f"s4-{section}", partial(way.instead, "procedure_section", code=_CODE, section=section)
    yield "s4-official-page", lambda: way.instead("official_link", code=_CODE)
    yield "s4-linked", lambda: way.instead("procedure", code=_LINKED)
    yield "s4-linked-explained", lambda: way.go("procedure_section", code=_LINKED, section="linked")


def _english(guide: "_Guide") -> Iterator[str]:
    kiosk = guide.kiosk
    kiosk.way.start("home")
    kiosk.set_language("en")
    for screen, name in (("home", "s1-home-english"), ("procedure", "s4-procedure-english")):
        if screen != "home":
            kiosk.way.go(screen, code=_CODE)
        guide.settle()
        guide.take(name)
        yield name
    kiosk.set_language("vi")


_MODES = {
    "large": AccessModes(text=TextSize.LARGE),
    "largest": AccessModes(text=TextSize.LARGEST),
    "dark": AccessModes(contrast=Contrast.DARK),
    "low-glare": AccessModes(contrast=Contrast.LOW_GLARE),
    "low": AccessModes(low_reach=True),
}


def _modes(guide: "_Guide") -> Iterator[str]:
    """The pages most people see, in every mode, and the page where modes are chosen."""
    kiosk = guide.kiosk
    kiosk.way.start("home")
    kiosk.way.go("accessibility")
    guide.settle()
    guide.take("s13-access")
    yield "s13-access"
    pages: tuple[tuple[str, Callable[[], None]], ...] = (
        ("s1-home", lambda: None),
        ("s3-search", partial(_type, kiosk, "khai sinh")),
        ("s4-procedure", partial(kiosk.way.instead, "procedure", code=_CODE)),
        ("s7-form-name", partial(kiosk.way.instead, "form_question", code=_CODE, index=0)),
        ("hub-open-numbers", partial(kiosk.way.instead, "open_numbers")),
    )
    for mode, modes in _MODES.items():
        kiosk.way.start("home")
        kiosk.shell.set_modes(modes)
        for name, go in pages:
            go()
            guide.settle()
            guide.take(f"{name}-{mode}")
            yield f"{name}-{mode}"
    kiosk.shell.set_modes(AccessModes())


def _type(kiosk: "Kiosk", words: str) -> None:
    from ui.screens.search.search_view_model import SearchViewModel

    if kiosk.way.current.place.screen != "search":
        kiosk.way.instead("search")
    view_model = kiosk.way.current.view_model
    if isinstance(view_model, SearchViewModel):
        view_model.clear()
        for letter in words:
            if letter == " ":
                view_model.space()
            else:
                view_model.letter(letter)


def _choose(kiosk: "Kiosk") -> None:
    """The consents, asked purpose by purpose."""
    kiosk.visit.of_form(kiosk.forms[_CODE].form_id).update({**_ANSWERS, "phone": _TELEPHONE})
    kiosk.way.instead("form_choices", code=_CODE)


def _fill(kiosk: "Kiosk") -> None:
    kiosk.visit.of_form(kiosk.forms[_CODE].form_id).update(_ANSWERS)
    kiosk.way.instead("check_answers", code=_CODE)


def _send(kiosk: "Kiosk") -> None:
    from ui.screens.check_answers.check_answers_view_model import CheckAnswersViewModel

    view_model = kiosk.way.current.view_model
    if isinstance(view_model, CheckAnswersViewModel):
        view_model.send()


class _Guide:
    """Waits for conditions while Qt works, and takes the pictures."""

    def __init__(self, kiosk: "Kiosk", out: Path, shape: str) -> None:
        self.kiosk, self._out, self._shape = kiosk, out, shape

    def until(self, happened: Callable[[], bool], what: str) -> None:
        """Let Qt work until `happened`. Raises TourFailed naming `what` after 20 s."""
        end = self.kiosk.clock.monotonic_s() + _DEADLINE_S
        while not happened():
            if self.kiosk.clock.monotonic_s() > end:
                raise TourFailed(f"{what} did not come within {_DEADLINE_S:g} s")
            self.kiosk.let_qt_work(20)

    def settle(self) -> None:
        """Wait until lanes are idle and the picture stands still."""
        from kiosk.ports.tasks import Lane

        for lane in (Lane.CATALOGUE, Lane.DATABASE, Lane.PRINTER, Lane.DATABASE):
            seen: list[bool] = []
            self.kiosk.tasks.submit(lane, lambda: True, done=seen.append)
            self.until(lambda: bool(seen), f"the {lane.value} lane")  # noqa: B023  asked at once
        self.until(self._stands_still, "a still picture")

    def _stands_still(self) -> bool:
        first = self.kiosk.view.grabWindow()
        self.kiosk.let_qt_work(120)
        return bool(first == self.kiosk.view.grabWindow())

    def take(self, name: str) -> None:
        """Write the window as `<shape>-<name>.png`."""
        self.kiosk.view.grabWindow().save(str(self._out / f"{self._shape}-{name}.png"))


def _tickets(home: Path, out: Path) -> None:
    """Copy what the virtual printer's paper showed, named by what it is."""
    for number, picture in enumerate(
        sorted((home / "paper").glob("*.png"), key=lambda path: path.stat().st_mtime), 1
    ):
        (out / f"ticket-80mm-{number}.png").write_bytes(picture.read_bytes())
