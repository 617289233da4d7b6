"""What the package is made of: nothing of the lobby is forgotten, every unit is as closed as it can be."""

import re
import shutil
import subprocess

import pytest

from tests.conftest import REPOSITORY

LOBBY = REPOSITORY / "packaging" / "lobby"
RULES = REPOSITORY / "packaging" / "udev"
BUILD = (REPOSITORY / "packaging" / "build_deb.sh").read_text("utf-8")
UNITS = sorted(path for kind in ("service", "timer", "path") for path in LOBBY.glob(f"*.{kind}"))
ENABLED = [unit.name for unit in UNITS if "\n[Install]\n" in unit.read_text("utf-8")]
MOUNTS_FOR_ALL = "kiosk-stick@.service"
"""It mounts for everybody, so it may have no file tree of its own."""


@pytest.mark.parametrize("name", sorted(path.name for folder in (LOBBY, RULES) for path in folder.iterdir()))
def test_every_file_of_the_lobby_is_in_the_package(name: str) -> None:
    assert f"packaging/lobby/{name} " in BUILD or f"packaging/udev/{name} " in BUILD


def test_nothing_is_put_through_a_link_that_stands_for_another_folder() -> None:
    # /lib and /bin are links on Debian 12 and 13: files that go through them may be lost in an upgrade.
    assert re.findall(r"\$tree/(?:lib|bin|sbin)/", BUILD) == []
    assert " /lib/" not in (LOBBY / "postinst").read_text("utf-8")


def test_every_unit_that_starts_by_itself_is_enabled_and_taken_away_again() -> None:
    assert set(ENABLED) >= {"kiosk.service", "kiosk-confirm.timer", "kiosk-asked.path", "kiosk-export.path"}
    installs, stops, removes = ((LOBBY / name).read_text("utf-8") for name in ("postinst", "prerm", "postrm"))
    for unit in ENABLED:
        wanted_by = re.search(r"(?m)^WantedBy=(.+)$", (LOBBY / unit).read_text("utf-8"))
        assert wanted_by is not None
        link = f"{wanted_by[1]}.wants/{unit}"
        (enabling,) = [line for line in installs.splitlines() if "systemctl enable" in line]
        assert f" {unit}" in enabling
        assert f" {link}" in installs
        assert f" {unit}" in stops
        assert f"/{link}" in removes


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("unit", [unit.name for unit in UNITS if unit.suffix == ".service"])
def test_every_unit_s_exposure_is_low(unit: str) -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", LOBBY / unit],
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", done.stdout)

    assert found is not None, done.stdout + done.stderr
    assert float(found[1]) <= (4.0 if unit == MOUNTS_FOR_ALL else 2.0)


def test_purging_leaves_what_only_this_machine_holds() -> None:
    script = (LOBBY / "postrm").read_text("utf-8")
    removed = re.findall(r"(?m)^\s*rm -rf? (.*)$", script)

    assert removed
    assert not any("/var/lib/kiosk" in line for line in removed)
    assert "state is kept in /var/lib/kiosk" in script
