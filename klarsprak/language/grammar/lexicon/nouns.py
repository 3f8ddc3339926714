"""Nouns with their gender and forms: *besluten* is the definite plural of *beslut*.

``nouns.bin`` holds 26,000 nouns of Wikidata's lexemes (CC0, by way of Scribe-Data); a compound follows its last part.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from klarsprak.language.inflection.declensions import DECLENSIONS
from klarsprak.language.mapped import unpacked
from klarsprak.language.packed_words import PackedTexts

NOUNS = Path(__file__).parent / "nouns.bin"
_GENDERS = {"Com": DECLENSIONS["u"], "Neut": DECLENSIONS["i"]}
_DOUBLED = ("m", "n")
"""Letters that are written twice before an ending: *rum, rummet*."""
_COMMON_ENDINGS = ("het", "itet", "tion")
_DOUBLING = ("rum", "hem", "gram", "stam", "kam", "dom")
"""Nouns that double their last letter, though their plural doesn't tell."""
_LINKED_BY_S = (*_COMMON_ENDINGS, "ning", "ling", "skap")
"""How nouns end that take an s before every other part: *provtagning*."""
_SHORTEST_LAST = 4
_SHORTEST_FIRST = 3
_SHORTEST_IN_AN = 5
_DOUBTFUL = frozenset(
    "nr lag val rätt vad mål fax test nät bröllop led tryck slag kollektiv finger akt ande ände "
    "borr borst bad hov form ända rån rev tull kryss spann skift kol tick stift mikrofon dröm mode nos "
    "center par kör paragraf kap bar visum plan bris trots tröst virus bolster bord fjäll loft not ris paraply "
    "parasoll öl humör väglag mineral volt ton takt mans data handikapp poäng öre kilo ton meter liter hektar syn "
    "lov gång bäck planet rå foder ritual jätte favorit heltid deltid ungdom sval kapp ven fakta faktum centrum "
    "tal bas kvart halvår media medium alternativ mars maj te tok kort tag "
    "hemvist id fossil min kaffe index moder fader fel grund raka låg höger vänster folk kalla skulle vara stå "
    "bör börd dunk schakt damm lack mejl sylt trall fika bål lock nit fog parkett silikon campus godis trikå vitamin "
    "sprej kex".split()
)
"""Nouns of two genders or numbers, and forms of other words that look like nouns: nothing is said of them."""
_PARTICIPLES = tuple(
    "gången buren tagen sluten given skriven kommen bunden hållen dragen fallen vuxen sliten bruten skuren".split()
)
_PARTICLES = frozenset(
    "in ut av på om upp ned ner fram under undan före till efter an med över bort åter idé mot ifrån bi ute".split()
)
"""What participles that look like definite nouns begin with: *en intagen*, not *besluten*."""
_WITHOUT_PLURAL = {
    "Com": "kärlek hjälp vård sjukvård omvårdnad barnomsorg omsorg äldreomsorg mat trygghet politik natur musik "
    "trafik hälsa ohälsa tillvaro service glädje sorg värme kyla ensamhet luft brottslighet kriminalitet fritid "
    "jämställdhet frihet uppfostran början tillit tolerans demokrati ekonomi engelska svenska personal hygien "
    "begäran anhållan önskan inbjudan anmälan tvekan litteratur konst respekt kontakt information kunskap "
    "erfarenhet utbildning hosta hicka snuva sveda åska väta hetta brådska vila",
    "Neut": "väder stöd ansvar samtycke bistånd samarbete umgänge förtroende självförtroende inflytande boende "
    "innehåll avfall vatten utseende beteende uppförande genomförande förfarande medgivande förordnande sparande "
    "tänkande föreläggande deltagande utrymme mörker ljus kaffe bröd kött mjöl socker",
}
"""Nouns that the list lacks, since they have no plural."""


_PLURAL_ENDINGS = ("or", "ar", "er")


class NounForm(NamedTuple):
    """A form of a noun, in the nominative."""

    noun: str
    """Its dictionary form."""
    gender: str
    """``Com`` or ``Neut``."""
    number: str
    """``Sing`` or ``Plur``."""
    is_definite: bool
    plural: str
    """Its indefinite plural; empty for a noun that has none."""

    @property
    def definite(self) -> str:
        """Its definite singular: *planen*."""
        stem = self.noun + self.noun[-1] if self._doubles else self.noun
        return _GENDERS[self.gender].definite(self.noun, stem)

    @property
    def definite_plural(self) -> str | None:
        """Its definite plural, as a noun that has a plural with an ending: *lösningarna*; None for others."""
        return f"{self.plural}na" if self.plural.endswith(_PLURAL_ENDINGS) else None

    @property
    def _doubles(self) -> bool:
        """Whether the last letter is written twice before an ending: *rum, rummet*."""
        if not self.noun.endswith(_DOUBLED):
            return False
        return self.plural.startswith(self.noun + self.noun[-1]) or self.noun.endswith(_DOUBLING)


class _Plurals(NamedTuple):
    """How some nouns make their plural: what the singular ends in, and what stands there instead."""

    gender: str
    singular: str
    plural: str

    def of(self, noun: str) -> str:
        """The plural: *flicka, flickor*."""
        return noun.removesuffix(self.singular) + self.plural


@lru_cache(maxsize=8192)
def noun_forms(form: str) -> tuple[NounForm, ...]:
    """What the lower-case word can be as a noun; empty for one that isn't known.

    >>> [(found.gender, found.number, found.is_definite) for found in noun_forms("besluten")]
    [('Neut', 'Plur', True)]
    >>> {found.noun for found in noun_forms("byggnadsnämnden")}
    {'byggnadsnämnd'}
    """
    if _is_participle(form):
        return ()
    return tuple(_known_forms(form)) or _by_last_part(form) or tuple(_by_ending(form))


def _by_ending(form: str) -> Iterator[NounForm]:
    """An unknown word by an ending that only nouns of one gender have: *arbetslöshet, nationaliteten*."""
    for ending in _COMMON_ENDINGS:
        for definite in ("", "en"):
            if form.endswith(ending + definite):
                yield NounForm(form.removesuffix(definite), "Com", "Sing", bool(definite), "")


def _is_participle(form: str) -> bool:
    """Whether the word may be a participle: *intagen*."""
    return any(form == end or (form.endswith(end) and form.removesuffix(end) in _PARTICLES) for end in _PARTICIPLES)


def _by_last_part(form: str) -> tuple[NounForm, ...]:
    """The word as the longest noun that it ends in: *byggnadsnämnden* as *nämnden*."""
    for cut in range(form.find("-") + 1 or _SHORTEST_FIRST, len(form) - _SHORTEST_LAST + 1):
        if not _begins_compounds(form[:cut]):  # told at a tenth of what the last part takes
            continue
        found = tuple(one for one in _known_forms(form[cut:]) if len(one.noun) >= _SHORTEST_LAST)
        if found:
            return () if _is_doubtful(form, cut) else tuple(_after(form[:cut], one) for one in found)
    return ()


def _is_doubtful(form: str, cut: int) -> bool:
    """Whether the s that the last part begins with may link it: *hyre-slag, hyres-lag*.

    After *-ning* and the like it does: *provtagnings-kit*.
    """
    if form[cut] != "s":
        return False
    return form[:cut].endswith(_LINKED_BY_S) or any(_known_forms(form[cut + 1 :]))


def _after(first: str, last: NounForm) -> NounForm:
    """The compound: *byggnads* and *nämnd*."""
    return last._replace(noun=first + last.noun, plural=last.plural and first + last.plural)


def _begins_compounds(first: str) -> bool:
    """Whether the text is a noun, with or without what links it to another: *byggnads, gatu*."""
    if first.endswith("-"):  # *e-tjänst*
        return True
    nouns = (first, first.removesuffix("s"), first[:-1] + "a", first + "e", first + "a")
    return any(_plurals(noun) for noun in nouns)


def _known_forms(form: str) -> Iterator[NounForm]:
    """What a word in the list can be."""
    seen = set()
    for noun in dict.fromkeys(_possible_nouns(form)):
        plurals = _plurals(noun) if noun not in _DOUBTFUL else None
        if plurals is None:
            continue
        for number, is_definite in _places(form, noun, plurals):
            found = NounForm(noun, plurals.gender, number, is_definite, plurals.of(noun))
            if found not in seen:
                seen.add(found)
                yield found


def _places(form: str, noun: str, plurals: _Plurals) -> Iterator[tuple[str, bool]]:
    """The numbers and whether definite, as which the form is one of the noun's."""
    plural = plurals.of(noun)
    if form == noun:
        yield "Sing", False
        if noun.endswith("an") and plurals.gender == "Com" and len(noun) > _SHORTEST_IN_AN:
            yield "Sing", True  # ansökan is both
    if form == plural:
        yield "Plur", False
    if form in _definites(noun, plurals.gender):
        yield "Sing", True
    if plural and form in _definite_plurals(noun, plural, plurals.gender):
        yield "Plur", True


def _definites(noun: str, gender: str) -> Iterator[str]:
    """The definite singular, as far as the ending leaves a doubt several: *rumet, rummet*."""
    definite = _GENDERS[gender].definite
    yield definite(noun, noun)
    if noun.endswith(_DOUBLED):
        yield definite(noun, noun + noun[-1])
    if noun.endswith(("el", "er")):
        yield noun[:-2] + noun[-1] + ("en" if gender == "Com" else "et")


def _definite_plurals(noun: str, plural: str, gender: str) -> Iterator[str]:
    """The definite plural: *skolorna, möten*."""
    if plural != noun:
        yield plural + ("a" if gender == "Neut" and plural.endswith("n") else "na")
    elif gender == "Com":
        yield (noun.removesuffix("e") if noun.endswith("are") else noun) + "na"
    else:
        yield from (DECLENSIONS["0"].definite_plural(noun, stem) for stem in (noun, noun + noun[-1]))  # type: ignore[misc]


def _possible_nouns(form: str) -> Iterator[str]:
    """What the form may be of, known or not."""
    yield form
    for ending in ("n", "en", "t", "et", "na", "a"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            yield from _with_vowel(form.removesuffix(ending))
    for plural in (form, form.removesuffix("na"), form.removesuffix("na") + "e"):
        yield from _singulars(plural)


def _with_vowel(stem: str) -> Iterator[str]:
    """The stem, as it is without its doubled letter, and with the vowel that has dropped: *fönstr, fönster*."""
    yield stem
    if stem[-1:] in _DOUBLED and stem[-2:-1] == stem[-1:]:
        yield stem[:-1]
    if stem[-1:] in ("r", "l", "n"):
        yield stem[:-1] + "e" + stem[-1]
    if stem.endswith(("i", "e")):
        yield stem + "um"


def _singulars(plural: str) -> Iterator[str]:
    """What the form may be the plural of."""
    for start in range(max(len(plural) - 7, 0), len(plural) + 1):
        for singular in _endings().get(plural[start:], ()):
            yield plural[:start] + singular


class _Table(NamedTuple):
    """The list."""

    ways: list[_Plurals]
    """The ways in which plurals are made."""
    nouns: PackedTexts
    """Each noun with the number of its way."""
    uncounted: dict[str, str]
    """The gender of nouns without plural."""


@cache
def _table() -> _Table:
    ways, nouns = unpacked(NOUNS).split("\n\n")
    uncounted = {noun: gender for gender, nouns in _WITHOUT_PLURAL.items() for noun in nouns.split()}
    return _Table(list(map(_way, ways.split("\n"))), PackedTexts(nouns.split("\n")), uncounted)


def _way(line: str) -> _Plurals:
    """The way in a line: *Com a or*."""
    gender, singular, plural = line.split(" ")
    return _Plurals(gender, singular.strip("-"), plural.strip("-"))


def _plurals(noun: str) -> _Plurals | None:
    """The way in which the noun's plural is made; None for a word that isn't in the list."""
    table = _table()
    number = table.nouns.get(noun)
    if number is not None:
        return table.ways[int(number)]
    gender = table.uncounted.get(noun)
    return None if gender is None else _Plurals(gender, noun, "")


@cache
def _endings() -> dict[str, set[str]]:
    """What the singular ends in, by what the plural has instead."""
    endings: dict[str, set[str]] = {}
    for way in _table().ways:
        if way.plural or not way.singular:
            endings.setdefault(way.plural, set()).add(way.singular)
    return endings


def is_listed_noun(form: str) -> bool:
    """Whether the lower-case word is a form of a noun that the list has whole: *kontaktperson*."""
    return any(_known_forms(form))
