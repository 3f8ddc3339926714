"""Whether the sentence before or after a reference says what the section means."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.laws import cues
from klarsprak.laws.decisions import Decision, decide, otherwise
from klarsprak.laws.masked import REF, is_too_short, words_of

_LONG_WORD = 6
"""Signs of the shortest word that tells that two sentences are about the same thing."""
_COMMON = {"rätten", "reglerna"}
REF_IN_PARENTHESIS = f"({REF})"


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
    """Whether the sentence before or after says next to nothing: *Hej då.*"""
    return is_too_short(pair.other)


# -- the sentence after


def _introduces(pair: Neighbours) -> bool:
    """Whether what comes next is the section's own words: *Så här lyder 25 § FL:*."""
    return cues.INTRODUCES.search(pair.sentence) is not None


def _takes_up(pair: Neighbours) -> bool:
    """Whether the rule itself comes next, about the same thing.

    *Rätten till färdtjänst står i 7 § färdtjänstlagen. Du kan få färdtjänst om …*
    """
    tells_where = cues.WHERE.search(pair.sentence) is not None
    if not tells_where or not _share_word(*pair):
        return False
    has_rule = cues.RULE.search(pair.other) is not None
    return has_rule and cues.CONDITION.search(pair.other) is not None


def _is_cited_again(pair: Neighbours) -> bool:
    """Whether the rules come next, each with its section: *Reglerna finns i 8 kap. AL. Du ska ha … (14 §).*"""
    if cues.RULES_STAND.match(pair.sentence) is None or REF_IN_PARENTHESIS not in pair.other:
        return False
    return cues.RULE.search(pair.other) is not None


def _share_word(sentence: str, other: str) -> bool:
    """Whether a word with meaning of its own stands in both sentences.

    *färdtjänst* has, *rätten* has not.
    """
    long_words = filter(_is_long, words_of(sentence))
    shared = set(long_words) - _COMMON
    return not shared.isdisjoint(words_of(other))


def _is_long(word: str) -> bool:
    """Whether the word has meaning of its own, as long words mostly have."""
    return len(word) >= _LONG_WORD


def _stands_for_itself(pair: Neighbours) -> bool:
    """Whether the next sentence begins with something new: *Ring oss gärna.*"""
    return cues.LEANS_BACK.match(pair.other) is None


def _is_about_decision(pair: Neighbours) -> bool:
    """Whether the pronoun means the decision, or what the reader may ask for, not the section.

    *Vi har beslutat om avgiften enligt 9 § LSS. Det ska betalas i maj.*  *Du kan begära laglighetsprövning enligt
    13 kap. KL. Det ska ske skriftligt.*
    """
    if cues.HOW.match(pair.other) is not None and cues.ATTRIBUTE.search(pair.sentence) is not None:
        return True
    if cues.BARE_PRONOUN.match(pair.other) is None:
        return False
    names_decision = "beslut" in pair.sentence
    return names_decision or cues.DECIDES.search(pair.sentence) is not None


EXPLAINED_AFTER: tuple[Decision[Neighbours], ...] = (
    Decision("nothing comes", _other_is_too_short, False, "Vi följer 25 § FL. Hej då."),
    Decision("introduced", _introduces, True, "Så här lyder 25 § FL: En myndighet ska låta parten läsa allt."),
    Decision(
        "taken up",
        _takes_up,
        True,
        "Rätten till färdtjänst står i 7 § färdtjänstlagen. Du kan få färdtjänst om du har svårt att gå.",
    ),
    Decision(
        "each cited",
        _is_cited_again,
        True,
        "Reglerna står i 8 kap. alkohollagen. Du ska ha rätt att använda lokalen (14 § FL).",
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
"""Whether the sentence after says what the section means; in the examples the reference stands in the first one."""


# -- the sentence before


def _points_elsewhere(pair: Neighbours) -> bool:
    """Whether the sentence does more than say where a rule stands: *Vi följer 25 § FL när vi svarar.*"""
    if cues.GROUND_LABEL.match(pair.sentence) is not None:
        return True
    return cues.POINTS_BACK.match(pair.sentence) is None


def _told_rule_before(pair: Neighbours) -> bool:
    """Whether a rule was stated before, and before any decision.

    *Du får läsa allt, och vi beslutar när. Det står i 25 § FL.*
    """
    rule, decision = cues.RULE.search(pair.other), cues.DECIDES.search(pair.other)
    if rule is None:
        return False
    return decision is None or rule.start() < decision.start()


def _only_shows_where(pair: Neighbours) -> bool:
    """Whether the sentence says nothing itself: *Se 9 § LSS.*"""
    return cues.SEE.match(pair.sentence) is not None


EXPLAINED_BEFORE: tuple[Decision[Neighbours], ...] = (
    Decision("nothing came", _other_is_too_short, False, "Hej igen. Det står i 25 § FL."),
    Decision("points elsewhere", _points_elsewhere, False, "Du får läsa allt. Vi följer 25 § FL när vi svarar."),
    Decision("rule before", _told_rule_before, True, "Du får läsa allt i ärendet. Det står i 25 § FL."),
    Decision("only where", _only_shows_where, False, "Nämnden avslår din ansökan om stöd. Se 9 § LSS."),
    Decision("told before", otherwise, True, "Kommunen lämnar stöd i vardagen. Det står i 9 § LSS."),
)
"""Whether the sentence before says what the section means; in the examples the reference stands in the last one."""
