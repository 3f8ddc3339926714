"""What is left when a letter is written in haste: torn words in lists, missing stops, a subject twice."""

from __future__ import annotations

import pytest

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.language.grammar.checks import CheckName
from klarsprak.language.grammar.lexicon.participles import participle_in
from klarsprak.language.spelling.speller import Speller
from klarsprak.letter import Block, Letter, Role
from tests.kinds.test_grammar import found


@pytest.mark.parametrize(
    ("role", "number"), [(Role.LIST_ITEM, 1), (Role.HEADING, 1), (Role.TABLE_CELL, 0), (Role.PARAGRAPH, 0)]
)
def test_phrases_are_looked_at_in_list_items_and_headings(role: Role, number: int) -> None:
    letter = Letter("letter.txt", "txt", [Block("ett sjuk intyg från maj", role)], [])
    assert len(Checker(Config(select=["grammatik"])).check(letter).findings) == number


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("torn_maybe", "Du undrar hur skol skjutsen fungerar.", ["skol skjutsen"]),
        ("torn", "Vi utför intern kontroll av förråden, och en halv meter räcker.", []),
        ("torn", "Vi tar en annan dag om du vill.", []),
        ("torn", "Be firman om ett kostnads förslag före maj.", ["kostnads förslag"]),
        ("torn", "Den är sex meter lång.", []),
        ("torn", "Skicka blanketten till färdtjänst enheten i maj.", ["färdtjänst enheten"]),
        ("torn", "Ni skriver det i en genomförande plan.", ["genomförande plan"]),
        ("torn", "Det har en avgörande roll för oss.", []),
        ("torn", "På års beskedet från banken står ett annat belopp.", ["års beskedet"]),
        ("torn", "Du får ett nytt tillstånd för rörelse hindrade.", ["rörelse hindrade"]),
        ("torn", "Vi kommer med färdig lagade maträtter.", ["färdig lagade"]),
        ("torn", "Vi bjuder in till ett information möte.", ["information möte"]),
        ("torn", "Släck lampan, stäng fönstren och lås dörren.", []),
        ("torn", "Din skuld gäller fyra års hyra och en domstols beslut.", []),
        ("torn", "Just nu är handläggnings tiden tio veckor, och under tiden väntar du.", ["handläggnings tiden"]),
        ("torn", "Vi följer den myndighet regeringen bestämmer.", []),
        ("both", "Du kan välja, för båda lösningar fungerar.", ["båda lösningar"]),
        ("both", "Ni är båda föräldrar, och båda parter får ett svar.", []),
        ("with_ending", "Kortet gäller hela läsår 2025/26.", ["hela läsår"]),
        ("with_ending", "Vi planerar för hela läsår i taget.", []),
        ("without_ending", "Lämna det i samma e-tjänsten.", ["samma e-tjänsten"]),
        ("adjective", "Det är ett gammal index.", ["gammal"]),
        ("adjective", "Du får ett extra kort och ett rosa papper.", []),
        ("doubled", "Vi har tänkt på på vilket sätt det går.", []),
        ("no_stop", "Jag svarar senast den 9 januari Vi bjuder på fika.", ["januari Vi"]),
        ("no_stop", "Det brev Du fick gäller Din ansökan.", []),
        ("no_stop", "Hamnkontoret är öppet till 15.45 Vi bjuder på fika.", ["15.45 Vi"]),
        ("no_stop", "Ring vakten på 0980-319 245 Vi svarar hela dagen.", ["245 Vi"]),
        ("no_stop", "Här är reglerna: 1 Vi låser grinden. 2 Vi släcker.", []),
        ("subject_again", "Jag har jag läst den.", ["Jag har jag"]),
        ("them_before_noun", "Dem fel som ni hittar rättar vi.", ["Dem"]),
        ("them_before_noun", "Vi ger dem pengar som de behöver.", []),
        ("verb_after_phrase", "Efter bytet ni måste använda en ny adress.", ["ni måste"]),
        ("verb_after_phrase", "Efter det möte ni hade i maj fick vi svar.", []),
        ("comma_after_subject", "Den som söker bygglov, ansvarar för ritningen.", ["bygglov, ansvarar"]),
        ("comma_after_subject", "Den som, trots allt, söker lov, ansvarar för ritningen.", []),
        ("predicative", "Besluten är fattat och gäller från maj.", ["fattat"]),
        ("predicative", "Då blir det bara en avgift fram till att båten är borta.", []),
        ("predicative", "Det är lugn och ro i biblioteket.", []),
        ("predicative", "Vi byter rören, och vattnet är avstängd under tiden.", ["avstängd"]),
        ("after_modal", "Ingen får använder det utan lov.", ["får använder"]),
        ("after_have", "Om kortet inte har kom den 9 januari ringer du.", ["har kom"]),
        ("no_verb_before_day", "Mötet torsdagen den 4 december klockan 15.30.", ["Mötet torsdagen"]),
        ("bare_after_go", "Se till att locket går lyfta av.", ["går lyfta"]),
        ("bare_after_go", "Hur hon gick till väga vet jag inte, och maten går till spilla.", []),
        ("bare_after_preposition", "Hur går hamnen till väga när fångsten gick till spilla?", []),
        ("name_slip", "Skicka det till Försäkringskasan i maj.", ["Försäkringskasan"]),
        ("name_slip", "Skicka det till Skolverkens Anna Kassander i maj.", []),
    ],
)
def test_slips(name: CheckName, text: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(name, text)] == wrong


def test_participles() -> None:
    assert participle_in("köpt", "Neut", "Plur") == "köpta"
    assert participle_in("avstängd", "Neut", "Sing") == "avstängt"
    assert participle_in("hund", "Neut", "Sing") is None


def test_short_words_and_links() -> None:
    speller = Speller()
    assert speller.correction("ohc") == (("och",), True, True, False)
    assert speller.correction("parkeringplatser") == (("parkeringsplatser",), True, True, False)
    assert speller.is_right("ringklocka")
