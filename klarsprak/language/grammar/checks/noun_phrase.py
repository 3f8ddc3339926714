"""A noun with the words before it that agree with it: *en* + *ny* + *skola*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.language.grammar.checks.base import Mistake
from klarsprak.language.grammar.lexicon import NounForm, adjective_in, is_adjective, noun_forms
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt

ARTICLES = frozenset({"en", "ett"})
PRONOUNS = frozenset("någon något ingen inget".split())
POSSESSIVES = frozenset("min mitt din ditt sin sitt vår vårt ert".split())
PLURAL_POSSESSIVES = frozenset("mina dina sina våra era".split())
OWNERS = frozenset("hans hennes deras".split())
MANY = frozenset("två tre fyra fem sex sju åtta nio tio elva tolv många flera några inga".split())
INDEFINITES = ARTICLES | PRONOUNS | MANY
"""After these an adjective is indefinite, after others definite."""
VALUES = frozenset({"noun", "article"})
"""What mistakes in a phrase tell: the noun in dictionary form, and its article."""
_ARTICLES = {"Com": "en", "Neut": "ett"}
_MOST = 4
"""Words between a determiner and its noun that are looked at."""
_DEGREES = frozenset("mycket väldigt så ganska otroligt inte helt lite ännu mer mest lika alltför rätt".split())
"""Words that may stand before an adjective."""
_JOINERS = frozenset({"och", "eller", ","})
_NO_ADJECTIVE_TAGS = frozenset({"ADP", "AUX", "PROPN"})


class Phrase(NamedTuple):
    """A determiner, the adjectives after it and their noun, as tokens of the block."""

    words: WordsAt
    determiner: int
    adjectives: tuple[int, ...]
    """Those that agree with the noun: no adverbs, no words that aren't known."""
    noun: int
    has_unknown: bool
    """Whether a word that isn't known stands between determiner and noun."""

    @property
    def determiner_form(self) -> str:
        """In small letters."""
        return self.words.block.words[self.determiner]

    @property
    def noun_form(self) -> str:
        """In small letters."""
        return self.words.block.words[self.noun]

    @property
    def is_whole(self) -> bool:
        """Whether no other noun follows, which would make a compound of both."""
        end = self.noun + 1
        return end >= self.words.end or self.words.block.tags[end] not in ("NOUN", "PROPN")

    @property
    def readings(self) -> tuple[NounForm, ...]:
        """What the noun can be; empty for one that isn't known."""
        return noun_forms(self.noun_form)


def phrases_after(words: WordsAt, determiners: frozenset[str]) -> Iterator[Phrase]:
    """The phrases that begin with one of the determiners: *en ny skola*; several checks ask for the same ones."""
    among = enumerate(words.block.words[words.start : words.end - 1], words.start)
    known: dict[int, Phrase | None] = words.block.once(phrases_after, dict)
    for i in [i for i, form in among if form in determiners]:
        phrase = known[i] if i in known else known.setdefault(i, phrase_at(words, i))
        if phrase is not None:
            yield phrase


def phrase_at(words: WordsAt, determiner: int) -> Phrase | None:
    """The phrase of which a determiner or genitive is the first word; None where no noun follows it."""
    block = words.block
    adjectives: list[int] = []
    has_unknown = False
    for i in range(determiner + 1, min(determiner + 2 + _MOST, words.end)):
        form, tag = block.words[i], block.tags[i]
        if tag == "NOUN" and not _is_participle(words, i):
            return Phrase(words, determiner, _agreeing(words, adjectives, i), i, has_unknown)
        if is_adjective(form) and tag not in _NO_ADJECTIVE_TAGS:
            adjectives.append(i)
        elif tag == "ADJ" and not form.endswith("s"):
            has_unknown = True
        elif form not in _DEGREES and not (form in _JOINERS and adjectives[-1:] == [i - 1]):
            return None
    return None


def _is_participle(words: WordsAt, i: int) -> bool:
    """Whether a word that may be a noun stands before another: *en juridiskt bindande överenskommelse*."""
    block = words.block
    if noun_forms(block.words[i]) or not block.words[i].endswith(("ande", "ende")):
        return False
    return i + 1 < words.end and block.tags[i + 1] == "NOUN"


def _agreeing(words: WordsAt, adjectives: list[int], noun: int) -> tuple[int, ...]:
    """The adjectives that agree with the noun: the last, and those that *och* or a comma joins to it.

    *En särskilt utsatt grupp*: *särskilt* may say something of *utsatt*.
    """
    forms = words.block.words
    return tuple(i for i in adjectives if i + 1 == noun or forms[i + 1] in _JOINERS or not forms[i].endswith("t"))


def fits_article(noun: NounForm, article: str) -> bool:
    """Whether *en* or *ett* is the noun's own article."""
    return _ARTICLES[noun.gender] == article


def article_of(noun: NounForm) -> str:
    """*en* or *ett*."""
    return _ARTICLES[noun.gender]


def rewritten(phrase: Phrase, noun: NounForm, determiner: str | None, form: str) -> Iterator[Mistake]:
    """The mistake of a phrase whose words should be those of ``noun``'s gender and number.

    ``determiner`` and ``form`` stand in place of the determiner and the noun; None leaves the determiner as it is.
    Nothing where the right form of an adjective isn't known.
    """
    block = phrase.words.block
    definite = "Ind" if phrase.determiner_form in INDEFINITES else "Def"
    changed: dict[int, str | None] = {phrase.noun: form, phrase.determiner: determiner or phrase.determiner_form}
    for i in phrase.adjectives:
        changed[i] = adjective_in(block.words[i], noun.gender, noun.number, definite)
    texts = [block.written(i, i + 1) for i in range(phrase.determiner, phrase.noun + 1)]
    for i, text in changed.items():
        if text is None:
            return
        texts[i - phrase.determiner] = match_case(texts[i - phrase.determiner], text)
    yield phrase_mistake(phrase, noun, " ".join(texts).replace(" ,", ","))


def phrase_mistake(phrase: Phrase, noun: NounForm, instead: str) -> Mistake:
    """The whole phrase as a mistake."""
    values = {"noun": noun.noun, "article": _ARTICLES[noun.gender]}
    return Mistake(phrase.determiner, phrase.noun + 1, (instead,), values)
