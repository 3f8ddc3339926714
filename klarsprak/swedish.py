"""How Swedish writes numbers, days, lists and plurals: the one home of such wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = tuple("januari februari mars april maj juni juli augusti september oktober november december".split())
"""The months' names, in order."""
SHORT_MONTHS = tuple("jan feb mar apr maj jun jul aug sep sept okt nov dec".split())
"""What people shorten them to."""
WEEKDAYS = tuple("måndag tisdag onsdag torsdag fredag lördag söndag".split())
"""The days of the week, Monday first."""
SENTENCE_STOPS = ".!?"
"""The signs that end a sentence."""
SENTENCE_END = rf"[{SENTENCE_STOPS}]\s+(?=[A-ZÅÄÖ])"
"""An expression for where a sentence ends and another begins, for texts that aren't analysed."""
_BEFORE_UNIT = 6
"""Signs before what is counted among which the number 1 is looked for."""
_LETTERS_OF_A_MONTH = 3
"""So many letters tell a month from all others."""

_OF_ONE = {
    "arbetsdagar": "arbetsdag", "dagar": "dag", "gånger": "gång", "kronor": "krona", "meter": "meter",
    "miljarder": "miljard", "miljoner": "miljon", "minuter": "minut", "månader": "månad", "nätter": "natt",
    "personer": "person", "sekunder": "sekund", "sidor": "sida", "stycken": "styck", "timmar": "timme",
    "vardagar": "vardag", "veckor": "vecka",
}  # fmt: skip
"""What is counted, and one of it."""
_ENDS_IN_ONE = re.compile(r"(?:(?<![\w,.–/-])(?<!\d[ \xa0])1|\b[Ee]tt?|\b[Ee]n)[ \xa0]?$")
TO_ONE = frozenset("du dig din ditt dina".split())
"""What a letter calls one reader."""
TO_SEVERAL = frozenset("ni er ert era eder edert edra".split())
"""What it calls several, and in old letters one."""


def month_number(name: str) -> int:
    """1 to 12 for a month's name, whole or shortened: *augusti*, *Aug*; raises ``ValueError`` for another word."""
    start = name.lower()[:_LETTERS_OF_A_MONTH]
    for number, month in enumerate(MONTHS, 1):
        if month.startswith(start):
            return number
    raise ValueError(name)


def written_day(day: date) -> str:
    """*1 juli 2025*."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


_IN_FIGURES = re.compile(
    r"(?P<y>(?:19|20)\d\d)[-.](?P<m>\d\d?)[-.](?P<d>\d\d?)"
    r"|(?P<d2>\d\d?)[./](?P<m2>\d\d?)(?:(?:[./]|,?[ \xa0]|[ \xa0]?[-–][ \xa0]?)(?P<y2>(?:19|20)\d\d)(?!\d))?"
    r"|(?P<y3>\d\d)(?P<m3>\d\d)(?P<d3>\d\d)"
)
_STROKE_BETWEEN = re.compile(r"(?:(?<=[a-z])|(?<=[a-z] \d{4})) ?- ?(?=\d)")
"""The stroke between two days, the first of which ends in its month or its year."""


def days_in_words(text: str) -> str:
    r"""The text with its days' months in letters; what names no month stays in figures.

    >>> [days_in_words(day).replace("\xa0", " ") for day in ("2025-10-07", "28.5.2026", "1/3-31/3", "250815", "3/13")]
    ['7 oktober 2025', '28 maj 2026', '1 mars–31 mars', '15 augusti 2025', '3/13']

    A year may follow its day by a stroke, which is no *till*:

    >>> [days_in_words(day).replace("\xa0", " ") for day in ("31/1-2026", "31/1 -2026", "1/3 2026-31/3 2027")]
    ['31 januari 2026', '31 januari 2026', '1 mars 2026–31 mars 2027']
    """
    return _STROKE_BETWEEN.sub("–", _IN_FIGURES.sub(_day_in_words, text))


def _day_in_words(found: re.Match[str]) -> str:
    """*7 oktober 2025* of a day in figures; a year of two figures is one of this century."""
    day, month = (int(found[key] or found[f"{key}2"] or found[f"{key}3"]) for key in "dm")
    if not 1 <= month <= len(MONTHS):
        return found[0]
    year = found["y"] or found["y2"] or (found["y3"] and f"20{found['y3']}")
    return f"{day}\xa0{MONTHS[month - 1]}" + (f" {year}" if year else "")


def decimal(value: float) -> str:
    """A number with a comma, without zeros that say nothing: *12,5*, *3*."""
    return f"{value:g}".replace(".", ",")


def number(value: float | None, decimals: int = 0) -> str:
    """A number with its thousands apart, *12 500,5*; a dash for None."""
    if value is None:
        return "–"
    return f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")


def percent(share: float) -> str:
    """A share from 0 to 1 in per cent: *35 %*."""
    return f"{number(100 * share)} %"


def counted(count: int, one: str, many: str) -> str:
    """A number and its noun: *1 kommentar*, *2 kommentarer*."""
    return f"{count} {plural(count, one, many)}"


def plural(count: int, one: str, many: str) -> str:
    """The form of a word that goes with the number: *granskad* with 1, else *granskade*."""
    return one if count == 1 else many


def for_count(words: str, text_before: str) -> str:
    """The words, their first a plural, as they stand after the text: in the singular where that ends in *1* or *en*.

    >>> for_count("månader", "inom 1 "), for_count("månader", "inom 11 "), for_count("timmar i veckan", "en ")
    ('månad', 'månader', 'timme i veckan')
    """
    first, space, rest = words.partition(" ")
    one = _OF_ONE.get(first.rstrip("."))
    if one is None or _ENDS_IN_ONE.search(text_before[-_BEFORE_UNIT:]) is None:
        return words
    return one + "." * first.endswith(".") + space + rest


def ordinal(count: int) -> str:
    """Which one in a row it is, in figures.

    >>> [ordinal(count) for count in (1, 2, 3, 11, 12, 22)]
    ['1:a', '2:a', '3:e', '11:e', '12:e', '22:a']
    """
    is_first_or_second = count % 10 in (1, 2) and count % 100 not in (11, 12)
    return f"{count}:{'a' if is_first_or_second else 'e'}"


def one_line(text: str) -> str:
    """The text on one line, so that nothing in it ends a mail's header: a sign that can't be printed is a space.

    >>> one_line("Beslut\\r\\nBcc:  alla")
    'Beslut Bcc: alla'
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


_OBEYED = r"\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069"
_IN_TEXT = re.compile(f"[{_OBEYED}]")
_IN_LINE = re.compile(f"[{_OBEYED}\\t\\n\\x85\\u2028\\u2029\\u061c\\u200e\\u200f]")


def harmless(text: str) -> str:
    """The text with a blank for each sign that a terminal would obey, or that turns the writing around.

    It is as long as it was; line breaks and tabs stay.

    >>> harmless("Beslut\\x1b[2J\\u202efd")
    'Beslut [2J fd'
    """
    return text if text.isprintable() else _IN_TEXT.sub(" ", text)


def harmless_line(text: str) -> str:
    """A name or the like with a question mark for what could begin a line of its own in a log, or do worse.

    Bytes that are no UTF-8 are escapes, which every file can hold.

    >>> harmless_line("brev\\nklarsprak: br\\udce4v")
    'brev?klarsprak: br\\\\udce4v'
    """
    if text.isprintable():
        return text
    return _IN_LINE.sub("?", text).encode("utf-8", "backslashreplace").decode()


def shortened(text: str, longest: int) -> str:
    """The text, or as many whole words of it as ``longest`` characters hold: *Vi får härmed …*.

    >>> shortened("Vi får härmed meddela", 10), shortened("Vi får", 10)
    ('Vi får …', 'Vi får')
    """
    if len(text) <= longest:
        return text
    whole_words, *_ = text[:longest].rsplit(" ", 1)
    return f"{whole_words} …"


def listed(words: Sequence[str]) -> str:
    """The words with commas and a last *och*: *namn, titel och enhet*; nothing for none."""
    *first, last = words or [""]
    return f"{', '.join(first)} och {last}" if first else last


TITLED_THINGS = (
    "blanketten formuläret broschyren foldern boken filmen pjäsen föreställningen utställningen föreläsningen kursen "
    "e-tjänsten webbplatsen sidan fliken länken rubriken rutan knappen menyn appen skriften rapporten bilagan heter "
    "tidningen serien romanen låten sången skivan"
).split()
"""What a title stands after: *boken* **Den hemliga floden**."""
