"""A verb put in place of another one where a particle belongs to it: *skickar vi inte in* for *insänder vi inte*."""

from __future__ import annotations

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.clauses import BEFORE_NOUN, SentenceForms, has_finite_verb
from klarsprak.language.inflection import put_between
from klarsprak.language.words_at import WordsAt

_BETWEEN = frozenset("inte ej icke aldrig jag du vi ni man han hon de också dock alltid nu härmed".split())
"""What stands between a finite verb and its particle."""
_MOST_BETWEEN = 3
"""So many of them at most."""
_NO_PARTICLES = frozenset("bland enligt från före genom hos i inom mellan under utan utanför vid".split())
"""Prepositions that are no part of a verb, as *till* is of *lägga till*."""
_NOUNS = frozenset({"NOUN", "PROPN"})


def takes_words_between(words: WordsAt, forms: list[str]) -> bool:
    """Whether one of the forms has a particle, before which goes what follows the verb: *skickar … in*.

    *insänder inte*: *skickar inte in*.
    """
    if not words.is_one:
        return False
    return any(" " in form for form in forms)


def with_words_between(words: WordsAt, forms: list[str]) -> tuple[WordsAt, list[str]]:
    """*insänder vi inte* becomes *skickar vi inte in*: what stands after the verb goes before its particle.

    Other forms of the list just get the same words after them.
    """
    between = WordsAt(words.block, words.end, _end_of_between(words))
    if between.start == between.end:
        return words, forms
    inside = between.text
    moved = [put_between(form, inside) if " " in form else f"{form} {inside}" for form in forms]
    return WordsAt(words.block, words.start, between.end), moved


def _end_of_between(words: WordsAt) -> int:
    """The token after the subject and adverbs that follow the words at once: after *vi inte* of *insänder vi inte*.

    None of them may follow.
    """
    end = _end_of_subject(words)
    last = min(len(words.block.words), end + _MOST_BETWEEN)
    while end < last and _may_stand_between(words.block, end):
        end += 1
    return end


def _end_of_subject(words: WordsAt) -> int:
    """The token after the noun phrase that must be the verb's subject: after *svaret* of *Inkommer svaret för sent*.

    The words' own end where none follows, or where it may be the object as well.
    """
    if not _has_subject_after(words):
        return words.end
    block, end = words.block, words.end
    last = words.sentence.end - 1
    while end < last and _belongs_to_noun(block, end):
        end += 1
    return end + 1 if block.tags[end] in _NOUNS else words.end


def _belongs_to_noun(block: AnalysedBlock, token: int) -> bool:
    """Whether the word stands before a noun that it belongs to: *den*, *nya*, *din*."""
    return block.tags[token] in BEFORE_NOUN or "Poss=Yes" in block.features[token]


def _has_subject_after(words: WordsAt) -> bool:
    """Whether the words are a finite verb that begins a condition or question, or stands after a first adverb.

    *Inkommer svaret för sent prövas det inte*, *Därefter inkommer svaret*; not the imperative *Insänd svaret*, nor
    *Avser svaret*, as a form says it without a subject.
    """
    block, start = words.block, words.sentence.start
    if words.end == words.sentence.end or "Mood=Ind" not in block.features[words.start]:
        return False
    if words.start == start:
        return words.after[-1] == "?" or has_finite_verb(
            SentenceForms.of(WordsAt(block, words.end, words.sentence.end))
        )
    return words.start == start + 1 and block.tags[start] == "ADV"


def _may_stand_between(block: AnalysedBlock, token: int) -> bool:
    """Whether the word goes before the particle; *de* may begin the object instead: *insänder de handlingar*."""
    if block.words[token] not in _BETWEEN:
        return False
    return block.tags[token] != "DET"


def follows_preposition(words: WordsAt) -> bool:
    """Whether the words begin with a preposition right after another: *under inom ramen för planen*.

    One of the two is left from another wording: what can stand in place of either, nobody knows.
    """
    block, start, _ = words
    if words.is_first_in_sentence or block.tags[start] != "ADP":
        return False
    return block.words[start - 1] in _NO_PARTICLES
