"""Bases of pages leave words and acts to their pages: each page says its part."""

import pkgutil
from importlib import import_module

import pytest

import ui.screens
from ui.keyboard_page import KeyboardPageViewModel
from ui.pad_page import PadPageViewModel
from ui.rows_page import RowsPageViewModel
from ui.write_page import WritePageViewModel

PARTS = [
    (KeyboardPageViewModel, "typed_text"),
    (KeyboardPageViewModel, "_typed"),
    (PadPageViewModel, "words"),
    (PadPageViewModel, "go_on"),
    (RowsPageViewModel, "words"),
    (WritePageViewModel, "asked"),
    (WritePageViewModel, "explained"),
]


def pages_of(base: type) -> list[type]:
    """Return what is shown: the classes that nothing is made from."""
    for module in pkgutil.walk_packages(ui.screens.__path__, "ui.screens."):
        import_module(module.name)
    return [one for one in below(base) if not one.__subclasses__()]


def below(base: type) -> list[type]:
    return [one for child in base.__subclasses__() for one in (child, *below(child))]


@pytest.mark.parametrize(("base", "part"), PARTS, ids=lambda value: getattr(value, "__name__", value))
def test_every_page_says_its_part(base, part):
    pages = pages_of(base)

    assert len(pages) >= 2
    assert [page.__name__ for page in pages if getattr(page, part) is getattr(base, part)] == []
