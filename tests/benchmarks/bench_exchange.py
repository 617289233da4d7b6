"""The day the network is back: 300 dossiers of one kiosk, and 126 kiosks at once, over real HTTP.

Every call meets 100 ms of latency. Prints figures; fails only where a dossier is lost or doubled.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.synchronise import send_until_idle
from offline_cache.portal_client import HttpPortal
from tests.fakes.dossiers import Room, demo_keys
from tests.fakes.tasks import InlineRunner
from tests.portal.fixtures import running
from tests.portal.reference_portal.protocol import DEMO_CODE

LATENCY_S = 0.1
DOSSIERS = int(os.environ.get("KIOSK_BENCH_DOSSIERS", "300"))
KIOSKS = int(os.environ.get("KIOSK_BENCH_KIOSKS", "126"))


def slowed(portal) -> None:
    """Let every call wait before the application sees it, and count the calls."""
    inner, portal.calls = portal.faults.app, 0

    async def late(scope, receive, send) -> None:
        if scope["type"] == "http":
            portal.calls += 1
            await asyncio.sleep(LATENCY_S)
        await inner(scope, receive, send)

    portal.faults.app = late


class Sender:
    def __init__(self, home: Path, url: str, count: int) -> None:
        self.room = Room(home)
        self.told = {self.room.submit(f"{number}").dossier_id for number in range(count)}
        self.portal = HttpPortal(url, keys=demo_keys(), device=self.room.files.device, demo_code=DEMO_CODE)

    def send(self) -> float:
        """Send everything; return seconds."""
        began_s = time.perf_counter()
        files, lanes = self.room.files, InlineRunner()
        steps = exchange_steps(
            lanes, files.exchange_room(), self.portal, self.room.clock, is_enrolled=False, software="bench"
        )
        state = send_until_idle(lanes, files.outbox, self.portal, self.room.clock, steps=steps)
        while state.waiting:
            self.room.clock.advance(60)
            state = send_until_idle(lanes, files.outbox, self.portal, self.room.clock, steps=steps)
        return time.perf_counter() - began_s

    def close(self) -> None:
        self.portal.close()
        self.room.close()


def check(portal, senders) -> None:
    arrived = [row.dossier_id for row in portal.storage.find(limit=1_000_000)]
    told = {dossier_id for sender in senders for dossier_id in sender.told}
    if len(arrived) != len(set(arrived)) or set(arrived) != told:
        sys.exit("a dossier was lost or doubled")


def one_kiosk(folder: Path) -> str:
    with running(folder / "portal") as portal:
        sender = Sender(folder / "kiosk", portal.url, DOSSIERS)
        slowed(portal)
        took_s = sender.send()
        check(portal, [sender])
        sender.close()
    return f"{DOSSIERS} dossiers of one kiosk: {took_s:.0f} s, {portal.calls} calls (bar: 600 s)"


def all_kiosks(folder: Path) -> str:
    """Each kiosk lives in a thread of its own, as SQLite asks, and all begin to send together."""
    together = threading.Barrier(KIOSKS + 1)

    def live(number: int) -> tuple[Sender, float]:
        sender = Sender(folder / f"kiosk-{number}", portal.url, 2)
        together.wait()
        took_s = sender.send()
        sender.close()
        return sender, took_s

    with running(folder / "portal") as portal, ThreadPoolExecutor(KIOSKS) as pool:
        slowed(portal)
        lives = [pool.submit(live, number) for number in range(KIOSKS)]
        together.wait()
        began_s = time.perf_counter()
        done = [life.result() for life in lives]
        took_s = time.perf_counter() - began_s
        check(portal, [sender for sender, _ in done])
    times_s = sorted(each_s for _, each_s in done)
    return (
        f"{KIOSKS} kiosks at once, 2 dossiers each: {took_s:.0f} s in all, {portal.calls} calls, a kiosk "
        f"{statistics.median(times_s):.1f} s median, {times_s[-1]:.1f} s the slowest"
    )


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-exchange-") as name:
        print(one_kiosk(Path(name) / "one"), flush=True)
        print(all_kiosks(Path(name) / "all"), flush=True)


if __name__ == "__main__":
    main()
