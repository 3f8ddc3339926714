"""Which words of a letter that says both du and ni it had better not say."""

from __future__ import annotations

import pytest

from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.mixed_address import breaks_address, switches_address
from klarsprak.signature import SignatureBlock

TO_ONE = "Rickard Åslund\nBjörkvägen 6\n793 99 Tallmora\n"
TO_TWO = "Rickard Åslund och Maja Ek\nBjörkvägen 6\n793 99 Tallmora\n"
TO_GUARDIANS = "Vårdnadshavare till Maja Ek\nBjörkvägen 6\n793 99 Tallmora\n"
TO_FIRM = "Sjöbo Plåt AB\nIndustrigatan 5\n745 93 Norrlida\n"


def analysed(text: str) -> Analysis:
    """The text as a letter."""
    return analyse_letter(parse(text).letter, Need.FORMS, SignatureBlock)


def strays(text: str) -> list[str]:
    """The words that break the letter's address, as they stand."""
    analysis = analysed(text)
    words = [WordsAt(block, token, token + 1) for block in analysis.blocks for token in range(len(block.words))]
    return [each.text for each in words if breaks_address(each, analysis)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du får en brygga. Din nyckel ligger här. Ring om ni vill ha två.", ["ni"]),  # the rarer
        ("Ni får en brygga. Er nyckel ligger här. Ring om du vill ha två.", ["du"]),
        ("Du får en brygga. Ring om ni vill ha två.", ["ni"]),  # the later
        ("Ni får en brygga. Ring om du vill ha två.", ["du"]),
        (TO_ONE + "Ni får en brygga. Er nyckel ligger här. Ring om du vill ha två.", ["Ni", "Er"]),
        (TO_ONE + "Du får en brygga. Din nyckel ligger här. Ni är åtta båtägare. Ni är 3 klubbar.", []),
        (TO_ONE + "Du får en brygga. Din nyckel ligger här. Ni har tre veckor på er.", ["Ni", "er"]),
        (TO_ONE + "Du träffar din kontaktperson i maj.\n- Du bestämmer själv vad ni ska göra.", []),
        (TO_ONE + "Du har frågat efter en kontaktperson. Ni kan överklaga beslutet.", ["Ni"]),
        (TO_ONE + "Du seglar tillsammans med sju andra. Båten är röd.\n# Sedan\nTa med mat. På kvällen äter ni.", []),
        (TO_ONE + "Du har en skuld. Jag heter Mats. Ni får svar i maj.", ["Ni"]),
        (TO_ONE + "Du har en skuld. Jag är Mats. Ni får svar i maj.", ["Ni"]),
        (TO_ONE + "Du får svar av handläggaren Mats. Har ni redan en nyckel?", ["ni"]),
        (TO_ONE + "Mina kolleger prövar det du skrev. Ni får svar i maj.", ["Ni"]),
        (TO_ONE + "Du och vi skriver avtal i maj. Ni får en nyckel.", ["Ni"]),
        (TO_ONE + "Du kan ringa din handledare. Ni måste skicka in blanketten.", ["Ni"]),
        (TO_ONE + "Du träffar din handledare i maj. Ni ska betala båten.", ["Ni"]),
        (TO_ONE + "Du ska betala 3 000 kronor tillsammans med andra avgifter. Ni får en nyckel.", ["Ni"]),
        (TO_ONE + "Din båt tas upp tillsammans med andra ärenden. Ni får en nyckel.", ["Ni"]),
        (TO_ONE + "Du seglar tillsammans med andra vuxna. Båten är röd. Sedan äter ni.", []),
        (TO_ONE + "Jag tror att Robin passar dig. Ni får träffas på bryggan.", []),
        (TO_ONE + "Robin Ek sköter bryggan. Du får en nyckel. Ni får en båt.", ["Ni"]),
        (TO_ONE + "# Er nyckel\nDin brygga är klar. Vi har läst er ansökan.", ["er"]),
        (TO_FIRM + "Er förening får en brygga. Ring om du vill ha två.", ["du"]),
        (TO_FIRM + "Du får en brygga. Din nyckel ligger här. Ring om ni vill ha två.", ["Du", "Din"]),
        (TO_TWO + "Ni får en brygga. Ring om du vill ha två. Er nyckel ligger här.", ["du"]),
        (TO_TWO + "Du får en brygga. Ring om ni vill ha två. Din nyckel ligger här.", ["ni"]),
        (TO_GUARDIANS + "Ni får svar i maj, som vårdnadshavarna bad om.\n# Hur du klagar\nRing oss.", ["du"]),
        ("Till dig som har båt\nHär får ni en brygga, och er nyckel ligger här.", ["ni", "er"]),
        (
            "# Arbete vid er brygga\nDu får en ny nyckel, och du kan hämta den här.",
            ["er", "Du"],
        ),
        ("Vi skrev till dig i maj. Ni ska därför\n- byta lås.\nDin nyckel ligger här.", ["Ni"]),
        ("Du får en ny nyckel av oss i maj.", []),
        ("Ert datum: 2026-03-02\nDu får en ny nyckel av oss i maj.", []),
        ("# Ert ärende\nDu får en ny nyckel av oss i maj.", []),
        ("Du får en ny nyckel. Du skrev ”det är ni som har den”.", []),
        ("Du får se nyckel(er) som saknas i maj.", []),
        ("Du/ni får en ny nyckel av oss i maj.", []),
        ("Du får en ny nyckel. Bryggan målar ni tillsammans.", []),
        ("Vaktmästaren ringer dig. Där bestämmer ni vilken dag det blir.", []),
        ("Ska du, och dina närmaste, ha en nyckel? Säg vad ni tycker.", []),
        ("Du får en ny nyckel. Till er förening kommer en till.", []),
        ("Hur har ni räknat?\nDu får en ny nyckel, och den kostar lite.", []),
        ("Vi skrev till er i maj. Tänk på miljön innan du skriver ut mejlet.", []),
        ("Maja Ek med vårdnadshavare\nDu får en ny nyckel, och ni kan hämta den här.", []),
        ("Almviks Plåt AB\nAtt: Bo Alm\nHej Bo!\nNi får en ny nyckel. Ring om du undrar.", []),
        ("Hej Bo!\nEr personal får en ny nyckel. Ring om du undrar.", []),
        ("Hej Bo!\nNi får en ny nyckel till bryggan. Ring om du undrar.", ["Ni"]),
        ("Hej Bo!\nDu får en ny nyckel. Ring när ni vuxna vill ha en till.", []),
        ("Du får en ny nyckel till bryggan. Det är brant för er på våning 3.", []),
        ("Ni får en ny nyckel till bryggan. Bo, du frågade om en till.", []),
        ("Ni får en ny nyckel. En av er hämtar den, och du kan göra det i dag.", []),
        ("Hej Bo!\nDu och Tova får en ny nyckel. Ring om ni vill ha två.", []),
        ("Hej Bo!\nDu och barnen får låna bryggan. Kom när ni vill.", []),
        ("Hej Bo!\nDu får ingen nyckel. De lottades bland er som var med.", []),
        ("Hej Bo!\nDu kallar bryggan ”farlig för oss äldre”. Jag beklagar att ni halkade.", []),
        ("Hej Bo!\nDu vill köpa båten. Priset gör ni upp sinsemellan.", []),
        ("Hej Bo!\nDin pappa får en ny nyckel. Den kan ni hämta här.", []),
        ("# Svar på ert brev\nHej Bo!\nDin pappa får en ny nyckel. Den kan du hämta här.", ["ert"]),
        ("Till: Almviks Bygg\nHej Bo!\nNi får en ny nyckel. Ring om du undrar.", []),
        ("Hej Bo och Tova!\nNi får en ny nyckel. Den kommer till dig, Tova, i maj.", []),
        ("Vi målar i ert trapphus i maj. Du får en ny nyckel.", []),
        ("I höst har 14 av er ringt om nyckeln. Du får en ny.", []),
        ("Hej Bo!\nDu får en ny nyckel. En vakt går med dig till båten. Ni kan ta rullstolen. Ni får kaffe.", []),
        ("Hej Bo!\nDu får en ny nyckel. Jag gick igenom det med dig. Ni får svar i maj.", ["Ni"]),
        ("Du får en ny nyckel. Ring om ni flyttar från bryggan.", []),
        ("Du får en ny nyckel. I maj röstar ni unga om bryggan. Vi lyssnar på er.", []),
        ("Vi ställde alla frågor i maj. Vad tycker du? Sedan berättar vi vad ni svarar.", ["ni"]),
        ("Kan din pappa inte lämnas ensam? Någon kommer hem till er medan du seglar.", []),
        ("Kan bryggan inte lämnas tom? Någon kommer hem till er medan du seglar.", ["du"]),
        ("Kan din pappa inte segla? Någon ringer till er medan du seglar.", ["er"]),
        ("Till Bo Alm, 11 år, och hans föräldrar\nHej Bo!\nDu får en ny nyckel. Den har ni ansökt om.", []),
        ("Din brygga ligger här. Vi ringer er i maj. Då får ni nycklar, och då ska ni städa.", ["Din"]),
    ],
)
def test_a_letter_breaks_its_address(text: str, expected: list[str]) -> None:
    assert strays(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TO_ONE + "Er nyckel ligger här. Ring om du vill ha två. Du når oss i maj.", ["du"]),
        (TO_FIRM + "Din nyckel ligger här. Ring om ni vill ha två.", ["ni"]),
        (TO_ONE + "Din nyckel ligger här. Ring om ni vill ha två.", []),
        ("Er nyckel ligger här. Ring om du vill ha två.", []),
    ],
)
def test_the_first_word_of_the_right_form_is_the_switch(text: str, expected: list[str]) -> None:
    analysis = analysed(text)
    words = [WordsAt(block, token, token + 1) for block in analysis.blocks for token in range(len(block.words))]
    assert [each.text for each in words if switches_address(each, analysis)] == expected
