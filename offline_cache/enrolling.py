"""Enrolling this machine: the portal's answer becomes its identity, the QR's root its trust in updates."""

from pathlib import Path

from kiosk.domain.enrolment import EnrolmentTicket, KioskIdentity
from kiosk.ports.vault import PortalKeys
from kiosk.services.enrol import enrol
from offline_cache.kiosk_identity import IdentityFile
from offline_cache.portal_client import HttpPortal
from offline_cache.sealing import DeviceKey
from offline_cache.storage_errors import translated

_NO_KEYS = PortalKeys(is_demo=False, sealing=(), acknowledging=())


def enrol_here(home: Path, ticket: EnrolmentTicket, *, demo_root: bytes) -> KioskIdentity:
    """Return who this machine is now; safe to repeat after a power cut.

    Raises EnrolmentRefused, PortalError, KeysUnusable, StorageError, UpdateRefused.
    """
    store = IdentityFile(home)
    portal = HttpPortal(ticket.url, keys=_NO_KEYS, device=DeviceKey(store.folder / "keys"))
    try:
        identity = enrol(ticket, portal, store)
    finally:
        portal.close()
    if ticket.root_sha256:
        _trust(home, ticket.root_sha256, demo_root)
    return identity


def _trust(home: Path, sha256: str, demo_root: bytes) -> None:
    from offline_cache.trust.anchor import pin_root  # 240 ms that the first screen does not need
    from offline_cache.trust.repository import UPDATES_FOLDER

    folder = home / UPDATES_FOLDER
    with translated(folder):
        pin_root(folder, sha256, demo_root=demo_root)
