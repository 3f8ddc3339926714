"""A noun put in place of another one, with the words before it in agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import features_of, match_case, replace_noun
from klarsprak.language.words_at import WordsAt

_MOST = 3
"""Words before the noun that are looked at."""
_AGREEING = ("DET", "ADJ")
_ADDRESS = {"er": "er", "ert": "ert", "era": "era", "eder": "er", "edert": "ert", "edra": "era"}
_POSSESSIVES = frozenset("min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era eder edert edra".split())


def replaced(words: WordsAt, noun: str, instead: Iterable[str]) -> tuple[WordsAt, tuple[str, ...]]:
    """The words to replace and what can stand there, the best first; empty where no form is known for sure.

    ``words`` are a form of ``noun``.  Those to replace are they alone, or the determiners and adjectives before
    them too where one of these must change: *ett skriftligt yttrande* to *en skriftlig begäran*.
    """
    phrase = WordsAt(words.block, _first_agreeing(words), words.end)
    before = [phrase.block.written(token, token + 1) for token in range(phrase.start, words.start)]
    fitting = list(_fitting(words, before, noun, instead))
    if all(agreeing == before for agreeing, _ in fitting):
        return words, _unique(form for _, form in fitting)
    is_first = phrase.is_first_in_sentence
    whole = (" ".join([*_address_today(agreeing, is_first), form]) for agreeing, form in fitting)
    return phrase, _unique(whole)


def _address_today(determiners: Sequence[str], is_first: bool) -> Iterator[str]:
    """The determiners as they are written today where they have to be written anew: *Eder skrivelse*, *ert brev*."""
    for word in determiners:
        plain = _ADDRESS.get(word.lower())
        if plain is None:
            yield word
        else:
            yield match_case(word, plain) if is_first else plain


def _fitting(words: WordsAt, before: list[str], noun: str, instead: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    """Of the nouns whose form is known for sure, the words before in agreement, and the form: *en*, *begäran*.

    Of *yttrande*, *begäran* and *brev* all three, if all have the form.
    """
    features = words.block.morphology(words.end - 1)  # the noun comes last
    is_genitive = _is_genitive(words.text, noun)
    for other in instead:
        replacement = replace_noun(before, words.text, noun, other, features)
        if replacement is None:
            continue
        agreeing, form = replacement
        # A phrase has no genitive that could be put in: *besvärstidens slut* is *slutet av tiden för att överklaga*.
        if not is_genitive or form.endswith("s"):
            yield agreeing, match_case(words.text, form)


def _is_genitive(found: str, noun: str) -> bool:
    """Whether the form is a genitive whatever stands around it: *besvärstidens*."""
    readings = features_of(found, noun, "NOUN")
    return bool(readings) and all(reading.get("Case") == "Gen" for reading in readings)


def _first_agreeing(words: WordsAt) -> int:
    """The first of the determiners and adjectives that stand directly before; the words' own first if none does.

    *ett* of *ett skriftligt* **yttrande**.
    """
    first = words.start
    lowest = max(words.sentence.start, words.start - _MOST)
    while first > lowest and _agrees(words.block, first - 1):
        first -= 1
    return first


def _agrees(block: AnalysedBlock, token: int) -> bool:
    """Whether the word takes its form from the noun: *skriftligt*, *ditt*.

    The genitive *kommunens* doesn't.
    """
    if block.tags[token] in _AGREEING:
        return True
    return block.words[token] in _POSSESSIVES


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in order."""
    return tuple(dict.fromkeys(texts))
