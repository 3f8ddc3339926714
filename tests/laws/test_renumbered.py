"""Sections that letters cite by the number of the act before."""

import re
import time
from datetime import date

import pytest

from klarsprak.laws import Context, Problem, Status, find_references, load_register, status
from klarsprak.laws.shipped import read_rows
from klarsprak.laws.succession import act_in_its_place

REGISTER = load_register(None)
TODAY = date(2026, 11, 25)
_PLACE = re.compile(r"(?:(\d+) kap\. )?(\d+(?:(?:–| och )\d+)?) §")
ROWS = list(read_rows("renumbered.tsv"))


def problem(text: str, written: date | None = None, headings: str = "") -> Status | None:
    reference = find_references(text, REGISTER)[0]
    return status(reference, REGISTER, written, Context(text, headings=headings), TODAY)


def places(text: str, headings: str = "") -> list[str]:
    found = problem(text, headings=headings)
    return [] if found is None else [row.now for row in found.moved]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Du får försörjningsstöd enligt 4 kap. 1 § socialtjänstlagen.", ["12 kap. 1 §"]),
        ("Du får hemtjänst enligt 4 kap. 1 § SoL.", ["11 kap. 1 §"]),
        ("Utredningen om ditt barn är inledd enligt 11 kap. 1 och 2 §§ SoL.", ["14 kap. 2 §", "20 kap. 3–5 §§"]),
        ("Skolan har anmält oro enligt 14 kap. 1 § SoL.", ["19 kap. 1 §"]),
        ("Du kan söka insatser i en annan kommun enligt 2 a kap. 8 § SoL.", ["29 kap. 7 §"]),
        ("Du får yttra dig enligt 17 § förvaltningslagen.", ["25 §"]),
        ("Beslutet är fattat på delegation enligt 6 kap. 33 § kommunallagen.", ["7 kap. 5 §"]),
        ("Planen görs enligt 3 f § hälso- och sjukvårdslagen.", ["16 kap. 4 §"]),
        ("Avgiften tas ut enligt 8 kap. 2 § socialtjänstlagen (2025:400).", ["32 kap. 1 §"]),
    ],
)
def test_the_number_of_the_act_before_is_told_by_what_the_sentence_is_about(text: str, now: list[str]) -> None:
    found = problem(text)
    assert found is not None
    assert found.problem is Problem.RENUMBERED
    assert [row.now for row in found.moved] == now


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen har det yttersta ansvaret för att du får bistånd enligt 4 kap. 1 § SoL.",
        "Du får hemtjänst enligt 11 kap. 1 § SoL.",
        "Du får försörjningsstöd enligt 12 kap. 1 § SoL.",
        "Vi har utrett din ansökan om insatser enligt 11 kap. 1 § SoL.",
        "Vi har startat en utredning om boendestöd enligt 11 kap. 1 § SoL.",
        "Kommunfullmäktige har enligt 4 kap. 2 § SoL bestämt vilken nämnd som beslutar om försörjningsstöd.",
        "Domstolen prövar ditt överklagande om hemtjänst enligt 4 kap. 1 § SoL.",
        "Vi underrättar dig när läkaren har svarat enligt 26 § förvaltningslagen.",
        "Du får yttra dig enligt 25 § förvaltningslagen.",
        "Handläggaren är jävig och får inte yttra sig enligt 17 § förvaltningslagen.",
        "Överklagandet har kommit in i tid enligt 22 § förvaltningslagen, och du får överklaga.",
        "Du fick försörjningsstöd enligt 4 kap. 1 § i den tidigare socialtjänstlagen.",
        "Den 3 mars 2025 fick du försörjningsstöd enligt 4 kap. 1 § socialtjänstlagen.",
    ],
)
def test_numbers_that_may_be_right_are_left(text: str) -> None:
    assert problem(text) is None


def test_a_letter_of_the_time_before_cites_its_own_law() -> None:
    text = "Du får försörjningsstöd enligt 4 kap. 1 § socialtjänstlagen."
    assert problem(text, written=date(2025, 6, 30)) is None
    assert problem(text, written=date(2025, 7, 1)) is not None


def test_what_the_repealed_act_still_applies_to_is_let_be() -> None:
    assert problem("Vi kräver tillbaka biståndet enligt 9 kap. 1 § socialtjänstlagen (2001:453).") is None
    assert problem("Beslutet om återkrav bygger på 9 kap. 1 § socialtjänstlagen (2001:453).") is None


def test_a_sentence_that_says_nothing_is_about_what_the_heading_says() -> None:
    text = "Lagrum: 4 kap. 1 § SoL."
    assert places(text) == []
    assert places(text, headings="Beslut om hemtjänst") == ["11 kap. 1 §"]


def test_of_several_sections_all_or_none_are_told() -> None:
    assert places("Utredningen om barnet inleds enligt 11 kap. 1 och 9 §§ SoL.") == []


def test_of_a_repealed_act_the_new_place_is_told_too() -> None:
    found = problem("Du får hemtjänst enligt 4 kap. 1 § socialtjänstlagen (2001:453).")
    assert found is not None
    assert found.problem is Problem.REPEALED
    assert [row.now for row in found.moved] == ["11 kap. 1 §"]


@pytest.mark.parametrize("act", sorted({act for act, *_ in ROWS}))
def test_every_place_named_is_one_of_the_act_in_force(act: str) -> None:
    old = REGISTER.get(act)
    assert old is not None
    new = act_in_its_place(old, REGISTER)
    assert new is not None
    chapters = REGISTER.chapters[new.sfs]
    for *_, now, _about in (row for row in ROWS if row[0] == act):
        for chapter, sections in _PLACE.findall(now):
            last = chapters[chapter or "-"]
            assert last == 0 or int(re.findall(r"\d+", sections)[-1]) <= last, now


def test_a_rule_that_kept_its_number_has_no_row() -> None:
    for _, chapter, section, *_, now, _about in ROWS:
        assert now != f"{chapter} kap. {section} §".removeprefix(" kap. ")


def test_a_long_paragraph_costs_no_more_than_a_short_one() -> None:
    text = "Lagrum: 4 kap. 1 § SoL."
    reference = find_references(text, REGISTER)[0]

    def seconds(signs: int) -> float:
        context = Context(text, "Vi skriver om båten den 3 mars 2026. " * (signs // 36))
        start = time.process_time()
        for _ in range(20):
            status(reference, REGISTER, None, context, TODAY)
        return time.process_time() - start

    seconds(2_000)
    assert seconds(2_000_000) < 10 * min(seconds(2_000) for _ in range(3)) + 0.01
