"""Two real kiosks, the real portal and a hostile network as a machine Hypothesis drives, and its judge.

The numbers I1, I2 … are the invariants of the portal document, section 7; a verdict begins with its number.
"""

import shutil
import tempfile
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.outbox import KEEP_SEALED_MS, OutboxState
from kiosk.services.sending_rounds import ROUND_SIZE
from kiosk.services.synchronise import Line
from tests.end_to_end.hostile_kiosk import HostileKiosk
from tests.end_to_end.hostile_network import AIMS, MOODS, HostileNetwork
from tests.portal.reference_portal import keeping
from tests.portal.reference_portal.app import ReferencePortal

FAST = Path("/dev/shm")
DAY_S = 86_400
LEAST_WAIT_S = 1.0
LIES = ["unsigned", "signed for other bytes", "signed for another number", "forge", "repeat", "html"]
STUTTERS = ["twice", "lose", "late", "cut"]

moods = st.lists(st.sampled_from(MOODS), max_size=5)
which = st.integers(0, 1)


def held(is_so: bool, invariant_no: str, what: object = "") -> None:
    """Say which invariant does not hold."""
    if not is_so:
        raise AssertionError(f"{invariant_no}: {what}")


class Exchange(RuleBasedStateMachine):
    """Kiosks confirm, send, lose power, meet lies and restored portals; nobody helps them."""

    is_sound = False

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=FAST if FAST.is_dir() else None))
        self.cheap = patch("kiosk.services.submit_dossier._SCRYPT_N", 2)
        self.cheap.start()
        self.portal = ReferencePortal(self.folder / "portal")
        self.copies: list[tuple[Path, int, int]] = []
        self.shown: dict[tuple[str, str], tuple[int, int]] = {}
        self.purged: set[str] = set()
        self.networks = [HostileNetwork(self.reach, sign=self.portal.protocol.keys.sign) for _ in range(2)]
        self.kiosks = [
            HostileKiosk(self.folder / f"kiosk-{number}", network, self.portal)
            for number, network in enumerate(self.networks)
        ]

    def reach(self):
        return self.portal.asgi

    @rule(number=which)
    def confirm(self, number) -> None:
        self.kiosks[number].confirm()

    @rule(number=which)
    def leave_a_message(self, number) -> None:
        self.kiosks[number].leave_a_message()

    @rule(
        number=which,
        script=moods,
        aim=st.sampled_from(["uploads", "uploads", *AIMS]),
        confirms=st.integers(0, 2),
        wait_s=st.sampled_from([1, 30, 901, 3601, DAY_S, 8 * DAY_S]),
    )
    def round(self, number, script, aim, confirms, wait_s) -> None:
        for _ in range(confirms):
            self.kiosks[number].confirm()
        self.kiosks[number].round(script, aim=aim, wait_s=wait_s)

    @rule(number=which)
    def the_line_lies_about_something_new(self, number) -> None:
        for lie in LIES:
            self.kiosks[number].confirm()
            self.kiosks[number].round([lie], aim="uploads")
            self.the_promises_hold()

    @rule(number=which)
    def the_line_stutters(self, number) -> None:
        for mood in STUTTERS:
            self.kiosks[number].confirm()
            self.kiosks[number].round([mood], aim="uploads")
            self.networks[number].deliver_late()
        self.kiosks[number].round([], wait_s=901)

    @rule(number=which)
    def power_cut(self, number) -> None:
        self.kiosks[number].die()
        self.kiosks[number].start()

    @rule(number=which, days=st.sampled_from([-3650, -30, -1, -1 / 24, 1 / 24, 1, 30, 3650]))
    def clock_jumps(self, number, days) -> None:
        clock = self.kiosks[number].clock
        clock.set_wall(clock.now() + timedelta(days=days))

    @rule(number=which, days=st.sampled_from([-3650, 3650]))
    def the_clock_is_wrong_for_one_try(self, number, days) -> None:
        self.clock_jumps(number, days)
        self.kiosks[number].confirm()
        self.kiosks[number].round(["500"], aim="uploads")
        self.the_promises_hold()  # while its clock still says what it said
        self.clock_jumps(number, -days)

    @rule(number=which)
    def what_was_late_arrives(self, number) -> None:
        self.networks[number].deliver_late()

    @rule(number=which)
    def a_report_comes_late(self, number) -> None:
        kiosk = self.kiosks[number]
        kiosk.round(["late"], aim="reports", wait_s=901)
        kiosk.confirm()
        kiosk.round([], wait_s=901)
        self.networks[number].deliver_late()

    @rule(number=which, how=st.sampled_from(["413", "500"]))
    def the_portal_cannot_take_one(self, number, how) -> None:
        self.networks[number].poisoned[f"PUT /kiosk/v1/dossiers/{self.kiosks[number].confirm()}"] = how

    @rule(status=st.sampled_from([2, 3, 4, 9]), pick=st.integers(0, 100))
    def officer_decides(self, status, pick) -> None:
        rows = self.portal.storage.find()
        if rows:
            self.portal.storage.set_status(rows[pick % len(rows)].dossier_id, status, "Đã xem giấy tờ")

    @rule(number=which, pick=st.integers(0, 100), mood=st.sampled_from(["stale", "repeat", "good"]))
    def officer_decides_twice_and_an_old_page_comes(self, number, pick, mood) -> None:
        kiosk = self.kiosks[number]
        for status in (2, 9):
            self.officer_decides(status, pick)
            kiosk.round([])
        kiosk.round([mood], aim="changes")

    @rule(number=which)
    def portal_asks_for_all_again(self, number) -> None:
        self.portal.protocol.fleet.direct(self.kiosks[number].kiosk_id, "resend_after", seq=0)

    @rule()
    def portal_starts_anew(self) -> None:
        self.portal.close()
        self.portal = ReferencePortal(self.folder / "portal")

    @rule()
    def portal_is_copied(self) -> None:
        folder = self.folder / f"copy-{len(self.copies)}"
        through = self.portal.storage.last_item()
        keeping.backup(self.folder / "portal", folder)
        self.copies.append((next(folder.iterdir()), through, self.portal.storage.history.epoch))
        self.portal.storage.history = type(self.portal.storage.history).read(
            self.folder / "portal" / "history.json"
        )

    @rule(number=which, copies=st.integers(0, 2), days=st.sampled_from([1, 8]))
    def sent_then_copied_then_days_pass(self, number, copies, days) -> None:
        self.kiosks[number].confirm()
        self.kiosks[number].round([])
        for _ in range(copies):
            self.portal_is_copied()
        self.kiosks[number].round([], wait_s=days * DAY_S)

    @precondition(lambda self: self.kept())
    @rule(pick=st.integers(0, 100))
    def portal_is_set_back(self, pick) -> None:
        """Within the promise: never behind what two copies hold."""
        kept = self.kept()
        self.put_back(kept[pick % len(kept)])

    @rule(number=which, mood=st.sampled_from(["good", "repeat", "stale", "lose", "cut power after"]))
    def portal_loses_what_it_has_just_acknowledged(self, number, mood) -> None:
        self.portal_is_copied()
        self.kiosks[number].confirm()
        self.kiosks[number].round([])
        self.put_back(self.copies[-1])
        self.kiosks[number].round([mood], aim="uploads")

    @rule(number=which, is_busy=st.booleans())
    def first_the_wrong_copy_is_put_back_and_then_the_right_one(self, number, is_busy) -> None:
        self.portal_is_copied()
        self.kiosks[number].confirm()
        self.kiosks[number].round([])
        self.portal_is_copied()
        for copy in self.copies[-2:]:
            if copy in self.kept():
                self.put_back(copy)
                if is_busy:
                    self.kiosks[1 - number].confirm()
                    self.kiosks[1 - number].round([])

    @rule(number=which)
    def blocks_are_leased_before_and_after_the_portal_forgot(self, number) -> None:
        self.portal_is_copied()
        for kiosk in (self.kiosks[number], self.kiosks[1 - number]):
            kiosk.stop_blocks()
            kiosk.round([], wait_s=901)
            if self.copies[-1] in self.kept():
                self.put_back(self.copies[-1])

    def put_back(self, copy) -> None:
        self.portal.close()
        keeping.restore(self.folder / "portal", copy[0])
        self.portal = ReferencePortal(self.folder / "portal")

    def kept(self) -> list[tuple[Path, int, int]]:
        history = self.portal.storage.history
        return [copy for copy in self.copies if not history.breaks_promise(copy[1], copy[2])]

    @invariant()
    def the_promises_hold(self) -> None:
        if not hasattr(self, "kiosks"):
            return
        self.is_sound = False
        arrived = self.at_portal()
        held(len(set(arrived)) == len(arrived), "I2", arrived)
        self.judge_numbers()
        for kiosk, network in zip(self.kiosks, self.networks, strict=True):
            rows = kiosk.rows()
            self.judge_kept(kiosk, rows, arrived)
            self.judge_rows(kiosk, rows)
            self.judge_line(network)
            self.judge_shown(kiosk)
        self.is_sound = True

    def judge_numbers(self) -> None:
        told = [number for kiosk in self.kiosks for number in kiosk.told.values() if number]
        held(len(set(told)) == len(told), "I3", told)
        blocks = sorted(block for kiosk in self.kiosks for block in kiosk.blocks())
        held(all(one[1] < next_one[0] for one, next_one in pairwise(blocks)), "I3", blocks)

    def judge_kept(self, kiosk, rows, arrived) -> None:
        by_id = {row["dossier_id"]: row for row in rows}
        for dossier_id in kiosk.told:
            row = by_id.get(dossier_id)
            held(bool(row and not row["purged"]) or dossier_id in arrived, "I1", dossier_id)
        held([row for row in kiosk.told if row in by_id] == list(by_id), "I17", "rows in another order")
        waiting = sum(row["state"] != "acked" for row in rows)
        held(kiosk.files.outbox.counts().waiting == waiting, "I18", waiting)

    def judge_rows(self, kiosk, rows) -> None:
        history = self.portal.storage.history
        for row in rows:
            dossier_id = row["dossier_id"]
            held(row["state"] != "sending", "I14", f"{dossier_id} is being sent by nobody")
            if row["state"] == OutboxState.ACKED.value:
                held(kiosk.network.stored.get(dossier_id) == row["payload_sha256"], "I6", dossier_id)
            if row["purged"] and dossier_id not in self.purged:
                self.purged.add(dossier_id)
                held(row["state"] == "acked", "I5", dossier_id)
                is_durable = row["ack_seq"] <= history.durable_through or row["ack_epoch"] < history.epoch
                held(is_durable and kiosk.now_ms - row["acked_ms"] >= KEEP_SEALED_MS, "I5", dossier_id)

    def judge_line(self, network) -> None:
        held(not network.contradictions, "I7", network.contradictions)
        held(len(set(network.sent)) == len(network.sent), "I10", network.sent)
        for call, times in network.tries.items():
            spaced = all(after - before >= LEAST_WAIT_S for before, after in pairwise(times))
            held(spaced, "I10", f"{call} at {times}")
        held(all(len(bodies) == 1 for bodies in network.bodies.values()), "I15", "other bytes at a retry")

    def judge_shown(self, kiosk) -> None:
        for dossier_id, (epoch, seq, _) in kiosk.states().items():
            where = (kiosk.home.name, dossier_id)
            held((epoch, seq) >= self.shown.get(where, (0, 0)), "I11", dossier_id)
            self.shown[where] = (epoch, seq)

    def at_portal(self) -> list[str]:
        dossiers = [row.dossier_id for row in self.portal.storage.find(limit=10_000)]
        return dossiers + [row.message_id for row in self.portal.protocol.messages.listing(limit=10_000)]

    def teardown(self) -> None:
        if not hasattr(self, "kiosks"):
            return
        try:
            if self.is_sound:
                for kiosk in self.kiosks:
                    self.comes_to_rest(kiosk)
                arrived = set(self.at_portal())
                held(all(set(kiosk.told) <= arrived for kiosk in self.kiosks), "I1", "not everything arrived")
                self.judge_states_at_rest()
        finally:
            self.cheap.stop()
            for kiosk in self.kiosks:
                kiosk.die()
            self.portal.close()
            shutil.rmtree(self.folder)

    def comes_to_rest(self, kiosk) -> None:
        """I8, I9: on a fair line all but the refused arrives by itself; the rest after a person's word."""
        kiosk.network.deliver_late()
        self.several_rounds(kiosk)
        state, refused = kiosk.sync.state(), kiosk.network.poisoned
        waiting = {row["dossier_id"]: row["state"] for row in kiosk.rows() if row["state"] != "acked"}
        held(state.line is Line.ONLINE or bool(refused), "I8", state.reason)
        for dossier_id, stands in waiting.items():
            is_refused = f"PUT /kiosk/v1/dossiers/{dossier_id}" in refused
            held(is_refused or stands in {"parked", "quarantined"}, "I9" if refused else "I8", stands)
        held(state.waiting == len(waiting), "I18", f"{state.waiting} shown, {len(waiting)} waiting")
        refused.clear()
        kiosk.files.outbox.retry(None, now_ms=kiosk.now_ms)
        self.several_rounds(kiosk)
        held(kiosk.sync.state().waiting == 0, "I8", kiosk.sync.state().reason)

    def several_rounds(self, kiosk) -> None:
        """A round takes so many rows; an order to send all of them again may come halfway."""
        for _ in range(4 + 2 * (len(kiosk.rows()) // ROUND_SIZE)):
            kiosk.round([], wait_s=3700)

    def judge_states_at_rest(self) -> None:
        """The portal wins on states."""
        for kiosk in self.kiosks:
            kiosk.round([])
            shown = kiosk.states()
            for row in self.portal.storage.find(limit=10_000):
                said = shown.get(row.dossier_id)
                held(said is None or said[2] == row.status, "I11", f"{said} shown, {row.status} decided")
