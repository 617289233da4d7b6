"""The rules of the search with their weights, in one place, so that each can be switched off and measured.

Chosen on four fifths of the development queries and judged on the fifth, five times over; what did not help
across the fifths is not here. `tests/benchmarks/bench_search.py --ablation` shows what each one brings.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRules:
    """Weights in points of the score; a query met in full by an everyday name has about 25."""

    # What is asked
    telex: bool = True  # keystrokes left undecoded are decoded
    runs: bool = True  # syllables written together are taken apart
    typos: bool = True  # unknown words stand for known ones one letter away
    stop_words: bool = True  # words and phrases around the need are left out
    synonyms: bool = True  # everyday phrases add official words
    senses: bool = True  # "mất" beside a person is dying, beside a paper is losing
    negation: float = 0.4  # share left to what follows "không phải"
    act_factor: float = 1.5  # what one wants done outweighs what it is done to
    synonym_share: float = 0.65
    typo_share: float = 0.5
    prefix_share: float = 0.5
    phrases: bool = True  # pairs of common words find candidates, too

    # What is found, per name of a procedure; the best name counts
    matched: float = 8.0  # share of the query's weight that the name holds
    covered: float = 7.0  # share of the name that the query names
    pairs: float = 3.0  # share of neighbouring words that are neighbours in the name
    tail: float = 0.2  # share of a long name's tail that its head has to cover, too
    whole_name: float = 0.95  # the head of a name says more than its tail
    completion: float = 1.5  # the name begins with what was typed
    intent_asked: float = 1.0  # what one wants done, the name does
    intent_missing: float = 0.3  # … for each thing it does not
    intent_unasked: float = 0.4  # the name extends, changes, ends … unasked
    again_unasked: float = 0.6  # issuing again is another procedure than issuing
    again_of_dead: float = 2.0  # … on top where somebody died: "mất" is then no lost paper
    unasked_of_bare: float = 1.0  # … on top where only an object was named: "sổ đỏ"
    certify_missing: float = 2.0  # … on top where any paper is to be certified: the paper is not the need

    # What is found, per procedure
    accents: float = 2.5  # share of the accented words found as written
    accented_pairs: float = 0.6
    bm25: float = 1.5
    ward: float = 0.6  # this hall serves it
    core: float = 1.2
    between_offices: float = 2.0  # … against what offices do among themselves
    popular: float = 0.6

    # How sure that is, in log odds
    sure_from: float = 8.9
    sure_score: float = 0.14
    sure_direct: float = 1.6
    sure_lacking: float = 1.15
    sure_covered: float = 6.6
    sure_telling: float = 1.8
    sure_elsewhere: float = 6.0
    typo_trust: float = 0.5


SHIPPED = SearchRules()
