"""Writing facts out as JSON lines, the shape the JSON lines source reads: an export can be imported."""

import gzip
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from kiosk.domain.catalogue import FilingMethod, Procedure
from kiosk.ports.catalogue import CatalogueRejected


def export_json_lines(procedures: Iterable[Procedure], path: Path) -> int:
    """Write one procedure a line to `path`, by rename; return how many. Raises CatalogueRejected."""
    lines = [msgspec.json.encode(_row(procedure)) for procedure in procedures]
    body = b"\n".join(lines) + b"\n"
    staging = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # mtime 0: the same facts are the same bytes
        staging.write_bytes(gzip.compress(body, 6, mtime=0) if path.suffix == ".gz" else body)
        staging.replace(path)
    except OSError as error:
        staging.unlink(missing_ok=True)
        raise CatalogueRejected(
            path.name,
            line=0,
            field="file",
            value=str(path),
            reason=f"cannot be written: {error.strerror or error}",
        ) from error
    return len(lines)


def _row(procedure: Procedure) -> dict[str, Any]:
    return {
        "code": procedure.code,
        "name": procedure.name,
        "field": procedure.field,
        "detail": procedure.detail,
        "ward_served": procedure.ward_served,
        "applicants": procedure.applicants,
        "agency": procedure.agencies,
        "steps": procedure.steps,
        "methods": [_method(method) for method in procedure.methods],
        "documents": procedure.papers,
        "legal_basis": procedure.legal_basis,
        "result": [{"name": name} for name in procedure.results],
        "conditions": procedure.conditions,
        "issuer": procedure.issuer,
        "decision_no": procedure.decision_no,
        "decision_date": procedure.decision_date,
        "url": procedure.url,
        "taken_at": procedure.taken_at,
    }


def _method(method: FilingMethod) -> dict[str, Any]:
    return {
        "channel": method.channel,
        "duration_value": method.duration.value,
        "duration_unit": method.duration.unit,
        "duration_text": method.duration.text,
        "fee_kind": method.fee.kind,
        "fee_vnd": method.fee.amount_vnd,
        "fee_text": method.fee.text,
        "note": method.note,
    }
