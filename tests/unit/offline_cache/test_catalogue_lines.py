"""What a person reads of a changed value."""

from datetime import date
from enum import Enum

import pytest

from kiosk.domain import official_record
from kiosk.domain.catalogue import (
    Channel,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FilingMethod,
    LegalDocument,
    OfficialPaper,
    ReturnPlace,
    ReturnWay,
)
from offline_cache.catalogue_diff import field_changes
from offline_cache.catalogue_lines import _WORDS, shown
from tests.fakes.catalogue import a_procedure, plain_text


def test_every_term_of_the_official_record_has_words():
    kinds = [
        kind for kind in vars(official_record).values() if isinstance(kind, type) and issubclass(kind, Enum)
    ]
    members = {member for kind in kinds if kind is not Enum for member in kind}

    assert members <= _WORDS.keys()


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (None, ""),
        ("Có giấy cũ", "Có giấy cũ"),
        (True, "có"),
        (date(2026, 7, 1), "01/07/2026"),
        (("a", "b"), "a; b"),
        (Duration(value=3.0, unit=DurationUnit.WORKING_DAY, text="3"), "3 ngày làm việc"),
        (Duration(text="Ngay trong ngày"), "Ngay trong ngày"),
        (Fee(kind=FeeKind.AMOUNT, amount_vnd=50000), "50.000 đồng"),
        (Fee(kind=FeeKind.FREE_WITH_NOTE, text="Theo nghị quyết"), "0 đồng, có ghi chú · Theo nghị quyết"),
        (
            OfficialPaper(name="Tờ khai", originals=1, form="mau-01.doc"),
            "Tờ khai (bản chính: 1, bản sao: 0) · mẫu: mau-01.doc",
        ),
        (ReturnWay(filed_online=True, places=(ReturnPlace.AT_HOME,)), "nộp trực tuyến: tại nhà"),
        (
            LegalDocument(code="87/2020/NĐ-CP", name="Nghị định số 87/2020/NĐ-CP"),
            "Nghị định số 87/2020/NĐ-CP",
        ),
    ],
)
def test_a_value_is_one_line_in_words(value, line):
    assert shown(value) == line


def test_of_a_list_only_the_lines_that_differ_are_told():
    before = a_procedure(steps=("Nộp", "Chờ", "Nhận"))

    (change,) = field_changes(before, a_procedure(steps=("Nộp", "Chờ 3 ngày", "Nhận")))

    assert (change.before, change.after) == ("Chờ", "Chờ 3 ngày")


def test_a_list_in_another_order_is_told_whole():
    (change,) = field_changes(a_procedure(steps=("Nộp", "Chờ")), a_procedure(steps=("Chờ", "Nộp")))

    assert (change.before, change.after) == ("Nộp\nChờ", "Chờ\nNộp")


def test_our_texts_are_compared_part_by_part():
    before = a_procedure(texts=(plain_text(fee="Miễn phí"), plain_text("en", "Birth")))

    (change,) = field_changes(
        before, a_procedure(texts=(plain_text(fee="8.000 đồng"), plain_text("en", "Birth")))
    )

    assert (change.field, change.before, change.after) == ("texts.vi.fee", "Miễn phí", "8.000 đồng")


def test_a_way_of_filing_tells_channel_time_and_fee():
    method = FilingMethod(
        channel=Channel.DIRECT,
        duration=Duration(value=5.0, unit=DurationUnit.DAY),
        fee=Fee(kind=FeeKind.FREE),
        note="Tại phường",
    )

    assert shown(method) == "Trực tiếp · 5 ngày · không thu phí · Tại phường"


def test_the_day_facts_were_taken_is_no_change_by_itself():
    assert field_changes(a_procedure(), a_procedure(taken_at=date(2026, 11, 1))) == ()
