"""A USB stick is lent to the kiosk where the unit lets it look, read-only, for as long as it is in."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from offline_cache.usb_sticks import ROOTS, MountedSticks
from tests.conftest import REPOSITORY

LOBBY = REPOSITORY / "packaging" / "lobby"
RULES = REPOSITORY / "packaging" / "udev" / "61-kiosk-stick.rules"
SAFE = {"nosuid", "nodev", "noexec"}


class Machine:
    """Programs that stand for the system's: a table of devices, and a table of mounts kept in a file."""

    def __init__(self, folder: Path) -> None:
        self.sticks, self._programs, self._table = folder / "usb", folder / "bin", folder / "mounts"
        self._devices, self.conf = folder / "devices", folder / "lobby.conf"
        for made in (self._programs, self._devices):
            made.mkdir()
        self._table.touch()
        self._program("blkid", f'cat "{self._devices}/${{6##*/}}-$5"')
        self._program("findmnt", f'awk -v d="$6" \'$1 == d {{print $2}}\' "{self._table}"')
        self._program("mount", f'echo "$5 $6 $2 $4" >>"{self._table}"')
        self._program(
            "umount",
            f'grep -v " $2 " "{self._table}" >"{self._table}.n"; mv "{self._table}.n" "{self._table}"',
        )

    def _program(self, name: str, words: str) -> None:
        path = self._programs / name
        path.write_text(f"#!/bin/sh\n{words}\n", "utf-8")
        path.chmod(0o755)

    def plug(self, device: str, kind: str, label: str = "") -> None:
        """Put a stick in."""
        for tag, value in (("TYPE", kind), ("LABEL", label)):
            (self._devices / f"{device}-{tag}").write_text(f"{value}\n", "utf-8")

    def refuse_mounts(self) -> None:
        """Let the kernel say no."""
        self._program("mount", "exit 32")

    def call(self, *asked: str) -> subprocess.CompletedProcess[str]:
        """Call the helper as root's unit does."""
        return subprocess.run(
            [LOBBY / "kiosk-stick", *asked],
            capture_output=True,
            text=True,
            check=False,
            env={
                "PATH": f"{self._programs}:{os.environ['PATH']}",
                "KIOSK_STICKS_FOLDER": str(self.sticks),
                "KIOSK_LOBBY_CONF": str(self.conf),
            },
        )

    def mounted(self) -> list[tuple[str, str, str, set[str]]]:
        """Device, folder's name, kind and options of each mount."""
        rows = [line.split(" ") for line in self._table.read_text("utf-8").splitlines()]
        return [(row[0], Path(row[1]).name, row[2], set(row[3].split(","))) for row in rows]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("kind", ["vfat", "exfat", "ext4"])
def test_a_stick_is_mounted_read_only_and_runs_nothing(machine: Machine, kind: str) -> None:
    machine.plug("sdb1", kind, "DANH MUC")
    done = machine.call("mount", "sdb1")

    assert done.returncode == 0, done.stderr
    ((device, name, mounted_as, options),) = machine.mounted()
    assert (device, name, mounted_as) == ("/dev/sdb1", "DANH-MUC", kind)
    assert options >= SAFE | {"ro"}
    assert "rw" not in options


def test_a_journal_is_not_replayed_on_somebody_s_stick(machine: Machine) -> None:
    machine.plug("sdb1", "ext4")
    machine.call("mount", "sdb1")

    assert "noload" in machine.mounted()[0][3]


def test_a_setting_of_before_makes_no_stick_writable(machine: Machine) -> None:
    machine.conf.write_text("KIOSK_STICKS=rw\n", "utf-8")
    machine.plug("sdb1", "vfat")
    machine.call("mount", "sdb1")

    assert "ro" in machine.mounted()[0][3]
    assert "rw" not in machine.mounted()[0][3]


@pytest.mark.parametrize("kind", ["ntfs", "iso9660", "crypto_LUKS", ""])
def test_what_the_kiosk_does_not_read_stays_out_with_a_reason(machine: Machine, kind: str) -> None:
    machine.plug("sdb1", kind)
    done = machine.call("mount", "sdb1")

    assert done.returncode == 3
    assert "vfat, exfat and ext4" in done.stderr
    assert machine.mounted() == []


@pytest.mark.parametrize("label", ["../../etc", "$(reboot)", ".hidden", "a/b", "Danh mục", "-rf", "*"])
def test_a_label_becomes_a_plain_folder_below_the_kiosk_s_own(machine: Machine, label: str) -> None:
    machine.plug("sdb1", "vfat", label)
    done = machine.call("mount", "sdb1")

    assert done.returncode == 0, done.stderr
    (folder,) = machine.sticks.iterdir()
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,24}", folder.name)


def test_two_sticks_of_one_name_lie_beside_each_other(machine: Machine) -> None:
    for device in ("sdb1", "sdc1"):
        machine.plug(device, "vfat", "USB")
        machine.call("mount", device)

    assert [row[1] for row in machine.mounted()] == ["USB", "USB-sdc1"]


def test_a_pulled_stick_leaves_nothing_and_others_stay(machine: Machine) -> None:
    for device in ("sdb1", "sdc1"):
        machine.plug(device, "vfat", "USB")
        machine.call("mount", device)
    done = machine.call("unmount", "sdb1")
    again = machine.call("unmount", "sdb1")

    assert (done.returncode, again.returncode) == (0, 0)
    assert [row[0] for row in machine.mounted()] == ["/dev/sdc1"]
    assert [folder.name for folder in machine.sticks.iterdir()] == ["USB-sdc1"]


def test_a_stick_that_is_in_already_is_mounted_once(machine: Machine) -> None:
    machine.plug("sdb1", "vfat")
    machine.call("mount", "sdb1")
    again = machine.call("mount", "sdb1")

    assert again.returncode == 0
    assert len(machine.mounted()) == 1


def test_a_stick_the_kernel_refuses_leaves_no_folder(machine: Machine) -> None:
    machine.plug("sdb1", "vfat")
    machine.refuse_mounts()
    done = machine.call("mount", "sdb1")

    assert done.returncode == 3
    assert list(machine.sticks.iterdir()) == []


@pytest.mark.parametrize(
    "asked", [[], ["mount"], ["mount", ""], ["mount", "../sda"], ["mount", "sda 1"], ["eject", "sdb1"]]
)
def test_a_wrong_call_does_nothing_and_shows_the_right_one(machine: Machine, asked: list[str]) -> None:
    done = machine.call(*asked)

    assert done.returncode == 2
    assert "kiosk-stick mount sdb1" in done.stderr
    assert not machine.sticks.exists()


def test_the_kiosk_looks_where_sticks_are_mounted_and_its_unit_lets_it() -> None:
    folders = (LOBBY / "tmpfiles-kiosk.conf").read_text("utf-8")
    unit = (LOBBY / "kiosk.service").read_text("utf-8")
    script = (LOBBY / "kiosk-stick").read_text("utf-8")
    hidden = re.findall(r"^(?:InaccessiblePaths|TemporaryFileSystem)=(.*)$", unit, re.MULTILINE)

    assert f":-{ROOTS[0]}}}" in script
    assert f"d {ROOTS[0]} 0755 root root" in folders
    assert "/run" not in " ".join(hidden)
    # A folder of the kiosk's own would let it put a link in the way of root's mount.
    assert "\nRuntimeDirectory=kiosk\n" not in unit


def test_what_was_mounted_is_a_stick_for_the_screens(machine: Machine) -> None:
    machine.plug("sdb1", "vfat", "PHUONG")
    machine.call("mount", "sdb1")
    (machine.sticks / "PHUONG" / "catalogue.jsonl").write_text("{}\n", "utf-8")

    (stick,) = MountedSticks([machine.sticks]).found()
    assert (stick.name, [path.name for path in stick.files]) == ("PHUONG", ["catalogue.jsonl"])


def test_the_rule_lends_usb_file_systems_and_nothing_else() -> None:
    (rule,) = [line for line in RULES.read_text("utf-8").splitlines() if line and not line.startswith("#")]

    assert 'ENV{ID_BUS}=="usb"' in rule
    assert 'ENV{ID_FS_TYPE}=="vfat|exfat|ext4"' in rule
    assert rule.endswith('TAG+="systemd", ENV{SYSTEMD_WANTS}+="kiosk-stick@%k.service"')


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_every_unit_is_sound_to_systemd(tmp_path: Path) -> None:
    for unit in (*LOBBY.glob("*.service"), *LOBBY.glob("*.timer"), *LOBBY.glob("*.path")):
        # What a unit starts exists on the box only.
        words = re.sub(r"(?m)^ExecSt(art|op)=.*$", r"ExecSt\1=/bin/true", unit.read_text("utf-8"))
        (tmp_path / unit.name.replace("@.", "@sdb1.")).write_text(words, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *sorted(tmp_path.iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )

    # Units of the machine this runs on are not ours to judge.
    assert [line for line in done.stderr.splitlines() if "kiosk" in line] == []


@pytest.mark.skipif(shutil.which("udevadm") is None, reason="udevadm is not installed")
def test_every_rule_is_sound_to_udev() -> None:
    asked = subprocess.run(["udevadm", "verify", "--help"], capture_output=True, text=True, check=False)
    if asked.returncode != 0:
        pytest.skip("this udevadm cannot verify rules (systemd before 254)")
    done = subprocess.run(
        # The kiosk's group is made when the package is installed.
        ["udevadm", "verify", "--resolve-names=never", *RULES.parent.glob("*.rules")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
