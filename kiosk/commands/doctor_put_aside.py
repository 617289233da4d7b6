"""What the doctor says of damaged outboxes that were put aside by themselves: people may hold such slips."""

from datetime import datetime

from config.portal_keys import DEMO_KEYS
from config.system_clock import HALL_ZONE
from kiosk.commands.doctor_checks import Checkup
from kiosk.commands.doctor_findings import Finding, State
from kiosk.ports.outbox import StorageError
from kiosk.ports.vault import KeysUnusable
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.put_aside import PutAside, notes_in

RUNS_SHOWN = 5


def check_put_aside(checkup: Checkup) -> list[Finding]:
    """Whether an outbox was put aside, what was saved of it, and which PK numbers are gone."""
    try:
        notes = notes_in(IdentityFile(checkup.home).room(DEMO_KEYS.read_bytes()).folder)
    except (StorageError, KeysUnusable):
        return []  # told by the look at the outbox
    return [_finding(note) for note in notes]


def _finding(note: PutAside) -> Finding:
    when = f" on {datetime.fromtimestamp(note.at_ms / 1000, HALL_ZONE):%d/%m/%Y %H:%M}" if note.at_ms else ""
    runs = [first if first == last else f"{first} to {last}" for first, last in note.lost[:RUNS_SHOWN]]
    more = f" and more, see report.json in {note.folder}" if len(note.lost) > RUNS_SHOWN else ""
    gone = (
        f"{note.lost_count} numbers gone: {', '.join(runs)}{more}"
        if runs
        else "no number is known to be gone"
    )
    return Finding(
        what="Put aside",
        state=State.WARNING,
        meaning=f"the outbox was damaged{when} ({note.reason}); {note.saved} forms saved; {gone}",
        todo=f"People with such a slip must fill in anew. When all is seen to, remove {note.folder}",
    )
