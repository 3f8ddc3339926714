"""Whether the words before capitals say that these are a code or the name of a field, and no short form."""

from __future__ import annotations

import re

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
_PAPERS = re.compile(r"\b(?:bilag|blankett|formulär|broschyr|skrift|mall)\w*:? (?:nr |nummer )?$", re.IGNORECASE)
_FORMS_NUMBER = re.compile(r" \d{3}\b(?![-/.:,]\d)")
_ENDS = re.compile(r" \d{3}(?:[.,;)]?(?:\s|$))(?! ?[a-zåäö%])")
"""A number of three digits with nothing after it that is counted: *kvitto, DV 172*; not *VA 600 kronor*."""
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


def is_forms_number(text_before: str, text_after: str) -> bool:
    """Whether capitals and the number after them are what a form or a leaflet is called.

    >>> is_forms_number("se bilaga ", " 172 om delgivning"), is_forms_number("Bilagor: kvitto, ", " 172")
    (True, True)
    >>> is_forms_number("Du betalar för ", " 600 kronor")
    False
    """
    if _ENDS.match(text_after):
        return True
    return _FORMS_NUMBER.match(text_after) is not None and _PAPERS.search(text_before[-_NEAR:]) is not None
