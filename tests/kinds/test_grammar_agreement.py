"""Checks of agreement, by sentences that have the mistake and sentences that look like it."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.checks import CheckName
from tests.kinds.test_grammar import found


@pytest.mark.parametrize(
    ("name", "text", "wrong", "right"),
    [
        (
            "gender",
            "Du kan lämna en skriftligt yttrande till oss.",
            "en skriftligt yttrande",
            "ett skriftligt yttrande",
        ),
        ("gender", "Min förslag är att du ringer.", "Min förslag", "Mitt förslag"),
        ("definite", "Barnet har rätt till en platsen i förskolan.", "en platsen", "en plats"),
        ("definite", "Vi talade om deras framtiden.", "deras framtiden", "deras framtid"),
        ("definite", "Vägen går mellan två stora skolan.", "två stora skolan", "två stora skolor"),
        ("after_genitive", "Här är kommunens budgeten.", "kommunens budgeten", "kommunens budget"),
        ("number", "Vi har fått många fråga om avgiften.", "många fråga", "många frågor"),
        ("number", "Du har skickat två ny ansökan.", "två ny ansökan", "två nya ansökningar"),
        ("adjective", "Det är en viktigt fråga.", "viktigt", "viktig"),
        ("adjective", "Du får ett bra och stor rum.", "stor", "stort"),
        ("adjective", "Vi har många fin lokaler.", "fin", "fina"),
        ("attribute", "Vi söker ny lärare och ny lokaler.", "ny", "nya"),
        ("predicative", "De nya reglerna är svår att förstå.", "svår", "svåra"),
        ("predicative", "Alla beslut är klara, men vi är inte nöjd med svaret.", "nöjd", "nöjda"),
        ("predicative", "Det är viktig att du svarar.", "viktig", "viktigt"),
        ("predicative", "Besluten är fattat.", "fattat", "fattade"),
        ("predicative", "Läs reglerna som är svår att förstå.", "svår", "svåra"),
        ("here", "Vi svarar på den här fråga i maj.", "den här fråga", "den här frågan"),
        ("here", "Den här rummet är ledigt.", "Den här rummet", "Det här rummet"),
        ("other_gender", "Nämnden antog det nya avgiften.", "det nya avgiften", "den nya avgiften"),
        ("bare_noun", "Kommunen sänker den höga avgift för parkering.", "den höga avgift", "den höga avgiften"),
        ("bare_noun", "Vi sänker den beräknade avgift för båten.", "den beräknade avgift", "den beräknade avgiften"),
        ("bare_noun", "Vi flyttar båtarna i den nya läsår.", "den nya läsår", "det nya läsåret"),
        ("bare_noun", "Vi ses på det nya hamnkontor.", "det nya hamnkontor", "det nya hamnkontoret"),
        ("these", "Vi tar bort dessa språken.", "dessa språken", "dessa språk"),
        ("this", "Du kan överklaga denna beslut.", "denna beslut", "detta beslut"),
        ("one_of", "Du uppfyller en av de nya kraven.", "en", "ett"),
        ("one_of", "Vi har en plats på något av de kommunala skolorna.", "något", "någon"),
        ("with_ending", "Vi har stängt hela vecka.", "hela vecka", "hela veckan"),
        ("without_ending", "Vi ringer nästa veckan.", "nästa veckan", "nästa vecka"),
        ("something", "Ring om du har något viktig att säga.", "viktig", "viktigt"),
        ("article", "Det är jättebra idé att ringa.", "jättebra idé", "en jättebra idé"),
        ("definite", "Det är så att många läsaren klagar.", "många läsaren", "många läsare"),
        ("many_of_one", "Säg till om din grannar bygger.", "din grannar", "dina grannar"),
        ("other_number", "Vi ringer den personer som har svarat.", "den personer", "de personer"),
        ("without_the", "Det är största skolan i kommunen.", "största", "den största"),
    ],
)
def test_what_does_not_agree_is_found(name: CheckName, text: str, wrong: str, right: str) -> None:
    assert found(name, text) == [(wrong, (right,))]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gender", "Det är ett slags avtal och en massa folk."),
        ("gender", "Hyr någon hus av klubben ska vi veta det."),
        ("definite", "Klubben har ett klubben tillhörigt skåp."),
        ("complement", "Syftet med avgiften är att säkra att bryggan håller."),
        ("both", "Stödet ges till barn vars ena eller båda föräldrar arbetar."),
        ("bare_noun", "Du har tagit den aktuella examen i segling."),
        ("gender", "Hjälpen ges i ett skyddat boende eller vård i hemmet."),
        ("complement", "Är den skadade till följd av olyckan sjuk?"),
        ("attribute", "Rapporten är skriven avseende bryggan."),
        ("with_ending", "Den enskildes hela inkomst räknas."),
        ("these", "Vi prövar om denna beviljat stödet."),
        ("without_the", "Frågan prövas av högsta domstolen."),
        ("adjective", "Holmen ligger två och en halv nautiska mil bort."),
        ("number", "Vi har läst vissa akter om bryggan."),
        ("many_of_one", "Detta är inte vårt bord, och ditt barn är friskt."),
        ("other_number", "Vi ringer de personer som har svarat och den person som inte har."),
        ("without_the", "Det är första gången, och det är kommunens största skola."),
        ("gender", "Ange ett max/min värde och ett SOAP-Exception."),
        ("gender", "Avgiften gäller för en något högre nivå."),
        ("definite", "De två skolorna och de senaste fem åren är klara."),
        ("definite", "En intagen får ta emot en utgången biljett."),
        ("after_genitive", "En förenings stadgar och kommunens nya skola."),
        ("number", "Två barn och många lärare är sjuka."),
        ("adjective", "Det är en särskilt utsatt plats med en egen dörr."),
        ("adjective", "Han är i sin egen takt en god man."),
        ("attribute", "Vilka är du skyldig pengar, och i övrigt personal?"),
        ("attribute", "Avgiften beror på hur stor inkomsten är."),
        (
            "attribute",
            "Du var sjuk delar av våren, och vi ska vara klara år 2030. Hon vill vara ensam delar av dagen.",
        ),
        ("predicative", "Mötet om barnen är viktigt."),
        ("predicative", "Antalet platser är begränsat, och kravet goda skäl är uppfyllt."),
        ("predicative", "Att cykla på gatorna är farligt."),
        ("predicative", "Det är stor skillnad mellan husen."),
        ("predicative", "Senap är gott."),
        ("predicative", "Ett av husen är stort."),
        ("here", "Det här barnet bor i den här kommunen."),
        ("other_gender", "Det innebär att den nya avgiften gäller."),
        ("bare_noun", "Skicka den elektroniska ansökan till oss."),
        ("bare_noun", "Här är den nya plan som vi har gjort."),
        ("bare_noun", "I hamnen byggs det nya båthus."),
        ("bare_noun", "Du får veta om det nya båthus byggs."),
        ("bare_noun", "Vi ger den sjuka stöd på båten."),
        ("bare_noun", "Läs i det nya avtal du har fått."),
        ("bare_noun", "Tack för i det väsentliga bra svar om båten."),
        ("these", "Vi kan kalla detta huset på kullen."),
        ("this", "Före detta rökare mår bra, och detta gör skola och hem."),
        ("one_of", "Ett av barnen går i en av de nya skolorna."),
        ("with_ending", "Er hela familj är välkommen förra veckan."),
        ("without_ending", "Samma vecka nästa år."),
        ("something", "Du är något försenad, och något värde har det inte."),
        ("article", "Skolan har god ekonomi och får bra hjälp."),
        ("attribute", "Bryggan som den är ritad strider mot planen."),
        ("complement", "Det är kommunfullmäktige som bestämmer priset."),
    ],
)
def test_what_looks_like_it_is_left(name: CheckName, text: str) -> None:
    assert found(name, text) == []
