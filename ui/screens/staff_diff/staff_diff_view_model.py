"""P2, what a new version changes: each entry is seen before it may be approved."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import CatalogueDiff
from kiosk.services.catalogue_desk import CatalogueWork
from ui.catalogue_changes import SEEN_ONE_BY_ONE, Entry, change_title, entries_of, one_line
from ui.context import ScreenContext
from ui.dates import short_date
from ui.rows import Row, RowModel
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class StaffDiffViewModel(ViewModel):  # type: ignore[operator]
    """`shownUpTo` tells how far people have paged; an entry whose page was shown is seen."""

    textsChanged = Signal()
    seenChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._desk = self._services.staff.catalogue
        diff = self._desk.work().diff
        self._diff = diff if diff is not None else CatalogueDiff(before="", after="")
        self._entries = entries_of(self._diff)
        self._seen = 0
        self._rows = RowModel(self)
        self._stop = self._desk.watch(self._told)
        self.retranslate()

    def leave(self) -> None:
        self._stop()
        self._desk.put_away()

    def retranslate(self) -> None:
        super().retranslate()
        language = self._services.language()
        self._rows.replace([_row(number, entry, language) for number, entry in enumerate(self._entries)])
        self.seenChanged.emit()

    @Slot(int)
    def shownUpTo(self, last: int) -> None:
        """The entry numbered `last` (from 0) stands whole on the glass, and all before it did."""
        if last + 1 > self._seen:
            self._seen = min(last + 1, len(self._entries))
            self.seenChanged.emit()

    @Slot(str)
    def open(self, key: str) -> None:
        """Look at one procedure, field by field."""
        self._way.go("staff_change", number=int(key))

    @Slot()
    def apply(self) -> None:
        """Approve, in the name of who has entered."""
        if self._seen >= self._needed():
            self._desk.apply()

    @Slot()
    def later(self) -> None:
        """Leave the version for later."""
        self._way.back()

    def _told(self, work: CatalogueWork) -> None:
        self.seenChanged.emit()
        if work.applied or work.rejected:
            self._stop()
            self._way.back()

    def _needed(self) -> int:
        return min(len(self._entries), SEEN_ONE_BY_ONE)

    def _count(self, kind: str) -> int:
        return sum(entry.kind == kind for entry in self._entries)

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return translated("StaffDiff", "Duyệt dữ liệu mới")

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        versions = {entry.version: entry for entry in self._desk.work().versions}
        new, old = versions.get(self._diff.after), versions.get(self._diff.before)
        if new is None or old is None:
            return ""
        words = translated("StaffDiff", "Bản %1, đang dùng bản %2.")
        return words.replace("%1", short_date(new.taken_at)).replace("%2", short_date(old.taken_at))

    @Property(str, notify=textsChanged)
    def warning(self) -> str:
        """Why this version should be looked at twice, or empty."""
        if not self._diff.warnings:
            return ""
        return translated("StaffDiff", "Nhiều thủ tục mất hoặc thiếu. Hỏi thành phố trước.")

    @Property(int, constant=True)
    def added(self) -> int:
        return self._count("added")

    @Property(int, constant=True)
    def changed(self) -> int:
        return self._count("changed") + self._count("clash")

    @Property(int, constant=True)
    def removed(self) -> int:
        return self._count("removed")

    @Property(str, constant=True)
    def kept(self) -> str:
        """How many procedures stay as they are, or empty where that is not known."""
        live = self._desk.work().live
        if live is None:
            return ""
        changed = self._count("changed") + self._count("removed")
        return f"{max(0, live.procedures - changed):,}".replace(",", ".")

    @Property(str, notify=seenChanged)
    def unseen(self) -> str:
        left = len(self._entries) - self._seen
        return translated("StaffDiff", "còn %1 mục chưa xem").replace("%1", str(left)) if left else ""

    @Property(str, notify=seenChanged)
    def reason(self) -> str:
        """Why it cannot be approved yet, or empty."""
        if self._seen >= self._needed():
            return ""
        return translated("StaffDiff", "xem hết %1 mục trước").replace("%1", str(self._needed()))

    @Property(bool, notify=seenChanged)
    def busy(self) -> bool:
        return bool(self._desk.work().step)


def _row(number: int, entry: Entry, language: str) -> Row:
    main = entry.main_change()
    rest = len(entry.changes) - 1
    more = translated("StaffDiff", "và %1 mục khác").replace("%1", str(rest)) if rest > 0 else ""
    plain = {
        "added": translated("StaffDiff", "Thủ tục mới, mã %1"),
        "removed": translated("StaffDiff", "Không còn trong danh mục, mã %1"),
    }
    return Row(
        key=str(number),
        title=change_title(entry, language),
        pigment=entry.kind,
        icon={"added": "add", "removed": "remove", "clash": "warning"}.get(entry.kind, "edit"),
        note={
            "added": translated("StaffDiff", "Thêm"),
            "removed": translated("StaffDiff", "Bỏ"),
            "clash": translated("StaffDiff", "Lệch"),
        }.get(entry.kind, translated("StaffDiff", "Đổi")),
        line=one_line(main.before) if main is not None else "",
        marks=one_line(main.after) if main is not None else "",
        marked=main is not None,
        more=more if main is not None else plain[entry.kind].replace("%1", entry.code),
    )
