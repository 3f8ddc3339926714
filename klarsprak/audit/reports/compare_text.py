"""A comparison of two ledgers in Swedish: what it is called, what it says in words, and its rows of figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from klarsprak.audit.reports.compare import VERSION_PARTS, Change, Comparison
from klarsprak.audit.reports.difference import (
    LEAST_COMPARED,
    RULE,
    clear_difference,
    clear_share_difference,
    comparable,
)
from klarsprak.audit.reports.groups import LEAST_LETTERS, PER_WORDS, Sums
from klarsprak.audit.reports.sections import CLEAN, FAULTLESS, RATE
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.reports.summary import PARTS
from klarsprak.swedish import listed, number, percent, plural

MOST_RULES = 15
HEAD = ("Före", "Nu", "Skillnad")
NO_DIFFERENCE = "ingen skillnad"
UNSURE = "ingen säker skillnad"
"""Where the letters are others, and chance could be why."""
_NOT_TOLD = "–"
_TENTH = 1
_HUNDREDTHS = 2


class Row(NamedTuple):
    """A figure before and now, and what lies between them: *32,1*, *24,0*, *−8,1*."""

    name: str
    old: str
    new: str
    difference: str


def title(comparison: Comparison) -> str:
    """What has changed: the letters, what they were checked by, or both."""
    letters = "Samma brev" if comparison.same_letters else "Andra brev"
    differing = comparison.differing
    if differing:
        return f"{letters}, {listed([_OTHER[part] for part in differing])}"
    return f"{letters}, samma regler"


_OTHER = {"program": "annan version av programmet", "rules": "andra regler", "config": "andra inställningar"}


def conclusion(comparison: Comparison) -> Iterator[str]:
    """What the difference is, if there is any, and what it may come from."""
    if comparison.is_large:
        yield _what_changed(comparison)
    else:
        yield f"Det är färre än {LEAST_LETTERS} brev i en av granskningarna. Det är för få att jämföra."
    differing = listed([VERSION_PARTS[part] for part in comparison.differing])
    yield from (sentence.format(differing) for sentence in _REASONS[comparison.same_letters, bool(differing)])
    yield from _cautions(comparison)


def _cautions(comparison: Comparison) -> Iterator[str]:
    """What else the reader must know."""
    if comparison.common and not comparison.same_letters:
        yield f"{number(comparison.common)} brev finns i båda."
    for name, side in (("före", comparison.old), ("nu", comparison.new)):
        if side.stale:
            files = plural(side.stale, "fil är granskad", "filer är granskade")
            yield f"Obs! {name.capitalize()}: {number(side.stale)} {files} med äldre regler eller inställningar."


_REASONS = {
    (True, False): ("Samma brev är granskade på samma sätt.",),
    (True, True): ("Breven är desamma. Det som skiljer beror på andra {}.",),
    (False, True): (
        "Obs! Både breven och granskningens {} skiljer sig.",
        "Granska båda arkiven på samma sätt om du vill se vad som har hänt med breven.",
    ),
    (False, False): (
        "Båda är granskade med samma program, regler och inställningar. Det som skiljer beror på breven.",
    ),
}
"""By whether the letters are the same, and whether what they were checked by differs."""


def _what_changed(comparison: Comparison) -> str:
    """Whether there are more or fewer findings."""
    old, new = comparison.old.all.sums, comparison.new.all.sums
    figures = f"{number(old.rate, _TENTH)} {PER_WORDS} före, {number(new.rate, _TENTH)} nu"
    by = _between(old.rate, new.rate, _TENTH)
    if not by:
        return f"Breven har lika många anmärkningar som förut: {number(new.rate, _TENTH)} {PER_WORDS}."
    if not comparison.same_letters and not comparable(old, new):
        return f"Det behövs {LEAST_COMPARED} olika brev på varje sida för att säga om breven har blivit bättre."
    if not _is_sure(comparison, old, new):
        return f"Skillnaden är för liten för att säga om breven har blivit bättre: {figures}."
    return f"Breven har {'fler' if by > 0 else 'färre'} anmärkningar: {figures}."


def rows(comparison: Comparison) -> Iterator[Row]:
    """The letters as a whole; without figures where there are too few of them."""
    old, new = comparison.old.all, comparison.new.all
    yield Row("Antal brev (n)", number(old.letters), number(new.letters), _signed(new.letters - old.letters, 0))
    figures = (
        _share_row(comparison, FAULTLESS, old.faultless, new.faultless),
        _share_row(comparison, CLEAN, old.clean, new.clean),
        _rate_row(comparison, RATE, old.sums, new.sums, _TENTH),
        Row("LIX", number(old.lix), number(new.lix), _signed(_between(old.lix, new.lix, 0), 0)),
    )
    yield from _told(figures, comparison)


def missing_rows(comparison: Comparison) -> Iterator[Row]:
    """What share of the letters lacks each part of the signature."""
    old, new = comparison.old.missing, comparison.new.missing
    shares = [_share_row(comparison, PARTS[part].capitalize(), old[part], new[part]) for part in SIGNATURE_PARTS]
    yield from _told(shares, comparison)


def _told(figures: Sequence[Row], comparison: Comparison) -> Iterator[Row]:
    for row in figures:
        yield row if comparison.is_large else Row(row.name, _NOT_TOLD, _NOT_TOLD, _NOT_TOLD)


def change_rows(comparison: Comparison, changes: Iterable[Change]) -> list[Row]:
    """*Underskrift: telefon*, findings per 1,000 words."""
    return [_rate_row(comparison, each.title, each.old, each.new, _HUNDREDTHS) for each in changes]


def most_changed(comparison: Comparison) -> list[Change]:
    """The rules that find clearly more or less than before, of letters enough to tell figures of."""
    if not comparison.is_large:
        return []
    return [each for each in comparison.rules if _has_changed(comparison, each)][:MOST_RULES]


def _has_changed(comparison: Comparison, change: Change) -> bool:
    shows = _between(change.old.rate, change.new.rate, _HUNDREDTHS) != 0
    return shows and _is_sure(comparison, change.old, change.new)


def categories(comparison: Comparison) -> list[Change]:
    """The categories, of letters enough to tell figures of."""
    return comparison.categories if comparison.is_large else []


def _is_sure(comparison: Comparison, old: Sums, new: Sums) -> bool:
    """Whether chance can't be why: of the same letters it never is."""
    return comparison.same_letters or clear_difference(new, old) != 0


def _rate_row(comparison: Comparison, name: str, old: Sums, new: Sums, decimals: int) -> Row:
    by = _signed(_between(old.rate, new.rate, decimals), decimals)
    sure = by == NO_DIFFERENCE or _is_sure(comparison, old, new)
    return Row(name, number(old.rate, decimals), number(new.rate, decimals), by if sure else UNSURE)


def _share_row(comparison: Comparison, name: str, old: float, new: float) -> Row:
    """Shares from 0 to 1; their difference is in percentage points, which are no per cent."""
    sides = comparison.old.all.sums, comparison.new.all.sums
    by = _between(100 * old, 100 * new, 0)
    sure = comparison.same_letters or clear_share_difference(old, sides[0], new, sides[1])
    says = _signed(by, 0)
    if by:
        says = f"{says} {plural(int(abs(by)), 'procentenhet', 'procentenheter')}" if sure else UNSURE
    return Row(name, percent(old), percent(new), says)


def _between(old: float | None, new: float | None, decimals: int) -> float:
    """What lies between two figures as they are shown: whoever subtracts one from the other gets the same."""
    if old is None or new is None:
        return 0.0
    return round(round(new, decimals) - round(old, decimals), decimals)


def _signed(by: float, decimals: int) -> str:
    """*+0,25*, *−3*; *ingen skillnad* for none."""
    if not by:
        return NO_DIFFERENCE
    sign = "+" if by > 0 else "\u2212"
    return f"{sign}{number(abs(by), decimals)}"


def how(comparison: Comparison) -> str:
    """By what rule it says that letters differ; of the same letters it needs none."""
    return "" if comparison.same_letters or not comparison.is_large else RULE


def as_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison in Swedish lines."""
    yield title(comparison)
    yield ""
    yield from conclusion(comparison)
    yield from _table("", rows(comparison))
    yield from _table(f"{RATE} i varje område:", change_rows(comparison, categories(comparison)))
    yield from _table("Regler som har ändrats mest:", change_rows(comparison, most_changed(comparison)))
    if comparison.is_large:
        yield from _table("Andel av breven som i underskriften saknar:", missing_rows(comparison))
    if how(comparison):
        yield from ("", *wrap(how(comparison), _WIDTH, break_on_hyphens=False))


def _table(heading: str, those: Iterable[Row]) -> Iterator[str]:
    """Rows with columns of numbers under a heading; nothing where there are none."""
    lines = list(map(_line, those))
    if lines:
        yield ""
        yield _line(Row(heading, *HEAD))
        yield from lines


def _line(row: Row) -> str:
    name = row.name if len(row.name) <= _NAME else f"{row.name[: _NAME - 1]}…"
    return f"{name:<{_NAME}} {row.old:>9} {row.new:>9}  {row.difference}".rstrip()


_WIDTH = 88
"""Signs of a line of text."""
_NAME = 44
"""Signs of the first column."""
