"""Two kiosks, one portal and a network that lies: whatever happens, in whatever order, the promises hold.

Real outboxes on disk against a model of the portal in memory. Source: portal protocol, section 7.
"""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.domain.leases import Block
from kiosk.domain.outbox import Acknowledgement, OutboxState
from kiosk.ports.portal import (
    NotOurPortal,
    PortalHello,
    PortalRefused,
    PortalUnreachable,
    Restore,
)
from kiosk.services.lease_numbers import LeaseNumbers
from kiosk.services.sending_rounds import SendingRounds
from kiosk.services.submit_dossier import SubmitDossier
from offline_cache.outbox_files import OutboxFiles
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import birth, demo_keys, slip
from tests.fakes.tasks import InlineRunner

FAULTS = ["none", "none", "lost request", "lost answer", "stranger", "refused"]
LANE = 10_000_000


class ModelPortal:
    """What a portal must do, in a screenful."""

    def __init__(self) -> None:
        self.rows: dict[str, Acknowledgement] = {}
        self.blocks: dict[str, Block] = {}
        self.seq, self.epoch, self.durable = 0, 1, 0
        self.durable_epoch = 1
        self.backups: list[tuple[int, int, dict, dict]] = []
        self.verified: list[int] = []
        self.restores: list[Restore] = []
        self.fault = "none"
        self.bytes_seen: dict[str, str] = {}

    def hello(self) -> PortalHello:
        self._line("lost request")
        return PortalHello(
            instance="model",
            epoch=self.epoch,
            server_time=FakeClock().now(),
            durable_through=self.durable,
            restores=tuple(self.restores),
        )

    def upload(self, item) -> Acknowledgement:
        assert self.bytes_seen.setdefault(item.dossier_id, item.sha256) == item.sha256, (
            "other bytes at a retry"
        )
        self._line("lost request")
        if self.fault == "refused":
            raise PortalRefused("PUT", "HTTP 413", code="body_too_large")
        if item.dossier_id not in self.rows:
            self.seq += 1
            self.rows[item.dossier_id] = Acknowledgement(
                dossier_id=item.dossier_id,
                receipt_no=item.receipt_no,
                payload_sha256=item.sha256,
                seq=self.seq,
                epoch=self.epoch,
                state="pre_registered",
            )
        self._line("lost answer")
        if self.fault == "stranger":
            raise NotOurPortal("PUT", "html")
        return self.rows[item.dossier_id]

    def lease(self, request) -> Block:
        self._line("lost request")
        floor = (10 + self.epoch) * LANE
        if request.request_id not in self.blocks:
            last = max([floor, *(b.last for b in self.blocks.values() if b.first > floor)])
            block = Block(block_id=request.request_id, first=last + 1, last=last + 70, epoch=self.epoch)
            self.blocks[request.request_id] = block
        self._line("lost answer")
        return self.blocks[request.request_id]

    def back_up(self) -> None:
        self.backups.append((self.epoch, self.seq, dict(self.rows), dict(self.blocks)))
        self.verified = [*self.verified, self.seq][-2:]
        if len(self.verified) == 2 and min(self.verified) > self.durable:
            self.durable, self.durable_epoch = min(self.verified), self.epoch

    def kept(self) -> list[tuple[int, int, dict, dict]]:
        """Copies that hold what was promised, of whatever history."""
        promised = [
            copy for copy in self.backups if copy[0] >= self.durable_epoch and copy[1] >= self.durable
        ]
        return promised if self.durable else [(1, 0, {}, {}), *promised]

    def restore(self, pick: int) -> None:
        kept = self.kept()
        kept_epoch, self.seq, rows, blocks = kept[pick % len(kept)]
        self.rows, self.blocks = dict(rows), dict(blocks)
        self.epoch += 1
        self.verified, self.durable_epoch = [self.seq], min(self.durable_epoch, kept_epoch)
        self.restores.append(Restore(epoch=self.epoch, kept_epoch=kept_epoch, kept_through_seq=self.seq))

    def _line(self, fault: str) -> None:
        if self.fault == fault:
            raise PortalUnreachable("x", fault)


class ModelKiosk:
    def __init__(self, home: Path, number: int, portal: ModelPortal) -> None:
        self.home, self.number, self.portal = home, number, portal
        self.clock = FakeClock()
        self.told: dict[str, str] = {}
        self.open()

    def open(self) -> None:
        self.files = OutboxFiles(self.home, keys=demo_keys(), kiosk_no=self.number)
        self.files.database.with_reserve = False
        report = self.files.open(now_ms=self.now_ms)
        assert report.sound, report.reason
        tasks = InlineRunner()
        lease = LeaseNumbers(tasks, self.files.numbers, self.portal, self.clock)
        self.rounds = SendingRounds(
            tasks, self.files.outbox, self.portal, self.clock, dice=lambda: 1.0, steps=(lease.run,)
        )
        self.submit = SubmitDossier(self.files.dossiers, self.files.vault, self.clock)

    @property
    def now_ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)

    def confirm(self) -> None:
        dossier = self.submit.submit(birth(), token=f"{self.number}-{len(self.told)}", build_slip=slip)
        self.told[dossier.dossier_id] = dossier.receipt_no


class Exchange(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="exchange-"))
        self.portal = ModelPortal()
        self.kiosks = [ModelKiosk(self.folder / str(number), number, self.portal) for number in (1, 2)]

    @rule(who=st.integers(0, 1))
    def confirm(self, who) -> None:
        self.kiosks[who].confirm()

    @rule(who=st.integers(0, 1), count=st.integers(1, 2))
    def a_good_day(self, who, count) -> None:
        for _ in range(count):
            self.kiosks[who].confirm()
        self.kiosks[who].rounds.run()

    @rule(who=st.integers(0, 1), fault=st.sampled_from(FAULTS))
    def exchange(self, who, fault) -> None:
        self.portal.fault = fault
        self.kiosks[who].rounds.run()
        self.portal.fault = "none"

    @rule(who=st.integers(0, 1))
    def restart(self, who) -> None:
        self.kiosks[who].files.close()
        self.kiosks[who].open()

    @rule(who=st.integers(0, 1))
    def claimed_then_cut(self, who) -> None:
        """Power goes in the middle of a send."""
        kiosk = self.kiosks[who]
        kiosk.files.outbox.claim_next(kiosk.now_ms)
        kiosk.files.close()
        kiosk.open()

    @rule(who=st.integers(0, 1), days=st.sampled_from([0.01, 1, 8, -3, 3650]))
    def time_passes(self, who, days) -> None:
        clock = self.kiosks[who].clock
        clock.advance(days * 86_400) if days > 0 else clock.set_wall(clock.now().replace(year=2024))

    @rule()
    def back_up(self) -> None:
        self.portal.back_up()

    @precondition(lambda self: self.portal.rows and self.portal.epoch < 4)
    @rule(pick=st.integers(0, 100))
    def restore(self, pick) -> None:
        self.portal.restore(pick)

    @rule(who=st.integers(0, 1))
    def staff_retries(self, who) -> None:
        kiosk = self.kiosks[who]
        kiosk.files.outbox.retry(None, now_ms=kiosk.now_ms)

    @invariant()
    def no_number_is_told_twice(self) -> None:
        numbers = [number for kiosk in self._all() for number in kiosk.told.values()]
        assert len(set(numbers)) == len(numbers)

    @invariant()
    def what_was_told_is_on_the_kiosk_or_at_the_portal(self) -> None:
        for kiosk in self._all():
            lines = {line.dossier_id: line for line in kiosk.files.outbox.lines()}
            assert set(lines) == set(kiosk.told)
            for dossier_id, line in lines.items():
                assert not line.is_purged or dossier_id in self.portal.rows
                assert kiosk.told[dossier_id] == line.receipt_no

    @invariant()
    def the_waiting_count_is_the_rows_not_acknowledged(self) -> None:
        for kiosk in self._all():
            lines = kiosk.files.outbox.lines()
            waiting = sum(line.state is not OutboxState.ACKED for line in lines)
            assert kiosk.files.outbox.counts().waiting == waiting

    def teardown(self) -> None:
        """Under a fair network everything that is not parked arrives, once."""
        for kiosk in self._all():
            for _ in range(8):
                kiosk.clock.advance(4000)
                kiosk.files.outbox.retry(None, now_ms=kiosk.now_ms)
                kiosk.rounds.run()
            assert kiosk.files.outbox.counts().waiting == 0
            assert set(kiosk.told) <= set(self.portal.rows)
            kiosk.files.close()
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def _all(self):
        return getattr(self, "kiosks", [])


SOME = settings(
    max_examples=15, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
TestExchange = Exchange.TestCase
TestExchange.settings = SOME


@pytest.mark.long
@pytest.mark.timeout(3600)
class TestExchangeForLong(Exchange.TestCase):
    settings = settings(SOME, max_examples=300, stateful_step_count=40)
