"""From what was observed to the reason a person is told: never by the wording of an error."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    SlowRetrievalError,
    UnsignedMetadataError,
)
from tuf.api.metadata import Metadata, Root, Signed, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError, SerializationError

from kiosk.domain.updates import JudgedTime, UpdateProblem
from kiosk.ports.trusted_updates import UpdateRefused
from offline_cache.trust.anchor import ABSENT
from offline_cache.trust.fetching import FetchedFile, FetchFailed

Trusted = Mapping[str, Signed]


def refusal(
    error: Exception, *, last: FetchedFile | None, trusted: Trusted, judged: JudgedTime
) -> UpdateRefused:
    """Return what is told about an error of the library, of the network or of the disk.

    `last` is the metadata file fetched last, `trusted` what had been verified until then.
    """
    place = last.name if last is not None else "update"
    if isinstance(error, FetchFailed):
        return UpdateRefused(error.problem, place=error.place, reason=error.reason)
    if isinstance(error, DownloadError):
        return UpdateRefused(_of_download(error), place=place, reason=str(error))
    if isinstance(error, RepositoryError):
        problem = _of_repository(error, last, trusted)
        reason = str(error)
        if problem is UpdateProblem.EXPIRED:
            reason += f", judged by {judged.moment:%Y-%m-%d} (clock: {judged.clock})"
        return UpdateRefused(problem, place=place, reason=reason)
    return UpdateRefused(UpdateProblem.NO_ROOM, place=place, reason=str(error))


def _of_download(error: DownloadError) -> UpdateProblem:
    if isinstance(error, DownloadLengthMismatchError):
        return UpdateProblem.TOO_LARGE
    if isinstance(error, SlowRetrievalError):
        return UpdateProblem.TOO_SLOW
    if isinstance(error, DownloadHTTPError) and error.status_code in ABSENT:
        return UpdateProblem.INCOMPLETE
    return UpdateProblem.UNREACHABLE


def _of_repository(error: RepositoryError, last: FetchedFile | None, trusted: Trusted) -> UpdateProblem:
    if isinstance(error, ExpiredMetadataError):
        return UpdateProblem.EXPIRED
    if isinstance(error, (DeserializationError, SerializationError)):
        return UpdateProblem.UNREADABLE
    if isinstance(error, UnsignedMetadataError):
        return _of_signatures(last, trusted)
    if isinstance(error, LengthOrHashMismatchError):
        return UpdateProblem.MIXED if _is_genuine(last, trusted) else UpdateProblem.CHANGED
    if isinstance(error, BadVersionNumberError):
        return _of_version(last, trusted)
    return UpdateProblem.MIXED


def _of_version(last: FetchedFile | None, trusted: Trusted) -> UpdateProblem:
    """Older than what was known is a rollback; another edition than the one announced is a mixture."""
    role = _role(last)
    if role == Timestamp.type:
        return UpdateProblem.ROLLED_BACK
    if role == Snapshot.type and last is not None and Timestamp.type in trusted:
        announced = cast("Timestamp", trusted[Timestamp.type]).snapshot_meta.version
        found = _parsed(last)
        if found is not None and found.signed.version == announced:
            return UpdateProblem.ROLLED_BACK
    return UpdateProblem.MIXED


def _of_signatures(last: FetchedFile | None, trusted: Trusted) -> UpdateProblem:
    """Some good signatures: too few. A listed key's bad signature: changed. No listed key: another's key."""
    found, delegator, role = _parsed(last), _delegator(last, trusted), _role(last)
    if found is None or delegator is None:
        return UpdateProblem.WRONG_KEY
    result = delegator.get_verification_result(role, found.signed_bytes, found.signatures)
    if result.signed:
        return UpdateProblem.TOO_FEW_SIGNATURES
    listed = set(result.unsigned)
    return UpdateProblem.CHANGED if listed & set(found.signatures) else UpdateProblem.WRONG_KEY


def _is_genuine(last: FetchedFile | None, trusted: Trusted) -> bool:
    """Whether a metadata file that does not fit was nevertheless signed by its role's keys."""
    found, delegator, role = _parsed(last), _delegator(last, trusted), _role(last)
    if found is None or delegator is None:
        return False
    return bool(delegator.get_verification_result(role, found.signed_bytes, found.signatures))


def _parsed(last: FetchedFile | None) -> Metadata[Any] | None:
    """Return the metadata, or None where it cannot be read or its signed bytes cannot be told."""
    if last is not None:
        with suppress(DeserializationError, SerializationError):
            found: Metadata[Any] = Metadata.from_bytes(last.content)
            return found if found.signed_bytes else None
    return None


def _role(last: FetchedFile | None) -> str:
    name = last.name.removesuffix(".json") if last is not None else ""
    edition, dot, role = name.partition(".")
    return role if dot and edition.isdecimal() else name


def _delegator(last: FetchedFile | None, trusted: Trusted) -> Root | Targets | None:
    role = _role(last)
    if role in {Root.type, Timestamp.type, Snapshot.type, Targets.type}:
        return cast("Root", trusted[Root.type]) if Root.type in trusted else None
    targets = cast("Targets | None", trusted.get(Targets.type))
    known = targets is not None and targets.delegations is not None and targets.delegations.roles
    return targets if known and role in known else None
