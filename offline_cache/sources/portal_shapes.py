"""The JSON of the national portal (2026) as far as it is used: list rows, details and their envelopes.

Shapes: public crawls of July 2026; the portal publishes no contract, so everything about it may be missing.
"""

from typing import Any

import msgspec


class Named(msgspec.Struct):
    """Anything with a name: an agency, a field, a legal document, a result."""

    name: str | None = None
    code: str | None = None


class PortalFile(msgspec.Struct, rename="camel"):
    """A file on the portal; forms say `id`, fee tables `fileId`."""

    id: str | None = None
    file_id: str | None = None
    file_name: str | None = None


class PortalFee(msgspec.Struct, rename="camel"):
    """One fee of a way of filing; `value` in units of the currency."""

    type: str | None = None
    value: int | float | None = None
    currency_name: str | None = None
    description: str | None = None
    attachment: PortalFile | None = None


class PortalMethod(msgspec.Struct, rename="camel"):
    """A way of filing; `processingTime` is a number, or a sentence in 9 % of all rows."""

    submission_method: str | None = None
    processing_time: int | float | str | None = None
    processing_time_unit: str | None = None
    description: str | None = None
    fees: list[PortalFee] | None = None


class PortalComponent(msgspec.Struct, rename="camel"):
    """A line of the dossier's components."""

    name: str | None = None
    original_qty: int | None = None
    copy_qty: int | None = None
    attachments: list[PortalFile] | None = None


class PortalPaperGroup(msgspec.Struct, rename="camel"):
    """A heading with the components under it."""

    name: str | None = None
    profile_components: list[PortalComponent] | None = None


class PortalStep(msgspec.Struct):
    """A step: a title, often empty, and lines of text."""

    name: str | None = None
    description: str | None = None


class PortalProposal(msgspec.Struct, rename="camel"):
    """The decision that published the record; `decisionDate` in milliseconds since 1970 UTC."""

    proposal_number: str | None = None
    decision_date: int | float | None = None
    issuing_agency: Named | None = None


class PortalQuantity(msgspec.Struct):
    """A number with its unit."""

    qty: int | float | None = None
    type: str | None = None


class PortalCase(msgspec.Struct, rename="camel"):
    """A case with its own time."""

    name: str | None = None
    code: str | None = None
    processing_day: PortalQuantity | None = None


class PortalReturnWay(msgspec.Struct):
    """Where results are handed over, by the way of filing (`ONLINE`, `OFFLINE`)."""

    type: str | None = None
    value: list[str] | None = None


class PortalServiceGroup(msgspec.Struct):
    """A group of the portal's front page."""

    name: str | None = None
    type: str | None = None


class PortalRecord(msgspec.Struct, rename="camel"):
    """A list row or a detail: a row has the first fields only."""

    code: str
    name: str
    id: str | None = None
    type: str | None = None
    categories: list[str] | None = None
    departments: list[str] | None = None
    department_promulgate: str | None = None
    department_promulgate_name: str | None = None
    formality_target_type: list[str] | None = None
    formality_type: str | None = None
    execution_steps: list[PortalStep] | None = None
    execution_methods: list[PortalMethod] | None = None
    execution_cases: list[PortalPaperGroup] | None = None
    category: Named | None = None
    categories_details: list[Named] | None = None
    departments_executing: list[Named] | None = None
    unit_groups_executing: list[Named] | None = None
    executing_agencies: str | None = None
    departments_authority: list[Named] | None = None
    unit_groups_authority: list[Named] | None = None
    departments_coordinating: list[Named] | None = None
    unit_groups_coordinating: list[Named] | None = None
    departments_authorized: list[Named] | None = None
    unit_groups_authorized: list[Named] | None = None
    subject_types_details: list[Named] | None = None
    legal_basises_details: list[Named] | None = None
    results_details: list[Named] | None = None
    requirements_and_conditions: str | None = None
    dossier_receiving_addresses: str | None = None
    procedure_proposal: PortalProposal | None = None
    cases: list[PortalCase] | None = None
    returning_methods: list[PortalReturnWay] | None = None
    service_groups_details: list[PortalServiceGroup] | None = None
    keywords: str | None = None
    note: str | None = None
    is_ward: bool | None = None
    is_province: bool | None = None
    is_ministry: bool | None = None
    is_other_agency: bool | None = None
    is_vertical: bool | None = None
    is_full_process: bool | None = None
    is_offline_only: bool | None = None
    is_non_territorial: bool | None = None
    updated_at: int | float | None = None


class PortalCode(msgspec.Struct):
    """The code alone, for a record whose rest cannot be read."""

    code: str


class PortalAnswer(msgspec.Struct):
    """The outside of an answer: an envelope has `data`, a page of the list `items`, a detail neither."""

    code: Any = None
    data: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    items: list[msgspec.Raw] | msgspec.UnsetType = msgspec.UNSET
    total: int | None = None


class PortalList(msgspec.Struct):
    """Records as bytes; `total` is how many the portal has in all, 0 where it did not say."""

    items: list[msgspec.Raw]
    total: int = 0
