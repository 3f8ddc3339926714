"""The keyboard that slips are made on."""

from klarsprak.language.spelling.slips import KEYS


def beside(letter: str) -> str:
    """The keys to the left and right of a letter.

    >>> beside("g"), beside("q"), beside("é")
    ('fh', 'w', '')
    """
    for row in KEYS:
        at = row.find(letter)
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return ""
