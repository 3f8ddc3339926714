"""What a file names for rules and patterns: sets of words, lists of patterns and types of letters.

A pack names them for itself.  A file without rules names them for the packs that take them from it by their key
``uses``, so that a pack may stand in many files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from klarsprak.files.errors import Faults, FileError
from klarsprak.files.invalid import Source, invalid
from klarsprak.files.keys import describe_unknown
from klarsprak.files.places import Location, error_at
from klarsprak.files.yaml import read_mapping
from klarsprak.matching.fields import Patterns
from klarsprak.matching.names import Names
from klarsprak.matching.word_sets import WordSets
from klarsprak.prose.letter_type import LetterType, LetterTypes
from klarsprak.rulebook import ahead, taken_files
from klarsprak.rulebook.taken_files import SORTS, files_meant, stamp, uses_of

KEYS_WITHOUT_RULES = ("about", "uses", *SORTS)
"""The keys of a file without rules."""
_MOST_KEPT = 200
"""Files without rules that are kept: more than ship."""
_LACKS = {
    "about": "nyckeln ”about” ska vara en rad text om vad filen innehåller.",
    "uses": "under ”uses” ska namnen på filer eller mappar stå, till exempel [ord.yml, brevtyper].",
    "sets": "under ”sets” ska varje ordlista ha ett namn, till exempel ”månad: [januari, februari]”.",
    "patterns": "under ”patterns” ska varje mönsterlista ha ett namn, till exempel ”svarstid: [senast, före]”.",
    "letters": "under ”letters” ska varje brevtyp ha ett namn, till exempel ”avslag: [avslår, avslås]”.",
}
"""What is wrong where a key isn't what it should be."""


class _Lists(BaseModel):
    """The lists of patterns in a file."""

    patterns: dict[str, Annotated[Patterns, Field(min_length=1)]]


class _Types(BaseModel):
    """The types of letters in a file."""

    letters: LetterTypes


class Definitions:
    """What one file names, and what it takes from others by ``uses``; what it takes, it doesn't hand on."""

    def __init__(self, path: Path, keys: Mapping[str, Any], home: Path | None = None) -> None:
        """``keys`` are those at the top of the file; ``home`` is the folder to look from, if not the file's own."""
        self.path = path
        self._keys = keys
        self._home = home or path.parent

    @property
    def sets(self) -> WordSets:
        """The words of its own sets; what is wrong in them is told by ``check_own``, and is taken for its text."""
        written = self._written("sets").items()
        return {name: list(map(str, words if isinstance(words, list) else [words])) for name, words in written}

    @cached_property
    def patterns(self) -> Mapping[str, list[str]]:
        """Its own lists of patterns, their sets spelled out; raises ``FileError``."""
        written = {"patterns": self._written("patterns")}
        try:
            return _Lists.model_validate(written, context=Names(self._every_set, None)).patterns
        except ValidationError as error:
            raise invalid(error, Source(self.path, _Lists)) from None

    @cached_property
    def letters(self) -> Mapping[str, LetterType]:
        """Its own types of letters; raises ``FileError``."""
        try:
            return _Types.model_validate({"letters": self._written("letters")}, context=self.names).letters
        except ValidationError as error:
            raise invalid(error, Source(self.path, _Types)) from None

    @cached_property
    def names(self) -> Names:
        """What its patterns may call, its own and what it takes; raises ``FileError``."""
        lists = {name: patterns for each in (*self.used, self) for name, patterns in each.patterns.items()}
        return Names(self._every_set, lists)

    @property
    def used_letters(self) -> dict[str, LetterType]:
        """The types of letters that it takes; raises ``FileError``."""
        return {name: letter_type for each in self.used for name, letter_type in each.letters.items()}

    @cached_property
    def _every_set(self) -> WordSets:
        """Its own sets and those that it takes; raises ``FileError``."""
        return {name: words for each in (*self.used, self) for name, words in each.sets.items()}

    @cached_property
    def used(self) -> list[Definitions]:
        """The files that it takes from; raises ``FileError`` for what isn't there or has nothing to give."""
        faults = Faults()
        paths: dict[Path, None] = {}
        for number, name in enumerate(uses_of(self._keys)):
            found = files_meant(self._home / name)
            paths |= dict.fromkeys(found)
            if not found:
                what = f"”{name}” är ingen fil eller mapp att hämta från. Där ska finnas sets, patterns eller letters"
                faults.add(self._fault(["uses", number], f"{what}, och inga rules."))
        faults.check()
        return [definitions(path) for path in paths if path != self.path]

    def check_own(self) -> None:
        """Raise ``FileError`` with all in its own names that has no name or is no list of words."""
        faults = Faults()
        for key in SORTS:
            if not isinstance(self._keys.get(key, {}), dict):
                faults.add(self._fault([key], _LACKS[key]))
        for name, words in self._written("sets").items():
            if not _is_list_of_words(words):
                faults.add(self._fault(["sets", name], _no_set(name, words)))
        faults.check()

    def check_taken(self) -> None:
        """Raise ``FileError`` with all that is wrong with what it takes, and where two files give one name."""
        if not _is_texts(self._keys.get("uses", [])):
            raise self._fault(["uses"], _LACKS["uses"])
        faults = Faults()
        for each in self.used:
            with faults.gathered():
                each.check_own()
        faults.check()  # a set that is wrong makes all patterns with it so
        for each in self.used:
            with faults.gathered():
                _ = each.letters
        with faults.gathered():
            self._check_apart()
        faults.check()
        _ = self.names

    def check_all(self) -> None:
        """Raise ``FileError`` with all that is wrong in a file without rules."""
        faults = Faults()
        for key in self._keys:
            if key not in KEYS_WITHOUT_RULES:
                faults.add(error_at(self.path, [key], describe_unknown(key, KEYS_WITHOUT_RULES), key=True))
        if not isinstance(self._keys.get("about", ""), str):
            faults.add(self._fault(["about"], _LACKS["about"]))
        with faults.gathered():
            self.check_own()
        faults.check()
        self.check_taken()
        _ = self.letters

    def _check_apart(self) -> None:
        """Raise ``FileError`` with all names that two of the files give, told where the second one stands."""
        faults = Faults()
        # By the path, so that all files that take from the two tell the same place.
        files = [*sorted(self.used, key=lambda each: each.path), self]
        for key, sort in SORTS.items():
            homes: dict[str, Path] = {}
            for each in files:
                for name in each._written(key):
                    home = homes.setdefault(name, each.path)
                    if home != each.path:
                        what = f"{sort} ”{name}” finns redan i {home}. Ta bort den ena, eller ge den ett annat namn."
                        faults.add(error_at(each.path, [key, name], what, key=True))
        faults.check()

    def _written(self, key: str) -> Mapping[str, Any]:
        """What stands under one of the keys; nothing where that has no names."""
        written = self._keys.get(key, {})
        return written if isinstance(written, dict) else {}

    def _fault(self, where: Location, what: str) -> FileError:
        """The error at a place in the file."""
        return error_at(self.path, where, what)


def definitions(path: Path) -> Definitions:
    """What a file without rules names; made once for all that take it, for as long as it says the same."""
    return _made_once(path, stamp(path))


@lru_cache(maxsize=_MOST_KEPT)
def _made_once(path: Path, _stamp: str) -> Definitions:
    return Definitions(path, ahead.read(path) or read_mapping(path))


def forget() -> None:
    """Let go of all that was made."""
    _made_once.cache_clear()
    taken_files.forget()


def _is_texts(value: object) -> bool:
    """Whether it is a text or a list of them."""
    texts = value if isinstance(value, list) else [value]
    return all(isinstance(text, str) for text in texts)


def _is_list_of_words(words: object) -> bool:
    """Whether it is a list of words: neither *dag: måndag* nor *dag: [1, 2]*.

    An empty one is none: a pattern with it would never match, and nobody would notice.
    """
    return isinstance(words, list) and bool(words) and _is_texts(words)


def _no_set(name: str, words: object) -> str:
    """What is said of a set that is no list of words; YAML reads *1* as a number."""
    what = f"ordlistan ”{name}” ska vara en lista med ord, till exempel [januari, februari]."
    if isinstance(words, list) and (number := next((word for word in words if isinstance(word, int)), None)):
        what += f" Skriv tal inom citattecken: ”'{number}'”."
    return what
