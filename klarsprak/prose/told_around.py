"""What the rest of a term's sentence, or the sentence after, tells of it without the verbs of a definition."""

from __future__ import annotations

import re

_ONE = re.compile(r"\b(?:en|ett)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PLACE_THEN_ONE = re.compile(
    r"(?:\s+mitt)?\s+(?:i|på|vid|under|över|framför|bakom|mellan)\s+(?:\w+\s+){0,3}?[\w-]+,"
    r"\s+(?:en|ett)\s+(?:\w+\s+){1,4}?(?:som|där|att|för)\s",
    re.IGNORECASE,
)
"""*en refug* **mitt i gatan, en upphöjd ö att** *stanna på*: the place stands between the thing and what it is."""
_OF_SUM_THEN_THAT = re.compile(
    r"\s+på\s+[\d\s]+(?:kronor|kr),\s+(?:det|vilket)\s+(?:betyder|innebär)\s+att\s+(?:du|ni|vi|man)\s", re.IGNORECASE
)
"""*vite* **på 40 000 kronor, det betyder att ni** *kan få betala det*."""
_HOLDS_SO = re.compile(
    r"\s+(?:är\s+kvar|gäller|finns\s+kvar):\s+(?!(?:den|det|de)\s+\d)(?:om\s|när\s|[a-zåäö]{2,}er\s+(?:du|ni|vi|man)\s)",
    re.IGNORECASE,
)
"""*Ert besittningsskydd* **är kvar: säger vi** *upp er ska vi betala*: what the thing does stands after a colon."""
_PUT_IN_PARENTHESIS = re.compile(
    r"[^.!?:;()]{0,60}\([^()]*\b(?:alltså|det vill säga|dvs\.?|med andra ord)\s[^()]*\)", re.IGNORECASE
)
"""*85-percentilen är 43 kilometer i timmen* **(85 av 100 bilar kör alltså långsammare)**."""
_HABIT = re.compile(
    r"(?:det|detta)\s+gör\s+(?:vi|man|personalen|du|ni)\s+(?:alltid\s+)?(?:varje\s+gång|när|om|för\s+att)\s"
    r"|då\s+(?:är|sitter|bor|arbetar|jobbar)\s+(?:du|ni|man|eleven|barnet|han|hon)\s+(?:ute\s+)?(?:på|hos|i|hemma)\s"
    r"|(?:den|det|de)\s+får\s+(?:du|ni|man|den\s+som)\s+(?:i\s+stället\s+för|när|om|för\s+(?:att|det))\s"
    r"|(?:den|det|de)\s+(?:ersätter|görs\s+i\s+stället\s+för)\s+(?!den\b|det\b|de\b|er\b|ditt?\b)\w+(?:en|et|na)\b"
    r"|(?:den|det|de)\s+(?:är|blir)\s+till\s+för\s+(?:att|den|dig|er|alla)\b",
    re.IGNORECASE,
)
"""*Vi skriver en avvikelse.* **Det gör vi varje gång** *något har gått fel*; *semesterersättning.* **Den får du i
stället för** *ledighet*."""
_SOMEBODY_COMES = re.compile(
    r"(?:en|ett)\s+\w{4,}\s+(?:kommer\s+(?:hem|hit|ut|till\s+(?:dig|er))|tittar\s+på|går\s+igenom|pratar\s+med)\b"
    r"[^.:;\d]*(?:,|\boch\b)[^.:;\d]*",
    re.IGNORECASE,
)
"""*en munhälsobedömning.* **En tandhygienist kommer hem, tittar i munnen och** *visar hur du borstar*."""


def is_told_in_rest(before: str, after: str) -> bool:
    """Whether what follows in the sentence tells what the term is, though other words stand between.

    >>> is_told_in_rest("Vi bygger en ", " mitt i gatan, en upphöjd ö att stanna på.")
    True
    >>> is_told_in_rest("Vi bygger en ", " mitt i gatan i maj.")
    False
    """
    if _PLACE_THEN_ONE.match(after) and _ONE.search(before):
        return True
    return any(way.match(after) for way in (_OF_SUM_THEN_THAT, _HOLDS_SO, _PUT_IN_PARENTHESIS))


def is_told_by_habit(then: str) -> bool:
    """Whether the next sentence says when, where or by whom such a thing is done.

    >>> is_told_by_habit("Det gör vi varje gång något har gått fel.")
    True
    >>> is_told_by_habit("Det gör vi i maj.")
    False
    """
    return _HABIT.match(then) is not None or _SOMEBODY_COMES.match(then) is not None


_IF_SOMEBODY = re.compile(r"\S\s+om\s+(du|ni|vi|hon|han|de|någon|\w{4,}(?:an|en|et|na))\s+$", re.IGNORECASE)
_IF = re.compile(r"\S\s+om\s+$", re.IGNORECASE)
_ROLE = re.compile(
    r"\w*(?:kärande|svarande|klagande|sökande|målsägande)n?|\w*ombud(?:et)?|\w*part(?:en)?", re.IGNORECASE
)
"""Who has a part in a case: not *föreläggande*, which is a thing."""
_GOES_ON = re.compile(r"\s+\w")
_WHO_DOES = re.compile(
    r"\s*\w+\s+(?:betyder|innebär)\s+att\s+(\w+)\s(?!(?:inte\s+)?(?:kan|får|måste|ska|skall|behöver|riskerar|blir)\b)",
    re.IGNORECASE,
)
"""Who does what the next sentence tells of, and not only may or must do it."""
_STAND_FOR = {"du": {"man"}, "ni": {"man"}, "vi": {"man"}}
_STAND_FOR_ANOTHER = {"hon", "han", "hen", "den", "de", "man", "någon"}


def is_in_last_condition(term: str, before: str, after: str, then: str) -> bool:
    """Whether the term only tells in which case holds what the sentence says, which the next one then goes on with.

    Where that tells what the same one does, it says what the term means.

    >>> is_in_last_condition("yrkar", "En dom ges om käranden ", " det.", "Det innebär att du kan få betala.")
    True
    >>> is_in_last_condition("käranden", "En dom kan meddelas om ", " vill.", "Det innebär att du kan få betala.")
    True
    >>> is_in_last_condition("pantsätter", "Det kostar om du ", " huset.", "Det betyder att du lovar bort huset.")
    False
    >>> is_in_last_condition("föreläggande", "Nämnden kan besluta om ", ".", "Det betyder att du måste städa.")
    False
    """
    somebody = _IF_SOMEBODY.search(before)
    if somebody is not None:
        return not _goes_on_about(somebody[1].lower(), then)
    return _ROLE.fullmatch(term) is not None and _IF.search(before) is not None and _GOES_ON.match(after) is not None


def _goes_on_about(who: str, then: str) -> bool:
    """Whether the next sentence tells what the same one does."""
    does = _WHO_DOES.match(then)
    if does is None:
        return False
    other = does[1].lower()
    return other == who or other in _STAND_FOR.get(who, _STAND_FOR_ANOTHER)


_BY_SOURCE = re.compile(r"\b(?:enligt|utifrån|genom|jämlikt)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_WHAT_IS_MEANT = re.compile(r"[^.;:!?]{0,60}?\b(?:menas|avses)\s", re.IGNORECASE)


def is_said_by_it(before: str, after: str) -> bool:
    """Whether what follows is what another word means, by the term.

    >>> is_said_by_it("Enligt ", " avses som regel en sträcka på 100 meter.")
    True
    >>> is_said_by_it("Med ", " avses hur domstolarna brukar döma.")
    False
    """
    return bool(_BY_SOURCE.search(before) and _WHAT_IS_MEANT.match(after))
