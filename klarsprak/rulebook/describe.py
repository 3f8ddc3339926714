"""A rule as the terminal shows it: what it says, why, and its examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klarsprak.kinds import Rule
from klarsprak.kinds.example import Example

_TEXTS_BEGIN = 12
"""The column that the texts of examples begin in, below each other."""


def describe(rule: Rule) -> str:
    """All about a rule, as plain text of several lines without a line break at the end."""
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    """The name as a heading, what the rule looks for and says, and last its examples."""
    yield rule.name
    yield "=" * len(rule.name)
    yield f"{rule.level.label}. Kategori: {rule.category}. Sort: {rule.kind}."
    yield from _words(rule)
    yield from _explanations(rule.explanations)
    yield f"Varför: {rule.why}"
    if rule.source:
        yield f"Källa: {rule.source}"
    yield from rule.notes
    for example in rule.examples:
        yield ""
        yield from _example(example)


def word_lists(rule: Rule) -> Iterator[tuple[str, str]]:
    """The rule's lists of words that aren't empty, each with its label: *Skriv hellre*, *få, ta emot*."""
    lists = {"Ord": rule.listed_words, "Betyder": rule.written_out, "Skriv hellre": rule.replacements}
    for label, words in lists.items():
        if words:
            yield label, ", ".join(words)


def _words(rule: Rule) -> Iterator[str]:
    """*Ord: erhålla* and *Skriv hellre: få*, a line each."""
    for label, words in word_lists(rule):
        yield f"{label}: {words}"


def _explanations(texts: Sequence[str]) -> Iterator[str]:
    """What a term means: one explanation in its line, several below a heading."""
    if len(texts) > 1:
        yield "Förklaringar:"
        yield from map("  {}".format, texts)
    elif any(texts):
        yield f"Förklaring: {texts[0]}"


def _example(example: Example) -> Iterator[str]:
    """*Flaggas:* and *Bättre:* of what is flagged, *Går bra:* of what passes.

    A fix alone says nothing.
    """
    if example.flag is not None:
        yield _labelled("Flaggas:", example.flag)
    if example.flag is not None and example.fix is not None:
        yield _labelled("Bättre:", example.fix)
    if example.pass_ is not None:
        yield _labelled("Går bra:", example.pass_)


def _labelled(label: str, text: str) -> str:
    """The text after its label; the further lines of a letter stand below its first.

    *Flaggas:  # Beslut*, and *Du får det.* below *# Beslut*.
    """
    line_break = "\n" + " " * _TEXTS_BEGIN
    lines = text.strip().splitlines()
    return f"  {label:<{_TEXTS_BEGIN - 2}}{line_break.join(lines)}"
