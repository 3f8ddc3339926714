"""Several registers in one process: each is handed on, and none colours the answers of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.config.model import load_config
from klarsprak.laws import Problem, find_references, load_register, status
from klarsprak.laws.imported import ImportedAct, ImportedRegister, write_register
from klarsprak.letter import Block, Letter

PARKS = ImportedAct("2026:310", "lagen om lekparker", chapters={"1": 12, "2": 9})
OLD_LANGUAGE_ACT = ImportedAct("2009:600", "språklagen", True, "2026:310", date(2026, 7, 1))
TEXT = "Enligt 20 § språklagen (2009:600) och 2 kap. 40 § lagen om lekparker gäller detta."


def write(path: Path, *acts: ImportedAct) -> Path:
    write_register(path, ImportedRegister(date(2026, 11, 25), {act.sfs: act for act in acts}))
    return path


@pytest.fixture
def parks(tmp_path: Path) -> Path:
    return write(tmp_path / "parks.tsv.gz", PARKS)


@pytest.fixture
def language(tmp_path: Path) -> Path:
    return write(tmp_path / "language.tsv.gz", OLD_LANGUAGE_ACT)


def problems(path: Path | None) -> list[tuple[str | None, Problem | None]]:
    """The act of each reference, and what is wrong with it, as that register has it."""
    register = load_register(path)
    answers = []
    for reference in find_references(TEXT, register):
        wrong = status(reference, register, date(2026, 11, 25))
        answers.append((reference.law and reference.law.sfs, wrong and wrong.problem))
    return answers


def test_each_register_gives_its_own_answers_in_turn(parks: Path, language: Path) -> None:
    answers = {
        None: [("2009:600", Problem.NO_SUCH_SECTION), (None, None)],
        parks: [("2009:600", Problem.NO_SUCH_SECTION), ("2026:310", Problem.NO_SUCH_SECTION)],
        language: [("2009:600", Problem.REPEALED), (None, None)],
    }
    for path in (None, parks, language, parks, None, language, None):
        assert problems(path) == answers[path]


def checker(folder: Path, *acts: ImportedAct) -> Checker:
    """A checker of an organisation whose configuration names a register with those acts."""
    folder.mkdir()
    write(folder / "lagar.tsv.gz", *acts)
    config = folder / "klarsprak.yml"
    config.write_text("select: [lagrum]\nlaw_register: lagar.tsv.gz\n", encoding="utf-8")
    return Checker(load_config(config))


def rules_broken(checker: Checker) -> set[str]:
    report = checker.check(Letter("brev", "text", [Block(TEXT)], []))
    return {finding.rule for finding in report.findings} - {"lagrum.oförklarat"}


def test_two_checkers_with_different_registers_check_in_turn(tmp_path: Path) -> None:
    parks, language = checker(tmp_path / "parks", PARKS), checker(tmp_path / "language", OLD_LANGUAGE_ACT)
    for _ in range(3):
        assert rules_broken(parks) == {"lagrum.finns-inte"}
        assert rules_broken(language) == {"lagrum.upphävd"}


def test_a_register_that_has_changed_is_read_anew(tmp_path: Path) -> None:
    path = write(tmp_path / "lagar.tsv.gz", PARKS)
    assert load_register(path) is load_register(path)
    assert load_register(path).get("2009:600") == load_register(None).get("2009:600")
    write(path, PARKS, OLD_LANGUAGE_ACT)
    act = load_register(path).get("2009:600")
    assert act is not None
    assert not act.in_force
