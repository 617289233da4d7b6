"""The machine's own network and clock on the technician's glass."""

from datetime import datetime

import pytest

from kiosk.domain.machine_network import HALL_ZONE
from kiosk.ports.machine_control import Refusal
from tests.fakes.machine_control import AT_HOME, PASSWORD, FakeMachineClock, FakeMachineNetwork
from tests.ui.screens.staff_stops import STAFF_STOPS
from tests.ui.screens.test_setting_up import lanes_done


@pytest.fixture
def machine(citizen):
    """A technician is in; the system's network and clock are fakes."""
    STAFF_STOPS["tech_network"](citizen)
    system = citizen.kiosk.staff.technicians.system
    system._network, system._clock = FakeMachineNetwork(), FakeMachineClock()
    return citizen


def system_of(citizen):
    return citizen.kiosk.staff.technicians.system


def audit_of(citizen):
    lanes_done(citizen)
    return "\n".join(file.read_text("utf-8") for file in citizen.home.rglob("*audit*") if file.is_file())


def to_network(citizen):
    citizen.touch("row-own")
    citizen.see("Tự nhận địa chỉ")


def test_wifi_is_found_joined_with_its_password_and_the_password_is_nowhere(machine):
    to_network(machine)
    machine.touch("primary")
    machine.see(AT_HOME)
    machine.touch(f"row-wifi:{AT_HOME}")
    for sign in "Mat khau-2026!":
        type_sign(machine, sign)
    assert PASSWORD not in machine.texts()
    machine.touch("key-submit")

    machine.see("Đang dùng: 192.168.9.7/24")
    assert system_of(machine)._network.now.ssid == AT_HOME
    written = audit_of(machine)
    assert PASSWORD not in written


def type_sign(citizen, sign):
    """Find the key of a sign as a person does: capitals and numbers have their own pages."""
    if sign == " ":
        citizen.touch("key-space")
        return
    names = {"-": "key--", "!": "key-!"}
    name = names.get(sign, f"key-{sign}")
    is_on_numbers = sign in "1234567890-!"
    if citizen.shows("key-1") is not is_on_numbers:
        citizen.touch("key-numbers")
    if sign.isupper():
        citizen.touch("key-capitals")
    citizen.touch(name)
    if sign.isupper():
        citizen.touch("key-capitals")


def test_a_wrong_password_is_said_and_can_be_typed_again(machine):
    to_network(machine)
    machine.touch("primary")
    machine.see(AT_HOME)
    machine.touch(f"row-wifi:{AT_HOME}")
    for sign in "saisaisai":
        type_sign(machine, sign)
    machine.touch("key-submit")

    machine.see("Mật khẩu Wi-Fi không đúng.")
    assert machine.screen_name() == "tech_machine_value"


def test_a_password_too_short_never_reaches_the_system(machine):
    machine.open("tech_machine_value", key="password", ssid=AT_HOME)
    machine.touch("key-a")
    machine.touch("key-submit")

    machine.see("Mật khẩu có 8 đến 63 chữ không dấu.")


def test_the_code_of_a_router_joins_at_once(machine):
    to_network(machine)
    machine.kiosk.scans.take(f"WIFI:T:WPA;S:{AT_HOME.replace(':', chr(92) + ':')};P:{PASSWORD};;")

    machine.see("Đã đổi mạng của máy")
    assert system_of(machine)._network.now.ssid == AT_HOME


def test_a_fixed_address_is_typed_taken_and_given_up(machine):
    to_network(machine)
    machine.touch("row-fixed")
    machine.kiosk.way.current.view_model._typed("192.168.1.20/24 192.168.1.1")
    machine.touch("key-submit")
    machine.see("Đang dùng: 192.168.1.20/24")

    machine.touch("row-itself")
    machine.see("Đang dùng: 10.0.0.5/24")


def test_what_the_system_refuses_is_said_and_the_old_way_stays(machine):
    to_network(machine)
    system_of(machine)._network.refuses = Refusal.NOT_ALLOWED
    machine.touch("row-itself")

    machine.see("Mạng chưa đổi")
    machine.see("Hệ thống không cho máy này đổi.")


def test_a_machine_that_cannot_be_asked_says_what_to_type(machine):
    system_of(machine)._network.now = None
    system_of(machine)._clock.now = None
    machine.touch("row-own")
    machine.see("Người quản trị gõ trên máy: nmtui")
    machine.touch("bar-back")
    machine.touch("row-clock")

    machine.see("Người quản trị gõ: timedatectl set-ntp true")


def test_the_clock_is_followed_put_in_its_zone_and_set_by_hand(machine):
    machine.touch("row-clock")
    machine.see("Đang tắt. Chạm để bật.")
    machine.touch("row-follow")
    machine.see("Đang bật, chưa máy chủ nào trả lời")
    machine.touch("row-zone")
    machine.see(HALL_ZONE)
    machine.touch("row-hand")
    machine.kiosk.way.current.view_model._typed("8:05 25/11/2026")
    machine.touch("key-submit")
    machine.until(lambda: machine.screen_name() == "tech_clock", "the clock's page")

    clock = system_of(machine)._clock
    assert (clock.was_set, clock.now.zone) == (datetime(2026, 11, 25, 8, 5), HALL_ZONE)  # noqa: DTZ001
    assert "clock 2026-11-25 08:05" in audit_of(machine)


def test_a_time_that_cannot_be_is_refused_on_the_spot(machine):
    machine.open("tech_machine_value", key="moment")
    machine.kiosk.way.current.view_model._typed("25:00 1/1/2027")
    machine.touch("key-submit")

    machine.see("Giờ hoặc ngày chưa đúng. Xem lại.")
