"""Pages about the rules: Markdown that a forge shows as it is meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.rulebook import packs
from klarsprak.rulebook.pages import pages, written
from tests.support import HEADER, pack

ERHÅLLA = """\
- id: erhålla
  words: erhålla
  pos: VERB
  instead: få
  examples:
    - pass: Du får det.
    - flag: Du [erhåller] det.
      fix: Du får det.
"""
EJ = """\
- id: ej
  words: ej
  instead: inte
  level: info
  why: Ordet är gammalt.
  examples: [{flag: "Du får [ej]."}]
"""


def page(folder: Path, rules: str, header: str = HEADER) -> str:
    found = packs.load_packs([pack(folder, rules, header)])
    ((_, text),) = written(pages(found[0].rules, found), "make docs")
    return text


def test_the_page_shows_all_of_a_rule(tmp_path: Path) -> None:
    assert page(tmp_path, ERHÅLLA).split("\n\n")[2:] == [
        "## erhålla",
        "**Bör skrivas om** · `prov.erhålla`",
        "Ord: erhålla",
        "Skriv hellre: få",
        "Programmet säger: ”…” är svårt. Skriv ”…”.",
        "Varför: Skälet.",
        "Flaggas:",
        "- Du **erhåller** det.\n  <br>Bättre: Du får det.",
        "Går bra:",
        "- Du får det.\n",
    ]


def test_what_most_rules_say_is_said_once(tmp_path: Path) -> None:
    text = page(tmp_path, ERHÅLLA + ERHÅLLA.replace("id: erhålla", "id: undfå") + EJ)
    assert text.count("Varför: Skälet.") == text.count("Programmet säger:") == 1
    assert text.index("Varför: Skälet.") < text.index("## erhålla")
    assert "**Tänk på** · `prov.ej`" in text
    assert "Varför: Ordet är gammalt." in text


def test_the_pages_title_is_what_the_pack_says_of_itself(tmp_path: Path) -> None:
    assert page(tmp_path, EJ, f"{HEADER}about: Små ord.\n").startswith("# Små ord\n\n1 regel.")


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        ("Se [bilaga *]!", "- Se **bilaga \\***!"),
        ("Hej [[[namn]]]!", "- Hej **\\[namn\\]**!"),
        ("# Ditt [beslut]\nHej!", "- _Ditt **beslut**_<br>Hej!"),
        ("- ett [ej]", "- • ett **ej**"),
        ("| Namn | [ej] |", "- \\| Namn \\| **ej** \\|"),
        ("a_b <c> `d` [ej]", "- a\\_b \\<c\\> \\`d\\` **ej**"),
    ],
)
def test_an_examples_signs_are_no_markdown(example: str, shown: str, tmp_path: Path) -> None:
    text = EJ.replace('{flag: "Du får [ej]."}', f"{{flag: {example!r}}}".replace("\\n", "\n\n  "))
    assert shown in page(tmp_path, text)


def test_rules_of_several_packs_have_an_index(tmp_path: Path) -> None:
    shipped = packs.load_packs(packs.shipped())
    rules = [rule for found in shipped for rule in found.rules]
    files = dict(written(pages(rules, shipped), "make docs"))
    assert len(files) == sum(bool(each.rules) for each in shipped) + 1
    assert "| [fackord/skola](fackord/skola.md) |" in files["README.md"]
    assert max(map(len, files.values())) < 100_000


def test_the_pages_of_the_handbook_are_those_of_the_rules() -> None:
    folder = Path(__file__).parents[2] / "docs" / "regler"
    shipped = packs.load_packs(packs.shipped())
    rules = [rule for found in shipped for rule in found.rules]
    meant = dict(written(pages(rules, shipped), "make docs"))
    there = {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}
    assert sorted(there) == sorted(meant)
    assert [name for name in meant if there[name] != meant[name]] == [], "run make docs"


VITE = """\
- id: vite
  kind: term
  words: vite
  explain: Vite är böter.
  plain: böter
  examples: [{flag: "Ett [vite]."}]
"""


@pytest.mark.parametrize(("key", "label"), [("", "Eller skriv"), ("  in_place: false\n", "Eller skriv om med")])
def test_a_plainer_word_is_shown_as_it_is_to_be_used(tmp_path: Path, key: str, label: str) -> None:
    assert f"\n\n{label}: böter\n\n" in page(tmp_path, VITE + key)
