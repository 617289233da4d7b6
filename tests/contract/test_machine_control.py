"""What every network and clock of a machine keeps to: the fake, and adapters over programs that stand in."""

import json
from datetime import datetime

import pytest

from config.network_manager import NmcliNetwork
from config.time_service import TimedatectlClock
from kiosk.domain.machine_network import HALL_ZONE, read_fixed_address
from kiosk.ports.machine_control import MachineRefused, Refusal
from tests.fakes.machine_control import AT_HOME, PASSWORD, FakeMachineClock, FakeMachineNetwork, stand_in

FIXED = read_fixed_address("192.168.1.20/24 192.168.1.1")


class Programs:
    """A folder that is all of PATH, and what its programs remember."""

    def __init__(self, folder, monkeypatch):
        self.folder = folder
        monkeypatch.setenv("PATH", str(folder))

    def remember(self, name, **values):
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps(self.state(name) | values), "utf-8")

    def state(self, name):
        return json.loads((self.folder / f"{name}.json").read_text("utf-8"))


@pytest.fixture
def programs(tmp_path, monkeypatch):
    for name in ("nmcli", "timedatectl"):
        stand_in(tmp_path, name)
    return Programs(tmp_path, monkeypatch)


@pytest.fixture(params=["fake", "nmcli"])
def network(request):
    if request.param == "fake":
        return FakeMachineNetwork()
    request.getfixturevalue("programs")
    return NmcliNetwork()


@pytest.fixture(params=["fake", "timedatectl"])
def clock(request):
    if request.param == "fake":
        return FakeMachineClock()
    request.getfixturevalue("programs")
    return TimedatectlClock()


def test_a_wire_with_an_address_of_its_own_accord_is_told(network):
    now = network.in_use()

    assert (now.address, now.is_fixed, now.ssid, now.has_wifi) == ("10.0.0.5/24", False, "", True)


def test_a_fixed_address_is_taken_and_given_up_again(network):
    network.use_address(FIXED)
    assert (network.in_use().address, network.in_use().is_fixed) == ("192.168.1.20/24", True)

    network.use_address(None)
    assert (network.in_use().address, network.in_use().is_fixed) == ("10.0.0.5/24", False)


def test_each_wifi_is_found_once_the_strongest_first_and_none_without_a_name(network):
    found = [(point.ssid, point.signal, point.is_secured) for point in network.access_points()]

    assert found == [(AT_HOME, 82, True), ("Mo cua", 40, False)]


@pytest.mark.parametrize(("ssid", "password"), [(AT_HOME, PASSWORD), ("Mo cua", "")])
def test_wifi_is_joined_with_its_password_or_without_one(network, ssid, password):
    network.join(ssid, password)

    assert network.in_use().ssid == ssid
    assert [point.ssid for point in network.access_points() if point.in_use] == [ssid]


@pytest.mark.parametrize(
    ("ssid", "password", "reason"),
    [(AT_HOME, "sai mat khau", Refusal.PASSWORD), ("Xa lam", "12345678", Refusal.NOT_FOUND)],
)
def test_a_wrong_password_and_a_network_that_is_gone_are_told_apart(network, ssid, password, reason):
    with pytest.raises(MachineRefused) as refused:
        network.join(ssid, password)

    assert refused.value.reason is reason
    assert password not in str(refused.value)
    assert network.in_use().ssid == ""


def test_the_clock_follows_time_servers_or_not(clock):
    assert clock.in_use().follows is False

    clock.follow(on=True)
    assert clock.in_use().follows is True


def test_the_zone_is_changed(clock):
    clock.use_zone(HALL_ZONE)

    assert clock.in_use().zone == HALL_ZONE


def test_setting_the_clock_by_hand_ends_following_time_servers(clock):
    clock.follow(on=True)

    clock.set(datetime(2026, 11, 25, 8, 5))  # noqa: DTZ001  the zone's own

    assert clock.in_use().follows is False


def test_a_password_never_stands_among_the_arguments(programs):
    NmcliNetwork().join(AT_HOME, PASSWORD)

    assert not any(PASSWORD in word for words in programs.state("nmcli")["asked"] for word in words)


def test_an_address_that_does_not_work_leaves_the_old_one(programs):
    network = NmcliNetwork()
    network.in_use()
    programs.remember("nmcli", fails="up")

    with pytest.raises(MachineRefused) as refused:
        network.use_address(FIXED)

    assert refused.value.reason is Refusal.FAILED
    assert (programs.state("nmcli")["ipv4.method"], network.in_use().address) == ("auto", "10.0.0.5/24")


def test_what_the_system_forbids_is_told_as_forbidden(programs):
    NmcliNetwork().in_use()
    TimedatectlClock().follow(on=False)
    programs.remember("nmcli", fails="modify")
    programs.remember("timedatectl", fails="Access denied")

    with pytest.raises(MachineRefused) as at_network:
        NmcliNetwork().use_address(None)
    with pytest.raises(MachineRefused) as at_clock:
        TimedatectlClock().use_zone(HALL_ZONE)

    assert {at_network.value.reason, at_clock.value.reason} == {Refusal.NOT_ALLOWED}


def test_a_machine_without_these_programs_cannot_be_asked(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert NmcliNetwork().in_use() is None
    assert TimedatectlClock().in_use() is None


def test_a_program_that_never_answers_is_given_up(programs, monkeypatch):
    (programs.folder / "timedatectl").write_text("#!/bin/sh\nexec /bin/sleep 60\n", "utf-8")
    monkeypatch.setattr("config.time_service._WITHIN_S", 0.2)

    with pytest.raises(MachineRefused) as refused:
        TimedatectlClock().use_zone(HALL_ZONE)

    assert refused.value.reason is Refusal.NO_ANSWER
