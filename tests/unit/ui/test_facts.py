from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.catalogue import (
    Channel,
    Detail,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FilingMethod,
    OfficialPaper,
    PlainPaper,
)
from kiosk.domain.hall import Counter, Hall
from kiosk.domain.local_facts import LocalFacts
from tests.fakes.catalogue import a_procedure, plain_text
from ui.facts import Fact, bare_name, fee_fact, money, paper_rows, place_fact, source_line, time_fact

HALL = Hall(ward="Phường Mẫu", counters=(Counter(name="Quầy 2", fields=("Hộ tịch",), directions="Tầng 1"),))


def method(kind=FeeKind.FREE, amount=None, *, channel=Channel.DIRECT, value=3, unit=DurationUnit.WORKING_DAY):
    return FilingMethod(
        channel=channel, duration=Duration(value=value, unit=unit), fee=Fee(kind=kind, amount_vnd=amount)
    )


@pytest.mark.parametrize(
    ("official", "shown"),
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        ("thủ tục cấp bản sao.", "Cấp bản sao"),
        (" Chứng thực chữ ký ", "Chứng thực chữ ký"),
        ("", ""),
    ],
)
def test_an_official_name_is_shown_without_the_word_procedure(official, shown):
    assert bare_name(official) == shown


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (DurationUnit.WORKING_DAY, "3 ngày làm việc"),
        (DurationUnit.DAY, "3 ngày"),
        (DurationUnit.HOUR, "3 giờ"),
        (DurationUnit.MONTH, "3 tháng"),
    ],
)
def test_without_words_of_ours_the_records_time_speaks_with_its_unit(unit, words):
    assert time_fact(a_procedure(methods=(method(unit=unit),)), None).headline == words


def test_the_time_at_the_counter_is_told_rather_than_the_one_online():
    methods = (method(channel=Channel.ONLINE, value=1), method(value=5))

    assert time_fact(a_procedure(methods=methods), None).headline == "5 ngày làm việc"


@pytest.mark.parametrize("methods", [(), (method(value=None),), (method(unit=None),)])
def test_a_time_the_record_does_not_tell_is_to_be_asked(methods):
    assert time_fact(a_procedure(methods=methods), None).headline == "Hỏi cán bộ"


def test_free_is_said_only_where_every_way_of_filing_is_free():
    free, dear = method(), method(FeeKind.AMOUNT, 8000)

    assert fee_fact(a_procedure(methods=(free, free)), None).headline == "Miễn phí"
    assert fee_fact(a_procedure(methods=(free, dear)), None).headline != "Miễn phí"
    assert fee_fact(a_procedure(methods=()), None).headline != "Miễn phí"


def test_zero_with_a_note_is_not_free():
    assert (
        fee_fact(a_procedure(methods=(method(FeeKind.FREE_WITH_NOTE, 0),)), None).headline == "Có thể thu phí"
    )


def test_one_amount_is_told_and_several_are_to_be_asked():
    one = a_procedure(methods=(method(FeeKind.AMOUNT, 8000), method(FeeKind.AMOUNT, 8000)))
    two = a_procedure(methods=(method(FeeKind.AMOUNT, 8000), method(FeeKind.AMOUNT, 9000)))

    assert fee_fact(one, None).headline == "8.000 đồng"
    assert fee_fact(two, None).headline == "Hỏi cán bộ"


@pytest.mark.parametrize("kind", [FeeKind.TEXT, FeeKind.UNKNOWN])
def test_a_fee_only_written_out_is_to_be_asked(kind):
    assert fee_fact(a_procedure(methods=(method(kind),)), None).headline == "Hỏi cán bộ"


def test_an_amount_beside_a_free_way_is_not_told_as_the_only_one():
    methods = (method(), method(FeeKind.AMOUNT, 8000))

    assert fee_fact(a_procedure(methods=methods), None).headline == "Hỏi cán bộ"


def test_what_is_paid_at_the_counter_is_told_where_only_filing_online_is_free():
    methods = (method(channel=Channel.ONLINE), method(FeeKind.AMOUNT, 8000))

    assert fee_fact(a_procedure(methods=methods), None).headline == "8.000 đồng"


def test_our_own_words_come_before_the_record():
    text = plain_text(
        time="Trong ngày", time_note="Sau 15 giờ: hôm sau", fee="Miễn phí", fee_note="Bản sao có phí"
    )
    procedure = a_procedure(methods=(method(FeeKind.AMOUNT, 8000),))

    assert (time_fact(procedure, text).headline, time_fact(procedure, text).line) == (
        "Trong ngày",
        "Sau 15 giờ: hôm sau",
    )
    assert (fee_fact(procedure, text).headline, fee_fact(procedure, text).line) == (
        "Miễn phí",
        "Bản sao có phí",
    )


def test_the_wards_own_counter_comes_before_our_words():
    fact = place_fact(a_procedure(), plain_text(where="Quầy hộ tịch"), HALL)

    assert (fact.headline, fact.line) == ("Quầy 2, Hộ tịch", "Tầng 1")


def test_without_a_counter_our_words_then_the_hall_then_the_agency_are_told():
    hall = replace(HALL, counters=())
    elsewhere = a_procedure(ward_served=False, agencies=("Sở Tư pháp",))

    assert place_fact(a_procedure(), plain_text(where="Quầy hộ tịch"), hall).headline == "Quầy hộ tịch"
    assert place_fact(a_procedure(), None, hall).headline == "Tại sảnh này"
    assert place_fact(elsewhere, None, hall).headline == "Sở Tư pháp"
    assert place_fact(replace(elsewhere, agencies=()), None, hall).headline == "Hỏi cán bộ"


def test_papers_of_ours_come_first_and_explanations_of_the_record_are_no_papers():
    official = (
        OfficialPaper(name="- Tờ khai", originals=1),
        OfficialPaper(name="Trường hợp khác thì nộp thêm:"),
        OfficialPaper(name="+ Bản sao", copies=2),
    )
    procedure = a_procedure(papers=official)
    text = plain_text(papers=(PlainPaper(name="Tờ khai", note="Lấy tại quầy"),))

    assert [row.title for row in paper_rows(procedure, text)] == ["Tờ khai"]
    assert [(row.title, row.line) for row in paper_rows(procedure, None)] == [
        ("Tờ khai", "Bản chính: 1"),
        ("Bản sao", "Bản sao: 2"),
    ]


def test_the_source_is_the_decision_where_there_is_one():
    assert "163/QĐ-BTP" in source_line(a_procedure(decision_no="163/QĐ-BTP"))
    assert "Cổng Dịch vụ công" in source_line(a_procedure(decision_no=""))
    assert "chỉ biết tên" in source_line(a_procedure(detail=Detail.LIST))


def test_money_has_points_between_the_thousands():
    assert money(1_200_000) == "1.200.000 đồng"


def test_different_times_of_one_channel_are_told_as_a_range():
    methods = (method(value=3), method(value=15), method(channel=Channel.ONLINE, value=1))

    assert time_fact(a_procedure(methods=methods), None).headline == "3–15 ngày làm việc"


def test_times_in_different_units_depend_on_the_case():
    methods = (method(value=3), method(value=2, unit=DurationUnit.MONTH))

    assert time_fact(a_procedure(methods=methods), None) == Fact(
        headline="Tùy trường hợp", line="Xem từng cách nộp."
    )


def test_half_a_day_is_written_with_a_comma():
    assert time_fact(a_procedure(methods=(method(value=7.5),)), None).headline == "7,5 ngày làm việc"


@pytest.mark.parametrize(
    ("local", "headline"),
    [
        (LocalFacts(fee_vnd=12_000), "12.000 đồng"),
        (LocalFacts(fee_vnd=0), "Miễn phí"),
        (LocalFacts(fee_text="Từ 5.000 đồng"), "Từ 5.000 đồng"),
    ],
)
def test_what_the_staff_of_this_hall_set_goes_before_the_record(local, headline):
    procedure = a_procedure(methods=(method(FeeKind.AMOUNT, 8_000),), local=local)

    assert fee_fact(procedure, plain_text(fee="8.000 đồng")).headline == headline


def test_the_counter_the_staff_named_goes_before_the_settings():
    procedure = a_procedure(local=LocalFacts(counter="Quầy 9", opening_note="Chỉ buổi sáng"))

    assert place_fact(procedure, None, HALL) == Fact(headline="Quầy 9", line="Chỉ buổi sáng")


def test_the_source_tells_the_decision_its_day_and_the_day_of_the_facts():
    procedure = a_procedure(decision_no="163/QĐ-BTP", decision_date=date(2026, 1, 16))

    assert source_line(procedure) == "Theo Quyết định 163/QĐ-BTP ngày 16/01/2026. Dữ liệu ngày 18/07/2026."


def test_without_a_day_of_its_own_the_catalogues_day_stands_in():
    procedure = a_procedure(taken_at=None)

    assert source_line(procedure, date(2026, 7, 1)).endswith("Dữ liệu ngày 01/07/2026.")
    assert "Dữ liệu" not in source_line(procedure)
