"""The starter catalogue says what the official record says."""

import csv
import gzip
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kiosk.domain.catalogue import Fee, FeeKind, Procedure
from offline_cache.sources import source_of
from offline_cache.sources.terms import honest_fee
from tests.unit.offline_cache.starter_files import Table, listed, procedures

FILES = procedures()
LISTED = listed()
HANOI = timezone(timedelta(hours=7))


@pytest.fixture(scope="module")
def records(shared_data: Path) -> dict[str, Table]:
    """The records by code: the clean catalogue's, or the portal's where it names another decision."""
    found = (record for record in _lines(shared_data / "procedures.jsonl.gz") if record["code"] in FILES)
    clean = {record["code"]: _honest(record) for record in found}
    path = shared_data / "portal-raw/formality-detail.jsonl.gz"
    for row in source_of(path).read(path, None):
        if not isinstance(row, Procedure) or row.code not in clean or not row.decision_no:
            continue
        known = clean[row.code]
        if row.decision_no.split() != (known["decision_no"] or "").split():
            clean[row.code] = known | _table(row)
    return clean


@pytest.fixture(scope="module")
def proposals(shared_data: Path) -> dict[str, Table]:
    answers = (
        answer.get("data") or {} for answer in _lines(shared_data / "portal-raw/formality-detail.jsonl.gz")
    )
    return {
        answer["code"]: answer.get("procedureProposal") or {}
        for answer in answers
        if answer.get("code") in FILES
    }


@pytest.mark.parametrize("code", FILES)
def test_name_field_agencies_and_decision_are_the_records(code: str, records: dict[str, Table]) -> None:
    ours, record = FILES[code], records[code]

    assert ours["official_name"] == record["name"]
    assert ours["field"] == record["field"]
    assert ours["agencies"] == record["agency"]
    assert ours["applicants"] == record["applicants"]
    assert ours["issuer"] == (record["issuer"] or "")
    assert ours["decision_no"] == (record["decision_no"] or "")
    assert ours.get("url", "") == (record["url"] or "")
    # "..." stands in a record for a result nobody wrote down
    assert ours["results"] == [result["name"] for result in record["result"] if result["name"].strip(". …")]


@pytest.mark.parametrize("code", FILES)
def test_the_legal_basis_is_the_records(code: str, records: dict[str, Table]) -> None:
    theirs = [(law["code"] or "", law["name"] or "") for law in records[code]["legal_basis"]]

    assert [(law["code"], law["name"]) for law in FILES[code]["legal_basis"]] == theirs


@pytest.mark.parametrize("code", FILES)
def test_ways_times_and_fees_are_the_records(code: str, records: dict[str, Table]) -> None:
    keys = (
        "channel",
        "duration_value",
        "duration_unit",
        "duration_text",
        "fee_kind",
        "fee_vnd",
        "fee_text",
        "note",
    )
    theirs = [{key: method[key] or None for key in keys} for method in records[code]["methods"]]

    assert [{key: method.get(key) or None for key in keys} for method in FILES[code]["methods"]] == theirs


@pytest.mark.parametrize("code", FILES)
def test_every_paper_stands_for_a_component_of_the_record(code: str, records: dict[str, Table]) -> None:
    for paper in FILES[code].get("papers", []):
        meant = [doc for doc in records[code]["documents"] if paper["official"] in doc["name"]]

        counts = {(doc["originals"], doc["copies"]) for doc in meant}
        assert (paper["originals"], paper["copies"]) in counts, paper["official"]
        assert paper["originals"] + paper["copies"] > 0, paper["official"]


@pytest.mark.parametrize("code", FILES)
def test_a_decision_date_is_given_only_where_the_portal_gave_it(
    code: str, proposals: dict[str, Table]
) -> None:
    ours, proposal = FILES[code], proposals.get(code, {})
    is_known = (
        proposal.get("decisionDate") and proposal["proposalNumber"].strip() == ours["decision_no"].strip()
    )
    known = datetime.fromtimestamp(proposal["decisionDate"] / 1000, HANOI).date() if is_known else None

    assert ours.get("decision_date") == known


@pytest.mark.parametrize("code", FILES)
def test_no_text_says_free_where_the_record_carries_a_note(code: str, records: dict[str, Table]) -> None:
    kinds = {method["fee_kind"] for method in records[code]["methods"]}
    says_free = "miễn phí" in FILES[code]["vi"]["fee"].lower() or "free" in FILES[code]["en"]["fee"].lower()

    assert not says_free or kinds == {"free"}


@pytest.fixture(scope="module")
def lines_of_the_list(shared_data: Path) -> dict[str, Table]:
    return {
        record["code"]: record
        for record in _lines(shared_data / "procedures.jsonl.gz")
        if record["code"] in LISTED
    }


@pytest.mark.parametrize("code", LISTED)
def test_what_only_the_list_knows_says_nothing_else(code: str, lines_of_the_list: dict[str, Table]) -> None:
    ours, record = LISTED[code], lines_of_the_list[code]

    assert record["detail"] == "list"
    assert (ours["official_name"], ours["field"], ours["agencies"], ours["applicants"]) == tuple(
        record[key] for key in ("name", "field", "agency", "applicants")
    )
    assert (ours["issuer"], ours["url"]) == (record["issuer"], record["url"])
    assert not {"papers", "questions", "results", "legal_basis", "decision_no", "form"} & set(ours)
    assert set(ours["vi"]) == set(ours["en"]) == {"name", "summary"}


def test_the_core_of_a_ward_is_there_in_full_or_by_name(shared_data: Path) -> None:
    with (shared_data / "ward-core.csv").open(encoding="utf-8", newline="") as file:
        core = {row["code"]: row["detail"] for row in csv.DictReader(file) if row["priority"] == "1"}

    assert {code for code, detail in core.items() if detail == "list"} == set(LISTED)
    assert {code for code, detail in core.items() if detail == "full"} <= set(FILES)


@pytest.mark.parametrize("code", FILES | LISTED)
def test_the_facts_carry_the_day_they_were_taken(code: str) -> None:
    assert (FILES | LISTED)[code]["taken_at"] == date(2026, 7, 18)


def _lines(path: Path) -> Iterator[Table]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _honest(record: Table) -> Table:
    methods = [method | {"fee_kind": _honest_kind(method)} for method in record["methods"]]
    return record | {"methods": methods}


def _honest_kind(method: Table) -> str:
    fee = Fee(kind=FeeKind(method["fee_kind"]), amount_vnd=method["fee_vnd"], text=method["fee_text"])
    return honest_fee(fee, method["note"] or "").kind.value


def _table(facts: Procedure) -> Table:
    """A record of the portal as the clean catalogue writes it."""
    return {
        "name": facts.name,
        "field": facts.field,
        "agency": list(facts.agencies),
        "applicants": list(facts.applicants),
        "issuer": facts.issuer,
        "decision_no": facts.decision_no,
        "result": [{"name": name} for name in facts.results],
        "legal_basis": [{"code": law.code, "name": law.name} for law in facts.legal_basis],
        "documents": [
            {"name": paper.name, "originals": paper.originals, "copies": paper.copies}
            for paper in facts.papers
        ],
        "methods": [
            {
                "channel": method.channel.value,
                "duration_value": method.duration.value,
                "duration_unit": method.duration.unit and method.duration.unit.value,
                "duration_text": method.duration.text,
                "fee_kind": method.fee.kind.value,
                "fee_vnd": method.fee.amount_vnd,
                "fee_text": method.fee.text,
                "note": method.note,
            }
            for method in facts.methods
        ],
    }
