"""Whether the words before capitals say that these are a code or the name of a field, and no short form."""

from __future__ import annotations

import re

from klarsprak.language.words_at import WordsAt

_CODES = (
    "koden koderna kod koder fältet fälten fält kolumnen kolumnerna kolumn rutan värdet värdena lösenordet knappen "
    "e-tjänsten appen portalen plattformen"
).split()
"""What has a code for its name."""
_NAMES_CODE = re.compile(
    rf"(?:{'|'.join(_CODES)})(?: är| heter| med namnet)?:? (?:[A-ZÅÄÖ_\d]{{2,}}(?:, | och | eller ))*$",
    re.IGNORECASE,
)
"""What stands before a code or the name of a field: *Din kod är* KLPW, *kolumnerna KUND_NR och* ORGNR."""
_IS_FORM = re.compile(
    r"(?:\b(?:bilaga|bilagan|blankett|blanketten|formulär|formuläret|broschyr|broschyren) \(?|^bilag(?:a|or):.*, )$",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(r"[ -]?\d{2,6}(?![\w/]|[.,:]\d)")
"""What follows the letters of a form's number: *DV* **172**, *MIGR* **239011**."""
_NEAR = 200
"""Signs before a word where that may stand: a long paragraph isn't looked through for each of its words."""


def is_named_code(text_before: str) -> bool:
    """Whether the words before say that a code or the name of a field follows.

    >>> is_named_code("Din kod är "), is_named_code("Kolumnerna KUND_NR och "), is_named_code("Beslut av ")
    (True, True, False)
    """
    near = text_before[-_NEAR:]
    lower = near.lower()
    return any(code in lower for code in _CODES) and _NAMES_CODE.search(near) is not None


def is_forms_number(words: WordsAt) -> bool:
    """Whether the letters are those of a form's or an enclosure's number: *se bilaga* **DV** *172*."""
    first, last = words.characters
    text = words.block.text
    if _NUMBER.match(text, last) is None:
        return False
    return _IS_FORM.search(text[max(0, first - _NEAR) : first]) is not None
