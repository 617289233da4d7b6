"""What separates two catalogue versions, as entries staff look through one after the other."""

from dataclasses import dataclass

from kiosk.domain.catalogue import CatalogueDiff, FieldChange, ProcedureChange
from kiosk.domain.catalogue_labels import field_label
from ui.facts import bare_name
from ui.reading import shortened

SEEN_ONE_BY_ONE = 40
"""So many entries are looked at before approval; of more, the ones that matter most come first."""
_FIRST = ("fee", "duration", "time", "methods", "papers", "where")
_LETTERS = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One procedure that is `added`, `changed`, `removed`, or contradicts our own words (`clash`)."""

    code: str
    kind: str
    name: str
    changes: tuple[FieldChange, ...] = ()

    def main_change(self) -> FieldChange | None:
        """The change people feel most: money and time first."""
        return min(self.changes, key=_weight, default=None)


def entries_of(diff: CatalogueDiff) -> tuple[Entry, ...]:
    """Return all entries: contradictions and removals first, then what changed, then what is new."""
    return (
        *(_changed(change, "clash") for change in diff.contradictions),
        *(Entry(code=code, kind="removed", name=bare_name(name)) for code, name in diff.removed),
        *sorted((_changed(change, "changed") for change in diff.changed), key=_entry_weight),
        *(Entry(code=code, kind="added", name=bare_name(name)) for code, name in diff.added),
    )


def one_line(text: str) -> str:
    """Return a value short enough to compare at a glance; the page of the procedure shows it whole."""
    return shortened(" ".join(text.split()), _LETTERS)


def change_title(entry: Entry, language: str) -> str:
    """Return "Đăng ký thường trú: Lệ phí, thêm 2 mục"."""
    main = entry.main_change()
    name = shortened(entry.name, 70)
    return f"{name}: {field_label(main.field, language)}" if main is not None else name


def _changed(change: ProcedureChange, kind: str) -> Entry:
    return Entry(code=change.code, kind=kind, name=bare_name(change.name), changes=change.changes)


def _weight(change: FieldChange) -> int:
    name = change.field.rpartition(".")[2]
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _entry_weight(entry: Entry) -> tuple[int, str]:
    main = entry.main_change()
    return (_weight(main) if main is not None else len(_FIRST), entry.name)
