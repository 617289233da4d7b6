"""How old a procedure's facts are, on what they rest, and whether the procedure is still in force.

Figures for screens, slips and lists, decided in one place. Source: catalogue.md section 4, rule 5.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.catalogue import Procedure

OLD_AFTER_DAYS = 180
WITHDRAWN_SHOWN_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """`age_days` since the facts were taken, None where no day is known; `is_old` beyond half a year.

    `decision_no` and `decision_date` name the decision the facts rest on. `withdrawn_at` is the day from
    which the procedure is no longer done (bãi bỏ), None while it is; `replaced_by` its successor's code.
    """

    taken_at: date | None
    age_days: int | None
    is_old: bool
    decision_no: str
    decision_date: date | None
    withdrawn_at: date | None = None
    replaced_by: str = ""


def freshness_of(procedure: Procedure, *, today: date, catalogue_taken_at: date | None = None) -> Freshness:
    """Return the freshness of `procedure` on `today`; the catalogue's day stands in where it has none.

    A day in the future (a clock set back) counts as today.
    """
    taken_at = procedure.taken_at or catalogue_taken_at
    age = max(0, (today - taken_at).days) if taken_at is not None else None
    return Freshness(
        taken_at=taken_at,
        age_days=age,
        is_old=age is not None and age > OLD_AFTER_DAYS,
        decision_no=procedure.decision_no,
        decision_date=procedure.decision_date,
        withdrawn_at=withdrawn_on(procedure, today),
        replaced_by=procedure.replaced_by,
    )


def withdrawn_on(procedure: Procedure, today: date) -> date | None:
    """Return the day from which the procedure is no longer done (withdrawn, or run out), None while it is."""
    days = [day for day in (procedure.withdrawn_at, procedure.expires_on) if day and day <= today]
    return min(days, default=None)


def forgotten_on(procedure: Procedure) -> date | None:
    """Return the day from which a withdrawn procedure is no longer found; None while it is in force."""
    withdrawn = procedure.withdrawn_at
    return None if withdrawn is None else withdrawn + timedelta(days=WITHDRAWN_SHOWN_DAYS)


def withdrawal_notice(procedure: Procedure, language: str) -> str:
    """Return "Bãi bỏ từ ngày 01/07/2026" for a withdrawn procedure, "" for any other."""
    if procedure.withdrawn_at is None:
        return ""
    day = f"{procedure.withdrawn_at:%d/%m/%Y}"
    return f"Withdrawn since {day}" if language == "en" else f"Bãi bỏ từ ngày {day}"
