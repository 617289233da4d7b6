"""One enrolled kiosk on a hostile network: real services and a real outbox, which outlives it."""

from pathlib import Path

from kiosk.domain.enrolment import read_ticket
from kiosk.domain.messages import Message, MessageKind
from kiosk.ports.vault import PortalKeys
from kiosk.services.enrol import enrol
from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.leave_message import LeaveMessages
from kiosk.services.submit_dossier import SubmitDossier
from kiosk.services.synchronise import Synchronise
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.kiosk_portal import portal_of
from offline_cache.outbox_files import OutboxFiles
from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey
from tests.end_to_end.hostile_network import HostileNetwork, PowerCut
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import KEY_FILE, birth, slip
from tests.fakes.tasks import InlineRunner
from tests.portal.reference_portal.app import ReferencePortal
from tests.portal.reference_portal.protocol import ticket

ADDRESS = "http://127.0.0.1:1"
NO_KEYS = PortalKeys(is_demo=False, sealing=(), acknowledging=())


class HostileKiosk:
    """`told` are the ids people were given, with their numbers ("" for messages), in order."""

    def __init__(self, home: Path, network: HostileNetwork, portal: ReferencePortal) -> None:
        self.home, self.network = home, network
        self.clock = FakeClock()
        self.told: dict[str, str] = {}
        code = portal.protocol.fleet.new_code("H26.01.01", "Điểm số 1")
        store = IdentityFile(home)
        client = HttpPortal(ADDRESS, keys=NO_KEYS, device=DeviceKey(store.folder / "keys"))
        client._channel._session.mount("http://", network)
        self.kiosk_id = enrol(read_ticket(ticket(ADDRESS, code, portal.protocol.own)), client, store).kiosk_id
        client.close()
        network.now_s = self.clock.monotonic_s
        self.start()

    def start(self) -> None:
        tasks, room = InlineRunner(), IdentityFile(self.home).room(KEY_FILE.read_bytes())
        self.files = OutboxFiles(room.folder, keys=room.keys, kiosk_no=room.kiosk_no)
        report = self.files.open(now_ms=self.now_ms)
        assert report.sound, f"I14: {report.reason}"
        self.portal = portal_of(room, "", self.files.device)
        self.portal._channel._session.mount("http://", self.network)
        steps = exchange_steps(
            tasks, self.files.exchange_room(), self.portal, self.clock, is_enrolled=True, software="1"
        )
        self.sync = Synchronise(
            tasks, self.files.outbox, self.portal, self.clock, FakeScheduler(self.clock), steps=steps
        )
        self.submit_dossier = SubmitDossier(self.files.dossiers, self.files.vault, self.clock)
        self.messages = LeaveMessages(
            tasks, self.files.messages, self.files.vault, self.clock, kept=lambda: None
        )

    def die(self) -> None:
        """All that was in memory is gone; what SQLite had not committed, too."""
        self.sync.stop()
        self.portal.close()
        self.files.close()
        self.network.tries.clear()

    def confirm(self) -> str:
        """Return the id of a dossier just told to somebody."""
        told = self.submit_dossier.submit(birth(), token=str(len(self.told)), build_slip=slip)
        self.told[told.dossier_id] = told.receipt_no
        return told.dossier_id

    def leave_a_message(self) -> None:
        heard: list = []
        message = Message(kind=MessageKind.FEEDBACK, topic="service", text="Máy dễ dùng")
        self.messages.leave(message, token=f"m{len(self.told)}", done=heard.append, failed=heard.append)
        self.told[heard[0].message_id] = ""

    def round(self, script, *, aim: str = "all", wait_s: float = 1) -> None:
        """Exchange once, after a while, on a line that follows the script."""
        self.clock.advance(wait_s)
        self.network.moods[:], self.network.sent, self.network.aim = script, [], aim
        try:
            self.sync.nudge()
        except PowerCut:
            self.die()
            self.start()
        self.network.moods.clear()

    @property
    def now_ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)

    def rows(self) -> list[dict]:
        with self.files.database.reading() as db:
            return list(
                db.query(
                    "SELECT dossier_id, coalesce(receipt_no, '') AS receipt_no, state, payload_sha256,"
                    " payload IS NULL AS purged, acked_ms, ack_seq, ack_epoch FROM outbox_events ORDER BY seq"
                )
            )

    def blocks(self) -> list[tuple[int, int]]:
        """Return every range of numbers it ever had, first and last."""
        with self.files.database.reading() as db:
            return db.execute("SELECT first, last FROM number_ranges").fetchall()

    def stop_blocks(self) -> None:
        """Need a new one, as after a number found used elsewhere."""
        with self.files.database.transaction() as db:
            db.execute("UPDATE number_ranges SET stopped = 'receipt_no_taken' WHERE block_id <> ''")

    def states(self) -> dict[str, tuple[int, int, int]]:
        """Return what it shows of each dossier: epoch, sequence, status."""
        with self.files.database.reading() as db:
            rows = db.execute(
                "SELECT dossier_id, epoch, seq, status FROM dossier_states WHERE status >= 0"
            ).fetchall()
        return {dossier_id: (epoch, seq, status) for dossier_id, epoch, seq, status in rows}
