"""A person who stands before the first page."""

import pytest


@pytest.fixture
def home(citizen):
    citizen.begin()
    return citizen
