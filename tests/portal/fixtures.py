"""The reference portal on a free loopback port, in a thread of the test."""

import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def running(folder: Path, port: int = 0, *, database: str = ""):
    """Yield a portal that listens, with its `url`. `database`: an SQLAlchemy URL, for PostgreSQL."""
    import uvicorn  # here, so that other tests do not wait for it

    from tests.portal.reference_portal.app import ReferencePortal

    portal = ReferencePortal(folder, url=database)
    config = uvicorn.Config(
        portal.asgi, host="127.0.0.1", port=port, log_level="critical", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    portal.port = socket.getsockname()[1]
    portal.url = f"http://127.0.0.1:{portal.port}"
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    deadline_s = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline_s:
        threading.Event().wait(0.01)
    assert server.started, "the reference portal did not start"
    try:
        yield portal
    finally:
        server.should_exit = True
        thread.join(20)
        socket.close()
        portal.close()


@pytest.fixture
def reference_portal(tmp_path):
    with running(tmp_path / "portal") as portal:
        yield portal
