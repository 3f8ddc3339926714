"""Names of people."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.memory import once_a_letter
from klarsprak.signature.spans import Span
from klarsprak.signature.units import is_unit_word
from klarsprak.signature.words import is_title_word, words

_UP = "A-ZÅÄÖÉÈÜØÆÇŠŽŁ"
_ONE = rf"(?:(?:Mc|Mac|[A-Z]['’])?[{_UP}](?:[^\W{_UP}\d_]|['’])*|[{_UP}]{{2,}})"
_TWO_CAPITALS = re.compile(rf"[{_UP}](?<![{_UP}]{{2}})\S{{0,80}}+\s+(?:[^\W\d_]{{2,3}}\s+){{0,3}}[{_UP}]")
"""Two words with a capital, side by side or with *von*, *de la* between them."""
_NAME_WORD = re.compile(rf"{_ONE}(?:-{_ONE})*")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.?(?:(?:(?<=\.)-?|-)[A-ZÅÄÖ]\.?)?")
_INITIALS = re.compile(r"/?\s*(?:[A-ZÅÄÖ]\.?\s?){2,4}")
# *gm Anna Ek*, */ Anna Ek*, *e.u. Anna Ek*
_BEFORE_NAME = re.compile(
    r"^(?:/+\s*|önskar\s+|hälsar\s+|dr\.?\s+|gm\.?\s+|genom\s+|sign\b\.?:?\s*|e\.?\s?u\.?\s+|enl\.?\s+uppdrag\s+|jag,?\s+)",
    re.IGNORECASE,
)
_AT_WORK = ("personal", "personalen", "kollegor", "kolleger", "arbetslag", "arbetslaget", "medarbetare")
# *Anna Ek (sign)*, *Anna Ek e.u.*, *Anna Ek 2024-03-01 12:30*, *Anna Ek (hon/henne)*
_AFTER_NAME = re.compile(
    r"\s*(?:/+|,|\.|\be\.?\s?u\.?|\(sign\.?\)|\bi tjänsten|\(i tjänsten\)"
    r"|(?:den\s)?\d{4}-\d\d-\d\d(?:\s\d\d:\d\d(?::\d\d)?)?(?:\sCES?T)?"
    rf"|\bmed (?:\w+ )?(?:{'|'.join(_AT_WORK)})"
    r"|\((?:hon|han|hen|she|he|they)(?:\s?/\s?\w+){0,2}\))\s*$",
    re.IGNORECASE,
)
_ENDS_OF_MARKS = (*"/,.)u", "tjänsten", "cet", "cest", *_AT_WORK)
"""What each of these ends in, but for days and times."""
# Many surnames end as street names do (Lindgård, Söderhagen), but not so.
_AUTHORITY_ENDINGS = (
    *("domstol", "domstolen", "domstolar", "rätten", "myndigheten", "verket", "centralen", "bolaget"),
    *("trafiken", "förbundet", "skolan", "sjukhuset", "biblioteket", "bostäder"),
    *("arbetsförmedlingen", "försäkringskassan", "länsstyrelsen", "inspektionen", "kronofogden", "ämbetet"),
    *("förening", "föreningen", "församling", "församlingen", "klubb"),
    *("rådet", "samverkan", "kyrkan", "teatern", "konsthallen", "elevkåren", "boende", "utbildning", "folkhälsa"),
)
_PLACE_ENDINGS = ("gatan", "vägen", "torget", "gränden", "esplanaden", "platsen")
_COMPASS = ("Öst", "Väst", "Nord", "Syd")
_DEFINITE = ("en", "et", "an")
_AND = re.compile(r" (?:och|&|samt) ")
_ANDS = (" och ", " & ", " samt ")


def name_in(span: Span) -> Span | None:
    """The name that the span is, without marks such as *gm* and *e.u.* around it; None where it is no name.

    *Anna Ek* in *gm Anna Ek (sign)*; nothing in *Anna Ek, rektor*, which is cut at its comma first.
    """
    if not may_begin_name(span.text):  # most lines, and nothing else needs to be looked for in them
        return None
    bare = _without_trail(span.without_lead(_BEFORE_NAME))
    return None if any_holds(NO_NAME, bare.text.split()) else bare


@once_a_letter
def may_begin_name(text: str) -> bool:
    """Whether its first two words may be a name's: *Anna Ek*, *gm Maria de la Cruz*, but not *Du kan*."""
    lead = _BEFORE_NAME.match(text)
    first_two = text[lead.end() if lead else 0 :].split(maxsplit=2)[:2]
    if len(first_two) < 2 or not first_two[0][0].isupper():
        return False
    second = first_two[1]
    return second[0].isupper() or second.strip("/,.").lower() in _words_in_names()


@cache
def _words_in_names() -> frozenset[str]:
    """The words in lower case that may stand in a name behind the first."""
    return words("name-particle") | words("surname-too") | words("surname-of-trade")


def names_in(span: Span) -> list[Span]:
    """The one name that the span is, or the two with *och* between them; nothing where it is something else.

    *Anna Ek och Bo Alm*, *Anna Ek & Bo Alm*, but not *Anna och Bo Alm*, nor *Barn och unga*.
    """
    name = name_in(span)
    if name:
        return [name]
    text = span.text
    both = _AND.search(text) if any(map(text.__contains__, _ANDS)) and may_hold_name(text) else None
    if not both:
        return []
    first, second = name_in(span.cut(0, both.start())), name_in(span.behind(both))
    return [first, second] if first and second else []


def may_hold_name(text: str) -> bool:
    """Whether a name may stand in the line: each has two words with a capital, near one another."""
    return _TWO_CAPITALS.search(text) is not None


def is_initials(text: str) -> bool:
    """Whether the text is a signature of initials: *AE*, *A.E.*, */AE*."""
    return _INITIALS.fullmatch(text) is not None


_OF_OFFICE = re.compile(r"\w{4}(?:[aeo]rna|ningen|tionen|heten|gruppen|teamet|kontoret|kansliet|centralen)$")
"""How words for an office or its people end: *Antagningen*, *Miljöinspektörerna*; a name that ends so is shorter."""


_OF_GROUP = re.compile(
    r"\w{4}(?:ning|ering|ingen|tion|het|heten|else|skap|service|tjänst|tjänster|vård|vården|stöd|stödet|omsorg|drift|teknik)$"
    r"|\w{3}(?:projekt|hus|lag|råd|verk|program|center|centrum|team|gård|bad|sjukhus|lasarett|register)(?:et|en)?$"
    r"|^\w{14,}$"
)
"""How words for a unit, a project or a place end that may sign as first names do; and none is so long."""


def names_group(text: str) -> bool:
    """Whether a single word that stands where a name should is more likely a unit's, a project's or a house's.

    *Kravhantering*, *Bredbandsprojektet*, *Strandsjukhuset*, but not *Henning* or *Ann-Christine*.
    """
    return _OF_GROUP.search(text.lower()) is not None


def is_first_name(text: str) -> bool:
    """Whether the text is one capitalised word that can be a first name.

    *Anna*, but not *REKTOR*, *Box* or *Antagningen*.
    """
    return len(text) > 1 and text.istitle() and _is_name_word(text) and not _OF_OFFICE.search(text)


def lacks_surname(text: str) -> bool:
    """Whether it is a first name and one letter of the surname: *Anna E*, *Anna E.*"""
    first, _, letter = text.partition(" ")
    return len(letter.rstrip(".")) == 1 and letter[0].isupper() and is_first_name(first)


def _without_trail(bare: Span) -> Span:
    """*Anna Ek* of *Anna Ek (sign)* and of *Anna Ek (hon/henne) 2024-03-01*."""
    while mark := _mark_at_end(bare.text):
        bare = bare.cut(0, mark.start())
    return bare


def _mark_at_end(text: str) -> re.Match[str] | None:
    """What no name ends in, if the text does; the last sign tells quickly that most do not."""
    end = text.rstrip().lower()
    may_have = end.endswith(_ENDS_OF_MARKS) or end[-1:].isdigit()
    return _AFTER_NAME.search(text) if may_have else None


def _full_words(tokens: list[str]) -> list[str]:
    """The words of a name but its particles: *Maria*, *Cruz* of *Maria de la Cruz*.

    *von*, *de* don't count when a name's words are counted.
    """
    return [token for token in tokens if not _is_particle(token)]


def _is_particle(token: str) -> bool:
    """Whether it is *af*, *de*, *von*.

    Written with a capital, *Von*, it is a name as others are.
    """
    return not token[0].isupper() and token.lower() in words("name-particle")


def _is_name_word(word: str) -> bool:
    """Whether it is written as a name and is no other word in capitals.

    *Anna-Karin*, *O'Brien*, *McDonald*, but not *Rektor* and not *Hej*.
    """
    if not _NAME_WORD.fullmatch(word):
        return False
    low = word.lower().rstrip(".,")
    return low not in words("name-no") and not is_title_word(low)


def _is_full_or_initial(word: str) -> bool:
    """Whether it is *Anna*, *A.* or *A-K*.

    *A. Ek* is a name as *Anna Ek* is; *A.* alone is initials.
    """
    return _INITIAL.fullmatch(word) is not None or _is_name_word(word)


def _are_name_words(tokens: list[str]) -> bool:
    """Whether all are written as names are; a surname may be another word: *Camilla Ring*, but not *Ring Anna*.

    Right behind a first name it may even be a title, *Jan Kock*, which *Anna Ek Kock* is.
    """
    first, *others = tokens
    if not _is_full_or_initial(first):
        return False
    if len(others) == 1 and others[0].lower() in words("surname-of-trade"):
        return True
    return all(_is_full_or_initial(word) or word.lower() in words("surname-too") for word in others)


def _without_compass(tokens: list[str]) -> list[str]:
    """The full words of a name, but for a surname that is a point of the compass: *Hanna* of *Hanna Öst*.

    *Område Öst* and *Skolan Öst* are no persons.
    """
    full = _full_words(tokens)
    if len(full) != 2 or full[1] not in _COMPASS:
        return full
    first = full[0].lower()
    is_unit = first in words("unit-alone") or first.endswith(_DEFINITE)
    return full if is_unit else full[:1]


def _names_a_place(word: str) -> bool:
    """Whether it is no person's: *Miljökontoret*, *Storgatan*, *Tingsrätten*.

    Words for units, streets and authorities are written with capitals, too.
    """
    low = word.lower()
    return is_unit_word(low) or low.endswith((*_PLACE_ENDINGS, *_AUTHORITY_ENDINGS))


NO_NAME: tuple[Trait[list[str]], ...] = (
    Trait("one word, or too many", lambda tokens: not 2 <= len(tokens) <= 5, "Anna"),
    Trait("begins with a particle", lambda tokens: _is_particle(tokens[0]), "av Anna Ek"),
    Trait("ends with a particle", lambda tokens: _is_particle(tokens[-1]), "Anna Ek von"),
    Trait("one full word, or too many", lambda tokens: not 2 <= len(_full_words(tokens)) <= 4, "A B C D Ek"),
    Trait("other words", lambda tokens: not _are_name_words(_without_compass(tokens)), "Anna ek"),
    Trait("ends with an initial", lambda tokens: len(tokens[-1].rstrip(".")) < 2, "Anna E."),
    Trait("a place", lambda tokens: any(map(_names_a_place, _full_words(tokens))), "Länstrafiken Norrby"),
)
"""Why words that may be a name are none."""


def in_mailbox(name: str) -> str:
    """The name as addresses of mail have it: *bo akesson* for *Bo Åkesson*."""
    return unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()
