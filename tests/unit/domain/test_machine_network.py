"""Addresses, times and Wi-Fi codes as technicians type and scan them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.machine_network import (
    WifiTicket,
    is_password,
    read_fixed_address,
    read_moment,
    read_wifi_ticket,
)


def test_an_address_with_its_gateway_and_name_servers_is_read():
    read = read_fixed_address(" 192.168.1.20/24  192.168.1.1 8.8.8.8 1.1.1.1")

    assert (str(read.interface), str(read.gateway)) == ("192.168.1.20/24", "192.168.1.1")
    assert [str(server) for server in read.dns] == ["8.8.8.8", "1.1.1.1"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "192.168.1.20/24",
        "192.168.1.20 192.168.1.1",
        "192.168.1.0/24 192.168.1.1",
        "192.168.1.255/24 192.168.1.1",
        "192.168.1.20/24 192.168.1.20",
        "192.168.1.20/24 192.168.2.1",
        "192.168.1.20/24 192.168.1.255",
        "192.168.1.20/31 192.168.1.21",
        "127.0.0.2/8 127.0.0.1",
        "192.168.1.20/24 192.168.1.1 dns",
        "300.1.1.1/24 300.1.1.2",
    ],
)
def test_an_address_that_cannot_work_is_refused(text):
    with pytest.raises(ValueError):
        read_fixed_address(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:05 25/11/2026", datetime(2026, 11, 25, 8, 5)),  # noqa: DTZ001
        (" 08h05 1/2/2027 ", datetime(2027, 2, 1, 8, 5)),  # noqa: DTZ001
    ],
)
def test_a_moment_is_read_as_people_write_it(text, moment):
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    "text", ["", "8:05", "25:00 1/1/2027", "8:05 31/02/2027", "8:05 1/1/1970", "8:05 1/1/2135"]
)
def test_a_moment_that_cannot_be_is_refused(text):
    with pytest.raises(ValueError):
        read_moment(text)


@pytest.mark.parametrize(
    ("text", "ticket"),
    [
        ("WIFI:T:WPA;S:Nha Toi;P:12345678;;", WifiTicket(ssid="Nha Toi", password="12345678")),
        (
            'WIFI:S:A\\;B\\:C;T:WPA;P:a\\\\b\\,c\\"d1;H:false;;',
            WifiTicket(ssid="A;B:C", password='a\\b,c"d1'),
        ),
        ("WIFI:T:nopass;S:Mo cua;;", WifiTicket(ssid="Mo cua", password="")),
        ("WIFI:S:Mo cua;;", WifiTicket(ssid="Mo cua", password="")),
        ("WIFI:T:WPA;S:Nha Toi;P:1234567;;", None),
        ("WIFI:T:WPA;S:;P:12345678;;", None),
        ("WIFI:T:WPA;S:" + "đ" * 17 + ";P:12345678;;", None),
        ("HNPK1:170123456|1", None),
        ("WIFI:", None),
    ],
)
def test_the_code_of_a_router_is_read_or_refused_whole(text, ticket):
    assert read_wifi_ticket(text) == ticket


@given(st.text(max_size=200))
def test_no_scanned_text_breaks_the_reading(text):
    ticket = read_wifi_ticket("WIFI:" + text)

    assert ticket is None or is_password(ticket.password)
