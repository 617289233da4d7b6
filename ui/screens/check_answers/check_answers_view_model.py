"""S8, all answers once more before anything is kept."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.domain.catalogue import Procedure
from kiosk.domain.consents import CONSENT_VERSION, Purpose, consents
from kiosk.domain.dossiers import ConfirmedDossier, PreRegistration
from kiosk.domain.forms import FieldFault, FormField
from kiosk.domain.forms_wording import display_answer, fault_text
from kiosk.domain.person_checks import all_faults
from kiosk.ports.outbox import NumbersExhausted, StorageError
from kiosk.ports.vault import KeysUnusable
from kiosk.services.submit_dossier import new_token
from ui.context import ScreenContext
from ui.own_form import asked_purposes, contact_field, own_form
from ui.rows import Row, RowModel
from ui.slips import SlipMaker
from ui.view_model import ViewModel, translated

_CHOICE = "choice-"

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Made by the way")
class CheckAnswersViewModel(ViewModel):  # type: ignore[operator]
    """Sends nothing while a line is wrong; two touches on Send are one dossier."""

    textsChanged = Signal()
    rowsChanged = Signal()
    sendingChanged = Signal()

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._services, self._way = context.services, context.way
        self._code = context.text_about("code")
        self._form = own_form(self._services, self._code)
        self._rows = RowModel(self)
        self._faults: tuple[FieldFault, ...] = ()
        self._procedure: Procedure | None = None
        self._sending, self._trouble = False, False
        # One token a visit: going back and sending again while it is being kept is the same dossier.
        visit = self._services.visit
        self._token = visit.submission_token = visit.submission_token or new_token()
        self._services.find.procedure(self._code, self._found)

    def arrive(self) -> None:
        self._form = own_form(self._services, self._code)
        self._paint()

    def leave(self) -> None:
        self._rows.replace([])

    def retranslate(self) -> None:
        super().retranslate()
        self._paint()

    def _found(self, procedure: Procedure | None) -> None:
        self._procedure = procedure
        self._paint()

    def _answers(self) -> dict[str, str]:
        return self._services.visit.of_form(self._form.form_id)

    def _paint(self) -> None:
        answers, language = self._answers(), self._services.language()
        self._faults = all_faults(self._form, answers, self._services.clock.now().date())
        faults = {fault.field: fault for fault in self._faults}
        self._rows.replace(
            [
                *(
                    self._row(field, answers.get(field.name, ""), faults, language)
                    for field in self._form.fields
                ),
                *(self._choice_row(purpose) for purpose in self._asked()),
            ]
        )
        self.rowsChanged.emit()
        self.textsChanged.emit()

    def _row(self, field: FormField, value: str, faults: dict[str, FieldFault], language: str) -> Row:
        fault = faults.get(field.name)
        shown = display_answer(field, value, language) if value else translated("CheckAnswers", "Chưa có")
        return Row(
            key=field.name,
            title=shown,
            line=field.label_en if language == "en" else field.label_vi,
            note=fault_text(fault, field, language) if fault is not None else "",
            marked=fault is not None,
        )

    def _asked(self) -> tuple[Purpose, ...]:
        return asked_purposes(self._services, self._procedure, self._code)

    def _agreed(self) -> frozenset[Purpose]:
        return frozenset(self._services.visit.agreed_of(self._form.form_id)) & frozenset(self._asked())

    def _choice_row(self, purpose: Purpose) -> Row:
        chosen = purpose in self._agreed()
        if purpose is Purpose.POST:
            label = translated("CheckAnswers", "Nhận kết quả")
            at_home = translated("CheckAnswers", "Tại nhà, qua bưu điện")
            value = at_home if chosen else translated("CheckAnswers", "Tại quầy")
        else:
            label = translated("CheckAnswers", "Gọi hoặc nhắn tin")
            not_sent = translated("CheckAnswers", "Không, máy không gửi số này")
            value = translated("CheckAnswers", "Đồng ý") if chosen else not_sent
        return Row(key=_CHOICE + purpose.value, title=value, line=label)

    @Slot(str)
    def edit(self, name: str) -> None:
        """Mend one line; the others stay."""
        if name.startswith(_CHOICE):
            self._way.go("form_choices", code=self._code, editing=True)
            return
        index = next(number for number, field in enumerate(self._form.fields) if field.name == name)
        self._way.go("form_question", code=self._code, index=index, editing=True)

    @Slot()
    def editFirstFault(self) -> None:
        """Mend the first wrong line."""
        if self._faults:
            self.edit(self._faults[0].field)

    @Slot()
    def send(self) -> None:
        """Keep the pre-registration for good, print the slip."""
        if self._faults or self._sending or self._procedure is None:
            return
        if self._services.visit.practice:
            self._way.go("print_sheet", code=self._code, sheet="practice")
            return
        self._sending, self._trouble = True, False
        self.sendingChanged.emit()
        maker = SlipMaker(
            self._services, self._procedure, self._form, dict(self._answers()), by_post=self._by_post()
        )
        self._services.pre_register.confirm(
            self._pre_registration(self._procedure),
            token=self._token,
            build_slip=maker.build,
            done=lambda dossier: self._kept(dossier, maker),
            failed=self._not_kept,
        )

    def _by_post(self) -> bool:
        return Purpose.POST in self._agreed()

    def _sent_answers(self) -> tuple[tuple[str, str], ...]:
        """The answers in order; a number nobody may call is not sent."""
        answers, number = self._answers(), contact_field(self._form)
        unused = number.name if number is not None and Purpose.CONTACT not in self._agreed() else ""
        return tuple(
            (field.name, "" if field.name == unused else answers.get(field.name, ""))
            for field in self._form.fields
        )

    def _pre_registration(self, procedure: Procedure) -> PreRegistration:
        return PreRegistration(
            form_id=self._form.form_id,
            form_version=self._form.version,
            procedure_code=self._code,
            procedure_version=procedure.decision_no,
            answers=self._sent_answers(),
            consent_version=CONSENT_VERSION,
            language=self._services.language(),
            consents=consents(self._agreed() | {Purpose.SEND}, (Purpose.SEND, *self._asked())),
            by_post=self._by_post(),
        )

    def _kept(self, dossier: ConfirmedDossier, maker: SlipMaker) -> None:
        if self._services.visit.submission_token != self._token:
            return  # The person has gone; the slip still comes out, and the next one sees no number.
        self._services.visit.wipe()
        self._way.home()
        self._way.go("slip_done", code=self._code, dossier=dossier, sheet=maker.sheet)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, (StorageError, NumbersExhausted, KeysUnusable)):
            raise error
        self._sending, self._trouble = False, True
        self.sendingChanged.emit()

    @Property(QObject, constant=True)
    def rows(self) -> RowModel:
        return self._rows

    @Property(int, notify=rowsChanged)
    def faultCount(self) -> int:
        return len(self._faults)

    @Property(bool, notify=sendingChanged)
    def sending(self) -> bool:
        return self._sending

    @Property(bool, notify=sendingChanged)
    def trouble(self) -> bool:
        """True when nothing could be kept: disk full or broken. The answers are still on the screen."""
        return self._trouble

    @Property(bool, constant=True)
    def practice(self) -> bool:
        """True in a pupil's visit: nothing is sent or kept."""
        return self._services.visit.practice

    @Property(str, notify=textsChanged)
    def firstFaultLabel(self) -> str:
        if not self._faults:
            return ""
        field = next(field for field in self._form.fields if field.name == self._faults[0].field)
        label = field.label_en if self._services.language() == "en" else field.label_vi
        return label[:1].lower() + label[1:]
