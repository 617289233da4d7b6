"""The library's updater, with one thing changed: expiry is judged by a time we name, not by the clock.

This is the only module that reaches into the library; its test fails when the library no longer listens.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Signed
from tuf.ngclient import Updater, UpdaterConfig

from offline_cache.trust.fetching import BoundedFetcher

LIMITS = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=8,
    root_max_length=512_000,
    timestamp_max_length=16_384,
    snapshot_max_length=256_000,
    targets_max_length=1_000_000,
)


class JudgedUpdater(Updater):
    """Verifies what `fetcher` brings from `base` against `root`, as if it were `moment` (UTC).

    Raises what the library raises: RepositoryError for `root` itself that is not sound.
    """

    def __init__(
        self, work: Path, base: str, *, fetcher: BoundedFetcher, root: bytes, moment: datetime
    ) -> None:
        super().__init__(
            metadata_dir=str(work),
            metadata_base_url=f"{base}metadata/",
            target_base_url=f"{base}targets/",
            fetcher=fetcher,
            config=LIMITS,
            bootstrap=root,
        )
        self._trusted_set.reference_time = moment

    @property
    def trusted(self) -> Mapping[str, Signed]:
        """Return what has been verified so far, by role; complete after `refresh`."""
        return self._trusted_set
