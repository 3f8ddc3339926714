"""Capitals: a small word with one in the middle of a sentence, and a sentence that begins without."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import clauses_until, is_finite_verb
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_SMALL = frozenset(
    "alltså så till som när därför eftersom dessutom och eller men att om det vi jag man för på med av inte är har "
    "kan ska här där då också sedan detta".split()
)
"""Words that begin with a capital only where a sentence does: *den* and *en* begin names too."""
_GO_ON = frozenset({"som", "eftersom", "att"})
"""Of these, those that hardly begin a sentence whose stop before is missing."""
_SUBJECTS = frozenset("det den de han hon man detta denna dessa".split())
"""No *vi, du, jag*: a letter may go on with these after a greeting and a comma."""
_ADVERBS = frozenset("därför sedan nu därmed dessutom".split())
_FIRST = _SUBJECTS | _ADVERBS
_FINITE = frozenset({"VERB", "AUX"})
_STOPS = (".", "!", "?")
_TITLED = re.compile(
    r"(?:bilaga|bilagan|bilagorna|blanketten|broschyren|foldern|informationsbladet|skriften|faktabladet|guiden|"
    r"rubriken|avsnittet|kapitlet|sidan|länken|knappen|fliken|menyn|rutan|dokumentet|filmen|under|heter|välj|"
    r"klicka på)$",
    re.IGNORECASE,
)
"""What the name of a paper, a heading or a button stands after: *Se bilagan* **Så** *här överklagar du*."""
_LIST_OF_TITLES = re.compile(
    r"\s*(?:bilag\w+|bifogas|innehåll|läs mer|se även|kopia till)\b[^.!?:]{0,20}:", re.IGNORECASE
)
"""How a line begins that lists papers by their names: *Bilagor: Karta, Så här överklagar du*."""


def _within(words: WordsAt) -> Iterator[Mistake]:
    """Small words with a capital after a comma or a small letter: *språket, Så att alla kan*."""
    block = words.block
    first = words.start if block.words[words.start] in _GO_ON else words.start + 1
    end = words.end if may_hold_capital(words) else words.start + 1
    for i in range(max(first, 1), end):
        if block.words[i] in _SMALL and _has_capital(words, i) and _goes_on(words, i) and not _begins_title(words, i):
            yield Mistake(i, i + 1, (block.words[i],))


def may_hold_capital(words: WordsAt) -> bool:
    """Whether there may be a capital after the first word's, as in few sentences."""
    return not words.text[1:].islower()


def _has_capital(words: WordsAt, i: int) -> bool:
    """Whether the word is written with one capital: *Så*, not *SÅ*."""
    written = words.block.written(i, i + 1)
    return written[0].isupper() and written[1:].islower()


def _begins_title(words: WordsAt, i: int) -> bool:
    """Whether the name of a paper or a heading begins with the word, which keeps the capital that it has there.

    A label does, too: *Ekvalla kommun,* **Att:** *Hamnkontoret*.
    """
    block = words.block
    if i + 1 < words.end and block.words[i + 1] == ":":
        return True
    if _TITLED.search(block.written(max(words.start, i - 2), i)):
        return True
    return bool(_LIST_OF_TITLES.match(block.written(words.start, i)))


def _goes_on(words: WordsAt, i: int) -> bool:
    """Whether the sentence goes on with the word: the one before is a comma or in small letters, on the same line."""
    block = words.block
    before = block.written(i - 1, i)
    is_inside = (before.isalpha() and before.islower()) or (before == "," and block.written(i - 2, i - 1).islower())
    return is_inside and "\n" not in block.written(i - 1, i + 1)


def _first(words: WordsAt) -> Iterator[Mistake]:
    """Sentences that begin with a small letter: *det finns en blankett.*, *avgiften betalar du senare.*"""
    block, first = words.block, words.start
    if block.block.role is not Role.PARAGRAPH or words.end - first < 3 or not block.text.rstrip().endswith(_STOPS):
        return
    if block.written(first, first + 1)[0].islower() and _is_whole(words):
        yield Mistake(first, first + 1, (block.words[first].capitalize(),))


def _is_whole(words: WordsAt) -> bool:
    """Whether it is a sentence, and not the end of one that another paragraph began."""
    block, first = words.block, words.start
    if block.words[first] in _FIRST:
        return block.tags[first + 1] in _FINITE
    return first == 0 and (_is_whole_after_clause(words) or _has_noun_as_subject(words))


_CLAUSES = frozenset({"om", "när", "eftersom"})
_DETERMINERS = frozenset("en ett varje min mitt mina vår vårt våra alla".split())


def _is_whole_after_clause(words: WordsAt) -> bool:
    """Whether the sentence begins with a clause and has a main one too, as the end of another has not."""
    return words.block.words[0] in _CLAUSES and clauses_until(words, words.end - 1) == (True, 0)


def _has_noun_as_subject(words: WordsAt) -> bool:
    """*boken handlar*, *varje skola har*: a noun with its article or ending, and the verb."""
    block = words.block
    noun = 1 if block.words[0] in _DETERMINERS else 0
    is_subject = noun == 1 or "Definite=Def" in block.features[0]
    return is_subject and block.tags[noun] == "NOUN" and is_finite_verb(words, noun + 1)


_NAMES = frozenset(
    "bolagsverket boverket elsäkerhetsverket energimyndigheten folkhälsomyndigheten jordbruksverket "
    "konsumentverket livsmedelsverket migrationsverket naturvårdsverket pensionsmyndigheten skatteverket "
    "skolinspektionen skolverket socialstyrelsen språknämnden trafikverket transportstyrelsen "
    "götaland norrland svealand".split()
)
"""Authorities and parts of the country, of which there is one each; offices that each town had aren't among them."""
AUTHORITIES = _NAMES | frozenset(
    "försäkringskassan arbetsförmedlingen länsstyrelsen förvaltningsrätten kammarrätten kronofogden "
    "kronofogdemyndigheten polismyndigheten lantmäteriet socialtjänsten tingsrätten hovrätten "
    "integritetsskyddsmyndigheten arbetsmiljöverket havsmyndigheten brottsoffermyndigheten".split()
)
"""The same and those that may be written in small letters."""
_NAMES_OF_TWO = {
    ("svenska", "akademien"): "Svenska Akademien",
    ("svenska", "kyrkan"): "Svenska kyrkan",
    ("europeiska", "unionen"): "Europeiska unionen",
}


def _small_names(words: WordsAt) -> Iterator[Mistake]:
    """Authorities in small letters: *Du betalar till skatteverket*."""
    block = words.block
    for i in range(words.start, words.end):
        form = block.words[i]
        if form.removesuffix("s") in _NAMES:
            yield from _unless_so(words, i, i + 1, form.capitalize())
        elif name := _NAMES_OF_TWO.get((form, *block.words[i + 1 : i + 2])):  # type: ignore[arg-type]
            yield from _unless_so(words, i, i + 2, name)


def _unless_so(words: WordsAt, first: int, last: int, right: str) -> Iterator[Mistake]:
    """The words, where they are written otherwise; all in capitals they are a heading's."""
    written = words.block.written(first, last)
    if written != right and not written.isupper():
        yield Mistake(first, last, (right,))


SMALL_NAME = Check(_small_names, _NAMES | {f"{name}s" for name in _NAMES} | {"akademien", "kyrkan", "unionen"})
MID_CAPITAL = Check(_within, _SMALL)
SMALL_FIRST = Check(_first)
