"""What staff and technicians did, one entry after the other, each holding the hash of the one before."""

from dataclasses import dataclass
from enum import Enum


class Act(Enum):
    """What was done. The value stands in the log; a new act gets a new value, an old one never another."""

    FIRST_PERSON = "first_person"
    PERSON_ADDED = "person_added"
    PERSON_REMOVED = "person_removed"
    PIN_RESET = "pin_reset"
    ENTERED = "entered"
    PIN_WRONG = "pin_wrong"
    LEFT = "left"
    CATALOGUE_FETCHED = "catalogue_fetched"
    CATALOGUE_APPLIED = "catalogue_applied"
    CATALOGUE_TAKEN_BACK = "catalogue_taken_back"
    SETTING_CHANGED = "setting_changed"
    TEST_PAGE = "test_page"
    DAY_REPORT = "day_report"
    SENT_AGAIN = "sent_again"
    FILE_WRITTEN = "file_written"
    UPDATE_HANDED_OVER = "update_handed_over"
    CONFIGURATION_TAKEN = "configuration_taken"
    SELF_CHECK = "self_check"
    ENROLLED = "enrolled"
    SETUP_STEP = "setup_step"
    INSTALL_ASKED = "install_asked"
    CITY_SETTINGS = "city_settings"
    CITY_CALENDAR = "city_calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One act. `at` is ISO 8601 with the hall's offset, `about` what it was done to, never about a citizen.

    `who` is a name, or `command line`. `hash` covers all other fields and `before`, the last entry's hash.
    """

    number: int
    at: str
    who: str
    act: str
    about: str
    before: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """What a look at the whole log found: `damage` says where it was changed or shortened, "" where it holds.

    `head` is the last entry's hash; the day's report prints its beginning, so that paper is a witness.
    """

    entries: int
    head: str
    damage: str = ""
