"""The library's face."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import klarsprak


def test_a_letter_is_read_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Hej [Namn]. Du får färdtjänst.", encoding="utf-8")
    (letter,) = klarsprak.read(path)
    assert isinstance(letter, klarsprak.Letter)
    report = klarsprak.Checker().check(letter)
    assert "mallrest.hakparentes" in [finding.rule for finding in report.findings]


def test_the_librarys_import_is_light() -> None:
    code = "import klarsprak, sys; print('spacy' in sys.modules, klarsprak.__version__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == f"False {klarsprak.__version__}\n"


def test_a_piece_of_text_is_checked_and_its_words_placed_by_line_and_column() -> None:
    report = klarsprak.check_text("Hej!\n\nDu erhåller bidraget i maj.")
    (finding,) = [finding for finding in report.findings if finding.rule == "kanslisvenska.erhålla"]
    assert finding.place is not None
    assert (finding.place.line, finding.place.column) == (3, 4)


def test_a_piece_of_text_needs_no_signature_but_a_whole_one_does() -> None:
    text = "Hej!\n\nDu får bidraget i maj."
    assert klarsprak.check_text(text).findings == []
    whole = klarsprak.check_text(text, whole=True)
    assert "signatur" in {str(finding.category) for finding in whole.findings}


def test_text_is_checked_by_choices_of_ones_own() -> None:
    checker = klarsprak.Checker(klarsprak.Config(ignore=["kanslisvenska"]))
    assert klarsprak.check_text("Du erhåller bidraget i maj.", checker=checker).findings == []


def test_a_file_is_checked_by_the_settings_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text("select: mallrest\n", encoding="utf-8")
    (tmp_path / "brev.txt").write_text("Hej [Namn]. Du erhåller bidraget.", encoding="utf-8")
    (report,) = klarsprak.check(tmp_path / "brev.txt")
    assert [finding.rule for finding in report.findings] == ["mallrest.hakparentes"]
    (report,) = klarsprak.check(tmp_path / "borta.txt")
    assert report.error is not None


def test_the_librarys_parts_are_listed_and_typed() -> None:
    assert set(klarsprak.__all__) <= set(dir(klarsprak))
    assert all(getattr(klarsprak, name) is not None for name in klarsprak.__all__)
    assert (Path(klarsprak.__file__).parent / "py.typed").is_file()
