"""Checks the licences of what ships: every package of the lock names one that lets it go with the kiosk.

Exit codes: 0 all may · 1 some may not or name none, listed. Needs the environment of `make setup`.
"""

import re
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from sbom import licence_of

LOCK = Path(__file__).parents[1] / "requirements.lock"
# LGPL and MPL packages ship unchanged, as files of their own that can be replaced.
ALLOWED = re.compile(
    r"\b(apache|mit|bsd|isc|psf|python software|lgpl|mpl|mozilla public|hpnd|zlib|public domain)\b",
    re.IGNORECASE,
)
# What their licence files say, where the fields installers read say more or less.
KNOWN = {"qrcode": "BSD-3-Clause"}


def pinned(lock: str) -> list[str]:
    """Names of the packages a lock pins, with markers left out of account."""
    return re.findall(r"(?m)^([A-Za-z0-9._-]+)==", lock)


def may_ship(licence: str) -> bool:
    """Whether a licence, as a package names it, lets it ship. An offer of several needs one."""
    return any(_all_allowed(offer) for offer in re.split(r"\bOR\b", licence))


def _all_allowed(offer: str) -> bool:
    parts = [part for part in re.split(r"\bAND\b|;", offer) if part.strip()]
    return bool(parts) and all(ALLOWED.search(part) for part in parts)


def refused(names: Iterable[str]) -> list[str]:
    """Lines about installed packages that may not ship; those that are not installed here are left out."""
    lines = []
    for name in names:
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # pinned for another system
        licence = KNOWN.get(name.lower()) or licence_of(found)
        if not may_ship(licence):
            lines.append(f"{name} {found.version}: {licence or 'names no licence'}")
    return lines


if __name__ == "__main__":
    found = refused(pinned(LOCK.read_text("utf-8")))
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.exit(1 if found else 0)
