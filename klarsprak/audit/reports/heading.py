"""What stands first in a report: whose letters, from when, checked when and by what."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.audit.reports.statistics import Statistics
from klarsprak.swedish import number, plural, written_day


def title(organisation: str) -> str:
    """*Så klart skriver Ekvalla kommun*, or *vi* for one that has not said its name."""
    return f"Så klart skriver {organisation or 'vi'}"


def origin(known: Statistics) -> Iterator[str]:
    """Two sentences: on the letters, and on the audit."""
    about, letters = known.about, known.all.letters
    written = plural(letters, "skrivet", "skrivna")
    period = f", {written} {about.period}" if about.period else ""
    yield f"Rapporten gäller {number(letters)} brev{period}."
    if about.checked:
        yield f"Granskningen gjordes {written_day(about.checked)} med klarsprak {about.program}."


def cautions(known: Statistics) -> Iterator[str]:
    """What the reader must know before the figures are trusted."""
    about = known.about
    if not about.complete:
        yield "Obs! Den senaste granskningen blev inte klar. Alla brev är inte med."
    if about.stale:
        files = plural(about.stale, "fil är granskad", "filer är granskade")
        yield f"Obs! {number(about.stale)} {files} med äldre regler, inställningar eller program."
    if known.closed:
        files = plural(known.closed, "fil eller bilaga", "filer eller bilagor")
        yield f"Obs! {number(known.closed)} {files} gick inte att läsa och är inte med i siffrorna."
