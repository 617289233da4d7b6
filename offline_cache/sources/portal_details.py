"""One record of the national portal as a procedure: a list row gives its line, a detail all its facts."""

import re
from collections.abc import Iterable, Iterator

from kiosk.domain.catalogue import (
    AgencyLevel,
    Channel,
    Detail,
    Duration,
    Fee,
    FeeType,
    FilingMethod,
    LegalDocument,
    OfficialFile,
    OfficialPaper,
    OnlineLevel,
    Procedure,
    ProcedureCase,
    ReturnPlace,
    ReturnWay,
)
from kiosk.domain.text_folding import fold
from offline_cache.sources.portal_shapes import (
    Named,
    PortalCase,
    PortalFee,
    PortalFile,
    PortalMethod,
    PortalPaperGroup,
    PortalProposal,
    PortalRecord,
    PortalReturnWay,
    PortalStep,
)
from offline_cache.sources.reading import TextProblem, clean_code, clean_text, none_if_nothing
from offline_cache.sources.terms import (
    MAX_COPIES,
    UNITS,
    check_range,
    counted_duration,
    distinct_agencies,
    distinct_texts,
    fee_of,
    is_ward_body,
    portal_day,
    portal_stamp,
    written_duration,
)

PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CHANNELS = {"DIRECT": Channel.DIRECT, "POSTAL": Channel.POSTAL, "ONLINE": Channel.ONLINE}
_FEE_TYPES = {"FEE": FeeType.PHI, "SERVICE_FEE": FeeType.LE_PHI, "PRICE_LEVEL": FeeType.PRICE}
_CURRENCIES = {"viet nam dong": "VND", "vnd": "VND", "usd": "USD"}
_PLACES = {place.name: place for place in ReturnPlace}
_PROCEDURE_TYPES = {
    "ASSIGNED_REGULATION": "TTHC được luật giao quy định chi tiết",
    "NOT_ASSIGNED_REGULATION": "TTHC không được luật giao cho địa phương quy định hoặc quy định chi tiết",
    "OTHER": "Loại khác",
}


def issuer_of(record: PortalRecord) -> str:
    """Return who issued the record, "" where it does not say."""
    proposal = record.procedure_proposal
    agency = proposal.issuing_agency if proposal else None
    named = (agency.name if agency else None, record.department_promulgate, record.department_promulgate_name)
    return clean_text(next((name for name in named if name), ""), field="issuer")


def procedure_of(record: PortalRecord) -> Procedure:
    """Return the procedure without `taken_at`. Raises TextProblem for what cannot be kept."""
    name = clean_text(record.name, field="name")
    if not name:
        raise TextProblem("name", record.name, "is empty")
    agencies = _executing(record)
    proposal = record.procedure_proposal or PortalProposal()
    is_full = bool(record.execution_steps or record.execution_methods)
    has_page = record.id is not None and _UUID.fullmatch(record.id) is not None
    methods = tuple(_methods(record.execution_methods or (), next(iter(record.cases or ()), None)))
    return Procedure(
        code=clean_code(record.code),
        name=name,
        field=_field(record),
        detail=Detail.FULL if is_full else Detail.LIST,
        agencies=agencies,
        applicants=_names(record.subject_types_details, "subjectTypesDetails")
        or distinct_texts(record.formality_target_type or (), field="formalityTargetType"),
        steps=_steps(record.execution_steps or ()),
        methods=methods,
        papers=tuple(_papers(record.execution_cases or ())),
        legal_basis=_legal_basis(record.legal_basises_details or ()),
        results=_names(record.results_details, "resultsDetails"),
        conditions=_text(record.requirements_and_conditions, "requirementsAndConditions"),
        issuer=issuer_of(record),
        decision_no=clean_text(proposal.proposal_number or "", field="proposalNumber"),
        decision_date=portal_day(proposal.decision_date),
        url=PAGE + record.id if record.id and has_page else "",
        ward_served=any(is_ward_body(agency) for agency in agencies),
        levels=_levels(record),
        online_level=_online_level(record, methods),
        non_territorial=record.is_non_territorial,
        cases=tuple(_cases(record.cases or ())),
        deciding_agencies=_bodies(record.departments_authority, record.unit_groups_authority),
        coordinating_agencies=_bodies(record.departments_coordinating, record.unit_groups_coordinating),
        delegated_agencies=_bodies(record.departments_authorized, record.unit_groups_authorized),
        return_ways=tuple(_return_ways(record.returning_methods or ())),
        reception_address=_text(record.dossier_receiving_addresses, "dossierReceivingAddresses"),
        procedure_type=_PROCEDURE_TYPES.get(record.formality_type or "", ""),
        note=_text(record.note, "note"),
        keywords=distinct_texts(re.split(r"[;\n]", record.keywords or ""), field="keywords"),
        service_groups=distinct_texts(
            (group.name for group in record.service_groups_details or ()), field="serviceGroupsDetails"
        ),
        portal_id=record.id if record.id and has_page else "",
        portal_updated=portal_stamp(record.updated_at),
    )


def _text(text: str | None, field: str) -> str:
    return none_if_nothing(clean_text(text or "", field=field, lines=True))


def _names(rows: Iterable[Named] | None, field: str) -> tuple[str, ...]:
    return distinct_texts((row.name for row in rows or ()), field=field)


def _field(record: PortalRecord) -> str:
    field = record.category or next(iter(record.categories_details or []), None)
    names = record.categories or []
    return clean_text((field.name if field else None) or (names[0] if names else ""), field="category")


def _bodies(*lists: Iterable[Named] | None) -> tuple[str, ...]:
    return distinct_agencies((row.name or "" for rows in lists for row in rows or ()), field="departments")


def _executing(record: PortalRecord) -> tuple[str, ...]:
    """Return the union of the places that name executing agencies: each alone is often empty."""
    named = _bodies(record.departments_executing, record.unit_groups_executing)
    listed = distinct_agencies((*named, *(record.departments or ())), field="departments")
    # The text repeats the lists joined by commas, which names hold too: it counts only where they are empty.
    return listed or distinct_agencies([record.executing_agencies or ""], field="executingAgencies")


def _steps(steps: Iterable[PortalStep]) -> tuple[str, ...]:
    lines: list[str] = []
    for step in steps:
        text = clean_text(f"{step.name or ''}\n{step.description or ''}", field="executionSteps", lines=True)
        lines += [line for line in text.split("\n") if line]
    return tuple(lines)


def _levels(record: PortalRecord) -> tuple[AgencyLevel, ...]:
    flags = (
        (record.is_ministry, AgencyLevel.MINISTRY),
        (record.is_province, AgencyLevel.PROVINCE),
        (record.is_ward, AgencyLevel.WARD),
        (record.is_vertical, AgencyLevel.VERTICAL),
        (record.is_other_agency, AgencyLevel.OTHER),
    )
    return tuple(level for flag, level in flags if flag)


def _online_level(record: PortalRecord, methods: Iterable[FilingMethod]) -> OnlineLevel:
    """Return toàn trình where flagged; một phần where it is flagged not to be, yet may be filed online."""
    if record.is_full_process:
        return OnlineLevel.FULL
    if record.is_full_process is None or not record.execution_methods:
        return OnlineLevel.UNKNOWN
    is_online = any(method.channel is Channel.ONLINE for method in methods) and not record.is_offline_only
    return OnlineLevel.PARTIAL if is_online else OnlineLevel.NONE


def _cases(cases: Iterable[PortalCase]) -> Iterator[ProcedureCase]:
    for case in cases:
        time = case.processing_day
        yield ProcedureCase(
            name=clean_text(case.name or "", field="cases.name"),
            code=clean_text(case.code or "", field="cases.code"),
            duration=counted_duration(time.qty, time.type) if time else Duration(),
        )


def _return_ways(ways: Iterable[PortalReturnWay]) -> Iterator[ReturnWay]:
    for way in ways:
        places = tuple(dict.fromkeys(_PLACES[value] for value in way.value or () if value in _PLACES))
        if places and way.type in ("ONLINE", "OFFLINE"):
            yield ReturnWay(filed_online=way.type == "ONLINE", places=places)


def _methods(methods: Iterable[PortalMethod], case: PortalCase | None) -> Iterator[FilingMethod]:
    for method in methods:
        channel = _CHANNELS.get(method.submission_method or "")
        if channel is None:
            raise TextProblem("submissionMethod", str(method.submission_method), "is no known way of filing")
        duration = _duration(method.processing_time, method.processing_time_unit, case)
        note = clean_text(method.description or "", field="executionMethods.description", lines=True)
        for fee in method.fees or [PortalFee()]:
            yield FilingMethod(channel=channel, duration=duration, fee=_fee(fee, note), note=note or None)


def _duration(value: float | str | None, unit: str | None, case: PortalCase | None) -> Duration:
    """Return a processing time; where its unit is `OTHER` the first case says it, if the numbers agree.

    They often do not (registering a death: method 1, case 5): then the number stays without a unit.
    """
    if isinstance(value, str):
        return written_duration(clean_text(value, field="processingTime", lines=True))
    said = case.processing_day if case else None
    if said and unit not in UNITS and said.qty is not None and value in (None, said.qty):
        value, unit = said.qty, said.type
    return counted_duration(value, unit)


def _fee(fee: PortalFee, note: str) -> Fee:
    currency = clean_text(fee.currency_name or "", field="fees.currencyName")
    return fee_of(
        fee.value,
        clean_text(fee.description or "", field="fees.description", lines=True),
        note=note,
        type=_FEE_TYPES.get(fee.type or "", FeeType.UNKNOWN),
        currency=_CURRENCIES.get(fold(currency), currency),
        file=_file(fee.attachment) if fee.attachment else None,
    )


def _file(file: PortalFile) -> OfficialFile | None:
    name = clean_text(file.file_name or "", field="fileName")
    file_id = file.file_id or file.id or ""
    # A name is shown, never opened: whatever leads somewhere else is cut off.
    name = re.split(r"[/\\]", name)[-1]
    return OfficialFile(name=name, file_id=file_id if _UUID.fullmatch(file_id) else "") if name else None


def _papers(groups: Iterable[PortalPaperGroup]) -> Iterator[OfficialPaper]:
    seen: set[OfficialPaper] = set()
    for group in groups:
        case = clean_text(group.name or "", field="executionCases.name") or None
        for component in group.profile_components or ():
            originals, copies = component.original_qty or 0, component.copy_qty or 0
            check_range(originals, "originalQty", 0, MAX_COPIES)
            check_range(copies, "copyQty", 0, MAX_COPIES)
            forms = tuple(form for file in component.attachments or () if (form := _file(file)))
            paper = OfficialPaper(
                name=clean_text(component.name or "", field="profileComponents.name", lines=True),
                originals=originals,
                copies=copies,
                form=forms[0].name if forms else None,
                case=case,
                forms=forms,
            )
            if paper.name and paper not in seen:
                seen.add(paper)
                yield paper


def _legal_basis(documents: Iterable[Named]) -> tuple[LegalDocument, ...]:
    found = (
        LegalDocument(
            code=clean_text(document.code or "", field="legalBasisesDetails.code"),
            name=clean_text(document.name or "", field="legalBasisesDetails.name"),
        )
        for document in documents
    )
    return tuple(dict.fromkeys(document for document in found if document.code or document.name))
