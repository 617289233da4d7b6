import pytest

from kiosk.domain.word_suggestions import WordList, completed

WORDS = WordList(["giấy tờ", "giấy khai sinh", "khai sinh", "bao giờ", "bệnh viện", "Hà Nội", "đăng ký"])


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("gi", ("giấy tờ", "giấy khai sinh")),
        ("giay t", ("giấy tờ",)),
        ("giấy k", ("giấy khai sinh",)),
        ("Tôi hỏi giay khai s", ("giấy khai sinh", "khai sinh")),
        ("bênh", ("bệnh viện",)),
        ("da", ("đăng ký",)),
        ("ha no", ("Hà Nội",)),
    ],
)
def test_words_go_on_from_what_was_typed_with_or_without_marks(typed, offered):
    assert WORDS.offered(typed) == offered


def test_after_a_whole_word_the_next_ones_are_offered():
    assert WORDS.offered("giay ") == ("giấy tờ", "giấy khai sinh")


@pytest.mark.parametrize("typed", ["", "g", "gỉa", "giấy tờ", "xyz", "giấy. ", "giấy tờ "])
def test_nothing_is_offered_where_nothing_would_help(typed):
    assert WORDS.offered(typed) == ()


def test_another_mark_than_the_words_own_rules_it_out():
    assert WORDS.offered("bễ") == ()


def test_no_more_is_offered_than_asked_for():
    assert len(WordList([f"giấy {letter}" for letter in "abcdef"]).offered("gi", most=2)) == 2


@pytest.mark.parametrize(
    ("typed", "phrase", "whole"),
    [
        ("giay t", "giấy tờ", "giấy tờ "),
        ("Tôi hỏi giay ", "giấy tờ", "Tôi hỏi giấy tờ "),
        ("Bao g", "bao giờ", "Bao giờ "),
        ("Sinh ở ha n", "Hà Nội", "Sinh ở Hà Nội "),
        ("Xong. Giay", "giấy tờ", "Xong. Giấy tờ "),
    ],
)
def test_a_chosen_phrase_takes_the_place_of_the_letters_it_began_with(typed, phrase, whole):
    assert completed(typed, phrase) == whole
