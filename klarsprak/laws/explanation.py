"""Whether a letter says what a section means.

A section is explained when the letter states in words what it requires or allows, in the sentence of the reference
or in the one next to it.  That a decision was made *med stöd av* a section explains nothing; that a section *reglerar
rätten till bistånd* only names its subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from klarsprak.laws import cues
from klarsprak.laws.cues import REF
from klarsprak.laws.parser import Reference

_WORDS = re.compile(r"\w+")
_MIN_WORDS = 4
"""A clause with fewer words than this, references apart, says nothing of what a section means."""
_PASSIVES_OF_RULES = ("krävs", "menas", "avses", "räknas")


def is_explained(before: str, sentence: str, after: str) -> bool:
    """Whether the sentence of a reference, or one of its neighbours, says what the section means.

    ``sentence`` holds the reference; ``before`` and ``after`` are the sentences next to it, "" where there are none;
    all three are masked (``mask``).
    """
    return (
        _says(sentence)
        or _states_rule(sentence)
        or _explained_next(sentence, after)
        or _explained_before(sentence, before)
    )


def mask(text: str, references: Sequence[Reference], start: int = 0, end: int | None = None) -> str:
    """The text from ``start`` to ``end``, lower case, with ``REF`` for each reference and white space folded."""
    end = len(text) if end is None else end
    parts, position = [], start
    for found in references:
        if start <= found.start and found.end <= end:
            parts += [text[position : found.start].lower(), REF]
            position = found.end
    return " ".join("".join([*parts, text[position:end].lower()]).split())


def _content(text: str) -> int:
    """The number of words, references apart."""
    return len(_WORDS.findall(text.replace(REF, "")))


def _says(text: str) -> bool:
    """*4 kap. 1 § SoL säger att …*, *av 25 § FL framgår att …*, *…, som innebär att …*."""
    said = (cues.SECTION_SAYS, cues.WHICH_SAYS, cues.STANDS_THAT)
    return _content(text) >= _MIN_WORDS and any(cue.search(text) for cue in said)


def _states_rule(text: str) -> bool:
    """*Enligt … har du rätt till …*; *Du får … enligt …*: a clause whose main verb states a rule."""
    if REF not in text or _content(text) < _MIN_WORDS or _only_tells_where(text):
        return False
    if fronted := cues.FRONTED.match(text):
        known, other, rest = fronted.groups()
        return _is_rule(known, rest, text) if known else _is_general(other, rest, text)
    if cues.DECIDES.search(text) or cues.THIS_CASE.search(text):
        return False
    if cues.ATTRIBUTE.search(text) and not cues.RIGHT_OR_DUTY.search(text):
        return False
    return cues.RULE.search(text) is not None and _content(text) > _MIN_WORDS


def _only_tells_where(text: str) -> bool:
    if cues.ASIDE.search(text) or cues.WHERE.search(text) or cues.TELLS_WHERE.match(text):
        return True
    return cues.VAGUE.search(text) is not None and not cues.CONDITION.search(text)


def _is_rule(verb: str, rest: str, text: str) -> bool:
    """Whether the main clause after *Enligt …* tells what holds, not what was decided in this case."""
    if cues.THIS_CASE.search(text) and not cues.CONDITION.search(rest):
        return False
    if cues.DECIDES.search(rest) and not cues.GENERAL.search(rest):
        return False
    if verb == "har" and cues.HAS_DONE.match(rest):
        return False
    if verb in ("har", "är", "finns"):
        return cues.RULE.search(f"{verb}{rest}") is not None or cues.RIGHT_OR_DUTY.search(rest) is not None
    if verb.endswith("s") and verb not in _PASSIVES_OF_RULES:
        return cues.BY_OR_IF.search(rest) is not None
    return True


def _is_general(verb: str, rest: str, text: str) -> bool:
    """*Enligt … betalar du en avgift när …*: not a verb of rules, but a condition makes it one."""
    decides = cues.DECIDES.search(f"{verb}{rest}") or cues.THIS_CASE.search(text)
    return not decides and cues.CONDITION.search(rest) is not None


def _explained_next(text: str, after: str) -> bool:
    """The next sentence goes on about the reference: *Det innebär att …*, *Enligt paragrafen …*."""
    if _content(after) < _MIN_WORDS:
        return False
    if cues.INTRODUCES.search(text) or (cues.WHERE.search(text) and _takes_up(text, after)):
        return True
    if not cues.LEANS_BACK.match(after):
        return False
    about_the_decision = cues.BARE_PRONOUN.match(after) and (cues.DECIDES.search(text) or "beslut" in text)
    return not about_the_decision


def _takes_up(text: str, after: str) -> bool:
    """*Rätten till färdtjänst står i …. Du har rätt till färdtjänst om …*: the rule itself comes next."""
    shared = {word for word in _WORDS.findall(text) if len(word) > 5} - {"rätten", "reglerna"}
    takes_up = not shared.isdisjoint(_WORDS.findall(after))
    return takes_up and cues.RULE.search(after) is not None and cues.CONDITION.search(after) is not None


def _explained_before(text: str, before: str) -> bool:
    """The sentence only says where a rule stands that was told before: *Det står i …*, *(… §)*."""
    if _content(before) < _MIN_WORDS or not cues.POINTS_BACK.match(text):
        return False
    rule, decides = cues.RULE.search(before), cues.DECIDES.search(before)
    states_rule = rule is not None and (decides is None or rule.start() < decides.start())
    return states_rule or not cues.SEE.match(text)
