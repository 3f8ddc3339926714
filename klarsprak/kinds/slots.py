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
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from klarsprak.kinds.words import words_of
from klarsprak.language.analysis import AnalysedBlock, Analysis, holds
from klarsprak.language.inflection import spellings
from klarsprak.language.pipeline import Need


@dataclass(frozen=True, slots=True)
class Slot:
    """What a token must be; what is empty asks for nothing.  ``least`` and ``most``: how many such tokens."""

    forms: frozenset[str] = frozenset()
    affixes: str = ""
    """A regular expression, compiled at its first use."""
    tags: frozenset[str] = frozenset()
    features: frozenset[str] = frozenset()
    flag: Literal["", "like_num", "is_title"] = ""
    """A property of spaCy's tokens."""
    negated: bool = False
    least: int = 1
    most: int = 1

    def fits(self, block: AnalysedBlock, token: int) -> bool:
        """Whether the token is what the slot asks for."""
        fits = (
            (not self.forms or block.words[token] in self.forms)
            and (not self.affixes or _affixes(self.affixes).has(block.words[token]))
            and (not self.tags or block.tags[token] in self.tags)
            and (not self.features or self.features <= block.features[token])
            and (not self.flag or getattr(block.doc[token], self.flag))
        )
        return fits is not self.negated

    @property
    def literal(self) -> frozenset[str]:
        """The forms, where the slot must be filled by one of them."""
        return self.forms if not self.negated and self.least else frozenset()


def _having(*features: str, tags: str = "") -> Slot:
    return Slot(tags=frozenset(tags.split()), features=frozenset(features))


NAMED: dict[str, Slot] = {
    "infinitive": _having("VerbForm=Inf"),
    "supine": _having("VerbForm=Sup"),
    "finite": _having("VerbForm=Fin"),
    "passive": _having("Voice=Pass", tags="VERB"),
    "verb": _having(tags="VERB AUX"),
    "noun": _having(tags="NOUN"),
    "name": _having(tags="PROPN"),
    "adjective": _having(tags="ADJ"),
    "pronoun": _having(tags="PRON"),
    "number": Slot(flag="like_num"),
    "capital": Slot(flag="is_title"),
}
GAP = Slot(forms=frozenset(".!?;:\n"), negated=True, least=0, most=4)
_PARTS_OF_SPEECH = {"": "VERB", "v": "VERB", "n": "NOUN", "a": "ADJ"}
_SLOT = re.compile(
    r"(?P<brace>[{}])|(?P<not>!?)(?P<body><[^<>]+>|\([^()]+\)|[^\s{}()<>?!]+)(?P<optional>\??)(?=[\s{}]|$)"
)
_TAGS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())


class SlotError(ValueError):
    """A pattern that can't be read; the text says in Swedish where and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """A compiled pattern: its slots, the marked part, and the words that it can't do without.

    ``anchors`` are sets of lower-case forms; of each at least one form stands in every match, the
    rarest first.
    """

    slots: tuple[Slot, ...]
    first: int
    last: int
    anchors: tuple[frozenset[str], ...]

    @property
    def need(self) -> Need:
        """Whether the pattern looks at more than forms."""
        return Need.MORPHOLOGY if any(slot.tags or slot.features for slot in self.slots) else Need.FORMS

    def find(
        self, analysis: Analysis, blocks: Collection[int] | None = None
    ) -> Iterator[tuple[AnalysedBlock, int, int]]:
        """The matches in a letter, or some of its blocks: block, first and last-plus-one token of the marked part.

        Tried only in sentences with all anchors.
        """
        anchors = self.anchors or self._affixed(analysis)
        if not anchors:
            for block in analysis.blocks if blocks is None else (analysis.by_index[index] for index in blocks):
                for start, end in self.matches(block, 0, len(block.words)):
                    yield block, start, end
            return
        for sentence in analysis.sentences_with(anchors):
            if blocks is None or sentence.block.index in blocks:
                for start, end in self.matches(sentence.block, sentence.span.start, sentence.span.end):
                    yield sentence.block, start, end

    def _affixed(self, analysis: Analysis) -> tuple[frozenset[str], ...]:
        """The letter's forms that fit a slot of beginnings or endings; empty where there is no such slot."""
        slots = (slot for slot in self.slots if slot.affixes and not slot.negated and slot.least)
        return tuple(_affixes(slot.affixes).among(analysis.forms) for slot in slots)[:1]

    def occurs(self, block: AnalysedBlock, first: int, last: int, words: frozenset[str]) -> bool:
        """Whether a match stands among the tokens, whose lower-case forms are ``words``."""
        return holds(words, self.anchors) and next(self.matches(block, first, last), None) is not None

    def within(self, block: AnalysedBlock, first: int, last: int) -> Iterator[tuple[int, int]]:
        """``matches``, where the anchors stand among the tokens."""
        if holds(frozenset(block.words[first:last]), self.anchors):
            yield from self.matches(block, first, last)

    def matches(self, block: AnalysedBlock, first: int, last: int) -> Iterator[tuple[int, int]]:
        """First and last-plus-one token of the marked part of every match among the tokens from first to last.

        Of matches that begin with the same token the longest counts; none begins within another.
        """
        while first < last:
            bounds = self._at(block, 0, first, last)
            if bounds is None or bounds[-1] == first:
                first += 1
                continue
            start, end = bounds[self.first], bounds[self.last]
            yield (start, end) if start < end else (first, bounds[-1])
            first = bounds[-1]

    def _at(self, block: AnalysedBlock, number: int, token: int, last: int) -> tuple[int, ...] | None:
        """Where each slot from ``number`` on begins and the last one ends, in the longest match at ``token``."""
        if number == len(self.slots):
            return (token,)
        slot = self.slots[number]
        filled, best = 0, None
        while True:
            if filled >= slot.least:
                rest = self._at(block, number + 1, token + filled, last)
                if rest is not None and (best is None or rest[-1] >= best[-1]):
                    best = (token, *rest)
            if filled == slot.most or token + filled == last or not slot.fits(block, token + filled):
                return best
            filled += 1


@cache
def compile_slots(pattern: str) -> Slots:
    """Read a pattern; raises ``SlotError``."""
    slots: list[Slot] = []
    first, last = 0, None
    position = 0
    while position < len(pattern):
        if pattern[position].isspace():
            position += 1
            continue
        match = _SLOT.match(pattern, position)
        if match is None:
            raise SlotError(f"”{pattern[position:]}” går inte att tolka")
        position = match.end()
        if match["brace"] == "{":
            first = len(slots)
        elif match["brace"] == "}":
            last = len(slots)
        else:
            slots.append(_with_operator(_slot(match["body"]), match))
    if not slots:
        raise SlotError("mönstret är tomt")
    anchors = sorted((slot.literal for slot in slots if slot.literal), key=_rareness)
    return Slots(tuple(slots), first, len(slots) if last is None else last, tuple(anchors))


def _rareness(forms: frozenset[str]) -> int:
    """Least for the forms that are likely to be rare: long ones."""
    return -min(map(len, forms))


def _with_operator(slot: Slot, match: re.Match[str]) -> Slot:
    slot = replace(slot, negated=True) if match["not"] else slot
    return replace(slot, least=0) if match["optional"] else slot


def _slot(body: str) -> Slot:
    if body == "…":
        return GAP
    if body.startswith("<"):
        return _tagged(body[1:-1])
    options = body[1:-1].split("|") if body.startswith("(") else [body]
    for option in options:
        _check_word(option, body)
    if any("*" in option for option in options):
        return Slot(affixes="|".join(map(_affix, options)))
    return Slot(forms=frozenset(form for option in options for form in _forms(option)))


def _check_word(option: str, body: str) -> None:
    """A slot is one token: no token is empty, several, or something in angle brackets."""
    if option.isalpha():
        return
    where = f"”{option}” i ”{body}”" if option != body else f"”{option}”"
    if not option or option[0] == "<":
        what = "är inget ord"
    elif option.split() == [option] and len(words_of(option.partition("~")[0].replace("*", ""))) < 2:
        return
    else:
        what = "är inte ett enda ord"
    raise SlotError(f"{where} {what} och stämmer aldrig. Skriv ett eget mönster för det")


class _Affixes:
    """Remembers of each word whether it has one of the beginnings or endings: letters use the same words again."""

    def __init__(self, affixes: str) -> None:
        self._pattern = re.compile(affixes)
        self._with: set[str] = set()
        self._without: set[str] = set()

    def has(self, form: str) -> bool:
        """Whether the lower-case form has one."""
        return form in self._with or (form not in self._without and bool(self.among(frozenset({form}))))

    def among(self, forms: frozenset[str]) -> frozenset[str]:
        """Those of the forms that have one."""
        if len(self._without) > _REMEMBERED:
            self._with.clear()
            self._without.clear()
        for form in forms - self._without - self._with:
            (self._with if self._pattern.fullmatch(form) else self._without).add(form)
        return forms & self._with


_affixes = cache(_Affixes)
_REMEMBERED = 50_000


def _affix(option: str) -> str:
    return ".+".join(re.escape(part) for part in option.lower().split("*"))


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
    return {word} | spellings(word, pos, present_participles=True)


def _tagged(body: str) -> Slot:
    if body in NAMED:
        return NAMED[body]
    parts = body.split()
    tags = [part for part in parts if "=" not in part]
    options = frozenset(tags[0].split("|") if tags else ())
    if len(tags) > 1 or not options <= _TAGS:
        names = ", ".join(NAMED)
        raise SlotError(f"<{body}> är ingen ordklass. Skriv en ordklass som VERB eller något av {names}")
    return Slot(tags=options, features=frozenset(part for part in parts if "=" in part))
