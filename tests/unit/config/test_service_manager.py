import socket

import pytest

from config.service_manager import ServiceManager


@pytest.fixture
def manager_socket(tmp_path):
    path = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(path))
        listening.settimeout(5)
        yield path, listening


def test_it_tells_the_manager_that_it_is_up_alive_and_going(manager_socket):
    path, listening = manager_socket
    manager = ServiceManager({"NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": "20000000"})
    manager.ready()
    manager.alive()
    manager.stopping()

    assert [listening.recv(100) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]
    assert manager.interval_s == 5


def test_an_abstract_socket_s_name_begins_with_a_zero_byte(tmp_path):
    name = f"kiosk-test-{tmp_path.name}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind("\0" + name)
        listening.settimeout(5)
        ServiceManager({"NOTIFY_SOCKET": "@" + name}).ready()

        assert listening.recv(100) == b"READY=1"


def test_started_by_hand_it_tells_nobody_and_need_not_show_signs_of_life():
    manager = ServiceManager({"WATCHDOG_USEC": "20000000"})
    manager.ready()

    assert manager.interval_s == 0


def test_a_manager_that_does_not_listen_takes_nothing_down(tmp_path):
    ServiceManager({"NOTIFY_SOCKET": str(tmp_path / "nobody")}).alive()


@pytest.mark.parametrize("spent", ["", "soon", "-5"])
def test_without_a_time_nobody_waits_for_signs_of_life(spent, tmp_path):
    assert ServiceManager({"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": spent}).interval_s == 0
