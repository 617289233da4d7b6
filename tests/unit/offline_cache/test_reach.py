"""Knocking at addresses, with a server of our own and with a port where nobody listens."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from offline_cache.reach import knock, own_address, own_network


class Answers(BaseHTTPRequestHandler):
    """Says 404 with a date, as a stranger would."""

    def do_GET(self):
        self.send_response_only(404)
        self.send_header("Date", self.server.date)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words):
        return


@pytest.fixture
def server():
    made = HTTPServer(("127.0.0.1", 0), Answers)
    made.date = "Wed, 25 Nov 2026 02:42:00 GMT"
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    made.shutdown()
    thread.join(5)
    made.server_close()


def address(server):
    return f"http://127.0.0.1:{server.server_port}/"


def test_what_answers_is_told_with_its_time(server):
    answer = knock(address(server))

    assert answer.status == 404
    assert answer.server_time.isoformat() == "2026-11-25T02:42:00+00:00"
    assert answer.took_ms >= 0


@pytest.mark.parametrize("date", ["yesterday", ""])
def test_a_time_that_is_none_is_not_believed(server, date):
    server.date = date

    assert knock(address(server)).server_time is None


def test_where_nobody_listens_nobody_answers():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    assert knock(f"http://127.0.0.1:{port}/").status == 0


def test_an_environments_proxy_is_never_asked(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    assert knock(address(server)).status == 404


def test_a_proxy_of_the_settings_is_asked():
    assert knock("http://portal.example/", proxy="http://127.0.0.1:9").status == 0


def test_the_network_around_an_address_has_256_of_them():
    assert own_network("192.0.2.77") == "192.0.2.0/24"
    assert own_network("2001:db8::1") == own_network("") == own_network("x") == ""


def test_the_own_address_is_one_or_nothing():
    assert own_address() == "" or own_network(own_address()) or ":" in own_address()
