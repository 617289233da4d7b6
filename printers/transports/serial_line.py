"""A serial line. Without flow control a 4 kB receive buffer overflows, so there always is one.

pyserial sets the line up; reading and writing go by the descriptor, because its writes block for ever where
nobody reads, and a timed-out write does not say how much was taken.
"""

from typing import Literal

import serial

from printers.transports.base import TransportError
from printers.transports.descriptor import read_some, write_all

Flow = Literal["dtr_dsr", "rts_cts", "xon_xoff", "none"]
# 8 data bits with a start and a stop bit.
BITS_A_BYTE = 10


class SerialTransport:
    """The printer at `device`, for example /dev/ttyUSB0."""

    chunk_bytes = 512
    can_answer = True

    def __init__(self, device: str, *, baud: int = 115200, flow: Flow = "rts_cts") -> None:
        self.device, self.baud, self._flow = device, baud, flow
        self.wire_bytes_s = baud / BITS_A_BYTE
        self._port: serial.Serial | None = None

    def open(self) -> None:
        """Open without waiting. Raises TransportError."""
        try:
            self._port = serial.Serial(
                self.device,
                self.baud,
                timeout=0,
                write_timeout=0,
                rtscts=self._flow == "rts_cts",
                dsrdtr=self._flow == "dtr_dsr",
                xonxoff=self._flow == "xon_xoff",
                exclusive=True,
            )
        except (OSError, ValueError) as error:  # SerialException is an OSError
            raise TransportError(f"no serial printer at {self.device}: {error}") from error

    def send(self, data: bytes, *, deadline_s: float) -> None:
        """Write all of `data` within the deadline."""
        write_all(self._descriptor(), data, deadline_s=deadline_s, name=self.device)

    def receive(self, *, deadline_s: float) -> bytes:
        """Return what came, b"" if nothing did."""
        return read_some(self._descriptor(), deadline_s=deadline_s, name=self.device)

    def close(self, *, drain_s: float = 0.0) -> None:  # noqa: ARG002  the system sends what it has
        """Release the line."""
        port, self._port = self._port, None
        if port is not None:
            port.close()

    def _descriptor(self) -> int:
        if self._port is None:
            raise TransportError(f"{self.device} is not open")
        return int(self._port.fileno())
