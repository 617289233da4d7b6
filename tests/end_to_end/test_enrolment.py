"""Enrolling against a running portal, and living on leased numbers after it."""

import json

import pytest

from kiosk.domain.enrolment import BadEnrolmentTicket, read_ticket
from kiosk.domain.leases import Block, LeaseRequest
from kiosk.ports.portal import PortalPaused, PortalRefused
from kiosk.ports.vault import KeysUnusable, PortalKeys
from kiosk.services.enrol import EnrolmentRefused, enrol
from kiosk.services.lease_numbers import LeaseNumbers
from kiosk.services.submit_dossier import SubmitDossier
from kiosk.services.synchronise import Line, Synchronise
from offline_cache.kiosk_identity import IDENTITY_NAME, IdentityFile
from offline_cache.kiosk_portal import portal_of
from offline_cache.outbox_files import OutboxFiles
from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey
from tests.fakes.clock import FakeClock, FakeScheduler
from tests.fakes.dossiers import KEY_FILE, birth, slip
from tests.fakes.tasks import InlineRunner
from tests.portal.fixtures import running
from tests.portal.reference_portal.app import OWN_KEYS
from tests.portal.reference_portal.keys import rotate
from tests.portal.reference_portal.protocol import ticket as ticket_text

NO_KEYS = PortalKeys(is_demo=False, sealing=(), acknowledging=())
POINT = ("H26.01.01", "Điểm số 1")


def qr(portal, **changes):
    text = ticket_text(portal.url, portal.protocol.fleet.new_code(*POINT), portal.protocol.own)
    return read_ticket(json.dumps(json.loads(text) | changes))


def enrolled(home, ticket):
    store = IdentityFile(home)
    client = HttpPortal(ticket.url, keys=NO_KEYS, device=DeviceKey(store.folder / "keys"))
    return enrol(ticket, client, store)


class Enrolled:
    """An enrolled kiosk that confirms, leases and sends."""

    def __init__(self, home, url="") -> None:
        self.clock = FakeClock()
        self.room = IdentityFile(home).room(KEY_FILE.read_bytes())
        self.files = OutboxFiles(self.room.folder, keys=self.room.keys, kiosk_no=self.room.kiosk_no)
        self.report = self.files.open(now_ms=self.now_ms)
        self.portal = portal_of(self.room, url, self.files.device)
        self.lease = LeaseNumbers(InlineRunner(), self.files.numbers, self.portal, self.clock)
        self.sync = Synchronise(
            InlineRunner(),
            self.files.outbox,
            self.portal,
            self.clock,
            FakeScheduler(self.clock),
            steps=(self.lease.run,),
        )
        self.submit_dossier = SubmitDossier(self.files.dossiers, self.files.vault, self.clock)

    @property
    def now_ms(self) -> int:
        return int(self.clock.now().timestamp() * 1000)

    def submit(self, key):
        return self.submit_dossier.submit(birth(), token=key, build_slip=slip)

    def close(self) -> None:
        self.sync.stop()
        self.portal.close()
        self.files.close()


@pytest.fixture
def kiosk(tmp_path, reference_portal):
    home = tmp_path / "home"
    enrolled(home, qr(reference_portal))
    kiosk = Enrolled(home)
    yield kiosk
    kiosk.close()


def test_a_scanned_code_makes_a_kiosk_with_a_number_keys_and_an_outbox_of_its_own(kiosk, reference_portal):
    dossier = kiosk.submit("t")
    kiosk.sync.start()

    assert kiosk.room.identity.kiosk_no == 1
    assert dossier.receipt_no.startswith("90001")
    assert kiosk.sync.state().line is Line.ONLINE, kiosk.sync.state().reason
    assert kiosk.sync.state().waiting == 0
    (row,) = reference_portal.storage.find()
    assert row.point == "H26.01.01"
    assert b"demo" not in row.body


def test_enrolling_again_after_a_power_cut_is_enrolling_once(tmp_path, reference_portal):
    ticket = qr(reference_portal)
    first = enrolled(tmp_path / "home", ticket)
    (tmp_path / "home" / "enrolled" / IDENTITY_NAME).unlink()

    assert enrolled(tmp_path / "home", ticket) == first
    assert enrolled(tmp_path / "home", ticket) == first


def test_a_code_enrols_one_machine_only(tmp_path, reference_portal):
    ticket = qr(reference_portal)
    enrolled(tmp_path / "one", ticket)

    with pytest.raises(PortalRefused) as refusal:
        enrolled(tmp_path / "two", ticket)

    assert refusal.value.code == "enrolment_used"


def test_a_portal_with_other_keys_than_the_qr_says_is_refused(tmp_path, reference_portal):
    ticket = qr(reference_portal, keys_sha256="0" * 64)

    with pytest.raises(EnrolmentRefused, match="wrong_portal"):
        enrolled(tmp_path / "home", ticket)

    assert IdentityFile(tmp_path / "home").identity() is None


def test_an_enrolled_machine_does_not_become_another_kiosk(tmp_path, reference_portal):
    enrolled(tmp_path / "home", qr(reference_portal))

    with pytest.raises(PortalRefused):
        enrolled(tmp_path / "home", qr(reference_portal))


def test_trial_keys_are_refused_for_ever(tmp_path, reference_portal):
    enrolled(tmp_path / "home", qr(reference_portal))
    store = IdentityFile(tmp_path / "home")

    with pytest.raises(KeysUnusable, match="trial keys"):
        store.adopt_keys(KEY_FILE.read_bytes())

    assert not store.room(KEY_FILE.read_bytes()).keys.is_demo


def test_a_damaged_identity_is_never_taken_for_none(tmp_path, reference_portal):
    enrolled(tmp_path / "home", qr(reference_portal))
    path = tmp_path / "home" / "enrolled" / IDENTITY_NAME
    path.write_bytes(path.read_bytes().replace(b'"kiosk_no":1', b'"kiosk_no":2'))

    with pytest.raises(KeysUnusable, match="damaged"):
        IdentityFile(tmp_path / "home").room(KEY_FILE.read_bytes())


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("{", "text"),
        ('{"handshake":2,"url":"https://a.vn","code":"7K3M-9QXP"}', "text"),
        ('{"handshake":1,"url":"http://a.vn","code":"7K3M-9QXP"}', "url"),
        ('{"handshake":1,"url":"https://a.vn","code":"7K3M9QXP"}', "code"),
        ('{"handshake":1,"url":"https://a.vn","code":"7K3M-9QXP","keys_sha256":"ab"}', "keys"),
        ("DEMO-0000", "code"),
    ],
)
def test_a_ticket_that_cannot_be_used_names_its_part(text, part):
    with pytest.raises(BadEnrolmentTicket) as refusal:
        read_ticket(text, url="https://a.vn")

    assert refusal.value.part == part


def test_leased_numbers_are_used_first_and_refilled_below_150(kiosk):
    emergency = kiosk.submit("a")
    kiosk.sync.start()
    leased = [kiosk.submit(f"b{number}") for number in range(3)]

    assert emergency.receipt_no[0] == "9"
    assert [dossier.receipt_no[:9] for dossier in leased] == ["110000001", "110000002", "110000003"]
    assert kiosk.files.numbers.left().leased == 497
    with kiosk.files.database.transaction() as db:
        db.execute("UPDATE number_ranges SET next = last - 100 WHERE block_id <> ''")
    kiosk.sync.nudge()
    assert kiosk.files.numbers.left().leased == 101 + 500


def test_a_lease_whose_answer_was_lost_is_the_same_lease(kiosk, reference_portal):
    reference_portal.faults.plan("truncated", where="receipt-blocks")
    kiosk.sync.start()
    assert kiosk.files.numbers.left().leased == 0

    kiosk.sync.nudge()

    (block,) = reference_portal.protocol.fleet.blocks(kiosk.room.identity.kiosk_id)
    assert kiosk.files.numbers.left().leased == block.last - block.first + 1 == 500


def test_a_restored_portal_leases_from_a_new_lane_so_that_no_number_is_leased_twice(
    tmp_path, reference_portal
):
    enrolled(tmp_path / "one", qr(reference_portal))
    enrolled(tmp_path / "two", qr(reference_portal))
    one, two = Enrolled(tmp_path / "one"), Enrolled(tmp_path / "two")
    one.sync.start()
    storage = reference_portal.storage
    with storage.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM blocks")
    storage.history.restored(kept_through_seq=0)
    two.sync.start()

    numbers = [kiosk.submit("t").receipt_no[:9] for kiosk in (one, two)]

    assert numbers == ["110000001", "120000001"]
    one.close()
    two.close()


def test_a_portal_set_back_unnoticed_suspects_itself_and_goes_above_what_it_sees(kiosk, reference_portal):
    fleet, history = reference_portal.protocol.fleet, reference_portal.storage.history
    request = LeaseRequest(
        request_id="0190a000-0000-7000-8000-000000000001", want=10, highest_seen=110_004_000
    )

    block = kiosk.portal.lease(request)

    assert block.first == 110_004_001
    assert "never leased" in history.suspect
    assert fleet.blocks(kiosk.room.identity.kiosk_id)[-1].first == block.first


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (900_000_001, 900_000_010),
        (110_000_001, 110_002_000),
        (119_999_990, 120_000_010),
        (110_000_005, 110_000_001),
    ],
)
def test_a_block_that_cannot_be_ours_is_not_taken(kiosk, monkeypatch, first, last):
    seen = answered_with(kiosk, monkeypatch, Block(block_id="b", first=first, last=last, epoch=1))

    kiosk.sync.start()

    assert len(seen) == 1
    assert kiosk.files.numbers.left().leased == 0
    assert kiosk.sync.state().line is Line.ONLINE
    assert kiosk.submit("t").receipt_no.startswith("90001")


def answered_with(kiosk, monkeypatch, block) -> list[LeaseRequest]:
    seen = []
    monkeypatch.setattr(kiosk.portal, "lease", lambda request: seen.append(request) or block)
    return seen


def test_a_number_used_elsewhere_ends_its_block(kiosk, reference_portal):
    kiosk.sync.start()
    dossier = kiosk.submit("t")
    header = {
        "dossier_id": "0190a000-0000-7000-8000-00000000000a",
        "receipt_no": dossier.receipt_no,
        "procedure": {"code": "1.001193"},
        "created_at": "2026-11-24T09:42:00+07:00",
    }
    reference_portal.storage.store(header, b"another", "another kiosk")

    kiosk.sync.nudge()

    assert kiosk.files.outbox.lines()[0].flags == "receipt_no_taken"
    assert kiosk.files.numbers.left().leased == 500
    assert kiosk.submit("u").receipt_no.startswith("110000501")


def test_a_lost_database_never_gives_out_a_number_twice(kiosk, tmp_path):
    kiosk.submit("a")
    kiosk.sync.start()
    kiosk.submit("b")
    kiosk.close()
    (kiosk.room.folder / "outbox.db").write_bytes(b"rubbish" * 1000)
    for name in ("outbox.db-wal", "outbox.db-shm"):
        (kiosk.room.folder / name).unlink(missing_ok=True)

    again = Enrolled(tmp_path / "home")

    assert not again.report.sound
    assert again.report.lost_receipts == ((900_010_001, 900_010_001), (110_000_001, 110_000_001))
    assert again.submit("c").receipt_no.startswith("900010051")
    again.sync.start()
    assert again.submit("d").receipt_no.startswith("110000501")
    again.close()


def test_a_revoked_kiosk_keeps_what_waits_and_is_told(kiosk, reference_portal):
    kiosk.submit("t")
    reference_portal.protocol.fleet.set_state(kiosk.room.identity.kiosk_id, "revoked")

    kiosk.sync.start()

    assert kiosk.sync.state().line is Line.PAUSED
    assert "revoked" in kiosk.sync.state().reason
    assert kiosk.sync.state().waiting == 1


def test_a_stranger_with_the_right_id_but_another_key_gets_no_token(kiosk, tmp_path):
    thief = HttpPortal(
        kiosk.room.identity.portal_url,
        keys=kiosk.room.keys,
        device=DeviceKey(tmp_path / "thief"),
        kiosk_id=kiosk.room.identity.kiosk_id,
    )

    with pytest.raises(PortalPaused, match="signature_wrong"):
        thief.changes("")


def test_between_two_keys_the_portal_signs_with_the_one_a_kiosk_knows(tmp_path, kiosk, reference_portal):
    rotate(reference_portal.storage.folder / OWN_KEYS)
    with running(reference_portal.storage.folder) as after:
        kiosk.portal.close()
        kiosk.close()
        again = Enrolled(tmp_path / "home", after.url)
        again.submit("t")
        again.sync.start()
        assert again.sync.state().waiting == 0, again.sync.state().reason
        fresh = json.dumps(after.protocol.own.public_list()).encode()
        keys = IdentityFile(tmp_path / "home").adopt_keys(fresh)
        again.close()

    assert {key.kid for key in keys.acknowledging} == {"ack-1", "ack-2"}
