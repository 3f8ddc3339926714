"""Which hyphens at a line's end belong to the word, and which the layout made."""

import pytest

from klarsprak.readers.text.hyphens import TAKES_HYPHEN, close_line, whole_words


def joined(line: str, following: str, *known: str) -> str:
    return close_line(line, following, known) + following


@pytest.mark.parametrize(
    ("line", "following", "text"),
    [
        ("Din an-", "sökan har kommit", "Din ansökan har kommit"),
        ("bostadsanpassnings-", "bidrag", "bostadsanpassningsbidrag"),
        ("Vi har beslu\u00ad", "tat", "Vi har beslutat"),
        ("BE-", "SLUT", "BESLUT"),
        ("den sökande/vårdnads-", "havaren", "den sökande/vårdnadshavaren"),
        ("kultur- och id-", "rottsnämnden", "kultur- och idrottsnämnden"),
        ("måste er skrivelse ha kom—", "mit in", "måste er skrivelse ha kommit in"),
        ("ett ansöknings\u2010", "formulär", "ett ansökningsformulär"),
    ],
)
def test_a_hyphen_that_the_layout_made_is_taken_out(line: str, following: str, text: str) -> None:
    assert joined(line, following) == text


@pytest.mark.parametrize(
    ("line", "following", "text"),
    [
        ("Skriv till vår e-", "post", "Skriv till vår e-post"),
        ("EU-", "medel", "EU-medel"),
        ("den 2024-", "05-01", "den 2024-05-01"),
        ("Karl-", "Erik", "Karl-Erik"),
        ("16-", "åring", "16-åring"),
        ("ett nytt it-", "system", "ett nytt it-system"),
        ("med sms-", "avisering", "med sms-avisering"),
        ("ditt id-", "kort", "ditt id-kort"),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays(line: str, following: str, text: str) -> None:
    assert joined(line, following) == text


@pytest.mark.parametrize("conjunction", ["och", "eller", "samt", "respektive"])
def test_before_a_conjunction_the_hyphen_stands_for_the_rest_of_a_word(conjunction: str) -> None:
    assert joined("kommun-", f"{conjunction} landstingsval") == f"kommun- {conjunction} landstingsval"


def test_a_dash_between_names_or_with_a_space_before_it_is_no_hyphen() -> None:
    assert joined("sträckan Malmö—", "Lund") == "sträckan Malmö— Lund"
    assert joined("Vi svarar inom tre veckor —", "oftast tidigare.") == "Vi svarar inom tre veckor — oftast tidigare."


def test_a_hyphen_inside_the_line_is_left_alone() -> None:
    assert joined("för- och", "efternamn") == "för- och efternamn"


def test_a_dash_before_the_next_line_keeps_its_spaces() -> None:
    assert joined("Vi svarar inom tre veckor -", "oftast tidigare.") == "Vi svarar inom tre veckor - oftast tidigare."


def test_the_letter_itself_shows_whether_a_word_has_a_hyphen() -> None:
    assert joined("våra mall-", "brev", "mallbrev") == "våra mallbrev"
    assert joined("våra mall-", "brev", "mall-brev") == "våra mall-brev"


def test_one_of_three_equal_consonants_goes_when_a_word_is_joined() -> None:
    assert joined("ett till-", "lägg") == "ett tillägg"


def test_after_a_slash_the_word_goes_on() -> None:
    assert joined("unge/", "ungar") == "unge/ungar"


def test_an_interval_that_the_line_end_cuts_stays_whole() -> None:
    assert joined("klockan 08.00–", "16.00") == "klockan 08.00–16.00"


def test_other_lines_are_parted_by_a_space() -> None:
    assert joined("Du kan", "överklaga") == "Du kan överklaga"


def test_words_that_a_line_end_cuts_are_not_known_whole() -> None:
    assert whole_words(["Din an-", "sökan om e-post", "och bygglov"]) == {"din", "om", "e-post", "och", "bygglov"}


HYPHENED = {
    "a letter by itself": ("Skriv till vår e-", "post"),
    "a number before": ("en 16-", "åring"),
    "a number after": ("Se artikel-", "2"),
    "a name or an abbreviation": ("Karl-", "Erik"),
    "a short form": ("med sms-", "avisering"),
}


@pytest.mark.parametrize("sign", [name for name, _ in TAKES_HYPHEN])
def test_each_sign_of_a_hyphen_that_stays_has_a_word(sign: str) -> None:
    line, following = HYPHENED[sign]
    shows = [name for name, takes_hyphen in TAKES_HYPHEN if takes_hyphen(line.split()[-1][:-1], following)]
    assert shows[0] == sign
    assert joined(line, following) == line + following


@pytest.mark.parametrize(("line", "following"), [("an-", "sökan"), ("id-", "rott"), ("BE-", "SLUT")])
def test_other_words_show_no_sign_of_a_hyphen(line: str, following: str) -> None:
    assert not any(takes_hyphen(line[:-1], following) for _, takes_hyphen in TAKES_HYPHEN)
