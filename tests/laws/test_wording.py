"""Which wording of a section holds on a day, and what of a text counts as its words."""

from __future__ import annotations

from datetime import date

import pytest

from klarsprak.laws.statute_text import lines_of_fulltext, read_sections
from klarsprak.laws.wording import Key, Mark, Wording, parse_wording, read_marks

BEFORE, AFTER = date(2026, 6, 30), date(2026, 7, 1)


def marks(text: str, day: date = BEFORE) -> dict[str, Mark]:
    return {str(key): mark for key, mark in read_marks(read_sections(lines_of_fulltext(text)), day).items()}


CHAPTERS = """\
1 kap. Förskolan

1 § Alla barn får gå i förskola.

2 kap. /Kapitlet upphör att gälla U:2026-07-01 genom lag 2025:729/
Förskoleklassen

1 § Alla barn får gå i förskoleklass. Lag (2018:1).

3 kap. Läxor
/Kapitlet träder i kraft I:2026-07-01/

/Rubriken träder i kraft I:2029-01-01/
Tid

1 § Läxan tar en timme.
"""


def test_a_chapter_begins_and_ceases_with_all_its_sections() -> None:
    before, after = marks(CHAPTERS), marks(CHAPTERS, AFTER)
    assert {key: mark.amended for key, mark in before.items()} == {"1:1": "", "2:1": "2018:1"}
    assert {key: mark.is_gone for key, mark in after.items()} == {"1:1": False, "2:1": True, "3:1": False}
    assert after["2:1"].amended == "2025:729"


SAME = "1 § Kommunen sköter\nparken och ser till\natt den är öppen. Lag (2020:1).\n\n2 § Alla får leka."


@pytest.mark.parametrize(
    "text",
    [
        SAME.replace("\n", "\r\n"),
        SAME.replace("sköter\nparken", "sköter parken"),
        SAME.replace("Lag (2020:1).", "Lag (2024:7)."),
        SAME.replace("\n\n2 §", "\n\nVem som får leka\n\n2 §"),
        SAME.replace("\n\n2 §", "\n\n/Rubriken träder i kraft I:2027-01-01/\nLek\n\n2 §"),
        SAME.replace("1 § Kommunen", "1 § /Upphör att gälla U:2026-07-01/\nKommunen"),
        SAME.replace("1 § Kommunen", "1 § /Träder i kraft I:2025-07-01/\n/Upphör att gälla U:2026-07-01/\nKommunen"),
        SAME.replace("\n\n2 §", "\n\n1 § /Träder i kraft I:2026-07-01/\nParken är stängd.\n\n2 §"),
        SAME.replace("\n\n2 §", "\n\n1 § /Träder i kraft I:den dag regeringen bestämmer/\nNytt.\n\n2 §"),
        SAME + "\n\nÖvergångsbestämmelser\n\n2020:1\n1. Lagen träder i kraft den 1 juli 2020.",
    ],
)
def test_what_changes_no_words_is_the_same_wording(text: str) -> None:
    assert {key: mark.digest for key, mark in marks(text).items()} == {
        key: mark.digest for key, mark in marks(SAME).items()
    }


@pytest.mark.parametrize("old", ["sköter", "öppen. Lag", "ser till\natt"])
def test_another_word_is_another_wording_of_that_section_alone(old: str) -> None:
    before, after = marks(SAME), marks(SAME.replace(old, old.replace("s", "z").replace("ö", "o")))
    assert before["-:1"].digest != after["-:1"].digest
    assert before["-:2"] == after["-:2"]


def test_the_last_item_of_a_list_is_words_and_no_heading() -> None:
    text = "1 § Parken har\n\n1. gungor,\n\n2. sand.\n\nSist i lagen\n\n2 § Lagen gäller."
    for old in ("sand", "gungor"):
        assert marks(text)["-:1"] != marks(text.replace(old, "vatten"))["-:1"]


def test_a_wording_is_the_same_when_it_has_been_spelt_and_read() -> None:
    wording = Wording(
        {Key("2a", "1"): Mark("0a1b2c3d", "2020:1"), Key("-", "3b"): Mark("x")}, {"2020:1": "2020-07-01"}
    )
    assert parse_wording(*wording.spell()) == wording
