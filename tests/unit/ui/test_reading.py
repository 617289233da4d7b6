import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reading import paragraphs, shortened


@given(st.text(alphabet="aă b.;:+-\n\tế", max_size=400), st.integers(min_value=5, max_value=60))
def test_nothing_but_white_space_is_lost_between_paragraphs(text, longest):
    pieces = paragraphs(text, longest)

    assert re.sub(r"\s", "", "".join(pieces)) == re.sub(r"\s", "", text)
    assert all(piece == piece.strip() and piece for piece in pieces)
    assert all(len(piece) <= longest or " " not in piece for piece in pieces)


def test_a_long_text_breaks_at_sentences_before_it_breaks_at_words():
    assert paragraphs("Một hai ba. Bốn năm sáu bảy.", 16) == ("Một hai ba.", "Bốn năm sáu bảy.")


def test_items_of_a_list_that_lost_its_line_breaks_stand_alone_again():
    assert paragraphs("Bao gồm: + Giấy A; + Giấy B") == ("Bao gồm:", "+ Giấy A;", "+ Giấy B")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Đăng ký khai sinh", "Đăng ký khai sinh"), ("Đăng ký, cấp giấy chứng nhận", "Đăng ký, cấp giấy …")],
)
def test_a_name_in_a_list_ends_with_whole_words_and_says_that_it_goes_on(name, shown):
    assert shortened(name, 21) == shown
