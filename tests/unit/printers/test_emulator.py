"""The emulated printer proves itself before it proves others."""

import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printers.emulator.direct import VirtualTime
from printers.emulator.engine import Engine
from printers.emulator.faults import Faults, LineFaults
from printers.emulator.switches import set_switch, switch_names
from printers.rendering import escpos
from printers.rendering.bitmap import Bitmap
from printers.rendering.strips import strips

SMALL = Bitmap(width=32, height=3, data=bytes(range(1, 13)))


def an_engine(width=32, **changes):
    return Engine(VirtualTime(), width=width, buffer_bytes=1_000_000, **changes)


def pass_time(engine, seconds=60.0):
    engine.clock.advance_to(engine.clock() + seconds)
    engine.run()


@given(st.integers(1, 72), st.integers(1, 300), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_a_random_picture_comes_back_dot_by_dot(width_bytes, height, dice):
    data = bytes(dice.choice((0x00, 0x01, 0x81, 0xFF)) for _ in range(width_bytes * height))
    bitmap = Bitmap(width=width_bytes * 8, height=height, data=data)
    engine = an_engine(bitmap.width)

    engine.receive(escpos.ticket(bitmap))
    pass_time(engine)

    assert [ticket.image for ticket in engine.paper.tickets] == [bitmap]


def test_a_ticket_split_at_every_byte_is_the_same():
    whole = escpos.ticket(SMALL)

    for cut in range(len(whole)):
        engine = an_engine()
        engine.receive(whole[:cut])
        engine.receive(whole[cut:])
        pass_time(engine)

        assert [ticket.image for ticket in engine.paper.tickets] == [SMALL]
        assert engine.leaked == b""


def test_two_tickets_in_one_write_are_two():
    engine = an_engine()

    engine.receive(escpos.ticket(SMALL) * 2)
    pass_time(engine)

    assert len(engine.paper.tickets) == 2


def test_a_ticket_broken_off_hangs_on_the_roll():
    engine = an_engine()

    engine.receive(escpos.ticket(SMALL)[:-8])
    pass_time(engine)

    assert engine.paper.tickets == []
    assert engine.paper.hanging().height == 2


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_without_harm(noise):
    engine = an_engine()

    engine.receive(noise)
    pass_time(engine)


def test_letters_leak_and_are_seen():
    engine = an_engine()

    engine.receive(b"A00\x1dZ")
    pass_time(engine)

    assert engine.leaked == b"A00\x1dZ"


def test_the_head_takes_its_time_and_the_id_comes_after_it():
    engine = an_engine(head_mm_s=1.0)
    ten_mm = Bitmap(width=32, height=80, data=b"\x01" * 320)
    engine.receive(escpos.ticket(ten_mm) + escpos.ask_process_id("A001"))

    pass_time(engine, 9.0)
    early = engine.take_answers()
    pass_time(engine, 2.0)

    assert early == b""
    assert engine.take_answers() == b"\x37\x22A001\x00"


def test_a_full_buffer_takes_no_more():
    engine = Engine(VirtualTime(), width=32, head_mm_s=1.0, buffer_bytes=64)

    taken = [engine.receive(escpos.picture(strips(SMALL)[0]) * 40) for _ in range(3)]

    assert taken[0] == 64
    assert sum(taken) < 150
    assert taken[-1] == 0


def test_bytes_past_a_full_buffer_are_lost_where_flow_control_is_ignored():
    engine = Engine(VirtualTime(), width=32, buffer_bytes=64, faults=Faults(overflow=True))
    engine.sensors.cover_open = True

    for _ in range(10):
        engine.receive(bytes(20))

    assert engine.lost_bytes == 200 - 64


def test_a_question_is_answered_even_inside_a_picture_and_counted():
    engine = an_engine()
    head = b"\x1dv0\x00\x04\x00\x01\x00"

    engine.receive(head + b"\x10\x04\x01\x00")
    pass_time(engine)

    assert engine.take_answers() == b"\x12"
    assert engine.live_inside_picture == 1


def test_a_picture_wider_than_the_head_is_cut_off_and_counted():
    engine = an_engine(width=8)

    engine.receive(escpos.ticket(Bitmap(width=16, height=1, data=b"\x01\x01")))
    pass_time(engine)

    assert engine.paper.clipped_rows == 1


def test_a_clone_swallows_the_command_after_a_height_of_48():
    rows = Bitmap(width=8, height=48, data=b"\x01" * 48)
    data = b"\x1dv0\x00\x01\x00\x30\x00" + rows.data + escpos.FEED_AND_CUT
    engine = an_engine(width=8, faults=Faults(swallow_48=True))

    engine.receive(data)
    pass_time(engine)

    assert engine.paper.tickets == []


def test_our_own_tickets_come_through_such_a_clone():
    rows = Bitmap(width=8, height=96, data=b"\x01" * 96)
    engine = an_engine(width=8, faults=Faults(swallow_48=True))

    engine.receive(escpos.ticket(rows))
    pass_time(engine)

    assert [ticket.image for ticket in engine.paper.tickets] == [rows]


def test_unknown_parameters_come_out_as_letters_on_a_simple_clone():
    engine = an_engine(faults=Faults(unknown_as_text=True))

    engine.receive(escpos.ask_process_id("A017"))
    pass_time(engine)

    assert engine.leaked == b"00A017"


def test_codes_drawn_by_the_printer_itself_are_counted_as_our_fault():
    engine = an_engine()

    engine.receive(b"\x1d(k\x03\x00\x31\x51\x30")
    pass_time(engine)

    assert (engine.native_qr, engine.leaked) == (1, b"")


def test_a_change_is_reported_once_where_reports_are_on():
    engine = an_engine()
    engine.receive(escpos.preamble(reports=True))
    engine.take_answers()

    engine.sensors.cover_open = True
    first, second = engine.take_answers(), engine.take_answers()

    assert first == b"\x38\x00\x00\x00"
    assert second == b""


def test_flow_control_may_stand_inside_a_report():
    engine = an_engine(faults=Faults(asb_xoff=True))
    engine.receive(escpos.preamble(reports=True))
    engine.take_answers()

    engine.sensors.cover_open = True

    assert engine.take_answers() == b"\x38\x00\x13\x11\x00\x00"


def test_an_unreachable_front_answers_no_knock_until_it_is_reachable_again():
    import socket

    from printers.emulator.fronts import TcpFront

    front = TcpFront(Engine(time.monotonic), line=LineFaults(unreachable=True))
    front.poll_once()
    with pytest.raises(TimeoutError):
        socket.create_connection(("127.0.0.1", front.port), timeout=0.2)

    front.line.unreachable = False
    front.poll_once()
    with socket.create_connection(("127.0.0.1", front.port), timeout=1.0):
        front.poll_once()
    front.close()

    assert front.connections == 1


def test_without_power_settings_and_bytes_are_gone():
    engine = an_engine()
    engine.receive(escpos.preamble(reports=True) + escpos.ticket(SMALL)[:20])
    engine.take_answers()

    engine.power_cycle()
    engine.sensors.cover_open = True

    assert engine.take_answers() == b""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("paper_out", lambda engine, line: engine.sensors.paper_out is True),
        ("paper_out_at_mm=60", lambda engine, line: engine.sensors.paper_out_at_mm == 60),
        ("silent=gs_h,asb", lambda engine, line: engine.faults.silent == {"gs_h", "asb"}),
        ("noise=ff00", lambda engine, line: engine.faults.noise == b"\xff\x00"),
        ("drop_after=9000", lambda engine, line: line.drop_after == 9000),
        ("rate_bytes_s=20.5", lambda engine, line: line.rate_bytes_s == 20.5),
    ],
)
def test_switches_are_set_by_name(text, read):
    engine, line = an_engine(), LineFaults()

    set_switch(engine, line, text)

    assert read(engine, line)


@pytest.mark.parametrize("text", ["burn", "drop_after=soon", "noise=zz"])
def test_a_switch_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"burn|number|hex"):
        set_switch(an_engine(), LineFaults(), text)


def test_every_switch_has_a_name_of_its_own():
    assert len(set(switch_names())) == len(switch_names())


def test_every_switch_is_told_to_technicians():
    page = (Path(__file__).resolve().parents[3] / "docs" / "printing.md").read_text("utf-8")

    assert [name for name in switch_names() if f"`{name}" not in page] == []


def test_a_front_stops_when_told():
    from printers.emulator.fronts import TcpFront

    front = TcpFront(Engine(time.monotonic))
    thread = threading.Thread(target=front.run)
    thread.start()

    front.stop()
    thread.join(5)

    assert not thread.is_alive()
