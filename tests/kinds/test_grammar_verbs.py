"""Checks of verbs and of their order: sentences that have the mistake, and sentences that look like it."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.checks import CheckName
from tests.kinds.test_grammar import found

Mistakes = list[tuple[str, tuple[str, ...]]]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("Avgiften kan blir högre i höst.", [("kan blir", ("kan bli",))]),
        ("Du behöver inte lämnar in något.", [("behöver inte lämnar", ("behöver inte lämna",))]),
        ("I mars ska vi öppnar badet.", [("ska vi öppnar", ("ska vi öppna",))]),
        ("Vi vet att kommunen ska bygger här.", [("ska bygger", ("ska bygga",))]),
        ("Besluten kan skickades på måndag.", [("kan skickades", ("kan skickas",))]),
        ("Det är bra att kunna ringer dig.", [("kunna ringer", ("kunna ringa",))]),
        ("Bron ska kan bära bussar.", [("ska kan", ("ska kunna", "kan"))]),
        ("Vi tycker inte att badet ska stäng i höst.", [("ska stäng", ("ska stänga", "ska stängas"))]),
        ("För att rätten ska kan ta upp målet krävs mer.", [("ska kan", ("ska kunna", "kan"))]),
        ("I 2 kap. 3 § kommunallagen står att vi ska behandlar alla lika.", [("ska behandlar", ("ska behandla",))]),
        ("Så snart vi kan skickar vi kortet.", []),
        ("Den som vill får vänta här.", []),
        ("Om ni vill går det bra att ringa.", []),
        ("Det stöd du får är till för resor.", []),
        ("Det belopp varje familj får är olika stort.", []),
        ("Alla som behöver får hjälp.", []),
        ("Vi gör det av fri vilja för barnens skull.", []),
        ("Huset kan ses från vägen.", []),
        ("Kommunen kan få bidrag för väl utförda planer.", []),
    ],
)
def test_a_modal_has_an_infinitive_after_it(text: str, mistakes: Mistakes) -> None:
    assert found("after_modal", text) == mistakes


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("Handläggaren har ringde dig i dag.", [("har ringde", ("har ringt",))]),
        ("Vi har inte skicka fakturan.", [("har inte skicka", ("har inte skickat",))]),
        ("Avtalet måste ha skrevs under i maj.", [("ha skrevs", ("ha skrivits",))]),
        ("Om du har angav fel nummer ringer vi.", [("har angav", ("har angett",))]),
        ("Den som har lämnade in provet får svar.", [("har lämnade", ("har lämnat",))]),
        ("När beslutet har meddelas får du besked.", [("har meddelas", ("har meddelats",))]),
        ("De har lovade att radera mejlet.", [("har lovade", ("har lovat",))]),
        ("Du har få ett beslut från oss.", [("har få", ("har fått",))]),
        ("Vi har planerade aktiviteter hela året.", []),
        ("Allt vi har tas om hand.", []),
        ("Har den misstänkte inte fått brevet?", []),
        ("Du har värk i ryggen.", []),
        ("Nu har Ebba fått en plats.", []),
        ("De uppgifter ni har räcker.", []),
        ("Vi barn hade var sitt rum.", []),
    ],
)
def test_har_has_a_supine_after_it(text: str, mistakes: Mistakes) -> None:
    assert found("after_have", text) == mistakes


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("Det är viktigt att lämnar nyckeln.", [("att lämnar", ("att lämna",))]),
        ("Hon är ledig för att kan följa med.", [("att kan", ("att kunna",))]),
        ("Ni gör klokt i att inte har bråttom.", [("att inte har", ("att inte ha",))]),
        ("Lär dig att gör en budget.", [("att gör", ("att göra",))]),
        ("Det är skulder som inte går att betalar.", [("att betalar", ("att betala",))]),
        ("Efter att har läst brevet kan du svara.", [("att har", ("att ha",))]),
        ("Vi räknar så att har en månad gått är det för sent.", []),
        ("Kom ihåg att får du ett arbete ska du ringa.", []),
        ("Det är ett krav som vi tror att gäller alla.", []),
        ("Vi tycker att kläder är dyra.", []),
        ("Vi påminner om att cyklar och kärror inte får stå här.", []),
        ("Vi ser till att registrerades rättigheter skyddas.", []),
        ("Vi vet att när du ringer är det bråttom.", []),
        ("Metoden går ut på att skyddade personer inte syns.", []),
    ],
)
def test_att_has_an_infinitive_after_it(text: str, mistakes: Mistakes) -> None:
    assert found("finite_after_att", text) == mistakes


OTHERS: list[tuple[CheckName, str, Mistakes]] = [
    ("double_supine", "Vi hade kunnat avslutat ärendet.", [("kunnat avslutat", ("kunnat avsluta",))]),
    ("double_supine", "Han hade inte fått betalt.", []),
    ("double_supine", "Elin har fått godkänt på resan.", []),
    ("double_supine", "Ni har fått väntat länge.", [("fått väntat", ("fått vänta",))]),
    ("after_modal", "Dina får kan gå kvar i hagen.", []),
    ("two_verbs", "Dina får kan gå kvar i hagen.", []),
    ("verb_not_second", "I går kväll föll hon i hallen.", []),
    ("missing_verb", "Plogen kom efter att regnet slutade.", []),
    ("clause_without_subject", "Vi tycker att är för dyrt.", [("att är", ("att det är",))]),
    ("clause_without_subject", "Ett råd att är tyst.", [("att är", ("att det är", "att vara"))]),
    ("double_att", "Tänk på att att porten stängs.", [("att att", ("att",))]),
    ("double_att", "Vi vet att att vänta är svårt.", []),
    ("att_after_modal", "Du ska istället att vända dig hit.", [("ska istället att vända", ("ska istället vända",))]),
    ("att_after_modal", "Ni måste att flytta bilen.", [("måste att flytta", ("måste flytta",))]),
    ("att_after_modal", "Begäran kan att lämnas här.", [("kan att lämnas", ("kan lämnas",))]),
    ("att_after_modal", "Det görs får att få svar.", [("får att få", ("får få", "för att få"))]),
    ("att_after_modal", "Vi vill att du kommer.", []),
    ("att_after_modal", "Det är lätt för den som kan att hjälpa till.", []),
    ("bare_after_come", "Brevet kommer skickas i dag.", [("kommer skickas", ("kommer att skickas",))]),
    ("bare_after_come", "Nu kommer vi stänga badet.", [("kommer vi stänga", ("kommer vi att stänga",))]),
    ("bare_after_come", "Hon kommer från Ekvalla.", []),
    ("bare_after_may_come", "Mer kan komma behövas.", [("komma behövas", ("komma att behövas",))]),
    ("bare_after_may_come", "Du kan komma hit.", []),
    ("bare_after_preposition", "Använd asken för skicka larmet.", [("för skicka", ("för att skicka",))]),
    ("bare_after_preposition", "Alla bör hjälpas åt för skydda djuren.", [("för skydda", ("för att skydda",))]),
    ("bare_after_preposition", "Vi behöver fler kort för kunna börja.", [("för kunna", ("för att kunna",))]),
    ("bare_after_preposition", "Du kan svara genom klicka på länken.", [("genom klicka", ("genom att klicka",))]),
    ("bare_after_preposition", "Avdrag medges för vara som säljs.", []),
    ("bare_after_preposition", "Kan du till en början betala hälften?", []),
    ("bare_after_preposition", "Kommunen ger till känna att vägen är stängd.", []),
    ("bare_after_adjective", "Det är lättare hitta hit nu.", [("lättare hitta", ("lättare att hitta",))]),
    ("bare_after_adjective", "Nu kan du lättare hitta hit.", []),
    ("infinitive_for_finite", "Det är bra om ni berätta det.", [("ni berätta", ("ni berättar",))]),
    (
        "infinitive_for_finite",
        "De skriver att kommunen behöva brunnar.",
        [("kommunen behöva", ("kommunen behöver",))],
    ),
    ("infinitive_for_finite", "Eftersom du inte svara stänger vi ärendet.", [("du inte svara", ("du inte svarar",))]),
    ("infinitive_for_finite", "Skriv varför du tycka det.", [("du tycka", ("du tycker",))]),
    ("infinitive_for_finite", "Det finns regler, vilka man läsa mer om.", [("man läsa", ("man läser",))]),
    ("infinitive_for_finite", "Vi vet vilka ni låta sova.", [("ni låta", ("ni låter",))]),
    ("infinitive_for_finite", "Du vet vilka du kan fråga och vilka vi ska ringa.", []),
    ("infinitive_for_finite", "Ska vi betala och ni vänta?", []),
    ("infinitive_for_finite", "Du kan välja att varje månad betala lite.", []),
    ("infinitive_for_finite", "Varan är avsedd att olovligen tillhandahållas.", []),
    ("infinitive_for_finite", "Kommunen ska i fråga om bidrag lämna besked.", []),
    ("infinitive_after_and", "Vi läser allt och besluta sedan.", [("och besluta", ("och beslutar",))]),
    ("infinitive_after_and", "Vi hjälper dig att söka och välja.", []),
    ("att_for_finite", "Golvet läggs om och vi att flytta bordet.", [("vi att", ("vi kommer att",))]),
    ("att_for_finite", "Tycker du att vänta är svårt?", []),
    ("supine_for_finite", "Vi fått dina ritningar.", [("Vi fått", ("Vi har fått",))]),
    ("supine_for_finite", "När vi fått dem ringer vi.", []),
    ("same_verb_twice", "Parten anses ta tagit del av det.", [("ta tagit", ("ta", "tagit"))]),
    ("same_verb_twice", "Kommunen har haft vägen länge.", []),
    ("no_finite", "Vi tacksamma för svar i maj.", [("Vi tacksamma", ("Vi är tacksamma",))]),
    ("no_finite", "Det bättre att vänta.", [("Det bättre", ("Det är bättre",))]),
    ("no_finite", "Det minsta vi kan göra är att svara.", []),
    ("not_after_verb", "Om du kan inte komma ringer vi.", [("kan inte", ("inte kan",))]),
    ("not_after_verb", "Det gäller barn som har inte plats.", [("har inte", ("inte har",))]),
    ("not_after_verb", "Om tillstånd meddelas inte står domen fast.", [("meddelas inte", ("inte meddelas",))]),
    ("not_after_verb", "Regeln är en som gäller inte bara bilar.", []),
    ("not_after_verb", "Beslut om varning får inte överklagas.", []),
    ("not_after_verb", "De bevis som åberopas inte redan har prövats.", []),
    ("not_after_verb_loose", "Hon säger att hon fick inte veta.", [("fick inte", ("inte fick",))]),
    ("not_after_verb_loose", "Hon säger att hon inte fick veta.", []),
    ("not_before_verb", "Vi inte hittar fakturan.", [("Vi inte hittar", ("Vi hittar inte",))]),
    ("not_before_verb", "Synd att vi inte hittar den.", []),
    ("after_have", "Har den dömde hemvist i Sverige?", []),
    ("after_modal", "På kopian ska den tilltalades adress stå.", []),
    ("after_modal", "Du kan färdas med båten.", []),
    ("not_after_verb", "Om den bötfällde inte kommer prövas saken ändå.", []),
    ("two_verbs", "Den dömde ska få veta det.", []),
    ("same_verb_twice", "Det gäller om den dömde döms igen.", []),
    ("verb_not_second", "Här angivna avgifter gäller i hamnen.", []),
    ("bare_after_preposition", "Arbetet har gått i stå.", []),
    ("bare_after_preposition", "Varje dag som du har betalat för räknas som en hel dag.", []),
    ("missing_verb", "Vi anser att köparens rätt att klaga gäller.", []),
    ("turned_clause", "Här är kartor som kan ni använda.", [("kan ni", ("ni kan",))]),
    ("turned_clause", "Den kan ni använda.", []),
    ("turned_question", "Hon vet inte hur ska hon betala.", [("ska hon", ("hon ska",))]),
    ("turned_question", "Hur ska hon betala?", []),
    ("verb_not_second", "Dessutom det finns hiss.", [("det finns", ("finns det",))]),
    ("verb_not_second", "Just nu personalen byter lampor.", [("personalen byter", ("byter personalen",))]),
    ("verb_not_second", "Här du kan ta del av svaren.", [("du kan", ("kan du",))]),
    ("verb_not_second", "Sedan vi gör en plan.", [("vi gör", ("gör vi",))]),
    ("verb_not_second", "Sedan vi flyttade hit har vi trivts.", []),
    ("verb_not_second", "Därför att det finns hiss.", []),
    ("verb_not_second", "I dag på morgonen kom posten.", []),
    ("verb_after_clause", "När du är klar, du ska lämna kortet.", [("du ska", ("ska du",))]),
    ("verb_after_clause", "När du är klar, har betalat och går, ska du lämna kortet.", []),
    ("present_after_imperative", "Skriv under och lämnar det här.", [("och lämnar", ("och lämna",))]),
    ("present_after_imperative", "Ring om du är sjuk och behöver hjälp.", []),
]


@pytest.mark.parametrize(("name", "text", "mistakes"), OTHERS)
def test_other_checks_of_verbs(name: CheckName, text: str, mistakes: Mistakes) -> None:
    assert found(name, text) == mistakes


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("Beslutet är har skickats till er.", [("är har", ("är", "har"))]),
        ("Den nya taxan gäller börjar gälla i maj.", [("gäller börjar", ("gäller", "börjar"))]),
        ("Det du har är ditt.", []),
        ("I de avgifter du betalar ingår vatten.", []),
        ("Här har var och en rätt att läsa.", []),
        ("Reglerna är baserade på lagen.", []),
    ],
)
def test_a_clause_has_one_finite_verb(text: str, mistakes: Mistakes) -> None:
    assert found("two_verbs", text) == mistakes


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("När du har fått beslutet du kan överklaga.", [("du kan", ("kan du",))]),
        ("När du har fått beslutet kan du överklaga.", []),
        ("När du har fått det beslut du väntar på kan du överklaga.", []),
        ("Om det var du kan du bortse från brevet.", []),
    ],
)
def test_the_verb_comes_after_a_clause_without_a_comma_too(text: str, mistakes: Mistakes) -> None:
    assert found("verb_after_bare_clause", text) == mistakes


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("Alla har rätt yttra sig.", [("rätt yttra", ("rätt att yttra",))]),
        ("Kommunen kan med rätt kräva pengarna.", []),
        ("Vid behov och tillfälle upprättas en plan.", []),
    ],
)
def test_a_right_to_do_something_has_att(text: str, mistakes: Mistakes) -> None:
    assert found("bare_after_noun", text) == mistakes
