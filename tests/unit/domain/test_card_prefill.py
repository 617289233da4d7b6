"""A card fills in one person's questions; contradictions are mended, rare things are looked at again."""

from datetime import date

import pytest

from kiosk.domain.card_prefill import card_answers, takes_card
from kiosk.domain.consents import CONSENT_VERSION, TEXTS, Purpose, consents
from kiosk.domain.identity_card import IdentityCard, parse_card_qr
from kiosk.domain.person_checks import all_faults, second_looks
from kiosk.domain.postal_delivery import DELIVERY_FIELDS, suggested, with_delivery
from offline_cache.form_files import load_forms

TODAY = date(2026, 11, 25)
FORMS = {form.form_id: form for form in load_forms()}
CARD = "001190001234|012345678|Trần Thị Thu Hà|15081990|Nữ|Số 1 phố Mẫu, Phường Mẫu, Hà Nội|01072021"


def card(text: str = CARD) -> IdentityCard:
    found = parse_card_qr(text)
    assert isinstance(found, IdentityCard)
    return found


def answers(form_id: str, name: str, scanned: IdentityCard) -> dict[str, str]:
    form = FORMS[form_id]
    asked = next(field for field in form.fields if field.name == name)
    return dict(card_answers(form, asked, scanned, TODAY))


def test_a_mothers_card_fills_in_the_mother_and_nobody_else() -> None:
    assert answers("khai-sinh", "mother_id", card()) == {
        "mother_name": "Trần Thị Thu Hà",
        "mother_id": "001190001234",
    }


def test_a_persons_own_card_fills_in_name_birth_number_and_home() -> None:
    assert answers("tro-cap-xa-hoi", "person_name", card()) == {
        "person_name": "Trần Thị Thu Hà",
        "born": "1990-08-15",
        "person_id": "001190001234",
        "address": "Số 1 phố Mẫu, Phường Mẫu, Hà Nội",
    }


def test_numbers_of_relatives_on_a_card_reach_no_answer() -> None:
    scanned = card(f"{CARD}|001065000001|001067000002|Nguyễn Văn Mẫu|")

    assert "Nguyễn" not in str(answers("ket-hon", "groom_name", scanned))
    assert "001065000001" not in str(scanned)


def test_a_question_that_is_not_about_a_person_takes_nothing_from_a_card() -> None:
    assert answers("khai-sinh", "birth_place", card()) == {}
    assert answers("khai-sinh", "phone", card()) == {}


def test_a_new_home_is_never_taken_from_the_card_that_shows_the_old_one() -> None:
    for form_id in ("dang-ky-thuong-tru", "dang-ky-tam-tru", "ho-kinh-doanh"):
        field = next(field for field in FORMS[form_id].fields if field.name == "address")
        assert not takes_card(field)


def test_a_scanner_that_drops_marks_fills_in_digits_only() -> None:
    scanned = card("001190001234|012345678|Trn Th Thu H|15081990|N|S 1 ph Mu, H Ni|01072021")

    assert answers("tro-cap-xa-hoi", "person_name", scanned) == {
        "born": "1990-08-15",
        "person_id": "001190001234",
    }


@pytest.mark.parametrize(
    ("born", "number", "hard", "soft"),
    [
        ("1990-08-15", "001190001234", [], []),
        ("1991-08-15", "001190001234", ["id_year"], []),
        ("1990-08-15", "001390001234", ["id_future"], []),
        ("2090-08-15", "001190001234", ["birth_future"], []),
        ("1990-08-15", "005190001234", [], ["id_province"]),
        ("1990-08-15", "001190000000", [], ["id_zeros"]),
        ("1926-08-15", "001226001234", [], ["id_century"]),
    ],
)
def test_number_and_birth_are_held_against_each_other(
    born: str, number: str, hard: list[str], soft: list[str]
) -> None:
    form = FORMS["tro-cap-xa-hoi"]
    given = {"person_name": "Trần Thị Hà", "born": born, "person_id": number}
    of_person = {"born", "person_id"}

    assert [f.code for f in all_faults(form, given, TODAY) if f.field in of_person] == hard
    assert [f.code for f in second_looks(form, given, TODAY)] == soft


def test_no_purpose_is_given_beforehand_and_each_choice_names_its_words() -> None:
    asked = (Purpose.SEND, Purpose.CONTACT, Purpose.POST)
    recorded = consents(frozenset({Purpose.SEND}), asked)

    assert [(one.purpose, one.given) for one in recorded] == [
        (Purpose.SEND, True),
        (Purpose.CONTACT, False),
        (Purpose.POST, False),
    ]
    assert {one.version for one in recorded} == {CONSENT_VERSION}
    with pytest.raises(ValueError, match="never asked: \\['post'\\]"):
        consents(frozenset({Purpose.POST}), (Purpose.SEND,))


def test_each_purpose_is_one_short_sentence_that_says_what_a_no_means() -> None:
    assert set(TEXTS) == set(Purpose)
    for text in TEXTS.values():
        for sentence in (text.vi, *text.without_vi.split(". ")):
            assert len(sentence.split()) <= 12, sentence


def test_a_card_that_knows_the_year_alone_fills_it_in_where_the_form_takes_it() -> None:
    old = card("001045123456||Nguyễn Thị Già|00001945|Nữ|Số 1 phố Mẫu|01012022")

    assert answers("khai-tu", "deceased_name", old)["deceased_born"] == "1945"
    assert "child_born" not in answers("khai-sinh", "child_name", old)


@pytest.mark.parametrize(
    ("born", "died", "code"),
    [
        ("1945-03-12", "1945-03-11", "before_birth"),
        ("1945-03-12", "1945-03-12", ""),
        ("1945", "1944-12-31", "before_birth"),
        ("1945", "1945-01-01", ""),
        ("", "1945-01-01", ""),
    ],
)
def test_nobody_dies_before_they_are_born(born: str, died: str, code: str) -> None:
    form = next(form for form in load_forms() if form.form_id == "khai-tu")
    faults = all_faults(form, {"deceased_born": born, "died_on": died}, TODAY)

    assert {fault.field: fault.code for fault in faults}.get("died_on", "") == code


def test_the_recipient_is_suggested_only_where_the_form_says_who_declares() -> None:
    forms = {form.form_id: with_delivery(form) for form in load_forms()}
    given = {"declarant_name": "Trần Hà", "person_name": "Lê An", "mother_name": "Vũ Lan"}
    given["phone"] = "0912345678"

    def recipient(form_id: str) -> str:
        return suggested(forms[form_id], DELIVERY_FIELDS[0], given)

    assert recipient("khai-tu") == "Trần Hà"
    assert recipient("chung-thuc") == "Lê An"
    assert recipient("khai-sinh") == recipient("dang-ky-tam-tru") == ""
    assert suggested(forms["khai-tu"], DELIVERY_FIELDS[1], given) == "0912345678"
    assert suggested(forms["khai-tu"], DELIVERY_FIELDS[2], given) == ""
