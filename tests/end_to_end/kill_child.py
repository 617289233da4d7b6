"""The kiosk's inside as a process that is killed: submits, asks, prints into nothing, exchanges; says it.

The home is that of a kiosk, trial or enrolled; an enrolled one leases numbers and reports too.

Arguments: home, portal address, kill at step n (0: never by itself), dossiers to make. Each line of output
was a fact before it was written: `told NUMBER ID` after a confirmation returned, `kept ID` after a question
was kept, `acked ID` after a row was acknowledged, `step NAME` once
for each place where a kill may fall, `open REPORT` after opening.
"""

import os
import signal
import sys
import uuid
from pathlib import Path

import requests

from kiosk.domain.messages import KeptMessage, Message, MessageKind
from kiosk.domain.outbox import OutboxState
from kiosk.domain.print_jobs import PrintState
from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.leave_message import LeaveMessages
from kiosk.services.submit_dossier import SubmitDossier
from kiosk.services.synchronise import Line, Synchronise
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.kiosk_portal import portal_of
from offline_cache.outbox_files import OutboxFiles
from offline_cache.portal_client import PortalTimes
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import KEY_FILE, MARKERS, birth, slip
from tests.fakes.tasks import InlineRunner

QUESTION = Message(kind=MessageKind.QUESTION, text=f"{MARKERS[0]} cần giấy gì?", contact=MARKERS[2])


class Steps:
    """Counts the places where the outside world changes, and dies at the chosen one."""

    def __init__(self, kill_at: int) -> None:
        self.kill_at, self.count, self.seen = kill_at, 0, set()

    def step(self, name: str) -> None:
        self.count += 1
        if name not in self.seen:
            self.seen.add(name)
            say("step", name)
        if self.count == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: object, name: str, label: str) -> None:
        original = getattr(owner, name)

        def counted(*args, **more):
            self.step(f"before {label}")
            result = original(*args, **more)
            self.step(f"after {label}")
            return result

        setattr(owner, name, counted)

    def statement(self, sql: str) -> None:
        words = sql.split()
        table = words[2] if words[0] == "INSERT" else ""
        self.step(f"sql {words[0]} {table}".strip())


def say(*words: str) -> None:
    os.write(1, (" ".join(words) + "\n").encode())


def main() -> None:
    home, url, kill_at, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    steps = Steps(kill_at)
    for owner, name, label in (
        (os, "fsync", "fsync"),
        (Path, "replace", "rename"),
        (requests.Session, "send", "request"),
    ):
        steps.around(owner, name, label)
    clock = FakeClock()
    now_ms = int(clock.now().timestamp() * 1000)
    room = IdentityFile(home).room(KEY_FILE.read_bytes())
    files = OutboxFiles(room.folder, keys=room.keys, kiosk_no=room.kiosk_no)
    report = files.open(now_ms=now_ms)
    say("open", "sound" if report.sound else f"unsound {report.reason}")
    files.database.db.conn.set_trace_callback(steps.statement)
    submit = SubmitDossier(files.dossiers, files.vault, clock)
    portal = portal_of(room, url, files.device, times=PortalTimes(read_s=5))
    tasks = InlineRunner()
    beside = exchange_steps(
        tasks,
        files.exchange_room(),
        portal,
        clock,
        is_enrolled=room.identity is not None,
        software="test",
    )
    sync = Synchronise(tasks, files.outbox, portal, clock, FakeScheduler(clock), steps=beside)
    messages = LeaveMessages(tasks, files.messages, files.vault, clock, kept=lambda: None)
    for _ in range(count):
        dossier = submit.submit(birth(), token=uuid.uuid4().hex, build_slip=slip)
        say("told", dossier.receipt_no, dossier.dossier_id)
        print_one(files, now_ms)
        messages.leave(QUESTION, token=uuid.uuid4().hex, done=told_kept, failed=fail)
        sync.nudge()
        acked = [line.dossier_id for line in files.outbox.lines() if line.state is OutboxState.ACKED]
        for dossier_id in acked:
            say("acked", dossier_id)
    say(
        "done",
        str(steps.count),
        sync.state().line.value if sync.state().line is not Line.ONLINE else "online",
    )
    files.close()


def told_kept(kept: KeptMessage) -> None:
    say("kept", kept.message_id)


def fail(error: Exception) -> None:
    raise error


def print_one(files: OutboxFiles, now_ms: int) -> None:
    due = files.journal.next_due(now_ms)
    if due is not None:
        for state in (PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT, PrintState.PRINTED):
            files.journal.advance(due[0].job_id, state, now_ms=now_ms)


if __name__ == "__main__":
    main()
