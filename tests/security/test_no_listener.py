"""Nobody can knock: the kiosk listens on no port, and its one socket is a file for its own user."""

import psutil

from tests.reliability.test_damaged_outbox import declare


def test_a_kiosk_in_use_listens_on_no_port(citizen):
    before = listeners()
    citizen.begin()
    declare(citizen)

    assert listeners() == before
    sockets = [path for path in (citizen.home / "demo").iterdir() if path.is_socket()]
    assert [path for path in sockets if path.stat().st_mode & 0o077] == []


def listeners():
    """Every port this process listens on; the test's own tools may hold some from before."""
    found = psutil.Process().net_connections(kind="inet")
    return {one.laddr for one in found if one.status == psutil.CONN_LISTEN}
