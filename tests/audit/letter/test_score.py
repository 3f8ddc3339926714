"""The score of a letter, and the mean score of some."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.audit.ledger import ledger
from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.reports.score import ScoreSums, mean_score, written_score
from klarsprak.finding import Level
from klarsprak.score import LEAST_WORDS, score
from tests.audit.support import filled, rows


def value(words: int, musts: int = 0, lix: float | None = None, **found: int) -> float:
    result = score(words, {Level.parse(name): count for name, count in found.items()}, musts, lix)
    assert result is not None
    return result.value


def test_a_letter_without_findings_in_short_words_has_all() -> None:
    assert value(100, lix=30) == 100


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (value(200, error=2), value(200, warning=2)),
        (value(200, warning=2), value(200, info=2)),
        (value(200, warning=4), value(200, warning=2)),
        (value(200, lix=50), value(200, lix=40)),
        (value(400), value(200)),
        (value(200, musts=2), value(200, musts=1)),
    ],
)
def test_what_makes_a_letter_harder_takes_from_its_score(worse: float, better: float) -> None:
    assert 0 < worse < better < 100


def test_the_score_of_a_short_letter_is_less_sure() -> None:
    short, long = (score(words, {Level.WARNING: words // 50}) for words in (100, 1_000))
    assert short is not None
    assert long is not None
    assert short.high - short.low > long.high - long.low
    assert score(LEAST_WORDS - 1, {}) is None


@pytest.mark.usefixtures("archive")
def test_the_ledger_reckons_as_the_program_does(capsys: pytest.CaptureFixture[str]) -> None:
    with filled() as book:
        book.put("prov.hot!", "prov.erhålla", "prov.erhålla", words=250, lix=47)
        book.put(words=60, lix=28)
        book.put(words=LEAST_WORDS - 1)
        book.put(error="Filen är tom.")
    with ledger.opened(Path("audit.sqlite")) as database:
        count_letters(database, once=False)
        counted = [row[0] for row in database.execute("SELECT score FROM counted ORDER BY letter")]
    # The findings of these letters stand nowhere: the error is a must, the others take nothing.
    assert counted == [pytest.approx(value(250, musts=1, lix=47)), 100.0, None]
    told = [row["score"] for row in rows(capsys)]
    assert [text and float(text) for text in told] == [pytest.approx(counted[0]), 100.0, "", ""]


def sums(scores: list[float], copies: int = 1) -> ScoreSums:
    n, total = len(scores), sum(scores)
    squared = sum(each**2 for each in scores)
    return ScoreSums(n, copies * n, copies * total, copies**2 * n, copies**2 * total, copies**2 * squared)


def test_the_mean_of_few_letters_is_less_sure_and_stays_within_its_bounds() -> None:
    whole = sums([20.0, 40.0, 60.0, 80.0, 100.0] * 40)
    few, many = mean_score(sums([60.0, 80.0, 100.0]), whole), mean_score(sums([60.0, 80.0, 100.0] * 30), whole)
    assert few is not None
    assert many is not None
    assert few.value == many.value == 80
    assert few.low < many.low < 80 < many.high < few.high <= 100
    best = mean_score(sums([100.0] * 5), whole)
    assert best is not None
    assert (best.low < 95, best.high) == (True, 100)


def test_copies_of_a_letter_make_its_mean_no_surer() -> None:
    scores = [20.0, 50.0, 90.0, 70.0]
    once, often = mean_score(sums(scores), sums(scores)), mean_score(sums(scores, 100), sums(scores))
    assert once == pytest.approx(often)
    assert written_score(once).startswith("58 (")
    assert written_score(mean_score(sums([]), sums(scores))) == "–"
