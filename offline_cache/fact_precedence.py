"""Which facts win when two sources speak of one procedure (catalogue.md §4.3).

Newest portal detail before texts of a detail (Word export) before lines of a list. A list never empties what
a detail filled, an abridged list changes nothing, and a name cut off with "…" is never taken for another.
"""

from collections.abc import Iterable
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
# What lists know and a detail sometimes leaves empty although somebody does it.
_IN_LISTS = ("field", "agencies", "applicants", "issuer")
_CUT_OFF = ("…", "...")


def preferred(known: Procedure | None, arrived: Procedure, *, only_fills: bool = False) -> Procedure:
    """Return the facts after `arrived` came; `only_fills` for a source that may add, but change nothing.

    A withdrawal is taken back by a detail the portal changed later, or by `withdrawn`; never by a list of
    which nobody knows the day.
    """
    if known is None:
        return arrived
    after = _filled(known, arrived) if only_fills else _chosen(known, arrived)
    if only_fills:
        # That one commune serves it does not make it a ward's everywhere.
        after = replace(after, ward_served=known.ward_served)
    if known.withdrawn_at and not after.withdrawn_at and not _changed_since(arrived, known.withdrawn_at):
        after = replace(after, withdrawn_at=known.withdrawn_at)
    return after


def _chosen(known: Procedure, arrived: Procedure) -> Procedure:
    if arrived.detail is Detail.LIST and known.detail is Detail.FULL:
        return _filled(known, arrived)
    if arrived.detail is Detail.FULL and known.detail is Detail.FULL and _outranks(known, arrived):
        return _filled(known, arrived)
    if arrived.detail is Detail.FULL and arrived.portal_updated is not None:
        served = arrived.ward_served if arrived.agencies else known.ward_served
        return replace(_filled(arrived, known, only=_IN_LISTS), ward_served=served)
    renewed = _filled(arrived, known)
    return replace(renewed, name=known.name) if arrived.name.endswith(_CUT_OFF) else renewed


def _changed_since(arrived: Procedure, day: date) -> bool:
    return arrived.portal_updated is not None and arrived.portal_updated.date() > day


def _outranks(known: Procedure, arrived: Procedure) -> bool:
    """True where `known` is a detail of the portal, and `arrived` is none or an older one."""
    if known.portal_updated is None:
        return False
    return arrived.portal_updated is None or arrived.portal_updated < known.portal_updated


def _filled(base: Procedure, other: Procedure, *, only: Iterable[str] = _FILLABLE) -> Procedure:
    """Return `base` with what it leaves empty of the fields `only` taken from `other`."""
    found = {
        name: getattr(other, name)
        for name in only
        if getattr(base, name) == _FILLABLE[name] and getattr(other, name) != _FILLABLE[name]
    }
    return replace(base, **found) if found else base


def withdrawn(known: dict[str, Procedure], whole: WholeList) -> dict[str, Procedure]:
    """Return `known` with the day of withdrawal on what the whole list no longer names, off what it names.

    Withdrawn procedures are kept for a year, so that people who ask for one are told.
    """
    after = {}
    for code, procedure in known.items():
        is_older = procedure.withdrawn_at is not None and whole.day < procedure.withdrawn_at
        gone_on = procedure.withdrawn_at if is_older else _gone_on(procedure, whole)
        if gone_on is None or whole.day - gone_on <= KEPT_WITHDRAWN:
            kept = (
                procedure if gone_on == procedure.withdrawn_at else replace(procedure, withdrawn_at=gone_on)
            )
            after[code] = kept
    return after


def _gone_on(procedure: Procedure, whole: WholeList) -> date | None:
    return None if procedure.code in whole.codes else procedure.withdrawn_at or whole.day
