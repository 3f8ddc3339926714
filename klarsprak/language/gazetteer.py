"""Common Swedish names, as a hint for the networks: they decide, the hint only tells what a word often is."""

from __future__ import annotations

import re

_FIRST_NAMES = """
abdi adam agneta ahmed aina albin alex alexander alexandra alf ali alice alma alva amanda amina amir anders andreas
anette anita ann anna annika anton arne arvid astrid axel barbro bengt berit bert birgit birgitta bjarne björn bo
bosse britt britta camilla carina carl carolina caroline cecilia charlotta charlotte christer christian christina
christoffer claes conny dag dan daniel danuta david dennis doris ebba einar eino elin elis elisabet elisabeth ella
ellen elsa elvira emanuel emelie emil emilia emma eric erica erik erika erland eskil ester eva evert fatima fatuma
felicia felix filip fredrik frida fritz gabriel gerd gerda gert greta gun gunilla gunnar gunnel gustaf gustav göran
gösta hanna hannah hannes hans harald harriet harry hassan hedvig helen helena helene helga henning henrik henry
hilda hilma hugo hussein håkan ibrahim ida ines inga inge ingeborg ingegerd inger ingmar ingrid ingvar irene
isabella isak ivar jacob jakob jan janne jeanette jenny jens jerker jesper jessica joakim joel johan johanna
johannes john johnny jonas jonathan jonna josef josefin josefine julia julius jörgen kaisa kajsa karim karin karl
karolina katarina katja kenneth kent kerstin kicki kim kjell klara klas knut krister kristian kristin kristina
kristoffer kurt lage laila lars lasse leif leila lena lennart leo leon lilian lilly lina linda linnea linnéa linus
lisa lisbeth liv lotta louise lovis lovisa lucas ludvig lukas maj maja malena malin margareta margit margita maria
mariam marianne marie marika marina mario mark markus marta martin martina matilda mats mattias max maya melker
meryem mia michael mikael mikaela minna mira moa mohamed mohammed mona monica monika muhammed märta mårten nadia
nathalie nils nina noah nora ola olga oliver olivia olle olof oscar oskar ove patricia patrik paul paula per
pernilla peter petra petter pia pontus ragnar ralf rebecka renée richard rikard rita robert robin roger roland rolf
ronja rose roy rut ruth saga samir samuel sandra sara sebastian selma sigrid sigvard simon siv sixten sofia sofie
solveig sonja staffan stefan stellan sten stig stina sture sune susanna susanne svante sven sylvia tage tea teodor
terese theo therese thomas tilda tim tobias tomas tommy tor tord tore torsten tove tuva tyra ulf ulla ulrik ulrika
urban ursula valter vendela vera veronica vidar viggo viking viktor viktoria vilgot vilhelm vilma vincent viola
virpi walter wilhelm william wilma yasmin yngve yusuf yvonne zahra zeynep älva åke åsa örjan östen
"""

_PLACES = """
afghanistan afrika albanien ale alingsås alvesta amerika aneby arboga argentina arjeplog arvidsjaur arvika asien
askersund australien avesta belgien bengtsfors berg berlin bjurholm bjuv blekinge boden bohuslän bollebygd bollnäs
borgholm borlänge borås botkyrka boxholm brasilien bromölla bryssel bräcke bulgarien burlöv båstad chile dalarna
dalsland danderyd danmark degerfors dorotea eda egypten ekerö eksjö emmaboda england enköping eskilstuna eslöv
estland etiopien europa fagersta falkenberg falköping falun filipstad finland finspång flen forshaga frankrike
färgelanda gagnef gislaved gnesta gnosjö gotland grekland grums grästorp gullspång gällivare gästrikland gävle
götaland göteborg götene habo hagfors halland hallsberg hallstahammar halmstad hammarö haninge haparanda heby
hedemora helsingborg helsingfors herrljunga hjo hofors holland huddinge hudiksvall hultsfred hylte hälsingland
härjedalen härnösand härryda hässleholm håbo höganäs högsby hörby höör indien irak iran irland island israel italien
japan jokkmokk jämtland järfälla jönköping kalix kalmar kanada karlsborg karlshamn karlskoga karlskrona karlstad
katrineholm kenya kil kina kinda kiruna klippan knivsta kramfors kristianstad kristinehamn kroatien krokom kumla
kungsbacka kungsör kungälv kävlinge köpenhamn köping laholm landskrona lappland laxå lekeberg leksand lerum lessebo
lettland libanon lidingö lidköping linköping litauen ljungby ljusdal ljusnarsberg lomma london ludvika luleå lund
luxemburg lycksele lysekil malmö malung mariestad markaryd medelpad mellerud mjölby mora moskva motala mullsjö
munkedal munkfors mölndal mönsterås mörbylånga nacka nederländerna nora norberg nordanstig nordmaling norge
norrbotten norrköping norrland norrtälje norsjö nybro nykvarn nyköping nynäshamn närke nässjö ockelbo olofström orsa
orust osby oskarshamn oslo ovanåker oxelösund pajala paris partille perstorp piteå polen portugal ragunda
robertsfors rom ronneby rumänien ryssland rättvik sala salem sandviken schweiz serbien sigtuna simrishamn sjöbo
skara skellefteå skinnskatteberg skottland skurup skåne skövde slovakien slovenien smedjebacken småland sollefteå
sollentuna solna somalia sorsele sotenäs sovjet sovjetunionen spanien staffanstorp stenungsund stockholm
storbritannien storfors storuman strängnäs strömstad strömsund sundbyberg sundsvall sunne surahammar svalöv svealand
svedala svenljunga sverige sydafrika sydamerika syrien säffle säter sävsjö söderhamn söderköping södermanland
södertälje sölvesborg sörmland tanum thailand tibro tidaholm tierp timrå tingsryd tjeckien tjörn tomelilla torsby
torsås tranemo tranås trelleborg trollhättan trosa turkiet tyresö tyskland täby töreboda uddevalla ukraina
ulricehamn umeå ungern uppland upplands uppsala uppvidinge usa vadstena vaggeryd valdemarsvik vallentuna vansbro
vara varberg vaxholm vellinge vetlanda vietnam vilhelmina vimmerby vindeln vingåker vänersborg vännäs värmdö
värmland värnamo västerbotten västergötland västervik västerås västmanland västtyskland växjö vårgårda wien ydre
ystad älmhult älvdalen älvkarleby älvsbyn ängelholm åland åmål ånge ångermanland åre årjäng åsele åstorp åtvidaberg
öckerö ödeshög öland örebro örkelljunga örnsköldsvik östergötland österrike östersund österåker östhammar
östtyskland överkalix övertorneå
"""

FIRST_NAMES = frozenset(_FIRST_NAMES.split())
PLACES = frozenset(_PLACES.split())

LISTED = (("P", FIRST_NAMES, "Anna"), ("L", PLACES, "Ekerö"))
"""Letters for lists of names, with an example."""

# Surnames by their last part: -son, -berg, -qvist.
_SURNAME = re.compile(r"\w{2,}(?:sson|berg|ström|qvist|kvist|lund|gren|blad|stedt|dahl|mark|lind|löf|zon|ander)s?$")
# Streets, squares and settlements by their last part: -gatan, -torget, -köping.
_STREET = re.compile(
    r"\w{3,}(?:gatan|vägen|gränd|torget|stigen|allén|backen|köping|stad|borg|hamn|sund|ryd|torp|byn|bro|vik|ö)s?$"
)
# Authorities and other bodies, in the definite: -nämnden, -verket, -rätten.
_BODY = re.compile(
    r"\w*(?:nämnden|styrelsen|fullmäktige|kontoret|verket|förvaltningen|kassan|rätten|domstolen|byrån|partiet|banken)s?$"
)
BY_ENDING = (("S", _SURNAME, "Gustavsson"), ("O", _BODY, "Socialnämnden"), ("L", _STREET, "Storgatan"))
"""Letters for what names end in, with an example."""


def hint(form: str) -> str:
    """A letter for what a capitalised form often names (P, S a surname, L, O), empty where nothing is known.

    >>> hint("Annas"), hint("Storgatan"), hint("Du")
    ('P', 'L', '')
    """
    lower = form.lower()
    return _listed_letter(lower) or _letter_by_ending(lower)


def _listed_letter(lower: str) -> str:
    """The letter of the list that has the name or its nominative: *Anna, Annas, EU:s*."""
    nominative = lower.removesuffix("s").removesuffix(":")
    for letter, names, _ in LISTED:
        if not names.isdisjoint((lower, nominative)):
            return letter
    return ""


def _letter_by_ending(lower: str) -> str:
    """The letter that the name's ending tells: *Gustavsson, Storgatan*."""
    for letter, pattern, _ in BY_ENDING:
        if pattern.match(lower):
            return letter
    return ""
