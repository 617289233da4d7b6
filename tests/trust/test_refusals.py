"""Whatever an attacker, a careless operator or a bad line does is refused by name, and nothing is lost."""

import json
import shutil
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.updates import UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.trust.anchor import pin_root
from offline_cache.trust.trust_folder import TrustFolder
from tests.trust.city_repository import CityRepository, new_keys
from tests.trust.conftest import CATALOGUE, SETTINGS
from tests.trust.demo import SHIPPED_ROOT


def roll_back(town):
    old = town.copy_of_folder()
    town.publish(b"new")
    town.fetch()
    shutil.rmtree(town.folder)
    old.rename(town.folder)


def let_it_expire(town):
    town.clock.advance(91 * 24 * 3600)


def sign_with_other_keys(town):
    shutil.rmtree(town.folder)
    CityRepository(town.folder, new_keys(), now=town.now()).create()


def sign_root_too_rarely(town):
    town.city.keys["root"] = town.city.keys["root"][:1]
    town.city.rotate("timestamp", new_keys({"timestamp": 1})["timestamp"])


def change_a_file(town):
    (path,) = (town.folder / "targets").glob("*.settings.toml")
    path.write_bytes(SETTINGS.replace(b"1", b"2"))


def change_the_timestamp(town):
    found = json.loads(town.metadata("timestamp").read_text())
    found["signed"]["expires"] = "2099-01-01T00:00:00Z"
    town.publish(b"new")
    town.metadata("timestamp").write_text(json.dumps(found))


def change_the_targets(town):
    town.publish(b"new")
    path = town.metadata("targets")
    path.write_bytes(path.read_bytes().replace(b'"length": 3', b'"length": 4'))


def send_endless_metadata(town):
    town.metadata("timestamp").write_bytes(b" " * 20_000)


def send_an_endless_file(town):
    town.publish(b"new")
    (path,) = (town.folder / "targets").glob(f"{_sha(b'new')}.settings.toml")
    path.write_bytes(b"new" + b"x" * 500_000)


def list_a_file_too_large(town):
    town.publish(b"x" * (256 * 1024 + 1))


def mix_targets(town):
    before = town.metadata("targets").read_bytes()
    town.publish(b"new")
    town.metadata("targets").write_bytes(before)


def mix_snapshots(town):
    before = town.metadata("snapshot").read_bytes()
    town.publish(b"new")
    town.metadata("snapshot").write_bytes(before)


def lose(role):
    def lose_it(town):
        town.publish(b"new")
        town.metadata(role).unlink()

    return lose_it


def lose_a_file(town):
    town.publish(b"new")
    (town.folder / "targets" / f"{_sha(b'new')}.settings.toml").unlink()


def answer_with_a_login_page(town):
    town.publish(b"new")
    town.metadata("timestamp").write_bytes(b"<html><title>Dang nhap wifi</title></html>")


def write_a_number_nobody_can_sign(town):
    town.publish(b"new")
    path = town.metadata("timestamp")
    path.write_bytes(path.read_bytes().replace(b'"signed_at"', b'"weight": 1.5, "signed_at"'))


def take_the_tree_away(town):
    shutil.rmtree(town.folder / "metadata")


def _sha(content):
    import hashlib

    return hashlib.sha256(content).hexdigest()


ATTACKS = [
    (roll_back, UpdateProblem.ROLLED_BACK),
    (let_it_expire, UpdateProblem.EXPIRED),
    (sign_with_other_keys, UpdateProblem.WRONG_KEY),
    (sign_root_too_rarely, UpdateProblem.TOO_FEW_SIGNATURES),
    (change_a_file, UpdateProblem.CHANGED),
    (change_the_timestamp, UpdateProblem.CHANGED),
    (change_the_targets, UpdateProblem.CHANGED),
    (send_endless_metadata, UpdateProblem.TOO_LARGE),
    (send_an_endless_file, UpdateProblem.TOO_LARGE),
    (list_a_file_too_large, UpdateProblem.TOO_LARGE),
    (mix_targets, UpdateProblem.MIXED),
    (mix_snapshots, UpdateProblem.MIXED),
    (lose("snapshot"), UpdateProblem.INCOMPLETE),
    (lose("targets"), UpdateProblem.INCOMPLETE),
    (lose("timestamp"), UpdateProblem.INCOMPLETE),
    (lose_a_file, UpdateProblem.INCOMPLETE),
    (take_the_tree_away, UpdateProblem.INCOMPLETE),
    (answer_with_a_login_page, UpdateProblem.UNREADABLE),
    (write_a_number_nobody_can_sign, UpdateProblem.UNREADABLE),
]


@pytest.mark.parametrize(
    ("attack", "problem"), ATTACKS, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_it_is_refused_by_its_own_name_and_what_was_good_stays_usable(either_town, attack, problem):
    town = either_town
    if attack is not change_a_file:  # a file that is already kept would not be fetched again
        town.fetch()
    attack(town)
    before = town.kept()

    refused = town.refusal()

    assert refused.problem is problem, refused
    assert refused.place
    assert town.kept() == before
    assert not list((town.home / "incoming").glob("*"))


@pytest.mark.parametrize("attack", [mix_targets, lose("snapshot"), send_an_endless_file])
def test_after_a_refusal_the_next_sound_edition_is_taken(town, attack):
    town.fetch()
    attack(town)
    town.refusal()

    town.city.stamp()
    town.publish(b"sound again")

    assert [file.name for file in town.fetch().new] == ["settings.toml"]
    assert town.kept() == b"sound again"
    assert town.kept("catalogue.jsonl.gz") == CATALOGUE


def test_too_few_of_two_signatures_on_the_list_of_files_are_told_apart_from_a_wrong_key(town):
    town.city.thresholds["targets"] = 2
    town.city.keys = new_keys({"root": 3, "targets": 2, "snapshot": 1, "timestamp": 1})
    shutil.rmtree(town.folder)
    shutil.rmtree(town.home)
    town.city.create()
    pin_root(town.home, town.city.root_sha256(), demo_root=SHIPPED_ROOT.read_bytes())
    town.fetch()
    town.city.keys["targets"] = town.city.keys["targets"][:1]
    town.publish(b"new")

    assert town.refusal().problem is UpdateProblem.TOO_FEW_SIGNATURES


def test_files_of_one_delivery_are_kept_together_or_not_at_all(town):
    town.fetch()
    town.city.publish({"portal-keys.json": b"{}", "settings.toml": b"new", "catalogue.jsonl.gz": b"new"})
    (town.folder / "targets" / f"{_sha(b'new')}.catalogue.jsonl.gz").unlink()

    assert town.refusal().place == "catalogue.jsonl.gz"

    assert town.kept() == SETTINGS
    assert town.kept("portal-keys.json") is None


class TestOurOwnDisk:
    def test_a_second_fetch_waits_its_turn(self, town):
        with TrustFolder(town.home).held():
            assert town.refusal().problem is UpdateProblem.BUSY

    def test_a_disk_that_cannot_be_written_is_told(self, town):
        (town.home / "files").write_bytes(b"in the way")

        assert town.refusal().problem is UpdateProblem.NO_ROOM

    def test_a_kept_file_that_was_changed_is_not_handed_out_and_is_fetched_again(self, town):
        town.fetch()
        path = town.kiosk.path_of("settings.toml")
        path.chmod(0o600)
        path.write_bytes(b"changed")
        assert town.kept() is None

        assert [file.name for file in town.fetch().new] == ["settings.toml"]
        assert town.kept() == SETTINGS

    def test_a_damaged_list_of_kept_files_is_made_anew_and_rollback_stays_impossible(self, town):
        roll_back(town)
        (town.home / "kept.json").write_bytes(b"\x00" * 100)

        assert town.refusal().problem is UpdateProblem.ROLLED_BACK

    def test_a_list_that_cannot_be_read_is_told_and_not_written_over(self, town):
        town.fetch()
        whole = (town.home / "kept.json").read_bytes()
        (town.home / "kept.json").unlink()
        (town.home / "kept.json").mkdir()

        assert town.refusal().problem is UpdateProblem.NO_ROOM
        with pytest.raises(UpdateRefused):
            town.kiosk.path_of("settings.toml")

        (town.home / "kept.json").rmdir()
        (town.home / "kept.json").write_bytes(whole)
        assert town.kept() == SETTINGS

    def test_half_written_metadata_of_a_fetch_that_died_is_thrown_away(self, town):
        (town.home / "incoming" / "metadata").mkdir(parents=True)
        (town.home / "incoming" / "metadata" / "timestamp.json").write_bytes(b"")

        town.fetch()

        assert town.kept() == SETTINGS


def test_only_the_last_files_and_metadata_take_room(town):
    for number in range(4):
        town.publish(b"edition %d" % number)
        town.fetch()

    assert len(list((town.home / "files").iterdir())) == 2
    assert len(list((town.home / "metadata").iterdir())) == 1


def test_a_withdrawn_software_release_is_no_longer_handed_out_but_settings_stay(town):
    town.city.publish({"kiosk.deb": b"release"}, {"kiosk.deb": "1.2"})
    town.kiosk.fetch(town.origin, software=True)
    assert town.kept("kiosk.deb") == b"release"
    town.city.withdraw("kiosk.deb")
    town.city.withdraw("settings.toml")

    delivery = town.kiosk.fetch(town.origin, software=True)

    assert {"kiosk.deb", "settings.toml"} <= set(delivery.absent)
    assert town.kept("kiosk.deb") is None
    assert town.kept() == SETTINGS


def test_software_is_fetched_only_when_asked_for(town):
    town.city.publish({"kiosk.deb": b"release"})

    assert "kiosk.deb" not in {file.name for file in town.fetch().new}


def change_some_bytes(town, data):
    whole = {path: path.read_bytes() for path in sorted(town.folder.rglob("*")) if path.is_file()}
    path = data.draw(st.sampled_from(sorted(whole)))
    at = data.draw(st.integers(0, len(whole[path]) - 1))
    scrap = data.draw(
        st.binary(max_size=12) | st.sampled_from([b"[" * 5000, b"9" * 5000, b'"\\ud800"', b"null"])
    )
    shutil.rmtree(town.home, ignore_errors=True)
    pin_root(town.home, town.city.root_sha256(), demo_root=SHIPPED_ROOT.read_bytes())
    path.write_bytes(whole[path][:at] + scrap + whole[path][at + data.draw(st.integers(0, 12)) :])
    try:
        town.fetch()
        assert town.kept() == SETTINGS
        assert town.kept("catalogue.jsonl.gz") == CATALOGUE
    except UpdateRefused:
        assert town.kept() is None
    finally:
        path.write_bytes(whole[path])


FUZZ = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@settings(max_examples=60, **FUZZ)
@given(data=st.data())
def test_bytes_changed_anywhere_are_refused_or_change_nothing(town, data):
    change_some_bytes(town, data)


@pytest.mark.long
@settings(max_examples=2000, **FUZZ)
@given(data=st.data())
def test_bytes_changed_anywhere_for_a_long_time_are_refused_or_change_nothing(town, data):
    change_some_bytes(town, data)


def test_expiry_of_the_list_of_files_alone_is_noticed(town):
    town.city.lives["targets"] = timedelta(days=1)
    town.publish(b"short-lived")
    town.clock.advance(2 * 24 * 3600)

    assert town.refusal().problem is UpdateProblem.EXPIRED


def test_a_folder_that_is_not_there_cannot_be_reached(town):
    town.origin = str(town.root / "no-stick")

    assert town.refusal().problem is UpdateProblem.UNREACHABLE


def test_the_kept_files_belong_to_the_kiosk_alone(town):
    town.fetch()

    assert (town.home / "files").stat().st_mode & 0o077 == 0
