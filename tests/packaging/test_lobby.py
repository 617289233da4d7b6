"""What stands around the kiosk in a lobby: the unit, the launcher, and the helpers for root."""

import os
import re
import shutil
import stat
import subprocess
import tarfile
from pathlib import Path

import pytest

LOBBY = Path(__file__).parents[2] / "packaging" / "lobby"


def run(*command, **environment):
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {name: str(value) for name, value in environment.items()},
    )


def test_the_unit_restarts_what_hangs_and_lets_nothing_out_by_default():
    unit = (LOBBY / "kiosk.service").read_text("utf-8")

    for line in (
        "Type=notify",
        "WatchdogSec=20",
        "Restart=always",
        "NoNewPrivileges=yes",
        "IPAddressDeny=any",
        "DevicePolicy=closed",
        "MemoryMax=512M",
        "LimitCORE=0",
    ):
        assert f"\n{line}\n" in unit


SCRIPTS = sorted(path.name for path in LOBBY.iterdir() if path.read_bytes().startswith(b"#!/bin/sh"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_sound_shell(name):
    assert run("sh", "-n", LOBBY / name).stderr == ""


@pytest.fixture
def drop_ins(tmp_path):
    return tmp_path / "kiosk.service.d"


@pytest.mark.parametrize(
    ("asked", "file", "line"),
    [
        (["host", "203.0.113.7"], "host-203.0.113.7.conf", "IPAddressAllow=203.0.113.7"),
        (["host", "2001:db8::1"], "host-2001-db8--1.conf", "IPAddressAllow=2001:db8::1"),
        (["usb"], "usb.conf", "DeviceAllow=char-usblp rw"),
        (["serial"], "serial.conf", "DeviceAllow=char-ttyUSB rw"),
        (["sound"], "sound.conf", "DeviceAllow=char-alsa rw"),
    ],
)
def test_the_unit_is_opened_for_what_is_named_and_nothing_else(drop_ins, asked, file, line):
    done = run(LOBBY / "kiosk-lobby-allow", *asked, KIOSK_DROP_INS=drop_ins)

    assert done.returncode == 0, done.stderr
    assert [path.name for path in drop_ins.iterdir()] == [file]
    assert line in (drop_ins / file).read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    "asked", [[], ["host"], ["host", "evil.example"], ["host", "1.2.3.4\nUser=root"], ["everything"]]
)
def test_what_is_no_address_opens_nothing(drop_ins, asked):
    done = run(LOBBY / "kiosk-lobby-allow", *asked, KIOSK_DROP_INS=drop_ins)

    assert done.returncode == 2
    assert not drop_ins.exists()


def test_all_that_was_opened_is_closed_again(drop_ins):
    run(LOBBY / "kiosk-lobby-allow", "usb", KIOSK_DROP_INS=drop_ins)
    run(LOBBY / "kiosk-lobby-allow", "host", "203.0.113.7", KIOSK_DROP_INS=drop_ins)
    run(LOBBY / "kiosk-lobby-allow", "none", KIOSK_DROP_INS=drop_ins)

    assert list(drop_ins.iterdir()) == []


class Releases:
    """A root folder of releases, and archives to install there."""

    def __init__(self, folder):
        self.root, self.folder = folder / "opt", folder
        (self.root / "releases").mkdir(parents=True)

    def archive(self, version, *, extra=None, whole=True):
        content = self.folder / f"content-{version}"
        (content / "bin").mkdir(parents=True)
        if whole:
            launcher = content / "bin" / "kiosk-lobby"
            launcher.write_text(f"#!/bin/sh\necho {version}\n")
            launcher.chmod(0o755)
        path = self.folder / f"{version}.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            archive.add(content, arcname=".")
            if extra is not None:
                archive.addfile(tarfile.TarInfo(extra))
        return path

    def call(self, *asked):
        return run(LOBBY / "kiosk-release", *asked, KIOSK_ROOT=self.root, KIOSK_NO_RESTART="1")

    def install(self, version, **options):
        done = self.call("install", self.archive(version, **options), version)
        if done.returncode == 0:  # `ls -t` orders by whole times
            stamp = len(list((self.root / "releases").iterdir()))
            os.utime(self.root / "releases" / version, (1_000_000 + stamp, 1_000_000 + stamp))
        return done

    def current(self):
        return (self.root / "current").resolve().name

    def kept(self):
        return sorted(path.name for path in (self.root / "releases").iterdir())


@pytest.fixture
def releases(tmp_path):
    return Releases(tmp_path)


def test_a_release_is_unpacked_beside_the_others_and_becomes_current(releases):
    releases.install("1.0")
    done = releases.install("1.1")

    assert done.returncode == 0, done.stderr
    assert releases.current() == "1.1"
    assert run(releases.root / "current" / "bin" / "kiosk-lobby").stdout == "1.1\n"


def test_two_releases_are_kept(releases):
    for version in ("1.0", "1.1", "1.2"):
        releases.install(version)

    assert releases.current() == "1.2"
    assert "1.1" in releases.kept()
    assert len(releases.kept()) == 2


def test_back_returns_to_the_release_before_and_remembers_the_failed_one(releases):
    releases.install("1.0")
    releases.install("1.1")
    releases.call("back")
    again = releases.call("install", releases.folder / "1.1.tar.gz", "1.1")

    assert releases.current() == "1.0"
    assert again.returncode == 3
    assert "failed here before" in again.stderr


def test_a_healthy_release_stays_and_one_nobody_confirmed_goes_back(releases):
    releases.install("1.0")
    releases.install("1.1")
    releases.call("check")
    young = releases.current()
    (releases.root / "unconfirmed").write_text("1000000\n")
    releases.call("check")
    unconfirmed = releases.current()
    releases.install("1.2")
    releases.call("confirm")
    releases.call("check")

    assert (young, unconfirmed, releases.current()) == ("1.1", "1.0", "1.2")


@pytest.mark.parametrize("extra", ["../outside", "/etc/outside", "a/../../outside"])
def test_an_archive_that_leaves_its_folder_is_refused_and_nothing_changes(releases, extra):
    releases.install("1.0")
    done = releases.install("1.1", extra=extra)

    assert done.returncode == 3
    assert releases.current() == "1.0"
    assert releases.kept() == ["1.0"]


def test_an_archive_that_is_no_release_is_refused(releases):
    releases.install("1.0")
    done = releases.install("1.1", whole=False)

    assert done.returncode == 3
    assert "is no release" in done.stderr
    assert releases.kept() == ["1.0"]


@pytest.mark.parametrize("version", ["../1.1", ".hidden", "1;rm", ""])
def test_a_version_that_is_none_is_refused(releases, version):
    archive = releases.archive("1.1")

    assert releases.call("install", archive, version).returncode == 2


def test_without_a_release_before_there_is_no_way_back(releases):
    releases.install("1.0")

    assert releases.call("back").returncode == 3
    assert releases.current() == "1.0"


@pytest.fixture
def machine(tmp_path):
    """A release whose Python only says how it was called, and a compositor that starts what it is given."""
    release = tmp_path / "release"
    (release / "bin").mkdir(parents=True)
    (release / "venv" / "bin").mkdir(parents=True)
    shutil.copy(LOBBY / "kiosk-lobby", release / "bin" / "kiosk-lobby")
    programs = tmp_path / "programs"
    programs.mkdir()
    for path, words in (
        (release / "venv" / "bin" / "python", 'echo "$QT_QPA_PLATFORM $*"\n'),
        (programs / "cage", 'echo "cage $1"; shift 2; exec "$@"\n'),
    ):
        path.write_text("#!/bin/sh\n" + words)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return release / "bin" / "kiosk-lobby", programs


def test_the_launcher_starts_the_kiosk_full_screen_in_the_compositor(machine):
    launcher, programs = machine
    done = run(launcher, PATH=f"{programs}:{os.environ['PATH']}", KIOSK_DISPLAY="")

    assert done.stdout.splitlines() == ["cage -d", "wayland -I -B -m kiosk run --fullscreen"]


@pytest.mark.parametrize("display", ["linuxfb", "eglfs"])
def test_without_a_compositor_the_kiosk_draws_on_the_bare_screen(machine, display):
    launcher, programs = machine
    done = run(launcher, PATH=f"{programs}:{os.environ['PATH']}", KIOSK_DISPLAY=display)

    assert done.stdout == f"{display} -I -B -m kiosk run --fullscreen\n"


def test_a_display_nobody_knows_is_named_with_what_is_allowed(machine):
    launcher, _programs = machine
    done = run(launcher, KIOSK_DISPLAY="x11")

    assert done.returncode == 2
    assert "cage, linuxfb or eglfs" in done.stderr


@pytest.fixture
def asked(releases, tmp_path):
    """A machine whose technician asked for a release; `archive` is what `kiosk update path` names."""
    releases.install("1.0")
    state = tmp_path / "state"
    state.mkdir()

    def ask(wish, archive=None):
        (state / "asked").write_text(wish)
        python = tmp_path / "python"
        says = f"echo {archive}" if archive is not None else "exit 1"
        python.write_text(f"#!/bin/sh\n{says}\n")
        python.chmod(0o755)
        done = run(
            LOBBY / "kiosk-release",
            "asked",
            KIOSK_ROOT=releases.root,
            KIOSK_STATE=state,
            KIOSK_PYTHON=python,
            KIOSK_NO_RESTART="1",
            KIOSK_AS="",
        )
        assert not (state / "asked").exists()
        return done, (releases.root / "asked-answer").read_text().strip()

    return ask


def test_a_release_asked_for_on_the_glass_is_installed_and_one_can_go_back(releases, asked):
    done, answer = asked("install 1.1", releases.archive("1.1"))
    assert (done.returncode, answer, releases.current()) == (0, "installed 1.1", "1.1")

    done, answer = asked("back")
    assert (done.returncode, answer, releases.current()) == (0, "back to 1.0", "1.0")
    assert not list(releases.root.glob(".asked*"))


def test_a_wish_without_a_verified_release_changes_nothing(releases, asked):
    done, answer = asked("install 1.1")

    assert (done.returncode, answer, releases.current()) == (3, "no verified release is kept", "1.0")


@pytest.mark.parametrize("wish", ["install ../../etc", "install 1.1; rm -rf /", "install $(id)"])
def test_a_version_that_is_none_is_refused_and_said(releases, asked, wish):
    _done, answer = asked(wish, releases.archive("1.1"))

    assert "is no version" in answer
    assert releases.current() == "1.0"


def test_a_wish_nobody_understands_is_said(releases, asked):
    assert asked("reboot")[1] == "a wish nobody understands"
    assert releases.current() == "1.0"


def test_the_kiosk_may_change_connection_and_clock_and_nothing_else():
    rules = (LOBBY / "polkit-kiosk.rules").read_text("utf-8")

    assert set(re.findall(r'"(org\.[^"]+)"', rules)) == {
        "org.freedesktop.NetworkManager.network-control",
        "org.freedesktop.NetworkManager.settings.modify.system",
        "org.freedesktop.NetworkManager.wifi.scan",
        "org.freedesktop.timedate1.set-ntp",
        "org.freedesktop.timedate1.set-time",
        "org.freedesktop.timedate1.set-timezone",
    }
    assert 'subject.user === "kiosk"' in rules
    assert rules.count("polkit.Result.YES") == 1
