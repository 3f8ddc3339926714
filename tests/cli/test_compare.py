"""``klarsprak compare``: a line for each difference."""

from pathlib import Path

import pytest

from klarsprak.cli import run

DRAFT = "Sökanden ska komma in med intyg senast den 3 maj 2026. Beviset får inte överlåtas."


def files(folder: Path, draft: str, rewrite: str) -> list[str]:
    paths = [folder / "utkast.txt", folder / "ny.txt"]
    for path, text in zip(paths, (draft, rewrite), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


def test_what_is_lost_or_changed_is_told_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite = "Skicka in intyget senast den 5 maj 2026. Beviset får överlåtas."
    assert run(["compare", *files(tmp_path, DRAFT, rewrite)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Datum: ”3 maj 2026” i utkastet har blivit ”5 maj 2026”.",
        "Ett nej är borta: utkastet säger ”inte”. Kontrollera att meningen betyder samma sak.",
    ]


def test_nothing_lost_is_said_with_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite = "Skicka intyget senast 2026-05-03. Du får inte ge bort beviset."
    assert run(["compare", *files(tmp_path, DRAFT, rewrite)]) == 0
    assert capsys.readouterr().out == "Ingen skillnad i sak hittad. Programmet ser inte allt: läs båda texterna.\n"


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 2
    assert "a.txt" in capsys.readouterr().err
