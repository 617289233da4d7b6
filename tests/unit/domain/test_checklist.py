import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import OfficialPaper, PlainPaper
from kiosk.domain.checklist import QR_BYTES_MAX, take_away_codes, take_away_lines
from tests.fakes.catalogue import a_procedure, plain_text

LINK = "https://dichvucong.gov.vn/p/1.001193"
lines_of_people = st.lists(
    st.text(alphabet="aăâbđêơư ỗẵ", min_size=1, max_size=120).filter(lambda text: text.strip()),
    min_size=1,
    max_size=30,
)


def test_the_list_to_carry_home_holds_name_papers_time_fee_and_place():
    text = plain_text(
        papers=(PlainPaper(name="Giấy chứng sinh"), PlainPaper(name="Căn cước")),
        time="Trong ngày",
        fee="Miễn phí",
        where="Quầy hộ tịch",
    )

    assert take_away_lines(a_procedure(), text) == (
        "Đăng ký khai sinh",
        "- Giấy chứng sinh",
        "- Căn cước",
        "Trong ngày",
        "Miễn phí",
        "Quầy hộ tịch",
    )


def test_without_words_of_ours_the_official_papers_are_listed_and_no_explanations():
    procedure = a_procedure(
        papers=(
            OfficialPaper(name="Tờ khai", originals=1),
            OfficialPaper(name="Lưu ý:"),
            OfficialPaper(name="Ảnh", copies=2),
        )
    )

    assert take_away_lines(procedure, None) == ("Đăng ký khai sinh", "- Tờ khai", "- Ảnh")


def test_letters_are_whole_even_where_the_record_has_them_in_pieces():
    procedure = a_procedure(name=unicodedata.normalize("NFD", "Đăng ký hộ tịch"))

    assert take_away_lines(procedure, None) == ("Đăng ký hộ tịch",)


def test_a_short_list_is_one_code_without_a_mark():
    assert take_away_codes(("Một", "Hai"), link=LINK) == (("Một\nHai",), True)


def test_a_longer_list_is_two_marked_codes_and_complete():
    lines = tuple(f"- giấy số {number:02} " + "x" * 20 for number in range(12))

    codes, complete = take_away_codes(lines, link=LINK)

    assert complete
    assert [code[:4] for code in codes] == ["1/2\n", "2/2\n"]
    assert "\n".join(code[4:] for code in codes).split("\n") == list(lines)


def test_what_does_not_fit_is_left_out_whole_lines_at_a_time_and_the_link_stands_instead():
    lines = tuple(f"- giấy số {number:02} " + "x" * 40 for number in range(40))

    codes, complete = take_away_codes(lines, link=LINK)
    shown = "\n".join(code[4:] for code in codes).split("\n")

    assert not complete
    assert shown[-1] == LINK
    assert shown[:-1] == list(lines[: len(shown) - 1])


@given(lines_of_people, st.sampled_from(["", LINK]))
def test_no_code_holds_more_than_a_phone_reads_and_no_line_is_cut(lines, link):
    codes, complete = take_away_codes(tuple(lines), link=link)
    shown = [line for code in codes for line in code.split("\n") if line not in {"1/2", "2/2"}]

    assert len(codes) <= 2
    assert all(len(code.encode()) <= QR_BYTES_MAX for code in codes)
    assert set(shown) <= {*lines, link}
    assert not complete or shown == list(lines)


def test_a_single_line_too_long_for_any_code_leaves_the_link():
    codes, complete = take_away_codes(("x" * 400,), link=LINK)

    assert not complete
    assert LINK in "\n".join(codes)
