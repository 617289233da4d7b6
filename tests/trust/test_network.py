"""A line that is slow, endless, broken or led elsewhere."""

import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.trust.fetching import FetchFailed, Patience
from offline_cache.trust.http_fetcher import HttpFetcher
from offline_cache.trust.repository import SignedRepository
from tests.trust.conftest import SETTINGS, served
from tests.trust.demo import SHIPPED_ROOT


@contextmanager
def answering(talk):
    """A server that reads each request and lets `talk(connection, stop)` answer; yields its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.05)
    stop = threading.Event()

    def serve():
        while not stop.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(2)
                try:
                    connection.recv(65536)
                    talk(connection, stop)
                except OSError:
                    continue  # the kiosk has hung up, as it should

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stop.set()
        thread.join(10)
        listener.close()


def dribble(connection, stop, content: bytes) -> None:
    for byte in content:
        if stop.wait(0.02):
            return
        connection.sendall(bytes([byte]))


def slow_body(connection, stop):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    dribble(connection, stop, b"x" * 5000)


def slow_header(connection, stop):
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Wait: ")
    dribble(connection, stop, b"x" * 5000)


def slow_chunk_mark(connection, stop):
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;wait=")
    dribble(connection, stop, b"x" * 5000)


def silent(_connection, stop):
    stop.wait(5)


@pytest.mark.parametrize(
    "talk", [slow_body, slow_header, slow_chunk_mark, silent], ids=lambda talk: talk.__name__
)
def test_a_server_that_takes_its_time_is_left_in_time(town, talk):
    town.patience = Patience(connect_s=1, read_s=5, first_s=0.4)
    with answering(talk) as town.origin:
        assert town.refusal().problem is UpdateProblem.TOO_SLOW


def test_a_server_that_never_ends_is_cut_off(town):
    def endless(connection, stop):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not stop.is_set():
            connection.sendall(b" " * 65536)

    with answering(endless) as town.origin:
        assert town.refusal().problem is UpdateProblem.TOO_LARGE


def test_a_packed_answer_is_not_unpacked(town):
    def packed(connection, _stop):
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\x08\x00"
        )

    with answering(packed) as town.origin:
        assert town.refusal().problem is UpdateProblem.UNREADABLE


def test_a_redirection_is_not_followed(town):
    with served(town.folder) as real:

        def elsewhere(connection, _stop):
            connection.sendall(
                f"HTTP/1.1 302 Found\r\nLocation: {real}\r\nContent-Length: 0\r\n\r\n".encode()
            )

        with answering(elsewhere) as town.origin:
            assert town.refusal().problem is UpdateProblem.UNREACHABLE


def test_a_broken_server_is_told_as_unreachable(town):
    with served(town.folder) as town.origin:
        town.fetch()

    def broken(connection, _stop):
        connection.sendall(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")

    with answering(broken) as town.origin:
        assert town.refusal().problem is UpdateProblem.UNREACHABLE
    assert town.kept() == SETTINGS


def test_an_answer_cut_off_is_told_and_changes_nothing(town):
    with served(town.folder) as town.origin:
        town.fetch()

    def cut(connection, _stop):
        connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"signatures"')

    with answering(cut) as town.origin:
        assert town.refusal().problem in {UpdateProblem.UNREACHABLE, UpdateProblem.UNREADABLE}
    assert town.kept() == SETTINGS


def test_nobody_listening_is_told_as_unreachable(town):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        town.origin = f"http://127.0.0.1:{taken.getsockname()[1]}"

    assert town.refusal().problem is UpdateProblem.UNREACHABLE


def test_a_proxy_of_the_environment_is_not_used(town, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with served(town.folder) as town.origin:
        town.fetch()

    assert town.kept() == SETTINGS


def test_the_proxy_of_the_settings_is_used(town):
    asked = []

    def proxy(connection, _stop):
        asked.append(True)
        connection.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")

    with answering(proxy) as address:
        kiosk = SignedRepository(
            town.home, demo=False, demo_root=SHIPPED_ROOT.read_bytes(), clock=town.clock, proxy=address
        )
        with pytest.raises(UpdateRefused) as refused:
            kiosk.fetch("http://updates.example")

    assert refused.value.problem is UpdateProblem.UNREACHABLE
    assert asked


def test_a_delivery_over_a_real_line_is_the_same_as_from_a_stick(town):
    by_stick = town.fetch()
    with served(town.folder) as town.origin:
        by_line = town.fetch()

    assert by_line.unchanged == by_stick.new
    assert not by_line.new


class TestSecureLine:
    """HTTPS goes through the same deadlines."""

    def fetcher(self, tmp_path, certificate, *, first_s=5.0):
        fetcher = HttpFetcher(tmp_path, Patience(connect_s=2, read_s=2, first_s=first_s))
        fetcher._session.verify = str(certificate)
        return fetcher

    def test_files_come_over_it(self, tmp_path):
        (tmp_path / "file").write_bytes(b"signed")
        certificate = self_signed(tmp_path)
        with served(tmp_path, certificate) as address:
            fetcher = self.fetcher(tmp_path, certificate)
            assert fetcher.download_bytes(f"{address}/file", 100) == b"signed"
            assert fetcher.download_bytes(f"{address}/file", 100) == b"signed"
            fetcher.close()

    def test_a_server_without_a_known_certificate_is_not_talked_to(self, tmp_path):
        certificate = self_signed(tmp_path)
        with served(tmp_path, certificate) as address:
            fetcher = HttpFetcher(tmp_path, Patience())
            with pytest.raises(FetchFailed):
                fetcher.download_bytes(f"{address}/file", 100)
            fetcher.close()


def self_signed(folder):
    """Write a certificate and its key for 127.0.0.1 into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    path.write_bytes(
        certificate.public_bytes(Encoding.PEM)
        + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    return path
