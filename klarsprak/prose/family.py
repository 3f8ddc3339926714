"""Whether a letter to one who is greeted by name is about somebody of hers: a child, a parent, whom she helps.

Then *du* is she, and *ni* are she and the others at home.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.gazetteer import FIRST_NAMES, PLACES
from klarsprak.prose.addressee import Addressee, addressee
from klarsprak.prose.letter_head import greeted_names, head_lines
from klarsprak.signature.names import is_first_name

NO_HELPER = r"\b(?=[de])(?<!\bgenom )(?<!\bvia )(?<!\btillsammans med )(?<!\bhjälp av )"
"""Where *din* or *er* may begin, but not after this: in *du har genom din dotter ansökt* it is about the reader.

What stands before is looked at only there: to do so at every letter takes ten times as long.
"""
_KIN = re.compile(
    rf"(?i){NO_HELPER}(?:din|ditt|dina|er|ert|era)(?: \w+)? (?:mamma|pappa|mor|far|son|dotter|barn|pojke|flicka"
    r"|bebis|tvillingar|döttrar|söner|syskon|mormor|morfar|farmor|farfar|svärmor|svärfar|barnbarn)s?\b"
    r"|\b(?:pojken|flickan|bebisen|tvillingarna|lillebror|lillasyster)s?\b"
)
"""Who is somebody of the reader's."""
_PARTNER = re.compile(r"\b[Dd]in (?:man|fru|sambo|partner|hustru|mak[ea]) [A-ZÅÄÖ]")
"""Named so, they are whom the letter is about: *din fru Britta*; *din sambos inkomst* is a fact of the case."""
_OF_ESTATE = re.compile(r"(?i)dödsboet efter\b")
"""The heirs read, whoever of them the letter comes to."""
_IN_CARE = re.compile(r"\b(?:han|hon|hen|honom|henne|hans|hennes)\b|\bbarn|skol|\belev|hemtjänst|äldreboende|\bbvc\b")
"""What a letter about a child or a parent says, where it calls them by name."""
_NO_NAME = re.compile(r".*(?:[^s][eé]n|et|verket|kassan|skolan|banken|hem|bostäder|gatan)$|\w{12,}")
"""Names of places and offices: *Rådalen*, *Försäkringskassan*."""
_PLACES = frozenset("i på vid från mot hos".split())
_OFTEN = 2
"""A name that stands so often in the text, and alone, is of one whom the letter is about."""


def is_about_family(analysis: Analysis) -> bool:
    """Whether the letter is about somebody of the reader's: *din pappa*, *Elton*, or to the heirs of an estate."""
    if any(map(_OF_ESTATE.match, head_lines(analysis))):
        return True
    names = greeted_names(analysis)
    if len(names) != 1 or analysis.once(addressee) is not Addressee.PERSON:
        return False
    if _KIN.search(analysis.text) or any(_PARTNER.search(block.text) for block in analysis.blocks):
        return True
    if _IN_CARE.search(analysis.text) is None:
        return False
    own = {name.removesuffix("s") for name in names[0].split()}
    return any(count >= _OFTEN for name, count in Counter(_alone(analysis)).items() if name not in own)


def _alone(analysis: Analysis) -> Iterator[str]:
    """Each first name that stands in the text without a last name or a title: *Elton*, no *Elton Berg*.

    A capital that opens a sentence tells nothing: *Bifall på …* is a name only where the word stands elsewhere too.
    """
    names = list(_with_capitals(analysis))
    inside = {name for name, opens in names if not opens}
    for name, _ in names:
        if name in inside or name.lower() in FIRST_NAMES:
            yield name


def _with_capitals(analysis: Analysis) -> Iterator[tuple[str, bool]]:
    """Each word that may be such a name, and whether it opens a sentence; no town's."""
    for block in analysis.blocks:
        if not block.is_prose:
            continue
        for token in range(len(block.words)):
            name = block.written(token, token + 1)
            if is_first_name(name) and not _NO_NAME.fullmatch(name) and _stands_alone(block, token):
                bare = name.removesuffix("s")
                if bare.lower() not in PLACES:
                    yield bare, token == block.sentence_at(token).start


def _stands_alone(block: AnalysedBlock, token: int) -> bool:
    """Whether neither a last name nor *i* or *på*, as before a place, stands beside the name."""
    return (
        not _is_capital(block, token - 1)
        and not _is_capital(block, token + 1)
        and _PLACES.isdisjoint(block.words[max(0, token - 1) : token])
    )


def _is_capital(block: AnalysedBlock, token: int) -> bool:
    """Whether a word with a capital stands there that begins no sentence."""
    if not 0 <= token < len(block.words) or token == block.sentence_at(token).start:
        return False
    return block.written(token, token + 1)[:1].isupper()
