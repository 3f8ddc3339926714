"""Whether a word is spelt right: listed, a compound of known parts, or made of a known word in a usual way."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import cache

from klarsprak.language.everyday.compounds import is_numeral
from klarsprak.language.spelling.automaton import JOINT, NAME, Automaton, shipped
from klarsprak.language.spelling.tripled import with_third

_LONG_PART = 4
"""Letters of a listed word that may be part of a compound though no compound with it is known."""
_LONGEST_CHAIN = 4
"""Parts of a compound, at most."""
_LONG_BASE = 5
"""Letters of a word that others are made of, with a prefix."""
_COMMON_BASE = 2
_LONG_REST = 9
"""Letters of what may be a compound itself, within a longer one."""
_COMMON = 3
"""How common a word of so few letters is that may be part of a compound though no compound with it is known."""
_SEEN = 2
"""How many compounds, by bands, end in what stands after a part that no known one begins with."""
_NO_LAST = frozenset({"ingen", "ingens", "enhet"})
"""Words that end others by chance: *regist(e)r-ingen*."""
_FIRSTS = frozenset("res dyk rens töm åk kaj pir mast boj".split())
"""Short words and stems of verbs that begin compounds which few lists have: *resdag*, *dykplats*, *tömdag*."""
_SHORT = 3
"""Letters of a part of a hyphenated word that may be anything: *e-*, *IT-*."""
_PREFIXES = tuple(
    "o åter miss sam om av ban in ut på ned upp bort hop anti tele meta bi fram ihop själv neuro mikro makro multi "
    "super ultra inter intra semi kvasi pseudo poly mono hydro geo bio foto psyko socio agro aero auto kardio".split()
)
_ENDINGS = (
    ("ning", ("a", "na")),
    ("ningen", ("a", "na")),
    ("ningar", ("a", "na")),
    ("ningarna", ("a", "na")),
    ("ande", ("a",)),
    ("andet", ("a",)),
    ("bar", ("a",)),
    ("bart", ("a",)),
    ("bara", ("a",)),
    ("barhet", ("a",)),
    ("iskan", ("iska",)),
    ("het", ("", "t")),
    ("heten", ("", "t")),
    ("ell", ("",)),
    ("ellt", ("",)),
    ("ella", ("",)),
    ("are", ("a",)),
    ("aren", ("a",)),
    ("arna", ("a",)),
    ("ering", ("era", "")),
    ("eringen", ("era", "")),
    ("igen", ("ig",)),
    ("föring", ("föra",)),
    ("föringen", ("föra",)),
    ("föringar", ("föra",)),
    ("föringarna", ("föra",)),
    ("isk", ("i", "ik", "er")),
    ("iska", ("i", "ik", "er")),
    ("iskt", ("i", "ik", "er")),
    ("ism", ("isk", "ist")),
    ("ismen", ("isk", "ist")),
    ("itet", ("", "isk")),
    ("iteten", ("", "isk")),
)
"""Endings that make words of others, and what these have in their place: *läsning*, *läsa*."""
_FORMS = (("s", ""), ("at", "ad"), ("ade", "ad"), ("heten", "het"), ("män", "man"), ("männen", "mannen"))
"""Endings of what compounds are bent to, and what these have where no list shows them so: *könsuppdelat*."""
_ALL_ENDINGS = tuple(ending for ending, _ in _ENDINGS)


class Lexicon:
    """The words that ship, and also those of the organisation and the ``known`` ones of the rules, in lower case."""

    def __init__(
        self, also: Iterable[str] = (), automaton: Automaton | None = None, known: Container[str] = ()
    ) -> None:
        self._also = frozenset(also)
        self._known = known
        self.automaton = automaton or shipped()
        self._last_root = self.automaton.step(self.automaton.root, JOINT)

    def holds(self, word: str) -> bool:
        """Whether the lower-case word is right.

        >>> [Lexicon().holds(word) for word in ("giltighetstid", "grannkommunerna", "e-postadressen")]
        [True, True, True]
        >>> [Lexicon().holds(word) for word in ("gilitighetstid", "uppmärskammat", "forlängning")]
        [False, False, False]
        """
        return self.lists(word) or self.makes(word)

    def lists(self, word: str) -> bool:
        """Whether the word itself is listed."""
        return self.band(word) is not None or self.is_own(word)

    def is_own(self, word: str) -> bool:
        """Whether the word is the organisation's or one of the rules'."""
        return word in self._also or word in self._known

    def makes(self, word: str) -> bool:
        """Whether the word is made of known ones."""
        if "-" in word:
            return all(len(part) < _SHORT or self.holds(part) for part in word.split("-"))
        if any(map(self._is_of_parts, (word, *with_third(word)))):
            return True
        return self._is_derived(word) or is_numeral(word) or self._is_bent(word)

    def _is_bent(self, word: str) -> bool:
        """Whether the word is a form of a compound whose last part is listed in another form.

        >>> Lexicon()._is_bent("betalningsmottagares"), Lexicon()._is_bent("betalningsmotagares")
        (True, False)
        """
        for ending, replaced in _FORMS:
            base = word.removesuffix(ending) + replaced
            if not word.endswith(ending) or len(base) < _LONG_REST or base[-1] in "sxz":
                continue
            if self.lists(base) or self._is_of_parts(base):
                return True
        return False

    def _is_of_parts(self, word: str) -> bool:
        return self.is_compound(word) or self.may_be_compound(word)

    def band(self, word: str) -> int | None:
        """How common a listed word is."""
        automaton = self.automaton
        return automaton.band(automaton.walk(automaton.root, word))

    def is_name(self, word: str) -> bool:
        """Whether the word, lower case, is a name, or the genitive of one.

        >>> Lexicon().is_name("tranberg"), Lexicon().is_name("forlängning")
        (True, False)
        """
        automaton = self.automaton
        names = automaton.step(automaton.root, NAME)
        forms = (word, word.removesuffix("s").removesuffix(":"))
        return any(automaton.band(automaton.walk(names, form)) is not None for form in forms)

    def is_compound(self, word: str, parts: int = _LONGEST_CHAIN) -> bool:
        """Whether the word is so many parts, at most, that other compounds have too.

        >>> Lexicon().is_compound("läkemedelsprodukt"), Lexicon().is_compound("läkemedelspridukt")
        (True, False)
        """
        for cut, state in self._beginnings(word):
            if self.automaton.step(state, JOINT):
                rest = word[cut:]
                if self._seen_last(rest) is not None:
                    return True
                if parts > 2 and self._is_chain(rest, parts - 1):
                    return True
        return False

    def count_last(self, text: str) -> int:
        """How many compounds end in the text, by bands: none for *0*.

        >>> Lexicon().count_last("ritning") > Lexicon().count_last("avin")
        True
        """
        return self._seen_last(text) or 0

    def takes_s_as_first(self, word: str) -> bool:
        """Whether compounds that begin with the common word have an *s* after it, and none goes without.

        >>> Lexicon().takes_s_as_first("ålder"), Lexicon().takes_s_as_first("drift")
        (True, False)
        """
        bare = self.automaton.walk(self.automaton.root, word)
        if not bare or self.automaton.step(bare, JOINT) or (self.band(word) or 0) < _COMMON:
            return False
        return bool(self.automaton.step(self.automaton.walk(self.automaton.root, f"{word}s"), JOINT))

    def is_made_by_chance(self, word: str) -> bool:
        """Whether no two of the word's parts are such as many compounds have, nor is it made of another.

        >>> Lexicon().is_made_by_chance("registeringen"), Lexicon().is_made_by_chance("grannkommunerna")
        (True, False)
        """
        if "-" in word or self._is_derived(word) or is_numeral(word) or self._is_bent(word):
            return False
        for cut, state in self._beginnings(word):
            rest = word[cut:]
            if cut < _SHORT or len(rest) < _LONG_PART or rest in _NO_LAST:
                continue
            is_last = (self._seen_last(rest) or 0) >= _SEEN and (self.band(rest) or 0) >= _COMMON
            if is_last and (self.automaton.step(state, JOINT) or self._may_be_first(word[:cut])):
                return False
        return True

    def _is_chain(self, text: str, parts: int) -> bool:
        """Whether what follows a first part is several parts itself: *vårdsprodukter* of *hudvårdsprodukter*.

        There a word may have an *s* that has none where it comes first: *vård*.
        """
        if len(text) <= _LONG_PART:
            return False
        if self.is_compound(text, parts):
            return True
        links = (place for place in range(_LONG_PART, len(text) - _SHORT) if text[place] == "s")
        return any(
            self._seen_last(text[:place]) is not None and self._seen_last(text[place + 1 :]) is not None
            for place in links
        )

    def may_be_compound(self, word: str, parts: int = 3) -> bool:
        """Whether the word is two or three, one of which no other known compound has.

        >>> Lexicon().may_be_compound("lövbränsle"), Lexicon().may_be_compound("forlängning")
        (True, False)
        """
        for cut, state in self._beginnings(word):
            rest = word[cut:]
            if self.automaton.step(state, JOINT):
                if cut >= _SHORT and self._may_be_part(rest):
                    return True
                if (
                    cut >= _LONG_PART
                    and parts > 2
                    and len(rest) >= _LONG_REST
                    and self.may_be_compound(rest, parts - 1)
                ):
                    return True
            elif self._may_be_first(word[:cut]) and (
                (self._seen_last(rest) or 0) >= _SEEN or self._is_common(rest, word[:cut])
            ):
                return True
        return False

    def _beginnings(self, word: str) -> Iterator[tuple[int, int]]:
        """How many letters each first part may have, and the state after them."""
        automaton = self.automaton
        state = automaton.root
        for cut in range(1, len(word) - 1):
            state = automaton.step(state, word[cut - 1])
            if not state:
                return
            yield cut, state

    def _seen_last(self, text: str) -> int | None:
        """How many compounds end so, by bands; None if no known one does."""
        return self.automaton.band(self.automaton.walk(self._last_root, text))

    def _may_be_first(self, text: str) -> bool:
        """Whether a listed word, perhaps with an *s*, is long or common enough to begin a compound.

        >>> list(filter(Lexicon().makes, ["resdagen", "reskostnad", "dykplatsen", "resutaten", "rensavtal"]))
        ['resdagen', 'reskostnad', 'dykplatsen', 'rensavtal']
        """
        if text in _FIRSTS or self._may_be_part(text):
            return True
        return text[-1] == "s" and text[-2:-1] != "s" and len(text) > _LONG_PART + 1 and self.lists(text[:-1])

    def _is_common(self, *words: str) -> bool:
        """Whether the words are so long and common that two of them hardly stand together by chance."""
        return all(len(word) > _LONG_PART and (self.band(word) or 0) >= _COMMON for word in words)

    def _may_be_part(self, text: str) -> bool:
        """Whether a listed word is long or common enough to be a part by more than chance."""
        if len(text) > _LONG_PART:
            return self.lists(text)
        return len(text) == _LONG_PART and (self.band(text) or 0) >= _COMMON

    def _is_derived(self, word: str) -> bool:
        """Whether the word is made of a listed one.

        >>> Lexicon()._is_derived("omregering"), Lexicon()._is_derived("vannliga")
        (True, False)
        """
        return any(len(base) >= _LONG_BASE and (self.band(base) or 0) >= _COMMON_BASE for base in _bases(word))


@cache
def shipped_words() -> Lexicon:
    """The words that ship, for grammar, which asks what a word is and knows none of an organisation's own."""
    return Lexicon()


def _bases(word: str) -> Iterator[str]:
    """What the word may be made of; most have none of all these beginnings and endings, which one look tells."""
    if word.startswith(_PREFIXES):
        yield from (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    if not word.endswith(_ALL_ENDINGS):
        return
    for ending, replaced in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem + other for other in replaced)
