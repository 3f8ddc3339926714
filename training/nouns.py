"""Build the list of nouns that ships with klarsprak from Wikidata's lexemes, as Scribe-Data gives them.

    python -m training.nouns scribe_nouns.json.gz

reads a mapping of nouns to their gender (``form``) and ``plural``, and writes ``nouns.bin`` in
``klarsprak/language/grammar/lexicon``: a line for each way in which nouns of a gender make their plural, *Com a or*,
and after an empty one the nouns, each with the number of its way, as ``PackedTexts`` has them.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections import defaultdict
from pathlib import Path

from klarsprak.language.packed_words import PackedTexts

NOUNS = Path(__file__).parent.parent / "klarsprak" / "language" / "grammar" / "lexicon" / "nouns.bin"
_GENDERS = {"C": "Com", "N": "Neut", "C/PL": "Com", "N/PL": "Neut"}
"""What Scribe calls the genders of nouns that have one; nouns of both tell nothing."""
_SHORTEST = 2


def pack(nouns: dict[str, dict[str, str]]) -> bytes:
    """The ways and the nouns, packed; of a noun that is listed twice the last way counts."""
    alike: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for noun, facts in nouns.items():
        gender, plural = _GENDERS.get(facts["form"]), facts["plural"]
        if gender is None or plural == "isPlural" or not _is_plain(noun):
            continue
        shared = _shared(noun, plural)
        alike[gender, noun[shared:] or "-", plural[shared:] or "-"].append(noun)
    ways = sorted(alike)
    numbers = {noun: str(number) for number, way in enumerate(ways) for noun in alike[way]}
    text = "\n".join([*map(" ".join, ways), "", *PackedTexts.of(numbers).pieces()])
    return zlib.compress(text.encode("utf-8"), 9)


def _shared(noun: str, plural: str) -> int:
    """How many letters both begin with: 5 of *flicka* and *flickor*."""
    pairs = zip(noun, plural, strict=False)
    return next((i for i, (one, other) in enumerate(pairs) if one != other), min(len(noun), len(plural)))


def _is_plain(noun: str) -> bool:
    """Whether the noun is a word in small letters."""
    return noun.isalpha() and noun.islower() and len(noun) >= _SHORTEST


if __name__ == "__main__":
    NOUNS.write_bytes(pack(json.loads(gzip.decompress(Path(sys.argv[1]).read_bytes()))))
