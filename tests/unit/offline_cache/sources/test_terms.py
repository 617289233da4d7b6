"""Times and fees as the portal writes them: read where they are certain, kept as words where not."""

import pytest

from kiosk.domain.catalogue import AgencyLevel, Duration, DurationUnit, Fee, FeeKind, OfficialFile
from offline_cache.sources.reading import TextProblem
from offline_cache.sources.terms import (
    apart,
    counted_duration,
    distinct_agencies,
    fee_of,
    honest_fee,
    is_ward_body,
    levels_of,
    portal_day,
    written_duration,
)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3 ngày làm việc", 3, DurationUnit.WORKING_DAY),
        ("07 Ngày", 7, DurationUnit.DAY),
        ("7,5 ngày làm việc.", 7.5, DurationUnit.WORKING_DAY),
        ("02 Giờ", 2, DurationUnit.HOUR),
        ("1 tháng", 1, DurationUnit.MONTH),
        ("Không quá 15 ngày kể từ ngày nhận đủ hồ sơ", None, None),
        ("15 ngày, trừ ngày lễ", None, None),
        ("Theo mô tả", None, None),
        ("٣ ngày", None, None),
        ("", None, None),
    ],
)
def test_a_written_time_is_read_only_where_nothing_stands_beside_it(text, value, unit):
    assert written_duration(text) == Duration(value=value, unit=unit, text=text or None)


def test_a_number_with_an_unknown_unit_stays_a_number():
    assert counted_duration(5, "OTHER") == Duration(value=5.0, unit=None, text="5")


@pytest.mark.parametrize("value", [-1, 1e9, float("nan"), float("inf")])
def test_a_time_out_of_range_is_refused(value):
    with pytest.raises(TextProblem):
        counted_duration(value, "DAY")


@pytest.mark.parametrize(
    ("text", "note", "kind"),
    [
        ("", "", FeeKind.FREE),
        ("Không.", "", FeeKind.FREE),
        ("Không quy định", "", FeeKind.FREE_WITH_NOTE),
        ("Miễn phí (Không quy định.)", "", FeeKind.FREE_WITH_NOTE),
        ("Miễn phí", "", FeeKind.FREE),
        ("Miễn phí (Không có)", "", FeeKind.FREE),
        ("Không thu lệ phí", "", FeeKind.FREE),
        ("", "Nộp hồ sơ tại Bộ phận Một cửa; phiếu hẹn ghi ngày trả.", FeeKind.FREE),
        ("", "Cá nhân thực hiện trực tuyến, không thu phí.", FeeKind.FREE),
        ("Miễn lệ phí cho người thuộc hộ nghèo", "", FeeKind.FREE_WITH_NOTE),
        ("Miễn phí đối với lần đầu", "", FeeKind.FREE_WITH_NOTE),
        ("Do Hội đồng nhân dân tỉnh quy định", "", FeeKind.FREE_WITH_NOTE),
        ("Miễn phí (Theo quy định của Luật phí và lệ phí)", "", FeeKind.FREE_WITH_NOTE),
        ("Nghị quyết số 09/2025/NQ-HĐND", "", FeeKind.FREE_WITH_NOTE),
        ("Miễn lệ phí. Phí cấp bản sao theo Thông tư số 281/2016/TT-BTC", "", FeeKind.FREE_WITH_NOTE),
        ("", "Lệ phí: 50.000 đồng/lần", FeeKind.FREE_WITH_NOTE),
        ("", "Mức thu theo quy định của HĐND thành phố", FeeKind.FREE_WITH_NOTE),
    ],
)
def test_zero_is_free_only_where_nothing_beside_it_says_otherwise(text, note, kind):
    assert fee_of(0, text, note=note).kind is kind
    assert honest_fee(Fee(kind=FeeKind.FREE, amount_vnd=0, text=text or None), note).kind is kind


def test_a_zero_keeps_the_words_that_make_it_not_free():
    assert fee_of(0, "Không quy định").text == "Không quy định"
    assert fee_of(0, "", note="Lệ phí theo quy định").text == "Lệ phí theo quy định"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Miễn phí (Do Hội đồng nhân dân (HĐND) quy định)", "Do Hội đồng nhân dân (HĐND) quy định"),
        ("Miễn phí", None),
        ("Miễn phí cho hộ nghèo", "Miễn phí cho hộ nghèo"),
        ("Theo Nghị quyết 09", "Theo Nghị quyết 09"),
    ],
)
def test_the_word_a_page_prints_for_zero_is_not_shown_where_it_is_not_free(text, shown):
    fee = honest_fee(Fee(kind=FeeKind.FREE_WITH_NOTE, amount_vnd=0, text=text))

    assert (fee.kind, fee.text) == (FeeKind.FREE_WITH_NOTE, shown)


def test_a_zero_with_a_table_of_fees_attached_is_not_free():
    fee = fee_of(0, "", file=OfficialFile(name="bieuphi.pdf"))

    assert fee.kind is FeeKind.FREE_WITH_NOTE
    assert fee.file is not None


def test_another_currency_is_kept_as_words():
    fee = fee_of(45, "mỗi người", currency="USD")

    assert (fee.kind, fee.amount_vnd, fee.text) == (FeeKind.TEXT, None, "45 USD mỗi người")


def test_an_amount_with_parts_of_a_dong_is_kept_as_words():
    assert fee_of(1500.5, "").kind is FeeKind.TEXT


def test_an_unnamed_fee_is_unknown_and_a_described_one_is_words():
    assert fee_of(None, "").kind is FeeKind.UNKNOWN
    assert fee_of(None, "Không").kind is FeeKind.UNKNOWN
    assert fee_of(None, "Chi tiết tại văn bản kèm theo").kind is FeeKind.TEXT


def test_levels_are_read_in_both_spellings_and_unknown_ones_left_out():
    assert levels_of(["Cấp tỉnh", " cấp Xã", "xã", "Cấp huyện"]) == (AgencyLevel.PROVINCE, AgencyLevel.WARD)


def test_one_body_in_two_spellings_is_one():
    names = ["Ủy ban Nhân dân xã, phường, thị trấn.", "Ủy ban nhân dân  xã, phường, thị trấn", "Không có"]

    assert distinct_agencies(names, field="x") == ("Ủy ban Nhân dân xã, phường, thị trấn",)


@pytest.mark.parametrize(
    ("name", "is_ward"),
    [
        ("UBND cấp xã", True),
        ("Chủ tịch Ủy ban nhân dân xã", True),
        ("Công an cấp Xã", True),
        ("Ban chỉ huy quân sự cấp Xã", True),
        ("Cục cảnh sát quản lý hành chính về trật tự, xã hội", False),
        ("Chi cục Hải quan khu vực", False),
        ("Ủy ban nhân dân cấp tỉnh", False),
    ],
)
def test_a_ward_body_is_told_by_its_name(name, is_ward):
    assert is_ward_body(name) is is_ward


def test_commas_in_brackets_do_not_part_a_list():
    assert apart("Doanh nghiệp, Tổ chức (không gồm doanh nghiệp, HTX)") == [
        "Doanh nghiệp",
        "Tổ chức (không gồm doanh nghiệp, HTX)",
    ]


@pytest.mark.parametrize("stamp", [None, -5, 10**18])
def test_a_stamp_without_sense_is_no_day(stamp):
    assert portal_day(stamp) is None


def test_a_stamp_is_the_day_it_is_in_hanoi():
    assert str(portal_day(1768496400000)) == "2026-01-16"  # 17:00 UTC of the day before
