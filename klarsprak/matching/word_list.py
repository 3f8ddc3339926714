"""Word lists: many words and phrases looked for at once, in all their forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock, reading_order
from klarsprak.language.packed import PackedValues
from klarsprak.language.tokenizer import tokenize
from klarsprak.language.words_at import WordsAt

V = TypeVar("V")
MOST_BETWEEN = 5
"""So many words at most between the first word of a phrase and its rest."""
_END = ""
"""Key of the values in a node; no word is empty."""


class _Only:
    """A node with one word that may come next, as most have: in a quarter of a dictionary's memory."""

    __slots__ = ("_node", "_word")

    def __init__(self, word: str, node: Any) -> None:
        self._word = word
        self._node = node

    def __contains__(self, word: str) -> bool:
        return word == self._word

    def get(self, word: str) -> Any:
        """The word's node; None for another word."""
        return self._node if word == self._word else None


_NODES = (dict, _Only)
Node = dict[str, Any] | _Only
"""The words that may come next, each with its node, and the values of a phrase that ends here.

Where no word comes next, as with most of 50,000 forms, the values stand in the node's place: a dictionary for each
would take ten megabytes.
"""


class WordList(Generic[V]):
    """A trie over the lower-case forms of tokens, each end of which carries the values put there."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}
        self._last: tuple[V, ...] = ()
        """What was put in last: a word has ten forms, which share it."""
        self._alone: PackedValues[tuple[V, ...]] = PackedValues({})
        """The forms with which no phrase begins, once the list is packed."""

    def pack(self) -> None:
        """Nothing more is put in: let what is there take a fifth of the memory."""
        self._alone = PackedValues({form: node for form, node in self._root.items() if isinstance(node, tuple)})
        self._root = {form: _packed(node) for form, node in self._root.items() if isinstance(node, dict)}

    def __contains__(self, form: object) -> bool:
        """Whether the form is in the list by itself."""
        if not isinstance(form, str):
            return False
        node = self._root.get(form)
        return form in self._alone if node is None else isinstance(node, tuple) or _END in node

    def add(self, phrase: str, value: V) -> None:
        """Look for ``phrase`` too.

        The same value is put in once, even if several forms of a word are spelled alike.
        """
        words = words_of(phrase)
        self._add_words(words, value)
        # A capital with its stop is an initial to the tokeniser: “T. ex.” first in a sentence.
        if words[1:2] == ["."] and len(words[0]) == 1:
            self._add_words([f"{words[0]}.", *words[2:]], value)

    def _add_words(self, words: Sequence[str], value: V) -> None:
        node = self._root
        for word in words[:-1]:
            following = node.get(word)
            if not isinstance(following, dict):
                following = node[word] = {} if following is None else {_END: following}
            node = following
        for word in words[-1:]:
            ending = node.get(word, ())
            if isinstance(ending, dict):
                ending[_END] = self._with(ending.get(_END, ()), value)
            else:
                node[word] = self._with(ending, value)

    def _with(self, values: tuple[V, ...], value: V) -> tuple[V, ...]:
        """The values, and this one if it isn't among them."""
        if values:
            return values if value in values else (*values, value)
        if not self._last or self._last[0] is not value:
            self._last = (value,)
        return self._last

    def find(self, analysis: Analysis) -> Iterator[tuple[WordsAt, tuple[V, ...]]]:
        """Every phrase in reading order, those inside each other too: its words, and its values."""
        # Sorted last: of a hundred places where a phrase could begin, one does.
        for block, start, end, values in sorted(self._unsorted(analysis), key=reading_order):
            yield WordsAt(block, start, end), values

    def _unsorted(self, analysis: Analysis) -> Iterator[tuple[AnalysedBlock, int, int, tuple[V, ...]]]:
        """The phrases' tokens and values; of those that begin alike the shortest first.

        Only words that both the list and the letter have are looked at: those that stand alone, then those that begin
        a phrase.
        """
        for form, values in self._alone.among(analysis.forms):
            for block, start in analysis.places[form]:
                yield block, start, start + 1, values
        for form in self._root.keys() & analysis.forms:
            for block, start in analysis.places[form]:
                for end, values in _ends(self._root[form], block, start):
                    yield block, start, end, values

    def find_parted(
        self, analysis: Analysis, feature: str, may_part: Callable[[WordsAt, int], bool]
    ) -> Iterator[tuple[WordsAt, int, tuple[V, ...]]]:
        """Phrases with other words after their first one, which has the feature: *har* **du inte** *möjlighet att*.

        All of it, the token where the rest of the phrase begins, and its values.  ``may_part`` is asked whether what
        stands between the first word and that token may stand there.
        """
        for form in self._root.keys() & analysis.forms:
            beginning = self._root[form]
            if not isinstance(beginning, tuple):
                for block, start in analysis.places[form]:
                    if feature in block.features[start]:
                        yield from _parted(beginning, block, start, may_part)


def _packed(node: Any) -> Any:
    """The node, and those that it leads to, in less memory."""
    if not isinstance(node, dict):
        return node
    packed = {word: _packed(following) for word, following in node.items()}
    return _Only(*packed.popitem()) if len(packed) == 1 else packed


def _ends(
    node: Node | tuple[Any, ...] | None, block: AnalysedBlock, start: int
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Where the phrases end that begin with the token, the shortest first, each with its values."""
    end = start + 1
    while node is not None:
        if isinstance(node, tuple):
            yield end, node
            return
        values = node.get(_END)
        if values is not None:
            yield end, values
        node = node.get(block.words[end]) if end < len(block.words) else None
        end += 1


def _parted(
    beginning: Node, block: AnalysedBlock, start: int, may_part: Callable[[WordsAt, int], bool]
) -> Iterator[tuple[WordsAt, int, tuple[Any, ...]]]:
    """The phrases that begin with the token and go on after others in its sentence."""
    after = start + 2  # with one word between at least
    words = block.words[after : after + MOST_BETWEEN]
    if isinstance(beginning, dict) and beginning.keys().isdisjoint(words):
        return
    for token, word in enumerate(words, after):
        if word in beginning:
            found = _longest(beginning, block, token)  # of most phrases no more than their second word stands there
            first = WordsAt(block, start, start + 1)
            if found is not None and token < first.sentence.end and may_part(first, token):
                yield WordsAt(block, start, found[0]), token, found[1]


def _longest(beginning: Node, block: AnalysedBlock, token: int) -> tuple[int, tuple[Any, ...]] | None:
    """Where the longest phrase ends that goes on with the token, and its values."""
    node: Node | tuple[Any, ...] | None = beginning
    best = None
    while isinstance(node, _NODES) and token < len(block.words):
        node = node.get(block.words[token])
        token += 1
        values = node.get(_END) if isinstance(node, _NODES) else node
        if values:
            best = token, values
    return best


def words_of(phrase: str) -> list[str]:
    """The phrase's tokens, lower case, as the tokeniser would split it.

    >>> words_of("och/eller"), words_of("Laga kraft"), words_of("  m.m.")
    (['och', '/', 'eller'], ['laga', 'kraft'], ['m.m.'])
    """
    return [token for token in tokenize(phrase.lower())[0] if not token.isspace()]
