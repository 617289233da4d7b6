"""A city with its signed repository, a kiosk that trusts it, and the ways between them."""

import shutil
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.trust.anchor import pin_root
from offline_cache.trust.fetching import Patience
from offline_cache.trust.repository import SignedRepository
from tests.fakes.clock import FakeClock
from tests.trust.city_repository import CityRepository, new_keys
from tests.trust.demo import SHIPPED_ROOT

SETTINGS, CATALOGUE = b'[kiosk]\nname = "1"\n', b"a catalogue, as far as trust is concerned" * 200


class Town:
    """`city` publishes into `folder`; `kiosk` fetches from there, or from where `origin` points."""

    def __init__(self, root: Path) -> None:
        self.root, self.clock = root, FakeClock()
        self.folder, self.home = root / "stick", root / "home"
        self.city = CityRepository(self.folder, new_keys(), now=self.now())
        self.city.create()
        self.city.publish(
            {"settings.toml": SETTINGS, "catalogue.jsonl.gz": CATALOGUE}, {"settings.toml": "1"}
        )
        self.origin = str(self.folder)
        self.patience = Patience(connect_s=2, read_s=2, first_s=5)
        pin_root(self.home, self.city.root_sha256(), demo_root=SHIPPED_ROOT.read_bytes())

    def now(self):
        return self.clock.now().astimezone(UTC).replace(microsecond=0)

    @property
    def kiosk(self) -> SignedRepository:
        """A kiosk that has just been started: it knows only what its disk knows."""
        return SignedRepository(
            self.home,
            demo=False,
            demo_root=SHIPPED_ROOT.read_bytes(),
            clock=self.clock,
            patience=self.patience,
        )

    def fetch(self):
        return self.kiosk.fetch(self.origin)

    def refusal(self) -> UpdateRefused:
        with pytest.raises(UpdateRefused) as refused:
            self.fetch()
        return refused.value

    def refusal_of(self, folder: Path):
        with pytest.raises(UpdateRefused) as refused:
            self.kiosk.fetch(str(folder))
        return refused.value.problem

    def publish(self, content: bytes) -> None:
        self.city.now = self.now()
        self.city.publish({"settings.toml": content})

    def kept(self, name: str = "settings.toml") -> bytes | None:
        path = self.kiosk.path_of(name)
        return path.read_bytes() if path else None

    def copy_of_folder(self) -> Path:
        copy = self.root / "copy"
        shutil.copytree(self.folder, copy)
        return copy

    def metadata(self, role: str) -> Path:
        return self.city._newest(role)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments):
        return


@contextmanager
def served(folder: Path, certificate: Path | None = None):
    """Serve `folder` over HTTP, over HTTPS with a certificate; yield the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    server.handle_error = lambda *_arguments: None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


@pytest.fixture
def town(tmp_path):
    return Town(tmp_path)


@pytest.fixture(params=["folder", "network"])
def either_town(tmp_path, request):
    """The same town, reached by stick and by network: the same rules hold."""
    town = Town(tmp_path)
    if request.param == "folder":
        yield town
        return
    with served(town.folder) as town.origin:
        yield town
