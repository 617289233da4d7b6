from dataclasses import replace

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
from tests.fakes.catalogue import a_procedure, plain_text
from ui.facts import bare_name, fee_fact, money, paper_rows, place_fact, source_line, time_fact

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
