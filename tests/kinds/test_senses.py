"""Terms that mean different things in different trades: each is explained in the sense of its letter, or let be."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.kinds.term.rule import TermRule
from tests.support import shipped_rules

PAGE = Path(__file__).parents[2] / "docs" / "handbok" / "betydelser.md"
_ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| `fackord\.([^`]+)` \|$", re.MULTILINE)
"""*| remiss | (1) En remiss är … | (1) annars … | `fackord.remiss` |*"""
_MEANING = re.compile(r"\(\d\) (?!inget fackord)(.+?)(?= \(\d\) |$)")
ROWS = _ROW.findall(PAGE.read_text(encoding="utf-8"))

EXPLAINED = [
    ("Förslaget skickas på remiss till nämnderna.", "remiss", "ett förslag som skickas ut"),
    ("Vårdcentralen remitterar dig till sjukhuset.", "remitterar", "inom vården"),
    ("Vi remitterar ansökan till polisen.", "remitterar", "få veta vad de tycker"),
    ("Socialnämnden har beslutat om en placering.", "placering", "bor på ett ställe"),
    ("Barnets placering på förskolan gäller från augusti.", "placering", "plats, till exempel på en förskola"),
    ("Kammarrätten ger prövningstillstånd.", "prövningstillstånd", "kammarrätten först"),
    ("Högsta förvaltningsdomstolen ger prövningstillstånd.", "prövningstillstånd", "förvaltningsdomstolen först"),
    ("Hovrätten ger prövningstillstånd.", "prövningstillstånd", "hovrätten först"),
    ("Domstolen ger prövningstillstånd.", "prövningstillstånd", "domstolen först"),
    ("Det finns synnerliga skäl att pröva saken.", "synnerliga skäl", "Synnerliga skäl är"),
    ("Det finns särskilda skäl att pröva saken.", "särskilda skäl", "Särskilda skäl är"),
    ("Skriv under och skicka tillbaka ditt mottagningsbevis.", "mottagningsbevis", "Ett mottagningsbevis"),
    ("Det står i ditt delgivningsbevis.", "delgivningsbevis", "Ett delgivningsbevis"),
    ("Marken är kvartersmark.", "kvartersmark", "Kvartersmark är mark för tomter"),
    ("Det krävs enkel majoritet.", "enkel majoritet", "fler än hälften"),
    ("Det är ett betungande beslut för dig.", "betungande beslut", "kräver eller tar"),
    ("Den nya ledningen tar ytvatten från sjön.", "ytvatten", "sjöar, åar"),
    ("Du kan återkalla din ansökan.", "återkalla", "ta tillbaka det"),
    ("Butiken måste återkalla varan.", "återkalla", "be alla att lämna tillbaka"),
    ("Den gode mannen träffar sin huvudman varje månad.", "huvudman", "den gode mannen"),
    ("Du kan klaga hos skolans huvudman.", "huvudman", "ansvarar för skolan"),
    ("Färjan har staten som huvudman. Skolskjutsen ändras inte.", "huvudman", "för en väg eller för bussarna"),
    ("Beslutet om bryggan skickas till Almviks Båtar AB (delges).", "delges", "mottagaren verkligen får"),
    ("Tiden räknas från den dag då beslutet har delgivits.", "delgivits", "att hen verkligen får det"),
    ("Frågor om räkningen besvaras av vår kundreskontra.", "kundreskontra", "de som håller reda på"),
    ("Vid genomgång av kundreskontra såg vi att räkningen är obetald.", "kundreskontra", "en lista"),
    ("Enligt vår kundreskontra är räkningen betald.", "kundreskontra", "en lista"),
    ("Migrationsverket vill veta var referenspersonen bor.", "referenspersonen", "redan bor i Sverige"),
    ("Brottet är snart preskriberat.", "preskriberat", "dömas för brottet"),
    ("Skatteverket bestämmer om jämkning av skatten.", "jämkning", "hur mycket skatt"),
    ("Räddningstjänsten avslutade sin insats.", "insats", "räddningstjänsten gör"),
    ("Länsstyrelsen beslutar om omhändertagande av dina hundar.", "omhändertagande", "tar djuren"),
    ("Vikariatet ligger inom ramtiden.", "ramtiden", "varit anställd"),
    ("Personalen ser en lista i programmets gränssnitt.", "gränssnitt", "ser på skärmen"),
    ("Systemen är anslutna till ett gränssnitt.", "gränssnitt", "två system"),
    ("Saknas papper avvisar vi ansökan.", "avvisar", "inte prövar den"),
    ("Ditt överklagande avvisades i går.", "avvisades", "inte pröva det"),
    ("Nämnden remitterade frågan till polisen.", "remitterade", "remittera något"),
    ("Tjänsten återkallar spärren.", "återkallar", "återkalla något"),
    ("Lantmäteriet håller en förrättning. Dödsboet äger tomten bredvid.", "förrättning", "mäter en gräns"),
    ("Tingsrätten är den lägsta instansen när båtägare är oense.", "instansen", "på en viss nivå"),
    (
        "Nästa instans är länsstyrelsen, och sedan en domstol vid Nacka tingsrätt.",
        "instans",
        "domstol eller myndighet",
    ),
    ("Avgiften för elen följer månadens maxtimme. Ladda inte två bilar samtidigt.", "maxtimme", "då du använder"),
    ("Ladda inte två bilar under maxtimmen.", "maxtimmen", "då du använder"),
    ("Vi har räknat trafiken på bron, och under maxtimmen går 40 bilar där.", "maxtimmen", "trafiken är som störst"),
    ("Vi har räknat båtarna. Under maxtimmen är de 40.", "maxtimmen", "till exempel en väg"),
    ("Delar du skulden för båten på kajen tar vi en uppläggningsavgift.", "uppläggningsavgift", "dela upp en skuld"),
    ("För båten betalar du en uppläggningsavgift.", "uppläggningsavgift", "på land"),
    (
        "För båten betalar du en uppläggningsavgift. Sedan är skulden betald.",
        "uppläggningsavgift",
        "dela upp en skuld",
    ),
    ("Lantmäteriet håller förrättningen. Ni har gjort en bouppteckning.", "förrättningen", "mäter en gräns"),
    ("Svaranden får pengar för en timme per instans.", "instans", "på en viss nivå"),
    ("Svaranden kan skriva till en annan instans, till exempel länsstyrelsen.", "instans", "eller myndighet"),
    ("Står båten kvar på kajen tar vi ut en uppläggningsavgift.", "uppläggningsavgift", "på land"),
    ("Ledamoten yrkade bifall till förslaget.", "bifall", "ja till ett förslag"),
]
LET_BE = [
    "Text som anger organisationens fysiska placering.",
    "Ritningen ska visa skyltens placering på väggen.",
    "Vi lämnar tiderna med reservation för ändringar.",
    "I e-tjänsten kan du godkänna eller avvisa platsen som du ansökte om.",
    "Besöksadress: Torgplatsen 4, 123 45 Storköping.",
    "Vi gallrar buskarna vid gångvägen.",
    "Du ansvarar för omhändertagande av sopor.",
    "Läkaren gör en injustering av medicinen.",
    "Läkaren skriver en remiss till ögonkliniken.",
    "Berätta om din syn på platsen.",
    "Du hämtar paketet hos ditt ombud.",
    "Du har fått en kontrollavgift för att du parkerade fel.",
    "Ditt uppdrag som god man upphör. Lämna en sluträkning och en årsräkning.",
    "Din huvudman behöver en årsräkning.",
    "Din årsräkning har kommit in, och vi läser den i maj.",
    "Du som arbetsgivare redovisar assistansersättning för dina assistenter.",
    "Informationen kommuniceras mellan vården och mottagaren.",
    "Varje tjänsteinstans har en egen databas.",
    "Planläggning av inventeringen sker i samråd med alla som räknar djuren.",
    "Patienten har sagt ja till en tillfällig hävning av spärren.",
]


@cache
def _checker() -> Checker:
    return Checker(rules=[rule for rule in shipped_rules() if isinstance(rule, TermRule)])


@pytest.mark.parametrize(("text", "term", "explanation"), EXPLAINED)
def test_a_term_is_explained_in_its_sense(text: str, term: str, explanation: str) -> None:
    messages = [found.message for found in _checker().check(parse(text).letter).findings if found.text == term]
    assert len(messages) == 1
    assert explanation in messages[0]


@pytest.mark.parametrize("text", LET_BE)
def test_what_is_no_jargon_here_is_let_be(text: str) -> None:
    assert [found.text for found in _checker().check(parse(text).letter).findings] == []


def test_the_table_of_senses_says_what_the_rules_say() -> None:
    terms = [rule for rule in shipped_rules() if isinstance(rule, TermRule)]
    usual = {
        text
        for rule in terms
        for text in ([rule.explain] if isinstance(rule.explain, str) else rule.explain.values())
    }
    explanations = usual | {sense.explain for rule in terms for sense in rule.senses}
    quoted = {meaning for _, meanings, *_ in ROWS for meaning in _MEANING.findall(meanings)}
    assert len(quoted) > len(ROWS)
    assert quoted - explanations == set()


def test_the_table_of_senses_names_rules_that_there_are() -> None:
    rules = {rule.id: rule for rule in shipped_rules() if isinstance(rule, TermRule)}
    assert len(ROWS) >= 150
    for term, *_, name in ROWS:
        rule = rules[name]
        assert term in rule.words
        assert rule.senses or rule.has_conditions or not isinstance(rule.explain, str)
