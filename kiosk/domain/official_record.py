"""The terms of an official record of the national portal: what a procedure's facts are made of.

Facts are taken over unchanged: what was not said is UNKNOWN, None or empty, never a guess. Where a value was
read out of a text, the text stands beside it. Consumers import these names from `kiosk.domain.catalogue`.

Source of the shapes: the national portal's procedure record (Cổng Dịch vụ công quốc gia, 2026).
"""

from dataclasses import dataclass
from enum import Enum


class Channel(Enum):
    """A way of filing (cách thức thực hiện)."""

    DIRECT = "direct"
    POSTAL = "postal"
    ONLINE = "online"


class AgencyLevel(Enum):
    """At which level a procedure is done (cấp thực hiện), as the portal flags it; there may be several.

    WARD is *not* "served in a ward hall": half of the records so flagged are done by customs, tax or ports.
    VERTICAL is a branch of a ministry (ngành dọc), OTHER another body (cơ quan khác).
    """

    MINISTRY = "ministry"
    PROVINCE = "province"
    WARD = "ward"
    VERTICAL = "vertical"
    OTHER = "other"


class OnlineLevel(Enum):
    """How far a procedure can be done online: toàn trình, một phần, or not at all."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown"


class FeeType(Enum):
    """What law calls an amount: phí, lệ phí or a price (giá dịch vụ)."""

    PHI = "phi"
    LE_PHI = "le_phi"
    PRICE = "price"
    UNKNOWN = "unknown"


class ReturnPlace(Enum):
    """Where a result is handed over: where the dossier was filed, at home (by post), or online."""

    AT_SUBMISSION_PLACE = "at_submission_place"
    AT_HOME = "at_home"
    ONLINE = "online"


class DurationUnit(Enum):
    """Unit of a processing time (thời hạn giải quyết)."""

    WORKING_DAY = "working_day"
    DAY = "day"
    HOUR = "hour"
    MONTH = "month"


class FeeKind(Enum):
    """What is known of a fee (phí, lệ phí).

    FREE_WITH_NOTE is *not* free: the portal shows 0 while the note leaves the amount to the city council.
    """

    FREE = "free"
    FREE_WITH_NOTE = "free_with_note"
    AMOUNT = "amount"
    TEXT = "text"
    UNKNOWN = "unknown"


class Detail(Enum):
    """How much of a procedure is known: the whole record, or its line in the national list only."""

    FULL = "full"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A processing time as published; `value` and `unit` are None where only text is known."""

    value: float | None = None
    unit: DurationUnit | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialFile:
    """A file on the portal, such as a form or a fee table; `file_id` is "" where only its name is known."""

    name: str
    file_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee as published; `amount_vnd` in whole đồng, None where no single amount in đồng is known.

    `currency` is an ISO 4217 code, "" where none was said (then `amount_vnd` is đồng by the portal's custom).
    """

    kind: FeeKind
    amount_vnd: int | None = None
    text: str | None = None
    type: FeeType = FeeType.UNKNOWN
    currency: str = ""
    file: OfficialFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingMethod:
    """One row of ways to file: a channel with its time and one fee.

    A channel occurs once for each of its fees, and again for each case with a time of its own.
    """

    channel: Channel
    duration: Duration
    fee: Fee
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialPaper:
    """A line of the dossier's components (thành phần hồ sơ), as published.

    0 originals and 0 copies means an explanation, not a paper. `form` is the name of the first of `forms`.
    """

    name: str
    originals: int = 0
    copies: int = 0
    form: str | None = None
    case: str | None = None
    forms: tuple[OfficialFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureCase:
    """A case of a procedure (trường hợp) with its own processing time; `code` such as 1.000656.01, or ""."""

    name: str
    code: str = ""
    duration: Duration = Duration()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnWay:
    """Where the result can be had of a dossier filed online (`filed_online`) or on paper."""

    filed_online: bool
    places: tuple[ReturnPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalDocument:
    """A document of the legal basis (căn cứ pháp lý): number and title."""

    code: str
    name: str
