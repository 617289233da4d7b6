"""Which facts win when two sources speak of one procedure (catalogue.md §4.3).

Newest portal detail before texts of a detail (Word export) before lines of a list. A list never empties what
a detail filled, an abridged list changes nothing, and a name cut off with "…" is never taken for another.
"""

from dataclasses import MISSING, fields, replace
from datetime import date, timedelta
from typing import Any

from kiosk.domain.catalogue import Detail, Procedure
from offline_cache.sources.source import WholeList

KEPT_WITHDRAWN = timedelta(days=366)
_OWN = frozenset({"code", "name", "detail", "taken_at", "withdrawn_at", "replaced_by"})
_FILLABLE: dict[str, Any] = {
    field.name: "" if field.default is MISSING else field.default
    for field in fields(Procedure)
    if field.name not in _OWN
}
_CUT_OFF = ("…", "...")


def preferred(known: Procedure | None, arrived: Procedure, *, only_fills: bool = False) -> Procedure:
    """Return the facts after `arrived` came; `only_fills` for a source that may add, but change nothing."""
    if known is None:
        return arrived
    if only_fills:
        # That one commune serves it does not make it a ward's everywhere.
        return replace(_filled(known, arrived), ward_served=known.ward_served)
    if arrived.detail is Detail.LIST and known.detail is Detail.FULL:
        return _still_listed(_filled(known, arrived), arrived.taken_at)
    if arrived.detail is Detail.FULL and known.detail is Detail.FULL and _outranks(known, arrived):
        return _filled(known, arrived)
    if arrived.detail is Detail.FULL and arrived.portal_updated is not None:
        return arrived
    renewed = _filled(arrived, known)
    return replace(renewed, name=known.name) if arrived.name.endswith(_CUT_OFF) else renewed


def _outranks(known: Procedure, arrived: Procedure) -> bool:
    """True where `known` is a detail of the portal, and `arrived` is none or an older one."""
    if known.portal_updated is None:
        return False
    return arrived.portal_updated is None or arrived.portal_updated < known.portal_updated


def _filled(base: Procedure, other: Procedure) -> Procedure:
    """Return `base` with what it leaves empty taken from `other`."""
    found = {
        name: getattr(other, name)
        for name, empty in _FILLABLE.items()
        if getattr(base, name) == empty and getattr(other, name) != empty
    }
    return replace(base, **found) if found else base


def _still_listed(known: Procedure, seen_on: date | None) -> Procedure:
    """A list that names a withdrawn procedure on a later day takes the withdrawal back."""
    if known.withdrawn_at and seen_on and seen_on >= known.withdrawn_at:
        return replace(known, withdrawn_at=None)
    return known


def withdrawn(known: dict[str, Procedure], whole: WholeList) -> dict[str, Procedure]:
    """Return `known` with the day of withdrawal on what the whole list no longer names.

    Withdrawn procedures are kept for a year, so that people who ask for one are told.
    """
    after = {}
    for code, procedure in known.items():
        gone_on = procedure.withdrawn_at or (None if code in whole.codes else whole.day)
        if gone_on is None or whole.day - gone_on <= KEPT_WITHDRAWN:
            kept = (
                procedure if gone_on == procedure.withdrawn_at else replace(procedure, withdrawn_at=gone_on)
            )
            after[code] = kept
    return after
