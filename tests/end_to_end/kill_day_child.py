"""A day of an enrolled kiosk as a process that dies at a named place.

Arguments: home, days since the first, the place where it dies ("" for nowhere), at which passing of it.
Lines said, each a fact when it was written: `told NUMBER ID` after a confirmation or a message was kept,
`at NAME` when a place was passed for the first time, `done` at the end.
"""

import os
import signal
import sys
import uuid
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kiosk.domain.messages import Message, MessageKind
from kiosk.domain.print_jobs import PrintState
from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.leave_message import LeaveMessages
from kiosk.services.submit_dossier import SubmitDossier
from kiosk.services.synchronise import Synchronise
from offline_cache import dossier_store, mark_file, number_store
from offline_cache.care_store import SqlCareStore
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.kiosk_portal import portal_of
from offline_cache.message_store import SqlMessageStore
from offline_cache.number_store import SqlNumberStore
from offline_cache.outbox_files import OutboxFiles
from offline_cache.outbox_store import SqlOutbox
from offline_cache.portal_client import HttpPortal
from offline_cache.portal_data_store import SqlPortalDataStore
from offline_cache.print_journal import SqlPrintJournal
from offline_cache.sealing import DeviceKey
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import KEY_FILE, MARKERS, birth, slip
from tests.fakes.tasks import InlineRunner

PLACES = (
    (OutboxFiles, "open", "the outbox is opened"),
    (mark_file.MarkFile, "reserve", "the mark reserves a number"),
    (SqlPrintJournal, "enqueue_within", "the slip joins the transaction"),
    (dossier_store, "append_row", "the row joins the transaction"),
    (mark_file.MarkFile, "use", "the mark says the number is told"),
    (SqlMessageStore, "keep", "a message is kept"),
    (SqlPrintJournal, "advance", "a print job moves on"),
    (HttpPortal, "hello", "the portal is greeted"),
    (SqlOutbox, "note", "a figure of the exchange is noted"),
    (SqlOutbox, "claim_next", "a row is claimed"),
    (HttpPortal, "upload", "a row is sent"),
    (SqlOutbox, "acknowledge", "an acknowledgement is kept"),
    (SqlOutbox, "put_back", "a failed row is put back"),
    (SqlOutbox, "park", "a refused row is put aside"),
    (SqlOutbox, "purge", "sealed bytes are purged"),
    (SqlPortalDataStore, "apply", "a page of changes is kept"),
    (HttpPortal, "lease", "numbers are asked for"),
    (SqlNumberStore, "keep", "a block of numbers is kept"),
    (HttpPortal, "heartbeat", "a heartbeat is sent"),
    (SqlCareStore, "carry_out", "an order is carried out"),
    (HttpPortal, "rotate_key", "the key is changed at the portal"),
    (DeviceKey, "promote_next", "the new key takes the place of the old"),
    (SqlCareStore, "retire", "old rows are removed"),
    (mark_file, "sync_folder", "a name is made durable"),
    (SqlOutbox, "retry", "staff send again what was put aside"),
)


class Places:
    """Wraps the places of the product where its outside changes, and dies at the chosen passing of one."""

    def __init__(self, name: str, passing: int) -> None:
        self._name, self._passing = name, passing
        self._passed: Counter[str] = Counter()

    def watch(self) -> None:
        for owner, attribute, what in PLACES:
            setattr(owner, attribute, self._around(getattr(owner, attribute), what))

    def _around(self, original: Callable, what: str) -> Callable:
        def watched(*args, **more):
            self.at(f"before {what}")
            result = original(*args, **more)
            self.at(f"after {what}")
            return result

        return watched

    def at(self, name: str) -> None:
        self._passed[name] += 1
        say("at", name)
        if name == self._name and self._passed[name] == self._passing:
            os.kill(os.getpid(), signal.SIGKILL)


def say(*words: str) -> None:
    os.write(1, (" ".join(words) + "\n").encode())


def main() -> None:
    home, days, name, passing = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    Places(name, passing).watch()
    number_store.LEASE_SIZE, number_store.REFILL_BELOW = 50, 1_000_000  # every round asks for a block
    clock, tasks = FakeClock(), InlineRunner()
    clock.advance(days * 86_400)
    room = IdentityFile(home).room(KEY_FILE.read_bytes())
    files = OutboxFiles(room.folder, keys=room.keys, kiosk_no=room.kiosk_no)
    report = files.open(now_ms=int(clock.now().timestamp() * 1000))
    say("open", "sound" if report.sound else f"unsound {report.reason}")
    portal = portal_of(room, "", files.device)
    steps = exchange_steps(tasks, files.exchange_room(), portal, clock, is_enrolled=True, software="1")
    sync = Synchronise(tasks, files.outbox, portal, clock, FakeScheduler(clock), steps=steps)
    files.outbox.retry(None, now_ms=int(clock.now().timestamp() * 1000))
    for _ in range(2):
        confirm(files, clock)
        leave(files, clock)
        print_one(files, clock)
        clock.advance(1000)
        sync.nudge()
    files.close()
    say("done", sync.state().line.value)


def confirm(files: OutboxFiles, clock: FakeClock) -> None:
    submit = SubmitDossier(files.dossiers, files.vault, clock)
    told = submit.submit(birth(), token=uuid.uuid4().hex, build_slip=slip)
    say("told", told.receipt_no, told.dossier_id)


def leave(files: OutboxFiles, clock: FakeClock) -> None:
    def kept(message) -> None:
        say("told", "-", message.message_id)

    def failed(error: Exception) -> None:
        raise error

    messages = LeaveMessages(InlineRunner(), files.messages, files.vault, clock, kept=lambda: None)
    said = Message(kind=MessageKind.FEEDBACK, topic="service", text=f"Gọi {MARKERS[0]} số {MARKERS[2]}")
    messages.leave(said, token=uuid.uuid4().hex, done=kept, failed=failed)


def print_one(files: OutboxFiles, clock: FakeClock) -> None:
    now_ms = int(clock.now().timestamp() * 1000)
    due = files.journal.next_due(now_ms)
    if due is not None:
        for state in (PrintState.CLAIMED, PrintState.SENDING, PrintState.SENT, PrintState.PRINTED):
            files.journal.advance(due[0].job_id, state, now_ms=now_ms)


if __name__ == "__main__":
    main()
