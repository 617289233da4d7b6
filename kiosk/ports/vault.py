"""Sealing: after it, only the portal and the city's escrow can read what a citizen declared."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.dossiers import DossierHeader, PreRegistration, SealedPayload

ESCROW = "escrow"
KEEPS_SEALING_MS = 180 * 86_400_000
"""How long after its last key expired a kiosk still seals; then it only guides."""


class KeysUnusable(Exception):  # noqa: N818  a refusal of what was found
    """A key file or key list cannot be used: names the place and what is wrong with it."""

    def __init__(self, place: str, *, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A public key by its id: 32 raw bytes, X25519 for sealing or Ed25519 for signatures.

    `role` is `portal` or `escrow` for sealing keys. Dates are epoch milliseconds; `not_after_ms` 0: no end.
    """

    kid: str
    raw: bytes
    role: str = ""
    not_before_ms: int = 0
    not_after_ms: int = 0

    def holds_at(self, now_ms: int) -> bool:
        """Return whether `now_ms` lies within its dates."""
        return self.not_before_ms <= now_ms and (not self.not_after_ms or now_ms <= self.not_after_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalKeys:
    """Whom to seal to (portal first, then escrow) and whose signatures to believe. `is_demo`: trial keys."""

    is_demo: bool
    sealing: tuple[PublicKey, ...]
    acknowledging: tuple[PublicKey, ...]

    def recipients(self, now_ms: int) -> tuple[PublicKey, ...]:
        """Return whom to seal to at `now_ms`: the newest valid portal key, and the newest valid escrow key.

        An expired list seals on for 180 days; KeysUnusable after that. Before the first key began it is the
        clock that is wrong (a machine that starts in 1970), so the first key is taken.
        """
        portal = [key for key in self.sealing if key.role != ESCROW]
        escrow = [key for key in self.sealing if key.role == ESCROW]
        chosen = _newest(portal, now_ms)
        if chosen is None:
            raise KeysUnusable("portal keys", reason="no sealing key is valid any more")
        second = _newest(escrow, now_ms)
        return (chosen,) if second is None else (chosen, second)

    def is_expired(self, now_ms: int) -> bool:
        """Return whether no portal key is valid now: staff must fetch new keys."""
        return not any(key.holds_at(now_ms) for key in self.sealing if key.role != ESCROW)

    def acknowledging_key(self, kid: str) -> bytes | None:
        """Return the raw Ed25519 key that signs answers under `kid`, or None."""
        return next((key.raw for key in self.acknowledging if key.kid == kid), None)


def _newest(keys: list[PublicKey], now_ms: int) -> PublicKey | None:
    """Return the key that began last among the valid, else among those expired less than 180 days ago."""
    first_ms = min((key.not_before_ms for key in keys), default=0)
    now_ms = max(now_ms, first_ms)
    begun = [key for key in keys if key.not_before_ms <= now_ms]
    for latest_ms in (now_ms, now_ms - KEEPS_SEALING_MS):
        valid = [key for key in begun if not key.not_after_ms or key.not_after_ms >= latest_ms]
        if valid:
            return max(valid, key=lambda key: key.not_before_ms)
    return None


class Vault(Protocol):
    """Seals in memory; used in the DATABASE lane."""

    def seal(self, header: DossierHeader, pre: PreRegistration) -> SealedPayload:
        """Return the bytes to store and send. Raises KeysUnusable."""
        ...


class DeviceIdentity(Protocol):
    """This machine's Ed25519 key."""

    def public_key(self) -> bytes:
        """Return the 32 raw bytes that enrolment hands to the portal."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature."""
        ...
