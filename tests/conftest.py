"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from config.start_memory import collect_what_is_due, hold_collector

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

pytest_plugins = ["tests.portal.fixtures"]

# How long an example takes says how busy the machine is, not whether the kiosk is right.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

# As in the running kiosk: only this thread collects, never one that works beside it.
hold_collector()

REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_runtest_teardown() -> None:
    collect_what_is_due()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real procedures, portal answers and queries; present beside the project in CI."""
    shared = Path(os.environ.get("KIOSK_SHARED", REPOSITORY.parent / "shared")) / "data"
    if not shared.is_dir():
        pytest.skip(f"real data not present beside the project ({shared.parent.name}/data)")
    return shared
