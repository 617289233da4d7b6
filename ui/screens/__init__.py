"""The screens: one folder and one line each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ui.context import ScreenContext
from ui.screens.accessibility.accessibility_view_model import AccessibilityViewModel
from ui.screens.answer_code.answer_code_view_model import AnswerCodeViewModel
from ui.screens.answer_shown.answer_shown_view_model import AnswerShownViewModel
from ui.screens.answers.answers_view_model import AnswersViewModel
from ui.screens.attract.attract_view_model import AttractViewModel
from ui.screens.call_help.call_help_view_model import CallHelpViewModel
from ui.screens.check_answers.check_answers_view_model import CheckAnswersViewModel
from ui.screens.checklist.checklist_view_model import ChecklistViewModel
from ui.screens.checklist_question.checklist_question_view_model import ChecklistQuestionViewModel
from ui.screens.event_list.event_list_view_model import EventListViewModel
from ui.screens.fields.fields_view_model import FieldsViewModel
from ui.screens.form_choices.form_choices_view_model import FormChoicesViewModel
from ui.screens.form_question.form_question_view_model import FormQuestionViewModel
from ui.screens.form_start.form_start_view_model import FormStartViewModel
from ui.screens.hall_info.hall_info_view_model import HallInfoViewModel
from ui.screens.home.home_view_model import HomeViewModel
from ui.screens.hotlines.hotlines_view_model import HotlinesViewModel
from ui.screens.hub.hub_view_model import HubViewModel
from ui.screens.keep_place.keep_place_view_model import KeepPlaceViewModel
from ui.screens.message_contact.message_contact_view_model import MessageContactViewModel
from ui.screens.message_done.message_done_view_model import MessageDoneViewModel
from ui.screens.message_review.message_review_view_model import MessageReviewViewModel
from ui.screens.message_text.message_text_view_model import MessageTextViewModel
from ui.screens.message_topic.message_topic_view_model import MessageTopicViewModel
from ui.screens.notices.notices_view_model import NoticesViewModel
from ui.screens.official_link.official_link_view_model import OfficialLinkViewModel
from ui.screens.online_guide.online_guide_view_model import OnlineGuideViewModel
from ui.screens.open_numbers.open_numbers_view_model import OpenNumbersViewModel
from ui.screens.out_of_order.out_of_order_view_model import OutOfOrderViewModel
from ui.screens.places.places_view_model import PlacesViewModel
from ui.screens.please_wait.please_wait_view_model import PleaseWaitViewModel
from ui.screens.poll.poll_view_model import PollViewModel
from ui.screens.print_sheet.print_sheet_view_model import PrintSheetViewModel
from ui.screens.printer_trouble.printer_trouble_view_model import PrinterTroubleViewModel
from ui.screens.procedure.procedure_view_model import ProcedureViewModel
from ui.screens.procedure_cases.procedure_cases_view_model import ProcedureCasesViewModel
from ui.screens.procedure_more.procedure_more_view_model import ProcedureMoreViewModel
from ui.screens.procedure_section.procedure_section_view_model import ProcedureSectionViewModel
from ui.screens.rate.rate_view_model import RateViewModel
from ui.screens.return_place.return_place_view_model import ReturnPlaceViewModel
from ui.screens.school.school_view_model import SchoolViewModel
from ui.screens.search.search_view_model import SearchViewModel
from ui.screens.slip_done.slip_done_view_model import SlipDoneViewModel
from ui.screens.staff_catalogue.staff_catalogue_view_model import StaffCatalogueViewModel
from ui.screens.staff_change.staff_change_view_model import StaffChangeViewModel
from ui.screens.staff_counter.staff_counter_view_model import StaffCounterViewModel
from ui.screens.staff_counters.staff_counters_view_model import StaffCountersViewModel
from ui.screens.staff_diff.staff_diff_view_model import StaffDiffViewModel
from ui.screens.staff_feedback.staff_feedback_view_model import StaffFeedbackViewModel
from ui.screens.staff_figures.staff_figures_view_model import StaffFiguresViewModel
from ui.screens.staff_first.staff_first_view_model import StaffFirstViewModel
from ui.screens.staff_notices.staff_notices_view_model import StaffNoticesViewModel
from ui.screens.staff_parked.staff_parked_view_model import StaffParkedViewModel
from ui.screens.staff_pin.staff_pin_view_model import StaffPinViewModel
from ui.screens.staff_today.staff_today_view_model import StaffTodayViewModel
from ui.screens.staff_until.staff_until_view_model import StaffUntilViewModel
from ui.screens.staff_who.staff_who_view_model import StaffWhoViewModel
from ui.screens.staff_write.staff_write_view_model import StaffWriteViewModel
from ui.screens.still_here.still_here_view_model import StillHereViewModel
from ui.screens.take_away.take_away_view_model import TakeAwayViewModel
from ui.screens.tech_address.tech_address_view_model import TechAddressViewModel
from ui.screens.tech_card.tech_card_view_model import TechCardViewModel
from ui.screens.tech_check.tech_check_view_model import TechCheckViewModel
from ui.screens.tech_done.tech_done_view_model import TechDoneViewModel
from ui.screens.tech_enrol.tech_enrol_view_model import TechEnrolViewModel
from ui.screens.tech_height.tech_height_view_model import TechHeightViewModel
from ui.screens.tech_keypad.tech_keypad_view_model import TechKeypadViewModel
from ui.screens.tech_language.tech_language_view_model import TechLanguageViewModel
from ui.screens.tech_name.tech_name_view_model import TechNameViewModel
from ui.screens.tech_network.tech_network_view_model import TechNetworkViewModel
from ui.screens.tech_printers.tech_printers_view_model import TechPrintersViewModel
from ui.screens.tech_proof.tech_proof_view_model import TechProofViewModel
from ui.screens.tech_scan.tech_scan_view_model import TechScanViewModel
from ui.screens.tech_setup.tech_setup_view_model import TechSetupViewModel
from ui.screens.tech_sound.tech_sound_view_model import TechSoundViewModel
from ui.screens.tech_touch.tech_touch_view_model import TechTouchViewModel
from ui.screens.tech_turn.tech_turn_view_model import TechTurnViewModel
from ui.screens.tech_update.tech_update_view_model import TechUpdateViewModel
from ui.screens.track.track_view_model import TrackViewModel
from ui.screens.track_result.track_result_view_model import TrackResultViewModel
from ui.view_model import ViewModel

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its folder's name and its view model; the QML file is `<Name>Screen.qml` in the folder."""

    name: str
    view_model: Callable[[ScreenContext], ViewModel]

    @property
    def qml(self) -> Path:
        """The QML file."""
        words = "".join(word.capitalize() for word in self.name.split("_"))
        return _FOLDER / self.name / f"{words}Screen.qml"


SCREENS: tuple[Screen, ...] = (
    Screen("accessibility", AccessibilityViewModel),
    Screen("answer_code", AnswerCodeViewModel),
    Screen("answer_shown", AnswerShownViewModel),
    Screen("answers", AnswersViewModel),
    Screen("attract", AttractViewModel),
    Screen("call_help", CallHelpViewModel),
    Screen("check_answers", CheckAnswersViewModel),
    Screen("checklist", ChecklistViewModel),
    Screen("checklist_question", ChecklistQuestionViewModel),
    Screen("event_list", EventListViewModel),
    Screen("fields", FieldsViewModel),
    Screen("form_choices", FormChoicesViewModel),
    Screen("form_question", FormQuestionViewModel),
    Screen("form_start", FormStartViewModel),
    Screen("hall_info", HallInfoViewModel),
    Screen("home", HomeViewModel),
    Screen("hotlines", HotlinesViewModel),
    Screen("hub", HubViewModel),
    Screen("keep_place", KeepPlaceViewModel),
    Screen("message_contact", MessageContactViewModel),
    Screen("message_done", MessageDoneViewModel),
    Screen("message_review", MessageReviewViewModel),
    Screen("message_text", MessageTextViewModel),
    Screen("message_topic", MessageTopicViewModel),
    Screen("notices", NoticesViewModel),
    Screen("official_link", OfficialLinkViewModel),
    Screen("online_guide", OnlineGuideViewModel),
    Screen("open_numbers", OpenNumbersViewModel),
    Screen("out_of_order", OutOfOrderViewModel),
    Screen("places", PlacesViewModel),
    Screen("please_wait", PleaseWaitViewModel),
    Screen("poll", PollViewModel),
    Screen("print_sheet", PrintSheetViewModel),
    Screen("printer_trouble", PrinterTroubleViewModel),
    Screen("procedure", ProcedureViewModel),
    Screen("procedure_cases", ProcedureCasesViewModel),
    Screen("procedure_more", ProcedureMoreViewModel),
    Screen("procedure_section", ProcedureSectionViewModel),
    Screen("rate", RateViewModel),
    Screen("return_place", ReturnPlaceViewModel),
    Screen("school", SchoolViewModel),
    Screen("search", SearchViewModel),
    Screen("slip_done", SlipDoneViewModel),
    Screen("staff_catalogue", StaffCatalogueViewModel),
    Screen("staff_change", StaffChangeViewModel),
    Screen("staff_counter", StaffCounterViewModel),
    Screen("staff_counters", StaffCountersViewModel),
    Screen("staff_diff", StaffDiffViewModel),
    Screen("staff_feedback", StaffFeedbackViewModel),
    Screen("staff_figures", StaffFiguresViewModel),
    Screen("staff_first", StaffFirstViewModel),
    Screen("staff_notices", StaffNoticesViewModel),
    Screen("staff_parked", StaffParkedViewModel),
    Screen("staff_pin", StaffPinViewModel),
    Screen("staff_today", StaffTodayViewModel),
    Screen("staff_until", StaffUntilViewModel),
    Screen("staff_who", StaffWhoViewModel),
    Screen("staff_write", StaffWriteViewModel),
    Screen("still_here", StillHereViewModel),
    Screen("take_away", TakeAwayViewModel),
    Screen("tech_address", TechAddressViewModel),
    Screen("tech_card", TechCardViewModel),
    Screen("tech_check", TechCheckViewModel),
    Screen("tech_done", TechDoneViewModel),
    Screen("tech_enrol", TechEnrolViewModel),
    Screen("tech_height", TechHeightViewModel),
    Screen("tech_keypad", TechKeypadViewModel),
    Screen("tech_language", TechLanguageViewModel),
    Screen("tech_name", TechNameViewModel),
    Screen("tech_network", TechNetworkViewModel),
    Screen("tech_printers", TechPrintersViewModel),
    Screen("tech_proof", TechProofViewModel),
    Screen("tech_scan", TechScanViewModel),
    Screen("tech_setup", TechSetupViewModel),
    Screen("tech_sound", TechSoundViewModel),
    Screen("tech_touch", TechTouchViewModel),
    Screen("tech_turn", TechTurnViewModel),
    Screen("tech_update", TechUpdateViewModel),
    Screen("track", TrackViewModel),
    Screen("track_result", TrackResultViewModel),
)
