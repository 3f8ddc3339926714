"""The verb for what a noun names, as one says it: *kontrollera* for *kontroll*, *läsa av* for *avläsningen*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.everyday.words import shipped_words
from klarsprak.language.inflection import spellings
from klarsprak.language.verbal_nouns import has_particle, is_deverbal, verb_of
from klarsprak.language.words_at import WordsAt

_FILE = Path(__file__).parent / "everyday" / "verbs-of-nouns.tsv"
_WORD = re.compile(r"\w+")
_FARTHEST = 4
"""Words at most between a noun and the verb that it is the subject of: *tömning* **av brunnen** *sker*."""
_SHORTEST_FIRST_PART = 3
"""Letters of the shortest first part of a compound: *el-* is none, in *elbyte*."""
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "PRON", "NUM"})
_AFTER_NOUNS = frozenset({"ADP", "ADV", "AUX", "PART", "PUNCT", "SCONJ"})
_JOINERS = frozenset({"och", "eller", "samt"})
_PARTICIPLE_ENDINGS = ("ande", "ende")
_ACTIONS = ("tion", "tionen")
"""What ends nouns of actions that no Swedish verb is seen in: *reservation*."""


def plain_verb(text: str) -> str | None:
    """The infinitive for the first noun in the text that one is known for; None where there is none.

    >>> plain_verb("Uppföljande kontroll kommer att ske"), plain_verb("vattenmätaravläsningen")
    ('kontrollera', 'läsa av')
    >>> plain_verb("planering av dagen"), plain_verb("utkvittering"), plain_verb("en olycka")
    ('planera', None, None)
    """
    verbs = map(_verb_for, _WORD.findall(text.lower()))
    return next(filter(None, verbs), None)


def verb_for(words: WordsAt, listed: Mapping[str, str] = MappingProxyType({})) -> str:
    """How to name the verb for the noun among the words, or for the one that they are about; *ett verb* for none.

    ``listed`` has verbs for forms that the table doesn't have.  *Uppföljande* **kontroll** *kommer att ske*,
    **tömning** *av brunnen sker*, *i maj sker* **uppsägning**: *verbet ”kontrollera”*, *”tömma”*, *”säga upp”*.
    """
    for token in chain(_nouns_among(words, listed), _nouns_around(words)):
        noun = words.block.words[token]
        verb = listed.get(noun) or plain_verb(noun)
        # What is done has no known verb: another noun's verb is not what is done.
        if verb or is_deverbal(noun) or noun.endswith(_ACTIONS):
            return named_verb(verb)
    return named_verb(None)


def _nouns_among(words: WordsAt, listed: Mapping[str, str]) -> list[int]:
    """The tokens of the nouns in the words; the tagger takes some for participles: *innan* **utlämnande**."""
    block = words.block
    return [
        token
        for token in range(words.start, words.end)
        if block.tags[token] == "NOUN" or block.words[token] in listed or block.words[token] in _listed()
    ]


def _nouns_around(words: WordsAt) -> list[int]:
    """The tokens before the words and right after where what they are about may stand: after no preposition.

    A definite noun right after the verb is its subject, whatever stands first: *För din skull görs* **bedömningen**.
    """
    sentence = words.sentence
    first = _first_of_clause(words, max(sentence.start, words.start - _FARTHEST))
    before, after = range(words.start - 1, first - 1, -1), range(words.end, min(words.end + 2, sentence.end))
    near = [*after, *before] if _begins_with_definite_noun(words.block, after) else [*before, *after]
    return [token for token in near if not (_is_governed(words, token) or _says_how(words, token))]


def _first_of_clause(words: WordsAt, first: int) -> int:
    """The first of the tokens from there on that is in the words' clause: *tips om att* **båtar** *flyttats*."""
    after_that = (token + 1 for token in range(words.start - 1, first - 1, -1) if words.block.words[token] == "att")
    return next(after_that, first)


def _begins_with_definite_noun(block: AnalysedBlock, tokens: range) -> bool:
    """Whether the first of the tokens is one: *bedömningen*."""
    return any(block.tags[token] == "NOUN" and "Definite=Def" in block.features[token] for token in tokens[:1])


def _is_governed(words: WordsAt, token: int) -> bool:
    """Whether the noun stands after a preposition: *av* **brunnen**, *från den gamla* **placeringen**.

    It may share its last part with another one: *av in- och* **utbetalningar**.
    """
    block, first = words.block, words.sentence.start
    before = token - 1
    if before > first and block.words[before] in _JOINERS and block.words[before - 1].endswith("-"):
        before -= 2
    while before > first and block.tags[before] in _BEFORE_NOUNS:
        before -= 1
    return before >= first and block.tags[before] == "ADP"


def _says_how(words: WordsAt, token: int) -> bool:
    """Whether the noun is none, but a participle: *pågår* **löpande**, *ett* **fungerande** *nätverk*.

    Not *inlämnande av nycklar*.
    """
    block = words.block
    if not block.words[token].endswith(_PARTICIPLE_ENDINGS):
        return False
    if token < words.end:
        return block.tags[token] == "ADJ" and block.tags[token + 1] == "NOUN"
    return block.words[token + 1 : token + 2] != ["av"]


def named_verb(verb: str | None) -> str:
    """How a message names the verb: *verbet ”betala”*, and *ett verb* where none is known."""
    return f"verbet ”{verb}”" if verb else "ett verb"


def _verb_for(word: str) -> str | None:
    """The verb for the lower-case word, which may be a compound.

    One with a particle before it is said otherwise, and only the listed ones are known.
    """
    if word in _listed():
        return _listed()[word]
    verb = verb_of(word)
    if verb is not None:
        return None if has_particle(verb) else verb
    return _verb_for_last_part(word)


def _verb_for_last_part(word: str) -> str | None:
    """The verb for the last part of a compound, the longest that has one.

    *ärende-beskrivning* is no *rivning*, the verb of *in-drivning* is said otherwise, and *urs-tigning* is none.
    """
    if is_deverbal(word):
        return None
    lasts = (word[start:] for start in range(_SHORTEST_FIRST_PART, len(word)))
    last = next((last for last in lasts if last in _listed() or is_deverbal(last)), None)
    return _verb_for(last) if last and _may_be_first(word.removesuffix(last)) else None


def _may_be_first(part: str) -> bool:
    """Whether a compound may begin so: what is short must be a word, but for its linking *s* or the *a* of *sopa*."""
    return len(part) > _SHORTEST_FIRST_PART or any(
        map(shipped_words().has, (part, part.removesuffix("s"), f"{part}a"))
    )


@cache
def _listed() -> dict[str, str]:
    """The verbs by every form of their nouns."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {form: verb for noun, verb in rows for form in spellings(noun, "NOUN")}
