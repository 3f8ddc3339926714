"""Make ``klarsprak/language/spelling/words.bin``: the forms of Swedish words, and the parts of compounds.

    python -m training.spelling --data FOLDER

FOLDER holds ``sfs-paragraphs.txt.gz`` (paragraphs of statutes), ``scribe_nouns.json.gz`` and ``scribe_verbs.json.gz``
(Wikidata's lexemes by way of Scribe-Data, CC0).  Needs the extra ``training`` (spaCy's lookup tables, wordfreq).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from math import log2
from pathlib import Path

from klarsprak.language.everyday.words import lemma_of
from klarsprak.language.inflection import spellings
from klarsprak.language.mapped import sealed
from klarsprak.language.spelling.automaton import BANDS, JOINT, NAME, WORDS, Automaton
from klarsprak.language.spelling.candidates import Search
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.spelling.speller import simple_slips
from training.spelling.packing import packed
from training.spelling.parts import Parts, count_parts
from training.spelling.sources import WORD, Sources

_SUSPECT = 1.3
"""A word is a slip for a listed one that is so much commoner, on Zipf's scale."""
_SUSPECT_NAME = 2.3
_MEANT = 4.0
"""How common a word of no lexicon is that may be suggested."""
_PROVEN = 3.2
"""A word so common, on Zipf's scale, is one that many have chosen to write."""
_PROVEN_BY_LAW = 10
"""Uses in the statutes that prove a word."""
_SHORTEST = 5
"""Letters of words that are taken for slips; shorter ones are like each other by chance."""


def main() -> None:
    """Gather, vet, count and pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    sources = Sources(parser.parse_args().data)
    lemmas, forms = sources.every_lemma, sources.trusted
    new = {lemma_of(form) for form in sources.doubtful if len(form) > _SHORTEST}
    parts = count_parts({word for word in lemmas | new if len(word) >= _SHORTEST}, lemmas, forms)
    entries = [*_words(sources, forms), *_parts(sources, parts)]
    print(f"{len(entries)} trusted entries", flush=True)
    automaton = Automaton(memoryview(packed(entries)))
    vetted = _vetted(sources, automaton, sources.doubtful, _SUSPECT)
    names = _vetted(sources, automaton, sources.maybe_names - forms - vetted, _SUSPECT_NAME)
    print(f"{len(vetted)} of {len(sources.doubtful)} other words, {len(names)} names", flush=True)
    lexicon = Lexicon(automaton=automaton)
    entries += [*_others(sources, lexicon, vetted), *(NAME + entry for entry in _words(sources, names))]
    WORDS.write_bytes(sealed(packed(entries)))
    print(f"{WORDS.stat().st_size / 1e6:.2f} MB")


def _words(sources: Sources, words: set[str]) -> Iterator[str]:
    for word in words:
        yield word + _band(sources.zipf(word))


def _others(sources: Sources, lexicon: Lexicon, words: set[str]) -> Iterator[str]:
    """Words of no lexicon: the rarer ones may be names and foreign words, which nobody is told to write instead."""
    for word in words:
        is_meant = sources.zipf(word) >= _MEANT or word in sources.law or lexicon.is_compound(word)
        yield word + (_band(sources.zipf(word)) if is_meant else BANDS[0])


def _parts(sources: Sources, parts: Parts) -> Iterator[str]:
    """First parts as they stand, last ones in every form."""
    for part, count in parts.firsts.items():
        yield part + JOINT + _band(log2(count))
    for form, count in _last_forms(sources, parts.lasts).items():
        yield JOINT + form + _band(log2(count))


def _last_forms(sources: Sources, lasts: dict[str, int]) -> dict[str, int]:
    """The forms of last parts; those that no lexicon has (*-föring*) are inflected by the project's tables."""
    counts = dict(lasts)
    for form, lemma in (*sources.scribe.items(), *sources.lexicon.items()):
        if lemma in lasts and len(form) >= len(lemma):
            counts[form] = max(counts.get(form, 0), lasts[lemma])
    for part in lasts.keys() - sources.trusted:
        counts |= dict.fromkeys(filter(WORD.fullmatch, spellings(part, "NOUN")), lasts[part])
    return counts


def _band(number: float) -> str:
    return BANDS[max(0, min(int(number), len(BANDS) - 1))]


def _vetted(sources: Sources, automaton: Automaton, words: set[str], factor: float) -> set[str]:
    """The words that aren't a slip for a much commoner one."""
    lexicon = Lexicon(automaton=automaton)
    return {word for word in words if not _is_slip(sources, lexicon, word, factor)}


def _is_slip(sources: Sources, lexicon: Lexicon, word: str, factor: float) -> bool:
    """Whether the word is a slip for a listed one that is so much commoner, as *rekomenderar* is."""
    if len(word) < _SHORTEST or "-" in word:
        return False
    zipf = sources.zipf(word)
    if any(sources.zipf(each) >= zipf + _SUSPECT for each in simple_slips(word) if lexicon.lists(each)):
        return not lexicon.is_compound(word)
    if zipf >= _PROVEN or sources.law[word] >= _PROVEN_BY_LAW:
        return False
    if lexicon.is_compound(word):
        factor = max(factor, _SUSPECT_NAME)
    found = Search(lexicon.automaton, word).candidates()
    return any(sources.zipf(each.word) >= zipf + factor for each in found)


if __name__ == "__main__":
    main()
