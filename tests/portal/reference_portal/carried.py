"""Rows that came on a stick: what `kiosk outbox export` wrote, stored as if it had been sent.

For machines without a line, and for one that a portal put back no longer knows. The same row twice is one.
"""

import base64
import binascii
import hashlib
import json
from pathlib import Path

from tests.portal.reference_portal.app import ReferencePortal
from tests.portal.reference_portal.keeping import CannotKeep
from tests.portal.reference_portal.opening import signature_fits
from tests.portal.reference_portal.problems import Refusal
from tests.portal.reference_portal.requests import DossierRequest, MessageRequest, parsed
from tests.portal.reference_portal.storage import Conflict


def take(folder: Path, file: Path, *, database: str = "", unknown: bool = False) -> str:
    """Store the rows of `file`; `unknown`: also those no kiosk known here signed, on the operator's word."""
    try:
        lines = file.read_bytes().splitlines()
    except OSError as error:
        raise CannotKeep(f"{file}: {error.strerror}") from error
    portal = ReferencePortal(folder, url=database)
    try:
        said = [_stored(portal, line, unknown=unknown) for line in lines]
    finally:
        portal.close()
    refused = [f"dòng {place}: {word}" for place, word in enumerate(said, 1) if word not in {"new", "known"}]
    counts = f"{said.count('new')} phiếu, lời nhắn mới; {said.count('known')} đã có"
    return "\n".join([f"{counts}; {len(refused)} không nhận.", *refused])


def _stored(portal: ReferencePortal, line: bytes, *, unknown: bool) -> str:
    """Return `new`, `known`, or why this row is not taken; the next one is."""
    try:
        said = json.loads(line)
        body = base64.b64decode(said["body"], validate=True)
        payload = json.loads(body)
        header = payload["header"]
    except (ValueError, KeyError, TypeError, binascii.Error):
        return "không đọc được"
    if hashlib.sha256(body).hexdigest() != said.get("sha256"):
        return "đã bị thay đổi"
    try:
        parsed(body, MessageRequest if "message_id" in header else DossierRequest)
    except Refusal:
        return "không đúng mẫu"
    owner = _owner(portal, payload)
    if owner is None and not unknown:
        return "không máy nào ở đây ký; thêm --unknown nếu biết rõ nguồn"
    where = (owner.kiosk_id, owner.point) if owner is not None else ("",)
    try:
        if "message_id" in header:
            row, known = portal.protocol.messages.store(header, body, *where)
            portal.protocol.withdrawals.settle(row.topic)
        else:
            row, known = portal.storage.store(header, body, *where)
            portal.protocol.withdrawals.settle(row.dossier_id)
    except Conflict:
        return "mã đã dùng với nội dung khác"
    return "known" if known else "new"


def _owner(portal: ReferencePortal, payload: dict):
    fleet = portal.protocol.fleet
    for kiosk in fleet.kiosks():
        keys = fleet.keys(kiosk.kiosk_id, for_token=False)
        if any(signature_fits(payload, base64.b64decode(key)) for key in keys):
            return kiosk
    return None
