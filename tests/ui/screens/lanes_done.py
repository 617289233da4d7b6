"""Waiting until lanes have done what was asked of them, and the screen shows it."""

from kiosk.ports.tasks import Lane
from tests.ui.screens.citizen import Citizen


def lanes_done(citizen: Citizen, *lanes: Lane) -> None:
    """Wait until each lane has done what stood before in it; answers come in between."""
    for lane in lanes:
        told: list[bool] = []
        citizen.kiosk.tasks.submit(lane, lambda: True, done=told.append)
        citizen.until(lambda told=told: bool(told), f"the {lane.value} lane")
        citizen.settle()


def after_staff(citizen: Citizen) -> None:
    """Wait for what staff asked for, and for the act that was noted after it."""
    lanes_done(citizen, Lane.STAFF, Lane.STAFF)
