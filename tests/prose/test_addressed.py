"""What is written to somebody, and what is about a case."""

from __future__ import annotations

import pytest

from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.finding import Occasion
from klarsprak.language.pipeline import Need
from klarsprak.prose.addressed import has_reader, is_letter, is_of_case, pronoun, usual_pronoun
from klarsprak.signature import SignatureBlock

DATA = "Om fältet saknas returneras en tom lista med en kod som visar felet i tjänsten.\n"
CASE = "Sökanden har bifogat en karta, och ansökan behandlas av nämnden på mötet i maj.\n"
TO_YOU = "Du får ett brev från oss när vi har läst det som du har skickat in till kommunen.\n"
NEWS = "Stormen drog in över ön på natten, och taket på den gamla kvarnen föll i sjön.\n"
TO_KROG = "Almviks Krog AB\nÅgatan 2\n455 81 Almvik\n"


def analysed(text: str, occasion: Occasion = Occasion.LETTER, *, signed: bool = True) -> Analysis:
    """The text as a letter of that occasion, which says whose it is or doesn't."""
    signature = SignatureBlock(occasion=occasion, names_sender=signed)
    return analyse_letter(parse(text).letter, Need.FORMS, lambda: signature)


@pytest.mark.parametrize(
    ("text", "occasion", "expected"),
    [
        (DATA, Occasion.LETTER, True),  # too short to say
        (DATA * 50, Occasion.LETTER, False),
        (DATA * 50 + "Här kan du läsa mer.", Occasion.LETTER, False),  # by chance
        (DATA * 25 + TO_YOU * 25, Occasion.LETTER, True),
        (CASE * 50, Occasion.LETTER, True),  # a long decision
        (DATA * 150 + "Ansökan är ett fält.", Occasion.LETTER, False),
        (DATA * 50 + "Tjänsten lämnar observation(er) till vårdgivare.\n" * 40, Occasion.LETTER, False),
        ("Detta dokument beskriver de beslut som har fattats.", Occasion.LETTER, False),
        ("Vi har fått ett dokument från dig. Det här dokumentet innehåller fel.", Occasion.LETTER, True),
        ("Ansökan skall inges till nämnden.", Occasion.LETTER, True),
        (DATA, Occasion.RECORD, False),
        ("KFN § 24\n" + CASE + "Beslutet skickas till\nAlmviks IF", Occasion.RECORD, True),
        ("§ 24\n" + CASE + "Expedieras till:\nAlmviks IF", Occasion.RECORD, True),
        ("§ 24\n" + CASE + "Beslutet skickas till\nAlmviks IF\n§ 25\n" + CASE, Occasion.RECORD, False),
        ("KFN § 24\n" + CASE, Occasion.RECORD, False),
        (TO_YOU, Occasion.REPORT, False),
        (TO_KROG + TO_YOU, Occasion.REPORT, True),  # *Rapport*, sent to somebody
        (TO_KROG + TO_YOU, Occasion.RECORD, False),
        (TO_YOU, Occasion.FORM, True),
    ],
)
def test_a_text_is_written_to_somebody(text: str, occasion: Occasion, expected: bool) -> None:
    assert is_letter(analysed(text, occasion)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NEWS, True),  # too short to say
        (NEWS * 20, False),
        (NEWS * 20 + TO_YOU * 5, True),  # a letter's text, pasted without its end
        (NEWS * 20 + "Du kan bada där.\n" * 5, False),  # a brochure speaks of others than itself
        (NEWS * 30 + "Beslutet kom i fjol.\n", False),
        (NEWS * 5 + CASE * 15, True),
        (NEWS * 60 + "Där kan du bada, säger hon.\n" * 5, False),
        (NEWS * 40 + CASE * 5 + TO_YOU * 5, True),
    ],
)
def test_a_page_that_says_neither_whose_nor_to_whom_is_no_letter(text: str, expected: bool) -> None:
    assert is_letter(analysed(text, signed=False)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [(NEWS * 20, False), (NEWS * 20 + "Du kan bada där.\n" * 5, True), (NEWS, True)]
)
def test_a_brochure_has_readers_and_is_no_letter(text: str, expected: bool) -> None:
    assert has_reader(analysed(text, signed=False)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Riktlinjer för föreningsbidrag\nBidrag beviljas inte utan stadgar.", False),
        ("# Rapport\nNämnden avslår 12 ansökningar av 40.", False),
        ("# Rapport från kontroll\nGolvet var smutsigt.", True),
        ("# Rapport\n" + TO_KROG + "Golvet var smutsigt.", True),
        ("# Sammanträdesprotokoll\nNämnden beslutar att avslå ansökan.", False),
        ("Åsbruks kommun\n# Ordningsregler för hamnen\nDu måste flytta båten.", False),
        ("# Villkor för båtplats\nDu måste flytta båten.", False),
        ("# Regler för odlingslotter\nDu får inte ha kvar skjulet.", False),
        ("# Kravspecifikation\nSystemet saknar uppgifter.", False),
        ("# Beslut\nVi avslår din ansökan.\n# Villkor för båtplats", True),
        ("# Beslut om riktlinjer för bidrag\nNämnden avslår förslaget.", True),
        ("# Din ansökan om bygglov\nVi avslår ansökan.", True),
        ("Reglerna är hårda.\nVi avslår din ansökan.", True),
        ("Protokollet har kommit fram. Vi avslår din ansökan.", True),
    ],
)
def test_a_title_tells_that_a_text_is_for_all(text: str, expected: bool) -> None:
    assert is_of_case(analysed(text)) is expected


@pytest.mark.parametrize("occasion", [Occasion.FORM, Occasion.APPENDIX, Occasion.RECORD, Occasion.REPORT])
def test_a_form_and_an_enclosure_say_nothing_of_how_the_case_proceeds(occasion: Occasion) -> None:
    assert not is_of_case(analysed("Ansökan avslås om uppgifter saknas.", occasion))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du får ett brev.", "du"),
        ("Ni får ett brev.", "ni"),
        ("Du får ett brev, och ni kan ringa båda två.", "du"),
        ("Vi har fått er ansökan.", "ni"),
        ("Ni får ett brev. Vi har fått er ansökan. Hör av dig om du undrar.", "ni"),
        ("Ansökan har kommit in.", "du"),
    ],
)
def test_the_reader_is_called_what_the_letter_calls_them(text: str, expected: str) -> None:
    assert pronoun(analysed(text)) == expected


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Ni har inte svarat. Ert barn väntar. Vi ber er skynda. Är du osäker ringer du oss.", "ni"),
        ("Du har fått plats. Ditt barn börjar i maj. Ring om du undrar. Ert schema kommer sedan.", "du"),
        ("Ni har inte svarat. Är du osäker ringer du oss.", None),  # too little to tell
        ("Ni har svarat. Era barn väntar. Du får plats. Ditt barn börjar. Vi ser er i maj. Ring om du undrar.", None),
        ("Badet är stängt i maj.", None),
    ],
)
def test_a_letter_usually_says_one_of_the_pronouns_where_the_other_is_a_slip(text: str, usual: str | None) -> None:
    assert usual_pronoun(analysed(text)) == usual


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Bo Alm\nTallgatan 2\n512 95 Norrlida\n", "du"),
        ("Bo Alm och Eva Berg\nTallgatan 2\n512 95 Norrlida\n", "ni"),
        (TO_KROG, "ni"),
        ("", "du"),
    ],
)
def test_a_letter_that_says_both_suits_whom_it_is_sent_to(head: str, expected: str) -> None:
    assert pronoun(analysed(f"{head}Ni har sökt en plats.\nDu får svar i maj.\n")) == expected


@pytest.mark.parametrize(("head", "expected"), [("Bo Alm\nTallgatan 2\n512 95 Norrlida\n", "du"), (TO_KROG, "ni")])
def test_a_letter_that_says_neither_suits_whom_it_is_sent_to(head: str, expected: str) -> None:
    assert pronoun(analysed(f"{head}Ansökan har kommit in.\n")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A.B. klagade på hamnen. Hamnen svarade A.B. samma dag.\n" + NEWS * 20, True),
        ("I sitt beslut anförde JO Ek följande.\n" + NEWS * 20, True),
        ("A.B. är ett märke på båtar.\n" + NEWS * 20, False),
    ],
)
def test_a_published_decision_has_readers_and_is_no_letter(text: str, expected: bool) -> None:
    analysis = analysed(text, Occasion.RECORD, signed=False)
    assert (has_reader(analysis), is_letter(analysis)) == (expected, False)
