"""Word lists: many words and phrases looked for at once, in all their forms."""

from __future__ import annotations

import re
from typing import Any, Generic, TypeVar

from klarsprak.analysis import Analysis
from klarsprak.language.abbreviations import ABBREVIATION
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.pipeline import load

V = TypeVar("V")
_ONE_TOKEN = re.compile(r"[a-zåäöéü]+(?:[-:][a-zåäöéü]+)*")
_WORD_AND_STOP = re.compile(r"[a-zåäö]{2,}\.")
"""What the tokeniser never splits, or splits before the stop, told at a hundredth of what it takes."""
_END = ""
"""Key of the values in a node; no word is empty."""


class WordList(Generic[V]):
    """A trie over the lower-case forms of tokens, each end of which carries the values put there."""

    def __init__(self) -> None:
        self._root: dict[str, object] = {}

    def add(self, phrase: str, value: V) -> None:
        """Look for ``phrase`` too."""
        node = self._root
        for word in words_of(phrase):
            following = node.get(word)
            if following is None:
                following = node[word] = {}
            node = following  # type: ignore[assignment]
        values: list[V] | None = node.get(_END)  # type: ignore[assignment]
        if values is None:
            node[_END] = [value]
        elif value not in values:
            values.append(value)

    def find(self, analysis: Analysis) -> list[tuple[AnalysedBlock, int, int, list[V]]]:
        """Every phrase in reading order, those inside each other too: first token, last token plus one, values."""
        found = []
        for form in self._root.keys() & analysis.forms:
            for block, start in analysis.places[form]:
                words, last = block.words, len(block.words)
                node: Any = self._root[form]
                end = start + 1
                while node is not None:
                    if _END in node:
                        found.append((block, start, end, node[_END]))
                    node = node.get(words[end]) if end < last else None
                    end += 1
        return sorted(found, key=reading_order)


def words_of(phrase: str) -> list[str]:
    """The phrase's tokens, lower case, as the tokeniser would split it."""
    lowered = phrase.lower()
    if lowered.isalpha():
        return [lowered]
    tokens: list[str] = []
    for part in lowered.split():
        if part.isalpha() or _ONE_TOKEN.fullmatch(part) or ABBREVIATION.match(part):
            tokens.append(part)
        elif _WORD_AND_STOP.fullmatch(part):
            tokens += part[:-1], "."
        else:
            break
    else:
        return tokens
    return [token.text for token in load().tokenizer(lowered) if not token.is_space]
