import json
from dataclasses import replace

import pytest

from kiosk.domain.consents import CONSENT_VERSION, Purpose, consents
from kiosk.domain.dossiers import DossierHeader
from kiosk.ports.vault import KeysUnusable
from offline_cache.portal_key_list import read_portal_keys
from offline_cache.sealing import DeviceKey, SealingVault, SpoolKey
from tests.fakes.clock import FakeClock
from tests.fakes.dossiers import MARKERS, birth, demo_keys
from tests.portal.reference_portal.keys import read_keys
from tests.portal.reference_portal.opening import CannotOpen, open_dossier, opened, signature_fits


@pytest.fixture
def device(tmp_path):
    return DeviceKey(tmp_path / "keys")


@pytest.fixture
def sealed(device):
    header = DossierHeader(
        dossier_id="01935a6e-0000-7000-8000-000000000000",
        receipt_no="90000000142",
        procedure_code="1.001193",
        procedure_version="2025-06-30",
        created_at=FakeClock().now(),
        local_seq=1,
        lookup_hash="scrypt$…",
        consent_version="2026-01",
    )
    return SealingVault(demo_keys(), device).seal(header, birth())


def changed(body: bytes, change) -> bytes:
    payload = json.loads(body)
    change(payload)
    return json.dumps(payload).encode()


def test_the_portal_opens_what_the_kiosk_sealed(sealed):
    declared = open_dossier(sealed.body, read_keys())

    assert declared.form_id == "khai-sinh"
    assert declared.answers[0] == ("child_name", MARKERS[0])


@pytest.mark.parametrize("kid", ["demo-seal-2026", "demo-escrow-2026"])
def test_portal_and_escrow_can_each_open_it_alone(sealed, kid):
    keys = read_keys()
    for other in set(keys.sealing) - {kid}:
        del keys.sealing[other]

    assert open_dossier(sealed.body, keys).answers


def test_nothing_declared_stands_in_the_sealed_bytes(sealed):
    text = sealed.body.decode()

    assert not any(marker in text for marker in MARKERS)


@pytest.mark.parametrize(
    "change",
    [
        lambda payload: payload["header"].update(receipt_no="90000000239"),
        lambda payload: payload["envelope"]["content"].update(
            ct="AAAA" + payload["envelope"]["content"]["ct"][4:]
        ),
        lambda payload: payload["envelope"]["recipients"][0].update(
            wrapped="AAAA" + payload["envelope"]["recipients"][0]["wrapped"][4:]
        ),
    ],
)
def test_a_changed_header_ciphertext_or_key_opens_nothing(sealed, change):
    keys = read_keys()
    del keys.sealing["demo-escrow-2026"]

    with pytest.raises((CannotOpen, Exception)) as refusal:
        open_dossier(changed(sealed.body, change), keys)

    assert refusal.type.__name__ in {"CannotOpen", "InvalidTag"}


def test_the_device_signature_covers_header_and_ciphertext(sealed, device):
    payload = json.loads(sealed.body)
    assert signature_fits(payload, device.public_key())

    payload["header"]["local_seq"] = 2

    assert not signature_fits(payload, device.public_key())


def test_keys_are_made_once_and_readable_by_their_owner_only(tmp_path):
    first = DeviceKey(tmp_path / "keys").public_key()

    assert DeviceKey(tmp_path / "keys").public_key() == first
    assert (tmp_path / "keys" / "device.key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700


def test_a_key_file_of_wrong_size_is_refused_by_name(tmp_path):
    (tmp_path / "device.key").write_bytes(b"short")

    with pytest.raises(KeysUnusable, match=r"device\.key: 5 bytes instead of 32"):
        DeviceKey(tmp_path).public_key()


def test_a_waiting_sheet_opens_for_its_own_job_only(tmp_path):
    spool = SpoolKey(tmp_path)

    blob = spool.encrypt(b"sheet", job_id="a")

    assert spool.decrypt(blob, job_id="a") == b"sheet"
    assert spool.decrypt(blob, job_id="b") is None
    assert spool.decrypt(b"", job_id="a") is None


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{", "truncated"),
        (b'{"v":1,"demo":true,"sealing":[],"acknowledging":[]}', "a sealing key"),
        (b'{"v":1,"demo":true,"sealing":[{"kid":"k","public":"AA"}],"acknowledging":[{"kid":"a","public":"AA=="}]}',
         "key k: not base64"),
        (b'{"v":1,"demo":true,"sealing":[{"kid":"k","public":"AA=="}],"acknowledging":[{"kid":"a","public":"AA=="}]}',
         "key k: 1 bytes instead of 32"),
    ],
)  # fmt: skip
def test_a_bad_key_list_is_refused_by_place_and_key(raw, said):
    with pytest.raises(KeysUnusable, match=said) as refusal:
        read_portal_keys(raw, place="portal-keys.json")

    assert refusal.value.place == "portal-keys.json"


def test_each_consent_and_the_way_home_stand_in_the_sealed_part(device):
    asked = (Purpose.SEND, Purpose.CONTACT, Purpose.POST)
    pre = replace(birth(), consents=consents(frozenset({Purpose.SEND, Purpose.POST}), asked), by_post=True)
    header = DossierHeader(
        dossier_id="01935a6e-0000-7000-8000-000000000000",
        receipt_no="90000000142",
        procedure_code="1.001193",
        procedure_version="2025-06-30",
        created_at=FakeClock().now(),
        local_seq=1,
        lookup_hash="scrypt$…",
        consent_version=CONSENT_VERSION,
    )

    body = SealingVault(demo_keys(), device).seal(header, pre).body
    content = json.loads(opened(body, read_keys()))

    assert content["consents"] == [
        {"purpose": "send", "version": CONSENT_VERSION, "given": True},
        {"purpose": "contact", "version": CONSENT_VERSION, "given": False},
        {"purpose": "post", "version": CONSENT_VERSION, "given": True},
    ]
    assert content["delivery"] == "post"
    assert "delivery" not in json.loads(body)["header"]
