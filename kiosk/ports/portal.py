"""What the core asks of the portal, and the errors it speaks: decided by what is observed, never by wording.

Source: the portal protocol, version 1, section 6.1.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.domain.outbox import Acknowledgement, OutboxItem


class PortalError(Exception):
    """The portal did not take it. `place` names the call and where in the answer; nothing counts as sent."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"{place}: {reason}")


class PortalUnreachable(PortalError):  # noqa: N818  the name the design gives it
    """No usable answer: no network, a broken one, or a server error (`status`). The same bytes go later."""

    def __init__(self, place: str, reason: str, *, status: int = 0) -> None:
        self.status = status
        super().__init__(place, reason)


class NotOurPortal(PortalError):  # noqa: N818  the name the design gives it
    """Something else answered: a login page, a proxy, a wrong signature. Counts as offline."""


class RateLimited(PortalError):  # noqa: N818  the name the design gives it
    """The portal asks to wait `retry_after_s` seconds, held between 1 s and 1 h."""

    def __init__(self, place: str, reason: str, *, retry_after_s: float) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(place, reason)


class PortalRefused(PortalError):  # noqa: N818  the name the design gives it
    """This one item is refused for good, with the portal's problem `code`; the next goes on."""

    def __init__(self, place: str, reason: str, *, code: str) -> None:
        self.code = code
        super().__init__(place, reason)


class PortalPaused(PortalError):  # noqa: N818  the name the design gives it
    """Nothing can be sent until a person acts: `code` is `unauthorised`, `revoked` or `configuration`."""

    def __init__(self, place: str, reason: str, *, code: str) -> None:
        self.code = code
        super().__init__(place, reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore:
    """The portal was set back: since `epoch` it knows what it had in `kept_epoch` up to `kept_through_seq`.

    A copy made in `kept_epoch` holds nothing of the epochs after it, whatever the sequence.
    """

    epoch: int
    kept_epoch: int
    kept_through_seq: int

    def lost(self, *, epoch: int, seq: int) -> bool:
        """Return whether what was stored under `seq` in `epoch` went with this restore."""
        return epoch < self.epoch and (seq > self.kept_through_seq or epoch > self.kept_epoch)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalHello:
    """A signed greeting. `durable_through` is the last seq in two of the portal's backups."""

    instance: str
    epoch: int
    server_time: datetime
    durable_through: int
    restores: tuple[Restore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What the portal made of this machine: its id, its four-digit number, and where it stands.

    `keys` is the portal's key list as canonical JSON (RFC 8785), whose hash the enrolment QR carries.
    """

    kiosk_id: str
    kiosk_no: int
    point: str
    point_code: str = ""
    keys: bytes = b""


class Portal(Protocol):
    """The portal, used in the NETWORK lane only. Every call raises PortalError and nothing else."""

    def hello(self) -> PortalHello:
        """Greet; checked by signature and by a nonce of ours."""
        ...

    def enrol(self, code: str) -> Enrolment:
        """Enrol this machine's key with a one-time code; the same pair gets the same answer."""
        ...

    def upload(self, item: OutboxItem) -> Acknowledgement:
        """Send the frozen bytes; return only an acknowledgement whose signature, id, number and hash fit."""
        ...

    def acknowledgement(self, item: OutboxItem) -> Acknowledgement | None:
        """Ask what the portal holds under the item's id; None where it has never seen it."""
        ...
