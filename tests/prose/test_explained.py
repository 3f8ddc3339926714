"""The ways in which people say what a term means, each with an example."""

from __future__ import annotations

import pytest

from klarsprak.prose.explained import WAYS, is_explained, way_explained
from klarsprak.prose.parenthesis import has_explaining_parenthesis
from tests.support import words_in

EXAMPLES = [
    ("put otherwise", "Vi räknar med [avgiftsgrundande inkomst] före skatt, dvs. lön och pension."),
    ("put otherwise", "Är skulden [preskriberad], dvs. om mer än tio år har gått, slipper du betala."),
    (
        "put otherwise",
        "Du får krav på [förstadagsintyg] enligt AB § 28, vilket innebär att du får lön om du har läkarintyg.",
    ),
    (
        "told by its parts",
        "Hamnen gör en [längdjämförelse] av alla båtar. Detta görs genom att båtens längd jämförs med registret.",
    ),
    ("told by the case", "Lotsen tar ut en [uteblivandeavgift] när du inte kommer till bryggan i tid."),
    ("told by the case", "Enligt [resegarantin] får du taxi om färjan är mer än 20 minuter sen."),
    ("told by the case", "[Resegarantin] ger dig rätt till pengar om färjan är sen."),
    ("told by the case", "[Förkunskapskrav] för seglingen är att du kan simma."),
    ("told in the rest", "Vi bygger en [refug] mitt på gatan, en liten ö som du kan vila på."),
    ("told in the rest", "Nämnden har beslutat om [vite] på 20 000 kronor, det betyder att ni kan få betala det."),
    ("told in the rest", "Ert [besittningsskydd] gäller: om vi säger upp er ska vi betala det ni förlorar."),
    ("told in the rest", "[Medianen] är 31 kilometer i timmen (hälften kör alltså långsammare)."),
    ("examples", "Elsa får [extra anpassningar] i skolan, t.ex. mer tid på prov och en egen plats."),
    ("told in passing", "Bryggan får inte tas i bruk förrän nämnden har lämnat ett [slutbesked]."),
    ("apposition", "Du kan söka [hamnstöd], pengar till hyran, hos Hamnmyndigheten."),
    ("apposition", "Sotaren gör en [brandskyddskontroll], en noggrann genomgång av hela skorstenen."),
    ("told next", "Där gäller [strandskydd]. Det finns för att alla ska kunna gå längs vattnet."),
    (
        "told next",
        "Vi kan besluta om [vite]. Det innebär att du ska betala pengar, till exempel 3 000 kronor, om du är sen.",
    ),
    ("told next", "Du behöver ett [startbesked]. Det är vårt klartecken för att bygget får börja."),
    ("told next", "Du har [företrädesrätt]. Det betyder att du går före andra sökande (25 § LAS)."),
    ("apposition", "Räkna med [avgiftsutrymmet], det mesta du kan betala i månaden."),
    ("defined", "[Boendestöd] är till för den som har svårt att få vardagen att fungera."),
    ("defined", "[Omkostnadsersättningen] ska täcka mat och kläder."),
    ("told by use", "Skillnaden är liten: en [motion] lämnas av en politiker."),
    ("told next", "Vi skriver en [avvikelse]. Det gör vi när något har gått fel."),
    ("told next", "Du får [semesterersättning]. Den får du i stället för ledighet."),
    ("told next", "I vår har du [APL]. Då är du ute på en arbetsplats."),
    ("told next", "Du får en [munhälsobedömning]. En tandhygienist kommer hem och tittar på dina tänder."),
    ("told next", "Nämnden beslutar om [vite]. Det innebär att du kan få betala en summa pengar."),
    ("told next", "Vi ser om du kan få [skuldsanering]. Det betyder att du betalar så mycket du kan i fem år."),
    ("told next", "1. [Hindersprövning]. Skatteverket ser efter att ni får gifta er."),
    ("told next", "Ni kan också begära [överprövning]. Då undersöker en domstol om vi har följt lagen."),
    ("told by clause", "Din [boendestödjare] Mona, som hjälper dig hemma, följer med till båten."),
    ("told next", "Vi har bestämt om [föreläggande]. Det betyder att du måste flytta båten från kajen."),
    ("told next", "Hamnen har bestämt om [åläggande]. Det betyder att du måste flytta båten från kajen."),
    ("told next", "Räntan blir högre om du [pantsätter] båten. Det betyder att du lovar bort den."),
    ("told next", "Räntan blir högre om ägaren [pantsätter] båten. Det innebär att hon lovar bort den."),
    ("so called", "Du kan få betala en sorts böter, så kallat [vite]."),
    ("so called", "Du betalar pengar, det vill säga [vite]."),
    ("meant", "Med [vite] menas en sorts böter."),
    ("put otherwise", "Du kan få betala [vite], det vill säga böter."),
    ("put otherwise", "Du kan få betala [vite] – en sorts böter."),
    ("put otherwise", "[Käranden] är den som har stämt någon."),
    ("put otherwise", "Din [huvudman] är den som du är god man för."),
    ("put otherwise", "Ett [vite] innebär att du måste betala."),
    ("put otherwise", "Ett [vite] är pengar som du måste betala."),
    ("put otherwise", "En [brytdag] är en dag när priset ändras."),
    ("apposition", "Du kan få betala [vite], en summa som nämnden bestämmer."),
    ("defined", "[Färdtjänst] är resor för den som har svårt att gå."),
    ("told by use", "En [fettavskiljare] samlar fett från köket."),
    ("in parenthesis", "Du kan få betala en sorts böter ([vite])."),
    ("has parenthesis", "Du kan få betala [vite] (en sorts böter)."),
    ("asked for", "# Vad är [färdtjänst]?"),
    ("put otherwise", "Chefen ska [attestera] fakturan, det vill säga godkänna den."),
    ("put otherwise", "Beslutet får [laga kraft] den 4 juni, vilket innebär att det inte går att överklaga."),
    ("told by clause", "Vi gör en [biståndsbedömning], där vi tar reda på vilken hjälp du behöver."),
    ("told by clause", "[Dagvattnet], som är regn och snö som har smält, ska rinna ner i marken."),
    ("told by clause", "Du får en [spisvakt], som stänger av spisen om den blir för varm."),
    ("examples", "Elsa får [extra anpassningar] i skolan, till exempel mer tid på prov och en egen plats."),
    ("told by content", "[Elevhälsan] består av skolsköterskan och kuratorn."),
    ("told by content", "I [planen] står vad du vill ha hjälp med."),
    ("told next", "Du kan få betala [vite]. Det betyder att du måste betala en summa."),
    ("told next", "Vi skriver en [genomförandeplan] ihop med dig. Där står vad du vill ha hjälp med."),
    ("told next", "Grannen har [servitut] på din väg. Hon har alltså rätt att köra där."),
    ("told next", "Vi skickar en [kreditfaktura]. Den tar bort den gamla fakturan."),
    ("told of its head", "I maj gör vi en [efterkontroll]. Kontrollen innebär att vi jämför med din lön."),
    ("told next", "Nämnden har beslutat om [vite]. Du får alltså betala en summa."),
    ("told next", "Du kan begära [laglighetsprövning]. Domstolen tittar då på om beslutet följer lagen."),
    ("told next", "Du har [högkostnadsskydd]. Det betyder att du aldrig betalar mer än 2 575 kronor i månaden."),
    ("put otherwise", "Du får [dispens], det vill säga ett undantag från regeln om hund på stranden."),
    ("put otherwise", "[Kommunicering]: du får läsa vad vi har kommit fram till och svara."),
    ("put otherwise", "[Situationsplanen] ska visa var på tomten växthuset ska stå."),
    ("told in passing", "Du behöver [strandskyddsdispens] för att få bygga en brygga nära vattnet."),
    ("told in passing", "För att få bygga en brygga behöver du [strandskyddsdispens]."),
    ("told in passing", "Vi gör en [förhandsbedömning] för att se om vi ska starta en utredning."),
    ("told in passing", "Vid [laglighetsprövning] prövar domstolen om beslutet följer lagen."),
    ("told in passing", "Skolan skriver ett [åtgärdsprogram] där det står vilket stöd Elsa ska få."),
    ("put otherwise", "Vi skriver en [genomförandeplan] som beskriver när och hur du vill ha hjälp."),
    ("told in passing", "[Recipienten], vattendraget som tar emot vattnet, är känslig."),
    ("told in passing", "[Bouppteckning], en lista över pengar och skulder, ska göras inom tre månader."),
    ("told in passing", "Inför [överprövningen], då domstolen granskar om vi gjort rätt, får vi inte skriva avtal."),
    ("told in passing", "Vi avvisar ditt [överklagande], vi tar alltså inte upp det."),
    ("follows its head", "Vatten från kök och dusch ([spillvatten]) leds till reningsverket."),
    ("follows its head", "Din ledning möter vår i en punkt vid gränsen, [förbindelsepunkten]."),
    ("told next", "Du kan få betala [vite]\nDet betyder att du måste betala en summa."),
    ("listed", "[Serviceinsatser] i form av fönsterputs får du varje vår."),
    ("listed", "[Serviceinsatser]: fönsterputs, storhandling och disk"),
    ("told by its parts", "Du vill fiska i kanalen. [Kanalfiske] säger vi nej till."),
    (
        "told by its parts",
        "# [Avgiftsjämförelse]\nVi gör en jämförelse mellan den avgift som du har betalat och din lön.",
    ),
    (
        "told next",
        "Du har [väsentliga svårigheter]. Det står i 13 kap. 8 § båtlagen. I praktiken innebär det att du inte går.",
    ),
    ("told by content", "I [elevhälsan] ingår skolsköterskan och kuratorn."),
    ("told by content", "I [familjesamtal] pratar föräldrar om hur barnen ska bo."),
    ("in parenthesis", "Grannen har fått rätt att köra på vägen ([servitut] 1984, kopia bifogas)."),
    ("follows its head", "Läkarintyg om båt ([reseintyg]) saknas."),
    ("told before", "Du kan få betala en summa pengar till hamnen, ett [vite]."),
    ("told next", "Båthuset har en [trekammarbrunn]. En sådan brunn tar hand om det fasta i avloppet."),
    ("told next", "Till ritningen hör en [relationshandling]. En sådan är en karta över hur det blev."),
]


@pytest.mark.parametrize(("way", "text"), EXAMPLES)
def test_a_term_is_explained(way: str, text: str) -> None:
    words, analysis = words_in(text)
    following = "".join(block.block.text for block in analysis.blocks[1:])
    assert way_explained(words, following) == way
    assert is_explained(words, analysis)


def test_what_a_meeting_is_for_tells_its_compound() -> None:
    words, analysis = words_in(
        "Kallelse till [rehabiliteringsmöte].\nSyftet med mötet är att du ska kunna arbeta i hamnen."
    )
    assert is_explained(words, analysis)


def test_a_long_word_is_not_divided_in_all_ways() -> None:
    words, _ = words_in(f"Du får [bostadstillägg], en form av {'a' * 5_000} och mer.")
    assert way_explained(words) is None


def test_every_way_has_an_example() -> None:
    assert {way for way, _ in EXAMPLES} == set(WAYS)


@pytest.mark.parametrize(
    "text",
    [
        "Du kan få betala [vite].",
        "Du ska ha ett [varaktigt funktionshinder] som innebär att du inte kan gå till båten.",
        "Du ska ha ett [hinder] som innebär att du inte kan gå. Det betyder att du har svårt att gå.",
        "Du har fått [vite]. Detta är något som nämnden ser allvarligt på.",
        "Du behöver ett [startbesked]. Det är vårt ansvar som nämnd att skriva det.",
        "Nämnden har beslutat om [vite], vilket är det tredje beslutet i år.",
        "Du kan få betala [vite]. Så är det även om du har flyttat.",
        "[Gemensamhetsanläggning] är aktuell för tolv båthus.",
        "Hamnen tillhör [gemensamhetsanläggningen] (Bodarna ga:3, väg och belysning).",
        "Du har begärt [inhibition] (omedelbart).",
        "Ett beslut om [inhibition] är vad du har begärt.",
        "[Inhibition] innebär ingen fördel för dig.",
        "Om du inte lämnar [svaromål] kan du förlora målet. Det betyder att du kan få betala för båten.",
        "Lämnas inget [svaromål] i tid. Det är en lång tid.",
        "[Kontrollansvarig] är Bo Ek, som är snickare och bor nära hamnen.",
        "Vi kan kräva papperen med [vite]. Det är ett brott att ljuga om båten.",
        "Vi kan kräva papperen med [vite]. Det är en bra idé att svara nu.",
        "[Svaromålet] är det viktigaste du lämnar in.",
        "När lovet har fått [laga kraft] är det i praktiken klart.",
        "Papperet kom genom [delgivning]. Detta är en följd av att adressen är okänd.",
        "Grannen har [servitut]. Det är ett gammalt servitut.",
        "Vi börjar med [kommunicering]: du har till den 4 maj på dig att svara.",
        "[Verkställigheten] är en fråga för hemtjänsten.",
        "I bilagan står vad en [faderskapsbekräftelse] innebär för barnets rätt till båten.",
        "Om [klaganden] är en kommun ska överklagandet komma in i maj.",
        "Vi har trots påminnelse inte sett någon [rättelse], vilket är att beklaga.",
        "Vi har 17 personal per [brukare]. Det är något över målet.",
        "Du kan söka [skuldsanering] fast du har jobb. Det viktiga är att du inte kan betala.",
        "I [avgiftsgrundande inkomst] ingår alla skattepliktiga inkomster.",
        "Vi bygger [trappan] mitt på torget, en plats som ni har valt.",
        "Ert [besittningsskydd] gäller: den 3 maj är sista dagen.",
        "Vi kommer på [tillsyn]. Det gör vi i maj.",
        "Skicka in en karta över bryggan, en ritning av boden, ett [utlåtande].",
        "Skicka in en karta över bryggan, ett [utlåtande], en ritning och två bilder.",
        "Du kan få betala för bryggan, ett [vite] på 3 000 kronor eller båda.",
        "Båthuset har en [trekammarbrunn]. En sådan brunn måste tömmas i maj.",
        "Huset ligger på [prickmark]. Ett sådant beslut kan du överklaga.",
        "Vi kallar till [samråd]. En handläggare ringer dig.",
        "[Medianen] är 31 kilometer i timmen (gränsen är 30).",
        "Hur du överklagar ([förvaltningsbesvär]).",
        "Beslutet delges sökanden ([delgivningskvitto]).",
        "Bifoga [fångeshandling] (köpebrev, gåvobrev el dyl).",
        "Vi skriver avtal när [avtalsspärren] löpt ut, d.v.s. tidigast den 3 maj.",
        "Skriv hur vägen löses, dvs. om [servitut] ska bildas.",
        "Enligt [rättspraxis] och hamnens vana avses som regel en sträcka på 100 meter.",
        "Skicka fullmakt från alla [dödsbodelägare], dvs. din bror.",
        "Huset ligger på [prickmark], vilket innebär en avvikelse från planen.",
        "Huset ligger på [prickmark], vilket innebär att åtgärden är planstridig.",
        "Anmäl en [kontrollansvarig] (behörighet N) för båthuset.",
        "Priset är högre vid [höglast] (nov–mars, vardagar kl. 07–20) och lägre annars.",
        "Lotsen tar ut en [uteblivandeavgift] om 300 kronor.",
        "Enligt [resegarantin] svarar vi i maj.",
        "Vi kallar till [rehabiliteringsmöte]. Mötet är i maj.",
        "Vi gör en [längdjämförelse]. Då skickar vi ett brev om längden.",
        "[Förkunskapskrav] för seglingen står på baksidan.",
        "Du har tre år på dig att klaga på [ursprungliga fel]. Det kallas reklamationsrätt.",
        "Vitet är ett tusen kronor. Betala [vitet] i tid.",
        "[Förfallodagen] är den 4 juni.",
        "Nästa [slamtömning] är om två år.",
        "Nästa [sotningsfrist] är om ungefär tre år.",
        "[Karenstiden] är en vecka.",
        "[Justeringen] av protokollet är den första maj.",
        "[Avstyckning] är ett bra sätt att dela en tomt.",
        "[Brandskyddskontroll] är en gång om året.",
        "Kommunens [anhörigkonsulent] heter Ulla Brandt.",
        "Ett [skolformsbyte] görs inte utan att ni är med.",
        "Du kallas till möte om [vite].",
        "Det så kallade [karensavdraget] har vi gjort på lönen.",
        "[Elevhälsan] är den som ringer dig.",
        "Skicka in [årsräkningen] (den 3 maj).",
        "Skicka in [årsräkningen] (senast fredag 3 maj).",
        "Begär [laglighetsprövning] (inom tre veckor från det att beslutet sattes upp).",
        "Rita in [serveringsytan] (inklusive uteserveringen).",
        "Boden står på [prickmark] (ca 4 kvadratmeter).",
        "Vi hittade dig i [elevmatrikeln] (serie D2:4).",
        "Kommunen och Karl Marklund ([arrendatorn]) skrev avtal.",
        "Alla ska vara med, det vill säga din bror och [särkullbarnet].",
        "En förutsättning för [skuldsanering] är att du inte kan betala.",
        "Barnets [vistelsetid] ska följa din arbetstid. Det är alltså inte okej att handla då.",
        "Enligt [praxis] avses den som går hundra meter.",
        "Mätarna har uppnått sin [revisionstid]. Detta innebär att du som kund får en ny.",
        "Du betalar upp till [inkomsttaket]. Med hushåll avses alla som bor ihop.",
        "Bifoga [bygglovet] (om sådant finns).",
        "Din [slamavskiljare] är en av de äldsta på gatan.",
        "Din [slamavskiljare], som är från 1974, behöver bytas ut.",
        "Ditt [fjärrlån] är en vecka försenat.",
        "Du får [växelvård] var tredje vecka, det vill säga den 3 maj.",
        "Du får [växelvård]. Det innebär att avgiften blir högre.",
        "Ni hyr utan [besittningsskydd]. Detta innebär följande för er: avtalet slutar i maj.",
        "Elsa får [extra anpassningar], till exempel i matematik.",
        "Vi skickar en [kreditfaktura]. Den kommer inom en vecka.",
        "[Nybyggnadskarta] saknas. Den inskickade kartan är en utskrift från internet.",
        "Huset står på [prickmark]. Detta innebär en avvikelse från planen.",
        "Du kan få mer hjälp i [ordinärt boende], såsom hemtjänst och larm.",
        "Lindarna omfattas av [biotopskydd], vilket innebär att det krävs dispens för att fälla dem.",
        "Efter samtalet får du ett [samtalsintyg], som gäller i ett år.",
        "Vi plogar [lokalgator] (prio 3) sist av alla.",
        "Stäng av vattnet på [primärsidan] (servisventilen) innan vi kommer.",
        "På gatan råder [utökad lovplikt], vilket du inte har tänkt på.",
        "Skicka in [ritning], karta och intyg.",
        "Skicka in [planritning], en karta och en fasadritning.",
        "[Startbeskedet] är inte klart för din del.",
        "[Skälig levnadsnivå] innebär inte att man får städat varje vecka.",
        "Läs mer om [vite] (se bilaga 2).",
        "Nämnden kan besluta om [vite] (9 kap. 2 § plan- och bygglagen).",
        "Du får [bostadsbidrag]. Det innebär att du får 1 870 kronor.",
        "Hälsningar från [servicehandledningen]. Detta är ett automatiskt meddelande som ingen svarar på.",
        "Bygg inte innan [startbesked] har kommit. Det innebär att du får vänta.",
        "Den sökande har i ansökan uppgett att huset ska få en ny takkupa mot gatan, en altan mot trädgården, ett"
        " förråd vid infarten och ett [attefallshus] i hörnet mot skogen i norr. Det innebär att tomten blir full.",
        "Kom till [samrådet], som är på torsdag, om du vill.",
        "Under [tillsynen], då vi träffade dig den 4 maj, var allt i ordning.",
        "Ditt [synfältsbortfall] gör att du inte får köra bil.",
        "Du behöver en [borgensman] för att få hyra lägenheten.",
        "Du behöver [nybyggnadskarta] för att få svar på din ansökan.",
        "Vi skickar [delgivningskvittot] för att få ditt namn på det.",
        "Taxan för vatten ([debitering]) gäller från maj.",
        "Du får [högkostnadsskydd]. Det betyder att du får 1 870 kronor.",
        "Du har fjorton [borgenärer], ett par skulder och en räkning där summan är fel.",
        "En sådan dom kan meddelas om [käranden] vill det. Det innebär att du kan få betala.",
        "Domen kan meddelas om svaranden [yrkar] det. Det innebär att du kan få betala.",
    ],
)
def test_a_term_is_not_explained(text: str) -> None:
    words, analysis = words_in(text)
    assert not is_explained(words, analysis)


@pytest.mark.parametrize(
    ("text", "is_listed"),
    [
        ("# Ordlista\n[Vite]: pengar som du måste betala.", True),
        ("# Svåra ord i beslutet\n- Ett [vite] betalar du om du inte gör det du ska.", True),
        ("# Så betyder orden\n[Vite]", True),
        ("# Ditt beslut\n[Vite] och avgift", False),
        ("# Ordlista\nOm du inte gör det du ska kan du få betala [vite].", False),
        (
            "Antagning. Den är i juni i år.\n[Omval]. I april får ni ändra er.\nReserv. Du kan få plats senare.",
            True,
        ),
        ("F-skatt – du betalar själv skatten.\n[Handelsbolag] – ni är flera.\nMoms – skatt på det du säljer.", False),
        (
            "F-skatt – du betalar själv skatten.\n[Bolag] – ni är flera som äger.\nMoms – skatt på det du säljer.",
            True,
        ),
        ("[Omval]. I april får ni ändra er så mycket ni vill.", False),
        (
            "Schakt – klar i maj för alla.\n[Dränering] – klar i juni för alla.\nTak – klart i juli för alla.",
            False,
        ),
    ],
)
def test_a_glossary_explains_what_its_lines_begin_with(text: str, is_listed: bool) -> None:
    words, analysis = words_in(text)
    assert is_explained(words, analysis) is is_listed


@pytest.mark.parametrize(
    ("text", "explains"),
    [
        (" (en sorts böter) om du", True),
        (" (böter (pengar) till staten)", True),
        (" (kamin)", True),
        (" (täljstenskamin)", False),
        (" (kamin, plan 1)", False),
        (" (PBL)", False),
        (" (b)", False),
        (" (krävs inte för små bryggor)", False),
        (" (se bilaga 2)", False),
        (" (byggnadsnämnden)", False),
        (" (dnr 2024:12)", False),
        (" eller böter (pengar)", False),
    ],
)
def test_a_parenthesis_of_words_explains(text: str, explains: bool) -> None:
    assert has_explaining_parenthesis(text) is explains
