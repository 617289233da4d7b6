from dataclasses import replace

from kiosk.domain.catalogue import ProcedureRow, SearchAnswer
from ui.result_rows import TWINS, grouped, result_rows

WARD = ProcedureRow(code="1.000001", title="Cấp giấy phép", line="Nhà ở riêng lẻ", ward_served=True)
PROVINCE = ProcedureRow(code="1.000002", title="Cấp giấy phép", line="Xây dựng")
OTHER = ProcedureRow(code="1.000003", title="Gia hạn giấy phép", line="Xây dựng")


def answer(*rows, query="giay phep"):
    return SearchAnswer(query=query, rows=rows, confident=True, total=len(rows))


def test_procedures_of_one_name_stand_on_one_card_with_the_halls_own_first():
    rows = grouped((PROVINCE, OTHER, WARD))

    assert [row.code for row in rows] == ["1.000001", "1.000003"]
    assert [twin.code for twin in rows[0].twins] == ["1.000002"]


def test_groups_the_search_made_are_kept():
    rows = (replace(PROVINCE, twins=(WARD,)), OTHER)

    assert grouped(rows) == rows


def test_twins_are_behind_one_line_until_it_is_touched():
    closed = result_rows(answer(WARD, PROVINCE, OTHER), set())
    opened = result_rows(answer(WARD, PROVINCE, OTHER), {"1.000001"})

    assert [row.key for row in closed] == ["1.000001", TWINS + "1.000001", "1.000003"]
    assert [row.key for row in opened] == ["1.000001", TWINS + "1.000001", "1.000002", "1.000003"]
    assert opened[2].inset
    assert opened[2].more == "Mã 1.000002"
    assert (closed[0].line, opened[2].line) == (
        "Làm ở phường · Nhà ở riêng lẻ",
        "Không làm ở phường · Xây dựng",
    )


def test_the_official_name_stands_under_ours_and_what_matched_is_marked():
    row = result_rows(answer(replace(OTHER, official="Thủ tục gia hạn giấy phép xây dựng")), set())[0]

    assert (row.title, row.more) == ("Gia hạn giấy phép", "Thủ tục gia hạn giấy phép xây dựng")
    assert row.marks == "8 9"


def test_marks_of_the_search_itself_go_before_ours():
    assert result_rows(answer(replace(OTHER, highlights=((0, 3),))), set())[0].marks == "0 3"


def test_a_name_of_a_thousand_letters_is_cut_in_the_list_and_told_apart_by_its_code():
    row = result_rows(answer(replace(OTHER, title="Đăng ký biến động " * 60)), set())[0]

    assert row.title.endswith(" …")
    assert len(row.title) < 160
    assert row.more == "Mã 1.000003"
