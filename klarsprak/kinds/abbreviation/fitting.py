"""A long form as the words around its short form want it: a plural, a genitive, no noun that stands there already."""

from __future__ import annotations

import re

from klarsprak.language.grammar.checks.noun_phrase import MANY, PLURAL_POSSESSIVES
from klarsprak.language.grammar.definite import is_definite
from klarsprak.language.grammar.lexicon.nouns import noun_forms
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.short_form_stop import genitive

_MANY = MANY | PLURAL_POSSESSIVES | frozenset("fler alla båda samtliga dessa".split())
"""After these stands a plural: *era* **UE**, *många nya* **UE**."""
_MOST_ADJECTIVES = 2
_LONGEST_COUNT = 2
"""Figures of a number that counts things, and is no year or number of a case."""
_DEFINITE_END = re.compile(r"\w(?:e[nt]|a?n|fullmäktige)$")
"""How a word ends that takes a genitive: *nämnden*; *lagen om stöd till vissa* does not."""
_TIMES = frozenset("månader månad veckor vecka timmar timme minuter minut dagar dag år dygn".split())
"""What owns what it measures: *två* **veckors** *semester*."""
_INDEFINITE = frozenset("gällande aktuell ny nya gammal en ett ingen inget någon något varje".split())
"""After these a noun is indefinite: *gällande översiktsplan*."""
_DEFINITE = frozenset("senaste närmaste kommande sista första dessa de".split())
"""After these it is definite: *de senaste sex månaderna*."""
_LIKE_PREPOSITIONS = ("ande", "ende")
"""How words end that may be prepositions: *gällande, avseende*."""
_CITED = frozenset({"§", "§§", "kap.", "kapitlet", "paragrafen"})
"""After these a law is named as it is: *enligt 4 kap. 11 §* **FBL** *rätt att läsa*."""
_COMMITTEES = {"AU": "arbetsutskott", "IU": "individutskott", "PU": "personalutskott"}
_COMMITTEE = re.compile(r"/(AU|IU|PU)(?![\wåäöÅÄÖ-])")


def committee_after(text: str, end: int) -> str:
    """The part of a body that a slash joins to the short form before it: */AU* of *KS/AU*; else empty."""
    match = _COMMITTEE.match(text, end)
    return match[0] if match else ""


def with_committee(long: str, committee: str) -> str:
    """*kommunstyrelsens arbetsutskott*."""
    return f"{genitive(long) or long} {_COMMITTEES[committee.removeprefix('/')]}"


_SAID_OF = {
    "anpassa": "för",
    "basera": "på",
    "berättiga": "till",
    "certifiera": "enligt",
    "finansiera": "av",
    "inrikta": "på",
    "koppla": "till",
    "registrera": "i",
    "reglera": "i",
    "relatera": "till",
    "utbilda": "i",
}
"""What joins a participle to what it is said of: *anpassad för*."""
_PARTICIPLE = re.compile(rf"({'|'.join(_SAID_OF)})(?:d|t|de)")


def with_participle(head: str, long: str) -> str | None:
    """What a compound with a participle says: *anpassad för autism* for *AST-anpassad*; None for another head.

    >>> with_participle("anpassade", "autism"), with_participle("beslut", "autism")
    ('anpassade för autism', None)
    """
    match = _PARTICIPLE.fullmatch(head)
    return f"{head} {_SAID_OF[match[1]]} {long}" if match else None


def fitted_to(long: str, words: WordsAt) -> str:
    """The long form in the number and case that its place asks for, and without the noun that says what it is."""
    if owns_what_follows(long, words) and not _follows_verb(words):
        return genitive(long) or long
    return _plural(long) if _is_of_many(words) else _without_kind(long, words)


def owns_what_follows(long: str, words: WordsAt) -> bool:
    """Whether a bare noun follows: *utan* **ÖF** *samtycke*, *enligt* **KS** *beslut*.

    The long form may then need a genitive, which the short one went without.  *KFM* **avseende** *skulder* has none.
    """
    block, end = words.block, words.end
    if end >= words.sentence.end or not words.text.isupper() or block.tags[end] != "NOUN":
        return False
    if block.words[end].endswith(_LIKE_PREPOSITIONS) or _is_cited(words):
        return False
    is_bare = "Definite=Ind" in block.features[end] and block.written(end, end + 1).islower()
    return is_bare and is_definite(long) and _DEFINITE_END.search(long) is not None


def _is_cited(words: WordsAt) -> bool:
    """Whether a section of the law stands right before it."""
    return not words.is_first_in_sentence and words.block.words[words.start - 1] in _CITED


def owning(long: str, words: WordsAt) -> str:
    """The long form of a time in the genitive where a bare noun follows: *3* **månaders** *uppsägningstid*."""
    block, end = words.block, words.end
    if long not in _TIMES or end >= words.sentence.end or block.tags[end] != "NOUN":
        return long
    return f"{long}s" if "Definite=Ind" in block.features[end] else long


def wants_another_form(long: str, words: WordsAt) -> bool:
    """Whether the words before ask for a form that the long one isn't: *gällande* **ÖP**, *senaste 6* **mån**."""
    before = words.block.words[max(words.sentence.start, words.start - 2) : words.start]
    if is_definite(long):
        return bool(before) and before[-1] in _INDEFINITE
    return long in _TIMES and not _DEFINITE.isdisjoint(before)


def _follows_verb(words: WordsAt) -> bool:
    """Whether the noun may be what the short form does: *har* **ÖF** *tillsyn över*."""
    return not words.is_first_in_sentence and words.block.tags[words.start - 1] in ("VERB", "AUX")


def _is_of_many(words: WordsAt) -> bool:
    """Whether a word or number before says that they are several, adjectives between passed by."""
    block, token = words.block, words.start - 1
    first = max(words.sentence.start, token - _MOST_ADJECTIVES)
    while token > first and block.tags[token] == "ADJ" and block.words[token] not in _MANY:
        token -= 1
    if token < words.sentence.start:
        return False
    return block.words[token] in _MANY or _is_count(words, token)


def _is_count(words: WordsAt, token: int) -> bool:
    """Whether the token is a number of things: *3 UE*, but not the last of a telephone number, *465 12* **vx**."""
    word = words.block.words[token]
    if not word.isdigit() or len(word) > _LONGEST_COUNT or word.startswith("0") or word == "1":
        return False
    return token == words.sentence.start or not words.block.words[token - 1][-1:].isdigit()


def _plural(long: str) -> str:
    """*underentreprenörer*; the form as it is where it is no bare noun with one plural.

    >>> _plural("underentreprenör"), _plural("månader"), _plural("kommunstyrelsen")
    ('underentreprenörer', 'månader', 'kommunstyrelsen')
    """
    forms = [form for form in noun_forms(long) if form.noun == long and not form.is_definite]
    plurals = {form.plural for form in forms}
    return plurals.pop() or long if len(plurals) == 1 else long


def _without_kind(long: str, words: WordsAt) -> str:
    """*Individens behov i centrum* after *bedömningsinstrumentet*: the noun before says already what it is."""
    first, _, rest = long.partition(" ")
    if words.is_first_in_sentence or not (first.islower() and rest[:1].isupper() and is_definite(first)):
        return long
    before = words.start - 1
    is_kind = words.block.tags[before] == "NOUN" and "Definite=Def" in words.block.features[before]
    return rest if is_kind else long
