"""The templates' sentences in words, from letters that are at hand: a ledger has none.

What a letter has filled in is left out of the text, as far as a program can tell.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from klarsprak.analysis import Analysis, analyse_letter, even
from klarsprak.audit.ledger.ledger import seal_key
from klarsprak.audit.letter.fingerprint import fingerprint
from klarsprak.audit.letter.sketch import is_filled_in, sealed, sketch
from klarsprak.audit.reports.template_sentences import Fix
from klarsprak.audit.reports.template_traces import ALIKE
from klarsprak.audit.reports.templates import ALIKE as ALIKE_LETTERS
from klarsprak.audit.reports.templates import count_shared
from klarsprak.audit.sources.archive import read_archive
from klarsprak.audit.sources.source import ClosedError, Source
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter, Unreadable
from klarsprak.readers import read_bytes
from klarsprak.signature import find

ENOUGH = 3
"""So many letters with a sentence are compared: what differs between them is no part of the template."""
GAP = "…"
"""Stands for what a letter has filled in."""


def with_texts(
    database: sqlite3.Connection, fixes: Sequence[Fix], names: Iterable[str], unread: Callable[[str], None]
) -> list[Fix]:
    """The fixes with their sentences, where letters of those names have them; the ledger's templates must be known.

    The names are those of files, folders and archives.  ``unread`` is told what can't be read.  The letters needn't
    be those of the audit: the template itself will do.
    """
    texts = _Texts(database, fixes)
    for source in read_archive(names):
        if texts.are_enough:
            break
        for letter in _letters(source, unread):
            texts.add(letter)
    return [fix._replace(text=texts.text_of(fix)) for fix in fixes]


def _letters(source: Source, unread: Callable[[str], None]) -> Iterator[Letter]:
    """The letters in a file that can be read."""
    try:
        data, _ = source.read()
    except ClosedError as error:
        unread(f"{source.name}: {error}")
        return
    for letter in read_bytes(data, f"brev{source.suffix}"):
        if isinstance(letter, Unreadable):
            unread(f"{source.name}: {letter.reason}")
        else:
            yield letter


_Place = tuple[int, bytes]
"""A template's number and the sketch of a sentence in it; several rules may break one sentence."""


class _Texts:
    """The sentences that have been found so far."""

    def __init__(self, database: sqlite3.Connection, fixes: Iterable[Fix]) -> None:
        self._key = seal_key(database)
        self._found: dict[_Place, list[str]] = {_place(fix): [] for fix in fixes if fix.sketch}
        self._sketches: defaultdict[int, list[bytes]] = defaultdict(list)
        for number, leader in self._found:
            self._sketches[number].append(leader)
        self._prints = [
            (print_, number)
            for print_, number in database.execute("SELECT template, number FROM recurring ORDER BY number")
            if number in self._sketches
        ]

    @property
    def are_enough(self) -> bool:
        """Whether no other letter need be read."""
        return all(len(found) >= ENOUGH for found in self._found.values())

    def add(self, letter: Letter) -> None:
        """Take the sentences of a letter of one of the templates."""
        analysis = _sentences_of(letter)
        number = self._template_of(analysis)
        if number is None or all(len(self._found[number, each]) >= ENOUGH for each in self._sketches[number]):
            return
        taken: dict[bytes, tuple[int, str]] = {}
        for sentence in _passages(analysis):
            likeness = sealed(sketch(sentence), self._key)
            for leader in self._sketches[number]:
                best = taken.get(leader, (ALIKE - 1, ""))
                taken[leader] = max(best, (count_shared(leader, likeness), sentence), key=lambda each: each[0])
        for leader, (_, sentence) in taken.items():
            if sentence:
                self._found[number, leader].append(sentence)

    def _template_of(self, analysis: Analysis) -> int | None:
        """The number of the template that a letter is most like."""
        own = fingerprint(block.block.text for block in analysis.blocks)
        if own is None:
            return None
        shared = partial(count_shared, own)
        print_, number = max(self._prints, key=lambda each: shared(each[0]), default=(b"", None))
        return number if number is not None and shared(print_) >= ALIKE_LETTERS else None

    def text_of(self, fix: Fix) -> str | None:
        """The sentence without what is filled in."""
        found = self._found.get(_place(fix))
        return without_filled_in(found[:ENOUGH]) if found else None


def _place(fix: Fix) -> _Place:
    return fix.template.number, fix.sketch


def _sentences_of(letter: Letter) -> Analysis:
    """The letter with its sentences, and no more."""
    evened = even(letter)
    return analyse_letter(evened, Need.FORMS, partial(find, evened), letter.blocks)


def _passages(analysis: Analysis) -> Iterator[str]:
    """The sentences, those that a finding may reach over together, and whole blocks: a head or a foot has none."""
    for block in analysis.blocks:
        text = block.block.text
        spans = [sentence.characters for sentence in block.sentences]
        yield from (text[start:end] for start, end in spans)
        yield from (text[one[0] : other[1]] for one, other in pairwise(spans))
        if len(spans) != 1:
            yield text


def without_filled_in(sentences: Sequence[str]) -> str:
    """The first of the sentences with a gap for each word that is filled in, or that isn't in all of them.

    *Du fick 200 kronor av Anna.* gives *Du fick … kronor av …*
    """
    every = [set(sentence.split()) for sentence in sentences]
    words = sentences[0].split()
    kept = [
        word if all(word in other for other in every) and not is_filled_in(word, starts=not at) else GAP
        for at, word in enumerate(words)
    ]
    return " ".join(word for at, word in enumerate(kept) if word != GAP or at == 0 or kept[at - 1] != GAP)
