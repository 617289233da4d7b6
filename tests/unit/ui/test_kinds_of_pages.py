"""A base of pages leaves some things to its kinds; each kind says them."""

import pytest

from ui.keyboard_page import KeyboardPageViewModel
from ui.pad_page import PadPageViewModel
from ui.rows_page import RowsPageViewModel
from ui.screens import SCREENS
from ui.write_page import WritePageViewModel

LEFT_TO_KINDS = {
    KeyboardPageViewModel: ("typed_text", "_typed"),
    PadPageViewModel: ("words", "go_on"),
    RowsPageViewModel: ("words",),
    WritePageViewModel: ("asked", "explained"),
}


@pytest.mark.parametrize("base", LEFT_TO_KINDS, ids=lambda base: base.__name__)
def test_every_kind_of_a_page_says_what_its_base_leaves_to_it(base):
    kinds = [screen.view_model for screen in SCREENS if issubclass(screen.view_model, base)]

    missing = [
        f"{kind.__name__}.{name}"
        for kind in kinds
        for name in LEFT_TO_KINDS[base]
        if getattr(kind, name) is getattr(base, name)
    ]

    assert len(kinds) > 1
    assert missing == []
