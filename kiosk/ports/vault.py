"""Sealing: after it, only the portal and the city's escrow can read what a citizen declared."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.dossiers import DossierHeader, PreRegistration, SealedPayload


class KeysUnusable(Exception):  # noqa: N818  a refusal of what was found
    """A key file or key list cannot be used: names the place and what is wrong with it."""

    def __init__(self, place: str, *, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A public key by its id: 32 raw bytes, X25519 for sealing or Ed25519 for signatures."""

    kid: str
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalKeys:
    """Whom to seal to (portal first, then escrow) and whose signatures to believe. `is_demo`: trial keys."""

    is_demo: bool
    sealing: tuple[PublicKey, ...]
    acknowledging: tuple[PublicKey, ...]

    def acknowledging_key(self, kid: str) -> bytes | None:
        """Return the raw Ed25519 key that signs answers under `kid`, or None."""
        return next((key.raw for key in self.acknowledging if key.kid == kid), None)


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
