"""The catalogue of administrative procedures (thủ tục hành chính, TTHC).

Two kinds of text are kept apart on purpose: the *facts* of the official record (name, papers, fees,
times, decision number), taken over unchanged, and the *plain texts* written by us for citizens.

The terms of the official record stand in `official_record` and are imported from here.

Source of the shapes: the national portal's procedure record (Cổng Dịch vụ công quốc gia, 2026).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from kiosk.domain.local_facts import LocalFacts
from kiosk.domain.official_record import (
    AgencyLevel,
    Channel,
    Detail,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FeeType,
    FilingMethod,
    LegalDocument,
    OfficialFile,
    OfficialPaper,
    OnlineLevel,
    ProcedureCase,
    ReturnPlace,
    ReturnWay,
)

# The terms that stand in official_record; what is defined below needs no listing.
__all__ = [
    "AgencyLevel",
    "Channel",
    "Detail",
    "Duration",
    "DurationUnit",
    "Fee",
    "FeeKind",
    "FeeType",
    "FilingMethod",
    "LegalDocument",
    "OfficialFile",
    "OfficialPaper",
    "OnlineLevel",
    "ProcedureCase",
    "ReturnPlace",
    "ReturnWay",
]


class Answer(Enum):
    """What a person can say to a question about their own case; UNSURE is "chưa rõ"."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCondition:
    """One thing that must be so: the question `question_id` was answered with `answer` (YES or NO)."""

    question_id: str
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionText:
    """A question in one language; `yes` and `no` are the answers in words, "" for plain "Có" and "Không"."""

    question: str
    help: str = ""
    yes: str = ""
    no: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistQuestion:
    """A question whose answer decides which papers a person needs; `icon` names a symbol of the icon set."""

    question_id: str
    vi: QuestionText
    en: QuestionText
    icon: str = "help"

    def text(self, language: str) -> QuestionText:
        """Return the question in `language`, else in Vietnamese."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPaper:
    """A paper to bring, in our words.

    `official` is the excerpt of the official component it stands for; `always` is False where the paper is
    needed in some cases only (then `note` says when); `icon` names a symbol of the icon set. `needed_when`
    are answers that must all be given for the paper to be needed; () where no question decides.
    """

    name: str
    note: str = ""
    why: str = ""
    icon: str = "description"
    official: str = ""
    originals: int = 1
    copies: int = 0
    always: bool = True
    needed_when: tuple[PaperCondition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """What a citizen reads, in one language (`vi` or `en`); headlines are at most a few words."""

    language: str
    name: str
    summary: str
    papers: tuple[PlainPaper, ...] = ()
    time: str = ""
    time_note: str = ""
    fee: str = ""
    fee_note: str = ""
    where: str = ""
    where_note: str = ""
    steps: tuple[str, ...] = ()


BETWEEN_OFFICES = ("5.", "6.")  # "thủ tục nội bộ"; citizens apply for 1., 2. and 3.


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """An administrative procedure: the official facts with our plain texts beside them.

    `code` is text (`1.010040` is not `1.01004`). `texts` is empty for a procedure nobody has rewritten yet.
    `taken_at` is the day the facts were taken from the official source. `questions` (at most five) narrow the
    papers of `texts` down to a person's own case.

    `agencies` carry the procedure out; `deciding_agencies` decide, `coordinating_agencies` are asked,
    `delegated_agencies` act in the name of a deciding one. `non_territorial` (phi địa giới: may be filed in
    any ward) and `online_level` are None and UNKNOWN where the source does not say. `service_groups` are the
    portal's own groups for citizens and firms. `withdrawn_at` is the day a complete national list no longer
    named it, `replaced_by` the code of its successor. `portal_id` and `portal_updated` are the
    portal's own. `local` is what the staff of this hall add, None where they add nothing.
    """

    code: str
    name: str
    field: str
    detail: Detail
    agencies: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    methods: tuple[FilingMethod, ...] = ()
    papers: tuple[OfficialPaper, ...] = ()
    legal_basis: tuple[LegalDocument, ...] = ()
    results: tuple[str, ...] = ()
    conditions: str = ""
    issuer: str = ""
    decision_no: str = ""
    decision_date: date | None = None
    url: str = ""
    ward_served: bool = False
    core: bool = False
    popularity: int = 0
    icon: str = "description"
    life_events: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    form_id: str = ""
    taken_at: date | None = None
    texts: tuple[PlainText, ...] = ()
    questions: tuple[ChecklistQuestion, ...] = ()
    levels: tuple[AgencyLevel, ...] = ()
    online_level: OnlineLevel = OnlineLevel.UNKNOWN
    non_territorial: bool | None = None
    cases: tuple[ProcedureCase, ...] = ()
    deciding_agencies: tuple[str, ...] = ()
    coordinating_agencies: tuple[str, ...] = ()
    delegated_agencies: tuple[str, ...] = ()
    return_ways: tuple[ReturnWay, ...] = ()
    reception_address: str = ""
    procedure_type: str = ""
    note: str = ""
    keywords: tuple[str, ...] = ()
    service_groups: tuple[str, ...] = ()
    effective_on: date | None = None
    expires_on: date | None = None
    withdrawn_at: date | None = None
    replaced_by: str = ""
    portal_id: str = ""
    portal_updated: datetime | None = None
    local: LocalFacts | None = None

    @property
    def is_between_offices(self) -> bool:
        """Whether offices do this among themselves: national codes of such begin with 5 or 6."""
        return self.code.startswith(BETWEEN_OFFICES)

    def text(self, language: str) -> PlainText | None:
        """Return the plain text in `language`, else in Vietnamese, else None."""
        by_language = {text.language: text for text in self.texts}
        return by_language.get(language) or by_language.get("vi")


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """An event of life that brings people to the hall (sự kiện cuộc đời): one tile of the home screen.

    `pigment` names the colour pair of its plate: rose, plum, sky, jade, amber, teal, violet or stone.
    """

    event_id: str
    icon: str
    pigment: str
    title_vi: str
    line_vi: str
    title_en: str
    line_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureRow:
    """A procedure as one row of a list: enough to choose by, in the language asked for.

    `official` is the official name where `title` is ours, else "". `highlights` are the parts of `title` that
    a search matched, as (start, length) in letters. `twins` are procedures of the same name elsewhere
    (another level, another case), to be shown on this row's card.
    """

    code: str
    title: str
    line: str
    icon: str = "description"
    detail: Detail = Detail.FULL
    ward_served: bool = False
    official: str = ""
    highlights: tuple[tuple[int, int], ...] = ()
    twins: tuple["ProcedureRow", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """Rows found for a query, best first; `confident` is False when the best is probably not meant.

    `matched` is False where no word fits anything: the rows are then what most people come for. `which_one`
    is True where the best rows are equally good and differ in what is done: the person must say.
    `completions` are whole phrases that go on from what was typed, best first.
    """

    query: str
    rows: tuple[ProcedureRow, ...]
    confident: bool
    total: int
    matched: bool = True
    which_one: bool = False
    completions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueInfo:
    """A catalogue version: its name, the day its facts were taken, and how many procedures it holds.

    `trouble` says why the accepted version is not the one that is open, "" where it is.
    """

    version: str
    taken_at: date
    procedures: int
    with_detail: int
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row of an imported file not taken: `line` from 1 (0 = whole file), `value` at most 200 letters."""

    file: str
    line: int
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of a procedure before and after, as text a person can compare ("" = nothing)."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureChange:
    """A procedure with what differs in it."""

    code: str
    name: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueDiff:
    """What separates two catalogue versions; `added` and `removed` are (code, name).

    `contradictions` lists where new official facts no longer agree with the facts our plain texts were
    written from: `before` is ours, `after` the official one. `warnings` are reasons not to apply unseen.
    """

    before: str
    after: str
    added: tuple[tuple[str, str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    changed: tuple[ProcedureChange, ...] = ()
    contradictions: tuple[ProcedureChange, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where both versions hold the same procedures."""
        return not (self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import found and made.

    `version` is the staged version's name, equal to `live` where the file brings nothing new. `read` counts
    sound rows, `skipped` rows left out on purpose with (reason, how many); nothing of `refused` was taken.
    """

    file: str
    kind: str
    version: str
    live: str
    read: int
    with_detail: int
    skipped: tuple[tuple[str, int], ...]
    refused: tuple[RefusedRow, ...]
    diff: CatalogueDiff


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionEntry:
    """A version on this kiosk; `state` is `live`, `previous` or `staged`."""

    version: str
    state: str
    procedures: int
    taken_at: date
    accepted_by: str = ""
    accepted_at: str = ""
