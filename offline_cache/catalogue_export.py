"""Writing facts out as JSON lines, the shape the JSON lines source reads: an export can be imported."""

import gzip
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from kiosk.domain.catalogue import FilingMethod, OnlineLevel, Procedure, ProcedureCase
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
    } | _said(
        {
            "levels": procedure.levels,
            "online_level": None if procedure.online_level is OnlineLevel.UNKNOWN else procedure.online_level,
            "non_territorial": procedure.non_territorial,
            "cases": [_case(case) for case in procedure.cases],
            "deciding_agencies": procedure.deciding_agencies,
            "coordinating_agencies": procedure.coordinating_agencies,
            "delegated_agencies": procedure.delegated_agencies,
            "return_ways": procedure.return_ways,
            "reception_address": procedure.reception_address,
            "procedure_type": procedure.procedure_type,
            "procedure_note": procedure.note,
            "keywords": procedure.keywords,
            "service_groups": procedure.service_groups,
            "effective_on": procedure.effective_on,
            "expires_on": procedure.expires_on,
            "withdrawn_at": procedure.withdrawn_at,
            "replaced_by": procedure.replaced_by,
            "portal_id": procedure.portal_id,
            "updated_at": _stamp_ms(procedure.portal_updated),
        }
    )


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is known: most records say nothing of most of it, and a line need not either."""
    return {key: value for key, value in values.items() if value not in (None, "", (), [])}


def _stamp_ms(stamp: datetime | None) -> int | None:
    return round(stamp.timestamp() * 1000) if stamp else None


def _case(case: ProcedureCase) -> dict[str, Any]:
    return {
        "name": case.name,
        "code": case.code,
        "duration_value": case.duration.value,
        "duration_unit": case.duration.unit,
        "duration_text": case.duration.text,
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
        "fee_type": method.fee.type,
        "fee_currency": method.fee.currency,
        "fee_file": method.fee.file,
        "note": method.note,
    }
