import re
import unicodedata

import pytest

from kiosk.domain.word_suggestions import WordList
from offline_cache.typing_words import read_typing_words

SHIPPED = read_typing_words()
EVERY = (*SHIPPED.words, *SHIPPED.places)


def test_every_word_is_composed_and_stands_once_in_its_list():
    assert [text for text in EVERY if unicodedata.normalize("NFC", text) != text] == []
    assert len(set(SHIPPED.words)) == len(SHIPPED.words)
    assert len(set(SHIPPED.places)) == len(SHIPPED.places)


def test_no_word_speaks_of_offices_that_are_no_more_or_names_a_person():
    told = re.compile("quận|huyện|thị trấn|nguyễn|trần thị", re.IGNORECASE)

    assert [text for text in EVERY if told.search(text)] == []


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("giay", "giấy tờ"),
        ("dang ky th", "đăng ký thường trú"),
        ("bao nh", "bao nhiêu tiền"),
        ("may in", "máy in"),
    ],
)
def test_common_words_are_among_the_first_offered(typed, wanted):
    assert wanted in WordList(SHIPPED.words).offered(typed)


@pytest.mark.parametrize(
    ("typed", "wanted"), [("tram y", "Trạm y tế"), ("ha n", "Hà Nội"), ("uy ban", "Uỷ ban nhân dân phường")]
)
def test_places_are_offered_with_their_capitals(typed, wanted):
    assert wanted in WordList(SHIPPED.places).offered(typed)
