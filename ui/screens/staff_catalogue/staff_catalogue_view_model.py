"""P2, the catalogue: which version is in use, where a new one may come from, and how far it is."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.updates import problem_words
from kiosk.ports.scheduling import Timer
from kiosk.services.catalogue_desk import CatalogueWork
from ui.context import ScreenContext
from ui.dates import short_date
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LOOK_EVERY_MS = 500


@QmlElement
@QmlUncreatable("Made by the way")
class StaffCatalogueViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Sources as rows; while something is read, progress and a button that stops it."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._desk = self.services.staff.catalogue
        self._shown = False
        self._asks_back = False
        self._timer: Timer | None = None
        self._stop = self._desk.watch(self._told)
        self.paint()

    def arrive(self) -> None:
        self._shown = True
        self._desk.look()
        self._follow()
        self.paint()

    def leave(self) -> None:
        self._stop()
        self._desk.forget_last()
        if self._timer is not None:
            self._timer.stop()

    def words(self) -> PageWords:
        work = self._desk.work()
        note, line, kind = _said(work, self.services.language())
        busy = bool(work.step)
        return PageWords(
            title=translated("StaffCatalogue", "Dữ liệu thủ tục"),
            line=_in_use(work),
            icon="sync",
            note=note,
            note_line=line,
            note_kind=kind,
            primary=translated("StaffCatalogue", "Dừng lại") if busy and work.step != "apply" else "",
            primary_icon="close",
            secondary=self._back_words(work),
            secondary_icon="undo",
        )

    def make_rows(self) -> list[Row]:
        work = self._desk.work()
        if work.step:
            return []
        return [*self._waiting(work), *self._network(), *_sticks(work)]

    @Slot(str)
    def open(self, key: str) -> None:
        """A source was touched."""
        kind, _, about = key.partition(":")
        self._asks_back = False
        if kind == "network":
            self._desk.fetch(self._desk.address)
        elif kind == "signed":
            self._desk.fetch(about)
        elif kind == "file":
            self._desk.read_file(Path(about))
        elif kind == "staged":
            self._desk.compare(about)
        elif kind == "again":
            self._desk.look()

    @Slot()
    def primary(self) -> None:
        """Stop what is being read."""
        self._desk.cancel()

    @Slot()
    def secondary(self) -> None:
        """Go back to the version before: asked once more."""
        if self._asks_back:
            self._asks_back = False
            self._desk.roll_back()
        else:
            self._asks_back = True
            self.paint()

    def _back_words(self, work: CatalogueWork) -> str:
        if not work.may_go_back or work.step:
            return ""
        if self._asks_back:
            return translated("StaffCatalogue", "Chắc chắn, về bản trước")
        if work.previous is None:
            return translated("StaffCatalogue", "Về bản ban đầu")
        day = f"{work.previous.taken_at:%d/%m}"
        return translated("StaffCatalogue", "Về bản %1").replace("%1", day)

    def _told(self, work: CatalogueWork) -> None:
        self._follow()
        self.paint()
        if work.diff is not None and not work.step and self._shown:
            self._shown = False
            self.way.go("staff_diff")

    def _follow(self) -> None:
        """Look twice a second how far it is, while something is under way."""
        busy = bool(self._desk.work().step)
        if busy and self._timer is None:
            self._timer = self.services.scheduler.every(_LOOK_EVERY_MS, self.paint)
        elif not busy and self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _waiting(self, work: CatalogueWork) -> list[Row]:
        staged = next((entry for entry in work.versions if entry.state == "staged"), None)
        if staged is None:
            return []
        words = translated("StaffCatalogue", "Dữ liệu ngày %1")
        return [
            Row(
                key=f"staged:{staged.version}",
                title=translated("StaffCatalogue", "Xem bản đang chờ duyệt"),
                line=words.replace("%1", short_date(staged.taken_at)),
                icon="fact_check",
                pigment="amber",
            )
        ]

    def _network(self) -> list[Row]:
        if not self._desk.address:
            return []
        return [
            Row(
                key="network",
                title=translated("StaffCatalogue", "Lấy từ mạng"),
                line=translated("StaffCatalogue", "Bản thành phố đã ký"),
                icon="wifi",
                pigment="teal",
            )
        ]


def _sticks(work: CatalogueWork) -> list[Row]:
    rows: list[Row] = []
    for stick in work.sticks:
        named = translated("StaffCatalogue", "Thẻ USB %1").replace("%1", stick.name)
        if stick.signed is not None:
            rows.append(
                Row(
                    key=f"signed:{stick.signed}",
                    title=named,
                    line=translated("StaffCatalogue", "Bản thành phố đã ký"),
                    icon="usb",
                    pigment="jade",
                )
            )
        rows += [
            Row(
                key=f"file:{path}",
                title=path.name,
                line=translated("StaffCatalogue", "%1, tệp chưa ký").replace("%1", named),
                icon="description",
                pigment="stone",
            )
            for path in stick.files
        ]
    if not rows:
        rows.append(
            Row(
                key="again",
                title=translated("StaffCatalogue", "Tìm thẻ USB"),
                line=translated("StaffCatalogue", "Cắm thẻ vào máy rồi chạm vào đây."),
                icon="usb",
                pigment="stone",
            )
        )
    return rows


def _in_use(work: CatalogueWork) -> str:
    if work.live is None:
        return ""
    words = translated("StaffCatalogue", "Đang dùng bản %1, %2 thủ tục.")
    count = _thousands(work.live.procedures)
    return words.replace("%1", short_date(work.live.taken_at)).replace("%2", count)


def _said(work: CatalogueWork, language: str) -> tuple[str, str, str]:
    """Return title, line and kind of the banner."""
    if work.step:
        steps = {
            "fetch": translated("StaffCatalogue", "Đang lấy bản mới"),
            "read": translated("StaffCatalogue", "Đang đọc tệp"),
            "build": translated("StaffCatalogue", "Đang dựng bản mới"),
            "compare": translated("StaffCatalogue", "Đang so với bản đang dùng"),
            "apply": translated("StaffCatalogue", "Đang đổi bản"),
        }
        done = translated("StaffCatalogue", "%1 trong %2").replace("%1", _thousands(work.done))
        done = done.replace("%2", _thousands(work.every)) if work.every else ""
        return steps[work.step], done or translated("StaffCatalogue", "Bản đang dùng vẫn giữ nguyên."), "info"
    if work.problem is not None:
        return (
            translated("StaffCatalogue", "Không lấy bản này"),
            problem_words(work.problem, "en" if language == "en" else "vi"),
            "error",
        )
    if work.rejected:
        return (
            translated("StaffCatalogue", "Tệp này không đọc được"),
            translated("StaffCatalogue", "Bản đang dùng vẫn giữ nguyên. Xin tệp khác."),
            "error",
        )
    if work.applied:
        return (
            translated("StaffCatalogue", "Đã đổi bản"),
            translated("StaffCatalogue", "Lượt khách sau sẽ thấy bản này."),
            "success",
        )
    if work.nothing_new:
        return translated("StaffCatalogue", "Không có gì mới"), "", "success"
    return "", "", "info"


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
