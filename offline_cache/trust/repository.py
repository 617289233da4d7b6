"""The city's signed repository as one kiosk sees it: look, verify, keep; the TrustedUpdates port."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import msgspec
from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.api.serialization import DeserializationError

from kiosk.domain.updates import (
    SOFTWARE,
    UPDATE_KINDS,
    Delivery,
    JudgedTime,
    SignedFile,
    TrustState,
    UpdateKind,
    UpdateProblem,
    judged_time,
)
from kiosk.ports.clock import Clock
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.mark_file import write_durably
from offline_cache.trust.anchor import (
    FIRST_ROOT_NAME,
    Anchor,
    demo_anchor,
    fetch_root,
    pinned_anchor,
    public_keys,
    read_pin,
)
from offline_cache.trust.fetching import BoundedFetcher, Patience
from offline_cache.trust.folder_fetcher import BASE, FolderFetcher
from offline_cache.trust.http_fetcher import HttpFetcher
from offline_cache.trust.judged_updater import JudgedUpdater
from offline_cache.trust.reasons import Trusted, refusal
from offline_cache.trust.trust_folder import TrustFolder

UPDATES_FOLDER, DEMO_FOLDER = "updates", "demo"
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+~_-]{0,59}")
_ROLES = (Root.type, Timestamp.type, Snapshot.type, Targets.type)


def signed_repository(
    home: Path,
    *,
    demo: bool,
    demo_root: bytes,
    clock: Clock,
    proxy: str = "",
    known_good: datetime | None = None,
) -> "SignedRepository":
    """Return the repository of this kiosk: the city's once a root is pinned under `home`, else the demo's.

    `demo` says whether trial keys may be trusted at all. Raises UpdateRefused for a damaged pin.
    """
    folder = home / UPDATES_FOLDER
    is_demo = demo and not read_pin(folder)
    return SignedRepository(
        home / DEMO_FOLDER / UPDATES_FOLDER if is_demo else folder,
        demo=is_demo,
        demo_root=demo_root,
        clock=clock,
        proxy=proxy,
        known_good=known_good,
    )


class SignedRepository:
    """Fetches from an address or a folder into `folder`; one process at a time, no thread of its own.

    `known_good` is a time somebody else vouches for, such as the portal's signed greeting (aware).
    """

    def __init__(
        self,
        folder: Path,
        *,
        demo: bool,
        demo_root: bytes,
        clock: Clock,
        proxy: str = "",
        patience: Patience | None = None,
        known_good: datetime | None = None,
    ) -> None:
        self._store, self._demo, self._demo_root = TrustFolder(folder), demo, demo_root
        self._clock, self._proxy, self._patience = clock, proxy, patience or Patience()
        self._known_good = known_good

    def fetch(self, origin: str, *, software: bool = False) -> Delivery:
        """Verify what `origin` holds and keep what is new. Raises UpdateRefused; what was kept stays."""
        with self._disk_told():
            anchor, judged = self._anchor(), self._judged()
        with self._disk_told(), self._store.held(), self._fetching(origin) as (fetcher, base):
            root = anchor.root or self._first_root(fetcher, base, anchor, judged)
            with self._verifying(fetcher, base, root, anchor, judged) as updater:
                return self._take(updater, judged, software=software)

    def path_of(self, name: str) -> Path | None:
        """Return the kept file of a target, or None: never taken, or its bytes are not those signed."""
        with self._disk_told():
            kept = self._store.kept()
        for file in kept.files:
            if file.name == name and self._store.has_file(name, file.sha256):
                return self._store.file_of(name, file.sha256)
        return None

    def unused(self, name: str) -> SignedFile | None:
        """Return the kept file of a target that nobody has marked as used yet, or None."""
        with self._disk_told():
            kept = self._store.kept()
        found = next((file for file in kept.files if file.name == name), None)
        return found if found is not None and kept.used.get(name) != found.sha256 else None

    def mark_used(self, file: SignedFile) -> None:
        """Remember that this file was put to use. Raises UpdateRefused: BUSY, NO_ROOM."""
        with self._disk_told(), self._store.held():
            kept = self._store.kept()
            self._store.keep(msgspec.structs.replace(kept, used={**kept.used, file.name: file.sha256}))

    def state(self) -> TrustState:
        """Return what is trusted and kept, without any network. Raises UpdateRefused: NOT_ENROLLED."""
        with self._disk_told():
            anchor, kept = self._anchor(), self._store.kept()
            verified = self._verified_before()
        timestamp = verified.get(Timestamp.type)
        return TrustState(
            is_demo=anchor.is_demo,
            root_sha256=anchor.sha256,
            editions=tuple((role, verified[role].version) for role in _ROLES if role in verified),
            signed_at=_signed_at(timestamp) if timestamp is not None else None,
            expires=timestamp.expires if timestamp is not None else None,
            known_good=kept.signed_at,
            kept=kept.files,
        )

    @contextmanager
    def _disk_told(self) -> Iterator[None]:
        """Tell what our own disk does; networks and sticks have told theirs before."""
        try:
            yield
        except OSError as error:
            raise UpdateRefused(
                UpdateProblem.NO_ROOM, place=self._store.folder.name, reason=str(error)
            ) from error

    def _judged(self) -> JudgedTime:
        times = [time for time in (self._store.kept().signed_at, self._known_good) if time is not None]
        return judged_time(self._clock.now().astimezone(UTC), max(times, default=None))

    def _anchor(self) -> Anchor:
        if self._demo:
            return demo_anchor(self._demo_root)
        return pinned_anchor(self._store.folder, demo_root=self._demo_root)

    @contextmanager
    def _fetching(self, origin: str) -> Iterator[tuple[BoundedFetcher, str]]:
        """Yield a fetcher and the base its names begin with, for an address or a folder."""
        if re.match(r"https?://", origin):
            online = HttpFetcher(self._store.incoming, self._patience, proxy=self._proxy)
            try:
                yield online, origin.rstrip("/") + "/"
            finally:
                online.close()
        else:
            yield FolderFetcher(Path(origin), self._store.incoming, self._patience), BASE

    def _first_root(self, fetcher: BoundedFetcher, base: str, anchor: Anchor, judged: JudgedTime) -> bytes:
        """Fetch the root named at enrolment and keep it. Raises UpdateRefused, OSError."""
        try:
            root = fetch_root(fetcher, f"{base}metadata/", anchor)
        except DownloadError as error:
            raise refusal(error, last=None, trusted={}, judged=judged) from error
        write_durably(self._store.folder / FIRST_ROOT_NAME, root)
        return root

    @contextmanager
    def _verifying(
        self, fetcher: BoundedFetcher, base: str, root: bytes, anchor: Anchor, judged: JudgedTime
    ) -> Iterator[JudgedUpdater]:
        """Yield an updater that has verified all metadata; keep what it verified, refused or not."""
        work = self._store.begin()
        trusted: Trusted = {}
        try:
            updater = JudgedUpdater(work, base, fetcher=fetcher, root=root, moment=judged.moment)
            trusted = updater.trusted
            try:
                updater.refresh()
            finally:
                _refuse_demo_keys(trusted, anchor)
                self._store.commit(work)
                self._remember(trusted)
            yield updater
            self._store.commit(work)  # delegations are fetched with the files they list
        except (RepositoryError, DownloadError) as error:
            raise refusal(error, last=fetcher.last, trusted=trusted, judged=judged) from error

    def _remember(self, trusted: Trusted) -> None:
        """Keep the latest time the city's timestamp keys vouch for; forget it when those keys changed."""
        kept = self._store.kept()
        signers = tuple(sorted(cast("Root", trusted[Root.type]).roles[Timestamp.type].keyids))
        times = [kept.signed_at] if kept.signed_at is not None and kept.signers == signers else []
        if Timestamp.type in trusted:
            signed_at = _signed_at(cast("Timestamp", trusted[Timestamp.type]))
            times += [signed_at] if signed_at is not None else []
        changed = msgspec.structs.replace(kept, signed_at=max(times, default=None), signers=signers)
        if changed != kept:
            self._store.keep(changed)

    def _take(self, updater: JudgedUpdater, judged: JudgedTime, *, software: bool) -> Delivery:
        """Fetch the files that are new; all of them are kept, or none."""
        kept = self._store.kept()
        before = {file.name: file for file in kept.files}
        look = _Look(updater, self._store, judged, self._clock.now().isoformat(timespec="seconds"))
        for kind in UPDATE_KINDS:
            if kind.always or software:
                look.at(kind, before.get(kind.name))
        withdrawn = {SOFTWARE} & set(look.absent)
        after = {**before, **{file.name: file for file in (*look.new, *look.unchanged)}}
        files = tuple(file for file in after.values() if file.name not in withdrawn)
        if files != kept.files:
            self._store.keep(msgspec.structs.replace(kept, files=files))
        return Delivery(
            new=tuple(look.new),
            unchanged=tuple(look.unchanged),
            absent=tuple(look.absent),
            judged=judged,
            expires=cast("Timestamp", updater.trusted[Timestamp.type]).expires,
        )

    def _verified_before(self) -> dict[str, Any]:
        folder = self._store.generation()
        found: dict[str, Any] = {}
        for role in _ROLES if folder is not None else ():
            with suppress(OSError, DeserializationError):
                found[role] = Metadata.from_bytes(_newest(cast("Path", folder), role).read_bytes()).signed
        return found


class _Look:
    """One look at the files a repository lists, after its metadata was verified."""

    def __init__(self, updater: JudgedUpdater, store: TrustFolder, judged: JudgedTime, taken_at: str) -> None:
        self._updater, self._store, self._judged, self._taken_at = updater, store, judged, taken_at
        self.new: list[SignedFile] = []
        self.unchanged: list[SignedFile] = []
        self.absent: list[str] = []

    def at(self, kind: UpdateKind, before: SignedFile | None) -> None:
        """Sort one kind into new (fetched and stored), unchanged or absent. Raises UpdateRefused, OSError."""
        info = self._updater.get_targetinfo(kind.name)
        if info is None:
            self.absent.append(kind.name)
            return
        file = self._described(kind, info)
        is_same = before is not None and before.sha256 == file.sha256
        if before is not None and is_same and self._store.has_file(file.name, file.sha256):
            self.unchanged.append(before)
            return
        if not self._store.has_file(file.name, file.sha256):
            self._download(info, file)
        self.new.append(file)

    def _described(self, kind: UpdateKind, info: TargetFile) -> SignedFile:
        sha256 = info.hashes.get("sha256", "")
        if not re.fullmatch(r"[0-9a-f]{64}", sha256):
            raise UpdateRefused(UpdateProblem.UNREADABLE, place=kind.name, reason="is listed without SHA-256")
        if info.length > kind.limit_bytes:
            raise UpdateRefused(
                UpdateProblem.TOO_LARGE,
                place=kind.name,
                reason=f"{info.length} bytes are listed, {kind.limit_bytes} are allowed",
            )
        edition = cast("Targets", self._updater.trusted[Targets.type]).version
        custom = info.custom.get("version", "") if isinstance(info.custom, dict) else ""
        is_sound = isinstance(custom, str) and _VERSION.fullmatch(custom)
        return SignedFile(
            name=kind.name,
            version=custom if is_sound else str(edition),
            edition=edition,
            sha256=sha256,
            size_bytes=info.length,
            taken_at=self._taken_at,
        )

    def _download(self, info: TargetFile, file: SignedFile) -> None:
        fetched = self._store.incoming / file.name
        try:
            self._updater.download_target(info, str(fetched))
        except (RepositoryError, DownloadError) as error:
            told = refusal(error, last=None, trusted=self._updater.trusted, judged=self._judged)
            raise UpdateRefused(told.problem, place=file.name, reason=told.reason) from error
        self._store.store_file(fetched, file.name, file.sha256)


def _refuse_demo_keys(trusted: Trusted, anchor: Anchor) -> None:
    """Raise UpdateRefused: DEMO_KEYS where the root or a delegation names a key that is never trusted."""
    named = set(public_keys(cast("Root", trusted[Root.type])))
    targets = cast("Targets | None", trusted.get(Targets.type))
    if targets is not None and targets.delegations is not None:
        named |= {str(key.keyval.get("public", "")) for key in targets.delegations.keys.values()}
    if named & anchor.refused_keys:
        raise UpdateRefused(UpdateProblem.DEMO_KEYS, place="root", reason="trial keys are named in it")


def _signed_at(timestamp: Timestamp) -> datetime | None:
    """Return when a timestamp says it was signed (our field `signed_at`), None where it does not."""
    said = timestamp.unrecognized_fields.get("signed_at")
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None or moment > timestamp.expires:
        return None
    return moment.astimezone(UTC)


def _newest(folder: Path, role: str) -> Path:
    if role != Root.type:
        return folder / f"{role}.json"
    roots = (folder / "root_history").glob("*.root.json")
    return max(roots, key=lambda path: int(path.name.partition(".")[0]), default=folder / "root.json")
