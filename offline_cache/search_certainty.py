"""How sure it is that the best procedure is what was meant: an honest "not sure" beats a wrong answer.

A question about something else often meets single words of many procedures, seldom most of one name. The
weights come from a logistic fit of answered questions against talk that no procedure answers.
"""

from offline_cache.search_query import Understood
from offline_cache.search_rules import SearchRules
from offline_cache.search_views import Candidate
from offline_cache.search_vocabulary import Vocabulary

_ENOUGH = 5.0  # telling words matched; more say nothing new


def certainty_parts(
    understood: Understood, best: Candidate, score: float, vocabulary: Vocabulary, rules: SearchRules
) -> tuple[tuple[str, float], ...]:
    """Return (part, points) that add up to the certainty; 0 and more in all reads as sure.

    Counted are the score without what speaks for a procedure unasked, the share of the typed words (not of
    synonyms) it holds, the most telling typed word it lacks, how much of its best name was asked for, and how
    many telling words of that name were typed. What no hall does counts against it.
    """
    held = frozenset().union(*(view.words for view in best.views))
    typed = dict.fromkeys(understood.order)
    rarest = vocabulary.idf("")
    meant = {understood.alternatives[other] for other in held & understood.alternatives.keys()}
    shares = {word: 1.0 if word in held else rules.typo_trust * (word in meant) for word in typed}
    asked = sum(map(vocabulary.idf, typed)) or 1.0
    direct = sum(share * vocabulary.idf(word) for word, share in shares.items()) / asked
    lacking = max((vocabulary.idf(word) for word, share in shares.items() if not share), default=0.0)
    covered = max(
        sum(vocabulary.idf(word) for word in view.words & understood.weights.keys()) / view.weight
        for view in best.views
    )
    telling = max(sum(vocabulary.idf(word) for word in view.words & typed.keys()) for view in best.views)
    return (
        ("score", rules.sure_score * (score - best.prior)),
        ("typed words held", rules.sure_direct * direct),
        ("word not held", -rules.sure_lacking * lacking / rarest),
        ("name covered", rules.sure_covered * covered),
        ("telling words", rules.sure_telling * min(_ENOUGH, telling / rarest)),
        ("done elsewhere", -rules.sure_elsewhere * understood.elsewhere),
        ("needed", -rules.sure_from),
    )
