"""Whether the sentence before or after a reference says what the section means."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.laws import cues
from klarsprak.laws.cues import is_too_short, words_of
from klarsprak.laws.decisions import Decision, decide, otherwise

_LONG_WORD = 6
"""Signs of the shortest word that tells that two sentences are about the same thing."""
_COMMON = {"rätten", "reglerna"}


class Neighbours(NamedTuple):
    """The sentence of a reference and the one after it, or before it; both are masked."""

    sentence: str
    other: str


def is_explained_after(sentence: str, after: str) -> bool:
    """The next sentence goes on about the reference: *Det innebär att …*, *Enligt paragrafen …*."""
    return decide(EXPLAINED_AFTER, Neighbours(sentence, after)).answer


def is_explained_before(sentence: str, before: str) -> bool:
    """The sentence only says where a rule stands that was told before: *Det står i …*, *(… §)*."""
    return decide(EXPLAINED_BEFORE, Neighbours(sentence, before)).answer


def _other_is_too_short(pair: Neighbours) -> bool:
    return is_too_short(pair.other)


# -- the sentence after


def _introduces(pair: Neighbours) -> bool:
    return cues.INTRODUCES.search(pair.sentence) is not None


def _takes_up(pair: Neighbours) -> bool:
    """*Rätten till färdtjänst står i …. Du har rätt till färdtjänst om …*: the rule itself comes next."""
    if cues.WHERE.search(pair.sentence) is None or not _share_word(*pair):
        return False
    return cues.RULE.search(pair.other) is not None and cues.CONDITION.search(pair.other) is not None


def _share_word(sentence: str, other: str) -> bool:
    """Whether a word with meaning of its own stands in both: *färdtjänst*."""
    long_words = {word for word in words_of(sentence) if len(word) >= _LONG_WORD}
    return not (long_words - _COMMON).isdisjoint(words_of(other))


def _stands_for_itself(pair: Neighbours) -> bool:
    return cues.LEANS_BACK.match(pair.other) is None


def _is_about_decision(pair: Neighbours) -> bool:
    """*Vi har beslutat … enligt …. Det ska betalas …*: the pronoun means the decision, not the section."""
    if cues.BARE_PRONOUN.match(pair.other) is None:
        return False
    return "beslut" in pair.sentence or cues.DECIDES.search(pair.sentence) is not None


EXPLAINED_AFTER: tuple[Decision[Neighbours], ...] = (
    Decision("nothing comes", _other_is_too_short, False, "Vi följer 25 § FL. Hej då."),
    Decision("introduced", _introduces, True, "Så här lyder 25 § FL: En myndighet ska låta parten läsa allt."),
    Decision(
        "taken up",
        _takes_up,
        True,
        "Rätten till färdtjänst står i 7 § färdtjänstlagen. Du kan få färdtjänst om du har svårt att gå.",
    ),
    Decision("stands for itself", _stands_for_itself, False, "Vi följer 25 § FL. Ring oss gärna om du undrar."),
    Decision(
        "about the decision",
        _is_about_decision,
        False,
        "Nämndens beslut bygger på 25 § FL. Det ska följas av alla som arbetar här.",
    ),
    Decision("leans back", otherwise, True, "Vi följer 25 § FL. Det innebär att du får läsa allt i ärendet."),
)
"""Whether the sentence after says what the section means; each example is two sentences, the first masked."""


# -- the sentence before


def _points_elsewhere(pair: Neighbours) -> bool:
    return cues.POINTS_BACK.match(pair.sentence) is None


def _told_rule_before(pair: Neighbours) -> bool:
    """Whether a rule was stated before, and before any decision."""
    rule, decision = cues.RULE.search(pair.other), cues.DECIDES.search(pair.other)
    if rule is None:
        return False
    return decision is None or rule.start() < decision.start()


def _only_shows_where(pair: Neighbours) -> bool:
    return cues.SEE.match(pair.sentence) is not None


EXPLAINED_BEFORE: tuple[Decision[Neighbours], ...] = (
    Decision("nothing came", _other_is_too_short, False, "Det står i 25 § FL."),
    Decision("points elsewhere", _points_elsewhere, False, "Du får läsa allt. Vi följer 25 § FL när vi svarar."),
    Decision("rule before", _told_rule_before, True, "Du får läsa allt i ärendet. Det står i 25 § FL."),
    Decision("only where", _only_shows_where, False, "Nämnden avslår din ansökan om stöd. Se 9 § LSS."),
    Decision("told before", otherwise, True, "Kommunen lämnar stöd i vardagen. Det står i 9 § LSS."),
)
"""Whether the sentence before says what the section means; in the examples the reference stands in the last one."""
