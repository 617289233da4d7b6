"""What a line between hall and city does to bytes: slow, cut, reset, intercepted; nothing counts as sent."""

import contextlib
import datetime as dt
import json
import socket
import ssl
import threading
import time

import pytest
import requests
import trustme

from kiosk.ports.portal import NotOurPortal, PortalUnreachable, RateLimited
from kiosk.services.synchronise import Line, Synchronise
from offline_cache.portal_client import HttpPortal, PortalTimes
from offline_cache.sealing import DeviceKey
from tests.end_to_end.test_portal_exchange import Kiosk
from tests.fakes.bad_line import Trouble, bad_line
from tests.fakes.dossiers import demo_keys
from tests.fakes.tasks import InlineRunner

SHORT = PortalTimes(connect_s=2, read_s=1.5, whole_s=3.0)


@pytest.fixture
def line(reference_portal):
    with bad_line(reference_portal.port) as line:
        yield line


@pytest.fixture
def kiosk(tmp_path, line):
    kiosk = Kiosk(tmp_path / "home", f"http://127.0.0.1:{line.port}")
    kiosk.portal.close()
    kiosk.portal = kiosk.client(f"http://127.0.0.1:{line.port}", times=SHORT)
    kiosk.sync = Synchronise(
        InlineRunner(), kiosk.room.files.outbox, kiosk.portal, kiosk.room.clock, kiosk.scheduler
    )
    yield kiosk
    kiosk.close()


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(refuse=True),
        Trouble(swallow=True),
        Trouble(cut_after=0),
        Trouble(cut_after=30),
        Trouble(cut_after=400),
        Trouble(reset_after=1),
        Trouble(reset_after=300),
        Trouble(drip_s=0.05),
        Trouble(delay_s=2.0),
    ],
    ids=repr,
)
def test_a_broken_line_is_offline_and_the_first_good_one_brings_everything_once(
    kiosk, line, reference_portal, trouble
):
    dossier = kiosk.room.submit("t")
    line.trouble = trouble

    kiosk.sync.start()
    assert kiosk.sync.state().line is Line.OFFLINE
    assert kiosk.sync.state().waiting == 1
    line.trouble = Trouble()
    kiosk.portal.close()  # a kept connection would still be the bad line
    kiosk.sync.nudge()

    assert kiosk.sync.state().waiting == 0, kiosk.sync.state().reason
    assert [row.receipt_no for row in reference_portal.storage.find()] == [dossier.receipt_no]


def test_a_byte_a_second_does_not_hold_the_lane_longer_than_a_whole_answer_may_take(kiosk, line):
    line.trouble = Trouble(drip_s=0.1)
    began_s = time.monotonic()

    with pytest.raises(PortalUnreachable, match=r"longer than 3.0 s"):
        kiosk.portal.hello()

    assert time.monotonic() - began_s < 15


@pytest.fixture
def client(tmp_path):
    """Make a client of the port of a stranger."""
    made = []

    def make(port: int, scheme: str = "http") -> HttpPortal:
        url = f"{scheme}://127.0.0.1:{port}"
        made.append(HttpPortal(url, keys=demo_keys(), device=DeviceKey(tmp_path), times=SHORT))
        return made[-1]

    yield make
    for one in made:
        one.close()


class Stranger:
    """Something else that answers at the portal's address: each connection gets the same bytes."""

    def __init__(self, answer: bytes, *, context: ssl.SSLContext | None = None) -> None:
        self._answer, self._context = answer, context
        self.heard = b""
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            connection.settimeout(5)
            spoken = connection
            with contextlib.suppress(OSError):
                if self._context is not None:
                    spoken = self._context.wrap_socket(connection, server_side=True)
                self.heard += spoken.recv(65_536)
                spoken.sendall(self._answer)
                spoken.shutdown(socket.SHUT_RDWR)
            spoken.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)


@contextlib.contextmanager
def stranger(answer: bytes, **more):
    one = Stranger(answer, **more)
    try:
        yield one
    finally:
        one.close()


def http(
    body: bytes, *, status: str = "200 OK", kind: str = "application/json", header: bool = True
) -> bytes:
    ours = "Kiosk-Portal: reference-portal-1;epoch=1;time=2026-11-24T08:00:00+07:00\r\n" if header else ""
    head = f"HTTP/1.1 {status}\r\n{ours}Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


SIGNED = b'"sig":{"kid":"ack-demo-1","value":"AAAA"}'


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", PortalUnreachable),
        (b"SSH-2.0-router\r\n", PortalUnreachable),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", PortalUnreachable),
        (http(b"log in", status="511 Network Authentication Required", header=False), NotOurPortal),
        (http(b"", status="504 Gateway Timeout", header=False), PortalUnreachable),
        (http(b"{}"), PortalUnreachable),
        (http(b"[]"), PortalUnreachable),
        (http(b"\xef\xbb\xbf{}"), PortalUnreachable),
        (http(b'{"epoch":1,"epoch":2,' + SIGNED + b"}"), PortalUnreachable),
        (http(b'{"instance":"\\ud800",' + SIGNED + b"}"), PortalUnreachable),
        (http(b'{"epoch":"one",' + SIGNED + b"}"), PortalUnreachable),
        (http(b'{"server_time":' + b"[" * 20_000), PortalUnreachable),
        (http(b"\xff\xfe\x00"), PortalUnreachable),
        (http(b"<html>", kind="text/html"), NotOurPortal),
        (http(b"{}", status="999 Rubbish"), PortalUnreachable),
        (http(b" " * 50_000_000), PortalUnreachable),
    ],
    ids=lambda value: value[:40].hex() if isinstance(value, bytes) else value.__name__,
)
def test_an_answer_of_something_else_has_its_error(client, answer, error):
    with stranger(answer) as found, pytest.raises(error):
        client(found.port).hello()


def context_of(authority: trustme.CA, name: str, **more) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name, **more).configure_cert(context)
    return context


YESTERDAY = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("is_trusted", "name", "more"),
    [
        (False, "127.0.0.1", {}),
        (True, "elsewhere.example", {}),
        (True, "127.0.0.1", {"not_after": YESTERDAY, "not_before": YESTERDAY - dt.timedelta(days=9)}),
    ],
    ids=["unknown authority, as an interceptor has", "wrong host", "expired"],
)
def test_before_the_certificate_fits_not_a_byte_of_a_request_leaves(tmp_path, client, is_trusted, name, more):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    with stranger(http(b"{}"), context=context_of(authority, name, **more)) as found:
        portal = client(found.port, "https")
        if is_trusted:
            portal._channel._session.verify = str(tmp_path / "authority.pem")

        with pytest.raises(PortalUnreachable, match=r"SSLError|ConnectionError"):
            portal.hello()

        assert found.heard == b""


def test_another_portal_at_our_address_is_not_ours(client, reference_portal):
    """A lie of the name service: a whole portal answers, with keys of its own."""
    real = requests.get(f"{reference_portal.url}/kiosk/v1/hello?nonce={'n' * 32}", timeout=30)
    said = json.loads(real.content) | {"epoch": 9}
    with stranger(http(json.dumps(said).encode())) as found, pytest.raises(NotOurPortal, match="sig"):
        client(found.port).hello()


def test_retry_after_as_a_date_is_one_minute_because_our_clock_may_be_wrong(kiosk, reference_portal):
    reference_portal.faults.plan("retry_after:Wed, 25 Nov 2026 07:28:00 GMT", where="^GET ")

    with pytest.raises(RateLimited) as refusal:
        kiosk.portal.hello()

    assert refusal.value.retry_after_s == 60
