from collections.abc import Callable, Iterator

import pytest

from tests.ui.controls.stage import Stage


@pytest.fixture
def open_stage(qapp) -> Iterator[Callable[..., Stage]]:
    """Open windows with a theme of their own; all are closed after the test."""
    opened: list[Stage] = []

    def make(**theme: str) -> Stage:
        opened.append(Stage(**theme))
        return opened[-1]

    yield make
    for stage in opened:
        stage.close()
