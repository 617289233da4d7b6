"""Vietnamese text made comparable: NFC, accents stripped, words, and Telex or VNI keystrokes left undecoded.

Folding strips every mark and turns đ into d, so that "Đăng ký", its NFD spelling and "dang ky" are one word.
Source of the Telex rules: common practice (aa â, aw ă, ee ê, oo ô, ow ơ, uw ư, dd đ; s f r x j tones);
VNI writes the same with digits (6 â ê ô, 7 ơ ư, 8 ă, 9 đ; 1 2 3 4 5 tones).
"""

import re
import unicodedata
from dataclasses import dataclass

TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_TONE_MARKS = frozenset(TONES.values())
_WORD = re.compile(r"[0-9a-z]+")
_LETTERS = re.compile(r"[^\W_]+")
_CODE = re.compile(r"(?<![\d.])\d\.\d{6,7}(?!\d)")
_VOWELS = frozenset("aeiouyăâêôơư")
_DOUBLED = {"a": "â", "e": "ê", "o": "ô"}
_HORNED = {"a": "ă", "o": "ơ", "u": "ư"}
_KEEP_NOTHING = dict.fromkeys(range(0x0300, 0x0370))
_ASCII_TELEX = re.compile(r"[a-z]+")
_ASCII_VNI = re.compile(r"[a-z]+[1-9][a-z1-9]*")
_VNI_KEYS = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j", "7": "w", "8": "w", "9": "d"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `plain` folded; `marked` its accents in one spelling, "" where it has none."""

    plain: str
    marked: str


def nfc(text: str) -> str:
    """Return `text` with composed letters (NFC)."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return `text` in lower case without any mark, đ as d; other letters and signs stay."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFD", text).translate(_KEEP_NOTHING)
    return bare.replace("đ", "d").replace("Đ", "d").lower()


def without_tone(text: str) -> str:
    """Return `text` without tones; ă â đ ê ô ơ ư stay."""
    letters = unicodedata.normalize("NFD", text)
    return nfc("".join(letter for letter in letters if letter not in _TONE_MARKS))


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded words of `text` (letters and digits), in order."""
    return tuple(_WORD.findall(fold(text)))


def marked_form(word: str) -> str:
    """Return `word` lower-case with its tone moved behind, so that hoà and hòa agree; "" without any mark."""
    if word.isascii():
        return ""
    letters = unicodedata.normalize("NFD", word.lower())
    tone = "".join(letter for letter in letters if letter in _TONE_MARKS)
    return "".join(letter for letter in letters if letter not in _TONE_MARKS) + tone


def words(text: str, seen: dict[str, Word | None] | None = None) -> tuple[Word, ...]:
    """Return the words of `text` with their accents kept beside the folded form.

    `seen` is what the caller keeps between many texts of one kind, as a catalogue's: Vietnamese has few
    syllables, and each is folded once. What persons type is read without it, and so is kept nowhere.
    """
    seen = {} if seen is None else seen
    found = _LETTERS.findall(nfc(text).lower())
    for word in found:
        if word not in seen:
            plain = fold(word)
            seen[word] = Word(plain, marked_form(word)) if _WORD.fullmatch(plain) else None
    return tuple(one for word in found if (one := seen[word]) is not None)


def procedure_codes(text: str) -> tuple[str, ...]:
    """Return the national procedure codes (`1.001193`) written in `text`."""
    return tuple(_CODE.findall(text))


def decode_telex(word: str) -> str:
    """Return what a Telex keyboard would have made of the bare keystrokes `word` ("ddawng" -> "đăng").

    A word that holds no Telex keystroke, or is not plain lower-case letters, comes back unchanged.
    """
    if not _ASCII_TELEX.fullmatch(word):
        return word
    letters: list[str] = []
    tone = ""
    for key in word:
        tone = _press(key, letters, tone)
    return nfc(_with_tone("".join(letters), tone))


def decode_vni(word: str) -> str:
    """Return what a VNI keyboard would have made of the bare keystrokes `word` ("d9a8ng" -> "đăng").

    A word without any digit, with a 0, or with other letters than plain lower-case ones comes back unchanged.
    """
    if not _ASCII_VNI.fullmatch(word):
        return word
    keys = ""
    for key in word:
        if key == "6":
            keys += next((letter for letter in reversed(keys) if letter in _DOUBLED), "")
        else:
            keys += _VNI_KEYS.get(key, key)
    return decode_telex(keys)


def _press(key: str, letters: list[str], tone: str) -> str:
    """Add one keystroke to `letters`; return the tone in force after it."""
    has_vowel = any(letter in _VOWELS for letter in letters)
    if key in TONES and has_vowel:
        return TONES[key]
    if key == "z" and has_vowel:
        return ""
    if key == "d" and "d" in letters[:1]:
        letters[0] = "đ"
    elif key in _DOUBLED and key in letters and _same_syllable(letters, key):
        letters[len(letters) - 1 - letters[::-1].index(key)] = _DOUBLED[key]
    elif key == "w":
        _add_horn(letters)
    else:
        letters.append(key)
    return tone


def _same_syllable(letters: list[str], key: str) -> bool:
    """Tell whether a second `key` belongs to the vowel before it: "hoon", "vieetj", "hopopj" is not."""
    place = len(letters) - 1 - letters[::-1].index(key)
    return all(letter not in _VOWELS for letter in letters[place + 1 :])


def _add_horn(letters: list[str]) -> None:
    places = [place for place, letter in enumerate(letters) if letter in _HORNED]
    if not places:
        letters.append("ư")
        return
    last = places[-1]
    if letters[last] == "o" and last > 0 and letters[last - 1] == "u":
        letters[last - 1] = "ư"
    if letters[last] == "a" and last > 0 and letters[last - 1] == "u":
        last -= 1  # uaw is ưa: "muaw" is mưa
    letters[last] = _HORNED[letters[last]]


def _with_tone(word: str, tone: str) -> str:
    if not tone:
        return word
    start = 2 if word.startswith(("qu", "gi")) and any(letter in _VOWELS for letter in word[2:]) else 0
    places = [place for place, letter in enumerate(word) if letter in _VOWELS and place >= start]
    if not places:
        return word
    shaped = [place for place in places if word[place] in "ăâêôơư"]
    if shaped:
        place = shaped[-1]
    elif len(places) == 1 or places[-1] < len(word) - 1:
        place = places[-1]
    else:
        place = places[-2]
    return word[: place + 1] + tone + word[place + 1 :]
