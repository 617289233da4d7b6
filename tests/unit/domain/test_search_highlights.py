import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.search_highlights import highlights


def marked(query, title):
    return [title[start : start + length] for start, length in highlights(query, title)]


@pytest.mark.parametrize(
    ("query", "title", "parts"),
    [
        ("khai sinh", "Đăng ký khai sinh", ["khai sinh"]),
        ("dang ky", "Đăng ký khai sinh", ["Đăng ký"]),
        ("KHAI", "Đăng ký khai sinh", ["khai"]),
        ("giay doc th", "Giấy độc thân", ["Giấy độc thân"]),
        ("sinh khai", "Đăng ký khai sinh", ["khai sinh"]),
        ("ddangf", "Đằng sau", ["Đằng"]),
        ("kh", "Đăng ký khai sinh", ["khai"]),
        ("kh ", "Đăng ký khai sinh", []),
        ("k", "Đăng ký khai sinh", []),
        ("xe", "Đăng ký khai sinh", []),
        ("", "Đăng ký khai sinh", []),
    ],
)
def test_words_of_the_query_are_found_in_the_title_whatever_their_marks(query, title, parts):
    assert marked(query, title) == parts


@given(st.text(max_size=30), st.text(max_size=60))
def test_parts_never_overlap_and_never_leave_the_title(query, title):
    end = 0
    for start, length in highlights(query, title):
        assert end <= start < start + length <= len(title)
        end = start + length
