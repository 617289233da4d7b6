"""The call in the hall's network: over real sockets of this machine."""

import json
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kiosk.ports.help_line import HelpLineFailed, HelpWords
from offline_cache.help_line import NetworkHelpLine

WORDS = HelpWords(kiosk="số 1", hall="Phường Mẫu", called_at=datetime(2026, 11, 24, 9, 42, tzinfo=UTC))
SAID = {"call": "help", "kiosk": "số 1", "hall": "Phường Mẫu", "at": "2026-11-24T09:42:00+00:00"}


class _Desk(BaseHTTPRequestHandler):
    heard: list[bytes]
    answer = 204

    def do_POST(self) -> None:
        type(self).heard.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(type(self).answer)
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        return


@pytest.fixture
def desk() -> Iterator[tuple[str, type[_Desk]]]:
    handler = type("Desk", (_Desk,), {"heard": []})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/help", handler
        server.shutdown()
        thread.join()


def test_nothing_configured_is_not_available() -> None:
    assert not NetworkHelpLine("").available


def test_a_packet_goes_out_and_is_not_called_confirmed() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.bind(("127.0.0.1", 0))
        ear.settimeout(5)
        line = NetworkHelpLine(f"udp://127.0.0.1:{ear.getsockname()[1]}")

        assert line.available
        assert line.tell(WORDS) is False
        assert json.loads(ear.recv(2000)) == SAID


def test_an_answer_of_the_desk_confirms(desk) -> None:
    address, handler = desk

    assert NetworkHelpLine(address).tell(WORDS) is True
    assert [json.loads(body) for body in handler.heard] == [SAID]


@pytest.mark.parametrize("answer", [302, 404, 500])
def test_a_desk_that_refuses_or_points_elsewhere_has_not_taken_it(desk, answer) -> None:
    address, handler = desk
    handler.answer = answer

    with pytest.raises(HelpLineFailed, match=str(answer)):
        NetworkHelpLine(address).tell(WORDS)
    assert len(handler.heard) == 1


def test_nobody_at_the_address_is_a_failure_not_a_fault() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as held:
        held.bind(("127.0.0.1", 0))
        with pytest.raises(HelpLineFailed):
            NetworkHelpLine(f"http://127.0.0.1:{held.getsockname()[1]}/").tell(WORDS)


@pytest.mark.parametrize("address", ["udp://name.invalid:9100", "udp://127.0.0.1:99999"])
def test_an_address_that_cannot_be_is_a_failure_too(address) -> None:
    with pytest.raises(HelpLineFailed):
        NetworkHelpLine(address).tell(WORDS)
