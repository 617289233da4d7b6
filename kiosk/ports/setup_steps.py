"""Where the set-up's progress is kept, so that a power cut costs the step at work and no more."""

from typing import Protocol

from kiosk.domain.setup_steps import SetupProgress


class SetupStore(Protocol):
    """STAFF lane only."""

    def read(self) -> SetupProgress:
        """Return how far somebody has come; a file that cannot be believed counts as none."""
        ...

    def write(self, progress: SetupProgress) -> None:
        """Keep it, durably. Raises StorageFull, StorageBroken."""
        ...
