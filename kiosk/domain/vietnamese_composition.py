"""Typing Vietnamese with keys for letters, marked letters and tones: pure functions over the text so far.

A tone belongs to the last word and moves to the vowel that carries it as the word grows, in the traditional
placement (hòa, khỏe, thủy). Text is kept in NFC.
Source: Quy định chính tả (1984) and the common practice of Telex.
"""

import unicodedata
from collections.abc import Mapping
from typing import Final, Literal

Tone = Literal["sac", "huyen", "hoi", "nga", "nang", "none"]

TONE_MARKS: Final[Mapping[Tone, str]] = {
    "sac": "\u0301",
    "huyen": "\u0300",
    "hoi": "\u0309",
    "nga": "\u0303",
    "nang": "\u0323",
}
TONE_OF_MARK: Final[Mapping[str, Tone]] = {mark: tone for tone, mark in TONE_MARKS.items()}
MARKED_LETTERS: Final = "ăâđêôơư"
VOWELS: Final = "aăâeêioôơuưy"
MODIFIED_VOWELS: Final = "ăâêôơư"
TELEX_TONES: Final[Mapping[str, Tone]] = {
    "s": "sac",
    "f": "huyen",
    "r": "hoi",
    "x": "nga",
    "j": "nang",
    "z": "none",
}
TELEX_DOUBLED: Final = {"a": "â", "e": "ê", "o": "ô", "d": "đ"}
TELEX_HOOKED: Final = {"a": "ă", "o": "ơ", "u": "ư"}
AFTER_HOOKED_UO: Final = "cimnptu"  # mươi, nước, hươu: u before ơ becomes ư as soon as the word goes on


def add_letter(text: str, letter: str, *, telex: bool = False) -> str:
    """Return `text` with one typed character behind it; a tone already in the word moves to where it belongs.

    With `telex`, the pairs of Telex make marked letters (aa, aw, dd …) and s f r x j z set the tone.
    Text that is not a letter (digits, punctuation, space) ends the word.
    """
    if telex and letter.isalpha():
        composed = _telex(text, letter)
        if composed is not None:
            return composed
    if not letter.isalpha():
        return text + letter
    return _grown(text, letter)


def add_mark(text: str, mark: str) -> str:
    """Return `text` with a marked letter (ă â đ ê ô ơ ư) behind it, typed as a letter of its own.

    Raises ValueError for any other letter.
    """
    if mark.lower() not in MARKED_LETTERS or len(mark) != 1:
        raise ValueError(f"{mark!r} is not one of {MARKED_LETTERS}")
    return _grown(text, mark)


def apply_tone(text: str, tone: Tone) -> str:
    """Return `text` with `tone` on the last word, replacing the tone it had; "none" takes the tone off.

    A text that does not end in a word with a vowel comes back as it was.
    """
    head, word = _split_last_word(text)
    letters, _ = _without_tone(word)
    return head + _with_tone(letters, tone)


def remove_tone(text: str) -> str:
    """Return `text` without a tone on its last word; marked letters (ê, ơ …) stay."""
    return apply_tone(text, "none")


def backspace(text: str) -> str:
    """Return `text` without its last letter, marks included; the word's tone stays where it belongs."""
    composed = unicodedata.normalize("NFC", text)
    head, word = _split_last_word(composed)
    if not word:
        return composed[:-1]
    letters, tone = _without_tone(word)
    return head + _with_tone(letters[:-1], tone if _carrier(letters[:-1]) is not None else "none")


def tone_of(word: str) -> Tone:
    """Return the tone `word` carries, "none" where there is none."""
    return _without_tone(word)[1]


def _grown(text: str, letter: str) -> str:
    head, word = _split_last_word(text)
    letters, tone = _without_tone(word)
    return head + _with_tone(letters + letter, tone)


def _split_last_word(text: str) -> tuple[str, str]:
    composed = unicodedata.normalize("NFC", text)
    start = len(composed)
    while start > 0 and composed[start - 1].isalpha():
        start -= 1
    return composed[:start], composed[start:]


def _without_tone(word: str) -> tuple[str, Tone]:
    """Split `word` into letters without tone and the tone, the last one where several were pasted."""
    tone: Tone = "none"
    kept = []
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        for mark in parts[1:]:
            tone = TONE_OF_MARK.get(mark, tone)
        kept.append(unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONE_OF_MARK)))
    return "".join(kept), tone


def _with_tone(letters: str, tone: Tone) -> str:
    carrier = _carrier(letters)
    if tone == "none" or carrier is None:
        return letters
    marked = unicodedata.normalize("NFC", letters[carrier] + TONE_MARKS[tone])
    return letters[:carrier] + marked + letters[carrier + 1 :]


def _carrier(letters: str) -> int | None:
    """Return the index of the vowel that carries the tone, None where the word has no vowel."""
    first, end = _nucleus(letters.lower())
    vowels = letters.lower()[first:end]
    if not vowels:
        return None
    modified = [first + at for at, vowel in enumerate(vowels) if vowel in MODIFIED_VOWELS]
    if modified:
        return modified[-1]  # ươ: the tone stands on ơ
    if len(vowels) == 1:
        return first
    is_inner = len(vowels) > len("oa") or end < len(letters)  # ngoài, khuỷu; hoàn, huỳnh
    return first + 1 if is_inner else first


def _nucleus(letters: str) -> tuple[int, int]:
    """Return start and end of the last vowel group, without the u of qu and the i of gi."""
    end = len(letters)
    while end > 0 and letters[end - 1] not in VOWELS:
        end -= 1
    first = end
    while first > 0 and letters[first - 1] in VOWELS:
        first -= 1
    if _has_glide(letters, first, end):
        first += 1
    return first, end


def _has_glide(letters: str, first: int, end: int) -> bool:
    """Say whether qu or gi stands before a vowel and is a consonant: quý, già; gì and gìn keep i as vowel."""
    has_vowel_behind = end - first > 1
    if not has_vowel_behind or first == 0:
        return False
    pair = letters[first - 1 : first + 1]
    return pair == "qu" or (pair == "gi" and first == 1)


def _telex(text: str, letter: str) -> str | None:
    """Return `text` with `letter` taken as a Telex key, or None where it is a plain letter."""
    head, word = _split_last_word(text)
    key = letter.lower()
    letters, tone = _without_tone(word)
    if key in TELEX_TONES and _carrier(letters) is not None:
        return _telex_tone(head, letters, tone, letter)
    if key in AFTER_HOOKED_UO and letters.lower().endswith("uơ") and not letters.lower().endswith("quơ"):
        return head + _with_tone(letters[:-2] + _like(letters[-2], "ư") + letters[-1] + letter, tone)
    if key == "w":
        return _telex_hook(head, letters, tone)
    if key in TELEX_DOUBLED:
        return _replace_last(head, letters, tone, {key: TELEX_DOUBLED[key]})
    return None


def _telex_tone(head: str, letters: str, tone: Tone, letter: str) -> str:
    wanted = TELEX_TONES[letter.lower()]
    if wanted == tone and wanted != "none":  # the same key twice takes it back and types the letter
        return head + letters + letter
    return head + _with_tone(letters, wanted)


def _telex_hook(head: str, letters: str, tone: Tone) -> str | None:
    lowered = letters.lower()
    at = lowered.rfind("uo")
    goes_on = 0 <= at < len(letters) - 2 and not lowered.startswith("qu")
    if goes_on:  # thuong + w; a word that ends in uo may still be thuở
        changed = letters[:at] + _like(letters[at], "ư") + _like(letters[at + 1], "ơ") + letters[at + 2 :]
        return head + _with_tone(changed, tone)
    return _replace_last(head, letters, tone, TELEX_HOOKED)


def _replace_last(head: str, letters: str, tone: Tone, changes: Mapping[str, str]) -> str | None:
    for at in range(len(letters) - 1, -1, -1):
        change = changes.get(letters[at].lower())
        if change is not None:
            changed = letters[:at] + _like(letters[at], change) + letters[at + 1 :]
            return head + _with_tone(changed, tone)
    return None


def _like(model: str, letter: str) -> str:
    return letter.upper() if model.isupper() else letter
