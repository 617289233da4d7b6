"""The emulated printer: receive buffer, head, sensors, answers, and faults; time comes from a clock.

A model, not a measurement: no real printer stands behind its timing. One engine serves any front.
"""

import re
from collections.abc import Callable

from printers.emulator.faults import Faults, Sensors
from printers.emulator.paper import DOTS_PER_MM, Paper
from printers.emulator.parser import Command, Parser

_LIVE = re.compile(rb"\x10\x04([\x01-\x04])")
_PROCESS_ID_REQUEST = b"00"
_LINE_ROWS = 30


class Engine:
    """A printer `width` dots wide with a `buffer_bytes` receive buffer and a head of `head_mm_s`."""

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        width: int = 576,
        head_mm_s: float = 150.0,
        buffer_bytes: int = 4096,
        faults: Faults | None = None,
    ) -> None:
        self.clock = clock
        self.paper = Paper(width)
        self.sensors = Sensors()
        self.faults = faults or Faults()
        self.received = 0
        self.lost_bytes = 0
        self.native_qr = 0
        self.power_cycles = 0
        self.log: list[tuple[float, str]] = []
        self._parser = Parser()
        self._buffer_bytes = buffer_bytes
        self._row_s = 1 / DOTS_PER_MM / head_mm_s
        self._head_free = clock()
        self._written_at = clock()
        self._answers: list[tuple[float, bytes]] = []
        self._asb_on = False
        self._asb_last = b""
        self._live_tail = b""
        self._last_id = b""
        self._picture_height = 0
        self._swallow = False

    @property
    def live_inside_picture(self) -> int:
        """How many real-time commands stood inside picture data."""
        return self._parser.live_inside_picture

    @property
    def leaked(self) -> bytes:
        """Bytes that came out as letters."""
        return bytes(self.paper.leaked)

    def room(self) -> int:
        """Return how many bytes the buffer takes now."""
        self.run()
        return self._buffer_bytes if self.faults.overflow else self._buffer_bytes - len(self._parser.held)

    def receive(self, data: bytes) -> int:
        """Take as much of `data` as there is room for and return how much that was."""
        room = self.room()
        taken = data[:room]
        if limit := self.faults.power_off_at_byte:
            taken = taken[: max(0, limit - self.received)]
        self._note_live(taken)
        self._store(taken)
        self.received += len(taken)
        self._written_at = self.clock()
        if self.faults.power_off_at_byte is not None and self.received >= self.faults.power_off_at_byte:
            self.faults.power_off_at_byte = None
            self.power_cycle()
        self.run()
        return len(taken)

    def take_answers(self) -> bytes:
        """Return the answers whose time has come."""
        self.run()
        now = self.clock()
        due = b"".join(data for at, data in self._answers if at <= now)
        self._answers = [(at, data) for at, data in self._answers if at > now]
        return due

    def next_event(self) -> float | None:
        """Return when, after now, something will happen by itself; None if nothing will."""
        now = self.clock()
        times = [at for at, _ in self._answers]
        if self._parser.held and not self.sensors.stopped:
            times.append(self._head_free)
        return min((at for at in times if at > now), default=None)

    def run(self) -> None:
        """Obey what the head has time for up to now, and report changes."""
        now = self.clock()
        while not self.sensors.stopped and self._head_free <= now:
            command = self._parser.next()
            if command is None:
                self._head_free = now
                break
            if self._swallow:
                self._swallow = False
                continue
            self._obey(command)
        if self.sensors.stopped:
            self._head_free = max(self._head_free, now)
            self._lie()
        self._report_changes()

    def connected(self) -> None:
        """A client has come."""
        if self.faults.asb_unasked:
            self._answer("asb", self._asb())

    def disconnected(self) -> None:
        """The last client has gone: nobody is left to answer."""
        self._answers.clear()

    def power_cycle(self) -> None:
        """Lose buffer, pending answers and settings; the paper stays as it is."""
        self._parser.reset()
        self._answers.clear()
        self._asb_on = False
        self._live_tail = b""
        self._swallow = False
        self.power_cycles += 1
        self._note("power cycle")

    def _store(self, data: bytes) -> None:
        space = self._buffer_bytes - len(self._parser.held)
        self.lost_bytes += max(0, len(data) - space)
        self._parser.feed(data[: max(0, space)])

    def _note_live(self, data: bytes) -> None:
        """Real-time questions are answered on arrival, wherever they stand."""
        whole = self._live_tail + data
        for match in _LIVE.finditer(whole):
            if match.end() > len(self._live_tail):
                self._answer("dle_eot", bytes((self._real_time(match[1][0]),)))
        self._live_tail = whole[-2:]

    def _obey(self, command: Command) -> None:
        match command.name:
            case "row" | "picture":
                self._picture(command)
            case "ESC d" | "ESC J" | "LF":
                self._feed(_feed_rows(command))
            case "GS r" | "GS I":
                self._answer_queued(command)
            case "GS a" | "ESC @":
                self._asb_on = any(command.data)
                self._asb_last = b""
            case "cut":
                self.paper.cut(written_at=self._written_at, printed_at=self._head_free)
            case "text":
                self.paper.leaked += command.data
            case name if name.startswith("GS ("):
                self._long(command)

    def _picture(self, command: Command) -> None:
        if command.name == "picture":
            self._picture_height = int.from_bytes(command.data[2:], "little")
            return
        self.paper.print_row(command.data)
        if self._parser.rows_left == 0:
            self._swallow = self.faults.swallow_48 and self._picture_height % 48 == 0
        self._move(1)

    def _answer_queued(self, command: Command) -> None:
        if command.name == "GS r":
            self._answer("gs_r", bytes((self._paper_bits(),)))
        else:
            self._answer("gs_i", b"\x02")

    def _long(self, command: Command) -> None:
        if command.name == "GS ( H" and command.data.startswith(_PROCESS_ID_REQUEST):
            if self.faults.unknown_as_text:
                self.paper.leaked += command.data
                return
            self._answer_id(command.data[2:])
        elif command.name == "GS ( k":
            self.native_qr += 1

    def _answer_id(self, identity: bytes) -> None:
        told = self.faults.id_instead or (self._last_id if self.faults.old_id else identity)
        self._last_id = identity
        self._answer("gs_h", b"\x37\x22" + told + b"\0")

    def _lie(self) -> None:
        """Bad firmware: what waits in the buffer is thrown away, and its process id answered all the same."""
        if not self.faults.lies:
            return
        while (command := self._parser.next()) is not None:
            if command.name == "GS ( H":
                self._answer_id(command.data[2:])
            elif command.name == "GS r":
                self._answer("gs_r", b"\0")

    def _feed(self, rows: int) -> None:
        self.paper.feed(rows)
        self._move(rows)

    def _move(self, rows: int) -> None:
        """Let the paper move: time passes, the roll may end, the power may go."""
        self._head_free += rows * self._row_s
        out_mm = self.paper.total_rows / DOTS_PER_MM
        end = self.sensors.paper_out_at_mm
        if end is not None and out_mm >= end:
            self.sensors.paper_out, self.sensors.paper_out_at_mm = True, None
            self._note("paper out")
        if self.faults.power_off_at_mm is not None and out_mm >= self.faults.power_off_at_mm:
            self.faults.power_off_at_mm = None
            self.power_cycle()

    def _answer(self, question: str, data: bytes) -> None:
        if question in self.faults.silent:
            return
        told = data if self.faults.noise is None else self.faults.noise
        if question == "asb" and self.faults.asb_xoff:
            told = told[:2] + b"\x13\x11" + told[2:]
        self._answers.append(
            (self._head_or_now(question) + self.faults.answer_delay_s, self.faults.rubbish + told)
        )

    def _head_or_now(self, question: str) -> float:
        """Queued answers come when the head has got there, real-time ones at once."""
        return max(self._head_free, self.clock()) if question in ("gs_h", "gs_r") else self.clock()

    def _report_changes(self) -> None:
        if not self._asb_on:
            return
        frame = self._asb()
        if frame != self._asb_last:
            self._asb_last = frame
            self._answer("asb", frame)

    def _paper_bits(self) -> int:
        return (0x03 if self.sensors.near_end else 0) | (0x0C if self.sensors.paper_out else 0)

    def _real_time(self, number: int) -> int:
        s = self.sensors
        bits = {
            1: 0x08 * s.stopped + 0x40 * s.feed_button,
            2: 0x04 * s.cover_open + 0x20 * s.paper_out + 0x40 * (s.cutter_error or s.hot_head),
            3: 0x08 * s.cutter_error + 0x40 * s.hot_head,
            4: 0x0C * s.near_end + 0x60 * s.paper_out,
        }
        return 0x12 | bits[number]

    def _asb(self) -> bytes:
        s = self.sensors
        first = 0x10 | 0x08 * s.stopped | 0x20 * s.cover_open | 0x40 * s.feed_button
        second = 0x08 * s.cutter_error | 0x40 * s.hot_head
        return bytes((first, second, self._paper_bits(), 0))

    def _note(self, event: str) -> None:
        self.log.append((self.clock(), event))


def _feed_rows(command: Command) -> int:
    if command.name == "LF":
        return _LINE_ROWS
    return command.data[0] * (_LINE_ROWS if command.name == "ESC d" else 1)
