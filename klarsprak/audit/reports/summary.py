"""What a ledger says of the archive as a whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from klarsprak.audit.ledger.views import count_copies
from klarsprak.audit.letter.results import LACKING
from klarsprak.audit.reports.about import stale
from klarsprak.audit.reports.naming import category_name, rule_name
from klarsprak.audit.tally import Tally
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.reports.summary import PARTS
from klarsprak.swedish import number, percent, plural

MOST_RULES = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over the archive; those of letters leave out the unreadable ones."""

    files: int
    letters: int
    unreadable: int
    clean: int
    words: int
    lix: float | None
    """Mean of the readability index."""
    stale: int
    """Files whose results come from other rules than those of the last run."""
    complete: bool
    """Whether the last run went through all its sources."""
    categories: list[tuple[str, int, int]]
    """Category, findings, letters."""
    rules: list[tuple[str, int, int]]
    """The most frequent rules: name, findings, letters."""
    missing: dict[str, int]
    """Letters that lack each part of the signature."""


def summarise(database: sqlite3.Connection, once: bool = False) -> Summary:
    """The summary of a ledger; ``once`` counts files of one content once."""
    count_copies(database, once)
    parts = ", ".join(f"sum(letter.{part} = {LACKING})" for part in SIGNATURE_PARTS)
    letters, words, lix, clean, *missing = _row(
        database,
        "SELECT count(*), sum(words), avg(json_extract(metrics, '$.lix')),"
        f" sum(NOT EXISTS (SELECT 1 FROM finding WHERE finding.letter = letter.id)), {parts}"
        " FROM entry JOIN letter ON letter.id = entry.letter WHERE letter.error IS NULL",
    )
    return Summary(
        files=_row(database, "SELECT count(*) FROM file")[0],
        letters=letters,
        unreadable=_row(database, "SELECT count(*) FROM entry WHERE error IS NOT NULL")[0],
        clean=clean or 0,
        words=words or 0,
        lix=lix,
        stale=stale(database),
        complete=_row(database, "SELECT (SELECT ended FROM run ORDER BY id DESC LIMIT 1) IS NOT NULL")[0] == 1,
        categories=_most(database, "category"),
        rules=_most(database, "name")[:MOST_RULES],
        missing={part: count or 0 for part, count in zip(SIGNATURE_PARTS, missing, strict=True)},
    )


def unreadable(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Name and reason of each file or attachment that could not be read."""
    count_copies(database, once=False)
    yield from database.execute("SELECT file, error FROM entry WHERE error IS NOT NULL ORDER BY file")


def _row(database: sqlite3.Connection, statement: str) -> tuple[int, ...]:
    row: tuple[int, ...] = database.execute(statement).fetchone()
    return row


def _most(database: sqlite3.Connection, column: str) -> list[tuple[str, int, int]]:
    """Findings and letters with one, by a column of ``rule``, the most frequent first, as people call them."""
    rows = database.execute(
        f"SELECT rule.{column}, max(rule.category), count(*), count(DISTINCT entry.file) FROM entry"
        " JOIN finding ON finding.letter = entry.letter JOIN rule ON rule.id = finding.rule"
        f" GROUP BY rule.{column} ORDER BY 3 DESC, 1"
    )
    return [(_title(column, name, category), *counts) for name, category, *counts in rows]


def _title(column: str, name: str, category: str) -> str:
    return category_name(name) if column == "category" else rule_name(name, category)


def describe_run(tally: Tally) -> Iterator[str]:
    """What a run did, in Swedish lines."""
    yield f"Granskningen är klar: {_files(tally.files)}."
    yield f"  {number(tally.checked)} {_checked(tally.checked)} nu"
    for files, says in (
        (tally.again, "av dem {checked} om, eftersom regler, inställningar eller program är ändrade"),
        (tally.known, "var redan {checked}"),
        (tally.copies, "har samma innehåll som en annan fil"),
        (tally.unreadable, "gick inte att läsa"),
        (tally.closed, "gick inte att öppna"),
        (
            tally.passed_over,
            "granskas inte: kopior och rapporter från klarsprak, och i arkivpaket det som inte är utgående och "
            "äldre representationer",
        ),
        (tally.gone, "finns inte längre bland arkivets brev och räknas inte"),
    ):
        if files:
            yield f"  {number(files)} {says.format(checked=_checked(files))}"


def _checked(files: int) -> str:
    """*1 fil är granskad*, *2 filer är granskade*."""
    return plural(files, "granskad", "granskade")


def describe(summary: Summary, *, why: str = "Skriv ”klarsprak audit status” för att se varför.") -> Iterator[str]:
    """A summary in Swedish lines; ``why`` says where to see why files can't be read."""
    yield f"I liggaren: {_files(summary.files)}, {number(summary.letters)} brev, {number(summary.words)} ord."
    if not summary.complete:
        yield "Den senaste granskningen blev inte klar. Kör samma kommando igen, så fortsätter den."
    if summary.stale:
        yield f"{_files(summary.stale)} är {_checked(summary.stale)} med äldre regler, inställningar eller program."
    if summary.unreadable:
        yield f"Går inte att läsa: {number(summary.unreadable)}. {why}"
    yield from _describe_letters(summary)
    yield from _table("Anmärkningar:", summary.categories)
    yield from _table("Vanligaste reglerna:", summary.rules)
    lacking = [f"{PARTS[part]} i {number(count)} brev" for part, count in summary.missing.items() if count]
    if lacking:
        yield f"Saknas i underskriften: {', '.join(lacking)}."


def _describe_letters(summary: Summary) -> Iterator[str]:
    """How good the letters are that could be read, if there are any."""
    if summary.letters:
        yield f"Utan anmärkning: {number(summary.clean)} brev ({percent(summary.clean / summary.letters)})."
    if summary.lix is not None:
        yield f"Läsbarhet (LIX) i medeltal: {summary.lix:.0f}."


def _table(heading: str, rows: list[tuple[str, int, int]]) -> Iterator[str]:
    """Rows under a heading; nothing where there are none."""
    if not rows:
        return
    yield heading
    width = max(len(name) for name, _, _ in rows)
    for name, findings, letters in rows:
        yield f"  {name:<{width}} {number(findings):>9} i {number(letters)} brev"


def _files(count: int) -> str:
    return f"{number(count)} {plural(count, 'fil', 'filer')}"
