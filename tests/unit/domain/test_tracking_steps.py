"""Five steps from a state: nothing is shown as done that the state does not say."""

from datetime import UTC, datetime

import pytest

from kiosk.domain.dossiers import DossierState
from kiosk.domain.tracking import DossierStatus, Tracked, TrackingSource
from kiosk.domain.tracking_steps import Progress, steps_of

AT = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)


def steps(status: int, here: DossierState | None = None) -> str:
    source = TrackingSource.HERE if here else TrackingSource.PORTAL
    told = Tracked(
        status=DossierStatus(receipt_no="17012345680", status=status, changed_at=AT),
        source=source,
        as_of=AT,
        here=here,
    )
    signs = {Progress.DONE: "x", Progress.NOW: "o", Progress.LATER: "."}
    return "".join(signs[step.progress] for step in steps_of(told))


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (0, "xo..."),
        (1, "xo..."),
        (2, "xxo.."),
        (4, "xxo.."),
        (5, "xxo.."),
        (6, "xxo.."),
        (7, "xxo.."),
        (9, "xxxo."),
        (10, "xxxxx"),
    ],
)
def test_each_state_shows_what_is_done_and_what_is_now(status, shown) -> None:
    assert steps(status) == shown


@pytest.mark.parametrize("status", [3, 8, 90, 91, 77])
def test_a_way_that_ended_or_is_unknown_has_no_steps(status) -> None:
    assert steps(status) == ""


def test_what_still_waits_here_has_not_arrived() -> None:
    assert steps(0, DossierState.QUEUED) == "o...."
    assert steps(0, DossierState.PARKED) == "o...."
    assert steps(0, DossierState.SENT) == "xo..."
