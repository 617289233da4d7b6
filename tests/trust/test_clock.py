"""Expiry against a clock that lies: no old delivery passes, and the kiosk does not die of a calendar."""

from datetime import UTC, datetime, timedelta

import pytest
from tuf.api.exceptions import ExpiredMetadataError

from kiosk.domain.updates import LONGEST_LIFE, NOT_BEFORE, ClockTrust, UpdateProblem, judged_time
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.trust.fetching import Patience
from offline_cache.trust.folder_fetcher import BASE, FolderFetcher
from offline_cache.trust.judged_updater import JudgedUpdater
from offline_cache.trust.repository import SignedRepository
from tests.trust.city_repository import new_keys
from tests.trust.demo import SHIPPED_ROOT

SIGNED = datetime(2026, 11, 24, 2, 42, tzinfo=UTC)


def at(year: int, month: int = 1, day: int = 1) -> datetime:
    return datetime(year, month, day, tzinfo=UTC)


class TestJudgedTime:
    def test_a_clock_that_can_be_right_is_believed(self):
        judged = judged_time(at(2026, 12, 24), SIGNED)

        assert (judged.moment, judged.clock) == (at(2026, 12, 24), ClockTrust.PLAUSIBLE)
        assert judged.words("vi") == judged.words("en") == ""

    def test_a_clock_before_the_last_signed_time_gives_way_to_it(self):
        judged = judged_time(at(1970), SIGNED)

        assert (judged.moment, judged.clock) == (SIGNED, ClockTrust.BEHIND)
        assert "24/11/2026" in judged.words("vi")

    def test_a_clock_years_ahead_gives_way_to_the_last_signed_time(self):
        judged = judged_time(at(2035), SIGNED)

        assert (judged.moment, judged.clock) == (SIGNED, ClockTrust.AHEAD)
        assert "24/11/2026" in judged.words("en")

    def test_a_kiosk_that_was_off_for_a_year_is_not_taken_for_a_wrong_clock(self):
        assert judged_time(SIGNED + LONGEST_LIFE, SIGNED).clock is ClockTrust.PLAUSIBLE

    def test_before_anything_was_signed_no_clock_is_older_than_the_product(self):
        assert judged_time(at(1970), None).moment == NOT_BEFORE
        assert judged_time(at(2035), None).clock is ClockTrust.PLAUSIBLE


class TestTheAdapter:
    """The library is told the time in one place; these fail when it no longer listens."""

    def updater(self, town, moment):
        work = town.root / f"work-{moment:%Y}"
        work.mkdir()
        fetcher = FolderFetcher(town.folder, town.root, Patience())
        root = (town.folder / "metadata" / "1.root.json").read_bytes()
        return JudgedUpdater(work, BASE, fetcher=fetcher, root=root, moment=moment)

    def test_expiry_is_judged_by_the_time_that_is_named(self, town):
        with pytest.raises(ExpiredMetadataError):
            self.updater(town, at(2028)).refresh()

    def test_and_by_nothing_else(self, town):
        town.city.now = at(2001)  # long past by the machine's own clock
        town.city.publish({})
        self.updater(town, at(2001)).refresh()


class TestTheKiosk:
    def test_with_a_clock_of_1970_it_still_takes_what_the_city_signs_and_says_so(self, town):
        town.fetch()
        town.publish(b"new")
        town.clock.set_wall(at(1970))

        delivery = town.fetch()

        assert [file.name for file in delivery.new] == ["settings.toml"]
        assert delivery.judged.clock is ClockTrust.BEHIND

    def test_with_a_clock_of_1970_an_older_stick_stays_refused(self, town):
        town.fetch()
        old = town.copy_of_folder()
        town.clock.advance(80 * 24 * 3600)
        town.publish(b"new")
        town.fetch()
        town.clock.advance(91 * 24 * 3600)
        town.publish(b"newest")
        town.fetch()
        town.clock.set_wall(at(1970))
        town.origin = str(old)

        assert town.refusal().problem is UpdateProblem.ROLLED_BACK

    def test_an_expired_stick_is_refused_by_a_new_kiosk_whose_clock_stands_at_1970(self, town):
        town.city.now = NOT_BEFORE - timedelta(days=100)
        town.city.stamp()
        town.clock.set_wall(at(1970))

        refused = town.refusal()

        assert refused.problem is UpdateProblem.EXPIRED
        assert "2026-11-01" in refused.reason
        assert "behind" in refused.reason

    def test_with_a_clock_of_2035_it_goes_on_and_tells_that_it_judged_by_the_last_signed_time(self, town):
        town.fetch()
        town.publish(b"new")
        town.clock.set_wall(at(2035))

        delivery = town.fetch()

        assert town.kept() == b"new"
        assert delivery.judged.clock is ClockTrust.AHEAD
        assert delivery.judged.moment == SIGNED

    def test_a_frozen_repository_is_told_once_its_signature_has_run_out(self, town):
        town.fetch()
        town.clock.advance(89 * 24 * 3600)
        assert not town.fetch().new
        town.clock.advance(2 * 24 * 3600)

        assert town.refusal().problem is UpdateProblem.EXPIRED
        assert town.kept() is not None

    def test_a_time_the_portal_vouches_for_counts_too(self, town):
        town.clock.set_wall(at(1970))
        kiosk = SignedRepository(
            town.home,
            demo=False,
            demo_root=SHIPPED_ROOT.read_bytes(),
            clock=town.clock,
            known_good=at(2027, 6),
        )

        with pytest.raises(UpdateRefused) as refused:
            kiosk.fetch(town.origin)

        assert refused.value.problem is UpdateProblem.EXPIRED

    def test_the_last_signed_time_survives_a_restart(self, town):
        town.fetch()

        assert town.kiosk.state().known_good == SIGNED

    def test_a_stolen_key_that_signed_the_far_future_is_forgotten_with_the_key(self, town):
        thief = town.city
        honest = town.now()
        thief.now = at(2090)
        thief.stamp()
        town.fetch()
        assert town.kiosk.state().known_good == at(2090)
        town.city.now = honest
        town.city.lives["timestamp"] = town.city.lives["snapshot"] = timedelta(days=90)
        town.city.rotate("timestamp", new_keys({"timestamp": 1})["timestamp"])
        assert town.refusal().problem is UpdateProblem.EXPIRED  # judged by 2090 still, but the root is known

        town.fetch()

        assert town.kiosk.state().known_good == SIGNED

    @pytest.mark.parametrize(
        "said", ["yesterday", "2026-11-24T00:00:00", "2999-01-01T00:00:00+00:00", 7, None]
    )
    def test_a_signed_time_that_makes_no_sense_is_not_learned(self, town, said):
        town.city._write(_saying(town, said), "timestamp.json")

        town.fetch()

        assert town.kiosk.state().known_good is None


def _saying(town, said):
    timestamp = town.city._load("timestamp")
    timestamp.version += 1
    timestamp.unrecognized_fields["signed_at"] = said
    return timestamp
