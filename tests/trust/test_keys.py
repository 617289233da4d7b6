"""Whose signatures count: pins, roots, revoked keys, delegations, and trial keys that never count again."""

import hashlib
import shutil

import pytest
from securesystemslib.signer import CryptoSigner

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.trust.anchor import PIN_NAME, pin_root, read_pin
from tests.trust.city_repository import CityRepository, new_keys, read_demo_keys
from tests.trust.conftest import SETTINGS
from tests.trust.demo import KEYS_FILE, SHIPPED_ROOT, demo_repository


class TestKeysAndRoots:
    def test_new_roots_are_followed_step_by_step(self, town):
        town.fetch()
        town.city.rotate("root", new_keys({"root": 3})["root"])
        town.city.rotate("timestamp", new_keys({"timestamp": 1})["timestamp"])
        town.city.rotate("targets", new_keys({"targets": 1})["targets"])
        town.publish(b"by new keys")

        town.fetch()

        assert town.kept() == b"by new keys"
        assert dict(town.kiosk.state().editions)["root"] == 4

    def test_a_revoked_key_stays_revoked_even_when_the_new_root_is_kept_from_the_kiosk(self, town):
        stolen = dict(town.city.keys)
        town.fetch()
        town.city.rotate("timestamp", new_keys({"timestamp": 1})["timestamp"])
        town.metadata("timestamp").unlink()  # the delivery as a whole is refused; its root is not forgotten
        assert town.refusal().problem is UpdateProblem.INCOMPLETE
        (town.folder / "metadata" / "2.root.json").unlink()
        thief = CityRepository(town.folder, stolen, now=town.now(), first_edition=99)
        thief.stamp()

        assert town.refusal().problem is UpdateProblem.WRONG_KEY

    def test_a_root_of_another_city_is_no_successor(self, town):
        town.fetch()
        other = CityRepository(town.root / "other", new_keys(), now=town.now())
        other.create()
        other.rotate("root", new_keys({"root": 3})["root"])
        shutil.copy(other.metadata / "2.root.json", town.folder / "metadata")

        assert town.refusal().problem is UpdateProblem.WRONG_KEY

    def test_an_enrolled_kiosk_refuses_a_root_that_names_a_trial_key(self, town):
        town.fetch()
        town.city.rotate("timestamp", read_demo_keys(KEYS_FILE)["timestamp"])

        assert town.refusal().problem is UpdateProblem.DEMO_KEYS
        assert dict(town.kiosk.state().editions)["root"] == 1

    def test_an_enrolled_kiosk_takes_nothing_of_the_trial_repository(self, town):
        town.origin = str(town.root / "demo")
        demo_repository(town.root / "demo")

        assert town.refusal().problem is UpdateProblem.WRONG_ROOT

    def test_the_trial_root_cannot_be_pinned(self, tmp_path):
        root = SHIPPED_ROOT.read_bytes()

        with pytest.raises(UpdateRefused) as refused:
            pin_root(tmp_path, hashlib.sha256(root).hexdigest(), demo_root=root)

        assert refused.value.problem is UpdateProblem.DEMO_KEYS

    def test_a_second_pin_does_not_replace_the_first(self, town):
        with pytest.raises(UpdateRefused) as refused:
            pin_root(town.home, "0" * 64, demo_root=SHIPPED_ROOT.read_bytes())

        assert refused.value.problem is UpdateProblem.WRONG_ROOT
        assert read_pin(town.home) == town.city.root_sha256()

    def test_the_pinned_root_may_be_a_later_one(self, town):
        shutil.rmtree(town.home)
        town.city.rotate("root", new_keys({"root": 3})["root"])
        pin_root(town.home, town.city.root_sha256(), demo_root=SHIPPED_ROOT.read_bytes())

        town.fetch()

        assert town.kept() == SETTINGS

    def test_a_repository_without_the_pinned_root_is_refused(self, town):
        shutil.rmtree(town.folder)
        CityRepository(town.folder, new_keys(), now=town.now()).create()

        assert town.refusal().problem is UpdateProblem.WRONG_ROOT

    def test_a_damaged_pin_is_never_taken_as_none(self, town):
        (town.home / PIN_NAME).write_bytes(b"\x00" * 40)

        assert town.refusal().problem is UpdateProblem.WRONG_ROOT

    def test_a_first_root_changed_on_the_disk_is_not_trusted(self, town):
        town.fetch()
        (town.home / "first-root.json").write_bytes(SHIPPED_ROOT.read_bytes())

        town.fetch()

        assert (town.home / "first-root.json").read_bytes() == (
            town.folder / "metadata" / "1.root.json"
        ).read_bytes()

    def test_without_a_pin_nothing_is_trusted(self, town):
        (town.home / PIN_NAME).unlink()

        assert town.refusal().problem is UpdateProblem.NOT_ENROLLED


class TestDelegation:
    """The city may let a ward sign one file; nothing more."""

    def test_a_ward_signs_its_own_file_and_no_other(self, town):
        ward = CryptoSigner.generate_ed25519()
        town.city.delegate("ward", "announcements.json", ward)
        town.city.publish_as("ward", {"announcements.json": b"ours", "calendar.json": b"not ours"}, ward)

        delivery = town.fetch()

        assert town.kept("announcements.json") == b"ours"
        assert "calendar.json" in delivery.absent

    def test_another_key_cannot_sign_for_the_ward(self, town):
        town.city.delegate("ward", "announcements.json", CryptoSigner.generate_ed25519())
        town.city.publish_as("ward", {"announcements.json": b"forged"}, CryptoSigner.generate_ed25519())

        assert town.refusal().problem is UpdateProblem.WRONG_KEY
        assert town.kept("announcements.json") is None

    def test_a_trial_key_is_refused_as_a_ward_too(self, town):
        town.fetch()
        town.city.delegate("ward", "announcements.json", read_demo_keys(KEYS_FILE)["targets"][0])

        assert town.refusal().problem is UpdateProblem.DEMO_KEYS
