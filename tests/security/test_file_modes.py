"""What the kiosk leaves on its disk is for its own user alone, whatever the umask was."""

import os

import pytest

from tests.reliability.test_damaged_outbox import declare


@pytest.fixture
def lenient_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("lenient_umask")
def test_keys_forms_and_numbers_are_for_the_owner_only(citizen):
    citizen.begin()
    declare(citizen)

    room = citizen.home / "demo"
    open_to_others = {
        str(path.relative_to(citizen.home)): oct(path.stat().st_mode & 0o777)
        for path in (room, *room.rglob("*"))
        if path.stat().st_mode & 0o077
    }

    assert open_to_others == {}
    assert (room / "keys").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (room / "keys").iterdir()} == {0o600}
