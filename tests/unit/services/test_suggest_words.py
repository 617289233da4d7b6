from kiosk.domain.word_suggestions import Suggested
from kiosk.ports.typing_words import TypingWords
from kiosk.services.suggest_words import SuggestWords
from tests.fakes.tasks import InlineRunner

SHIPPED = TypingWords(words=("giấy tờ", "phố xá"), places=("phố", "Hà Nội"))


def suggest(*own):
    words = SuggestWords(InlineRunner(), lambda: SHIPPED, own_places=own)
    words.start()
    return words


def test_the_wards_own_places_come_before_the_shipped_ones():
    assert suggest("phố Mẫu").offered("ph", Suggested.PLACES) == ("phố Mẫu", "phố")


def test_names_and_numbers_are_offered_nothing():
    assert suggest("phố Mẫu").offered("ph", Suggested.NOTHING) == ()


def test_before_the_lists_are_read_nothing_is_offered():
    words = SuggestWords(InlineRunner(), lambda: SHIPPED)

    assert words.offered("gi", Suggested.WORDS) == ()
