"""Tables of procedures (xlsx, CSV): which column holds what, by its heading, and one row as a list line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.domain.catalogue import Detail, Procedure
from kiosk.domain.text_folding import fold
from offline_cache.sources.reading import TextProblem, clean_code, clean_text
from offline_cache.sources.terms import distinct_agencies, is_ward_body

_HEADINGS: Mapping[str, str] = {
    "ma so": "code",
    "ma thu tuc": "code",
    "ma tthc": "code",
    "code": "code",
    "code_raw": "local_code",
    "ten": "name",
    "ten thu tuc": "name",
    "ten tthc": "name",
    "ten thu tuc hanh chinh": "name",
    "name": "name",
    "co quan ban hanh": "issuer",
    "co quan cong bo": "issuer",
    "co quan thuc hien": "agencies",
    "linh vuc": "field",
    "field": "field",
    # Known and left out: numbering, remarks, a commune's own desks, days that do not say of which kind.
    "stt": "",
    "tt": "",
    "ghi chu": "",
    "dept": "",
    "bo phan": "",
    "duration_days": "",
}
_FORMULA_SIGNS = ("=", "@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column (from 0) holds which part of a procedure; `unknown` are headings nobody knows."""

    places: Mapping[str, int]
    unknown: tuple[str, ...]

    @property
    def are_of_procedures(self) -> bool:
        """True where there is a code and a name, without which no row says anything."""
        return "name" in self.places and ("code" in self.places or "local_code" in self.places)


def columns_of(headings: Sequence[object]) -> Columns:
    """Return what the headings of a table say; of two columns of one meaning the first counts."""
    places: dict[str, int] = {}
    unknown = []
    for place, heading in enumerate(headings):
        if heading is None or not str(heading).strip():
            continue
        part = _HEADINGS.get(fold(" ".join(str(heading).split())))
        if part is None:
            unknown.append(str(heading).strip())
        elif part:
            places.setdefault(part, place)
    return Columns(places=places, unknown=tuple(unknown))


def listed_procedure(cells: Mapping[str, str], *, taken_at: date, ward_served: bool | None) -> Procedure:
    """Return a table's row as a list line; `ward_served` None leaves it to the agencies named.

    Raises TextProblem with the part (`code`, `name` …) as field.
    """
    code = _code(cells)
    name = clean_text(_text(cells, "name"), field="name")
    if not name:
        raise TextProblem("name", "", "is empty")
    agencies = distinct_agencies(_text(cells, "agencies").split("\n"), field="agencies")
    served = any(is_ward_body(agency) for agency in agencies) if ward_served is None else ward_served
    return Procedure(
        code=code,
        name=name,
        field=clean_text(_text(cells, "field"), field="field"),
        detail=Detail.LIST,
        agencies=agencies,
        issuer=clean_text(_text(cells, "issuer"), field="issuer"),
        ward_served=served,
        taken_at=taken_at,
    )


def _code(cells: Mapping[str, str]) -> str:
    found = {clean_code(_text(cells, part)) for part in ("code", "local_code") if cells.get(part)}
    if not found:
        raise TextProblem("code", "", "is empty")
    if len(found) > 1:
        raise TextProblem("code", " / ".join(sorted(found)), "two columns give different codes")
    return found.pop()


def _text(cells: Mapping[str, str], part: str) -> str:
    text = cells.get(part, "")
    if text.lstrip().startswith(_FORMULA_SIGNS):
        raise TextProblem(part, text, "is a formula; paste the column as values")
    return text


def is_deleted(code: str) -> bool:
    """True for a code the portal has marked as deleted (`…-Xoa`)."""
    return fold(code).strip().endswith("-xoa")


def is_blank(values: Iterable[object]) -> bool:
    """True for a row that holds nothing."""
    return all(value is None or not str(value).strip() for value in values)
