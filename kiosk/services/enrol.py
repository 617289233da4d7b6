"""Enrolling: a one-time code and a key made here become a kiosk the portal knows."""

import hashlib
import hmac

from kiosk.domain.enrolment import EnrolmentTicket, KioskIdentity
from kiosk.ports.enrolment import EnrolmentStore, EnrolsAtPortal


class EnrolmentRefused(Exception):  # noqa: N818  a refusal
    """Not enrolled. `reason` is `wrong_portal` (its keys are not the QR's) or `already` (another kiosk)."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def enrol(ticket: EnrolmentTicket, portal: EnrolsAtPortal, store: EnrolmentStore) -> KioskIdentity:
    """Return who this machine is now; safe to repeat after a power cut. NETWORK lane or a command.

    Raises EnrolmentRefused, PortalError, KeysUnusable (trial keys), StorageError.
    """
    answer = portal.enrol(ticket.code)
    if ticket.keys_sha256 and not hmac.compare_digest(
        ticket.keys_sha256, hashlib.sha256(answer.keys).hexdigest()
    ):
        raise EnrolmentRefused("wrong_portal")
    if answer.kiosk_no == 0:  # the trial's number: its emergency range is everybody's
        raise EnrolmentRefused("wrong_portal")
    identity = KioskIdentity(
        kiosk_id=answer.kiosk_id,
        kiosk_no=answer.kiosk_no,
        point_code=answer.point_code,
        point_name=answer.point,
        portal_url=ticket.url,
    )
    known = store.identity()
    if known is not None and known != identity:
        raise EnrolmentRefused("already")
    store.save(identity, answer.keys)
    return identity
