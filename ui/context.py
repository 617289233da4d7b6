"""What the composition root hands to the screens: services and the visit, nothing global."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.access_modes import AccessModes
from kiosk.domain.catalogue import CatalogueInfo
from kiosk.domain.forms import FormDefinition
from kiosk.domain.hall import Hall
from kiosk.domain.intake_ladder import Ladder
from kiosk.domain.print_documents import PrintDocument
from kiosk.ports.clock import Clock
from kiosk.ports.scheduling import Scheduler
from kiosk.services.call_for_help import CallForHelp
from kiosk.services.find_answers import FindAnswers
from kiosk.services.find_procedure import FindProcedure
from kiosk.services.follow_dossiers import FollowDossiers
from kiosk.services.intake import Intake
from kiosk.services.keep_place import KeepPlace
from kiosk.services.leave_message import LeaveMessages
from kiosk.services.open_numbers import OpenNumbers
from kiosk.services.portal_news import PortalNews
from kiosk.services.pre_register import PreRegister
from kiosk.services.print_document import PrintDocuments
from kiosk.services.read_aloud import ReadAloud
from kiosk.services.staff_room import StaffRoom
from kiosk.services.suggest_words import SuggestWords
from kiosk.services.track_dossiers import TrackDossiers
from ui.keypad_keys import KeypadKeys
from ui.languages import Language
from ui.navigation import Navigator
from ui.scanning.live import LiveScanner
from ui.scans import Scans
from ui.sheets import SheetPictures
from ui.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a view model may ask for.

    `takes_dossiers` is False for a machine that only guides. `language` gives the language of data, `vi` or
    `en`; `shown_language` that of the texts, one of `languages`.
    `scanner`: the reader for cards and codes in use, which may be none.
    """

    find: FindProcedure
    pre_register: PreRegister
    printing: PrintDocuments
    forms: Mapping[str, FormDefinition]
    hall: Hall
    kiosk_name: str
    demo: bool
    takes_dossiers: bool
    clock: Clock
    scheduler: Scheduler
    language: Callable[[], str]
    set_language: Callable[[str], None]
    shown_language: Callable[[], str]
    languages: Callable[[], tuple[Language, ...]]
    aloud: ReadAloud
    modes: Callable[[], AccessModes]
    set_modes: Callable[[AccessModes], None]
    catalogue: Callable[[], CatalogueInfo | None]
    visit: Visit
    sheets: SheetPictures
    draw_sheet: Callable[[PrintDocument, Callable[[bytes], None]], None]
    follow: FollowDossiers
    messages: LeaveMessages
    tracking: TrackDossiers
    answers: FindAnswers
    news: PortalNews
    intake: Intake
    scans: Scans
    help: CallForHelp
    open_numbers: OpenNumbers
    staff: StaffRoom
    places: KeepPlace
    ladder: Ladder
    scanner: LiveScanner
    keys: KeypadKeys
    words: SuggestWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenContext:
    """One screen's world: the services, the way, and what the screen is about."""

    services: Services
    way: Navigator
    about: Mapping[str, object]

    def text_about(self, key: str) -> str:
        """Return a text this screen is about. Raises KeyError: a screen was opened without it, a bug."""
        return str(self.about[key])
