import re
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.catalogue import (
    Channel,
    Duration,
    DurationUnit,
    Fee,
    FeeKind,
    FilingMethod,
    OfficialPaper,
    OnlineLevel,
    Procedure,
    ProcedureCase,
)
from offline_cache.sources import source_of
from tests.fakes.catalogue import a_procedure, plain_text
from tests.fakes.long_record import long_record
from ui.section_titles import section_row, section_title
from ui.sections import case_rows, section_keys, section_rows

FIVE_DAYS = Duration(value=5, unit=DurationUnit.WORKING_DAY)
FREE = Fee(kind=FeeKind.FREE, amount_vnd=0, text="Miễn phí")


def said(rows):
    return "\n".join(text for row in rows for text in (row.title, row.line, row.note) if text)


def letters(text):
    return re.sub(r"[\W_]+", "", text)


def way(channel=Channel.DIRECT, duration=FIVE_DAYS, fee=FREE, note=None):
    return FilingMethod(channel=channel, duration=duration, fee=fee, note=note)


def test_a_record_with_nothing_more_to_say_has_only_its_names_and_its_office():
    assert section_keys(a_procedure()) == ("offices", "names")


def test_every_section_has_a_name_an_icon_and_a_line_of_what_is_in_it():
    procedure = long_record()

    for section in section_keys(procedure):
        row = section_row(procedure, section)
        assert row.title == section_title(section)
        assert row.line


def test_no_word_of_the_longest_record_is_lost_in_its_sections():
    procedure = long_record()
    shown = letters("".join(said(section_rows(procedure, key, "vi")) for key in section_keys(procedure)))

    texts = [
        *procedure.steps,
        *procedure.agencies,
        *procedure.results,
        *(paper.name.lstrip("- ") for paper in procedure.papers),
        *(method.note for method in procedure.methods if method.note),
        *(document.name for document in procedure.legal_basis),
        procedure.conditions,
        procedure.reception_address,
    ]
    assert [text[:40] for text in texts if letters(text) not in shown] == []


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (OnlineLevel.FULL, "Làm trọn trên mạng được"),
        (OnlineLevel.PARTIAL, "Làm trên mạng được một phần"),
        (OnlineLevel.NONE, "Chưa làm trên mạng được"),
    ],
)
def test_how_far_it_can_be_done_online_is_said_plainly(level, words):
    procedure = a_procedure(methods=(way(),), online_level=level)

    assert section_rows(procedure, "ways", "vi")[0].title == words
    assert section_row(procedure, "ways").line == words


def test_what_the_record_does_not_say_about_online_is_not_said():
    rows = section_rows(a_procedure(methods=(way(),)), "ways", "vi")

    assert [row.title for row in rows] == ["Nộp tại quầy"]


def test_each_channel_has_its_own_time_and_fee():
    half = Fee(kind=FeeKind.AMOUNT, amount_vnd=5000)
    procedure = a_procedure(methods=(way(), way(Channel.ONLINE, Duration(text="Ngay khi nhận"), half)))

    rows = section_rows(procedure, "ways", "vi")

    assert [(row.title, row.line, row.note) for row in rows] == [
        ("Nộp tại quầy", "Thời gian: 5 ngày làm việc", "Tiền: Miễn phí"),
        ("Nộp trên mạng", "Thời gian: Ngay khi nhận", "Tiền: 5.000 đồng"),
    ]


def test_a_zero_fee_with_a_note_is_never_called_free():
    fee = Fee(kind=FeeKind.FREE_WITH_NOTE, amount_vnd=0, text="Theo nghị quyết của Hội đồng nhân dân")

    words = said(section_rows(a_procedure(methods=(way(fee=fee),)), "ways", "vi"))

    assert "Có thể thu phí" in words
    assert "Theo nghị quyết của Hội đồng nhân dân" in words
    assert "Miễn phí" not in words


def test_a_time_without_a_unit_is_told_as_it_is_written():
    procedure = a_procedure(methods=(way(duration=Duration(value=120, text="120,000")),))

    assert "Ghi là 120,000, không rõ ngày hay giờ" in said(section_rows(procedure, "ways", "vi"))


def test_a_case_shows_its_own_time_its_own_papers_and_what_every_case_needs():
    procedure = a_procedure(
        papers=(
            OfficialPaper(name="Giấy riêng", originals=1, case="Trường hợp một:"),
            OfficialPaper(name="Giấy khác", originals=1, case="Trường hợp hai:"),
            OfficialPaper(name="Tờ khai", originals=1, copies=2),
        ),
        cases=(ProcedureCase(name="Trường hợp hai", duration=FIVE_DAYS),),
    )

    second = said(case_rows(procedure, 1))

    assert "5 ngày làm việc" in second
    assert "Giấy khác" in second
    assert "Tờ khai\nBản chính: 1 · Bản sao: 2" in second
    assert "Giấy riêng" not in second


def test_a_case_without_a_time_of_its_own_says_so_beside_the_time_of_all():
    procedure = a_procedure(
        methods=(way(),),
        papers=(
            OfficialPaper(name="A", originals=1, case="Trường hợp một"),
            OfficialPaper(name="B", originals=1, case="Trường hợp hai"),
        ),
    )

    row = case_rows(procedure, 0)[0]

    assert row.line == "5 ngày làm việc"
    assert row.note == "Hồ sơ không ghi thời gian riêng cho trường hợp này."


@pytest.mark.parametrize("number", [-1, 2, 99])
def test_a_case_that_does_not_exist_has_no_rows(number):
    assert case_rows(a_procedure(), number) == []


def test_a_line_of_no_originals_and_no_copies_is_an_explanation():
    papers = (OfficialPaper(name="Lưu ý: mang theo kính"), OfficialPaper(name="Tờ khai", originals=1))

    notes = [row.note for row in section_rows(a_procedure(papers=papers), "papers", "vi")]

    assert notes == ["Lời giải thích, không phải giấy cần mang.", "Bản chính: 1"]


def test_a_linked_procedure_tells_what_one_filing_settles_and_the_results_of_its_record():
    name = "Liên thông các thủ tục hành chính về đăng ký khai sinh, cấp thẻ bảo hiểm y tế"
    words = said(section_rows(a_procedure(name=name, results=("Giấy khai sinh",)), "linked", "vi"))

    assert "Nộp một bộ hồ sơ, làm cùng lúc 2 việc" in words
    assert "1. Đăng ký khai sinh" in words
    assert "2. Cấp thẻ bảo hiểm y tế" in words
    assert words.endswith("Kết quả ghi trong hồ sơ\nGiấy khai sinh\nChỉ cần một việc? Tìm riêng việc đó.")


def test_the_other_names_are_ours_the_official_one_the_code_and_what_people_say():
    procedure = a_procedure(
        name="Thủ tục đăng ký khai sinh",
        aliases=("làm giấy khai sinh",),
        keywords=("khai sinh", "làm giấy khai sinh"),
        texts=(plain_text(name="Khai sinh cho con"),),
    )

    rows = section_rows(procedure, "names", "vi")

    assert [(row.title or row.line) for row in rows] == [
        "Khai sinh cho con",
        "Đăng ký khai sinh",
        "1.001193",
        "Người dân hay gọi là",
        "Làm giấy khai sinh",
        "Khai sinh",
    ]


def test_steps_of_ours_stand_before_those_of_the_record():
    procedure = a_procedure(
        steps=("Bước 1: Nộp hồ sơ.",), texts=(replace(plain_text(), steps=("Đưa giấy cho cán bộ.",)),)
    )

    rows = section_rows(procedure, "steps", "vi")

    assert [(row.title, row.line) for row in rows] == [
        ("Bước 1", "Đưa giấy cho cán bộ."),
        ("Theo hồ sơ chính thức", ""),
        ("", "Bước 1: Nộp hồ sơ."),
    ]


def test_the_legal_basis_begins_with_the_decision_and_its_day():
    rows = section_rows(long_record(), "legal", "vi")

    assert rows[0].title == "Theo Quyết định 1077/QĐ-BXD ngày 01/07/2026."
    assert rows[1].title == "Có hiệu lực từ ngày 01/07/2026"
    assert rows[2].title == "0/2025/NĐ-CP"


def test_where_it_may_be_filed_is_said_only_where_the_record_says_it():
    anywhere = section_rows(a_procedure(non_territorial=True), "offices", "vi")
    silent = section_rows(a_procedure(), "offices", "vi")

    assert anywhere[-1].title == "Nộp ở phường, xã nào cũng được."
    assert "Nộp ở phường" not in said(silent)


def test_dates_that_have_passed_are_told():
    procedure = a_procedure(decision_no="1/QĐ", expires_on=date(2026, 1, 2))

    assert "Hết hiệu lực ngày 02/01/2026" in said(section_rows(procedure, "legal", "vi"))


def test_no_word_of_any_real_record_is_lost_in_its_sections(shared_data):
    path = shared_data / "procedures.jsonl.gz"
    lost = []
    for number, procedure in enumerate(source_of(path).read(path, None)):
        if number % 23 or not isinstance(procedure, Procedure):
            continue
        shown = letters("".join(said(section_rows(procedure, key, "vi")) for key in section_keys(procedure)))
        texts = [*procedure.steps, procedure.conditions, *(paper.name for paper in procedure.papers)]
        lost += [procedure.code for text in texts if letters(text) not in shown]

    assert lost == []
