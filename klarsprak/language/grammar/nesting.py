"""Clauses within clauses: *den som söker bidrag som betalas ut när …*.

Word forms tell which sentences may have them, and the parser which do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak.language.grammar.clauses import JOINERS, VERBS, SentenceForms, is_finite, opens_clause
from klarsprak.language.grammar.counting import Measured, greatest
from klarsprak.language.words_at import WordsAt

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = ("acl", "advcl", "ccomp", "csubj")
"""Relations of a subordinate clause to the word that it belongs to."""
_VERB_PARTS = ("aux", "cop")
_PARTING = JOINERS | {","}


def openers_in_a_row(sentence: SentenceForms) -> Measured:
    """The most clauses that open within each other as far as word order tells: a sentence has no more than that.

    A comma ends them all, and so do *och* and a main clause's verb: what comes after stands beside what came before.
    """
    return greatest(_depths(sentence), sentence)


def _depths(sentence: SentenceForms) -> Iterator[Measured]:
    """The depth at each word that opens a clause."""
    depth = waiting = 0
    for i, form in enumerate(sentence.forms):
        if form in _PARTING:
            depth = 0
        elif opens_clause(sentence, i):
            waiting += 1
            depth += 1
            yield depth, 0, len(sentence.forms)
        elif is_finite(sentence, i):
            depth = depth if waiting else 0
            waiting = max(0, waiting - 1)


def nested(words: WordsAt, openers: int) -> Measured:
    """How many clauses stand within each other, shown from the first word of the outermost to its last.

    No more than the ``openers`` in a row that word order tells: the parser hangs clauses on one another that stand
    side by side.
    """
    return words.block.analysed.once((nested, words.start, words.end, openers), lambda: _nested(words, openers))


def _nested(words: WordsAt, openers: int) -> Measured:
    from klarsprak.language.parsing import parsed  # rare, and takes as long as many letters

    with parsed(words.block.analysed.tokens, words.start, words.end) as doc:
        return _deepest(doc, openers)


def _deepest(doc: Doc, openers: int) -> Measured:
    """The same of a sentence with heads and relations."""
    deepest = max(map(_clauses_around, doc), key=len)
    if not deepest:
        return 0, 0, len(doc)
    outermost = deepest[-1]
    return min(len(deepest), openers), outermost.left_edge.i, _end(doc, outermost)


def _end(doc: Doc, clause: Token) -> int:
    """The token after the clause's last word; a stop is none of its words."""
    end = clause.right_edge.i + 1
    while doc[end - 1].pos_ == "PUNCT" or doc[end - 1].is_space:
        end -= 1
    return end


def _clauses_around(token: Token) -> list[Token]:
    """The heads of the clauses with a finite verb that the word stands in, the innermost first."""
    chain = [token, *token.ancestors]
    return [each for each in chain if each.dep_.startswith(_CLAUSES) and _has_finite_verb(each)]


def _has_finite_verb(clause: Token) -> bool:
    """Whether the clause has one: *som söker*, *som är klar*; *att söka* and *sökt i maj* have none."""
    parts = [clause, *(child for child in clause.children if child.dep_.startswith(_VERB_PARTS))]
    return any(each.pos_ in VERBS and "Fin" in each.morph.get("VerbForm", []) for each in parts)
