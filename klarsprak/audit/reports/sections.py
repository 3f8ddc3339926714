"""The sections of the page that show figures: a picture, and the same in a table."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import compress
from math import nan
from typing import NamedTuple

from klarsprak.audit.reports import charts
from klarsprak.audit.reports.groups import LEAST_LETTERS, PER_WORDS, Group
from klarsprak.audit.reports.naming import type_name
from klarsprak.audit.reports.score import written_score
from klarsprak.audit.reports.statistics import Statistics
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.reports.summary import PARTS
from klarsprak.swedish import number, percent

MOST_GROUPS = 15
RATE = f"Anmärkningar {PER_WORDS}"
FAULTLESS = "Inget som måste rättas"
CLEAN = "Inga anmärkningar"
LETTERS = "Antal brev (n)"
SCORE = "Poäng 0–100"
_PERCENT = "Procent av breven"
_NOT_TOLD = "–"


class Chart(NamedTuple):
    """A picture, and the same in a table whose first column names the rows; ``n`` says what they are counted from.

    ``untold`` names the rows without figures: their groups are too small.
    """

    id: str
    heading: str
    text: str
    picture: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    n: str
    untold: Collection[str] = ()


def sections(known: Statistics) -> Iterator[Chart]:
    """The page's charts; none where the letters are so few that figures would mislead."""
    if not known.all.is_large:
        return
    yield from _over_time(known)
    yield from _unit_scores(known.units)
    yield from _grouped("enhet", "Enheterna", "Enhet", known.units, _UNIT_TEXT)
    types = [group._replace(name=type_name(group.name)) for group in known.types]
    for chart in _grouped("brevtyp", "Brevtyperna", "Brevtyp", types, _TYPE_TEXT):
        yield chart._replace(n=n_letters(known.typed))
    yield from _categories(known)
    yield from _signatures(known)
    every = n_letters(known.all.letters)
    yield _distribution("lix", "Läsbarheten", _LIX_TEXT, known.lix, ("LIX", "Brev"), every)
    yield _distribution("meningar", "Meningarnas längd", _LENGTH_TEXT, known.lengths, _LENGTH_NAMES, every)


_UNIT_TEXT = (
    "Enheten är den som står i arkivets ärenderegister, annars den i brevets underskrift. "
    "Brev utan känd enhet är inte med."
)
_TYPE_TEXT = "Ett brev kan vara av flera typer. Brev av okänd typ är inte med."
_LIX_TEXT = "LIX väger ihop meningarnas längd och andelen långa ord. Under 40 är de korta, över 50 långa."
_LENGTH_TEXT = "Blanda gärna korta och långa meningar. Meningar med fler än 25 ord är ofta svåra att följa."
_LENGTH_NAMES = ("Ord i meningen", "Meningar")
_SMALL_TEXT = f" Grupper med färre än {LEAST_LETTERS} brev har inga siffror."


def n_letters(count: int) -> str:
    """*n = 240 brev*"""
    return f"n\u00a0=\u00a0{number(count)} brev"


def _over_time(known: Statistics) -> Iterator[Chart]:
    """Whether the letters have become better, if it is known when they were written."""
    large = _large(known.periods)
    if large:
        if any(group.score for group in large):
            yield _score_over_time(known, large)
        yield _findings_over_time(known, large)
        yield _faultless_over_time(known, large)


def _score_over_time(known: Statistics, large: Sequence[Group]) -> Chart:
    return Chart(
        "poang",
        "Poängen över tid",
        f"Så många poäng av 100 har breven i medeltal.{_of_small(known.periods)}",
        charts.lines([group.name for group in large], {"": _scores(large)}, _POINTS),
        *_score_table("Tid", known.periods),
        _n_of(known.periods),
        _small(known.periods),
    )


def _scores(groups: Sequence[Group]) -> list[float]:
    """The groups' mean scores; letters that are too short have none, which is no point in a line."""
    return [group.score.value if group.score else nan for group in groups]


def _score_table(kind: str, groups: Sequence[Group]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    return (kind, LETTERS, SCORE), [_shown(group, (written_score(group.score),)) for group in groups]


def _unit_scores(units: Sequence[Group]) -> Iterator[Chart]:
    """The units' mean scores, those that have one, if any that is large enough is known."""
    large = [group for group in _large(units) if group.score][:MOST_GROUPS]
    if not large:
        return
    names = [f"{group.name} ({number(group.letters)})" for group in large]
    yield Chart(
        "poang-enhet",
        "Enheternas poäng",
        f"Så många poäng av 100 har breven i medeltal. {_SCORE_TEXT}{_of_small(units)}",
        charts.bars(names, _scores(large), _POINTS),
        *_score_table("Enhet", units),
        _n_of(units),
        _small(units),
    )


_POINTS = "Poäng"
_SCORE_TEXT = (
    "I tabellen står inom parentes mellan vilka tal medelvärdet ligger i 95 fall av 100. Går två enheters tal in i "
    "varandra kan skillnaden bero på slumpen."
)


def _findings_over_time(known: Statistics, large: Sequence[Group]) -> Chart:
    undated = f" {number(known.undated)} brev saknar datum och är inte med." if known.undated else ""
    names = [group.name for group in large]
    rates = [group.rate for group in large]
    return Chart(
        "tid",
        "Över tid",
        f"Så många anmärkningar har breven {PER_WORDS}.{undated}{_of_small(known.periods)}",
        charts.lines(names, {"": rates}, RATE),
        *_table("Tid", known.periods),
        _n_of(known.periods),
        _small(known.periods),
    )


def _faultless_over_time(known: Statistics, large: Sequence[Group]) -> Chart:
    names = [group.name for group in large]
    faultless = [100 * group.faultless for group in large]
    clean = [100 * group.clean for group in large]
    return Chart(
        id="rena",
        heading="Brev utan fel över tid",
        text="Så stor andel av breven har inget som måste rättas, och så stor andel har inga anmärkningar alls."
        + _of_small(known.periods),
        picture=charts.lines(names, {FAULTLESS: faultless, CLEAN: clean}, _PERCENT),
        head=("Tid", LETTERS, FAULTLESS, CLEAN),
        rows=[_shown(group, (percent(group.faultless), percent(group.clean))) for group in known.periods],
        n=_n_of(known.periods),
        untold=_small(known.periods),
    )


def _grouped(id: str, heading: str, kind: str, groups: Sequence[Group], text: str) -> Iterator[Chart]:
    """Which groups of letters are best, if any that is large enough is known."""
    large = _large(groups)
    if not large:
        return
    if len(large) > MOST_GROUPS:
        text += f" Diagrammet visar de {MOST_GROUPS} med flest brev, tabellen alla."
    text += _of_small(groups)
    yield Chart(id, heading, text, _bars(large[:MOST_GROUPS]), *_table(kind, groups), _n_of(groups), _small(groups))


def _bars(groups: Sequence[Group]) -> str:
    """A bar for each group, with its number of letters beside its name."""
    names = [f"{group.name} ({number(group.letters)})" for group in groups]
    return charts.bars(names, [group.rate for group in groups], RATE)


def _large(groups: Sequence[Group]) -> list[Group]:
    return [group for group in groups if group.is_large]


def _small(groups: Sequence[Group]) -> list[str]:
    return [group.name for group in groups if not group.is_large]


def _of_small(groups: Sequence[Group]) -> str:
    """Says why there are groups without figures, where there are any."""
    return "" if all(group.is_large for group in groups) else _SMALL_TEXT


def _n_of(groups: Sequence[Group]) -> str:
    return n_letters(sum(group.letters for group in groups))


def _table(kind: str, groups: Sequence[Group]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Head and rows of the table of some groups of letters."""
    head = (kind, LETTERS, SCORE, RATE, FAULTLESS, CLEAN, "LIX")
    return head, list(map(_row, groups))


def _row(group: Group) -> Sequence[str]:
    figures = (
        written_score(group.score),
        number(group.rate, 1),
        percent(group.faultless),
        percent(group.clean),
        number(group.lix),
    )
    return _shown(group, figures)


def _shown(group: Group, figures: Sequence[str]) -> Sequence[str]:
    """The group's row; one that is too small has no figures."""
    told = figures if group.is_large else (_NOT_TOLD,) * len(figures)
    return group.name, number(group.letters), *told


def _categories(known: Statistics) -> Iterator[Chart]:
    """Which sorts of flaws there are most of."""
    if not known.categories:
        return
    names = [each.title for each in known.categories]
    rates = [each.rate for each in known.categories]
    yield Chart(
        id="omrade",
        heading="Områdena",
        text=f"Så många anmärkningar finns det i varje område, {PER_WORDS}.",
        picture=charts.bars(names, rates, RATE),
        head=("Område", "Anmärkningar", RATE, "Andel av breven"),
        rows=[
            (each.title, number(each.findings), number(each.rate, 1), percent(each.share))
            for each in known.categories
        ],
        n=n_letters(known.all.letters),
    )


def _signatures(known: Statistics) -> Iterator[Chart]:
    """Which parts the letters' signatures lack, period by period."""
    large = [group.is_large for group in known.periods]
    if not any(large):
        return
    names = [PARTS[part].capitalize() for part in SIGNATURE_PARTS]
    missing = [known.missing[part] for part in SIGNATURE_PARTS]
    drawn = [list(compress(_percents(values), large)) for values in missing]
    periods = [group.name for group in compress(known.periods, large)]
    yield Chart(
        id="underskrift",
        heading="Det som saknas i underskriften",
        text=f"Så stor andel av breven saknar varje del av underskriften.{_of_small(known.periods)}",
        picture=charts.lines(periods, dict(zip(names, drawn, strict=True)), _PERCENT),
        head=("Tid", LETTERS, *names),
        rows=_missing_rows(known.periods, missing),
        n=_n_of(known.periods),
        untold=_small(known.periods),
    )


def _missing_rows(periods: Sequence[Group], missing: Sequence[Sequence[float]]) -> list[Sequence[str]]:
    """A row for each period, with the share of its letters that lacks each part."""
    shares = [list(map(percent, of_period)) for of_period in zip(*missing, strict=True)]
    return list(map(_shown, periods, shares))


def _percents(shares: Sequence[float]) -> list[float]:
    return [100 * value for value in shares]


def _distribution(
    id: str, heading: str, text: str, counts: Sequence[tuple[str, int]], axes: tuple[str, str], n: str
) -> Chart:
    """How many there are in each class, and what stands below and beside them; all classes may be empty."""
    names, numbers = zip(*counts, strict=True)
    total = sum(numbers) or 1
    rows = [(name, number(count), percent(count / total)) for name, count in counts]
    return Chart(
        id=id,
        heading=heading,
        text=text,
        picture=charts.columns(names, numbers, *axes),
        head=(*axes, "Andel"),
        rows=rows,
        n=n,
    )
