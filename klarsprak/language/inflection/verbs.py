"""Paradigms of verbs.

Strong and irregular verbs and those of the second conjugation are listed; compounds follow their last part; the rest
end in a stressed vowel (third conjugation) or belong to the open first conjugation.
"""

from __future__ import annotations

from functools import cache

from klarsprak.language.inflection.conjugations import (
    Texts,
    Verb,
    agreements,
    first_conjugation,
    present_passive,
    second_conjugation,
    third_conjugation,
)
from klarsprak.language.inflection.model import ARCHAIC, Paradigm, table, words

_VOWELS = "aouåeiyäö"
_LONG_BASE = 5
_FREE = frozenset("göra föra köra läsa söka köpa leda höra mäta lysa".split())
_NEVER_COMPOUND = frozenset(
    {"vara", "skola", "må", "vilja", "kunna", "böra", "heta", "måste", "torde", "ska", "skall"}
)


@cache
def verb_paradigm(infinitive: str) -> Paradigm:
    """All forms of a verb from its infinitive, which may be an old one (*vidtaga*)."""
    return _fill(_verb(infinitive))


def has_passive(infinitive: str) -> bool:
    """Whether the verb has an s-passive."""
    return "inf.pass" in verb_paradigm(infinitive)


def is_deponent(infinitive: str) -> bool:
    """Whether the verb is listed as one that has s-forms only (*finnas, hoppas*)."""
    return infinitive in _strong() and "dep" in _strong()[infinitive][1]


def _fill(verb: Verb) -> Paradigm:
    finite = {"inf": verb.infinitive, "prs": verb.present, "prt": verb.preterite, "sup": verb.supine}
    voice = ".act~Voice=Pass" if verb.deponent else ".act"
    paradigm: Paradigm = {slot + voice: texts for slot, texts in finite.items()}
    if verb.present_passive:
        paradigm |= {f"{slot}.pass": _plus(texts, "s") for slot, texts in finite.items()}
        paradigm["prs.pass"] = verb.present_passive
    paradigm |= {"imp": verb.imperative, "sub": verb.subjunctive, "prp": verb.present_participle}
    paradigm["prp.gen"] = _plus(verb.present_participle, "s")
    for text in verb.participle:
        for slot, form in agreements(text).items():
            paradigm[slot] = (*paradigm.get(slot, ()), form)
    return {slot: texts for slot, texts in paradigm.items() if texts}


def _plus(texts: Texts, ending: str) -> Texts:
    return tuple(text + ending for text in texts)


def _verb(infinitive: str) -> Verb:
    head, base = _split(infinitive)
    if base in _long():
        head, base = head, _long()[base]
    if base in _strong():
        return _prefixed(head, _from_row(base, head))
    if infinitive.endswith("s") and (len(infinitive) > 3 or infinitive[:-1] in _strong()):
        return _deponent(_verb(infinitive[:-1]))
    return _with_passive(_regular(infinitive), infinitive)


@cache
def _split(infinitive: str) -> tuple[str, str]:
    """Prefixes and the listed verb; no prefixes and the whole where nothing is listed."""
    if infinitive in _strong() or infinitive in _first() or infinitive in _second():
        return "", infinitive
    for start in range(1, len(infinitive) - 1):
        base = infinitive[start:]
        if base in _heads() and _is_prefix(infinitive[:start], base):
            return infinitive[:start], base
    return "", infinitive


def _is_prefix(text: str, base: str) -> bool:
    """Whether ``text`` can stand before ``base`` in a compound: anything may before a long base, few things else."""
    if text in _prefixes():
        return True
    if len(base) >= _LONG_BASE or base in _FREE:
        return len(text) > 1 and any(letter in _VOWELS for letter in text)
    return any(text[:cut] in _prefixes() and text[cut:] in _prefixes() for cut in range(2, len(text) - 1))


@cache
def _heads() -> frozenset[str]:
    return frozenset((*_strong(), *_second(), *_long())) - _NEVER_COMPOUND


def _regular(infinitive: str) -> Verb:
    base = _split(infinitive)[1]
    if base in _second():
        return second_conjugation(infinitive)
    if infinitive[-1] != "a":
        return third_conjugation(infinitive)
    return first_conjugation(infinitive)


def _with_passive(verb: Verb, infinitive: str) -> Verb:
    return verb._replace(present_passive=()) if _is_intransitive(infinitive) else verb


def _is_intransitive(infinitive: str) -> bool:
    head, base = _split(infinitive)
    if infinitive in _intransitive():
        return True
    return bool(head) and base in _intransitive() and infinitive not in _transitive()


def _from_row(base: str, head: str) -> Verb:
    row, notes = _strong()[base]
    if "dep" in notes:
        return _listed_deponent(base, row)
    stem = base[:-1] if base.endswith("a") and len(base) > 2 and base not in _short() else base
    present, preterite, supine, participle = (_variants(cell) for cell in row)
    if head and "cptc" in notes:
        participle = _variants(notes["cptc"])
    vowel_final = stem == base
    without_passive = "nopass" in notes and head + base not in _transitive()
    long = notes.get("long", "")
    longs = _longs(long) if long else {}
    passive = (base + "s",) if vowel_final else present_passive(stem)
    return Verb(
        infinitive=() if "noinf" in notes else (base, *longs.get("inf", ())),
        present=(*present, *longs.get("prs", ())),
        preterite=(*preterite, *_old(notes.get("plpt"))),
        supine=supine,
        participle=participle,
        imperative=_variants(notes.get("imp", stem)),
        present_participle=_variants(notes.get("prp", base + "ende" if vowel_final else stem + "ande")),
        present_passive=()
        if without_passive
        else (notes.get("prss", passive[0]), *passive[1:], *longs.get("prss", ())),
        subjunctive=_old(notes.get("sub")) if base != "vara" else ("vore",),
    )


def _listed_deponent(base: str, row: list[str]) -> Verb:
    present, preterite, supine, _ = (_variants(cell) for cell in row)
    return Verb((base,), present, preterite, supine, (), (), (), (), deponent=True)


def _longs(long: str) -> dict[str, Texts]:
    """The old forms that the long infinitive (*taga*) has."""
    stem = ARCHAIC + long[:-1]
    return {"inf": (stem + "a",), "prs": (stem + "er",), "prss": (stem + "es",)}


def _old(text: str | None) -> Texts:
    return (ARCHAIC + text,) if text else ()


def _variants(cell: str) -> Texts:
    return () if cell == "-" else tuple(cell.split("/"))


def _prefixed(head: str, verb: Verb) -> Verb:
    parts = [_prefix_all(head, part) if isinstance(part, tuple) else part for part in verb]
    return Verb(*parts)  # type: ignore[arg-type]


def _prefix_all(head: str, texts: Texts) -> Texts:
    return tuple(ARCHAIC + head + text[1:] if text.startswith(ARCHAIC) else head + text for text in texts)


def _deponent(active: Verb) -> Verb:
    return active._replace(
        infinitive=_plus(active.infinitive, "s"),
        present=active.present_passive or _plus(active.infinitive, "s"),
        preterite=_plus(active.preterite, "s"),
        supine=_plus(active.supine, "s"),
        participle=(),
        imperative=(),
        present_participle=(),
        present_passive=(),
        deponent=True,
    )


@cache
def _strong() -> dict[str, tuple[list[str], dict[str, str]]]:
    rows = {}
    for infinitive, present, preterite, supine, participle, *notes in table("strong.tsv"):
        pairs = (note.partition("=") for note in notes)
        rows[infinitive] = ([present, preterite, supine, participle], {name: value for name, _, value in pairs})
    return rows


@cache
def _long() -> dict[str, str]:
    """Other dictionary forms: the old long infinitives, and *ska*, which has no infinitive."""
    longs = {notes["long"]: short for short, (_, notes) in _strong().items() if "long" in notes}
    return longs | {"ska": "skola", "skall": "skola"}


@cache
def _short() -> frozenset[str]:
    """Infinitives in -a whose -a belongs to the stem."""
    return frozenset({"ta", "dra", "ha"})


@cache
def _first() -> frozenset[str]:
    return frozenset(words("weak1.txt"))


@cache
def _second() -> frozenset[str]:
    return frozenset(words("weak2.txt"))


@cache
def _intransitive() -> frozenset[str]:
    return frozenset(words("intransitive.txt"))


@cache
def _transitive() -> frozenset[str]:
    return frozenset(words("transitive.txt"))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(words("prefixes.txt"))
