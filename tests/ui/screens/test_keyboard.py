"""The keyboard a person chooses: usual order, alphabet or Telex; the usual one for the next person."""

from dataclasses import replace

import pytest

from kiosk.domain.access_modes import Keys, TextSize
from tests.ui.screens.citizen import scene_rect

LETTERS = "abcdefghijklmnopqrstuvwxyz"
MARKED = "ăâđêôơư"


def order(citizen):
    """The letters as they stand on the glass, row by row."""
    keys = [item for item in citizen.items() if item.objectName().startswith("key-")]
    letters = [item for item in keys if item.objectName().removeprefix("key-") in LETTERS]
    places = {
        item.objectName().removeprefix("key-"): item.mapToScene(item.boundingRect().topLeft())
        for item in letters
    }
    return "".join(sorted(places, key=lambda letter: (round(places[letter].y()), round(places[letter].x()))))


@pytest.fixture
def choosing(citizen):
    citizen.begin()
    citizen.open("accessibility")

    def choose(keys):
        while not citizen.shows(f"mode-keys-{keys}"):
            citizen.touch("pager-down")
        citizen.touch(f"mode-keys-{keys}")
        citizen.touch("done")
        citizen.touch("search")
        return citizen

    return choose


def test_the_keys_stand_as_on_a_computer_until_somebody_chooses_the_alphabet(choosing):
    citizen = choosing("abc")
    chosen = order(citizen)
    citizen.touch("bar-end")
    citizen.begin()
    citizen.touch("search")

    assert chosen == LETTERS
    assert order(citizen) == "qwertyuiopasdfghjklzxcvbnm"


@pytest.mark.parametrize("keys", list(Keys), ids=lambda keys: keys.value)
@pytest.mark.parametrize("text", list(TextSize), ids=lambda size: size.value)
def test_every_letter_has_a_key_of_its_own_in_every_order_and_size(citizen, keys, text):
    citizen.begin()
    citizen.kiosk.shell.set_modes(replace(citizen.kiosk.shell.modes, keys=keys, text=text))
    citizen.open("search")

    for letter in LETTERS + MARKED:
        key = citizen.find("key-" + letter)
        assert key is not None, letter
        assert key.width() > 0


def test_telex_makes_marks_and_tones_and_otherwise_letters_stay_letters(choosing):
    citizen = choosing("telex")
    citizen.type("khai tuwr")

    citizen.see("khai tử")


def test_in_the_usual_order_letters_of_telex_are_only_letters(choosing):
    citizen = choosing("qwerty")
    citizen.type("tuwr")

    citizen.see("tuwr")


def test_the_chosen_keys_serve_questions_of_forms_too(choosing):
    citizen = choosing("telex")
    citizen.open("form_question", code="1.001193", index=0)
    citizen.type("ddoox")

    citizen.see("Đỗ")


@pytest.mark.parametrize("screen", [("track", {}), ("form_question", {"code": "1.001193", "index": 5})])
def test_the_keys_of_a_number_reach_down_to_the_button_on_a_wide_glass(open_kiosk, screen):
    citizen = open_kiosk(shape="wide")
    name, about = screen
    citizen.open(name, **about)
    citizen.settle()
    free = scene_rect(citizen.find("next")).top() - scene_rect(citizen.find("pad-0")).bottom()

    assert free < scene_rect(citizen.find("pad-0")).height()
