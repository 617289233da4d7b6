"""Signed content from the city: fetched, verified and kept, from the network and from a folder alike."""

from pathlib import Path
from typing import Protocol

from kiosk.domain.updates import Delivery, SignedFile, TrustState, UpdateProblem


class UpdateRefused(Exception):  # noqa: N818  a refusal, not a fault of ours
    """Nothing new was taken, what was kept stays. `place` names the file or role, `reason` what was seen."""

    def __init__(self, problem: UpdateProblem, *, place: str, reason: str) -> None:
        self.problem, self.place, self.reason = problem, place, reason
        super().__init__(f"{place}: {reason}")


class TrustedUpdates(Protocol):
    """The city's signed repository as this kiosk sees it; used in the NETWORK lane or its own process."""

    def fetch(self, origin: str, *, software: bool = False) -> Delivery:
        """Verify what `origin` holds (an http(s) address or a folder) and keep what is new.

        `software` takes the large software release too. Raises UpdateRefused and nothing else for what a
        network, a stick, a stranger or a full disk can do; what was kept before stays usable.
        """
        ...

    def path_of(self, name: str) -> Path | None:
        """Return the kept file of a target, or None: never taken, or its bytes are no longer those signed.

        Raises UpdateRefused, NO_ROOM, where our own disk cannot be read.
        """
        ...

    def unused(self, name: str) -> SignedFile | None:
        """Return the kept file of a target that nobody has marked as used yet, or None."""
        ...

    def mark_used(self, file: SignedFile) -> None:
        """Remember that this file was put to use, so that it is so only once. Raises UpdateRefused."""
        ...

    def state(self) -> TrustState:
        """Return what is trusted and kept, without any network. Raises UpdateRefused: NOT_ENROLLED."""
        ...
