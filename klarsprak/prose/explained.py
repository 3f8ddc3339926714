"""Whether a letter says what a term means, in any of the ways in which people do it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.letter import Role

_DEFINER = (
    r"(?:en|ett|den|det|de|att|när|om|som|pengar|något|någon|namnet|ordet|alltså|här|all|allt|alla|sådant|hur|vad"
    r"|till exempel|lov|papper|papperet|listan|summan|dagen|tiden|platsen|kortet|reglerna|kommunens)\b"
    r"(?!\s+(?:miljon|tusen))"
)
_MEANS = (
    r"(?:betyder|betydde|innebär|innebar|menas|avses|menar\s+vi|betecknar|står\s+för|går\s+ut\s+på|handlar\s+om"
    r"|(?:visar|säger|bestämmer|avgör)\s+(?:hur|vad|vem|vilk\w+|när|var|om))\b"
)
_THAT_IS = r"(?:det\s+vill\s+säga|dvs\.?|d\.v\.s\.|alltså|med\s+andra\s+ord|med\s+ett\s+annat\s+ord|i\s+praktiken)"
_CALLED = r"(?:så\s+kalla(?:d|t|de)|s\.k\.|kalla[sr](?!\s+(?:till|in|på|er|dig)\b)|heter|på fackspråk|på juristspråk)"
_BEFORE = re.compile(
    rf"(?:\b{_CALLED}(?:\s+\w+){{0,4}}|,\s*(?:{_THAT_IS}|även kalla\w+)(?:\s+\w+){{0,3}})\W*$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bmed\s+(?:\w+\s+){0,3}[”\"]?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"""[”"]?\s*(?:
        [–—-]\s+(?:{_DEFINER}|{_THAT_IS}|[^–—]+\s[–—]\s)
      | ,?\s*{_THAT_IS}\s
      | (?:(?:\s+\w+){{0,4}}?\s+|\s*,\s*(?:vilket|som)\s+){_MEANS}
      | är\s+(?:till\s+exempel\s+)?{_DEFINER}
      | ,\s*(?:som|vilket)\s+är\s+{_DEFINER}
      | [:=]\s*{_DEFINER}
      | (?:kallas|heter)\s
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DEFINITION = re.compile(
    r"(?:\s+\w+)?\s+är\s+(?!\w*(?:ad|at|ade|ats|dd|[gjklmnprst]t)\b|(?:inte|klar|färdig|ny|nytt|nu|redan|på|i|till|för)\b|\d)\w+\s"
    r".*?\b(?:som|för|från|till|när|där|mot)\b",
    re.IGNORECASE,
)
"""What follows a term that begins its sentence, where the sentence defines it: *är resor för den som*."""
_DOES = re.compile(
    r"\s+(?:samlar|renar|stoppar|håller|gör|görs|ger|hjälper|sköts|sköter|gäller|talar|har(?!\s+\w*[aiglprs]ts?\b)|består|används|drivs|leds"
    r"|fungerar|innehåller|skyddar|räknas|ligger|leder|bor|låter|ser|träffas|pratar|tar|väljer|bestämmer)\s\w+",
    re.IGNORECASE,
)
"""What follows *en* and a term at the head of its sentence, where the sentence says what the thing does."""
_APPOSITION = re.compile(
    r"[”\"]?,\s+(?:en|ett|den|det|de|pengar|något|någon|alla)\s(?!\w+\s+(?:och|eller)\s)([^.;:()]*)", re.IGNORECASE
)
_CLAUSE = re.compile(r"\b(?:som|där|när|att|för|till exempel)\b")
_PARENTHESIS = re.compile(r"[”\"]?\s*\(([^()]+(?:\([^()]*\)[^()]*)*)\)")
_REFERENCE = re.compile(
    r"^\d|^(?:se|enligt|jfr|läs|bilaga|bifog\w+|dnr|diarienummer|ärende\w*|punkt|sid\w*|nr|nummer|från)\b"
    r"|§|\bkap\b|\w(?:lagen|balken|förordningen|nämnden|förvaltningen|verket|styrelsen)$|@|www\.",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?:(?:det|detta|den|de|dessa|så|här)\b(?:\s+\w+){{0,2}}?\s*"
    rf"(?:{_MEANS}|är\s+{_DEFINER}|vill säga|kallas|gör att|bestämmer)"
    rf"|med\s+(?:\w+\s+){{1,4}}(?:menas|avses|menar)|alltså|med andra ord|det vill säga)",
    re.IGNORECASE,
)
_GOVERNED = re.compile(r"\b(?:innan|utan|före|efter)\s+(?:\w+\s+)?$", re.IGNORECASE)
_GLOSSARY = re.compile(
    r"(?:ordlista|ordförklaring\w*|begrepp\w*|ord och begrepp|fackord|svåra ord|förklaring\w*|ord)\b[^.]{0,30}$"
    r"|(?:vad betyder|så betyder|det här betyder|det betyder)\b.{0,30}$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:vad|hur)\s+(?:är|betyder|innebär|menas|menar|avses|fungerar|går)\b", re.IGNORECASE)
_ONE = re.compile(r"[\W\d]*(?:(?:med|på|vid|i|under|genom)\s+)?(?:en|ett)\s+$", re.IGNORECASE)
_LEAD = re.compile(r"[\W\d]*(?:(?:en|ett|att)\s+)?[\W\d]*$", re.IGNORECASE)

_LONG_SENTENCE = 30
"""Tokens of a sentence from which the next one tells no more what a term in it means."""


def explains(block: AnalysedBlock, start: int, end: int, following: str = "") -> bool:
    """Whether the words around the tokens from ``start`` to ``end`` say what these mean.

    ``following`` is the text of the block after.
    """
    text = block.text
    sentence = block.sentence_at(start)
    first, last = block.chars(start, end)
    before, after, rest = text[sentence.start_char : first], text[last : sentence.end_char], text[last:]
    if _called_before(before, after) or _AFTER.match(after) or _in_apposition(after):
        return True
    if (_LEAD.match(before) and _DEFINITION.match(after)) or (_ONE.match(before) and _DOES.match(after)):
        return True
    # A sentence may seem to end before a parenthesis.
    if _in_parenthesis(before, after) or explaining_parenthesis(rest):
        return True
    if block.block.role is Role.HEADING and _QUESTION.match(text):
        return True
    then = text[sentence.end_char :].strip() or following
    # “Bygg inte innan startbesked har kommit. Det innebär …” tells what the whole sentence means; so it is where that
    # is long.
    is_whole = sentence.end - sentence.start > _LONG_SENTENCE or _GOVERNED.search(before)
    match = None if is_whole else _NEXT.match(then)
    # “Det innebär att du får 1 870 kronor” tells what follows from it, not what it is.
    return match is not None and not (match[0].endswith("innebär") and re.search(r"^[^.!?]*\d", then))


def _called_before(before: str, after: str) -> bool:
    if _WITH.search(before) and re.match(r"[”\"]?\s*(?:menas|avses|menar)\b", after):
        return True
    return _BEFORE.search(before) is not None


def _in_apposition(after: str) -> bool:
    match = _APPOSITION.match(after)
    return match is not None and _CLAUSE.search(match[1].split(" eller ")[0]) is not None


def _in_parenthesis(before: str, after: str) -> bool:
    """The term alone within a parenthesis, after other words for it."""
    return (
        re.search(r"\w\s+\((?:en |ett |så kalla\w+ )?[”\"]?$", before) is not None
        and re.match(r"[”\"]?\)", after) is not None
    )


def explaining_parenthesis(after: str) -> bool:
    """A parenthesis of words; a number, a section, an abbreviation or a reference explains nothing."""
    match = _PARENTHESIS.match(after)
    if match is None or _REFERENCE.search(match[1].strip()):
        return False
    return (
        sum(len(word) > 1 for word in re.findall(r"(?<![\w.])[a-zåäö]+(?![\w.])", match[1])) > 0 and len(match[1]) > 3
    )


def glossary_blocks(analysis: Analysis) -> Iterable[AnalysedBlock]:
    """Footnotes, and the blocks below a heading such as *Ordlista*: places where a term at the start is explained."""
    inside = False
    for block in analysis.blocks:
        text = block.block.text.strip().rstrip(":")
        if _GLOSSARY.match(text):
            inside = True
        elif block.block.role is Role.HEADING:
            inside = False
        elif inside or block.block.role is Role.FOOTNOTE:
            yield block


def opens(block: AnalysedBlock, start: int) -> bool:
    """Whether nothing but a mark or an article stands before the token in its block."""
    return _LEAD.match(block.text[: block.chars(start, start + 1)[0]]) is not None
