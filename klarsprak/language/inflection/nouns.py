"""Paradigms of nouns: by table (compounds follow their last part), else by an ending that tells the declension."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from klarsprak.language.inflection.declensions import Nominatives, decline
from klarsprak.language.inflection.form_rules import has_vowel
from klarsprak.language.inflection.model import Paradigm, read_table, read_variants
from klarsprak.language.inflection.noun_endings import decline_by_ending

_NEVER_LAST = frozenset({"slag"})
"""Nouns that a linking s before another noun looks like (*avtalslag*); their compounds are listed."""
_SHORT_LAST = frozenset({"år", "kö"})
"""Short nouns that compounds end in all the same: *halvår*."""
_GENDERS = {"c": "Com", "n": "Neut"}

OTHER_DICTIONARY_FORMS = (
    ("er", "", "avgifter: avgift"),
    ("ar", "", "dagar: dag"),
    ("or", "a", "skolor: skola"),
    ("r", "", "skrivelser: skrivelse"),
    ("ar", "e", "timmar: timme"),
    ("n", "", "sökanden: sökande"),
    ("en", "", "nämnden: nämnd"),
    ("t", "", "ärendet: ärende"),
    ("et", "", "brevet: brev"),
)
"""What plurals and definites end in, what the dictionary form has instead, and an example."""


@lru_cache(maxsize=8192)  # an archive has words without end
def noun_paradigm(lemma: str) -> Paradigm:
    """All forms of a noun; of an unknown one only the dictionary form and its genitive.

    >>> noun_paradigm("beslut")["pl.def.gen"], noun_paradigm("delegationsbeslut")["si.def.nom"]
    (('beslutens',), ('delegationsbeslutet',))
    >>> noun_paradigm("fjutt")
    {'si.ind.nom': ('fjutt',), 'si.ind.gen': ('fjutts',)}
    """
    noun = _nominatives(lemma)
    is_unknown = not noun.gender and bool(noun.singular)
    other = _plural_or_definite(lemma) if is_unknown else None
    return _arrange(other or noun)


def _arrange(noun: Nominatives) -> Paradigm:
    """The paradigm with the genitives, without empty slots."""
    nominatives = {
        "si.ind": noun.singular,
        "si.def": noun.definite,
        "pl.ind": noun.plural,
        "pl.def": noun.definite_plural,
    }
    paradigm: Paradigm = {}
    for slot, texts in nominatives.items():
        if texts:
            paradigm[f"{slot}.nom"] = texts
            paradigm[f"{slot}.gen"] = tuple(map(genitive, texts))
    return paradigm


def noun_gender(lemma: str) -> str | None:
    """``Com`` or ``Neut``, None where it isn't known.

    >>> noun_gender("delegationsbeslut"), noun_gender("sökanden"), noun_gender("fjutt")
    ('Neut', 'Com', None)
    """
    noun = _nominatives(lemma)
    if noun.gender:
        return noun.gender
    other = _plural_or_definite(lemma)
    return other.gender if other else None


def genitive(text: str) -> str:
    """The genitive, which a word in -s, -x or -z shares with the nominative.

    >>> genitive("brev"), genitive("hus")
    ('brevs', 'hus')
    """
    return text if text.endswith(("s", "x", "z")) else text + "s"


def _plural_or_definite(lemma: str) -> Nominatives | None:
    """A noun whose dictionary form is given in the plural or the definite.

    >>> _plural_or_definite("lokaler")
    Nominatives(singular=(), definite=(), plural=('lokaler',), definite_plural=('lokalerna',), gender='Com')
    >>> _plural_or_definite("sökanden")
    Nominatives(singular=(), definite=('sökanden',), plural=(), definite_plural=(), gender='Com')
    """
    for noun in map(_nominatives, _possible_singulars(lemma)):
        if not noun.gender:
            continue
        if lemma in noun.plural:
            return noun._replace(singular=(), definite=())
        if lemma in noun.definite:
            return noun._replace(singular=(), plural=(), definite_plural=())
    return None


def _possible_singulars(lemma: str) -> Iterator[str]:
    """What the word may be a plural or definite of, known or not.

    >>> list(_possible_singulars("lokaler"))
    ['lokal', 'lokale']
    """
    for ending, instead, _ in OTHER_DICTIONARY_FORMS:
        if lemma.endswith(ending):
            yield lemma.removesuffix(ending) + instead


@lru_cache(maxsize=8192)  # an archive has words without end
def _nominatives(lemma: str) -> Nominatives:
    """As the tables have the noun or its last part, else as its ending has it; an unknown one has no gender."""
    known = _by_table(lemma) or decline_by_ending(lemma)
    return known or Nominatives((lemma,), (), (), (), gender="")


def _by_table(lemma: str) -> Nominatives | None:
    """A listed noun, or a compound with the longest one that it ends in.

    >>> _by_table("delegationsbeslut").definite, _by_table("fjutt")
    (('delegationsbeslutet',), None)
    """
    listed = _listed()
    for start in range(max(1, len(lemma) - 1)):
        first, base = lemma[:start], lemma[start:]
        if base in listed and _can_be_compound(first, base):
            return _prefixed(first, _from_table(base))
    return None


@cache
def _listed() -> frozenset[str]:
    """The nouns of both tables."""
    return frozenset((*_irregular(), *_regular()))


def _from_table(lemma: str) -> Nominatives:
    """The noun as a table has it; where both have one, its irregular forms count.

    >>> _from_table("rum").definite_plural, _from_table("bok").definite_plural
    (('rummen',), ('böckerna',))
    """
    irregular = _irregular().get(lemma)
    return irregular or decline(lemma, *_regular()[lemma])


def _can_be_compound(first: str, last: str) -> bool:
    """Whether a noun may be read as a compound of the two; short last parts stand at the end of too many words.

    >>> _can_be_compound("familje", "hem"), _can_be_compound("sch", "hem"), _can_be_compound("avtal", "slag")
    (True, False, False)
    >>> _can_be_compound("halv", "år"), _can_be_compound("s", "år"), _can_be_compound("hust", "ru")
    (True, False, False)
    """
    if not first:
        return True
    if last in _NEVER_LAST or not has_vowel(first):
        return False
    if last in _SHORT_LAST:
        return len(first) > 2
    are_long = len(first) > 1 and len(last) > 2
    return are_long and len(first) + len(last) > 5


def _prefixed(first: str, noun: Nominatives) -> Nominatives:
    """*beslut* to *delegationsbeslut* in all forms."""
    singular, definite, plural, definite_plural = (tuple(first + text for text in texts) for texts in noun[:4])
    return Nominatives(singular, definite, plural, definite_plural, noun.gender)


@cache
def _regular() -> dict[str, tuple[str, str]]:
    """Declension and stem of the nouns listed by declension; after a plus is the letter that doubles: *rum+m*."""
    entries = {}
    for kind, *nouns in read_table("nouns.tsv"):
        for noun in nouns:
            lemma, _, letter = noun.partition("+")
            entries[lemma] = (kind, lemma + letter)
    return entries


@cache
def _irregular() -> dict[str, Nominatives]:
    """The irregular nouns by their dictionary form."""
    return {row[0]: _irregular_noun(row) for row in read_table("nouns-irregular.tsv")}


def _irregular_noun(row: list[str]) -> Nominatives:
    """A row: indefinite, definite, plural, definite plural and gender, which is p of nouns in the plural only.

    >>> _irregular_noun(["pengar", "pengarna", "-", "-", "p"]).definite_plural
    ('pengarna',)
    """
    lemma, *cells, gender = row
    definite, plural, definite_plural = map(read_variants, cells)
    if gender == "p":
        return Nominatives((), (), (lemma,), definite, "")
    return Nominatives((lemma,), definite, plural, definite_plural, _GENDERS[gender])
