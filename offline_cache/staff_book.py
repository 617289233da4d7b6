"""The persons of this machine: `staff/persons.json` in its home, PINs as argon2id, tries counted on disk.

Beside the outbox and not in it: who mends a damaged outbox must be able to enter.
Source of the hash's cost: argon2-cffi's default, RFC 9106 second profile (64 MiB, 3 passes, 4 lanes).
"""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import msgspec

from kiosk.domain.staff import (
    FREE_TRIES,
    PinLock,
    Role,
    StaffPerson,
    after_try,
    checked_name,
    checked_pin,
    counted_from_now,
    remaining_s,
)
from kiosk.ports.clock import Clock
from kiosk.ports.outbox import StorageBroken
from kiosk.ports.staff import StaffRefused, Tried
from offline_cache.proven_file import ProvenFile, alone

STAFF_FOLDER = "staff"
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class PinHashing(Protocol):
    """Makes and checks hashes of PINs, slowly."""

    def hash(self, pin: str) -> str:
        """Return a salted hash."""
        ...

    def matches(self, hashed: str, pin: str) -> bool:
        """Return whether `hashed` was made of `pin`."""
        ...


class Argon2Hashing:
    """argon2id, about 130 ms a PIN."""

    def hash(self, pin: str) -> str:
        """Return a salted hash."""
        from argon2 import PasswordHasher  # 34 ms that the first screen does not need

        return PasswordHasher().hash(pin)

    def matches(self, hashed: str, pin: str) -> bool:
        """Return whether `hashed` was made of `pin`. A hash that is none raises StorageBroken."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

        try:
            return PasswordHasher().verify(hashed, pin)
        except VerifyMismatchError:
            return False
        except (InvalidHashError, VerificationError) as error:
            raise StorageBroken(f"a PIN's hash cannot be used: {error}") from error


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    role: Role
    pin_hash: str
    lock: PinLock = PinLock()

    def person(self) -> StaffPerson:
        return StaffPerson(name=self.name, role=self.role)


class _Book(msgspec.Struct, frozen=True):
    entries: tuple[_Entry, ...] = ()


class StaffBookFile:
    """StaffBook in `home`. `boot` names this start of the machine: only its monotonic clock is believed."""

    def __init__(
        self,
        home: Path,
        clock: Clock,
        *,
        hashing: PinHashing | None = None,
        boot: Callable[[], str] | None = None,
    ) -> None:
        self.folder = home / STAFF_FOLDER
        self._file = ProvenFile(self.folder / "persons.json", _Book)
        self._clock, self._hashing = clock, hashing or Argon2Hashing()
        self._boot = boot or boot_id

    def persons(self) -> tuple[StaffPerson, ...]:
        """Return everybody in the order they were added. Raises StaffRefused (`damaged`)."""
        return tuple(entry.person() for entry in self._read())

    def add(self, name: str, role: Role, pin: str, *, first: bool = False) -> StaffPerson:
        """Add a person; `first` only into an empty book. Raises StaffRefused, PinRefused, NameRefused."""
        sound, hashed = checked_name(name), self._hashing.hash(checked_pin(pin))
        with alone(self.folder):
            entries = self._read()
            if first and entries:
                raise StaffRefused(sound, reason="not_first")
            if any(_same(entry.name, sound) for entry in entries):
                raise StaffRefused(sound, reason="taken")
            entry = _Entry(name=sound, role=role, pin_hash=hashed)
            self._file.write(_Book((*entries, entry)))
        return entry.person()

    def remove(self, name: str) -> StaffPerson:
        """Take a person out; never the last technician. Raises StaffRefused."""
        with alone(self.folder):
            entries = self._read()
            gone = _find(entries, name)
            others = tuple(entry for entry in entries if entry is not gone)
            if gone.role is Role.TECHNICIAN and all(entry.role is not Role.TECHNICIAN for entry in others):
                raise StaffRefused(gone.name, reason="last_technician")
            self._file.write(_Book(others))
        return gone.person()

    def reset(self, name: str, pin: str) -> StaffPerson:
        """Give a person another PIN and end the wait. Raises StaffRefused, PinRefused."""
        hashed = self._hashing.hash(checked_pin(pin))
        with alone(self.folder):
            entries = self._read()
            found = _find(entries, name)
            self._replace(entries, msgspec.structs.replace(found, pin_hash=hashed, lock=PinLock()))
        return found.person()

    def wait_s(self, name: str) -> float:
        """Return the seconds until this person's PIN may be tried. Raises StaffRefused."""
        with alone(self.folder):
            return self._wait_s(self._read(), name)

    def try_pin(self, name: str, pin: str) -> Tried:
        """Count a try durably, then look at the PIN: a plug pulled in between costs the try."""
        with alone(self.folder):
            entries = self._read()
            wait_s = self._wait_s(entries, name)
            if wait_s:
                return Tried(person=None, wait_s=wait_s)
            found = _find(entries, name)
            lock = after_try(found.lock, boot=self._boot(), now_s=self._clock.monotonic_s())
            self._replace(entries, msgspec.structs.replace(found, lock=lock))
        if self._hashing.matches(found.pin_hash, pin):
            self._forget_tries(found)
            return Tried(person=found.person())
        wait_s = remaining_s(lock, boot=lock.boot, now_s=lock.since_s)
        return Tried(person=None, wait_s=wait_s, tries_left=max(0, FREE_TRIES - lock.wrong))

    def _wait_s(self, entries: tuple[_Entry, ...], name: str) -> float:
        found, boot, now_s = _find(entries, name), self._boot(), self._clock.monotonic_s()
        lock = counted_from_now(found.lock, boot=boot, now_s=now_s)
        if lock != found.lock:
            self._replace(entries, msgspec.structs.replace(found, lock=lock))
        return remaining_s(lock, boot=boot, now_s=now_s)

    def _forget_tries(self, right: _Entry) -> None:
        with alone(self.folder):
            entries = self._read()
            found = _find(entries, right.name)
            if found.pin_hash == right.pin_hash:
                self._replace(entries, msgspec.structs.replace(found, lock=PinLock()))

    def _replace(self, entries: tuple[_Entry, ...], changed: _Entry) -> None:
        book = tuple(changed if entry.name == changed.name else entry for entry in entries)
        self._file.write(_Book(book))

    def _read(self) -> tuple[_Entry, ...]:
        try:
            book = self._file.read()
        except StorageBroken as error:
            raise StaffRefused(str(error), reason="damaged") from error
        return book.entries if book is not None else ()


def boot_id() -> str:
    """Return what names this start of the machine; where the system does not say, this process is its own."""
    try:
        return _BOOT_ID.read_text("ascii").strip()
    except OSError:
        return _THIS_PROCESS


_THIS_PROCESS = uuid.uuid4().hex


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _find(entries: tuple[_Entry, ...], name: str) -> _Entry:
    for entry in entries:
        if _same(entry.name, checked_name(name)):
            return entry
    raise StaffRefused(name, reason="unknown")
