"""Which audiences a letter is plainly written to, and so which words its reader knows."""

from __future__ import annotations

import pytest

from klarsprak.analysis import analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.prose.audience import Audience, is_written_to
from klarsprak.prose.audience_signs import SIGNS
from klarsprak.signature import SignatureBlock

SENDER = "Norrlida kommun\nServicekontoret\nBox 31, 998 21 Norrlida\n"
TO_PERSON = "Eva Berg\nTallgatan 2\n512 95 Norrlida\n"


def of(letter: str) -> set[str]:
    """The audiences of that letter, by name."""
    analysis = analyse_letter(parse(letter).letter, Need.FORMS, SignatureBlock)
    return {str(audience) for audience in Audience if is_written_to([audience], analysis)}


def to(name: str, text: str) -> set[str]:
    """The audiences of a letter to the organisation of that name."""
    return of(f"{SENDER}{name}\nTallgatan 2\n512 95 Norrlida\n\n{text}")


def to_person(text: str) -> set[str]:
    """The audiences of a letter to Eva Berg."""
    return of(f"{SENDER}{TO_PERSON}\n{text}")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Almviks roddklubb", "Ni får bidraget i maj.", {"förening"}),
        ("Norrlida IF", "Ni får hallen på tisdagar.", {"förening"}),
        ("Ekeby samfällighetsförening", "Vägen ska plogas.", {"förening"}),
        ("Klockarbyns bygdegille\nAtt: Eva Berg", "Ni får bidraget i maj.", {"förening"}),
        ("Brf Tallbacken", "Vi vill se fläktarna på vinden.", {"bostadsrättsförening", "förening"}),
        ("Bostadsrättsföreningen Måsen", "Ni ska svara i maj.", {"bostadsrättsförening", "förening"}),
        ("Almviks Plåt & Motor AB", "Ni får tillståndet i maj.", {"företag"}),
        ("Taxi Norrlida HB", "Ni kör skolbarn i höst.", {"företag"}),
        ("Almviks Krog AB", "Vi har varit i ert kök och sett två brister.", {"företag", "livsmedel"}),
        ("Sushi Bar Norrlida HB", "Era gäster sitter för trångt.", {"företag", "livsmedel"}),
        ("Almviks Krog AB", "Ni får ställa containern på gatan.", {"företag"}),
        ("Norrlida Bygg AB", "Ni får gräva på tisdag.", {"byggföretag", "företag"}),
        ("Ekströms Schakt & Rör AB", "Ni får gräva på tisdag.", {"byggföretag", "företag"}),
        ("Nordvy Arkitekter AB", "Vi saknar en ritning.", {"byggföretag", "företag"}),
        ("Almviks Byggdväxter AB", "Vi saknar en ritning.", {"företag"}),
        ("Hagens Lantbruk AB", "Vi besöker er i maj.", {"företag", "lantbruk"}),
        ("Almviks jaktlag", "Ni får jaga älg i höst.", {"förening", "lantbruk"}),
    ],
)
def test_the_name_in_the_address_tells(name: str, text: str, expected: set[str]) -> None:
    assert to(name, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du har sökt bidrag till er förening, och ert årsmöte är i mars.", "förening"),
        ("Vi har frågor om er bostadsrättsförening.", "bostadsrättsförening"),
        ("Ditt företag får skylten i maj.", "företag"),
        ("Din restaurang ska ha en plan för hur maten kyls.", "livsmedel"),
        ("Som livsmedelsföretagare ansvarar du för maten på båten.", "livsmedel"),
        ("Ersättningen ändras för er som är familjehem.", "familjehem"),
        ("Som familjehem får ni låna båten.", "familjehem"),
        ("Du är kontrollansvarig för bygget på Ekeby 4:2.", "byggföretag"),
        ("Vi har sett dina kor. Din djurbesättning mår bra.", "lantbruk"),
        ("Delägarna i Ekeby 4:2\nVi vill köra ut virket på er väg till hamnen.", "lantbruk"),
        ("Som god man ska du lämna uppgifterna i mars.", "godman"),
        ("I din egenskap av god man får du ta ut pengar.", "godman"),
        ("Årsräkning 2025 för Nils Alm\nVi saknar kvitton. Huvudmannen har två konton.", "godman"),
        ("Ditt barns plats på förskolan Ekorren börjar i maj.", "förälder"),
        ("Er dotter går i årskurs 2. Rektor vill träffa er.", "förälder"),
        ("Uppsägning av förskoleplats\nDu har inte betalat.", "förälder"),
        ("Dina studier på komvux börjar i augusti.", "studerande"),
        ("Tack för din ansökan till kurspaket Båtbyggare på komvux.", "studerande"),
        ("Du har placerats som reserv till folkhögskolans seglarlinje.", "studerande"),
        ("Din momsdeklaration för varvet saknar en uppgift.", "företag"),
        ("Du som hyr av oss får ett nytt lås.", "hyresgäst"),
        ("Vi har läst om din lägenhet. I ditt hyreskontrakt står vad som gäller.", "hyresgäst"),
        ("Vi ska byta din elmätare i maj.", "kund"),
        ("Kundnummer 4711\nVi byter vattenmätare på din gata i maj.", "kund"),
        ("Din behandling på mottagningen börjar i maj.", "patient"),
        ("Vi har fått en remiss för dig. Välkommen till vårdcentralen.", "patient"),
        ("Din anställning hos oss slutar i maj.", "anställd"),
        ("Tack för din ansökan till tjänsten som kock.", "anställd"),
        ("Kallelse till rehabmöte\nDu har varit sjuk sedan i maj.", "anställd"),
        ("Vi ber om ert remissvar före den 3 maj.", "myndighet"),
        ("En av era hyresgäster har ringt om mögel.", "hyresvärd"),
        ("Vi har tillsyn över er förskola. En huvudman ska se utdrag ur registret.", "skolhuvudman"),
        ("Tack för årsräkningen.\nÖverförmyndaren saknar ett kvitto. Skicka det så kan du få svar.", "godman"),
        ("Som ny kassör behöver du se över bokföringen. Du som ny kassör får hjälp.", "förening"),
        ("Er ansökan om serveringstillstånd för Krogen saknar en ritning.", "livsmedel"),
        ("Din lärling Alva trivs hos er.", "företag"),
        ("Du är förordnad som god man för Nils Ek.", "godman"),
        ("Du har begärt att få lämna uppdraget som förvaltare.", "godman"),
        ("Huvudman: Nils Ek\nÖverförmyndaren saknar två kvitton.", "godman"),
        ("Överförmyndaren har räknat ut ditt arvode. Det tas ur din huvudmans pengar.", "godman"),
        ("Hej alla i hemtjänstgrupp Syd!\nTack för i fredags.", "omsorg"),
        ("Hej Dr. Ek!\nVi behöver ett intyg.", "vårdpersonal"),
    ],
)
def test_what_the_letter_says_of_its_reader_tells(text: str, expected: str) -> None:
    assert expected in to_person(text)


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("Grannarna i föreningen har klagat på musiken.", "förening"),
        ("Din bostad ligger bredvid en bostadsrättsförening.", "bostadsrättsförening"),
        ("Företaget bredvid dig får bygga ut. Du kan överklaga.", "företag"),
        ("Du har klagat på maten. Vi har sett restaurangens serveringstillstånd.", "livsmedel"),
        ("Du har sökt tillfälligt serveringstillstånd för din fest i slutet sällskap.", "livsmedel"),
        ("Entreprenören gräver utanför ditt hus. Kontrollansvarig är Bo Alm.", "byggföretag"),
        ("En lantbrukare sprider gödsel nära ditt hus.", "lantbruk"),
        ("Vi har utsett Bo Alm som god man för dig.", "godman"),
        ("Din gode man Bo Alm är förordnad av överförmyndaren. Huvudmannen betalar arvode.", "godman"),
        ("Årsräkning 2025\nDin gode man har lämnat sin räkning. Du är huvudman.", "godman"),
        ("Skolan intill ditt hus ska byggas ut. Barn går förbi din tomt.", "förälder"),
        ("Din dotter har sökt hjälp åt dig.", "förälder"),
        ("Du har sökt jobb som lärare på komvux.", "studerande"),
        ("Er förening har skickat in sin momsredovisning. Din momsdeklaration saknas.", "företag"),
        ("Hyresgästen i huset bredvid har klagat. Din bostad är för varm.", "hyresgäst"),
        ("Din bostadsrätt är din lägenhet. Hyran för garaget höjs.", "hyresgäst"),
        ("Elnätet byggs ut i din kommun.", "kund"),
        ("Din mammas besök på vårdcentralen är flyttat.", "patient"),
        ("Ditt besök på miljökontoret är flyttat.", "patient"),
        ("Din anställning på Bageri Ek slutade i maj, och därför får du försörjningsstöd.", "anställd"),
        ("Länsstyrelsen prövar ditt överklagande.", "myndighet"),
        ("Försäkringskassan har skrivit till dig.", "myndighet"),
        ("Din hyresvärd har klagat på musiken.", "hyresvärd"),
        ("Ditt barn går på er förskola. Vi har tillsyn, och en huvudman svarar.", "skolhuvudman"),
    ],
)
def test_what_tells_of_somebody_else_tells_nothing(text: str, audience: str) -> None:
    assert audience not in to_person(text)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Till föreningar som hyr tid i våra hallar", {"förening"}),
        ("Till alla företag i Norrlida centrum", {"företag"}),
        ("Till dig som är god man", {"godman"}),
        ("God man Bo Alm\nför Nils Ek", {"godman"}),
        ("Till våra hyresgäster", {"hyresgäst"}),
        ("Till alla medarbetare", {"anställd"}),
        ("Till samtliga studerande", {"studerande"}),
        ("Till\nLänsstyrelsen i Västerbotten", {"myndighet"}),
        ("Till\nKommunstyrelsen", {"myndighet"}),
        ("Kommunstyrelsen", set()),
        ("Länsstyrelsen i Västerbotten\nBox 12", {"myndighet"}),
        ("Till föräldrar på Ekskolan", {"förälder"}),
        ("Till föräldrar i Norrlida fotbollsskola", {"förälder"}),
        ("Nils Ek\ngod man: Bo Alm", set()),
        ("Till hyresgäster och föreningar", set()),
        ("Till boende och företag på Storgatan", set()),
        ("Till fastighetsägare och boende", set()),
        ("Till samtliga leverantörer", {"leverantör"}),
        ("Till huvudmannen för Ekbackens förskola", {"skolhuvudman"}),
        ("Till alla hushåll", set()),
        ("", set()),
    ],
)
def test_a_line_above_the_text_tells_unless_it_is_for_readers_of_many_kinds(head: str, expected: set[str]) -> None:
    assert of(f"{SENDER}\n{head}\n\nHej!\n\nVi stänger skolan tidigare på fredag.\n") == expected


@pytest.mark.parametrize("sender", ["Länsstyrelsen Norr\nViltenheten", "Lantmäteriet", "Försäkringskassan, Norrlida"])
@pytest.mark.parametrize(
    "reader", ["Almviks Lantbruk AB\nTallgatan 2\n512 95 Norrlida", "Till ägare av skog i Almvik"]
)
def test_an_office_at_the_top_is_who_writes(sender: str, reader: str) -> None:
    assert "myndighet" not in of(f"{sender}\n\n{reader}\n\nHej!\n\nVi prövar frågan om skyddsjakt i maj.\n")


def test_an_office_at_the_top_with_its_address_is_the_reader() -> None:
    assert "myndighet" in of("Länsstyrelsen Norr\nBox 12\n998 21 Norrlida\n\nHej!\n\nVi svarar på frågan i maj.\n")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Almviks Måleri AB\nKontaktperson: Eva Berg\n\nHej Eva!", "företag"),
        ("Almviks Gatukök\nEva Berg\n\nHej Eva!", "företag"),
        ("Till Almviks Åkeri AB\n\nHej!", "företag"),
        ("Till styrelsen för Almviks Roddklubb\n\nHej!", "förening"),
        ("Almviks Roddare\nAtt: Kassören\nTallgatan 2\n512 95 Norrlida\n\nHej!", "förening"),
        ("Till\nEva Berg\nAlmviks Omsorg AB\n\nHej Eva!", "omsorg"),
        ("Till Eva Berg\nassistansanordnare, Almviks Hjälp AB\n\nHej Eva!", "omsorg"),
        ("Till Eva Berg\ngod man för Nils A.\n\nHej Eva!", "godman"),
        ("Lantbrukare Nils Alm\nAlmviks gård", "lantbruk"),
        ("Nils Alm, NA24\n\nHej Nils, du får en ny elevdator.", "studerande"),
    ],
)
def test_what_stands_beside_the_readers_name_tells(head: str, expected: str) -> None:
    assert expected in of(f"{head}\n\nVi ses i maj. Skolan är öppen.\n\nBo Ek\nNorrlida kommun\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du som god man får sälja båten när vi har sagt ja.", "godman"),
        ("Granskningen av årsräkningen för Nils Ek är klar.", "godman"),
        ("Tack för anbudet på ommålningen av båthuset.", "leverantör"),
        ("Din patient har bett oss om en rullstol.", "vårdpersonal"),
        ("En brukare hos er har ringt oss om hemtjänsten.", "omsorg"),
        ("Ni har gemensam vårdnad, så båda får se betygen i skolan.", "förälder"),
    ],
)
def test_what_the_letter_says_of_its_readers_trade_tells(text: str, expected: str) -> None:
    assert expected in to_person(text)


def test_a_senders_own_name_tells_nothing_of_the_reader() -> None:
    assert of("Almviks Vatten AB\nTallgatan 2\n\nHej Eva!\n\nVi ses.\n\nBo Ek\nAlmviks Vatten") == set()


@pytest.mark.parametrize(
    "copied", ["(Almviks vägförening för kännedom)", "Kopia: Almviks vägförening", "F.k. Almviks vägförening"]
)
def test_who_gets_a_copy_is_not_the_reader(copied: str) -> None:
    head = f"{SENDER}\nTill fastighetsägarna på\nTallgatan 2–8\n{copied}\n\n"
    assert "förening" not in of(f"{head}Kärlen ska stå vid vägen. Ni kan söka dispens.\n")


def test_a_sender_may_sign_with_the_short_name_below_the_long() -> None:
    text = "Vi tömmer kärlen i maj.\n\n" * 8
    letter = f"Almviks Vatten & Avfall AB\n(AVAB)\n\nHej!\n\n{text}Bo Ek\nAlmviks kommun\n{{}}\n"
    assert "företag" not in of(letter.format("AVAB Kundtjänst"))
    assert "företag" in of(letter.format("Kundtjänst"))


def test_the_organisation_may_stand_before_its_contact() -> None:
    assert of(f"{SENDER}\nNorrlida Kultur\nNorrlida bågskytteklubb\nAtt: Eva Berg\n\nNi får tider i maj.") == {
        "förening"
    }


def test_each_audience_has_signs() -> None:
    assert set(SIGNS) == set(Audience)
