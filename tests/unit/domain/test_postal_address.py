"""Addresses have two levels; what people write of the old ones is answered with what to write now."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import (
    Channel,
    Detail,
    Duration,
    Fee,
    FeeKind,
    FilingMethod,
    Procedure,
    ReturnPlace,
    ReturnWay,
)
from kiosk.domain.forms import check_answer, check_form, normalise_answer
from kiosk.domain.forms_wording import fault_text
from kiosk.domain.postal_address import PROVINCES, merged_into, province_of, ward_of
from kiosk.domain.postal_delivery import DELIVERY_FIELDS, can_post, with_delivery
from offline_cache.form_files import load_forms

TODAY = date(2026, 11, 25)
FIELDS = {field.name.removeprefix("delivery_"): field for field in DELIVERY_FIELDS}
GOOD = {
    "delivery_name": "Trần Thị Thu Hà",
    "delivery_phone": "0912 345 678",
    "delivery_line": "Số 5 ngõ 12 phố Mẫu",
    "delivery_ward": "phường cửa nam",
    "delivery_province": "ha noi",
}


def fault(name: str, value: str) -> str:
    found = check_answer(FIELDS[name], value, TODAY)
    return found.code if found is not None else ""


def test_there_are_thirty_four_provinces_and_none_holds_itself() -> None:
    assert len(PROVINCES) == 34
    assert not any(merged_into(name) for name in PROVINCES)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ha noi", "Hà Nội"),
        ("HÀ NỘI", "Hà Nội"),
        ("Thành phố Hà Nội", "Hà Nội"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("tphcm", "Hồ Chí Minh"),
        ("tinh thanh hoa", "Thanh Hóa"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Huế", "Huế"),
        ("Hà", ""),
        ("", ""),
    ],
)
def test_a_province_is_known_without_its_marks(typed: str, meant: str) -> None:
    assert province_of(typed) == meant


def test_a_former_province_is_answered_with_the_one_that_holds_it_now() -> None:
    found = check_answer(FIELDS["province"], "tỉnh hà nam", TODAY)

    assert found is not None
    assert found.code == "province_merged"
    assert fault_text(found, FIELDS["province"], "vi").startswith("Tỉnh này nay thuộc Ninh Bình.")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("p. cửa nam", "Phường Cửa Nam"),
        ("phường ô chợ dừa", "Phường Ô Chợ Dừa"),
        ("xa ba vi", "Xã Ba Vi"),
        ("P.1", "Phường 1"),
        ("Đặc khu Vân Đồn", "Đặc khu Vân Đồn"),
        ("Cửa Nam", "Cửa Nam"),
        ("xã", "xã"),
    ],
)
def test_a_ward_is_kept_with_its_kind_in_full(typed: str, kept: str) -> None:
    assert ward_of(typed) == kept
    assert ward_of(kept) == kept


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("ward", "quận Hoàn Kiếm", "level_gone"),
        ("ward", "Phường Cửa Nam, quận Hoàn Kiếm", "level_gone"),
        ("ward", "thị trấn Tây Đằng", "level_gone"),
        ("ward", "Cửa Nam", "ward_kind"),
        ("ward", "Phường", "ward_kind"),
        ("ward", "Phường A", "ward_name"),
        ("line", "Số 5, huyện Mẫu", "level_gone"),
        ("line", "5", "line_short"),
        ("line", "12345", "line_letters"),
        ("line", "Số 5 phố Quan Nhân", ""),
        ("line", "x" * 101, "text_long"),
        ("province", "Sao Hỏa", "province_unknown"),
        ("phone", "12", "phone_start"),
        ("name", "", "missing"),
    ],
)
def test_a_wrong_line_of_an_address_is_named(name: str, value: str, code: str) -> None:
    assert fault(name, value) == code


def test_a_whole_address_stands_after_the_questions_of_any_form() -> None:
    for form in load_forms():
        whole = with_delivery(form)
        names = [field.name for field in whole.fields]

        assert len(names) == len(set(names))
        assert not [f for f in check_form(whole, GOOD, TODAY) if f.field.startswith("delivery_")]


@given(st.text(max_size=60))
def test_whatever_is_typed_is_kept_the_same_way_twice(text: str) -> None:
    for field in DELIVERY_FIELDS:
        once = normalise_answer(field, text)
        assert normalise_answer(field, once) == once


def procedure(*, ways: tuple[ReturnWay, ...] = (), channel: Channel = Channel.DIRECT) -> Procedure:
    method = FilingMethod(channel=channel, duration=Duration(), fee=Fee(kind=FeeKind.UNKNOWN))
    return Procedure(
        code="1.000000", name="Mẫu", field="Mẫu", detail=Detail.FULL, methods=(method,), return_ways=ways
    )


def test_post_is_offered_only_where_the_record_lets_the_result_come_home() -> None:
    home = ReturnWay(filed_online=False, places=(ReturnPlace.AT_HOME,))
    counter = ReturnWay(filed_online=False, places=(ReturnPlace.AT_SUBMISSION_PLACE,))

    assert can_post(procedure(ways=(counter, home)))
    assert not can_post(procedure(ways=(counter,), channel=Channel.POSTAL))
    assert can_post(procedure(channel=Channel.POSTAL))
    assert not can_post(procedure())
