"""Becoming a known kiosk: the one-time QR of the city, and what the portal made of this machine."""

import json
import re
from dataclasses import dataclass

CODE_SHAPE = re.compile(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}")
_URL_SHAPE = re.compile(r"(https://[^\s/]+|http://(127\.0\.0\.1|localhost|\[::1\]))(:\d{1,5})?(/[^\s]*)?")
_DIGEST_SHAPE = re.compile(r"[0-9a-f]{64}")
QR_BYTES_MAX = 600


class BadEnrolmentTicket(ValueError):  # noqa: N818  a refusal of what was scanned
    """What was scanned or typed cannot enrol: `part` is text, url, code or keys."""

    def __init__(self, part: str) -> None:
        self.part = part
        super().__init__(f"the enrolment code cannot be used: {part}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentTicket:
    """What the QR says. `keys_sha256` pins the portal's key list, `root_sha256` the root of signed updates.

    Both are empty for a code typed by hand: then the connection itself is all that proves the portal.
    """

    url: str
    code: str
    keys_sha256: str = ""
    root_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskIdentity:
    """Who this machine is since it was enrolled."""

    kiosk_id: str
    kiosk_no: int
    point_code: str
    point_name: str
    portal_url: str


def read_ticket(text: str, *, url: str = "") -> EnrolmentTicket:
    """Return the ticket of a scanned QR (JSON), or of a typed code with the settings' `url`.

    Plain http only reaches this machine itself. Raises BadEnrolmentTicket.
    """
    text = text.strip()
    if not text.startswith("{"):
        return _checked(EnrolmentTicket(url=url, code=text.upper()))
    if len(text.encode(errors="replace")) > QR_BYTES_MAX:
        raise BadEnrolmentTicket("text")
    try:
        found = json.loads(text)
    except ValueError as error:
        raise BadEnrolmentTicket("text") from error
    if found.get("handshake") != 1 or not all(isinstance(found.get(key, ""), str) for key in _TEXTS):
        raise BadEnrolmentTicket("text")
    return _checked(EnrolmentTicket(**{key: found.get(key, "") for key in _TEXTS}))


_TEXTS = ("url", "code", "keys_sha256", "root_sha256")


def _checked(ticket: EnrolmentTicket) -> EnrolmentTicket:
    if not _URL_SHAPE.fullmatch(ticket.url):
        raise BadEnrolmentTicket("url")
    if not CODE_SHAPE.fullmatch(ticket.code):
        raise BadEnrolmentTicket("code")
    if any(
        digest and not _DIGEST_SHAPE.fullmatch(digest) for digest in (ticket.keys_sha256, ticket.root_sha256)
    ):
        raise BadEnrolmentTicket("keys")
    return ticket
