"""What a hit says: its rule's message filled in, and its suggestions, which call the reader as the letter does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import PRONOUNS
from klarsprak.kinds.kind import Hit
from klarsprak.kinds.named_verbs import verbs_in
from klarsprak.language.inflection import match_case
from klarsprak.language.plain_verbs import named_verb, plain_verb
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.addressed import pronoun
from klarsprak.prose.called import ONE_READER, SENDER, SEVERAL_READERS, Pronoun, called
from klarsprak.swedish import TO_ONE, TO_SEVERAL, shortened

_LONGEST_SHOWN = 60
"""Characters of the letter's words that a message shows."""
_MOST_SUGGESTIONS = 3
"""Suggestions that a message names."""
_QUOTED_SUGGESTION = "”{suggestion}”"
"""How messages write the suggestion; the whole is filled in at once, since *en form av ”få”* has other quotes."""
_WANTS_PRONOUN = re.compile(rf"\{{({'|'.join(PRONOUNS)})\}}")
_TO_SEVERAL = dict(zip(ONE_READER, SEVERAL_READERS, strict=True))
"""What suggestions call one reader, and several."""


class _Template(NamedTuple):
    """A rule's message, and what it asks for."""

    around: list[str]
    """What stands around its suggestions in quotation marks."""
    pronouns: list[str]
    names_verb: bool


@lru_cache(maxsize=5_000)  # the rules' messages, of which each letter asks for the same few
def _template(message: str) -> _Template:
    """The message, read once."""
    return _Template(message.split(_QUOTED_SUGGESTION), _WANTS_PRONOUN.findall(message), "{a_verb}" in message)


def message_of(hit: Hit, text: str, analysis: Analysis) -> str:
    """The rule's message with its placeholders filled in.

    Where the suggestion's right form isn't known, *Skriv ”{suggestion}”.* says *Skriv en form av ”få”.*, and *Vänd på
    meningen.* for *uppbärs*, since the one who gets something is no object.
    """
    rule = hit.rule
    around, pronouns, names_verb = _template(rule.message)
    values = {"text": shortened(text, _LONGEST_SHOWN), "suggestion": _suggestions(hit, text), **hit.values}
    if pronouns:
        values |= _pronouns(pronouns, hit, analysis)
    if rule.kind == "passive":
        values |= _verbs(hit, analysis)
    if names_verb:
        values.setdefault("a_verb", named_verb(plain_verb(text)))
    message = around[0].format_map(values)
    for part in around[1:]:
        advice = f"en form av ”{hit.base_form}”" if hit.base_form else f"”{values['suggestion']}”"
        message += advice + part.format_map(values)
    turn = "Vänd på meningen." if hit.is_turned else ""
    return " ".join(f"{message} {turn}".split())


def _verbs(hit: Hit, analysis: Analysis) -> dict[str, str]:
    """The verbs that a message on a passive names: nobody asks for them of the many passives that aren't shown."""
    if hit.block is None:
        return {}
    return verbs_in(hit.rule.message, WordsAt.covering(analysis.by_index[hit.block], hit.start, hit.end))


def _pronouns(wanted: Iterable[str], hit: Hit, analysis: Analysis) -> dict[str, object]:
    """The pronouns that the rule's message asks for, by placeholder."""
    reader = SEVERAL_READERS if analysis.once(pronoun) == SEVERAL_READERS.subject else ONE_READER
    return {name: _pronoun(name, hit, reader, analysis) for name in wanted}


def _pronoun(name: str, hit: Hit, reader: Pronoun, analysis: Analysis) -> str:
    """What stands for the placeholder: *du*, *dig*, or a pronoun in the form that the words have."""
    block = analysis.by_index.get(-1 if hit.block is None else hit.block)
    if block is None or name in {"du", "dig"}:
        return reader.object if name == "dig" else reader.subject
    words = WordsAt.covering(block, hit.start, hit.end)
    return called(words, {"läsaren": reader, "läsarna": SEVERAL_READERS, "avsändaren": SENDER}[name])


def _suggestions(hit: Hit, text: str) -> str:
    """*erbjuder”, ”lämnar” eller ”har*, without the quotation marks around all, which the message has.

    A full stop that ended the words already is no news; one that they lacked is, *Skriv ”2026.”*, and one that stood
    apart: *2026 .*.
    """
    if not hit.suggestions:
        return ""
    had_stop = text.endswith(".") and not text.endswith(" .")
    shown = hit.suggestions[:_MOST_SUGGESTIONS]
    *first, last = [suggestion.removesuffix(".") if had_stop else suggestion for suggestion in shown]
    return f"{'”, ”'.join(first)}” eller ”{last}" if first else last


def addressed(suggestions: tuple[str, ...], text: str, analysis: Analysis) -> tuple[str, ...]:
    """The suggestions, with *ni* for *du* in a letter that says so: *om ni inte kommer* for *vid utevaro*.

    Where the letter's words call the reader by a name of their own, that is what the suggestion is about.
    """
    if not suggestions or _TO_SEVERAL.keys().isdisjoint(chain.from_iterable(map(_lower_words, suggestions))):
        return suggestions
    if not (TO_ONE | TO_SEVERAL).isdisjoint(_lower_words(text)) or analysis.once(pronoun) == "du":
        return suggestions
    return tuple(" ".join(map(_to_several, suggestion.split(" "))) for suggestion in suggestions)


def _lower_words(text: str) -> list[str]:
    """The words of a suggestion or of the letter."""
    return text.lower().split()


def _to_several(word: str) -> str:
    """*ni* for *du*, and any other word as it is."""
    several = _TO_SEVERAL.get(word.lower())
    return word if several is None else match_case(word, several)
