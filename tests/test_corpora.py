"""The corpora's gold says only what its letters bear out, and the built letters come from their sources."""

from __future__ import annotations

import io
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

CORPORA = Path(__file__).parent.parent / "corpora"
sys.path.insert(0, str(CORPORA.parent))  # corpora is no part of the installed package

from corpora.build.__main__ import SOURCES, build  # noqa: E402
from corpora.check_gold import ERRORS, Entry, Gold, faults, load, load_all, places, without_gold  # noqa: E402

GOLD = load_all()
ERRONEOUS = load_all(ERRORS)


@pytest.mark.parametrize("gold", [*GOLD, *ERRONEOUS], ids=lambda gold: gold.path.name)
def test_the_gold_of_the_corpora_fits_its_letter(gold: Gold) -> None:
    assert list(faults(gold)) == []


def test_every_letter_has_gold() -> None:
    assert without_gold() == []
    assert without_gold(ERRORS) == []


def test_letters_with_errors_tell_what_is_right_for_each() -> None:
    entries = [entry for gold in ERRONEOUS for entry in gold.must]
    assert len(entries) == 240
    assert {entry.category for entry in entries} == {"sprakfel"}
    assert all(entry.right and entry.right != entry.text for entry in entries)


def test_the_corpora_hold_letters_of_all_sorts() -> None:
    formats = Counter(gold.path.suffix for gold in GOLD)
    assert formats >= Counter({".docx": 10, ".pdf": 8, ".txt": 6, ".eml": 6})
    assert sum(gold.model for gold in GOLD) >= 8
    assert {(gold.era, gold.model) for gold in GOLD} == {("modern", False), ("modern", True), ("old", False)}


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*/*.docx.yml")), ids=lambda path: path.stem)
def test_each_docx_is_what_its_source_builds(source: Path) -> None:
    """The parts are compared, as another zlib may pack the same bytes otherwise."""
    kept = (CORPORA / source.parent.name / source.stem).read_bytes()
    assert _parts(kept) == _parts(build(source, Path()))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith(".png")}


def test_occurrence_counts_whole_words_outside_quotations() -> None:
    letter = next(gold for gold in GOLD if gold.path.name == "svar-tomtko-2002.eml")
    text = letter.letters()["svar-tomtko-2002.eml"]
    second = places(Entry("kanslisvenska", "ej", 2), text)
    assert [text.blocks[span.block].text[span.start - 10 : span.end + 8] for span in second] == [
        "betalning ej inkommi"
    ]
    assert places(Entry("kanslisvenska", "samt"), text) == []  # stands in the quoted mail only


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("split: dev", "split: train"),
        ("category: ton", "category: tonfall"),
        ('text: "", what: phone', 'text: ""'),
        ("era: modern\n", ""),
    ],
    ids=["split", "category", "nothing named", "key"],
)
def test_faulty_gold_is_refused(right: str, wrong: str, tmp_path: Path) -> None:
    whole = (
        "letter: a.txt\nsplit: dev\nera: modern\nmodel: false\ntype: svar\nmust:\n"
        '  - {category: ton, text: omgående}\n  - {category: signatur, text: "", what: phone}\nmay: []\n'
        "signature: {name: A, title: B, unit: C, address: D, phone: null}\n"
    )
    path = tmp_path / "a.gold.yml"
    path.write_text(whole, encoding="utf-8")
    assert load(path).must[0].text == "omgående"
    path.write_text(whole.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.gold\.yml: "):
        load(path)
