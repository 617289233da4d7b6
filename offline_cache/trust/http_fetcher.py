"""The signed repository over HTTP(S): deadlines on everything, no redirects, no hidden retries."""

from collections.abc import Iterator
from pathlib import Path

import requests
import urllib3
from tuf.api.exceptions import DownloadHTTPError, SlowRetrievalError

from kiosk.domain.updates import UpdateProblem
from offline_cache.trust.fetching import BoundedFetcher, FetchFailed, Patience
from offline_cache.trust.hurried_adapter import HurriedAdapter

_CHUNK_BYTES = 64 * 1024
_OK = 200


class HttpFetcher(BoundedFetcher):
    """Fetches with one session; `proxy` is an address or empty, the environment's is never used."""

    def __init__(self, staging: Path, patience: Patience, *, proxy: str = "") -> None:
        super().__init__(staging, patience)
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy set in the environment would see every request
        self._session.headers = {"Accept-Encoding": "identity", "User-Agent": "kiosk"}
        self._session.proxies = {"http": proxy, "https": proxy} if proxy else {}
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HurriedAdapter(self.left_s))

    def close(self) -> None:
        """Close idle connections."""
        self._session.close()

    def _fetch(self, url: str) -> Iterator[bytes]:
        place = url.rpartition("/")[2]
        try:
            with self._session.get(
                url,
                timeout=(self.patience.connect_s, self.patience.read_s),
                allow_redirects=False,
                stream=True,
            ) as response:
                if response.status_code != _OK:
                    raise DownloadHTTPError(f"{place}: HTTP {response.status_code}", response.status_code)
                # read1: a part as it comes; read would wait for a full chunk, a byte at a time if need be
                while part := response.raw.read1(_CHUNK_BYTES, decode_content=False):
                    yield part
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            if self.left_s() <= 0:
                raise SlowRetrievalError(f"{place} came too slowly") from error
            # The reason without the address: requests repeats the whole URL in its texts.
            raise FetchFailed(UpdateProblem.UNREACHABLE, place, type(error).__name__) from error
