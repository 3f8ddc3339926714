"""Word lists: many words and phrases looked for at once, in all their forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from spacy.attrs import LOWER
from spacy.tokens import Doc

from klarsprak.language.pipeline import load

V = TypeVar("V")
_END = 0
"""Key of the values in a node; no string has the hash 0 but the empty one."""


class WordList(Generic[V]):
    """A trie over the lower-case forms of tokens, each end of which carries the values put there."""

    def __init__(self) -> None:
        self._root: dict[int, object] = {}
        self._strings = load().vocab.strings

    def add(self, phrase: str, value: V) -> None:
        """Look for ``phrase`` too."""
        node = self._root
        for word in words_of(phrase):
            node = node.setdefault(self._strings.add(word), {})  # type: ignore[assignment]
        values: list[V] = node.setdefault(_END, [])  # type: ignore[assignment]
        if value not in values:
            values.append(value)

    def find(self, doc: Doc) -> Iterator[tuple[int, int, list[V]]]:
        """First token, last token plus one, and values of every phrase found; the longest one at each start."""
        forms = doc.to_array([LOWER]).tolist() if len(doc) else []
        root = self._root
        for start, form in enumerate(forms):
            if form in root:
                found = self._longest(forms, start)
                if found is not None:
                    yield (start, *found)

    def _longest(self, forms: list[int], start: int) -> tuple[int, list[V]] | None:
        node = self._root
        best: tuple[int, list[V]] | None = None
        for index in range(start, len(forms)):
            following = node.get(forms[index])
            if following is None:
                break
            node = following  # type: ignore[assignment]
            if _END in node:
                best = index + 1, node[_END]  # type: ignore[assignment]
        return best


def words_of(phrase: str) -> list[str]:
    """The phrase's tokens, lower case, as the tokeniser would split it."""
    lowered = phrase.lower()
    if lowered.isalpha():
        return [lowered]
    if lowered.replace(" ", "").isalpha():
        return lowered.split()
    return [token.text for token in load().tokenizer(lowered) if not token.is_space]


def is_name(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are written as a name: a capital where no sentence, line or list item begins."""
    first = doc[start]
    if not first.text[:1].isupper() or first.is_sent_start or start == 0 or doc[start - 1].is_space:
        return False
    return doc[start - 1].text not in _OPENERS and not doc[start:end].text.isupper()


_OPENERS = frozenset("”\"'(:-–•*")
"""After these a capital may begin a sentence."""
