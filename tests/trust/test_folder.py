"""A stick from a stranger: read by plain names only, and it may be pulled out at any moment."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.domain.updates import UpdateProblem
from offline_cache.trust.fetching import FetchFailed, Patience
from offline_cache.trust.folder_fetcher import FolderFetcher
from tests.trust.conftest import SETTINGS


def test_the_tree_may_lie_under_its_usual_name(town):
    (town.root / "usb").mkdir()
    town.folder.rename(town.root / "usb" / "kiosk-update")
    town.origin = str(town.root / "usb")

    town.fetch()

    assert town.kept() == SETTINGS


@pytest.mark.parametrize("linked", ["metadata", "targets", "metadata/timestamp.json"])
def test_a_link_is_not_followed(town, linked):
    path = town.folder / linked
    path.rename(town.root / "elsewhere")
    path.symlink_to(town.root / "elsewhere")

    assert town.refusal().problem is UpdateProblem.UNSAFE_FOLDER


def test_a_link_under_the_usual_name_is_not_followed(town):
    (town.root / "usb").mkdir()
    (town.root / "usb" / "kiosk-update").symlink_to(town.folder)
    town.origin = str(town.root / "usb")

    assert town.refusal().problem is UpdateProblem.UNSAFE_FOLDER


def test_a_pipe_is_refused_and_does_not_hold_the_kiosk(town):
    path = town.metadata("timestamp")
    path.unlink()
    os.mkfifo(path)

    assert town.refusal().problem is UpdateProblem.UNSAFE_FOLDER


def test_a_folder_in_place_of_a_file_is_refused(town):
    path = town.metadata("timestamp")
    path.unlink()
    path.mkdir()

    assert town.refusal().problem is UpdateProblem.UNSAFE_FOLDER


def test_a_file_in_place_of_a_folder_is_refused(town):
    (town.folder / "targets").rename(town.root / "away")
    (town.folder / "targets").write_bytes(b"")

    assert town.refusal().problem is UpdateProblem.UNSAFE_FOLDER


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "metadata/../../secret",
        "metadata//x",
        "./x",
        ".hidden",
        "a/b/c/d/e/f/g",
        "x\x00y",
        "",
        "x" * 300,
        "giấy",
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path, name):
    (tmp_path / "stick").mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    fetcher = FolderFetcher(tmp_path / "stick", tmp_path, Patience())

    with pytest.raises(FetchFailed) as failed:
        fetcher.download_bytes(f"folder:/{name}", 100)

    assert failed.value.problem is UpdateProblem.UNSAFE_FOLDER


def test_another_file_system_below_the_stick_is_not_entered(tmp_path):
    if Path("/proc").stat().st_dev == Path("/").stat().st_dev:
        pytest.skip("no other file system to try")
    fetcher = FolderFetcher(tmp_path.root, tmp_path, Patience())

    with pytest.raises(FetchFailed) as failed:
        fetcher.download_bytes("folder:/proc/version", 1000)

    assert failed.value.problem is UpdateProblem.UNSAFE_FOLDER


@pytest.mark.parametrize("parts_before", [0, 1, 4, 6])
def test_a_stick_pulled_out_while_it_is_read_is_told_and_changes_nothing(town, monkeypatch, parts_before):
    town.fetch()
    town.publish(b"new")
    town.city.publish({"portal-keys.json": b"x" * 60_000})
    read, left = FolderFetcher._read, [parts_before]

    def pulled(self, descriptor, place):
        left[0] -= 1
        if left[0] < 0:
            descriptor_gone = os.dup(descriptor)
            os.close(descriptor_gone)
            descriptor = descriptor_gone
        return read(self, descriptor, place)

    monkeypatch.setattr(FolderFetcher, "_read", pulled)
    assert town.refusal().problem is UpdateProblem.UNREACHABLE
    assert town.kept() == SETTINGS

    monkeypatch.undo()
    town.fetch()
    assert town.kept() == b"new"


def test_what_the_system_says_of_a_pulled_stick_is_for_technicians(town, monkeypatch):
    def gone(*_arguments):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("offline_cache.trust.folder_fetcher.os.read", gone)

    assert "Input/output error" in town.refusal().reason


def test_a_stick_that_is_slower_than_any_line_is_given_up(town):
    town.fetch()
    town.publish(b"new")
    town.patience = Patience(first_s=0, slowest_bytes_per_s=1e12)

    assert town.refusal().problem is UpdateProblem.TOO_SLOW
    assert town.kept() == SETTINGS
