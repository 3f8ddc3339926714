"""``explain_term``: what the rules and the organisation say of a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from klarsprak.finding import Category
from klarsprak.kinds import Rule
from klarsprak.kinds.abbreviation.rule import AbbreviationRule
from klarsprak.kinds.replace.rule import ReplaceRule
from klarsprak.kinds.term.rule import TermRule
from klarsprak.live.checking import as_letter
from klarsprak.mcp.answers import Meaning, TermAnswer
from klarsprak.mcp.judge import Judge
from klarsprak.mcp.requests import RefusedError, TermRequest
from klarsprak.swedish import listed

_ABOUT_WORDS = (TermRule, AbbreviationRule, ReplaceRule)
_MOST_NEAR = 3
_LIKE = 0.75


def explain_term(judge: Judge, request: TermRequest) -> TermAnswer:
    """What the rules know of the word, in any form; else what they know of words like it."""
    wanted = " ".join(request.term.split()).strip(',;:!?”"')
    if not wanted:
        raise RefusedError("Skriv ordet som ska förklaras.")
    for word in (wanted, wanted.rstrip("."), _part_known(judge, wanted)):
        meanings = _meanings(judge, word) if word else []
        if meanings:
            return TermAnswer(summary=_summary(wanted, meanings), known=True, meanings=meanings, near=[])
    near = _near(judge, wanted.lower())
    return TermAnswer(summary=_unknown(wanted, near), known=False, meanings=[], near=near)


def _meanings(judge: Judge, word: str) -> list[Meaning]:
    """What the rules that apply know of the word; else the others."""
    return list(_told(judge.rules, word)) or list(_told(judge.every_rule, word))


def _told(rules: Iterable[Rule], word: str) -> Iterator[Meaning]:
    for rule in rules:
        if not isinstance(rule, _ABOUT_WORDS) or word.lower() not in rule.looked_for:
            continue
        meaning = _meaning(rule, word.lower())
        if meaning.explanations or meaning.plainer:
            yield meaning


def _meaning(rule: TermRule | AbbreviationRule | ReplaceRule, word: str) -> Meaning:
    """The rule's knowledge of the word; an abbreviation's plainer words are what it stands for."""
    term = next((known for known, forms in _forms(rule) if word in forms), word)
    return Meaning(
        term=term,
        rule=rule.name,
        explanations=list(_explanations(rule, term)),
        plainer=[*_plain(rule), *rule.written_out, *rule.replacements],
        why=rule.why,
    )


def _forms(rule: Rule) -> Iterator[tuple[str, Iterable[str]]]:
    """The rule's words with their forms, where it tells them apart; a term as its rule spells it."""
    if isinstance(rule, TermRule):
        yield from rule.forms_by_word().items()
    else:
        for word in rule.listed_words:
            yield word, rule.forms_of(word) if isinstance(rule, ReplaceRule) else (word.lower(),)


def _explanations(rule: Rule, term: str) -> Iterator[str]:
    """The sentence that explains that word of the rule, and its other senses."""
    if not isinstance(rule, TermRule):
        return
    usual = rule.explanation(term)
    others = (sense.explain for sense in rule.senses)
    yield from dict.fromkeys(filter(None, (usual, *others)))


def _plain(rule: Rule) -> list[str]:
    return [rule.plain] if isinstance(rule, TermRule) and rule.plain else []


def _part_known(judge: Judge, word: str) -> str | None:
    """The term that a compound is made with: *vite* of *vitesbelopp*."""
    found = judge.checker.paragraph.check(as_letter(f"Det gäller {word}.")).findings
    rules = {each.rule for each in found if each.category is Category.FACKORD}
    terms = (term for rule in judge.rules if rule.name in rules for term in rule.listed_words)
    return next((term for term in terms if term[:-1].lower() in word.lower()), None)


def _near(judge: Judge, word: str) -> list[str]:
    """Terms that are spelt much like the word, the likest first."""
    terms = {term: term for rule in judge.rules if isinstance(rule, TermRule) for term in rule.words}
    return get_close_matches(word, terms, n=_MOST_NEAR, cutoff=_LIKE)


def _summary(wanted: str, meanings: list[Meaning]) -> str:
    """The first explanation, or the plainer words."""
    first = meanings[0]
    if first.explanations:
        return f"{wanted}: {first.explanations[0]}"
    return f"{wanted}: skriv hellre {listed([f'”{word}”' for word in first.plainer[:_MOST_NEAR]])}."


def _unknown(wanted: str, near: list[str]) -> str:
    said = f"Reglerna känner inte till ”{wanted}”. Förklara det själv, om du vet vad det betyder."
    if not near:
        return said
    return f"{said} Liknande ord som reglerna känner till: {listed(near)}."
