"""A newcomer is one module and one line; the line is not forgotten."""

import importlib
import pkgutil
from pathlib import Path

import offline_cache.sources
import printers
import printers.drivers
from kiosk.cli import COMMANDS
from ui.screens import SCREENS

REPOSITORY = Path(__file__).resolve().parents[2]


def test_every_screen_folder_has_its_line_and_its_two_files():
    folders = {
        path.name for path in (REPOSITORY / "ui" / "screens").iterdir() if (path / "__init__.py").exists()
    }

    assert {screen.name for screen in SCREENS} == folders
    for screen in SCREENS:
        assert screen.qml.is_file()
        assert (screen.qml.parent / f"{screen.name}_view_model.py").is_file()


def test_screens_stand_in_the_order_of_their_names_once_each():
    names = [screen.name for screen in SCREENS]

    assert names == sorted(set(names))


def test_every_driver_module_has_its_line():
    modules = {name for _, name, _ in pkgutil.iter_modules(printers.drivers.__path__)}

    assert {module.rpartition(".")[2] for _, module in printers.DRIVERS} == modules
    for kind, module in printers.DRIVERS:
        assert kind == importlib.import_module(module).KIND


def test_every_command_names_something_that_is_there():
    for module, attribute, words in COMMANDS.values():
        assert hasattr(importlib.import_module(module), attribute), module
        assert words.endswith(".")


def test_every_catalogue_source_is_listed():
    assert offline_cache.sources.SOURCES, "no source"
