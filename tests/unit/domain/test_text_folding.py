import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.text_folding import (
    decode_telex,
    decode_vni,
    fold,
    marked_form,
    nfc,
    procedure_codes,
    tokens,
    words,
)

BASES = {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
LETTERS = [
    (unicodedata.normalize("NFC", shape + tone), base)
    for base, shapes in BASES.items()
    for shape in shapes
    for tone in TONES
] + [("đ", "d")]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("letter", "base"), LETTERS)
def test_every_vietnamese_letter_folds_to_its_base(letter, base, form):
    assert fold(unicodedata.normalize(form, letter)) == base
    assert fold(unicodedata.normalize(form, letter.upper())) == base


def test_there_are_72_accented_vowels_and_d():
    assert len(LETTERS) == 12 * 6 + 1


@given(st.text(max_size=60))
def test_folding_nfc_and_nfd_of_any_text_agree_and_folding_twice_changes_nothing(text):
    once = fold(text)

    assert fold(nfc(text)) == fold(unicodedata.normalize("NFD", text))
    assert fold(once) == once


def test_words_keep_accents_beside_the_folded_form():
    found = words("Đăng ký, khai sinh!")

    assert [word.plain for word in found] == ["dang", "ky", "khai", "sinh"]
    assert [bool(word.marked) for word in found] == [True, True, False, False]


def test_old_and_new_places_of_the_tone_are_the_same_word():
    assert marked_form("hòa") == marked_form("hoà")
    assert marked_form("hòa") != marked_form("hóa")


def test_codes_are_found_in_a_sentence_and_not_inside_longer_numbers():
    assert procedure_codes("hỏi về 1.001193.") == ("1.001193",)
    assert procedure_codes("21.001193 hay 1.00119") == ()
    assert tokens("Thủ tục 1.001193") == ("thu", "tuc", "1", "001193")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddawng", "đăng"),
        ("kys", "ký"),
        ("keets", "kết"),
        ("hoon", "hôn"),
        ("tinhf", "tình"),
        ("trangj", "trạng"),
        ("nguowif", "người"),
        ("dduwowngf", "đường"),
        ("quyeenf", "quyền"),
        ("thuowngf", "thường"),
        ("gif", "gì"),
        ("hoaf", "hòa"),
        ("khai", "khai"),
        ("vieetj", "việt"),
        ("muwa", "mưa"),
    ],
)
def test_telex_keystrokes_become_the_word_that_was_meant(typed, meant):
    assert decode_telex(typed) == meant


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0 Đ", max_size=12))
def test_decoding_telex_never_fails_and_only_ever_gives_composed_letters(text):
    decoded = decode_telex(text)

    assert decoded == nfc(decoded)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("d9a8ng", "đăng"),
        ("ky1", "ký"),
        ("so63", "sổ"),
        ("d9o3", "đỏ"),
        ("gia61y", "giấy"),
        ("chu71ng", "chứng"),
        ("tru1", "trú"),
        ("ho65", "hộ"),
        ("ct07", "ct07"),
        ("khai", "khai"),
        ("2025", "2025"),
        ("đất1", "đất1"),
    ],
)
def test_digits_of_a_vni_keyboard_are_decoded(typed, meant):
    assert decode_vni(typed) == meant


@given(st.text(max_size=30))
def test_no_text_at_all_upsets_the_vni_decoder(text):
    decoded = decode_vni(text)

    assert decode_vni(decoded) == decoded or decoded != text
