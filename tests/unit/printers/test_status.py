"""Bytes from a printer, good and bad."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ports.printing import PrinterCondition
from printers.status import (
    AutoStatus,
    PrinterStatus,
    ProcessId,
    Queued,
    RealTime,
    Rubbish,
    StatusReader,
    with_auto,
    with_real_time,
)

FRAMES = {
    RealTime(0x12): b"\x12",
    RealTime(0x1A): b"\x1a",
    RealTime(0x72): b"\x72",
    AutoStatus(b"\x10\x00\x00\x00"): b"\x10\x00\x00\x00",
    AutoStatus(b"\x38\x00\x0c\x00"): b"\x38\x00\x0c\x00",
    ProcessId("A017"): b"\x37\x22A017\x00",
    ProcessId('7"7"'): b'\x37\x227"7"\x00',
    Queued(0x00): b"\x00",
    Queued(0x0C): b"\x0c",
}  # fmt: skip


def all_good():
    status = PrinterStatus()
    for number in (1, 2, 4):
        status = with_real_time(status, number, 0x12)
    return status


@given(st.lists(st.sampled_from(list(FRAMES)), max_size=8), st.data())
def test_frames_are_told_apart_however_they_are_cut_and_whatever_flow_control_stands_between(replies, data):
    stream = bytearray()
    for byte in b"".join(FRAMES[reply] for reply in replies):
        stream += data.draw(st.sampled_from([b"", b"", b"", b"\x11", b"\x13"]))
        stream.append(byte)
    reader = StatusReader()
    found = []

    while stream:
        size = data.draw(st.integers(1, len(stream)))
        found += reader.feed(bytes(stream[:size]))
        del stream[:size]

    assert found == replies


@given(st.binary(max_size=40))
def test_any_bytes_at_all_are_taken_without_harm_and_nothing_is_lost(noise):
    reader = StatusReader()

    replies = [*reader.feed(noise), *reader.settle()]

    sizes = {AutoStatus: 4, ProcessId: 7}
    kept = sum(byte not in (0x11, 0x13) for byte in noise)
    assert sum(sizes.get(type(reply), 1) for reply in replies) == kept


def test_a_true_id_is_found_after_rubbish_that_begins_like_one():
    replies = StatusReader().feed(b"\x37\x22\x41\x30\x00\x11\x13\xff" + b"\x37\x22A0Z9\x00")

    assert [reply for reply in replies if isinstance(reply, ProcessId)] == [ProcessId("A0Z9")]


def test_half_a_frame_is_rubbish_once_its_time_is_over():
    reader = StatusReader()
    assert reader.feed(b"\x10\x00") == ()

    assert reader.settle() == (Rubbish(0x10), Rubbish(0x00))
    assert reader.feed(b"\x12") == (RealTime(0x12),)


def test_silence_is_unknown():
    assert PrinterStatus().condition is PrinterCondition.UNKNOWN


@pytest.mark.parametrize("answered", [(1,), (1, 2), (2, 4), (1, 4)])
def test_some_answers_are_not_enough_for_ready(answered):
    status = PrinterStatus()
    for number in answered:
        status = with_real_time(status, number, 0x12)

    assert status.condition is PrinterCondition.UNKNOWN


def test_all_answers_good_is_ready():
    assert all_good().condition is PrinterCondition.READY


@pytest.mark.parametrize(
    ("number", "byte", "condition"),
    [
        (1, 0x1A, PrinterCondition.OFFLINE),
        (2, 0x16, PrinterCondition.COVER_OPEN),
        (2, 0x32, PrinterCondition.PAPER_OUT),
        (2, 0x52, PrinterCondition.FAULT),
        (3, 0x1A, PrinterCondition.FAULT),
        (3, 0x52, PrinterCondition.FAULT),
        (4, 0x1E, PrinterCondition.PAPER_LOW),
        (4, 0x7E, PrinterCondition.PAPER_OUT),
    ],
)
def test_each_bad_bit_is_heard(number, byte, condition):
    assert with_real_time(all_good(), number, byte).condition is condition


@pytest.mark.parametrize(
    ("frame", "condition"),
    [
        (b"\x10\x00\x00\x00", PrinterCondition.READY),
        (b"\x18\x00\x00\x00", PrinterCondition.OFFLINE),
        (b"\x38\x00\x00\x00", PrinterCondition.COVER_OPEN),
        (b"\x18\x08\x00\x00", PrinterCondition.FAULT),
        (b"\x18\x40\x00\x00", PrinterCondition.FAULT),
        (b"\x10\x00\x03\x00", PrinterCondition.PAPER_LOW),
        (b"\x18\x00\x0f\x00", PrinterCondition.PAPER_OUT),
    ],
)
def test_what_a_printer_reports_by_itself_is_folded_in(frame, condition):
    assert with_auto(all_good(), frame).condition is condition


def test_a_question_nobody_asks_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="DLE EOT 9"):
        with_real_time(PrinterStatus(), 9, 0x12)
