import errno
import os

import pytest

from kiosk.ports.sticks import StickRefused, StickTrouble
from offline_cache import usb_sticks
from offline_cache.usb_sticks import MountedSticks


@pytest.fixture
def media(tmp_path):
    (tmp_path / "user" / "CITY" / "kiosk-update" / "metadata").mkdir(parents=True)
    (tmp_path / "LIST").mkdir()
    (tmp_path / "LIST" / "thu-tuc.xlsx").write_bytes(b"x")
    (tmp_path / "LIST" / "photo.jpg").write_bytes(b"x")
    (tmp_path / "EMPTY").mkdir()
    return tmp_path


def test_sticks_with_something_for_us_are_found(media):
    found = {stick.name: stick for stick in MountedSticks([media]).found()}

    assert set(found) == {"CITY", "LIST"}
    assert found["CITY"].signed == media / "user" / "CITY" / "kiosk-update"
    assert [path.name for path in found["LIST"].files] == ["thu-tuc.xlsx"]


def test_links_are_not_followed(media):
    (media / "EVIL").mkdir()
    (media / "EVIL" / "list.json").symlink_to("/etc/passwd")
    (media / "LINK").symlink_to(media / "LIST")

    assert {stick.name for stick in MountedSticks([media]).found()} == {"CITY", "LIST"}


def test_no_stick_is_no_trouble(tmp_path):
    assert MountedSticks([tmp_path / "none"]).found() == ()


def test_a_file_is_written_whole_or_refused_in_words(media):
    sticks = MountedSticks([media])
    stick = next(stick for stick in sticks.found() if stick.name == "LIST")
    sticks.write(stick, "so-lieu.csv", b"a;b\n")

    assert (stick.folder / "so-lieu.csv").read_bytes() == b"a;b\n"
    with pytest.raises(StickRefused) as refused:
        sticks.write(stick, "none/so-lieu.csv", b"")
    assert refused.value.trouble is StickTrouble.GONE


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, StickTrouble.FULL),
        (errno.EROFS, StickTrouble.PROTECTED),
        (errno.ENODEV, StickTrouble.GONE),
        (errno.EIO, StickTrouble.BROKEN),
    ],
)
def test_what_the_system_says_of_a_stick_is_told(media, monkeypatch, number, trouble):
    def refuse(_path, _raw):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(usb_sticks, "write_durably", refuse)
    sticks = MountedSticks([media])
    with pytest.raises(StickRefused) as refused:
        sticks.write(sticks.found()[0], "so-lieu.csv", b"x")
    assert refused.value.trouble is trouble
