"""Words to go on with while somebody writes: touched instead of typed, and never for names and numbers."""

import pytest

from tests.ui.screens.stops import BIRTH, CODE

BIRTH_PLACE, MOTHERS_NAME = 3, 4


def offered(citizen):
    citizen.settle()
    return [row.title for row in citizen.kiosk.way.current.view_model.suggestions.rows]


@pytest.mark.parametrize("shape", ["portrait", "landscape", "wide"])
def test_a_word_is_touched_instead_of_its_marks_typed(open_kiosk, shape):
    citizen = open_kiosk(shape=shape)
    citizen.open("message_text", kind="question")
    citizen.type("giay t")
    citizen.touch("word-0")

    assert citizen.kiosk.way.current.view_model.value == "Giấy tờ "


def test_the_wards_streets_are_offered_for_a_place(open_kiosk):
    citizen = open_kiosk(settings={"hall": {"ward": "Phường Mẫu", "place_names": ["phố Hoa Đào"]}})
    citizen.open("form_question", code=CODE, index=BIRTH_PLACE)
    citizen.type("pho h")

    assert offered(citizen) == ["phố Hoa Đào"]


@pytest.mark.parametrize("index", [0, MOTHERS_NAME])
def test_a_persons_name_is_typed_without_any_guess(home, index):
    home.open("form_question", code=CODE, index=index)
    home.type("ha n")

    assert offered(home) == []
    assert not home.shows("word-0")


def test_what_one_person_wrote_is_never_offered_to_the_next(home):
    home.kiosk.visit.of_form("khai-sinh").update(BIRTH)
    home.open("form_question", code=CODE, index=BIRTH_PLACE)
    home.kiosk.way.current.view_model._typed("Nhà hộ sinh Cây Khế ")
    home.kiosk.way.current.view_model.next()
    home.touch("bar-end")
    home.begin()
    home.open("form_question", code=CODE, index=BIRTH_PLACE)
    home.type("nha ho sinh ")

    assert offered(home) == []


def test_who_writes_another_language_is_left_alone(home):
    home.kiosk.set_language("en")
    home.open("message_text", kind="question")
    home.type("can")

    assert offered(home) == []
