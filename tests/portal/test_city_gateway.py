"""The boundary to the city's system: one contract over both gateways, tables that are data with dates."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from tests.portal.city_gateway.gateway import (
    CityDossier,
    GatewayRefused,
    GatewayUnreachable,
    ValueUnknown,
)
from tests.portal.city_gateway.gateways import DvcqgGateway, DvcqgMock, ReferenceGateway
from tests.portal.city_gateway.mapping import FOLDER, MappingFile, read_mapping

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TODAY = NOW.date()
DOSSIER = CityDossier(
    dossier_code="H26.00.00-261124-0042",
    procedure_code="1.001193",
    procedure_name="Đăng ký khai sinh",
    applicant_kind="person",
    received_at=NOW,
    due=NOW + timedelta(days=3),
    status=2,
    by_post=True,
)


def dvcqg(on=TODAY):
    mapping = read_mapping("dvcqg_mock", on)
    mock = DvcqgMock(mapping)
    return DvcqgGateway(mock, mapping, unit="000.00.01.H26", username="u", password="p"), mock


@pytest.fixture(params=["reference", "dvcqg_mock"])
def gateway(request):
    return ReferenceGateway() if request.param == "reference" else dvcqg()[0]


def test_what_was_pushed_is_found_by_its_code(gateway):
    gateway.push_dossier(DOSSIER)

    found = gateway.find_by_code(DOSSIER.dossier_code)
    assert (found.status, found.at) == (2, NOW)
    assert gateway.find_by_code("H26.00.00-261124-0043") is None


def test_pushing_again_updates(gateway):
    gateway.push_dossier(DOSSIER)
    gateway.push_dossier(replace(DOSSIER, status=4))

    assert gateway.find_by_code(DOSSIER.dossier_code).status == 4


def test_only_what_changed_since_comes_oldest_first(gateway):
    for minutes in (30, 10, 20):
        code = f"H26.00.00-261124-00{minutes}"
        gateway.push_dossier(
            replace(DOSSIER, dossier_code=code, received_at=NOW + timedelta(minutes=minutes))
        )

    found = gateway.pull_status(NOW + timedelta(minutes=10))

    assert [state.dossier_code[-2:] for state in found] == ["20", "30"]


def test_names_and_values_are_those_of_the_national_adapter():
    gateway, mock = dvcqg(date(2026, 1, 1))
    gateway.push_dossier(DOSSIER)

    row = mock.rows[DOSSIER.dossier_code]
    assert (row["MaTTHC"], row["LoaiDoiTuong"], row["HinhThuc"]) == ("1.001193", "1", "1")
    assert row["NgayTiepNhan"] == "20261124094200"


def test_a_new_version_of_the_table_holds_from_its_day_on():
    gateway, mock = dvcqg(date(2026, 7, 1))
    gateway.push_dossier(replace(DOSSIER, applicant_kind="household_business"))

    row = mock.rows[DOSSIER.dossier_code]
    assert (row["LoaiDoiTuong"], row["NgayTiepNhan"]) == ("2", "2026-11-24 09:42:00")


def test_a_value_without_a_row_is_refused_never_guessed():
    gateway, _ = dvcqg(date(2026, 1, 1))

    with pytest.raises(ValueUnknown, match="household_business"):
        gateway.push_dossier(replace(DOSSIER, applicant_kind="household_business"))


def test_a_code_of_another_shape_is_refused_before_it_travels():
    gateway, mock = dvcqg()

    with pytest.raises(GatewayRefused, match="code_shape"):
        gateway.push_dossier(replace(DOSSIER, dossier_code="PK 170 123 456-80"))
    assert mock.rows == {}


def test_a_lost_session_is_opened_again_once():
    gateway, mock = dvcqg()
    gateway.push_dossier(DOSSIER)
    mock.sessions.clear()

    assert gateway.find_by_code(DOSSIER.dossier_code).status == 2


def test_a_silent_city_is_unreachable_and_the_same_push_works_later():
    gateway, mock = dvcqg()
    mock.silent = 1
    with pytest.raises(GatewayUnreachable):
        gateway.push_dossier(DOSSIER)

    gateway.push_dossier(DOSSIER)

    assert len(mock.rows) == 1


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_table_has_the_ten_states_each_once(path):
    file = msgspec.yaml.decode(path.read_bytes(), type=MappingFile)

    assert set(file.status) == set(range(1, 11))
    assert len(set(file.status.values())) == 10
    assert path.stem == f"{file.system}-{file.version}"


def test_no_day_without_a_table_goes_unnoticed():
    with pytest.raises(LookupError, match="2025-06-30"):
        read_mapping("dvcqg_mock", date(2025, 6, 30))
