"""Comparing procedures field by field, and official facts with the facts our plain texts rest on."""

import re
from collections.abc import Iterable
from dataclasses import fields as dataclass_fields

from kiosk.domain.catalogue import (
    CatalogueDiff,
    Detail,
    FieldChange,
    FilingMethod,
    PlainText,
    Procedure,
    ProcedureChange,
)
from kiosk.domain.local_facts import LocalFacts
from kiosk.domain.text_folding import fold
from offline_cache.catalogue_lines import amount_line, paper_line, shown

_SHOWN_LETTERS = 2000
_DECISION = re.compile(r"(\d+)\s*/\s*q", re.IGNORECASE)


def diff_procedures(
    before: Iterable[Procedure], after: Iterable[Procedure], *, names: tuple[str, str] = ("", "")
) -> CatalogueDiff:
    """Return what separates two lists of procedures; `names` are the versions' names."""
    old = {procedure.code: procedure for procedure in before}
    new = {procedure.code: procedure for procedure in after}
    changed = (
        ProcedureChange(code=code, name=new[code].name, changes=changes)
        for code in sorted(old.keys() & new.keys())
        if old[code] != new[code] and (changes := field_changes(old[code], new[code]))
    )
    return CatalogueDiff(
        before=names[0],
        after=names[1],
        added=tuple((code, new[code].name) for code in sorted(new.keys() - old.keys())),
        removed=tuple((code, old[code].name) for code in sorted(old.keys() - new.keys())),
        changed=tuple(changed),
    )


def field_changes(before: Procedure, after: Procedure) -> tuple[FieldChange, ...]:
    """Return the fields that differ, as text; the day the facts were taken is no change by itself.

    Our texts and the staff's are compared part by part (`texts.vi.fee`), of lists only the lines that differ
    are told.
    """
    found: list[FieldChange] = []
    for field in dataclass_fields(Procedure):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name == "taken_at" or old == new:
            continue
        if field.name == "texts":
            found += _text_changes(before, after)
        elif field.name == "local":
            found += _part_changes("local", old or LocalFacts(), new or LocalFacts())
        else:
            found.append(_change(field.name, old, new))
    return tuple(found)


def _text_changes(before: Procedure, after: Procedure) -> Iterable[FieldChange]:
    old, new = ({text.language: text for text in procedure.texts} for procedure in (before, after))
    for language in sorted(old.keys() | new.keys(), reverse=True):
        nothing = PlainText(language=language, name="", summary="")
        name = f"texts.{language}"
        yield from _part_changes(name, old.get(language, nothing), new.get(language, nothing))


def _part_changes(
    name: str, old: PlainText | LocalFacts, new: PlainText | LocalFacts
) -> Iterable[FieldChange]:
    for field in dataclass_fields(new):
        was, is_now = getattr(old, field.name), getattr(new, field.name)
        if was != is_now:
            yield _change(f"{name}.{field.name}", was, is_now)


def _change(field: str, old: object, new: object) -> FieldChange:
    if isinstance(old, tuple) and isinstance(new, tuple):
        gone, come = _lines_apart(tuple(map(shown, old)), tuple(map(shown, new)))
        return FieldChange(field=field, before=gone[:_SHOWN_LETTERS], after=come[:_SHOWN_LETTERS])
    return FieldChange(field=field, before=shown(old)[:_SHOWN_LETTERS], after=shown(new)[:_SHOWN_LETTERS])


def _lines_apart(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, str]:
    """Return the lines only one side has; both whole where only their order differs."""
    gone = [line for line in old if line not in new]
    come = [line for line in new if line not in old]
    if not gone and not come:
        gone, come = list(old), list(new)
    return "\n".join(gone), "\n".join(come)


def contradictions(facts: Iterable[Procedure], starter: Iterable[Procedure]) -> tuple[ProcedureChange, ...]:
    """Return where official facts no longer agree with what our plain texts rest on.

    Compared: fees, processing times, decision number, and papers our texts name. `before` is ours.
    """
    ours = {procedure.code: procedure for procedure in starter if procedure.detail is Detail.FULL}
    found = []
    for official in facts:
        own = ours.get(official.code)
        if own is None or official.detail is Detail.LIST:
            continue
        changes = (
            *_method_changes(own, official),
            *_decision_change(own, official),
            *_paper_changes(own, official),
        )
        if changes:
            found.append(ProcedureChange(code=official.code, name=own.name, changes=changes))
    return tuple(found)


def _method_changes(own: Procedure, official: Procedure) -> Iterable[FieldChange]:
    pairs = (
        ("fee", {amount_line(m.fee) for m in own.methods}, {amount_line(m.fee) for m in official.methods}),
        ("duration", _durations(own.methods), _durations(official.methods)),
    )
    for name, mine, theirs in pairs:
        if mine and theirs and not mine <= theirs:
            yield FieldChange(field=name, before="; ".join(sorted(mine)), after="; ".join(sorted(theirs)))


def _durations(methods: Iterable[FilingMethod]) -> set[str]:
    # The portal leaves many times without a unit: the number is what can be compared.
    return {f"{method.duration.value:g}" for method in methods if method.duration.value is not None}


def _decision_change(own: Procedure, official: Procedure) -> Iterable[FieldChange]:
    if (
        own.decision_no
        and official.decision_no
        and _decision(own.decision_no) != _decision(official.decision_no)
    ):
        yield FieldChange(field="decision_no", before=own.decision_no, after=official.decision_no)


def _decision(text: str) -> str:
    number = _DECISION.search(text)
    return number.group(1).lstrip("0") if number else fold(text)


def _paper_changes(own: Procedure, official: Procedure) -> Iterable[FieldChange]:
    names = [(fold(" ".join(paper.name.split())), paper) for paper in official.papers]
    for mine in own.papers:
        excerpt = fold(" ".join(mine.name.split()))
        matches = [paper for name, paper in names if excerpt in name]
        if not matches:
            yield FieldChange(field="papers", before=paper_line(mine), after="")
        elif all((paper.originals, paper.copies) != (mine.originals, mine.copies) for paper in matches):
            yield FieldChange(field="papers", before=paper_line(mine), after=paper_line(matches[0]))
