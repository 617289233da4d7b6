"""The kiosk's half of writing on a stick: ask root's helper, wait with an end, say only what is known."""

from pathlib import Path

import pytest

from kiosk.ports.sticks import Stick, StickRefused, StickTrouble
from offline_cache.stick_helper import LONGEST_FILE, RootStickHelper
from offline_cache.usb_sticks import MountedSticks

NAME = "so-lieu-2026-11-24.csv"


class Root:
    """Root's side: looks for the wish each time the kiosk waits, answers as told after `after` looks."""

    def __init__(self, folder: Path) -> None:
        self.home, self.lent, self.answer = folder / "home", folder / "usb", folder / "answer"
        self.program = folder / "kiosk-export"
        self.program.touch()
        for made in (self.home, self.lent / "THE"):
            made.mkdir(parents=True)
        self.stick = Stick(folder=self.lent / "THE", name="THE")
        self.word: str | None = "done"
        self.takes, self.now_s, self.took = True, 0.0, b""

    def helper(self) -> RootStickHelper:
        return RootStickHelper(
            self.home,
            lent=self.lent,
            helper=self.program,
            answer=self.answer,
            pause=self.look,
            monotonic_s=lambda: self.now_s,
        )

    def look(self, seconds: float) -> None:
        self.now_s += seconds
        wish = self.home / "to-stick"
        if self.takes and wish.exists():
            self.took = wish.read_bytes()
            wish.unlink()
            if self.word is not None:
                number = self.took.split(b" ", 1)[0].decode()
                self.answer.write_text(f"{number} {self.word}\n", "ascii")


@pytest.fixture
def root(tmp_path: Path) -> Root:
    return Root(tmp_path)


def test_the_file_goes_to_root_whole_with_the_stick_s_and_its_own_name(root: Root) -> None:
    root.helper().put(root.stick, NAME, b"a;b\n1;2\n")

    line, content = root.took.split(b"\n", 1)
    assert line.split(b" ")[1:] == [b"THE", NAME.encode()]
    assert content == b"a;b\n1;2\n"


@pytest.mark.parametrize("trouble", ["full", "protected", "gone", "kind", "forbidden", "broken", "no-stick"])
def test_what_root_says_is_told(root: Root, trouble: str) -> None:
    root.word = trouble
    with pytest.raises(StickRefused) as refused:
        root.helper().put(root.stick, NAME, b"x")

    assert refused.value.trouble is StickTrouble(trouble)


@pytest.mark.parametrize("word", ["refused", "", "anything"])
def test_a_word_nobody_knows_is_not_done(root: Root, word: str) -> None:
    root.word = word
    with pytest.raises(StickRefused) as refused:
        root.helper().put(root.stick, NAME, b"x")

    assert refused.value.trouble is StickTrouble.BROKEN


def test_an_answer_to_another_wish_is_not_ours(root: Root) -> None:
    root.answer.write_text("0123456789abcdef done\n", "ascii")
    root.takes = False
    with pytest.raises(StickRefused):
        root.helper().put(root.stick, NAME, b"x")


def test_a_wish_nobody_takes_is_taken_back_and_that_is_said(root: Root) -> None:
    root.takes = False
    with pytest.raises(StickRefused) as refused:
        root.helper().put(root.stick, NAME, b"x")

    assert refused.value.trouble is StickTrouble.UNHEARD
    assert not (root.home / "to-stick").exists()
    assert root.now_s < 15


def test_a_wish_that_was_taken_and_never_answered_is_unknown_not_done(root: Root) -> None:
    root.word = None
    with pytest.raises(StickRefused) as refused:
        root.helper().put(root.stick, NAME, b"x")

    assert refused.value.trouble is StickTrouble.UNKNOWN
    assert root.now_s < 70


def test_a_file_too_large_for_root_is_not_even_asked_for(root: Root) -> None:
    with pytest.raises(StickRefused):
        root.helper().put(root.stick, NAME, bytes(LONGEST_FILE + 1))

    assert root.took == b""


def test_only_what_root_lent_goes_through_root(root: Root, tmp_path: Path) -> None:
    other = Stick(folder=tmp_path / "media", name="media")
    other.folder.mkdir()
    sticks = MountedSticks([root.lent], helper=root.helper())
    sticks.write(other, NAME, b"by ourselves")
    sticks.write(root.stick, NAME, b"by root")

    assert (other.folder / NAME).read_bytes() == b"by ourselves"
    assert root.took.endswith(b"\nby root")
    assert not (root.stick.folder / NAME).exists()


def test_a_machine_without_the_helper_writes_itself(root: Root) -> None:
    root.program.unlink()
    MountedSticks([root.lent], helper=root.helper()).write(root.stick, NAME, b"x")

    assert (root.stick.folder / NAME).read_bytes() == b"x"
