"""Root's helper puts one file of the kiosk on a stick that is lent read-only, and closes it again.

The helper runs as on the box, on a real block device with a real kernel, in a mount namespace of its own:
that takes root and a loop device. Where the kernel has no FAT, an ext2 image stands for the stick, and a shim
tells the helper that it is FAT; what that cannot show is said in docs/lobby.md.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.ports.sticks import StickTrouble
from offline_cache import stick_helper
from tests.conftest import REPOSITORY

LOBBY = REPOSITORY / "packaging" / "lobby"
HELPER = LOBBY / "kiosk-export"
MIB = 1024 * 1024
FIGURES = "so-lieu-2026-11-24.csv"
NUMBER = "0a1b2c3d"


def may_mount() -> str:
    """Return why this machine cannot lend a stick to a test, or nothing."""
    if os.geteuid() != 0:
        return "mounting takes root"
    if not Path("/dev/loop-control").exists() or shutil.which("losetup") is None:
        return "there is no loop device"
    tried = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "no mount namespace may be made"


def knows_fat() -> bool:
    """Return whether this kernel reads FAT and the program to make one is here."""
    return "vfat" in Path("/proc/filesystems").read_text("ascii") and shutil.which("mkfs.vfat") is not None


NO_MOUNT = may_mount()
pytestmark = pytest.mark.skipif(bool(NO_MOUNT), reason=NO_MOUNT or "may mount")


@dataclass
class Asked:
    """What came of a wish: exit code, the answer, and what the stick holds afterwards."""

    code: int
    answer: str
    on_stick: dict[str, bytes]
    left_writable: bool
    said: str


class Box:
    """A stick in an image file, and the folders the helper works between."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state, self.sticks, self.own = folder / "state", folder / "usb", folder / "own"
        self.programs, self.answer, self.conf = folder / "bin", folder / "answer", folder / "lobby.conf"
        for made in (self.state, self.sticks / "DATA", self.programs):
            made.mkdir(parents=True)
        self.image = folder / "stick.img"
        self.device_options: tuple[str, ...] = ()
        self.kind = "vfat" if knows_fat() else "ext2"
        if self.kind != "vfat":
            real = shutil.which("findmnt")
            self.program("findmnt", f'{real} "$@" | sed "s/ ext2$/ vfat/"')

    def program(self, name: str, words: str) -> None:
        """Stand before one of the system's programs."""
        path = self.programs / name
        path.write_text(f"#!/bin/sh\n{words}\n", "utf-8")
        path.chmod(0o755)

    def format(self, size: int = 4 * MIB) -> None:
        """Make the stick anew."""
        self.image.unlink(missing_ok=True)
        with self.image.open("wb") as file:
            file.truncate(size)
        quiet = ["-q", "-m", "0"] if self.kind == "ext2" else []
        subprocess.run([f"mkfs.{self.kind}", *quiet, self.image], check=True, capture_output=True)

    def wish(self, line: str, content: bytes = b"ngay;loai\n") -> None:
        """Leave a wish as the kiosk does."""
        (self.state / "to-stick").write_bytes(line.encode() + b"\n" + content)

    def serve(self, *, before: str = ":", environment: dict[str, str] | None = None) -> Asked:
        """Put the stick in, let the helper work, pull the stick. `before` runs in between."""
        script = f"""
        device=$(losetup --find --show {" ".join(self.device_options)} "{self.image}")
        mount -t {self.kind} -o ro,nosuid,nodev,noexec "$device" "{self.sticks}/DATA" || exit 9
        {before}
        code=0; "{HELPER}" || code=$?
        echo "$code" >"{self.folder}/code"
        findmnt --noheadings --source "$device" --output TARGET,OPTIONS >"{self.folder}/mounts"
        mkdir -p "{self.folder}/after"
        cp -r "{self.sticks}/DATA/." "{self.folder}/after"
        umount --lazy "{self.sticks}/DATA"; losetup --detach "$device"
        """
        shutil.rmtree(self.folder / "after", ignore_errors=True)
        done = subprocess.run(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", script],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={
                "PATH": f"{self.programs}:{os.environ['PATH']}",
                "KIOSK_STATE": str(self.state),
                "KIOSK_STICKS_FOLDER": str(self.sticks),
                "KIOSK_EXPORT_ANSWER": str(self.answer),
                "KIOSK_EXPORT_FOLDER": str(self.own),
                "KIOSK_LOBBY_CONF": str(self.conf),
                "KIOSK_AS": "",
                **(environment or {}),
            },
        )
        assert done.returncode == 0, done.stderr
        mounts = (self.folder / "mounts").read_text("utf-8").splitlines()
        after = (self.folder / "after").rglob("*")
        return Asked(
            code=int((self.folder / "code").read_text("ascii")),
            answer=self.answer.read_text("ascii").strip() if self.answer.exists() else "",
            on_stick={path.name: path.read_bytes() for path in after if path.is_file()},
            left_writable=any(
                str(self.own) in mount or not mount.split()[-1].startswith("ro,") for mount in mounts
            ),
            said=done.stderr,
        )


@pytest.fixture
def box(tmp_path: Path) -> Box:
    made = Box(tmp_path)
    made.format()
    return made


def test_a_file_is_whole_on_the_stick_before_done_is_said_and_the_stick_is_closed(box: Box) -> None:
    content = bytes(range(256)) * 512
    box.wish(f"{NUMBER} DATA {FIGURES}", content)
    asked = box.serve()

    assert (asked.code, asked.answer) == (0, f"{NUMBER} done"), asked.said
    assert asked.on_stick == {FIGURES: content}
    assert not asked.left_writable
    assert not (box.state / "to-stick").exists()
    assert [path.name for path in box.own.iterdir()] == ["stick"]


def test_a_stick_that_its_unit_sees_twice_is_one_stick(box: Box) -> None:
    # ReadWritePaths= binds /run/kiosk over itself with what is mounted below (seen with systemd 252).
    box.wish(f"{NUMBER} DATA {FIGURES}")
    asked = box.serve(before=f'mount --rbind "{box.sticks}" "{box.sticks}"')

    assert asked.answer == f"{NUMBER} done"
    assert not asked.left_writable


def test_while_the_helper_writes_the_kiosk_s_own_view_stays_read_only(box: Box) -> None:
    real = shutil.which("sync")
    box.program("sync", f'touch "{box.sticks}/DATA/intruder" 2>>"{box.folder}/tried"; exec {real} "$@"')
    box.wish(f"{NUMBER} DATA {FIGURES}")
    asked = box.serve()

    assert asked.answer == f"{NUMBER} done"
    assert "Read-only file system" in (box.folder / "tried").read_text("utf-8")
    assert "intruder" not in asked.on_stick


def test_the_same_name_is_replaced_whole(box: Box) -> None:
    for content in (b"old and longer\n", b"new\n"):
        box.wish(f"{NUMBER} DATA {FIGURES}", content)
        asked = box.serve()

    assert asked.on_stick == {FIGURES: b"new\n"}


@pytest.mark.parametrize(
    "name", ["nhat-ky-2026-11-24-0915.log", "cai-dat-2026-11-24-0915.kiosk-settings", FIGURES]
)
def test_every_kind_of_file_the_screens_carry_away_is_taken(box: Box, name: str) -> None:
    box.wish(f"{NUMBER} DATA {name}")

    assert list(box.serve().on_stick) == [name]


def test_a_full_stick_is_told_and_holds_no_half_file(box: Box) -> None:
    box.wish(f"{NUMBER} DATA {FIGURES}", b"x" * (6 * MIB))
    asked = box.serve()

    assert (asked.code, asked.answer) == (3, f"{NUMBER} full")
    assert asked.on_stick == {}
    assert not asked.left_writable


def test_a_stick_that_fills_up_meanwhile_is_told_and_holds_no_half_file(box: Box) -> None:
    box.program("df", "echo Avail; echo 999999999")  # room that somebody else takes before it is used
    box.wish(f"{NUMBER} DATA {FIGURES}", b"x" * (6 * MIB))
    asked = box.serve()

    assert asked.answer == f"{NUMBER} full", asked.said
    assert asked.on_stick == {}
    assert not asked.left_writable


def test_a_write_protected_stick_is_told(box: Box) -> None:
    box.device_options = ("--read-only",)
    box.wish(f"{NUMBER} DATA {FIGURES}")
    asked = box.serve()

    assert asked.answer == f"{NUMBER} protected"
    assert asked.on_stick == {}


def test_a_stick_pulled_before_the_file_is_whole_is_told(box: Box) -> None:
    blocks = box.folder / "blocks"
    real = shutil.which("sync")
    box.program("sync", f'rm -rf "{blocks}"; {real} "$@"; exit 1')
    box.wish(f"{NUMBER} DATA {FIGURES}")
    asked = box.serve(
        before=f'mkdir -p "{blocks}/${{device##*/}}"; echo 0 >"{blocks}/${{device##*/}}/ro"',
        environment={"KIOSK_BLOCKS": str(blocks)},
    )

    assert asked.answer == f"{NUMBER} gone"
    assert asked.on_stick == {}
    assert not asked.left_writable


def test_a_stick_that_kept_other_bytes_than_it_was_given_is_not_called_done(box: Box) -> None:
    box.program("cmp", "exit 1")
    box.wish(f"{NUMBER} DATA {FIGURES}")

    assert box.serve().answer == f"{NUMBER} broken"


def test_no_such_stick_is_told(box: Box) -> None:
    box.wish(f"{NUMBER} OTHER {FIGURES}")
    (box.sticks / "OTHER").mkdir()  # a folder without a mount

    assert box.serve().answer == f"{NUMBER} no-stick"


def test_a_stick_of_a_kind_that_is_only_read_stays_so(box: Box) -> None:
    box.program("findmnt", "echo /dev/loop0 ext4")
    box.wish(f"{NUMBER} DATA {FIGURES}")

    assert box.serve().answer == f"{NUMBER} kind"


def test_where_the_hall_lets_nothing_be_copied_nothing_is(box: Box) -> None:
    box.conf.write_text("KIOSK_EXPORT=no\n", "utf-8")
    box.wish(f"{NUMBER} DATA {FIGURES}")
    asked = box.serve()

    assert asked.answer == f"{NUMBER} forbidden"
    assert asked.on_stick == {}


@pytest.mark.parametrize(
    "line",
    [
        "",
        NUMBER,
        f"{NUMBER} DATA",
        f"{NUMBER} DATA run.sh",
        f"{NUMBER} DATA autorun.inf",
        f"{NUMBER} DATA so-lieu-/../../x.csv",
        f"{NUMBER} DATA ../so-lieu-1.csv",
        f"{NUMBER} ../state so-lieu-1.csv",
        f"{NUMBER} DATA so-lieu-1.csv more",
        f"{NUMBER} DATA so-lieu-$(reboot).csv",
        "$(reboot) DATA so-lieu-1.csv",
        f"{NUMBER} DATA so-lieu-*.csv",
        "x" * 4000,
    ],
)
def test_a_wish_that_no_kiosk_of_ours_makes_writes_nothing(box: Box, line: str) -> None:
    box.wish(line)
    asked = box.serve()

    assert asked.code == 3
    assert asked.answer.endswith(" refused")
    assert asked.on_stick == {}
    assert not (box.state / "to-stick").exists()


def test_a_file_larger_than_any_of_ours_is_refused(box: Box) -> None:
    box.format(16 * MIB)
    box.wish(f"{NUMBER} DATA {FIGURES}", b"x" * (stick_helper.LONGEST_FILE + 200))
    asked = box.serve()

    assert asked.answer == f"{NUMBER} refused"
    assert asked.on_stick == {}


def test_without_a_wish_nothing_is_answered_and_the_answer_before_stays(box: Box) -> None:
    box.answer.write_text(f"{NUMBER} done\n", "ascii")
    asked = box.serve()

    assert (asked.code, asked.answer) == (0, f"{NUMBER} done")


def test_a_link_in_place_of_the_wish_shows_nothing_of_root_s(box: Box) -> None:
    secret = box.folder / "secret"
    secret.write_text(f"{NUMBER} DATA {FIGURES}\nonly root reads this\n", "utf-8")
    secret.chmod(0o600)
    (box.state / "to-stick").symlink_to(secret)
    for folder in (box.folder, *box.folder.parents):
        if str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    box.state.chmod(0o777)
    nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs"
    asked = box.serve(environment={"KIOSK_AS": nobody})

    assert asked.answer.endswith(" refused")
    assert asked.on_stick == {}
    assert secret.exists()


def test_kiosk_and_helper_speak_of_the_same_words_and_sizes() -> None:
    script = HELPER.read_text("utf-8")
    unit = (LOBBY / "kiosk-export.path").read_text("utf-8")
    answers = {word for word in StickTrouble if word.value in script}

    assert f"longest_file={stick_helper.LONGEST_FILE}\n" in script
    assert f"PathChanged=/var/lib/kiosk/{stick_helper.WISH_NAME}\n" in unit
    assert f":-{stick_helper.ANSWER}}}" in script
    assert f":-{stick_helper.LENT}}}" in script
    assert set(StickTrouble) - answers == {StickTrouble.UNHEARD, StickTrouble.UNKNOWN}
