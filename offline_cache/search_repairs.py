"""Words as they were meant: keystrokes left undecoded, and syllables written without the space between."""

from collections.abc import Sequence

from kiosk.domain.text_folding import Word, decode_telex, decode_vni, fold, marked_form
from offline_cache.search_rules import SearchRules
from offline_cache.search_vocabulary import Vocabulary, search_form

_LONGEST_SYLLABLE = 7  # letters: "nghieng"
_SHORTEST_SYLLABLE = 2
_SHORTEST_RUN = 5  # letters: shorter words can be taken apart in too many ways
_LONGEST_RUN = 28  # letters
_VOWELS = frozenset("aeiouy")


def repaired(typed: Sequence[Word], vocabulary: Vocabulary, rules: SearchRules) -> list[Word]:
    """Return `typed` with what no procedure holds decoded or taken apart, where that gives known words."""
    words: list[Word] = []
    for word in typed:
        if search_form(word.plain) in vocabulary.counts:
            words.append(word)
            continue
        decoded = _decoded(word, vocabulary) if rules.telex else word
        parts = _syllables(decoded, vocabulary) if rules.runs and decoded is word else ()
        words.extend([Word(part, "") for part in parts] or [decoded])
    return words


def _decoded(word: Word, vocabulary: Vocabulary) -> Word:
    """Return the word that a Telex or VNI keyboard makes of the keystrokes of `word`, if it is known."""
    if word.marked:
        return word
    for decode in (decode_telex, decode_vni):
        decoded = decode(word.plain)
        plain = fold(decoded)
        if plain != word.plain and search_form(plain) in vocabulary.counts:
            return Word(plain, marked_form(decoded))
    return word


def _syllables(word: Word, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the known syllables that `word` runs together ("khaisinh"), () where there are none.

    The fewest syllables win, then those whose rarest one is the commonest. A word one letter away from a
    known one, or at the beginning of one, is that word.
    """
    run = word.plain
    if word.marked or not (_SHORTEST_RUN <= len(run) <= _LONGEST_RUN and run.isalpha()):
        return ()
    best: dict[int, tuple[int, int, tuple[str, ...]]] = {0: (0, -vocabulary.procedures, ())}
    for end in range(_SHORTEST_SYLLABLE, len(run) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end - _SHORTEST_SYLLABLE + 1):
            part = run[start:end]
            count = vocabulary.counts.get(search_form(part), 0)
            if start not in best or not count or _VOWELS.isdisjoint(part):
                continue
            parts, rarest, before = best[start]
            new = (parts + 1, max(rarest, -count), (*before, part))
            best[end] = min(best.get(end, new), new)
    if len(run) not in best or vocabulary.completions(run) or vocabulary.neighbours(run):
        return ()
    return best[len(run)][2]
