"""Two real kiosks, the real portal and a hostile network, driven by Hypothesis.

The invariants of the exchange; the numbers I1, I2 … are those of the portal document, section 7.
"""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kiosk.domain.enrolment import read_ticket
from kiosk.domain.messages import Message, MessageKind
from kiosk.domain.outbox import Acknowledgement, OutboxState
from kiosk.ports.vault import PortalKeys
from kiosk.services.enrol import enrol
from kiosk.services.exchange_steps import exchange_steps
from kiosk.services.leave_message import LeaveMessages
from kiosk.services.submit_dossier import SubmitDossier
from kiosk.services.synchronise import Line, Synchronise
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.kiosk_portal import portal_of
from offline_cache.outbox_files import OutboxFiles
from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey
from tests.end_to_end.hostile_network import MOODS, HostileNetwork, PowerCut
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import KEY_FILE, birth, slip
from tests.fakes.tasks import InlineRunner
from tests.portal.reference_portal import keeping
from tests.portal.reference_portal.app import ReferencePortal
from tests.portal.reference_portal.protocol import ticket

ADDRESS = "http://127.0.0.1:1"
NO_KEYS = PortalKeys(is_demo=False, sealing=(), acknowledging=())
FAST = Path("/dev/shm")
DAY_S = 86_400


class Machine:
    """One enrolled kiosk: its disk outlives it."""

    def __init__(self, home: Path, network: HostileNetwork, portal: ReferencePortal) -> None:
        self.home, self.network = home, network
        self.clock = FakeClock()
        self.told: dict[str, str] = {}
        code = portal.protocol.fleet.new_code("H26.01.01", "Điểm số 1")
        store = IdentityFile(home)
        client = HttpPortal(ADDRESS, keys=NO_KEYS, device=DeviceKey(store.folder / "keys"))
        client._channel._session.mount("http://", network)
        enrol(read_ticket(ticket(ADDRESS, code, portal.protocol.own)), client, store)
        client.close()
        self.start()

    def start(self) -> None:
        tasks, room = InlineRunner(), IdentityFile(self.home).room(KEY_FILE.read_bytes())
        self.files = OutboxFiles(room.folder, keys=room.keys, kiosk_no=room.kiosk_no)
        report = self.files.open(now_ms=self.now_ms)
        assert report.sound, report.reason  # I14
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

    def statuses(self) -> dict[str, tuple[int, int]]:
        with self.files.database.reading() as db:
            rows = db.execute(
                "SELECT dossier_id, epoch, seq FROM dossier_states WHERE status >= 0"
            ).fetchall()
        return {dossier_id: (epoch, seq) for dossier_id, epoch, seq in rows}


moods = st.lists(st.sampled_from(MOODS), max_size=5)
which = st.integers(0, 1)


class Exchange(RuleBasedStateMachine):
    """Kiosks confirm, send, lose power, meet lies and restored portals; nobody helps them."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=FAST if FAST.is_dir() else None))
        self.cheap = patch("kiosk.services.submit_dossier._SCRYPT_N", 2)
        self.cheap.start()
        self.portal = ReferencePortal(self.folder / "portal")
        self.copies: list[tuple[Path, int]] = []
        self.shown: dict[tuple[str, str], tuple[int, int]] = {}
        self.networks = [HostileNetwork(self.reach) for _ in range(2)]
        self.kiosks = [
            Machine(self.folder / f"kiosk-{number}", network, self.portal)
            for number, network in enumerate(self.networks)
        ]

    def reach(self):
        return self.portal.asgi

    @rule(number=which)
    def confirm(self, number) -> None:
        self.tell(self.kiosks[number])

    def tell(self, kiosk) -> None:
        told = kiosk.submit_dossier.submit(birth(), token=str(len(kiosk.told)), build_slip=slip)
        everyone = {number for each in self.kiosks for number in each.told.values()}
        assert told.receipt_no not in everyone  # I3
        kiosk.told[told.dossier_id] = told.receipt_no

    @rule(number=which)
    def leave_a_message(self, number) -> None:
        kiosk, heard = self.kiosks[number], []
        message = Message(kind=MessageKind.FEEDBACK, topic="service", text="Máy dễ dùng")
        token = f"m{len(kiosk.told)}"
        kiosk.messages.leave(message, token=token, done=heard.append, failed=heard.append)
        kiosk.told[heard[0].message_id] = ""

    @rule(
        number=which,
        script=moods,
        uploads_only=st.booleans(),
        confirms=st.integers(0, 2),
        wait_s=st.sampled_from([1, 30, 901, 3601, DAY_S, 8 * DAY_S]),
    )
    def round(self, number, script, uploads_only, confirms, wait_s) -> None:
        kiosk, network = self.kiosks[number], self.networks[number]
        for _ in range(confirms):
            self.tell(kiosk)
        kiosk.clock.advance(wait_s)
        network.moods[:], network.sent, network.uploads_only = script, [], uploads_only
        try:
            kiosk.sync.nudge()
        except PowerCut:
            kiosk.die()
            kiosk.start()
        network.moods.clear()
        assert len(set(network.sent)) == len(network.sent)  # I10: none is tried twice in one round

    @rule(number=which)
    def power_cut(self, number) -> None:
        self.kiosks[number].die()
        self.kiosks[number].start()

    @rule(number=which, days=st.sampled_from([-3650, -30, -1, 1, 30, 3650]))
    def clock_jumps(self, number, days) -> None:
        clock = self.kiosks[number].clock
        clock.set_wall(clock.now() + timedelta(days=days))

    @rule(number=which)
    def what_was_late_arrives(self, number) -> None:
        self.networks[number].deliver_late()

    @rule(status=st.sampled_from([2, 3, 4, 9]), pick=st.integers(0, 100))
    def officer_decides(self, status, pick) -> None:
        rows = self.portal.storage.find()
        if rows:
            self.portal.storage.set_status(rows[pick % len(rows)].dossier_id, status, "Đã xem giấy tờ")

    @rule(number=which)
    def portal_asks_for_all_again(self, number) -> None:
        identity = IdentityFile(self.kiosks[number].home).identity()
        self.portal.protocol.fleet.direct(identity.kiosk_id, "resend_after", seq=0)

    @rule()
    def portal_starts_anew(self) -> None:
        self.portal.close()
        self.portal = ReferencePortal(self.folder / "portal")

    @rule()
    def portal_is_copied(self) -> None:
        folder = self.folder / f"copy-{len(self.copies)}"
        through = self.portal.storage.last_item()
        keeping.backup(self.folder / "portal", folder)
        self.copies.append((next(folder.iterdir()), through))
        self.portal.storage.history = type(self.portal.storage.history).read(
            self.folder / "portal" / "history.json"
        )

    @precondition(lambda self: self.kept())
    @rule(pick=st.integers(0, 100))
    def portal_is_set_back(self, pick) -> None:
        """Within the promise: never behind what two copies hold."""
        kept = self.kept()
        copy, _ = kept[pick % len(kept)]
        self.portal.close()
        keeping.restore(self.folder / "portal", copy)
        self.portal = ReferencePortal(self.folder / "portal")

    def kept(self) -> list[tuple[Path, int]]:
        return [pair for pair in self.copies if pair[1] >= self.portal.storage.history.durable_through]

    @invariant()
    def nothing_is_lost_and_nothing_is_there_twice(self) -> None:
        if not hasattr(self, "kiosks"):
            return
        arrived = self.at_portal()
        assert len(set(arrived)) == len(arrived)  # I2
        for kiosk, network in zip(self.kiosks, self.networks, strict=True):
            rows = {row["dossier_id"]: row for row in kiosk.rows()}
            for dossier_id in kiosk.told:
                row = rows.get(dossier_id)
                assert (row and not row["purged"]) or dossier_id in arrived  # I1
            assert all(len(bodies) == 1 for bodies in network.bodies.values())  # I15
            self.judge_rows(rows, network)
        self.judge_shown()

    def judge_rows(self, rows, network) -> None:
        durable = self.portal.storage.history.durable_through
        for dossier_id, row in rows.items():
            if row["state"] == OutboxState.ACKED.value:
                assert network.stored[dossier_id] == row["payload_sha256"]  # I6
            if row["purged"]:
                assert row["state"] == "acked"  # I5
                assert row["ack_seq"] <= durable or row["ack_epoch"] < self.portal.storage.history.epoch
        assert all(row["state"] != "sending" for row in rows.values())

    def judge_shown(self) -> None:
        for kiosk in self.kiosks:
            for dossier_id, at in kiosk.statuses().items():
                where = (kiosk.home.name, dossier_id)
                assert at >= self.shown.get(where, (0, 0))  # I11
                self.shown[where] = at

    def at_portal(self) -> list[str]:
        dossiers = [row.dossier_id for row in self.portal.storage.find(limit=10_000)]
        return dossiers + [row.message_id for row in self.portal.protocol.messages.listing(limit=10_000)]

    def teardown(self) -> None:
        if not hasattr(self, "kiosks"):
            return
        try:
            for number in range(2):
                self.comes_to_rest(number)
            arrived = set(self.at_portal())
            assert all(set(kiosk.told) <= arrived for kiosk in self.kiosks)
        finally:
            self.cheap.stop()
            for kiosk in self.kiosks:
                kiosk.die()
            self.portal.close()
            shutil.rmtree(self.folder)

    def comes_to_rest(self, number) -> None:
        """I8: on a fair line everything arrives by itself; what was put aside, after a person's word."""
        kiosk, network = self.kiosks[number], self.networks[number]
        network.deliver_late()
        for _ in range(4):
            kiosk.clock.advance(3700)
            kiosk.sync.nudge()
        state = kiosk.sync.state()
        assert state.line is Line.ONLINE, state.reason
        waiting = [row for row in kiosk.rows() if row["state"] != "acked"]
        assert {row["state"] for row in waiting} <= {"parked", "quarantined"}
        assert state.waiting == len(waiting)  # I18
        kiosk.files.outbox.retry(None, now_ms=kiosk.now_ms)
        for _ in range(4):
            kiosk.clock.advance(3700)
            kiosk.sync.nudge()
        assert kiosk.sync.state().waiting == 0


def explore(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Exchange,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.timeout(300)
def test_two_kiosks_a_portal_and_a_hostile_network_lose_and_double_nothing():
    explore(12, 25)


def test_a_kiosk_that_believes_any_answer_is_found_out_by_the_judge(monkeypatch):
    def believed(_raw, item, _keys, **_more):
        names = {"dossier_id": item.dossier_id, "receipt_no": item.receipt_no}
        return Acknowledgement(**names, payload_sha256=item.sha256, seq=1, epoch=1, state="")

    machine = Exchange()
    machine.begin()
    machine.round(number=0, script=[], uploads_only=True, confirms=1, wait_s=1)
    machine.nothing_is_lost_and_nothing_is_there_twice()
    monkeypatch.setattr("offline_cache.portal_client.acknowledgement_from", believed)
    machine.round(number=0, script=["forge"], uploads_only=True, confirms=1, wait_s=1)

    with pytest.raises(KeyError):  # acknowledged, but never stored
        machine.nothing_is_lost_and_nothing_is_there_twice()

    with pytest.raises(AssertionError):
        machine.teardown()


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_two_kiosks_a_portal_and_a_hostile_network_for_long():
    explore(400, 60)
