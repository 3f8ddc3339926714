"""Sentences that tell what a term means while they tell something else."""

from __future__ import annotations

import re

_FINITE = (
    r"(?:ska|är|måste|kan|får|har|blir|behöver|bör|visar|ligger|kostar|bestäms|gäller|börjar|slutar"
    r"|\w{2,}(?:[aeoö]s|[dglmnprt]s))"
)
"""Verbs that go on after what stands between two commas."""
_LOOK = r"(?:prövar|granskar|kontrollerar|tittar|bedömer|undersöker|mäter|går\s+igenom|tar(?=\s+\w+\s+reda\s+på))"
"""What is done in a thing that looks into another."""
_BETWEEN_COMMAS = re.compile(
    r"[”\"]?,\s+(?!(?:och|eller|samt|som|där|när|om|men|så\s+(?!mycket))\b)"
    rf"(?:en|ett|den|det|de|så\s+mycket|\w{{3,}}(?:en|et|na))\s(?![^,]*\b(?:och|samt)\s+(?:en|ett)\b)[^,.;:()]{{4,90}},"
    rf"\s+{_FINITE}\s",
    re.IGNORECASE,
)
"""*Bouppteckningen* **, en lista över tillgångar och skulder, ska** *lämnas in*."""
_THE_ONE_WHICH = re.compile(
    r"[”\"]?,\s+(?!vilke[nt]\b|inge[nt]\b)\w{3,}(?:en|et|na)\s+(?:som|där|du|ni|vi)\s", re.IGNORECASE
)
"""*recipienten* **, vattendraget som** *tar emot vattnet*; *vilket vi …* tells of the whole sentence."""
_WHEN = re.compile(
    r",\s+(?:då|när)\s+(?:vi|du|ni|man|\w{2,}(?:en|et))\s+\w+(?:ar|er|r)\s[^:;\d]*$|,\s+som\s+då\s+\w+(?:ar|er|r)\s",
    re.IGNORECASE,
)
"""*överprövningen* **, då domstolen granskar** *om vi har gjort rätt*; without a day of this time."""
_WHERE_STANDS = re.compile(
    r",?\s+där\s+(?:det|vi|du|ni)\s+(?:står|skriver|beskriver|bestämmer|ser)(?:\s+ner)?\s+(?:vad|hur|vilk\w+|vem|när)\b",
    re.IGNORECASE,
)
"""*ett åtgärdsprogram* **där det står vilket** *stöd du får*."""
_WHICH_SHOWS = re.compile(
    r"\s+som\s+(?:visar|beskriver|säger|talar\s+om|berättar|bestämmer)\s+(?:vad|hur|vilk\w+|vem|när|var)\b",
    re.IGNORECASE,
)
"""*en genomförandeplan* **som beskriver hur** *du vill ha din hjälp*."""
_ENDS_IN_ONE = re.compile(r"\b(?:en|ett|din|ditt|sin|sitt|er|ert)\s+(?:\w+\s+)?$", re.IGNORECASE)
_MAKES_ONE = re.compile(
    r"\b(?:gör|göra|görs|gjort|genomför|genomföra)\s+(?:\w+\s+){0,2}?(?:en|ett)\s+$", re.IGNORECASE
)
_TO_SEE = re.compile(r"\s+för\s+att\s+(?:se|veta|ta\s+reda\s+på|kontrollera|bedöma|undersöka|mäta)\s", re.IGNORECASE)
"""*Vi gör en förhandsbedömning* **för att se** *om vi ska utreda*."""
_ALLOWS = re.compile(r"\w*(?:lov|lovet|stånd|ståndet|dispens|dispensen|besked|beskedet|givande|givandet)")
"""What somebody is given by an office, and may do something by."""
_NEEDS = re.compile(
    r"\b(?:behöver|behövs|kräver|krävs|söka|söker|ansöka\s+om|ansöker\s+om|sökt|ansökt\s+om)\s+(?:\w+\s+)?(?:en\s+|ett\s+)?$",
    re.IGNORECASE,
)
_TO_BE_ALLOWED = re.compile(r"\s+för\s+att\s+få\s+(?!(?:reda|veta|svar|hjälp|pengar|ett|en)\b)\w+", re.IGNORECASE)
"""*Du behöver strandskyddsdispens* **för att få bygga** *nära vattnet*."""
_ALLOWED_FIRST = re.compile(
    r"\bför\s+att\s+få\s+(?!(?:reda|veta|svar|hjälp|pengar|ett|en)\b)\w+\s[^.;:]*"
    r"\b(?:behöver|behövs|krävs|måste|ska|söker|ansöker)\b[^.;:,]{0,30}$",
    re.IGNORECASE,
)
"""**För att få bygga nära vattnet behöver** *du strandskyddsdispens*."""
_MAY_WHEN = re.compile(
    r"\b(?:(?:du|ni)\s+(?:får|kan)\s+(?:inte\s+)?(?:börja\s+)?\w{3,}a"
    r"|\w{3,}(?:en|et|an|na)\s+får\s+(?:inte\s+)?(?:påbörjas|startas|inledas|börja|tas\s+i\s+bruk|användas))\b[^.;:]{0,40}"
    r"\b(?:när|förrän|innan)\s+(?:du|ni|vi|\w{3,}(?:en|et))\s+(?:har\s+)?(?:får|fått|gett|ger|lämnat|lämnar|meddelat)"
    r"\s+(?:dig\s+|er\s+)?(?:ett\s+)?$",
    re.IGNORECASE,
)
"""**Ni får börja bygga när ni har fått** *startbesked*; **bryggan får inte
användas förrän nämnden har lämnat** *slutbesked*."""
_AT_ONE = re.compile(
    r"[\W\d]*(?:i|vid|under|genom|på)\s+(?:(?:det|den|en|ett|din|ditt|vår|vårt)\s+)?$", re.IGNORECASE
)
_LOOKS = re.compile(
    rf"\s+{_LOOK}\s+(?:\w+\s+){{1,3}}?(?:om|hur|vad|att|på)\b|\s+(?:möts|ritar\s+(?:du|ni|man))\s", re.IGNORECASE
)
"""**Vid** *laglighetsprövning* **prövar domstolen om** *beslutet följer lagen*."""
_SO = r"(?:du|ni|vi|man)\s+(?:får|ska|måste|behöver|har|kan|tar|slipper|betalar|bor|är)\s+(?:då|alltså)\b"
_SO_THEN = re.compile(rf"(?:\s[^.;:,]{{0,30}})?(?:,|\s–)\s+{_SO}", re.IGNORECASE)
"""*ett vite* **– du får då** *betala*; *överklagandet* **, vi tar alltså** *inte upp det*."""
_NEAR = 33
"""Signs that hold the comma or the dash before such a clause; most sentences have none there."""
_NEXT_SO = re.compile(
    r"(?:du|ni|vi|man)\s+(?:får|ska|måste|behöver|har|kan|tar|slipper|betalar)\s+alltså\b"
    rf"|(?:\w+(?:en|et|na)|vi)\s+{_LOOK}\s+då\b",
    re.IGNORECASE,
)
"""*Vi har beslutat om vite.* **Du får alltså** *betala*; *laglighetsprövning.* **Domstolen tittar då** *på om …*."""
_AFTER_TERM = frozenset(',”"')
"""With one of these all begins that stands in or behind commas."""
_LAST_WORDS = 80
_CLAUSE_END = re.compile(r"[.;:!?()]")
_WORD = re.compile(r"\w{4,}")
_ENDING = re.compile(r"(?:erna|arna|orna|[aeo]rs?|e[nt]s?|n|t|a|s)$")
_SHORTEST_HEAD = 4
_TAIL = 5
"""Letters that two compounds have in common whose last part is the same: *intyg*."""
_ONE_BEFORE = re.compile(r"\b(?:en|ett)\s+\w[^,]*,\s*$", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"(?<![,;:]\s)\b(?:(?:en|ett|någon|något)\s\w+\s(?!(?:och|eller|samt)\b)[^,;:()]{3,60}|ett\sbelopp|en\ssumma)"
    r"(?:,|\s–)\s+(?:en|ett)\s+$",
    re.IGNORECASE,
)
"""*Du kan få betala* **en summa pengar, ett** *vite.*  In *en karta, en ritning, ett vite* it is another thing."""
_ENDS_CLAUSE = re.compile(r"[”\"]?\s*(?:[.!?]|$|,\s(?:om|när|för|tills|så)\b)")
_ENDS = re.compile(r"[”\"]?\s*(?:[.,!?]|$)")


def is_told_in_passing(term: str, before: str, after: str) -> bool:
    """Whether the words after a term, or before it, tell what it is by what it is for or what is done in it."""
    if _is_named_beside(after) or _is_shown(before, after):
        return True
    if _TO_SEE.match(after) and _MAKES_ONE.search(before):
        return True
    return _ALLOWS.fullmatch(term) is not None and _lets(before, after)


def is_told_so(then: str) -> bool:
    """Whether the next sentence says in other words what has been decided: *Du får alltså betala*."""
    return _NEXT_SO.match(then) is not None


def follows_its_head(term: str, before: str, after: str) -> bool:
    """*Vatten från kök och dusch (spillvatten)*; *i en punkt vid gränsen, förbindelsepunkten.*.

    The plain word that the term ends in has been told of right before.
    """
    opener = before.rstrip('”" ')
    if opener.endswith("("):
        return after.lstrip('”"').startswith(")") and (_has_head(term, opener[:-1]) or _has_tail(term, opener[:-1]))
    if _ENDS.match(after) is None or _ONE_BEFORE.search(before) is None:
        return False
    return _has_head(term, before)


def is_told_before(before: str, after: str) -> bool:
    """Whether the plain words for a term stand before it, and the sentence ends with it.

    >>> is_told_before("Du kan få betala en summa pengar, ett ", ".")
    True
    >>> is_told_before("Skicka in en karta, en ritning, ett ", ".")
    False
    >>> is_told_before("Annars kan de tvinga dig att betala ett belopp, ett ", ".")
    True
    """
    return _ENDS_CLAUSE.match(after) is not None and _SAID_BEFORE.search(before) is not None


def _has_head(term: str, before: str) -> bool:
    """Whether one of the words before, without its ending, is what the term ends in: *vatten* of *spillvatten*."""
    words = _WORD.findall(_CLAUSE_END.split(before[-_LAST_WORDS:])[-1].lower())
    bare = {_ENDING.sub("", word) for word in words}
    return any(len(stem) >= _SHORTEST_HEAD and _ends_in(term, stem) for stem in bare)


def _has_tail(term: str, before: str) -> bool:
    """Whether a compound before ends in what the term ends in: *läkarintyg om taxi (reseintyg)*."""
    words = _WORD.findall(_CLAUSE_END.split(before[-_LAST_WORDS:])[-1].lower())
    return any(word[-_TAIL:] == term[-_TAIL:] and len(min(word, term, key=len)) > _TAIL + 1 for word in words)


def _ends_in(term: str, stem: str) -> bool:
    """Whether the stem begins the last part of the term and is no more than that.

    >>> _ends_in("va-taxan", "tax"), _ends_in("va-taxan", "taxa"), _ends_in("taxan", "taxa")
    (True, True, False)
    """
    place = term.rfind(stem)
    return place > 1 and len(term) - place - len(stem) <= len("erna")


def _is_named_beside(after: str) -> bool:
    """Between two commas, by a clause or with *då* and *alltså*."""
    if after[:1] in _AFTER_TERM and (
        _BETWEEN_COMMAS.match(after) or _THE_ONE_WHICH.match(after) or _WHEN.match(after)
    ):
        return True
    if _WHERE_STANDS.match(after):
        return True
    near = after[:_NEAR]
    return ("," in near or "–" in near) and _SO_THEN.match(after) is not None


def _is_shown(before: str, after: str) -> bool:
    """*en plan som beskriver hur …*; *Vid tillsynen kontrollerar vi att …*."""
    if _WHICH_SHOWS.match(after) and _ENDS_IN_ONE.search(before):
        return True
    return _LOOKS.match(after) is not None and _AT_ONE.fullmatch(before) is not None


def _lets(before: str, after: str) -> bool:
    """*Du behöver dispens för att få bygga*; *För att få bygga behöver du dispens*; *Bygg när du har fått …*."""
    if _TO_BE_ALLOWED.match(after) and _NEEDS.search(before):
        return True
    return _ALLOWED_FIRST.search(before) is not None or _MAY_WHEN.search(before) is not None
