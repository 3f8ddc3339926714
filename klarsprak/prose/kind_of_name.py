"""Whether a letter says somewhere what a name is the name of: *appen Edlevo*, *Edlevo är en app*."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.language.words_at import WordsAt

_KINDS = (
    r"[\wåäö-]*(?:app|system|tjänst|plattform|program|portal|sida|webbplats|register|registret|verktyg|sajt|databas|karta)"
    r"(?:e[nt]|n|t|met)?"
)
"""What a name may be of, in the definite form or not."""
_BEFORE = re.compile(rf"(?:{_KINDS})(?: som heter| kallad| med namnet| heter|:)? [”\"']?$", re.IGNORECASE)
"""*Appen*, *i e-tjänsten*, *skolans app som heter*."""
_AFTER = re.compile(
    rf"[”\"']?(?:-(?:{_KINDS})\b|,? (?:som )?(?:är|heter|betyder)\b| \(|, (?:en |ett )?{_KINDS}\b)", re.IGNORECASE
)
"""*Edlevo* **-appen**, *Edlevo* **är** *en app*, *Edlevo* **, appen** *där du …*."""
_NEAR = 60
"""Signs around a name that are looked at."""


def says_kind_of_name(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the letter has the name beside what it is the name of, in whatever place.

    *Logga in i* **Edlevo** is clear where the letter has *appen Edlevo* further up.
    """
    name = words.text.partition("-")[0]  # one token: *Edlevo-appen*
    return any(_is_told(block.text, name) for block in analysis.letter.blocks if name in block.text)


def _is_told(text: str, name: str) -> bool:
    """Whether one of the places where the text has the name says what it is."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        start, end = match.span()
        if _BEFORE.search(text[max(0, start - _NEAR) : start]) or _AFTER.match(text, end):
            return True
    return False
