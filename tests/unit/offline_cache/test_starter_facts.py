"""The starter catalogue says what the official record says."""

import gzip
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.unit.offline_cache.starter_files import Table, procedures

FILES = procedures()
HANOI = timezone(timedelta(hours=7))


@pytest.fixture(scope="module")
def records(shared_data: Path) -> dict[str, Table]:
    found = (record for record in _lines(shared_data / "procedures.jsonl.gz") if record["code"] in FILES)
    return {record["code"]: record for record in found}


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
    assert ours["results"] == [result["name"] for result in record["result"]]


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
def test_the_facts_carry_the_day_they_were_taken(code: str) -> None:
    assert FILES[code]["taken_at"] == date(2026, 7, 18)


def _lines(path: Path) -> Iterator[Table]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
