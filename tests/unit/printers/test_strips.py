"""Strips and bytes, read back by the strict parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printers.emulator.direct import VirtualTime
from printers.emulator.engine import Engine
from printers.rendering import escpos
from printers.rendering.bitmap import Bitmap
from printers.rendering.strips import strips


@st.composite
def bitmaps(draw):
    width = draw(st.integers(1, 72)) * 8
    stride = width // 8
    lines = st.one_of(st.just(bytes(stride)), st.binary(min_size=stride, max_size=stride))
    runs = draw(st.lists(st.tuples(lines, st.integers(1, 140)), min_size=1, max_size=5))
    rows = [row for row, times in runs for _ in range(times)]
    return Bitmap(width=width, height=len(rows), data=b"".join(rows))


def printed(data, width):
    engine = Engine(VirtualTime(), width=width, head_mm_s=1e9, buffer_bytes=1_000_000)
    engine.receive(data)
    engine.clock.advance_to(10.0)
    engine.run()
    return engine


@given(bitmaps())
def test_a_ticket_comes_out_as_it_was_drawn(bitmap):
    engine = printed(escpos.ticket(bitmap), bitmap.width)

    (ticket,) = engine.paper.tickets
    assert engine.leaked == b""
    assert ticket.image.height == bitmap.height
    added = bytes(a & ~b & 0xFF for a, b in zip(ticket.image.data, bitmap.data, strict=True))
    lost = bytes(b & ~a & 0xFF for a, b in zip(ticket.image.data, bitmap.data, strict=True))
    assert not any(lost)
    assert set(added) <= {0x00, 0x08}


@given(bitmaps())
def test_no_strip_is_too_high_or_of_a_height_clones_swallow(bitmap):
    parts = strips(bitmap)

    assert all(1 <= strip.height <= 128 and strip.height % 48 for strip in parts)
    assert sum(strip.height for strip in parts) == bitmap.height
    assert all(len(strip.data) == strip.height * strip.width_bytes for strip in parts)


def test_a_blank_run_travels_one_byte_wide():
    bitmap = Bitmap(width=576, height=40, data=b"\xff" * 72 * 10 + bytes(72 * 20) + b"\xff" * 72 * 10)

    assert [(strip.top, strip.height, strip.width_bytes) for strip in strips(bitmap)] == [
        (0, 10, 72),
        (10, 20, 1),
        (30, 10, 72),
    ]


@pytest.mark.parametrize("command", [b"\x10\x04\x01", b"\x10\x05\x01", b"\x10\x14\x08"])
def test_a_picture_never_holds_a_command_a_printer_would_obey(command):
    bitmap = Bitmap(width=24, height=2, data=command * 2)

    engine = printed(escpos.ticket(bitmap), 24)

    assert engine.live_inside_picture == 0
    assert len(engine.paper.tickets) == 1


def test_the_bytes_are_those_python_escpos_knows():
    constants = pytest.importorskip("escpos.constants")

    assert escpos.INITIALISE == constants.HW_INIT
    assert escpos.ask_status(1) == constants.RT_STATUS_ONLINE
    assert escpos.ask_status(4) == constants.RT_STATUS_PAPER
    assert escpos.FEED_AND_CUT[:2] == constants.PAPER_FULL_CUT[:2]


@pytest.mark.parametrize("identity", ["", "A01", "A0177", "A0\x001"])
def test_a_process_id_has_four_printable_characters(identity):
    with pytest.raises(ValueError, match="4 printable"):
        escpos.ask_process_id(identity)
