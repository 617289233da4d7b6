"""The city's signed settings under the ward's own: what they may set, who wins, what never gets in."""

import pytest

from config.city_files import take_city_settings
from config.city_layer import CITY_NAME
from config.loading import SettingsRejected, load_settings

CITY = b"""[hall]
opening_hours = "7:30 - 16:30"
ward = "Another ward"
[visit]
ask_after_s = 50
[printer]
address = "192.0.2.9"
"""


def own(home, text):
    (home / "settings.toml").write_text(text, "utf-8")


def test_only_what_the_city_may_set_is_in_force_and_the_rest_is_named(tmp_path):
    taken = take_city_settings(tmp_path, CITY)

    settings = load_settings(tmp_path).settings
    assert (settings.hall.opening_hours, settings.visit.ask_after_s) == ("7:30 - 16:30", 50)
    assert settings.hall.ward == "Phường Mẫu"
    assert settings.printer.address == ""
    assert taken.changes == ('hall.opening_hours = "7:30 - 16:30"', "visit.ask_after_s = 50")
    assert taken.left == ("hall.ward", "printer.address")


def test_what_the_technician_set_wins_key_by_key(tmp_path):
    own(tmp_path, '[kiosk]\nmode = "guide"\n[hall]\nward = "Phường Thử"\n[visit]\nask_after_s = 70\n')

    taken = take_city_settings(tmp_path, CITY)

    settings = load_settings(tmp_path).settings
    assert (settings.hall.ward, settings.hall.opening_hours) == ("Phường Thử", "7:30 - 16:30")
    assert settings.visit.ask_after_s == 70
    assert taken.changes == ('hall.opening_hours = "7:30 - 16:30"',)


def test_the_same_settings_again_change_nothing(tmp_path):
    take_city_settings(tmp_path, CITY)
    at = (tmp_path / CITY_NAME).stat().st_mtime_ns

    assert take_city_settings(tmp_path, CITY).changes == ()
    assert (tmp_path / CITY_NAME).stat().st_mtime_ns == at


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"[visit]\nask_after_s = 1\n", "visit.ask_after_s"),
        (b'[visit]\nunknown = "x"\n', "visit.unknown"),
        (b"[visit\n", "TOML"),
        (b"\xff\xfe", "UTF-8"),
        (b"#" * 300_000, "256 KiB"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_name_and_the_last_stays(tmp_path, content, named):
    take_city_settings(tmp_path, CITY)

    with pytest.raises(SettingsRejected, match=named):
        take_city_settings(tmp_path, content)

    assert load_settings(tmp_path).settings.visit.ask_after_s == 50


@pytest.mark.parametrize("ruined", [b"\x00\xff", b"[visit]\nask_after_s = 1\n", b"visit = 3\n"])
def test_a_ruined_copy_of_the_citys_settings_never_costs_the_wards_own(tmp_path, ruined):
    own(tmp_path, '[hall]\nward = "Phường Thử"\n')
    (tmp_path / CITY_NAME).write_bytes(ruined)

    loaded = load_settings(tmp_path)

    assert loaded.rejected is None
    assert loaded.settings.hall.ward == "Phường Thử"
    assert loaded.settings.visit.ask_after_s == load_settings(tmp_path / "none").settings.visit.ask_after_s


def test_a_wrong_value_of_the_wards_own_is_still_named_as_such(tmp_path):
    take_city_settings(tmp_path, CITY)
    own(tmp_path, "[printer]\npaper_mm = 72\n")

    assert "printer.paper_mm = 72" in str(load_settings(tmp_path).rejected)
    assert load_settings(tmp_path).settings.visit.ask_after_s == 50
