"""What a signature is enough for, and what still needs a person."""

import gzip
import json

import pytest

from kiosk.domain.updates import CATALOGUE
from kiosk.ports.catalogue import CatalogueRejected
from kiosk.services.fetch_updates import FetchUpdates
from kiosk.services.refresh_catalogue import RefreshCatalogue
from offline_cache.catalogue_store import CatalogueStore
from offline_cache.sources import json_lines, source_of
from offline_cache.trust.anchor import pin_root
from offline_cache.trust.repository import SignedRepository, signed_repository
from tests.trust.demo import SHIPPED_ROOT, demo_repository

NO_STARTER = "no-starter"


def lines(*names: str, numbers=None) -> bytes:
    rows = (
        {"code": f"1.{number:06d}", "name": name, "field": "Hộ tịch", "taken_at": "2026-11-20"}
        for number, name in zip(numbers or range(1, len(names) + 1), names, strict=True)
    )
    return gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode(), mtime=0)


class Hall:
    """A kiosk with its catalogue, beside a town that signs."""

    def __init__(self, town) -> None:
        self.town = town
        (town.root / NO_STARTER).mkdir()
        self.store = CatalogueStore(town.root / "catalogue", starter_folder=town.root / NO_STARTER)
        self.refresh = RefreshCatalogue(self.store, town.clock)

    def publish(self, content: bytes, version: str = "") -> None:
        self.town.city.publish({CATALOGUE: content}, {CATALOGUE: version} if version else None)

    def fetch(self, *, despite_warnings=False):
        service = FetchUpdates(self.town.kiosk, self.refresh)
        return service.fetch(
            self.town.origin, progress=lambda *_step: None, despite_warnings=despite_warnings
        )

    def live_names(self):
        return {procedure.name for procedure in self.store.procedures(self.store.live())}

    def accepted_by(self):
        return next(entry.accepted_by for entry in self.store.versions() if entry.state == "live")


@pytest.fixture
def hall(town):
    return Hall(town)


def test_a_signed_catalogue_is_live_without_a_name_and_history_says_who_signed(hall):
    hall.publish(lines("Đăng ký khai sinh"), version="2026.11.25-1")

    fetched = hall.fetch()

    assert fetched.catalogue.applied is not None
    assert fetched.catalogue.report.kind == "tuf"
    assert hall.live_names() == {"Đăng ký khai sinh"}
    assert hall.accepted_by() == "Thành phố ký, bản 2026.11.25-1"


def test_the_same_catalogue_is_not_applied_twice_so_that_a_rollback_by_staff_holds(hall):
    hall.publish(lines("Một"))
    hall.fetch()
    hall.publish(lines("Hai"))
    hall.fetch()
    hall.refresh.rollback(accepted_by="Lan")

    assert hall.fetch().catalogue is None
    assert hall.live_names() == {"Một"}


def test_a_signed_catalogue_that_loses_much_waits_for_a_person_and_is_told_each_time(hall):
    names = [f"Thủ tục số {number}" for number in range(40)]
    hall.publish(lines(*names))
    hall.fetch()
    hall.publish(lines(*names[:5]))

    for _ in range(2):
        fetched = hall.fetch()
        assert fetched.catalogue.applied is None
        assert fetched.catalogue.held_back
    assert len(hall.live_names()) == 40

    assert hall.fetch(despite_warnings=True).catalogue.applied is not None


def test_a_signed_file_that_is_no_catalogue_is_told_and_everything_else_is_kept(hall):
    hall.publish(lines("Một"))
    hall.fetch()
    hall.town.city.publish({CATALOGUE: b"%PDF-1.7", "settings.toml": b"new"})

    fetched = hall.fetch()

    assert isinstance(fetched.refused, CatalogueRejected)
    assert hall.live_names() == {"Một"}
    assert hall.town.kept() == b"new"
    assert isinstance(hall.fetch().refused, CatalogueRejected), "it is tried again"


def test_a_catalogue_kept_before_a_power_cut_is_used_after_it(hall):
    hall.publish(lines("Một"))
    hall.town.fetch()

    fetched = hall.fetch()

    assert not fetched.delivery.new
    assert fetched.catalogue.applied is not None


@pytest.mark.parametrize("name", ["", "   "])
def test_a_file_nobody_signed_is_not_live_without_a_name(hall, name):
    file = hall.town.root / "list.jsonl.gz"
    file.write_bytes(lines("Một"))

    refreshed = hall.refresh.import_file(file, accepted_by=name, taken_at=None, progress=lambda *_step: None)

    assert refreshed.applied is None
    with pytest.raises(CatalogueRejected, match="by name"):
        hall.refresh.apply(refreshed.report.version, accepted_by=name)
    assert hall.live_names() == set()


class TestTheSourceOfSignedFiles:
    def test_only_a_kept_file_is_told_as_signed(self, hall):
        hall.publish(lines("Một"))
        hall.town.fetch()
        path = hall.town.kiosk.path_of(CATALOGUE)
        elsewhere = hall.town.root / path.name
        elsewhere.write_bytes(path.read_bytes())

        assert source_of(path).kind == "tuf"
        assert source_of(elsewhere).kind == json_lines.SOURCE.kind

    def test_a_kept_file_that_was_changed_is_no_longer_told_as_signed(self, hall):
        hall.publish(lines("Một"))
        hall.town.fetch()
        path = hall.town.kiosk.path_of(CATALOGUE)
        path.chmod(0o600)
        path.write_bytes(lines("Hai"))

        assert source_of(path).kind == json_lines.SOURCE.kind


class TestDemoAndEnrolled:
    def repository(self, town, *, demo=True) -> SignedRepository:
        return signed_repository(
            town.root / "kiosk", demo=demo, demo_root=SHIPPED_ROOT.read_bytes(), clock=town.clock
        )

    def test_out_of_the_box_the_trial_repository_can_be_tried_and_is_called_a_trial(self, town):
        demo_repository(town.root / "demo")
        kiosk = self.repository(town)

        kiosk.fetch(str(town.root / "demo"))

        assert kiosk.state().is_demo
        assert kiosk.path_of("portal-keys.json") is not None

    def test_after_enrolment_nothing_of_the_trial_is_left_in_sight(self, town):
        demo_repository(town.root / "demo")
        self.repository(town).fetch(str(town.root / "demo"))
        pin_root(
            town.root / "kiosk" / "updates", town.city.root_sha256(), demo_root=SHIPPED_ROOT.read_bytes()
        )

        kiosk = self.repository(town)

        assert not kiosk.state().is_demo
        assert kiosk.state().kept == ()
        assert kiosk.path_of("portal-keys.json") is None

    def test_a_kiosk_that_only_guides_trusts_no_trial_key(self, town):
        demo_repository(town.root / "demo")

        with pytest.raises(Exception, match="enrolment"):
            self.repository(town, demo=False).fetch(str(town.root / "demo"))

    def test_the_shipped_root_is_the_trial_keys_own(self, town):
        city = demo_repository(town.root / "demo")

        assert set(city.first_root().keys) == set(city._load("root").keys)
