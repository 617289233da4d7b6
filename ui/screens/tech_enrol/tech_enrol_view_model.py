"""T1, enrolment: the portal's one-time QR is scanned, or its code typed; then it knows this machine."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.enrolment import BadEnrolmentTicket, EnrolmentTicket, KioskIdentity, read_ticket
from kiosk.domain.setup_steps import SetupStep
from kiosk.services.network_desk import EnrolmentTrouble
from ui.context import ScreenContext
from ui.setup_way import went_through
from ui.view_model import ViewModel, translated

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""What a code is made of: nothing that looks like something else."""
_LETTERS_A_CODE, _GROUP = 8, 4


@QmlElement
@QmlUncreatable("Made by the way")
class TechEnrolViewModel(ViewModel):  # type: ignore[operator]
    """The QR says where the portal is and which keys it has; a typed code takes the settings' address."""

    textsChanged = Signal()
    codeChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._room, self._way = context.services.staff.technicians, context.way
        self._code, self._busy, self._gone = "", False, False
        self._fault: tuple[str, str] = ("", "")
        self._stop = context.services.scans.watch(self._scanned)

    def leave(self) -> None:
        self._gone, self._code = True, ""
        self._stop()

    def retranslate(self) -> None:
        super().retranslate()
        self._fault = ("", "")  # said again in the new language when it is tried again
        self.codeChanged.emit()

    @Slot(str)
    def letter(self, letter: str) -> None:
        """A key of the code."""
        if not self._busy and len(self._code) < _LETTERS_A_CODE:
            self._code += letter
            self._say("", "")

    @Slot()
    def backspace(self) -> None:
        """Take the last letter away."""
        if not self._busy:
            self._code = self._code[:-1]
            self._say("", "")

    @Slot()
    def next(self) -> None:
        """Enrol with the typed code; once enrolled, go on."""
        if self._where():
            went_through(self._room.setup, self._way, SetupStep.ENROLMENT, value=self._where())
        elif len(self._code) < _LETTERS_A_CODE:
            self._say(translated("TechEnrol", "Mã có đủ tám chữ"), "")
        elif not self._busy:
            self._work(busy=True)
            self._room.network.portal_url(self._with_address)

    def _with_address(self, url: str) -> None:
        if self._gone:
            return
        if not url:
            line = translated("TechEnrol", "Quét mã QR, hoặc đặt địa chỉ ở bước mạng.")
            self._say(translated("TechEnrol", "Chưa biết địa chỉ cổng"), line)
            return
        self._take(self.shown, url)

    def _scanned(self, text: str) -> None:
        if not self._busy and not self._where():
            self._work(busy=True)
            self._take(text, "")

    def _take(self, text: str, url: str) -> None:
        try:
            ticket: EnrolmentTicket = read_ticket(text, url=url)
        except BadEnrolmentTicket as error:
            line = translated("TechEnrol", "Xin cổng thành phố một mã đăng ký mới.")
            words = {
                "url": translated("TechEnrol", "Địa chỉ cổng phải bắt đầu bằng https"),
                "code": translated("TechEnrol", "Mã này không đúng dạng"),
            }
            self._say(words.get(error.part, translated("TechEnrol", "Đây không phải mã đăng ký")), line)
            return
        self._room.network.enrol(ticket, self._enrolled, self._refused)

    def _enrolled(self, _identity: KioskIdentity) -> None:
        if not self._gone:
            self._code = ""
            self._say("", "")

    def _refused(self, trouble: EnrolmentTrouble) -> None:
        if self._gone:
            return
        again = translated("TechEnrol", "Xin cổng thành phố một mã đăng ký mới.")
        words = {
            EnrolmentTrouble.WRONG_PORTAL: (
                translated("TechEnrol", "Cổng này không phải cổng ghi trong mã"),
                again,
            ),
            EnrolmentTrouble.ALREADY: (
                translated("TechEnrol", "Máy đã đăng ký dưới tên khác"),
                translated("TechEnrol", "Cài lại máy rồi mới đăng ký tên mới."),
            ),
            EnrolmentTrouble.CODE: (translated("TechEnrol", "Cổng không nhận mã này"), again),
            EnrolmentTrouble.UNREACHABLE: (
                translated("TechEnrol", "Không gọi được cổng thành phố"),
                translated("TechEnrol", "Về bước mạng, bấm Thử mạng."),
            ),
            EnrolmentTrouble.KEYS: (
                translated("TechEnrol", "Cổng dùng khoá thử hoặc khoá lạ"),
                translated("TechEnrol", "Máy này không nhận. Báo thành phố."),
            ),
            EnrolmentTrouble.DISK: (
                translated("TechEnrol", "Chưa ghi được vào ổ đĩa"),
                translated("TechEnrol", "Dọn ổ đĩa rồi quét lại mã."),
            ),
        }
        self._say(*words[trouble])

    def _work(self, *, busy: bool) -> None:
        self._busy = busy
        self.codeChanged.emit()

    def _say(self, title: str, line: str) -> None:
        self._busy, self._fault = False, (title, line)
        self.codeChanged.emit()

    def _where(self) -> str:
        enrolled = self._room.network.enrolled
        if enrolled is not None:
            return f"{enrolled.kiosk_no:04d}, {enrolled.point_name}"
        return self._room.point

    @property
    def shown(self) -> str:
        """The code as it stands on paper, in two groups."""
        first, second = self._code[:_GROUP], self._code[_GROUP:]
        return f"{first}-{second}" if second else first

    @Property(str, notify=textsChanged)
    def title(self) -> str:
        return translated("TechEnrol", "Đăng ký máy với thành phố")

    @Property(str, notify=textsChanged)
    def line(self) -> str:
        return translated("TechEnrol", "Quét mã QR đăng ký, hoặc gõ mã tám chữ.")

    @Property(str, constant=True)
    def letters(self) -> str:
        return LETTERS

    @Property(str, notify=codeChanged)
    def value(self) -> str:
        return self.shown

    @Property(bool, notify=codeChanged)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=codeChanged)
    def isDone(self) -> bool:
        """True where this machine is enrolled, now or since an earlier start."""
        return bool(self._where())

    @Property(str, notify=codeChanged)
    def doneText(self) -> str:
        """Who this machine is."""
        return translated("TechEnrol", "Máy số %1").replace("%1", self._where())

    @Property(str, notify=codeChanged)
    def doneLine(self) -> str:
        if self._room.network.enrolled is not None:
            return translated("TechEnrol", "Dùng từ lần khởi động sau.")
        return translated("TechEnrol", "Đã đăng ký từ trước.")

    @Property(str, notify=codeChanged)
    def fault(self) -> str:
        return self._fault[0]

    @Property(str, notify=codeChanged)
    def faultLine(self) -> str:
        return self._fault[1]

    @Property(str, notify=codeChanged)
    def nextText(self) -> str:
        return translated("TechEnrol", "Tiếp tục") if self._where() else translated("TechEnrol", "Đăng ký")
