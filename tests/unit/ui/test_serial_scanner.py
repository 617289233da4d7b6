"""A scanner on a serial line: whole texts, damaged ones told apart, unplugged ones survived."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

from kiosk.domain.identity_card import IdentityCard, parse_card_qr
from tests.fakes.clock import FakeClock, FakeScheduler, FakeTimer
from ui.scanning.live import LiveScanner
from ui.scanning.serial_scanner import SerialScanner, TextCutter
from ui.scans import Scans
from ui.task_runner import LaneRunner

CARD = "001190001234||Trần Thị Thu Hà|15081990|Nữ|Số 1 phố Mẫu, Hà Nội|01072021"


def cut(*arrived: bytes) -> list[str]:
    cutter = TextCutter()
    return [text for part in arrived for text in cutter.feed(part)]


def test_texts_are_cut_at_line_ends_however_they_arrive() -> None:
    sent = f"{CARD}\r\nHNPK1:17012345680:0a1b2c3d\r".encode()

    assert cut(*(bytes((byte,)) for byte in sent)) == [CARD, "HNPK1:17012345680:0a1b2c3d"]


def test_a_scanner_without_line_ends_is_heard_after_a_silence() -> None:
    assert cut(CARD.encode(), b"") == [CARD]
    assert cut(b"", b"") == []


def test_a_flood_is_dropped_whole_and_what_follows_is_heard() -> None:
    assert cut(b"9" * 5000, b"\r", CARD.encode(), b"\r") == [CARD]


def test_a_card_in_another_code_page_gives_digits_only() -> None:
    (text,) = cut(CARD.encode("cp1258", errors="replace"), b"\r")
    card = parse_card_qr(text)

    assert isinstance(card, IdentityCard)
    assert (card.number, card.name) == ("001190001234", "")


@given(st.lists(st.binary(max_size=50), max_size=20))
def test_no_bytes_break_the_cutter(parts: list[bytes]) -> None:
    for text in cut(*parts):
        assert text
        assert "\r" not in text


@pytest.fixture
def tasks(qapp):
    runner = LaneRunner()
    yield runner
    runner.close()


def work_until(happened, clock_moves=lambda: None) -> None:
    deadline = QDeadlineTimer(8000)
    while not happened():
        assert not deadline.hasExpired()
        clock_moves()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def test_a_card_on_a_real_line_reaches_who_watches_and_the_line_is_let_go(tasks) -> None:
    ours, theirs = os.openpty()
    clock = FakeClock()
    scans, heard = Scans(clock), []
    scans.watch(heard.append)
    scanner = SerialScanner(tasks, FakeScheduler(clock), port=os.ttyname(theirs), baud=9600, take=scans.take)
    scanner.start()

    pause = QDeadlineTimer(0)

    def show_card() -> None:
        if pause.hasExpired():  # a person shows it again after a while, not a thousand times a second
            os.write(ours, f"{CARD}\r".encode())
            pause.setRemainingTime(300)

    # What was sent before the line was open is lost, as with a real one.
    work_until(lambda: CARD in heard, show_card)
    scanner.stop()

    work_until(lambda: scanner._line is None)
    os.close(ours)
    os.close(theirs)


def test_a_scanner_that_is_not_there_is_tried_again_and_harms_nothing(tasks) -> None:
    clock = FakeClock()
    scheduler = FakeScheduler(clock)
    scanner = SerialScanner(tasks, scheduler, port="/dev/no-such-scanner", baud=9600, take=lambda _text: None)

    def waiting() -> list[FakeTimer]:
        return [timer for timer in scheduler.timers if timer.running]

    scanner.start()

    work_until(lambda: waiting() != [])
    first = waiting()
    scheduler.advance(5)
    work_until(lambda: waiting() not in ([], first))
    scanner.stop()


def test_another_line_is_listened_to_at_once_and_the_first_no_more(tasks) -> None:
    lines = [os.openpty() for _ in range(2)]
    first, second = (os.ttyname(theirs) for _, theirs in lines)
    clock = FakeClock()
    heard: list[str] = []
    scanner = LiveScanner(
        tasks, FakeScheduler(clock), kind="serial", port=first, baud=9600, take=heard.append
    )
    scanner.start()
    pause = QDeadlineTimer(0)

    def show(line: int, text: str) -> None:
        if pause.hasExpired():
            os.write(lines[line][0], f"{text}\r".encode())
            pause.setRemainingTime(300)

    work_until(lambda: "first line" in heard, lambda: show(0, "first line"))
    scanner.use("serial", second)
    work_until(lambda: "second line" in heard, lambda: show(1, "second line"))
    heard.clear()
    os.write(lines[0][0], b"nobody listens\r")
    work_until(lambda: "second line" in heard, lambda: show(1, "second line"))
    scanner.use("none", "")

    assert "nobody listens" not in heard
    assert not scanner.is_there
    for ours, theirs in lines:
        os.close(ours)
        os.close(theirs)
