"""After three days without a network, all kiosks come back at once: how long until nothing waits?

Run: python -m tests.benchmarks.bench_return [--kiosks 126] [--each 3] [--latency-ms 100]. The portal is a
process of its own on SQLite; the line adds the latency to every round trip, connections included. Prints
figures, never fails a bar.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from config.system_clock import SystemClock
from kiosk.domain.enrolment import read_ticket
from kiosk.ports.vault import PortalKeys
from kiosk.services.enrol import enrol
from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.sending_rounds import SendingRounds
from kiosk.services.submit_dossier import SubmitDossier
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.kiosk_portal import portal_of
from offline_cache.outbox_files import OutboxFiles
from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey
from tests.fakes.bad_line import Trouble, bad_line
from tests.fakes.dossiers import KEY_FILE, REPOSITORY, birth, slip
from tests.fakes.tasks import InlineRunner
from tests.portal.reference_portal.protocol import ticket
from tests.portal.reference_portal.storage import Storage

NO_KEYS = PortalKeys(is_demo=False, sealing=(), acknowledging=())
LONGEST_S = 1200.0


@dataclass
class Return:
    """One kiosk's way back: seconds until nothing waited, calls it needed, what still waits."""

    seconds: float = 0.0
    rounds: int = 0
    waiting: int = -1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kiosks", type=int, default=126)
    parser.add_argument("--each", type=int, default=3, help="dossiers each kiosk holds")
    parser.add_argument("--latency-ms", type=int, default=100, help="a round trip")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-return-") as folder:
        measure(Path(folder), options.kiosks, options.each, options.latency_ms / 1000)


def measure(folder: Path, kiosks: int, each: int, latency_s: float) -> None:
    homes = enrolled_homes(folder, kiosks)
    for home in homes:
        fill(home, each)
    with PortalProcess(folder / "portal") as port, bad_line(port) as line:
        line.trouble = Trouble(delay_s=latency_s / 2)
        returns = come_back(homes, f"http://127.0.0.1:{line.port}")
    storage = Storage(folder / "portal")
    arrived = [row.dossier_id for row in storage.find(limit=10**6)]
    storage.close()
    took = sorted(one.seconds for one in returns)
    print(f"{kiosks} kiosks, {each} dossiers each, {latency_s * 1000:.0f} ms a round trip")
    half_s, rounds = statistics.median(took), max(one.rounds for one in returns)
    print(f"nothing waits anywhere after {took[-1]:.1f} s; half of the kiosks after {half_s:.1f} s")
    print(f"{len(arrived) / took[-1]:.1f} dossiers a second; rounds of the slowest: {rounds}")
    print(f"told {kiosks * each}, arrived {len(arrived)}, twice {len(arrived) - len(set(arrived))},", end=" ")
    print(f"still waiting {sum(one.waiting for one in returns)}")


def enrolled_homes(folder: Path, count: int) -> list[Path]:
    """Enrol kiosks over a portal in this process, without latency."""
    from tests.portal.fixtures import running

    homes = [folder / f"kiosk-{number:03d}" for number in range(count)]
    with running(folder / "portal") as portal:
        for home in homes:
            code = portal.protocol.fleet.new_code("H26.01.01", "Điểm số 1")
            store = IdentityFile(home)
            client = HttpPortal(portal.url, keys=NO_KEYS, device=DeviceKey(store.folder / "keys"))
            enrol(read_ticket(ticket(portal.url, code, portal.protocol.own)), client, store)
            client.close()
    return homes


def opened(home: Path):
    room = IdentityFile(home).room(KEY_FILE.read_bytes())
    files = OutboxFiles(room.folder, keys=room.keys, kiosk_no=room.kiosk_no)
    files.database.with_reserve = False  # 126 times 8 MiB would only fill the disk
    files.open(now_ms=int(time.time() * 1000))
    return room, files


def fill(home: Path, each: int) -> None:
    """Three days of dossiers; the look-up code's slow hash plays no part in the way back."""
    _, files = opened(home)
    submit = SubmitDossier(files.dossiers, files.vault, SystemClock())
    with patch("kiosk.services.submit_dossier._SCRYPT_N", 2):
        for number in range(each):
            submit.submit(birth(), token=str(number), build_slip=slip)
    files.close()


class PortalProcess:
    """The reference portal as a process of its own; gives its port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> int:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.portal", "--port", "0", "--data", str(self._folder)],
            cwd=REPOSITORY,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        for line in self._process.stdout:
            if "http://" in line:
                port = int(line.split("http://")[1].split(":")[1].split("/")[0])
                threading.Thread(target=self._process.stdout.read, daemon=True).start()
                return port
        raise RuntimeError("the portal did not start")

    def __exit__(self, *_raised) -> None:
        self._process.terminate()
        self._process.wait(20)


def come_back(homes: list[Path], url: str) -> list[Return]:
    returns = [Return() for _ in homes]
    start = threading.Barrier(len(homes))
    threads = [
        threading.Thread(target=exchange, args=(home, url, one, start))
        for home, one in zip(homes, returns, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return returns


def exchange(home: Path, url: str, one: Return, start: threading.Barrier) -> None:
    """Rounds as the kiosk makes them, with the waits it makes between them."""
    room, files = opened(home)
    portal, lanes, clock = portal_of(room, url, files.device), InlineRunner(), SystemClock()
    steps = exchange_steps(lanes, files.exchange_room(), portal, clock, is_enrolled=True, software="1")
    rounds = SendingRounds(lanes, files.outbox, portal, clock, steps=steps)
    start.wait()
    began_s = time.monotonic()
    while time.monotonic() - began_s < LONGEST_S:
        finished = rounds.run()
        one.rounds += 1
        one.waiting, one.seconds = finished.state.waiting, time.monotonic() - began_s
        if one.waiting == 0:
            break
        time.sleep(finished.wait_s)
    portal.close()
    files.close()


if __name__ == "__main__":
    main()
