import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.vietnamese_composition import (
    MARKED_LETTERS,
    TONE_MARKS,
    VOWELS,
    add_letter,
    add_mark,
    apply_tone,
    backspace,
    remove_tone,
    tone_of,
)

TONE_SIGNS = {"´": "sac", "`": "huyen", "?": "hoi", "~": "nga", ".": "nang"}
TONED_VOWELS = [
    (case(vowel), tone, unicodedata.normalize("NFC", case(vowel) + mark))
    for vowel in VOWELS
    for tone, mark in TONE_MARKS.items()
    for case in (str.lower, str.upper)
]
WORDS = """
hòa hóa hỏa họa tòa khỏe khóe xòe lòe thủy túy húy lũy ngụy tùy hủy mía nghĩa phía chìa của mùa đũa
lúa vừa chữa sửa mưa mứa cào cáo bảo đạo áo tài lại hãy máy dạy tàu cháu mẫu hậu đầu núi mũi túi gửi
ngửi cứu hữu lựu chịu dịu bèo khéo mèo kẹo nếu kêu yếu tiểu hiểu điều biếu nhiều hoàn hoán toán
khoản loạn hoàng khoảng ngoặc hoặc khoắn xoắn ngoài thoải loại xoáy ngoáy khoáy ngoéo khuỷu khuấy
quấy quậy quý quỳ quà quả quá quán quạt quốc quyền quyết quyển quỹ quýt quỳnh quẩn quận gì gìn già
giá giả giã giạ giáo giảm giàu giấy giặt giữ giờ giỏi giống giếng giới nguyễn nguyện chuyện chuyển
thuyền khuyến tuyết duyệt huyện hiến tiền tiếng việt liễu biển yến người mười lưới tưới bưởi cưới
hươu rượu nước được thường phường trường đường đặng vượng luống cuốn muốn buổi tuổi cuối chuối nuôi
thuở huế thuế tuệ luật xuất khuất huỳnh tuýt lúc húng ngọc ánh bích hạnh kính định tỉnh mình sự thật
đẹp bệnh viện
"""


def keys_for(word):
    """The keys a person touches, tone last: letters, marked letters, then the tone key."""
    letters, tone = [], "none"
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((name for name, mark in TONE_MARKS.items() if mark in parts), tone)
        letters.append(
            unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONE_MARKS.values()))
        )
    return letters, tone


def typed(letters, text=""):
    for letter in letters:
        text = add_mark(text, letter) if letter.lower() in MARKED_LETTERS else add_letter(text, letter)
    return text


def typed_in_telex(keys):
    text = ""
    for key in keys:
        text = add_letter(text, key, telex=True)
    return text


def test_the_alphabet_has_134_letters_that_ascii_lacks():
    made = {letter for _, _, letter in TONED_VOWELS} | {
        m for low in MARKED_LETTERS for m in (low, low.upper())
    }

    assert len(made) == 134


@pytest.mark.parametrize(("vowel", "tone", "letter"), TONED_VOWELS)
def test_every_toned_letter_is_made_by_its_letter_and_its_tone_key(vowel, tone, letter):
    assert apply_tone(typed([vowel]), tone) == letter
    assert backspace(letter) == ""
    assert remove_tone(letter) == vowel
    assert tone_of(letter) == tone


@pytest.mark.parametrize("word", WORDS.split())
def test_a_tone_key_after_the_word_marks_the_right_vowel(word):
    letters, tone = keys_for(word)

    assert apply_tone(typed(letters), tone) == word


@pytest.mark.parametrize("word", WORDS.split())
def test_a_tone_key_in_the_middle_of_the_word_ends_at_the_right_vowel(word):
    letters, tone = keys_for(word)

    for at in range(1, len(letters)):
        text = apply_tone(typed(letters[:at]), tone)
        if tone_of(text) != "none":
            assert typed(letters[at:], text) == word


def test_there_are_enough_syllables_to_trust_the_rules():
    assert len(set(WORDS.split())) >= 150


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ddawng kys khai sinh", "đăng ký khai sinh"),
        ("Nguyeenx", "Nguyễn"),
        ("Nguyeexn", "Nguyễn"),
        ("hoaf", "hòa"),
        ("hoanf", "hoàn"),
        ("thuowr", "thuở"),
        ("thuowngf", "thường"),
        ("thuongwf", "thường"),
        ("muowif", "mười"),
        ("nuwowcs", "nước"),
        ("quyeets", "quyết"),
        ("quows", "quớ"),
        ("gif", "gì"),
        ("gias", "giá"),
        ("dduwowngf", "đường"),
        ("DDoongs", "Đống"),
        ("ass", "as"),
        ("asz", "a"),
        ("str", "str"),
        ("w", "w"),
        ("so 12", "so 12"),
    ],
)
def test_telex_is_understood_where_it_is_asked_for(keys, text):
    assert typed_in_telex(keys) == text


def test_without_telex_every_letter_is_only_itself():
    assert typed("ddasw") == "ddasw"


@pytest.mark.parametrize(
    ("text", "tone", "after"),
    [
        ("Nguyên Hoa", "sac", "Nguyên Hóa"),
        ("má", "huyen", "mà"),
        ("má", "none", "ma"),
        ("ma ", "sac", "ma "),
        ("", "sac", ""),
        ("ngh", "sac", "ngh"),
        ("12", "sac", "12"),
        ("TOAN", "sac", "TOÁN"),
        ("so 5a", "sac", "so 5á"),
    ],
)
def test_a_tone_touches_only_the_last_word(text, tone, after):
    assert apply_tone(text, tone) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("hoàn", "hòa"),
        ("Nguyễn", "Nguyễ"),
        ("má", "m"),
        ("ế", ""),
        ("khai ", "khai"),
        ("12", "1"),
        ("", ""),
        ("hò", "h"),
    ],
)
def test_backspace_takes_a_whole_letter_and_keeps_the_tone_of_the_word(text, after):
    assert backspace(text) == after


def test_a_letter_that_is_not_marked_is_no_mark():
    with pytest.raises(ValueError, match="'x' is not one of"):
        add_mark("", "x")


@pytest.mark.parametrize("text", ["Nguyễn", "hòa", "ậ"])
def test_text_in_decomposed_form_is_understood_too(text):
    assert backspace(unicodedata.normalize("NFD", text)) == backspace(text)


@given(
    st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy AĐƯ1-", max_size=20),
    st.sampled_from([*TONE_MARKS, "none"]),
)
def test_a_tone_never_changes_the_letters(text, tone):
    toned = apply_tone(text, tone)

    assert remove_tone(toned) == text
    assert unicodedata.is_normalized("NFC", toned)
    assert len(toned) == len(text)
