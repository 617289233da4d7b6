"""T1, the network: what answers, how fast, and how far this machine's clock is off."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.self_check import CLOCK_OFFSET_ALLOWED_S
from kiosk.domain.setup_steps import SetupStep, StepState
from kiosk.services.network_desk import NetworkFound, Reach
from ui.context import ScreenContext
from ui.rows import Row
from ui.rows_page import PageWords, RowsPageViewModel
from ui.view_model import translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
_PIGMENTS = {Reach.GOOD: "jade", Reach.STRANGER: "rose", Reach.NOBODY: "rose", Reach.NOT_SET: "stone"}
_ADDRESSES = {"portal": "portal.url", "updates": "updates.url", "proxy": "updates.proxy"}


@QmlElement
@QmlUncreatable("Made by the way")
class TechNetworkViewModel(RowsPageViewModel):  # type: ignore[operator]
    """What a row tells is changed by touching it."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context)
        self._room = self.services.staff.technicians
        self._said: tuple[str, str] | None = None
        self._looking = self._gone = False
        self.paint()

    def arrive(self) -> None:
        self.paint()

    def leave(self) -> None:
        self._gone = True

    def words(self) -> PageWords:
        title, line = self._said or ("", "")
        looking = translated("TechNetwork", "Đang thử, mất đến 15 giây…")
        return PageWords(
            title=translated("TechNetwork", "Mạng và đồng hồ"),
            line=looking if self._looking else translated("TechNetwork", "Chạm vào dòng để đổi."),
            icon="lan",
            pigment="stone",
            note=title,
            note_line=line,
            primary=translated("TechNetwork", "Thử mạng"),
            primary_icon="network_check",
        )

    def make_rows(self) -> list[Row]:
        found = self._room.network.found
        written = self.services.staff.machine.written
        proxy = written.get("updates.proxy", self.services.staff.updates.proxy)
        none = translated("TechNetwork", "Không dùng")
        return [
            _own(found),
            _reached(
                "portal",
                translated("TechNetwork", "Cổng thành phố"),
                found.portal if found is not None else None,
                found.portal_ms if found is not None else 0,
            ),
            _reached(
                "updates",
                translated("TechNetwork", "Máy chủ cập nhật"),
                found.updates if found is not None else None,
                found.updates_ms if found is not None else 0,
            ),
            Row(
                key="proxy",
                title=translated("TechNetwork", "Proxy của máy chủ cập nhật"),
                line=proxy or none,
                icon="route",
                pigment="stone",
            ),
            _clock(found),
        ]

    @Slot(str)
    def open(self, key: str) -> None:
        """A row was touched: an address is typed, what is the system's has a page of its own."""
        if key in _ADDRESSES:
            self._said = None
            self.way.go("tech_address", key=_ADDRESSES[key])
            return
        self.way.go("tech_wire" if key == "own" else "tech_clock")

    @Slot()
    def primary(self) -> None:
        """Try everything."""
        if self._looking:
            return
        self._looking, self._said = True, None
        self.work(busy=True)
        self.paint()
        self._room.network.look(self._found)

    def _found(self, found: NetworkFound) -> None:
        good = found.portal is Reach.GOOD
        self._room.setup.mark(SetupStep.NETWORK, StepState.DONE, "good" if good else "")
        if self._gone:
            return
        self._looking = False
        if found.own and Reach.NOBODY in {found.portal, found.updates}:
            title = translated("TechNetwork", "Có địa chỉ không trả lời")
            todo = translated("TechNetwork", "Người quản trị gõ: kiosk-lobby-allow host và địa chỉ")
            self._said = (title, todo)
        self.work(busy=False)
        self.paint()


def _own(found: NetworkFound | None) -> Row:
    untried = translated("TechNetwork", "Chưa thử")
    none = translated("TechNetwork", "Chưa có mạng. Xem dây mạng.")
    has_one = found is not None and bool(found.own)
    return Row(
        key="own",
        title=translated("TechNetwork", "Địa chỉ của máy này"),
        line=untried if found is None else found.own or none,
        icon="lan",
        pigment="stone" if found is None else "jade" if has_one else "rose",
    )


def _reached(key: str, title: str, reach: Reach | None, took_ms: int) -> Row:
    words = {
        None: translated("TechNetwork", "Chưa thử"),
        Reach.NOT_SET: translated("TechNetwork", "Chưa đặt địa chỉ"),
        Reach.GOOD: translated("TechNetwork", "Trả lời sau %1 ms").replace("%1", str(took_ms)),
        Reach.STRANGER: translated("TechNetwork", "Có trả lời, nhưng không đúng máy"),
        Reach.NOBODY: translated("TechNetwork", "Không ai trả lời"),
    }
    pigment = _PIGMENTS[reach] if reach is not None else "stone"
    return Row(key=key, title=title, line=words[reach], icon="public", pigment=pigment)


def _clock(found: NetworkFound | None) -> Row:
    off_s = found.clock_off_s if found is not None else None
    if found is None or off_s is None:
        line = translated("TechNetwork", "Chưa có gì để so")
        pigment = "stone"
    else:
        signed = translated("TechNetwork", "Lệch %1 giây so với cổng, có chữ ký")
        unsigned = translated("TechNetwork", "Lệch %1 giây so với máy chủ, chưa ký")
        words = signed if found.clock_signed else unsigned
        line = words.replace("%1", f"{abs(off_s):.1f}".replace(".", ","))
        pigment = "jade" if abs(off_s) <= CLOCK_OFFSET_ALLOWED_S else "rose"
    title = translated("TechNetwork", "Đồng hồ")
    return Row(key="clock", title=title, line=line, icon="schedule", pigment=pigment)
