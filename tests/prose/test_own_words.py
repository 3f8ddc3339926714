"""Words that are not the writer's own choice."""

from __future__ import annotations

import pytest

from klarsprak.prose.own_words import is_foreign, is_mentioned, is_name, is_office_or_law, is_title
from klarsprak.prose.readable import may_flag
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Han bor hos [Erhåller] Berg.", True),
        ("[Erhåller] du pengar?", False),
        ("Hon sa: [Erhåller] du pengar?", False),
        ("VI HAR [ERHÅLLIT] DIN ANSÖKAN.", False),
        ("Du har [erhållit] pengar.", False),
        ("Du ska ha [F-skatt].", False),
        ("Hon heter [Maj-Britt].", True),
        ("4. [Erhållet] bidrag ska redovisas.", False),
        ("Vi träffas på sal 4 hos [Erhåller].", True),
    ],
)
def test_a_capital_within_a_sentence_makes_a_name(text: str, expected: bool) -> None:
    assert is_name(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det kallas [vite].", True),
        ("Det kallas att [bestrida].", True),
        ("Det kallas då att [bestrida].", True),
        ("Det kallas då [vite].", False),
        ("Du kan [bestrida] kravet.", False),
        ("Vid behov kallas [sökanden] till samråd.", False),
        ("Det betyder att [du] kan få flytta.", False),
        ("Det betyder att [sökanden] kan få flytta.", False),
    ],
)
def test_a_word_that_is_only_mentioned_is_told_from_one_that_is_used(text: str, expected: bool) -> None:
    assert is_mentioned(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du får hjälp enligt lagen om stöd och [service].", True),
        ("Du får hjälp enligt lagen (1993:387) om stöd och [service].", True),
        ("Det står i [skollagen] (2010:800).", True),
        ("Kontakta [hamnreskontra] på 0325-180 00.", True),
        ("Ring [hemvård], 0325-180 00.", True),
        ("Ring om du vill ha [hemvård].", False),
        ("Kontakta [hamnreskontran] på 0325-180 00.", False),
        ("Du får hjälp med [service].", False),
        ("Lagen om stöd gäller alla som behöver [service].", False),
    ],
)
def test_the_words_of_a_laws_name_are_not_the_writers(text: str, expected: bool) -> None:
    assert is_foreign(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    "word",
    [
        "miljöinspektören",
        "socialnämnd",
        "bygglovshandläggare",
        "skolförordningen",
        "utslag",
        "ärvdabalkens",
        "vattentjänstlagen",
    ],
)
def test_a_word_may_name_an_office_or_a_law(word: str) -> None:
    assert is_office_or_law(word)


@pytest.mark.parametrize("word", ["förslag", "avslagen", "anslag", "uppslag", "nämndsammanträde", "vite"])
def test_a_word_that_resembles_one_names_no_office_or_law(word: str) -> None:
    assert not is_office_or_law(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi har fått din [ansökan].", True),
        ("# [Vite]", True),
        ("Ansökan om dispens från [strandskyddet]", True),
        ("Ang. ditt [bygglov]", True),
        ("Anhållan om dispens från [strandskyddet]", True),
        ("Miljöenheten för frågor om [strandskydd]", False),
        ("[Handläggare] Anna Berg", False),
        ("[Delges] med mottagningsbevis", True),
        ("att [återkräva] utbetalt stöd,", True),
        ("[Tfn] växel 040-628 04 00, ankn 0422", False),
        ("- kopia av [lagfart]", True),
        ("- [Lagfart]", False),
        ("| Avgift | Avgiften [utgår]. |", True),
        ("| [Avgift] | 100 kr |", False),
    ],
)
def test_only_blocks_of_running_text_are_flagged(text: str, expected: bool) -> None:
    assert may_flag(words_in(text)[0].block) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Gäldenärens] avtal i konkurs, Ds 2026:15", True),
        ("Förslag om [gäldenärens] avtal (prop. 2001/02:1)", True),
        ("Vi läser om [gäldenärens] avtal i förslaget, som har nummer Ds 2026:15.", False),
        ("[Gäldenärens] avtal", False),
    ],
)
def test_the_words_of_a_reports_title_are_not_the_writers(text: str, expected: bool) -> None:
    assert is_foreign(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fyll i blanketten [Uppgift] om inkomst.", True),
        ("Boken heter [Utebliven].", True),
        ("Broschyren [Digital] resa är ny.", True),
        ("Hämta blanketten Anmälan om enskild [angelägenhet].", True),
        ("Rutan Övrigt har tyvärr [utgått].", False),
        ("Fyll i blanketten med [uppgift] om inkomst.", False),
        ("[Uppgift] om inkomst saknas.", False),
        ("Fyll i blanketten [UPPGIFT] OM INKOMST.", False),
    ],
)
def test_a_form_or_a_book_has_a_title(text: str, expected: bool) -> None:
    assert is_title(words_in(text)[0]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Myndighetsenheten [funktionshinder]", True),
        ("[Hamnvård] avslår din ansökan om båtplats.", True),
        ("[Hamnvård] behövs på bryggan.", False),
        ("Enheten har sett ett [funktionshinder].", False),
    ],
)
def test_a_unit_may_be_called_by_what_it_does(text: str, expected: bool) -> None:
    assert is_foreign(words_in(text)[0]) is expected
