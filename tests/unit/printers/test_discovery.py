"""Looking for printers."""

import socket

import pytest

from printers.discovery import on_network


def test_a_host_that_listens_is_found_and_one_that_does_not_is_not():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

        (found,) = on_network("127.0.0.1/32", port=port)

    assert (found.driver, found.address) == ("escpos_network", f"127.0.0.1:{port}")
    assert on_network("127.0.0.1/32", port=port) == ()


@pytest.mark.parametrize(("network", "reason"), [("10.0.0.0/16", "at most 256"), ("nonsense", "appear")])
def test_a_network_too_large_or_none_is_refused(network, reason):
    with pytest.raises(ValueError, match=reason):
        on_network(network)
