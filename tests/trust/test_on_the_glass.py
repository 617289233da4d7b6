"""What the city signed, as the technicians' pages offer it: settings to take, a release to ask root for."""

import pytest

from config.portal_keys import DEMO_KEYS
from config.settings import settings_from
from kiosk.configuration_tools import LocalConfiguration
from kiosk.services.configuration_desk import ConfigurationRefused, SettingChange
from kiosk.services.update_desk import Releases, Wish
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.release_helper import RootHelper
from offline_cache.trust.anchor import pin_root
from offline_cache.trust.repository import UPDATES_FOLDER, signed_repository
from offline_cache.usb_sticks import MountedSticks
from tests.trust.demo import SHIPPED_ROOT

OWN = '[kiosk]\nname = "số 2"\n[printer]\npaper_mm = 58\n'
CITY = b'[kiosk]\nname = "city"\n[printer]\npaper_mm = 80\n[visit]\nask_after_s = 60\n'


class Hall:
    """A kiosk's home that trusts the town's city and has fetched from its stick."""

    def __init__(self, town, home):
        self.town, self.home = town, home
        home.mkdir()
        (home / "settings.toml").write_text(OWN, "utf-8")
        pin_root(home / UPDATES_FOLDER, town.city.root_sha256(), demo_root=SHIPPED_ROOT.read_bytes())

    def repository(self):
        return signed_repository(
            self.home, demo=True, demo_root=SHIPPED_ROOT.read_bytes(), clock=self.town.clock
        )

    def fetch(self, files, versions):
        self.town.city.publish(files, versions)
        self.repository().fetch(str(self.town.folder), software=True)

    def configuration(self):
        return LocalConfiguration(
            self.home,
            settings_from({}),
            IdentityFile(self.home).room(DEMO_KEYS.read_bytes()),
            self.town.clock,
            MountedSticks([self.home / "media"]),
        )

    def helper(self, root, version="1.1"):
        return RootHelper(
            self.home,
            self.town.clock,
            version=version,
            demo=True,
            demo_root=SHIPPED_ROOT.read_bytes(),
            proxy="",
            root=root,
        )

    def settings(self):
        return (self.home / "settings.toml").read_text("utf-8")


@pytest.fixture
def hall(town, tmp_path):
    return Hall(town, tmp_path / "kiosk")


def test_settings_the_city_signed_are_looked_through_taken_once_and_given_back(hall):
    hall.fetch({"settings.toml": CITY}, {"settings.toml": "7"})
    tools = hall.configuration()
    (path,) = tools.found()
    found = tools.read(path)

    assert (found.signer, found.made_by) == ("", "7")
    assert found.changes == (
        SettingChange(key="printer.paper_mm", before="58", after="80"),
        SettingChange(key="visit.ask_after_s", before="90", after="60"),
    )
    tools.take(found)
    assert 'name = "số 2"' in hall.settings()
    assert "ask_after_s = 60" in hall.settings()
    assert tools.found() == ()

    assert tools.may_go_back()
    tools.go_back()
    assert hall.settings() == OWN
    assert not tools.may_go_back()


def test_settings_whose_bytes_were_changed_on_our_disk_are_not_offered(hall):
    hall.fetch({"settings.toml": CITY}, {"settings.toml": "7"})
    (path,) = hall.configuration().found()
    path.write_bytes(CITY.replace(b"60", b"61"))

    assert hall.configuration().found() == ()


def test_settings_that_would_not_work_here_are_refused_and_change_nothing(hall):
    hall.fetch({"settings.toml": b"[printer]\npaper_mm = 70\n"}, {"settings.toml": "7"})
    tools = hall.configuration()
    (path,) = tools.found()

    with pytest.raises(ConfigurationRefused, match="paper_mm"):
        tools.read(path)
    assert hall.settings() == OWN


@pytest.mark.parametrize(("version", "kept"), [("1.1", "1.2.0"), ("1.2.0", "")])
def test_a_verified_release_is_offered_unless_it_is_the_one_in_use(hall, tmp_path, version, kept):
    hall.fetch({"kiosk.deb": b"release"}, {"kiosk.deb": "1.2.0"})

    assert hall.helper(tmp_path / "opt", version).look().kept == kept


def test_a_machine_that_fetched_nothing_has_nothing_to_install_and_no_helper(hall, tmp_path):
    assert hall.helper(tmp_path / "opt").look() == Releases()


def test_the_helpers_files_say_whether_one_can_go_back_and_what_it_answered(hall, tmp_path):
    root = tmp_path / "opt"
    (root / "releases" / "1.0").mkdir(parents=True)
    (root / "before").write_text("1.0\n")
    (root / "kiosk-release").write_text("#!/bin/sh\n")
    (root / "asked-answer").write_text("installed 1.1\n" + "x" * 1000)
    looked = hall.helper(root).look()

    assert looked.may_go_back
    assert looked.has_helper
    assert looked.answer.startswith("installed 1.1")
    assert len(looked.answer) <= 300


def test_a_wish_is_one_line_in_the_kiosks_own_folder(hall, tmp_path):
    helper = hall.helper(tmp_path / "opt")
    helper.ask(Wish.INSTALL, "1.2.0")
    assert (hall.home / "asked").read_text() == "install 1.2.0\n"
    helper.ask(Wish.BACK, "")

    assert (hall.home / "asked").read_text() == "back\n"


def test_what_has_come_of_a_fetch_is_counted_in_bytes(hall, tmp_path):
    for folder in ("updates", "demo/updates"):
        (hall.home / folder / "incoming" / "deep").mkdir(parents=True)
        (hall.home / folder / "incoming" / "deep" / "part").write_bytes(bytes(100))

    assert hall.helper(tmp_path / "opt").fetched_bytes() == 200
