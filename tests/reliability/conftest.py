"""The real kiosk as the screens' tests open it, and homes that something happened to."""

from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import Room
from tests.ui.conftest import (  # noqa: F401  fixtures, taken over by their names
    catalogue_folder,
    citizen,
    open_kiosk,
)

TOLD = 5


@pytest.fixture
def told(tmp_path: Path) -> tuple[Path, list[str]]:
    """A home whose people hold five numbers on paper, left with its log not merged as after a power cut."""
    from tests.reliability.damage import switched_off

    clock, home = FakeClock(), tmp_path / "before" / "demo"
    room = Room(home, clock=clock)
    numbers = [room.submit(f"token-{number}").receipt_no for number in range(TOLD)]
    target = tmp_path / "home" / "demo"
    switched_off(home, target)
    room.close()
    return target, numbers
