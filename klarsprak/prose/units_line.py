"""Whether a line is the name of a unit or a post: *Myndighet LSS/SoL*."""

from __future__ import annotations

import re

from klarsprak.language.words_at import WordsAt

_UNIT = re.compile(
    r"(?:Myndighet\w*|\w*[Ee]nhet(?:en)?|\w*[Aa]vdelning(?:en)?|\w*[Hh]andläggare|\w*[Gg]rupp(?:en)?|[Tt]eam|\w*chef)"
    r"(?: för)? [A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,4}(?: ?[/,&] ?| och )[A-ZÅÄÖ][A-Za-zåäöÅÄÖ]{1,4}"
)
_UNIT_AND_PART = re.compile(
    r"(?:[\w-]+ ){0,3}[\w-]*(?:förvaltning|enhet|avdelning|kontor|nämnd)(?:en|et)?, [A-ZÅÄÖ]{2,4}", re.IGNORECASE
)


def is_in_units_name(words: WordsAt) -> bool:
    """Whether the line is the name of a unit or a post, with acts in it: *Myndighet LSS/SoL*.

    >>> bool(_UNIT.fullmatch("Myndighet LSS/SoL")), bool(_UNIT.fullmatch("Beslut enligt LSS/SoL"))
    (True, False)

    Or it ends in a part of the unit: *Gatuförvaltningen, VA*.
    """
    line = words.block.text.strip()
    return (_UNIT.fullmatch(line) or _UNIT_AND_PART.fullmatch(line)) is not None
