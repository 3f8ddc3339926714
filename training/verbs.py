"""Make ``klarsprak/language/verbs/verbs.bin``: verbs with their forms, and which of these may be other words.

    python -m training.verbs VERBS NOUNS

The arguments are Scribe-Data's lists (Wikidata's lexemes, CC0) as packed JSON: a verb's name with its forms, a noun's
name with its gender.  Which verbs there are comes from the list and the project's own table of strong verbs; their
forms from the project's own inflection, to which those of the list are added, so that where the two differ a form is
taken for whatever either says.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from klarsprak.language.everyday.words import shipped_words
from klarsprak.language.inflection import spellings
from klarsprak.language.inflection.model import read_words
from klarsprak.language.inflection.spelled import FILE
from klarsprak.language.inflection.strong_verbs import strong_verbs
from klarsprak.language.inflection.verbs import verb_paradigm
from klarsprak.language.verbs.words import VERBS, written

_SLOTS = ("inf", "prs", "prt", "sup", "imp", "infs", "prss", "prts", "sups")
_SCRIBES = {
    "imp": "imperative",
    "sup": "activeSupine",
    "prs": "activePresent",
    "prt": "activePreterite",
    "infs": "passiveInfinitive",
    "sups": "passiveSupine",
    "prss": "passivePresent",
    "prts": "passivePreterite",
}
_LISTS = ("weak1.txt", "weak2.txt", "transitive.txt", "intransitive.txt")
_IRREGULAR: dict[str, dict[str, list[str]]] = {
    "skola": {"prs": ["ska", "skall"]},
    "må": {"prs": ["mår", "må"], "prt": ["mådde", "måtte"], "sup": ["mått"]},
}
"""What the project's tables take for old, or for another verb."""
_RARE = frozenset("vela nära bara skata tillvara länga breda gylla måsta därföra utanföra uppåta nedföra".split())
"""Verbs whose forms are nearly always another one's: *velat, när*."""
_WORD = re.compile(r"[a-zåäöéü]+")
_OTHERS = (
    "när för klär kläder väl allt vara var får dock lär få bar bär lika like bort rätt rör rum ring led fast "
    "fort mot hit dit bred röd söt sen hel full tom lös sin min din sitt ditt ett en den det de nu om över "
    "under efter förr fram kort stor vid utan innan sedan medan annan andra annat lagt vit visst måste dags "
    "hellre sätt igen emot mest så kallade lyckat skyldig nämnda ovan nedan fler mer dagligen slut slutet klart "
    "svart lätt tätt nytt fritt brett rött vitt blått grått gott hett sött vad vem vart varit hur hurra lista "
    "tvist tvista tack tacka rena åt hjälp framför inför nära förstås låg rätta hälsa ringa lycka går svält ro "
    "grunda uppför miste underhåll het lärde täta vila förfall slavar plana laga slapp misstro svek spring "
    "stränga las brådska grava travar sträck hetta avsky nypa åtrå flöts makas skallra gråt välkomna kontra tas "
    "hets förlorade förenade peppar angår lid tie alla värk betalt vilja stick lagar bo ovana skräck understöd "
    "motvilja bekantas tillväga kläm"
)
"""Words that no list of nouns has."""
_HARDLY_OTHERS = (
    "ge ha be se hinna gilla komma minska prata kosta ta anta inta dra ske producera skulle syns sätts stänger "
    "träffar ordnar visas begär begärs hittar flyttar handlar mena"
)
"""Nouns that hardly anybody writes."""


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verbs", type=Path)
    parser.add_argument("nouns", type=Path)
    arguments = parser.parse_args()
    rows = dict(_rows(_json(arguments.verbs)))
    forms = {form for row in rows.values() for texts in row.values() for form in texts}
    lines = [_line(verb, row) for verb, row in sorted(rows.items())]
    ambiguous = sorted(forms & _other_words(_json(arguments.nouns), rows) - set(_HARDLY_OTHERS.split()))
    VERBS.write_bytes(zlib.compress(written(lines, ambiguous).encode("utf-8"), 9))
    print(f"{len(rows)} verbs, {len(ambiguous)} forms of other words too, {VERBS.stat().st_size / 1000:.0f} kB")


def _json(path: Path) -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = json.loads(gzip.decompress(path.read_bytes()))
    return content


def _rows(scribe: dict[str, dict[str, str]]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each verb with its forms by slot; an old infinitive (*taga*) is one of the verb's (*ta*)."""
    for verb in sorted(_verbs(scribe)):
        paradigm = verb_paradigm(verb)
        if _WORD.fullmatch(verb) and verb in (_of_voice(paradigm, "inf") or (verb,))[0] and verb not in _RARE:
            yield verb, _row(verb, paradigm, scribe.get(verb, {})) | _IRREGULAR.get(verb, {})


def _verbs(scribe: Iterable[str]) -> set[str]:
    """The infinitives: those of the list, of the project's own tables, and what is made of them with a prefix."""
    listed = {word for name in _LISTS for word in read_words(name)}
    of_packs = json.loads(FILE.read_text("utf-8"))
    of_rules = (word.removeprefix("VERB ") for word in of_packs if word.startswith("VERB "))
    verbs = {*scribe, *strong_verbs(), *listed, *of_rules}
    prefixes = set(read_words("prefixes.txt"))
    known = {*shipped_words().common, *shipped_words().others}
    return verbs | {word for word in known if _has_prefix(word, prefixes, verbs)}


def _has_prefix(word: str, prefixes: Collection[str], verbs: Collection[str]) -> bool:
    cuts = range(2, len(word) - 1)
    return any(word[:cut] in prefixes and word[cut:] in verbs for cut in cuts)


def _row(verb: str, paradigm: dict[str, tuple[str, ...]], listed: dict[str, str]) -> dict[str, list[str]]:
    row: dict[str, list[str]] = {}
    for slot in _SLOTS:
        own = paradigm.get(slot, ()) if slot == "imp" else _of_voice(paradigm, slot)
        todays = [text for text in own if not text.startswith("*")]
        if slot == "prss":  # *dömes*
            todays = [*todays, *(text[1:] for text in own if text.startswith("*"))]
        other = listed.get(_SCRIBES.get(slot, ""), "")
        row[slot] = list(dict.fromkeys([*todays, *([other] if _WORD.fullmatch(other) else [])]))
    old = [text.removeprefix("*") for text in _of_voice(paradigm, "inf") if text.startswith("*")]
    return row | {"inf": [verb, *old]}


def _of_voice(paradigm: dict[str, tuple[str, ...]], slot: str) -> tuple[str, ...]:
    """*prs.act* for *prs*, *prs.pass* for *prss*; a deponent's s-forms are its active ones."""
    if slot.endswith("s") and len(slot) > 3:
        return paradigm.get(f"{slot[:3]}.pass", ())
    return paradigm.get(f"{slot}.act", paradigm.get(f"{slot}.act~Voice=Pass", ()))


def _line(verb: str, row: dict[str, list[str]]) -> str:
    """The verb alone where it goes like *kalla*."""
    if verb.endswith("a") and [row[slot] for slot in _SLOTS] == [[text] for text in _first_conjugation(verb[:-1])]:
        return verb
    return " ".join(["/".join(row["inf"]), *("/".join(row[slot]) or "-" for slot in _SLOTS[1:])])


def _first_conjugation(stem: str) -> list[str]:
    return [stem + ending for ending in ("a", "ar", "ade", "at", "a", "as", "as", "ades", "ats")]


def _other_words(nouns: dict[str, dict[str, str]], rows: dict[str, dict[str, list[str]]]) -> set[str]:
    """Forms of nouns and of adjectives, and words without forms."""
    words = set(_OTHERS.split())
    small = {noun.lower() for noun in nouns}
    for noun in filter(_WORD.fullmatch, small):
        nominatives = {form.removesuffix("s") for form in spellings(noun, "NOUN")}
        words |= nominatives & spellings(noun, "NOUN") | {noun}
    words |= {entry["plural"] for entry in nouns.values()}
    others = {*shipped_words().common, *shipped_words().others} - small - set(rows)
    words |= {text for verb in rows for text in verb_paradigm(verb).get("ptc.plur", ()) if text == verb}
    imperatives = {text for row in rows.values() for text in row["imp"]}
    words |= {text for verb in rows for text in verb_paradigm(verb).get("ptc.com", ()) if text in imperatives}
    return words | {verb for verb, row in rows.items() if others & _adjectives(verb) - {*row["imp"]}}


def _adjectives(verb: str) -> set[str]:
    """What the infinitive would be the plural of: *lugn* of *lugna*, *öppen* of *öppna*."""
    stem = verb.removesuffix("a")
    return {stem, f"{stem[:-1]}e{stem[-1:]}"}


if __name__ == "__main__":
    main()
