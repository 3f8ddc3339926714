"""The small language in which rules describe a sequence of words.

================  ================================================================
``ordet``         exactly that form, capital or not
``vidta~``        any form of the verb; ``~n`` of the noun, ``~a`` of the adjective
``(ska|bör~)``    one of these
``åter*``         a word that begins so; ``*nämnden`` one that ends so
``<VERB>``        a word of that part of speech
``<Voice=Pass>``  a word with that feature; several are separated by space
``<infinitive>``  one of the names in ``NAMED``
``…``             up to four words in the same sentence
``{`` and ``}``   stand around the words to be marked, where that is not all
================  ================================================================

A ``?`` after a slot makes it optional; a ``!`` before it asks for a word that is anything else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span

from klarsprak.language.analysis import AnalysedBlock, Analysis, holds
from klarsprak.language.inflection import forms
from klarsprak.language.pipeline import Need, load

TokenPattern = dict[str, Any]

NAMED: dict[str, TokenPattern] = {
    "infinitive": {"MORPH": {"IS_SUPERSET": ["VerbForm=Inf"]}},
    "supine": {"MORPH": {"IS_SUPERSET": ["VerbForm=Sup"]}},
    "finite": {"MORPH": {"IS_SUPERSET": ["VerbForm=Fin"]}},
    "passive": {"POS": "VERB", "MORPH": {"IS_SUPERSET": ["Voice=Pass"]}},
    "verb": {"POS": {"IN": ["VERB", "AUX"]}},
    "noun": {"POS": "NOUN"},
    "name": {"POS": "PROPN"},
    "adjective": {"POS": "ADJ"},
    "pronoun": {"POS": "PRON"},
    "number": {"LIKE_NUM": True},
    "capital": {"IS_TITLE": True},
}
GAP: TokenPattern = {"LOWER": {"NOT_IN": [".", "!", "?", ";", ":", "\n"]}, "OP": "{0,4}"}
_PARTS_OF_SPEECH = {"": "VERB", "v": "VERB", "n": "NOUN", "a": "ADJ"}
_SLOT = re.compile(
    r"(?P<brace>[{}])|(?P<not>!?)(?P<body><[^<>]+>|\([^()]+\)|[^\s{}()<>?!]+)(?P<optional>\??)(?=[\s{}]|$)"
)
_TAGS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())


class SlotError(ValueError):
    """A pattern that can't be read; the text says in Swedish where and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """A compiled pattern: spaCy token patterns, the marked part, and the words that it can't do without.

    ``anchors`` are sets of lower-case forms; of each at least one form stands in every match, the
    rarest first.
    """

    tokens: tuple[TokenPattern, ...]
    first: int
    last: int
    anchors: tuple[frozenset[str], ...]
    forms: tuple[frozenset[str], ...] = ()
    """The forms that each slot allows, where no slot asks for anything else: such a pattern needs no matcher."""

    @property
    def need(self) -> Need:
        """Whether the pattern looks at more than forms."""
        tagged = any("POS" in token or "MORPH" in token for token in self.tokens)
        return Need.MORPHOLOGY if tagged else Need.FORMS

    def matches(self, doc: Doc | Span) -> Iterator[tuple[int, int]]:
        """First and last-plus-one token of the marked part of every match, counted in ``doc``."""
        # spaCy's stubs don't know of the alignments.
        found: list[tuple[int, int, int, list[int]]] = _matcher(self)(doc, with_alignments=True)  # type: ignore[assignment]
        for _, start, end, alignment in sorted(found, key=itemgetter(1)):
            inside = [start + i for i, slot in enumerate(alignment) if self.first <= slot < self.last]
            if inside:
                yield inside[0], inside[-1] + 1
            else:
                yield start, end

    def find(
        self, analysis: Analysis, blocks: Collection[int] | None = None
    ) -> Iterator[tuple[AnalysedBlock, int, int]]:
        """The matches in a letter, or some of its blocks: block, first and last-plus-one token.

        Tried only in sentences with all anchors.
        """
        if not self.anchors:
            for block in analysis.blocks if blocks is None else (analysis.by_index[index] for index in blocks):
                for start, end in self.matches(block.doc):
                    yield block, start, end
            return
        for sentence in analysis.sentences_with(self.anchors):
            if blocks is None or sentence.block.index in blocks:
                for start, end in self._among(sentence.block, sentence.span.start, sentence.span.end):
                    yield sentence.block, start, end

    def occurs(self, block: AnalysedBlock, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether a match stands among the tokens, whose lower-case forms are ``words``."""
        return holds(words, self.anchors) and next(self._among(block, first, last), None) is not None

    def within(self, block: AnalysedBlock, first: int, last: int) -> Iterator[tuple[int, int]]:
        """First and last-plus-one token of each match among the tokens from ``first`` to ``last``."""
        if holds(frozenset(block.words[first:last]), self.anchors):
            yield from self._among(block, first, last)

    def _among(self, block: AnalysedBlock, first: int, last: int) -> Iterator[tuple[int, int]]:
        if self.forms:
            yield from self._literal(block.words, first, last)
        else:
            for start, end in self.matches(block.doc[first:last]):
                yield first + start, first + end

    def _literal(self, words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
        """The matches among the lower-case ``words``, where every slot is a set of forms."""
        length = len(self.forms)
        while first + length <= last:
            if all(words[first + i] in forms for i, forms in enumerate(self.forms)):
                yield first + self.first, first + max(self.last, self.first + 1)
                first += length
            else:
                first += 1


@cache
def _matcher(slots: Slots) -> Matcher:
    """One matcher a pattern, made at its first use: only patterns whose anchors stand in the letter cost anything."""
    matcher = Matcher(load().vocab, validate=False)
    matcher.add("slots", [list(slots.tokens)], greedy="LONGEST")
    return matcher


@cache
def compile_slots(pattern: str) -> Slots:
    """Read a pattern; raises ``SlotError``."""
    tokens: list[TokenPattern] = []
    first, last = 0, None
    position = 0
    anchors: list[frozenset[str]] = []
    while position < len(pattern):
        if pattern[position].isspace():
            position += 1
            continue
        match = _SLOT.match(pattern, position)
        if match is None:
            raise SlotError(f"”{pattern[position:]}” går inte att tolka")
        position = match.end()
        if match["brace"] == "{":
            first = len(tokens)
        elif match["brace"] == "}":
            last = len(tokens)
        else:
            token = _token(match["body"])
            literal = _literals(token)
            if literal and not match["not"] and not match["optional"]:
                anchors.append(literal)
            tokens.append(_with_operator(token, match))
    if not tokens:
        raise SlotError("mönstret är tomt")
    last = len(tokens) if last is None else last
    forms = tuple(anchors) if len(anchors) == len(tokens) else ()
    return Slots(tuple(tokens), first, last, tuple(sorted(anchors, key=_rareness)), forms)


def _rareness(forms: frozenset[str]) -> int:
    """Least for the forms that are likely to be rare: long ones."""
    return -min(map(len, forms))


def _with_operator(token: TokenPattern, match: re.Match[str]) -> TokenPattern:
    if match["not"]:
        return {**token, "OP": "!"}
    if match["optional"]:
        return {**token, "OP": "?"}
    return token


def _token(body: str) -> TokenPattern:
    if body == "…":
        return GAP
    if body.startswith("<"):
        return _tagged(body[1:-1])
    options = body[1:-1].split("|") if body.startswith("(") else [body]
    affixes = [option for option in options if "*" in option]
    if not affixes:
        words = sorted({form for option in options for form in _forms(option)})
        return {"LOWER": words[0]} if len(words) == 1 else {"LOWER": {"IN": words}}
    return {"LOWER": {"REGEX": "|".join(_affix(option) for option in options)}}


def _affix(option: str) -> str:
    return "^" + ".+".join(re.escape(part) for part in option.lower().split("*")) + "$"


def _forms(option: str) -> set[str]:
    word, tilde, suffix = option.partition("~")
    if not tilde:
        return {word.lower()}
    if suffix not in _PARTS_OF_SPEECH:
        raise SlotError(f"”{option}”: efter ~ står inget, n eller a")
    return word_forms(word.lower(), _PARTS_OF_SPEECH[suffix])


@cache
def word_forms(word: str, pos: str) -> set[str]:
    """All forms of one word, lower case, the word itself among them."""
    return {word} | {form.text.lower() for form in forms(word, pos)}


def _tagged(body: str) -> TokenPattern:
    if body in NAMED:
        return NAMED[body]
    features = body.split()
    token: TokenPattern = {}
    tags = [part for part in features if "=" not in part]
    if tags:
        options = tags[0].split("|")
        if len(tags) > 1 or not _TAGS.issuperset(options):
            names = ", ".join(NAMED)
            raise SlotError(f"<{body}> är ingen ordklass. Skriv en ordklass som VERB eller något av {names}")
        token["POS"] = options[0] if len(options) == 1 else {"IN": options}
    marked = [part for part in features if "=" in part]
    if marked:
        token["MORPH"] = {"IS_SUPERSET": marked}
    return token


def _literals(token: TokenPattern) -> frozenset[str]:
    value = token.get("LOWER")
    if isinstance(value, str):
        return frozenset({value})
    if isinstance(value, dict) and "IN" in value and "OP" not in token:
        return frozenset(value["IN"])
    return frozenset()
