"""The screens: one folder and one line each.

A screen's view model is loaded when the screen is first shown: the first frame needs one of them, not all.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from ui.context import ScreenContext
from ui.view_model import ViewModel

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen by its folder's name, in which `<name>_view_model.py` has `<Name>ViewModel`."""

    name: str

    @property
    def view_model(self) -> Callable[[ScreenContext], ViewModel]:
        """What makes the view model; loads its module and registers its type with QML. Qt thread."""
        module = import_module(f"{__name__}.{self.name}.{self.name}_view_model")
        made: Callable[[ScreenContext], ViewModel] = getattr(module, f"{self._words}ViewModel")
        return made

    @property
    def qml(self) -> Path:
        """The QML file, `<Name>Screen.qml`."""
        return _FOLDER / self.name / f"{self._words}Screen.qml"

    @property
    def _words(self) -> str:
        return "".join(word.capitalize() for word in self.name.split("_"))


SCREENS: tuple[Screen, ...] = (
    Screen("accessibility"),
    Screen("answer_code"),
    Screen("answer_shown"),
    Screen("answers"),
    Screen("attract"),
    Screen("call_help"),
    Screen("check_answers"),
    Screen("checklist"),
    Screen("checklist_question"),
    Screen("event_list"),
    Screen("fields"),
    Screen("form_choices"),
    Screen("form_closed"),
    Screen("form_question"),
    Screen("form_start"),
    Screen("hall_info"),
    Screen("home"),
    Screen("hotlines"),
    Screen("hub"),
    Screen("keep_place"),
    Screen("message_contact"),
    Screen("message_done"),
    Screen("message_review"),
    Screen("message_text"),
    Screen("message_topic"),
    Screen("notices"),
    Screen("official_link"),
    Screen("online_guide"),
    Screen("open_numbers"),
    Screen("out_of_order"),
    Screen("places"),
    Screen("please_wait"),
    Screen("poll"),
    Screen("print_sheet"),
    Screen("printer_trouble"),
    Screen("procedure"),
    Screen("procedure_cases"),
    Screen("procedure_more"),
    Screen("procedure_section"),
    Screen("rate"),
    Screen("return_place"),
    Screen("school"),
    Screen("search"),
    Screen("slip_done"),
    Screen("staff_catalogue"),
    Screen("staff_change"),
    Screen("staff_counter"),
    Screen("staff_counters"),
    Screen("staff_diff"),
    Screen("staff_feedback"),
    Screen("staff_figures"),
    Screen("staff_first"),
    Screen("staff_notices"),
    Screen("staff_parked"),
    Screen("staff_pin"),
    Screen("staff_today"),
    Screen("staff_until"),
    Screen("staff_who"),
    Screen("staff_write"),
    Screen("still_here"),
    Screen("take_away"),
    Screen("tech_address"),
    Screen("tech_card"),
    Screen("tech_check"),
    Screen("tech_clock"),
    Screen("tech_config"),
    Screen("tech_config_diff"),
    Screen("tech_done"),
    Screen("tech_enrol"),
    Screen("tech_height"),
    Screen("tech_keypad"),
    Screen("tech_language"),
    Screen("tech_machine_value"),
    Screen("tech_name"),
    Screen("tech_network"),
    Screen("tech_person"),
    Screen("tech_person_name"),
    Screen("tech_person_pin"),
    Screen("tech_persons"),
    Screen("tech_printers"),
    Screen("tech_proof"),
    Screen("tech_scan"),
    Screen("tech_setup"),
    Screen("tech_sound"),
    Screen("tech_touch"),
    Screen("tech_turn"),
    Screen("tech_update"),
    Screen("tech_wire"),
    Screen("track"),
    Screen("track_result"),
    Screen("withdraw"),
)
