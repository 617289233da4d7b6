"""Kiosk and reference portal over real sockets, with everything that goes wrong between them."""

import contextlib
import socket

import pytest
import requests

from kiosk.domain.outbox import QUARANTINE_AFTER_SERVER_ERRORS
from kiosk.ports.portal import NotOurPortal, PortalPaused, PortalRefused, PortalUnreachable, RateLimited
from kiosk.services.synchronise import Line, Synchronise
from offline_cache.portal_client import HttpPortal, PortalTimes
from tests.fakes.clock import FakeScheduler
from tests.fakes.dossiers import MARKERS, Room, demo_keys
from tests.fakes.tasks import InlineRunner
from tests.portal.fixtures import running
from tests.portal.reference_portal.protocol import DEMO_CODE

QUICK = PortalTimes(connect_s=2, read_s=1, whole_s=5)


class Kiosk:
    def __init__(self, home, url) -> None:
        self.room = Room(home)
        self.portal = self.client(url)
        self.scheduler = FakeScheduler(self.room.clock)
        self.sync = Synchronise(
            InlineRunner(),
            self.room.files.outbox,
            self.portal,
            self.room.clock,
            self.scheduler,
            dice=lambda: 1.0,
        )

    def client(self, url, **changes) -> HttpPortal:
        values = {
            "keys": demo_keys(),
            "device": self.room.files.device,
            "demo_code": DEMO_CODE,
            "times": QUICK,
        }
        return HttpPortal(url, **(values | changes))

    def close(self) -> None:
        self.sync.stop()
        self.portal.close()
        self.room.close()


@pytest.fixture
def kiosk(tmp_path, reference_portal):
    kiosk = Kiosk(tmp_path / "home", reference_portal.url)
    yield kiosk
    kiosk.close()


def test_what_was_confirmed_arrives_and_an_officer_reads_it(kiosk, reference_portal):
    dossier = kiosk.room.submit("t")

    kiosk.sync.start()

    assert kiosk.sync.state().line is Line.ONLINE
    assert kiosk.sync.state().waiting == 0
    page = requests.get(f"{reference_portal.url}/phieu/{dossier.dossier_id}", timeout=30).text
    assert all(part in page for part in (MARKERS[0], "0011 9901 2345", "0912 345 678"))


AMBIGUOUS = [
    "hang_after",
    "no_header",
    "truncated",
    "wrong_hash",
    "wrong_id",
    "wrong_signature",
    "unknown_key",
]
NOT_STORED = ["hang_before", "html", "html_with_our_header", "redirect", "huge", "500", "502", "503"]


@pytest.mark.parametrize("fault", [*AMBIGUOUS, *NOT_STORED, "null_ack", "retry_after:7", "401", "404", "403"])
def test_nothing_counts_as_sent_until_a_true_acknowledgement_and_then_it_is_there_once(
    kiosk, reference_portal, fault
):
    kiosk.room.submit("t")
    reference_portal.faults.plan(fault, times=2)

    kiosk.sync.start()
    assert kiosk.sync.state().waiting == 1
    kiosk.scheduler.advance(3000)

    assert kiosk.sync.state().waiting == 0
    assert reference_portal.faults.happened == [fault] * 2
    assert len(reference_portal.storage.find()) == 1


@pytest.mark.parametrize(
    ("fault", "error", "said"),
    [
        ("wrong_hash", NotOurPortal, "sig.value"),
        ("unknown_key", NotOurPortal, "unknown key 'nobody'"),
        ("html", NotOurPortal, "without our portal's header"),
        ("redirect", NotOurPortal, "302"),
        ("null_ack", PortalUnreachable, r"\$\.ack"),
        ("truncated", PortalUnreachable, "truncated"),
        ("huge", PortalUnreachable, "larger than 262144 bytes"),
        ("hang_before", PortalUnreachable, "ReadTimeout"),
        ("500", PortalUnreachable, "HTTP 500"),
        ("retry_after:9", RateLimited, "HTTP 429"),
        ("404", PortalPaused, "HTTP 404"),
        ("403", PortalPaused, "HTTP 403"),
        ("413", PortalRefused, "HTTP 413 injected"),
    ],
)
def test_each_bad_answer_has_its_error_naming_place_and_value(kiosk, reference_portal, fault, error, said):
    kiosk.room.submit("t")
    item = kiosk.room.files.outbox.claim_next(kiosk.room.now_ms)
    reference_portal.faults.plan(fault, times=2)

    with pytest.raises(error, match=said) as refusal:
        kiosk.portal.upload(item)

    assert refusal.value.place.startswith(f"PUT /dossiers/{item.dossier_id}")


@pytest.mark.parametrize(("sent", "waited_s"), [("0", 1), ("1000000000", 3600), ("rubbish", 60), ("30", 30)])
def test_retry_after_is_honoured_within_reason(kiosk, reference_portal, sent, waited_s):
    reference_portal.faults.plan(f"retry_after:{sent}", where="^GET ")

    with pytest.raises(RateLimited) as refusal:
        kiosk.portal.hello()

    assert refusal.value.retry_after_s == waited_s


def test_a_greeting_of_another_nonce_is_not_believed(kiosk, reference_portal, monkeypatch):
    monkeypatch.setattr("offline_cache.portal_client.secrets.token_urlsafe", lambda _size: "a" * 32)
    kiosk.portal.hello()
    answer = requests.get(f"{reference_portal.url}/kiosk/v1/hello?nonce={'b' * 32}", timeout=30)
    monkeypatch.setattr(
        requests.Session, "request", lambda *_args, **_more: contextlib.nullcontext(_Replay(answer))
    )

    with pytest.raises(NotOurPortal, match="nonce"):
        kiosk.portal.hello()


class _Replay:
    def __init__(self, answer) -> None:
        self.status_code, self.headers, self._body = answer.status_code, answer.headers, answer.content

    def iter_content(self, _size):
        yield self._body


def test_a_refused_item_is_parked_and_the_next_goes_on(kiosk, reference_portal):
    for token in "abc":
        kiosk.room.submit(token)
    reference_portal.faults.plan("413", times=1)

    kiosk.sync.start()

    assert kiosk.sync.state().counts.parked == 1
    assert kiosk.sync.state().counts.acked == 2


def test_an_item_that_alone_fails_delays_no_other_and_is_set_aside(kiosk, reference_portal):
    first = kiosk.room.submit("ill")
    reference_portal.faults.plan("500", times=10_000, where=f"^PUT .*{first.dossier_id}")
    kiosk.sync.start()

    for number in range(QUARANTINE_AFTER_SERVER_ERRORS + 2):
        kiosk.scheduler.advance(901)
        kiosk.room.submit(f"well-{number}")
        kiosk.sync.nudge()
        assert kiosk.sync.state().counts.acked == number + 1

    assert kiosk.sync.state().counts.quarantined == 1
    assert len(reference_portal.storage.find()) == QUARANTINE_AFTER_SERVER_ERRORS + 2


def test_tries_of_one_item_are_spaced_by_growing_waits(kiosk, reference_portal):
    kiosk.room.submit("t")
    reference_portal.faults.plan("wrong_signature", times=6)
    kiosk.sync.start()

    kiosk.scheduler.advance(20)
    assert len(reference_portal.faults.happened) <= 5

    kiosk.scheduler.advance(200)
    assert kiosk.sync.state().waiting == 0


def test_the_portal_goes_down_and_comes_back_and_nobody_has_to_act(tmp_path):
    folder = tmp_path / "portal"
    with running(folder) as portal:
        port = portal.port
        kiosk = Kiosk(tmp_path / "home", portal.url)
        kiosk.room.submit("before")
        kiosk.sync.start()
        assert kiosk.sync.state().waiting == 0
    kiosk.room.submit("while down")
    kiosk.sync.nudge()
    assert kiosk.sync.state().line is Line.OFFLINE
    kiosk.scheduler.advance(7200)
    assert kiosk.sync.state().waiting == 1

    with running(folder, port) as portal:
        kiosk.scheduler.advance(901)
        assert kiosk.sync.state().line is Line.ONLINE
        assert kiosk.sync.state().waiting == 0
        assert len(portal.storage.find()) == 2
    kiosk.close()


def test_a_portal_restored_from_an_old_copy_gets_back_what_it_lost(kiosk, reference_portal):
    for token in "abc":
        kiosk.room.submit(token)
    kiosk.sync.start()
    storage = reference_portal.storage
    lost = storage.find()[:2]
    with storage.engine.begin() as connection:
        for row in lost:
            connection.exec_driver_sql("DELETE FROM dossiers WHERE seq = ?", (row.seq,))
    storage.history.restored(kept_through_seq=storage.find()[0].seq)

    kiosk.sync.nudge()

    assert {row.dossier_id for row in lost} <= {row.dossier_id for row in storage.find()}
    assert kiosk.sync.state().waiting == 0


def test_sealed_bytes_are_purged_only_after_the_portals_watermark_and_seven_days(kiosk, reference_portal):
    kiosk.room.submit("t")
    kiosk.sync.start()
    kiosk.room.clock.advance(8 * 86_400)
    kiosk.sync.nudge()
    assert not kiosk.room.files.outbox.lines()[0].is_purged

    reference_portal.storage.history.durable_through = reference_portal.storage.find()[0].seq
    kiosk.sync.nudge()

    assert kiosk.room.files.outbox.lines()[0].is_purged


def test_a_number_used_elsewhere_is_stored_and_flagged(tmp_path, reference_portal):
    kiosks = [Kiosk(tmp_path / name, reference_portal.url) for name in ("one", "two")]
    for kiosk in kiosks:
        kiosk.room.submit("t")
        kiosk.sync.start()

    assert [kiosk.room.files.outbox.lines()[0].flags for kiosk in kiosks] == ["", "receipt_no_taken"]
    assert len(reference_portal.storage.find()) == 2
    for kiosk in kiosks:
        kiosk.close()


def test_a_portal_that_forgot_all_tokens_is_asked_for_a_new_one(kiosk, reference_portal):
    kiosk.room.submit("a")
    kiosk.sync.start()
    reference_portal.protocol.forget_tokens()
    kiosk.room.submit("b")

    kiosk.sync.nudge()

    assert kiosk.sync.state().waiting == 0


def test_without_enrolment_nothing_is_sent_and_nothing_is_lost(kiosk, reference_portal):
    kiosk.room.submit("t")
    stranger = kiosk.client(reference_portal.url, demo_code="")
    item = kiosk.room.files.outbox.claim_next(kiosk.room.now_ms)

    with pytest.raises(PortalPaused, match="not enrolled"):
        stranger.upload(item)


def test_an_unknown_enrolment_code_is_refused(kiosk):
    with pytest.raises(PortalRefused) as refusal:
        kiosk.portal.enrol("7K3M-9QXP")

    assert refusal.value.code == "enrolment_code_unknown"


def test_asking_what_the_portal_holds(kiosk):
    kiosk.room.submit("t")
    item = kiosk.room.files.outbox.claim_next(kiosk.room.now_ms)
    assert kiosk.portal.acknowledgement(item) is None

    sent = kiosk.portal.upload(item)

    held = kiosk.portal.acknowledgement(item)
    assert (held.seq, held.replayed, sent.replayed) == (sent.seq, True, False)


def test_no_network_is_unreachable(kiosk):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        dead = kiosk.client(f"http://127.0.0.1:{taken.getsockname()[1]}")

        with pytest.raises(PortalUnreachable, match="GET /hello: ConnectionError"):
            dead.hello()
