"""What fetching from a network and from a folder have in common: limits on size, time and place.

The library asks for a file and names its greatest length; a file that is larger, or comes slower than the
poorest line of a ward, is dropped while it is still coming.
"""

import tempfile
import time
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tuf.api.exceptions import DownloadError, DownloadLengthMismatchError, SlowRetrievalError
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.domain.updates import UpdateProblem


class FetchFailed(DownloadError):  # noqa: N818  an observation
    """A file did not come, with the reason as the kiosk names it."""

    def __init__(self, problem: UpdateProblem, place: str, reason: str) -> None:
        self.problem, self.place, self.reason = problem, place, reason
        super().__init__(f"{place}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds to connect, between two bytes and before a first byte must have come; then the slowest rate."""

    connect_s: float = 5.0
    read_s: float = 15.0
    first_s: float = 30.0
    slowest_bytes_per_s: float = 2_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedFile:
    """The metadata file asked for last, for explaining a refusal; empty where it did not come whole."""

    name: str
    content: bytes


class BoundedFetcher(FetcherInterface):
    """Fetches into `staging` within limits; `last` is the metadata file fetched last.

    Implementations yield a file's bytes in small parts and raise FetchFailed or DownloadHTTPError.
    """

    def __init__(self, staging: Path, patience: Patience) -> None:
        self._staging, self.patience = staging, patience
        self._begun_s, self._received = 0.0, 0
        self.last: FetchedFile | None = None

    @abstractmethod
    def _fetch(self, url: str) -> Iterator[bytes]:
        """Yield the parts of `url`."""

    def left_s(self) -> float:
        """Return how many seconds the file that is coming still has; negative when it is too slow."""
        allowed_s = self.patience.first_s + self._received / self.patience.slowest_bytes_per_s
        return self._begun_s + allowed_s - time.monotonic()

    @contextmanager
    def download_file(self, url: str, max_length: int) -> Iterator[IO[bytes]]:
        """Yield a nameless file with the bytes of `url`. Raises DownloadError; OSError of our own disk."""
        self._begun_s, self._received = time.monotonic(), 0
        with tempfile.TemporaryFile(dir=self._staging) as file:
            for part in self._fetch(url):
                self._received += len(part)
                if self._received > max_length:
                    raise DownloadLengthMismatchError(f"more than {max_length} bytes")
                if self.left_s() < 0:
                    raise SlowRetrievalError(f"{self._received} bytes came too slowly")
                file.write(part)
            file.seek(0)
            yield file

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """Return the bytes of a metadata file and remember them as `last`. Raises as `download_file`."""
        name = url.rpartition("/")[2]
        self.last = FetchedFile(name=name, content=b"")
        with self.download_file(url, max_length) as file:
            content = file.read()
        self.last = FetchedFile(name=name, content=content)
        return content
