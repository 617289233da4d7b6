"""T3, what another kiosk's settings would change here, setting by setting, before somebody takes them."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_GROUP, _LONGEST = 4, 60


@QmlElement
@QmlUncreatable("Made by the way")
class TechConfigDiffViewModel(RowsPageViewModel):  # type: ignore[operator]
    """The signature says which machine wrote the file; whether to believe it is for who looks."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._desk = self.services.staff.technicians.configuration
        self._refusal, self._gone = "", False
        self.paint()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        found = self._desk.shown
        count = len(found.changes) if found is not None else 0
        nothing = translated("TechConfigDiff", "Không có gì khác với máy này")
        title = translated("TechConfigDiff", "Sẽ đổi %1 cài đặt").replace("%1", str(count))
        refused = translated("TechConfigDiff", "Chưa dùng được cài đặt này")
        own = translated("TechConfigDiff", "Tên máy, màn hình, địa chỉ máy in giữ nguyên.")
        return PageWords(
            title=title if count else nothing,
            line=self._whose(),
            icon="instant_mix",
            pigment="stone",
            note=refused if self._refusal else self._signer(),
            note_line=self._refusal or own,
            note_kind="error" if self._refusal else "info",
            primary=translated("TechConfigDiff", "Dùng cài đặt này") if count else "",
            primary_icon="check",
            secondary=translated("TechConfigDiff", "Không dùng"),
            secondary_icon="close",
        )

    def make_rows(self) -> list[Row]:
        found = self._desk.shown
        none = translated("TechConfigDiff", "chưa đặt")
        return [
            Row(
                key=change.key,
                title=change.key,
                line=f"{_short(change.before) or none} → {_short(change.after) or none}",
                icon="edit",
            )
            for change in (found.changes if found is not None else ())
        ]

    @Slot()
    def primary(self) -> None:
        """Take them, in the name of who has entered."""
        self._desk.take(self._taken, self._refused)

    @Slot()
    def secondary(self) -> None:
        """Leave everything as it is."""
        self.way.back()

    def _whose(self) -> str:
        found = self._desk.shown
        if found is None or not found.signer:
            return ""
        words = translated("TechConfigDiff", "Của %1, máy %2, do %3 ghi.")
        return words.replace("%1", found.ward).replace("%2", found.kiosk).replace("%3", found.made_by)

    def _signer(self) -> str:
        found = self._desk.shown
        if found is None or not found.signer:
            return translated("TechConfigDiff", "Thành phố đã ký")
        starts = range(0, len(found.signer), _GROUP)
        key = " ".join(found.signer[start : start + _GROUP] for start in starts)
        return translated("TechConfigDiff", "Khoá của máy ghi: %1").replace("%1", key)

    def _taken(self) -> None:
        if not self._gone:
            self.way.back()

    def _refused(self, why: str) -> None:
        if not self._gone:
            self._refusal = why
            self.paint()


def _short(value: str) -> str:
    """Return a value as far as a row holds it: lists of tables may be a page long."""
    tidy = " ".join(value.split())
    return tidy if len(tidy) <= _LONGEST else tidy[:_LONGEST] + "…"
