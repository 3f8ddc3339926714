"""Work that goes on side by side: each in its order, its time and its own failure."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from klarsprak import checkers, readers
from klarsprak.bounds import TooSlowError
from klarsprak.checker import Checker
from klarsprak.checkers import CheckersByFolder
from klarsprak.finding import Report
from klarsprak.letter import Letter, Unreadable
from klarsprak.stages import MOST_SIDE_BY_SIDE, Stages, Work, few_at_a_time, finished, side_by_side

PLENTY = 60.0
SENTENCE = "Nämnden har beslutat att du får den hjälp som du har sökt, och den börjar på måndag. "
LETTERS = {
    "a.txt": "Hej!\n\nVi avslår din ansökan jämlikt lagen.\n",
    "b.txt": "Hej!\n\nNi ska inkomma med erforderliga handlingar.\n",
    "c.txt": "Hej!\n\nDu får bidraget på måndag.\n",
}


def noted(name: str, stages: int, log: list[str]) -> Stages[str]:
    for _ in range(stages):
        log.append(name)
        yield
    return name.upper()


def slow(seconds: float) -> Stages[str]:
    for _ in range(20):
        time.sleep(seconds / 20)
        yield
    return "slow"


def failing() -> Stages[str]:
    yield
    raise ValueError("no")


def told_of(*works: Work[str]) -> list[str | TooSlowError]:
    answers = side_by_side(works)
    return list(answers)


def folder_of(letters: dict[str, str], folder: Path) -> list[Path]:
    for name, text in letters.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.txt"))


def alone(paths: list[Path]) -> list[Report]:
    checker = Checker()
    return [checker.check(letter) for path in paths for letter in readers.read_file(path)]


def test_stages_alternate_and_answers_come_in_order() -> None:
    log: list[str] = []
    works = [Work(noted(name, stages, log), PLENTY) for name, stages in (("a", 2), ("b", 1), ("c", 3))]
    assert told_of(*works) == ["A", "B", "C"]
    assert "".join(log) == "abcacc"


def test_stages_one_after_another_give_the_same() -> None:
    assert finished(noted("a", 3, [])) == "A"


def test_what_takes_too_long_in_all_is_told_and_harms_no_other() -> None:
    late, in_time = told_of(Work(slow(0.4), 0.1), Work(slow(0.04), PLENTY))
    assert isinstance(late, TooSlowError)
    assert "0,1" in str(late)
    assert in_time == "slow"


@pytest.mark.parametrize("spent", [0.25, 5.0])
def test_the_time_that_has_gone_before_counts(spent: float) -> None:
    (late,) = told_of(Work(slow(0.2), 0.3, spent=spent))
    assert isinstance(late, TooSlowError)


def test_the_time_is_looked_at_where_the_system_doesnt_tell() -> None:
    told: list[str | TooSlowError] = []
    thread = threading.Thread(target=lambda: told.extend(told_of(Work(slow(0.4), 0.1), Work(slow(0.04), PLENTY))))
    thread.start()
    thread.join()
    late, in_time = told
    assert isinstance(late, TooSlowError)
    assert in_time == "slow"


def test_an_error_is_raised_in_its_turn() -> None:
    answers = side_by_side([Work(noted("a", 2, []), PLENTY), Work(failing(), PLENTY), Work(slow(0.0), PLENTY)])
    assert next(answers) == "A"
    with pytest.raises(ValueError, match="no"):
        next(answers)


def test_a_few_small_things_go_together_and_a_large_one_alone() -> None:
    few = few_at_a_time(["a", "b", "c" * 10, "d", *"efghijkl"], len, room=10)
    assert [len(together) for together in few] == [2, 1, MOST_SIDE_BY_SIDE, 1]


def test_a_group_that_is_full_waits_for_nobody() -> None:
    coming = iter("abcdefgh")
    assert next(few_at_a_time(coming, len, room=10, most=2)) == ["a", "b"]
    assert next(coming) == "c"


@pytest.mark.parametrize("signs", [1, 80, 40_000])
def test_letters_side_by_side_are_told_what_each_is_told_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signs: int
) -> None:
    monkeypatch.setattr(checkers, "_MOST_SIGNS", signs)
    paths = folder_of(LETTERS, tmp_path)
    together = list(CheckersByFolder().check(paths))
    assert together == alone(paths)
    assert sum(len(report.findings) for report in together) > len(paths)


def test_long_letters_are_not_held_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkers, "_MOST_SIGNS", 60)
    begun: list[str] = []
    checking = Checker.checking

    def noting(checker: Checker, letter: Letter | Unreadable) -> Stages[Report]:
        begun.append(letter.source)
        return (yield from checking(checker, letter))

    monkeypatch.setattr(Checker, "checking", noting)
    reports = CheckersByFolder().check(folder_of(LETTERS, tmp_path))
    next(reports)
    assert [Path(name).name for name in begun] == ["a.txt"]
    assert len(list(reports)) == 2


def test_what_cant_be_read_has_its_place_among_the_others(tmp_path: Path) -> None:
    first, *others = folder_of(LETTERS, tmp_path)
    broken = tmp_path / "b.docx"
    broken.write_bytes(b"PK\x03\x04 no letter")
    reports = list(CheckersByFolder().check([first, Unreadable("x", "text", "Nej."), broken, *others]))
    assert [report.error is None for report in reports] == [True, False, False, True, True]


def test_a_slow_letter_is_told_by_its_own_name(tmp_path: Path) -> None:
    mail = tmp_path / "brev.eml"
    parts = MIMEMultipart()
    parts.attach(MIMEText("Hej!\n\nDu får bidraget på måndag.\n", "plain", "utf-8"))
    long = MIMEText(SENTENCE * 3000, "plain", "utf-8")
    long.add_header("Content-Disposition", "attachment", filename="bilaga.txt")
    parts.attach(long)
    mail.write_bytes(parts.as_bytes())
    first, second = CheckersByFolder(seconds=0.3).check([mail])
    assert (first.error, first.file) == (None, str(mail))
    assert "bilaga.txt" in second.file
    assert second.error is not None


def test_letters_read_before_a_crash_come_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = readers.read_file

    def crashing(path: Path) -> Iterator[Letter | Unreadable]:
        if path.name == "c.txt":
            raise RuntimeError
        return read(path)

    monkeypatch.setattr(readers, "read_file", crashing)
    reports = CheckersByFolder().check(folder_of(LETTERS, tmp_path))
    assert [Path(next(reports).file).name, Path(next(reports).file).name] == ["a.txt", "b.txt"]
    with pytest.raises(RuntimeError):
        next(reports)
