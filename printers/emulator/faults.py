"""What can be wrong with a printer and with the line to it; every switch alone or with others."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Sensors:
    """What the printer sees of itself. `paper_out_at_mm`: the roll ends after so many millimetres in all."""

    cover_open: bool = False
    near_end: bool = False
    paper_out: bool = False
    paper_out_at_mm: float | None = None
    offline: bool = False
    cutter_error: bool = False
    hot_head: bool = False
    feed_button: bool = False

    @property
    def stopped(self) -> bool:
        """Whether nothing but real-time commands is obeyed."""
        return (
            self.cover_open or self.paper_out or self.offline or self.cutter_error or self.hot_head
        )  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Faults:
    """Behaviour of the printer itself.

    `silent` holds names of questions never answered: "dle_eot", "gs_r", "gs_h", "asb". `noise` is sent in
    place of every answer, `rubbish` before each. `id_instead` is a wrong process id; `old_id` answers the
    last one. `asb_unasked`: a report at each connection; `asb_xoff`: XOFF and XON stand inside every
    report. `lies`: ids and fences are answered though the paper is out. `swallow_48`: the command after a
    picture whose height is a multiple of 48 is lost. `unknown_as_text`: parameters of `GS (` come out as
    letters.
    `power_off_at_byte`, `power_off_at_mm`: memory is lost there, once. `overflow`: bytes beyond the
    buffer are lost.
    """

    answer_delay_s: float = 0.0
    silent: set[str] = field(default_factory=set)
    noise: bytes | None = None
    rubbish: bytes = b""
    asb_unasked: bool = False
    asb_xoff: bool = False
    id_instead: bytes | None = None
    old_id: bool = False
    lies: bool = False
    swallow_48: bool = False
    unknown_as_text: bool = False
    overflow: bool = False
    power_off_at_byte: int | None = None
    power_off_at_mm: float | None = None


@dataclass(slots=True, kw_only=True)
class LineFaults:
    """Behaviour of the line. Bytes count from the connection's first.

    `refuse`: no connection, told at once. `unreachable`: no answer at all to a connection. `accept_never`:
    connected, but nothing is ever read. `stall_after` bytes it stops reading, for `stall_for_s` or for
    ever. `rate_bytes_s`: slow reader. `drop_after` bytes it closes, with a reset where `reset`.
    `drop_before_first`: closes at once. `idle_close_s`: closes silent lines. `once`: the drop or stall
    happens one time only. `one_client`: a second connection waits for the first to end. `xoff_after` bytes
    a serial printer sends XOFF, and XON `xoff_for_s` later.
    """

    refuse: bool = False
    unreachable: bool = False
    accept_never: bool = False
    stall_after: int | None = None
    stall_for_s: float | None = None
    rate_bytes_s: float | None = None
    drop_after: int | None = None
    reset: bool = False
    drop_before_first: bool = False
    idle_close_s: float | None = None
    one_client: bool = False
    once: bool = False
    xoff_after: int | None = None
    xoff_for_s: float = 1.0
