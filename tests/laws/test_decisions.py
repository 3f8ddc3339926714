"""Every row of the tables that decide: each decides its own example."""

from __future__ import annotations

import pytest

from klarsprak.laws import alone, clauses, cues, find_references, load_register, neighbours
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.decisions import Decision, decide
from klarsprak.laws.explanation import mask
from klarsprak.laws.locators import read_chain
from klarsprak.laws.sentences import sentences

REGISTER = load_register(None)


def masked(text: str) -> str:
    return mask(text, find_references(text, REGISTER))


def named(rows: tuple[Decision, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows, ids=lambda row: row.name)


@named(alone.DECISIONS)
def test_a_place_stands_alone(row: Decision[alone.Place]) -> None:
    cursor = TokenCursor(row.example, [(0, len(row.example))])
    chains = (read_chain(cursor, i, after_law=False)[0] for i in range(cursor.count))
    ((locator, *_), *_) = filter(None, chains)
    assert decide(alone.DECISIONS, alone.Place(row.example, locator)) is row


@named(clauses.SAYS_NOTHING)
def test_a_text_says_nothing(row: Decision[str]) -> None:
    assert decide(clauses.SAYS_NOTHING, masked(row.example)) is row


@named(clauses.CLAUSE_STATES_RULE)
def test_a_clause_states_a_rule(row: Decision[str]) -> None:
    text = masked(row.example)
    assert not decide(clauses.SAYS_NOTHING, text).answer
    assert cues.FRONTED.match(text) is None
    assert decide(clauses.CLAUSE_STATES_RULE, text) is row
    assert clauses.states_rule(text) is row.answer


def fronted(text: str, group: int) -> clauses.FrontedClause:
    """The clause; its verb is the expression's first group (a verb of rules) or its second (another verb)."""
    match = cues.FRONTED.match(text)
    assert match is not None
    assert match[group], match.groups()
    return clauses.FrontedClause(match[group], match[3], text)


@named(clauses.VERB_STATES_RULE)
def test_a_clause_with_a_verb_of_rules_is_decided_by_its_row(row: Decision[clauses.FrontedClause]) -> None:
    text = masked(row.example)
    assert decide(clauses.VERB_STATES_RULE, fronted(text, 1)) is row
    assert clauses.states_rule(text) is row.answer


@named(clauses.OTHER_VERB_STATES_RULE)
def test_a_clause_with_another_verb_is_decided_by_its_row(row: Decision[clauses.FrontedClause]) -> None:
    text = masked(row.example)
    assert decide(clauses.OTHER_VERB_STATES_RULE, fronted(text, 2)) is row
    assert clauses.states_rule(text) is row.answer


def two_sentences(text: str) -> list[str]:
    references = find_references(text, REGISTER)
    first, second = (mask(text, references, *span) for span in sentences(text))
    return [first, second]


@named(neighbours.EXPLAINED_AFTER)
def test_the_sentence_after_explains(row: Decision[neighbours.Neighbours]) -> None:
    sentence, after = two_sentences(row.example)
    assert decide(neighbours.EXPLAINED_AFTER, neighbours.Neighbours(sentence, after)) is row


@named(neighbours.EXPLAINED_BEFORE)
def test_the_sentence_before_explains(row: Decision[neighbours.Neighbours]) -> None:
    before, sentence = two_sentences(row.example)
    assert decide(neighbours.EXPLAINED_BEFORE, neighbours.Neighbours(sentence, before)) is row
