"""T4, new software and what else the city signs: fetched here, looked through, installed by root's helper."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.updates import CATALOGUE, SOFTWARE, problem_words
from kiosk.ports.scheduling import Timer
from kiosk.ports.sticks import Stick
from kiosk.services.update_desk import Releases, Taken, Wish
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_LOOK_EVERY_MS = 1000
_SETTINGS = "settings.toml"
_INSTALL, _BACK, _FILES, _DATA, _NETWORK = "install", "back", "files", "data", "network"
_MB = 1_000_000


@QmlElement
@QmlUncreatable("Made by the way")
class TechUpdateViewModel(RowsPageViewModel):  # type: ignore[operator]
    """Says what was verified and what the helper answered; never that something is installed before it is."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._desk = self.services.staff.updates
        self._sticks: tuple[Stick, ...] = ()
        self._releases = Releases()
        self._taken: Taken | None = None
        self._sure, self._asked = "", ""
        self._bytes = 0
        self._timer: Timer | None = None
        self._gone = False
        self.paint()

    def arrive(self) -> None:
        self._taken = self._desk.last
        if self._desk.fetching:
            self._follow()
        self._look()

    def leave(self) -> None:
        self._gone = True
        self._rest()

    def words(self) -> PageWords:
        note, line, kind = self._told()
        fetching = self._desk.fetching
        return PageWords(
            title=translated("TechUpdate", "Cập nhật phần mềm"),
            line=translated("TechUpdate", "Đang dùng bản %1").replace("%1", self._desk.version),
            icon="system_update_alt",
            pigment="stone",
            note=note,
            note_line=line,
            note_kind=kind,
            primary=translated("TechUpdate", "Dừng lại")
            if fetching
            else translated("TechUpdate", "Tìm lại thẻ USB"),
            primary_icon="close" if fetching else "refresh",
        )

    def make_rows(self) -> list[Row]:
        if self._desk.fetching:
            return []
        return [*self._to_install(), *self._sources(), *self._elsewhere()]

    @Slot(str)
    def open(self, key: str) -> None:
        """Fetch, install, go back, or look elsewhere; what changes the software is asked once more."""
        if key == _FILES:
            self.way.go("tech_config")
        elif key == _DATA:
            self.way.start("staff_catalogue")
        elif key in {_INSTALL, _BACK}:
            self._wish(key)
        else:
            self._fetch(self._desk.address if key == _NETWORK else key)

    @Slot()
    def primary(self) -> None:
        """Stop the fetch, or look for sticks again."""
        if self._desk.fetching:
            self._desk.cancel()
        else:
            self._look()

    def _to_install(self) -> list[Row]:
        kept, rows = self._releases.kept, []
        if kept:
            sure = translated("TechUpdate", "Chắc chắn, cài bản %1")
            install = translated("TechUpdate", "Cài bản %1")
            words = sure if self._sure == _INSTALL else install
            rows.append(
                Row(
                    key=_INSTALL,
                    title=words.replace("%1", kept),
                    line=translated("TechUpdate", "Máy tự khởi động lại, hỏng thì tự về"),
                    icon="download",
                    pigment="amber" if self._sure == _INSTALL else "jade",
                )
            )
        if self._releases.may_go_back:
            sure = translated("TechUpdate", "Chắc chắn, về bản trước")
            rows.append(
                Row(
                    key=_BACK,
                    title=sure if self._sure == _BACK else translated("TechUpdate", "Về bản trước"),
                    line=translated("TechUpdate", "Máy tự khởi động lại"),
                    icon="undo",
                    pigment="amber" if self._sure == _BACK else "stone",
                )
            )
        return rows

    def _sources(self) -> list[Row]:
        signed = translated("TechUpdate", "Bản thành phố đã ký")
        rows = []
        if self._desk.address:
            network = translated("TechUpdate", "Lấy từ mạng")
            rows.append(Row(key=_NETWORK, title=network, line=signed, icon="wifi", pigment="teal"))
        named = translated("TechUpdate", "Thẻ USB %1")
        rows += [
            Row(
                key=str(stick.signed),
                title=named.replace("%1", stick.name),
                line=signed,
                icon="usb",
                pigment="jade",
            )
            for stick in self._sticks
        ]
        return rows

    def _elsewhere(self) -> list[Row]:
        rows = [
            Row(
                key=_FILES,
                title=translated("TechUpdate", "Cài đặt cho nhiều máy"),
                line=translated("TechUpdate", "Chép ra, nhận vào, về bản trước"),
                icon="instant_mix",
                pigment="stone",
            )
        ]
        if self._taken is not None and any(name.startswith(CATALOGUE) for name in self._taken.new):
            rows.insert(
                0,
                Row(
                    key=_DATA,
                    title=translated("TechUpdate", "Dữ liệu mới chờ duyệt"),
                    line=translated("TechUpdate", "Xem thay đổi rồi duyệt"),
                    icon="sync",
                    pigment="jade",
                ),
            )
        return rows

    def _fetch(self, origin: str) -> None:
        if self._desk.fetching:
            return
        self._taken, self._bytes, self._sure, self._asked = None, 0, "", ""
        self._desk.take(origin, self._came)
        self._follow()
        self.paint()

    def _wish(self, key: str) -> None:
        if not self._releases.has_helper:
            self._asked = "no_helper"
        elif self._sure != key:
            self._sure = key
        else:
            self._sure = ""
            self._desk.ask(Wish(key), self._releases.kept if key == _INSTALL else "", self._wished)
        self.paint()

    def _look(self) -> None:
        self._desk.sticks(self._know)
        self._desk.look(self._know_releases)

    def _follow(self) -> None:
        """Look once a second how far the fetch is, also one that an earlier visit of this page began."""
        if self._timer is None:
            self._timer = self.services.scheduler.every(_LOOK_EVERY_MS, self._measure)

    def _measure(self) -> None:
        if self._desk.fetching:
            self._desk.fetched(self._moved)
        elif self._desk.last is not None:
            self._came(self._desk.last)

    def _moved(self, size_bytes: int) -> None:
        if not self._gone and self._desk.fetching:
            self._bytes = size_bytes
            self.paint()

    def _know(self, sticks: tuple[Stick, ...]) -> None:
        if not self._gone:
            self._sticks = sticks
            self.paint()

    def _know_releases(self, releases: Releases) -> None:
        if not self._gone:
            self._releases = releases
            self.paint()

    def _wished(self, written: bool) -> None:
        if not self._gone:
            self._asked = "asked" if written else "unwritten"
            self.paint()

    def _came(self, taken: Taken) -> None:
        self._rest()
        if not self._gone:
            self._taken = taken
            self._look()
            self.paint()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _told(self) -> tuple[str, str, str]:
        """Return title, line and kind of the banner."""
        if self._desk.fetching:
            size = f"{self._bytes / _MB:.1f}".replace(".", ",")
            came = translated("TechUpdate", "Đã nhận %1 MB. Bản đang dùng giữ nguyên.")
            return translated("TechUpdate", "Đang lấy và kiểm chữ ký"), came.replace("%1", size), "info"
        if self._asked:
            return self._told_wish()
        if self._taken is None:
            return self._told_nothing()
        if self._taken.stopped:
            kept = translated("TechUpdate", "Bản đang dùng giữ nguyên.")
            return translated("TechUpdate", "Đã dừng"), kept, "info"
        if self._taken.problem is not None:
            language = "en" if self.services.language() == "en" else "vi"
            refused = translated("TechUpdate", "Không lấy bản này")
            return refused, problem_words(self._taken.problem, language), "error"
        return self._told_new(self._taken.new)

    def _told_new(self, new: tuple[str, ...]) -> tuple[str, str, str]:
        software = [name for name in new if name.startswith(SOFTWARE)]
        if software:
            words = translated("TechUpdate", "Đã kiểm chữ ký: %1").replace("%1", ", ".join(software))
            return words, translated("TechUpdate", "Chưa cài. Chạm vào dòng để cài."), "success"
        if any(name.startswith(_SETTINGS) for name in new):
            title = translated("TechUpdate", "Có cài đặt mới của thành phố")
            return title, translated("TechUpdate", "Mở Cài đặt cho nhiều máy để xem."), "success"
        if new:
            return translated("TechUpdate", "Đã kiểm chữ ký và giữ lại"), ", ".join(new), "success"
        return translated("TechUpdate", "Không có gì mới"), "", "success"

    def _told_wish(self) -> tuple[str, str, str]:
        words = {
            "asked": (
                translated("TechUpdate", "Đã nhờ máy cài"),
                translated("TechUpdate", "Máy khởi động lại trong một phút."),
                "success",
            ),
            "unwritten": (
                translated("TechUpdate", "Chưa ghi được vào ổ đĩa"),
                translated("TechUpdate", "Dọn ổ đĩa rồi làm lại."),
                "error",
            ),
        }
        none = (
            translated("TechUpdate", "Máy này không có trình cài"),
            translated("TechUpdate", "Chỉ máy cài từ gói .deb mới có."),
            "warning",
        )
        return words.get(self._asked, none)

    def _told_nothing(self) -> tuple[str, str, str]:
        if self._releases.answer:
            said = translated("TechUpdate", "Trình cài trả lời lần trước")
            return said, self._releases.answer, "info"
        if self._sticks or self._desk.address:
            return "", "", "info"
        line = translated("TechUpdate", "Cắm thẻ có thư mục kiosk-update.")
        return translated("TechUpdate", "Chưa thấy thẻ USB"), line, "info"
