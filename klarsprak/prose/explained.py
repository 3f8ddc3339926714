"""Whether a letter says what a term means, in any of the ways in which people do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.prose.glossary import is_in_glossary, is_lead
from klarsprak.prose.parenthesis import has_explaining_parenthesis

_DEFINER = (
    r"(?:en|ett|den|det|de|att|när|om|som|pengar|något|någon|namnet|ordet|alltså|här|all|allt|alla|sådant|hur|vad"
    r"|till exempel|lov|papper|papperet|listan|summan|dagen|tiden|platsen|kortet|reglerna|kommunens)\b"
    r"(?!\s+(?:(?:miljon|tusen)\b|av\s+(?:de|dem|våra)\b|(?:halv|halvt|dag|vecka|månad|timme)\s+(?:försen|sen\b|sent\b|gam|kvar|för\b)))"
)
"""How a definition begins: *en avgift som …*; *ett tusen kronor*, *en av de äldsta*, *en vecka försenad* are none."""
_MEANS = (
    r"(?:betyder|betydde|innebär|innebar|menas|avses|menar\s+vi|betecknar|står\s+för|går\s+ut\s+på|handlar\s+om"
    r"|(?:visar|säger|bestämmer|avgör)\s+(?:hur|vad|vem|vilk\w+|när|var|om))\b"
)
"""Verbs that tell a meaning: *betyder*, *visar hur*."""
_THAT_IS = r"(?:det\s+vill\s+säga|dvs\.?|d\.v\.s\.|alltså|med\s+andra\s+ord|med\s+ett\s+annat\s+ord|i\s+praktiken)"
"""What leads another wording of the same: *det vill säga*."""
_CALLED = (
    r"(?:[,(–—:]\s*(?:(?:en|ett|den|det|de)\s+)?(?:så\s+kalla(?:d|t|de)|s\.k\.)"
    r"|\bkalla[sr](?!\s+(?:in|på|er|dig)\b|(?:\s+\w+){0,3}?\s+till\b)"
    r"|\b(?:heter|på fackspråk|på juristspråk))"
)
"""What tells that a term follows for what has been said: *det kallas*; *kallas sökanden till möte* tells nothing.

*en sorts böter, så kallat* stands after other words for it, *med så kallat* doesn't.
"""
_BEFORE = re.compile(
    rf"(?:{_CALLED}(?:\s+\w+){{0,4}}|,\s*(?:{_THAT_IS}|även kalla\w+)(?:\s+\w+){{0,3}})\W*$",
    re.IGNORECASE,
)
"""What stands before the term at the end of a wording: *en sorts böter, så kallat* before *vite*."""
_WITH = re.compile(r"\bmed\s+(?:\w+\s+){0,3}[”\"]?$", re.IGNORECASE)
_IS_MEANT = re.compile(r"[”\"]?\s*(?:menas|avses|menar)\b")
_WORDS_BETWEEN = r"(?:\s+den\s+\d+\s+\w+|(?:\s+(?!och\b|eller\b|\d)\w+){0,4})"
"""What may stand between a term and *vilket innebär*: a day, but no number that the clause may be about."""
_AFTER = re.compile(
    rf"""[”"]?\s*(?:
        [–—-]\s+(?:{_DEFINER}|{_THAT_IS}|där\b|[^–—]+\s[–—]\s)
      | (?:(?:\s+[\w-]+){{0,5}},|)\s*{_THAT_IS}\s(?!(?:den\s)?\d|på\s|i\s)
      | (?:(?:\s+\w+){{0,4}}?\s+|{_WORDS_BETWEEN}\s*,\s*(?:vilket|som)\s+){_MEANS}
      | är\s+(?:till\s+exempel\s+)?{_DEFINER}
      | ,\s*(?:som|vilket)\s+är\s+{_DEFINER}
      | [:=]\s*{_DEFINER}
      | (?:kallas|heter)\s
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What follows a term at once and tells its meaning: *vite* before *– en sorts böter* or *innebär att …*."""
_DEFINITION = re.compile(
    r"(?:\s+\w+)?\s+är\s+(?!(?!mat\b)\w*(?:ad|at|ade|ats|dd|[gjklmnprst]t)\b|(?:inte|klar|färdig|ny|nytt|nu|redan|på|i|till|för)\b|\d)\w+\s"
    r".*?\b(?:som|för|från|till|när|där|mot)\b",
    re.IGNORECASE,
)
"""What follows a term that begins its sentence, where the sentence defines it: *är resor för den som*."""
_DOES = re.compile(
    r"\s+(?:samlar|renar|stoppar|håller|gör|görs|ger|hjälper|sköts|sköter|gäller|talar|har(?!\s+\w*[aiglprs]ts?\b)|består|används|drivs|leds"
    r"|fungerar|innehåller|skyddar|räknas|ligger|leder|bor|låter|ser|träffas|pratar|tar|väljer|bestämmer)\s\w+",
    re.IGNORECASE,
)
"""What follows *en* and a term at the head of its sentence, where it says what the thing does: *samlar fett*."""
_APPOSITION = re.compile(
    r"[”\"]?,\s+(?:en|ett|den|det|de|pengar|något|någon|alla)\s(?!\w+\s+(?:och|eller)\s)([^.;:()]*)", re.IGNORECASE
)
"""What follows a term after a comma: *, en avgift som …*; *, en ritning och …* goes on with a list."""
_INSIDE = re.compile(
    r",\s+där\s+(?:bland\s+annat|till\s+exempel|vi|du|ni|man|alla|flera|den\s+som)\s[^:;\d]*$", re.IGNORECASE
)
"""What follows a term and tells what is done there: *, där vi tar reda på vilken hjälp du behöver.*"""
_WHICH_IS = re.compile(
    r",\s+som\s+är\s+(?!\w*(?:ig|iga|igt|sk|ska|ad|at|ade|[gjklmnprst]t)\b|(?:från|i|på|till|för|av|cirka|så|inte|ny)\b|\d)"
    r"\w+\s.*?\b(?:som|för|från|när|där)\b",
    re.IGNORECASE,
)
"""*, som är regn och snö som har smält*; *, som är trasig* and *, som är från 1974* tell how it is."""
_EXAMPLES = re.compile(
    r"(?:\s+\w+){0,3}(?:,|\s+–)\s+(?:till\s+exempel|exempelvis|såsom|det\s+kan\s+vara)"
    r"\s+(?!(?:i|på|vid|hos|den|under|från)\b)[^.;:]*\b(?:och|eller)\b",
    re.IGNORECASE,
)
"""What follows a term and gives examples, two at least: *, till exempel kortare uppgifter och en lugn plats*."""
_IN = re.compile(r"[\W\d]*i\s+(?:(?:den|det|en|ett|din|ditt|vår|vårt)\s+)?$", re.IGNORECASE)
_HOLDS = re.compile(
    r"\s+(?:arbetar|jobbar|sitter|ingår(?!\s+att)|(?:står|skriver|bestämmer|beskriver|ser)(?:\s+(?:det|vi|du))?"
    r"\s+(?:vad|hur|vilk\w+|vem))\s",
    re.IGNORECASE,
)
"""What follows *i* and a term at the head of its sentence: **I** *planen* **står vad** *du vill ha hjälp med*."""
_CONSISTS = re.compile(r"\s+består\s+av\s", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:som|där|när|att|för|till exempel)\b")
_ENDS_BEFORE_PARENTHESIS = re.compile(r"\w\s+\((?:en |ett |så kalla\w+ )?[”\"]?$")
_CLOSES = re.compile(r"[”\"]?\)")
_NEXT = re.compile(
    rf"(?:(?:det|detta|den|de|dessa|så|här)\b(?:\s+\w+){{0,2}}?\s*"
    rf"(?:{_MEANS}|är\s+{_DEFINER}|vill säga|kallas|gör att|bestämmer)"
    rf"|med\s+(?:\w+\s+){{1,4}}(?:menas|avses|menar)|alltså|med andra ord|det vill säga"
    rf"|(?:där|i\s+(?:den|det|planen))\s+(?:står|skriver|bestämmer|beskriver|ser)(?:\s+(?:det|vi|du|tillsammans|ner)){{0,3}}"
    rf"\s+(?:vad|hur|vilk\w+|vem)\b"
    rf"|(?:den|det|de)\s+(?:samlar|renar|stoppar|skyddar|hjälper|består\s+av|innehåller|används|tar\s+bort|minskar)\s"
    rf"|(?:[\w-]+\s+){{1,2}}(?:är\s+alltså|har\s+alltså\s+rätt)\s)",
    re.IGNORECASE,
)
"""How the sentence after begins where it tells the meaning: *Det betyder att …*, *Där står vad …*."""
_GOVERNED = re.compile(r"\b(?:innan|utan|före|efter)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OUTCOME = re.compile(
    r"[^.!?]*\d|\s+att\s+(?:du\s+(?:behöver\s+)?betalar?\b|(?:[\w]+\s+)?\w*(?:avgift|kostnad|pris|hyra|summa)(?:en|et|n)?\s+blir\b)",
    re.IGNORECASE,
)
"""What follows *det innebär* and tells what comes of it: *att du får 1 870 kronor*, *att avgiften blir högre*."""
_QUESTION = re.compile(r"(?:vad|hur)\s+(?:är|betyder|innebär|menas|menar|avses|fungerar|går)\b", re.IGNORECASE)
_ONE = re.compile(r"[\W\d]*(?:(?:med|på|vid|i|under|genom)\s+)?(?:en|ett)\s+$", re.IGNORECASE)

_LONG_SENTENCE = 30
"""Tokens of a sentence from which the next one tells no more what a term in it means."""


class _Surroundings(NamedTuple):
    """What stands around a term, as text."""

    before: str
    """Its sentence up to it."""
    after: str
    """Its sentence from its end on."""
    rest: str
    """Its block from its end on."""
    then: str
    """What follows its sentence, in its block or in the next one."""
    heading: str
    """The heading that it stands in, if it does."""
    is_long: bool
    """Whether its sentence is a long one."""

    @classmethod
    def of(cls, words: WordsAt, following: str) -> _Surroundings:
        """The surroundings of the words; ``following`` is the text of the block after."""
        text, sentence = words.block.text, words.sentence
        first, last = words.characters
        start, end = sentence.characters
        return cls(
            before=text[start:first],
            after=text[last:end],
            rest=text[last:],
            then=text[end:].strip() or following,
            heading=text if words.block.block.role is Role.HEADING else "",
            is_long=sentence.end - sentence.start > _LONG_SENTENCE,
        )


def is_explained(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the letter says there what the words mean: in a glossary, or in the text around them."""
    if is_in_glossary(words, analysis):
        return True
    following = analysis.once(_following).get(words.block.index, "")
    return way_explained(words, following) is not None


def _following(analysis: Analysis) -> dict[int, str]:
    """The text of the block after each, by the number of the one before.

    A term on the last line of a block may be explained on the next one.
    """
    pairs = zip(analysis.blocks, analysis.blocks[1:], strict=False)
    return {block.index: after.block.text for block, after in pairs}


def way_explained(words: WordsAt, following: str = "") -> str | None:
    """Which of the ``WAYS`` the text around the words goes to say what they mean; None where it doesn't say it.

    ``following`` is the text of the block after.
    """
    around = _Surroundings.of(words, following)
    for name, is_taken in WAYS.items():
        if is_taken(around):
            return name
    return None


def _is_so_called(around: _Surroundings) -> bool:
    """*en sorts böter, så kallat vite*."""
    return _BEFORE.search(around.before) is not None


def _is_meant(around: _Surroundings) -> bool:
    """*med vite menas en sorts böter*: *med* before the term, the verb after it.

    With words between, as in *med ett sådant vite menas …*.
    """
    if _WITH.search(around.before) is None:
        return False
    return _IS_MEANT.match(around.after) is not None


def _is_put_otherwise(around: _Surroundings) -> bool:
    """*vite, det vill säga böter*."""
    return _AFTER.match(around.after) is not None


def _has_apposition(around: _Surroundings) -> bool:
    """*vite, en summa som du måste betala*.

    Without a clause it may be the next item of a list (*en ritning, en karta*), and what follows *eller* is another
    thing.
    """
    match = _APPOSITION.match(around.after)
    if match is None:
        return False
    first_item = match[1].split(" eller ")[0]
    return _CLAUSE.search(first_item) is not None


def _is_defined(around: _Surroundings) -> bool:
    """*Färdtjänst är resor för den som …*: the sentence begins with the term.

    *Färdtjänst är klar* says how it is, not what it is.
    """
    if not is_lead(around.before):
        return False
    return _DEFINITION.match(around.after) is not None


def _is_told_by_use(around: _Surroundings) -> bool:
    """*En fettavskiljare samlar fett från köket*: what such a thing does in general tells what it is.

    *En fettavskiljare ska finnas* tells no use.
    """
    if _ONE.match(around.before) is None:
        return False
    return _DOES.match(around.after) is not None


def _is_told_by_clause(around: _Surroundings) -> bool:
    """*En plan, där vi skriver vad du vill*; *dagvatten, som är regn som har runnit av taket*."""
    return _INSIDE.match(around.after) is not None or _WHICH_IS.match(around.after) is not None


def _has_examples(around: _Surroundings) -> bool:
    """*extra anpassningar, till exempel mer tid och en egen plats*; one example tells too little."""
    return _EXAMPLES.match(around.after) is not None


def _is_told_by_content(around: _Surroundings) -> bool:
    """*I elevhälsan arbetar kuratorn*, *Elevhälsan består av …*: what is in it, at the head of its sentence."""
    if is_lead(around.before):
        return _CONSISTS.match(around.after) is not None
    return _IN.fullmatch(around.before) is not None and _HOLDS.match(around.after) is not None


def _stands_in_parenthesis(around: _Surroundings) -> bool:
    """*en sorts böter (vite)*: the term alone, after other words for it.

    The term may have quotation marks: *(”vite”)*.
    """
    if _ENDS_BEFORE_PARENTHESIS.search(around.before) is None:
        return False
    return _CLOSES.match(around.after) is not None


def _has_parenthesis(around: _Surroundings) -> bool:
    """*vite (en sorts böter)*; looked for in the whole block, since a sentence may seem to end before it."""
    return has_explaining_parenthesis(around.rest)


def _is_asked_for(around: _Surroundings) -> bool:
    """*Vad är färdtjänst?* as a heading: the text below answers."""
    return _QUESTION.match(around.heading) is not None


def _is_told_next(around: _Surroundings) -> bool:
    """*Du kan få betala vite. Det är en sorts böter.*

    “Bygg inte innan startbesked har kommit. Det innebär …” tells what the whole sentence means; so it is where that
    is long.  “Det innebär att du får 1 870 kronor” and “Det betyder att avgiften blir högre” tell what follows from
    it, not what it is.
    """
    if around.is_long or _GOVERNED.search(around.before):
        return False
    match = _NEXT.match(around.then)
    if match is None:
        return False
    tells_outcome = match[0].endswith(("innebär", "betyder")) and _OUTCOME.match(around.then, match.end())
    return not tells_outcome


WAYS: dict[str, Callable[[_Surroundings], bool]] = {
    "so called": _is_so_called,
    "meant": _is_meant,
    "put otherwise": _is_put_otherwise,
    "apposition": _has_apposition,
    "defined": _is_defined,
    "told by use": _is_told_by_use,
    "told by clause": _is_told_by_clause,
    "examples": _has_examples,
    "told by content": _is_told_by_content,
    "in parenthesis": _stands_in_parenthesis,
    "has parenthesis": _has_parenthesis,
    "asked for": _is_asked_for,
    "told next": _is_told_next,
}
"""The ways in which a text says what a term means, in the order they are tried; an example stands with each."""
