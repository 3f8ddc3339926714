"""Where sentences end: a bar in the text marks each boundary."""

import sys
from pathlib import Path

import pytest

from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.sentences import LONGEST

SENTENCES = [
    "Det finns el på brygga C. |Nyckeln får du av hamnvakten.",
    "Du träffar rektor B. Ek på måndag.",
    "Du får bidrag.| Beslutet gäller ett år.",
    "Har du frågor?| Ring oss!| Vi svarar gärna.",
    "Vi återkommer…| Du får svar i maj.",
    # Abbreviations within a sentence, and at its end.
    "Vi prövar bl.a. inkomst enl. 4 kap. 1 § SoL.| Det står i lagen.",
    "Kom kl. 8.00 den 3:e maj t.o.m. den 5 maj.",
    "Du kan ansöka om bidrag, lån m.m. hos oss.",
    "Du kan ansöka om bidrag, lån m.m.| Vi hjälper dig.",
    "Se prop. 2001/02:1 s. 12 och bet. 2001/02:3.",
    "Vi kan inte svara f.n.| Du hör av dig igen.",
    "Handläggare är A. Berg på förvaltningen.",
    "Dnr 2024/123, dnr. 2024/124.",
    "Mejla t.ex. Anna Berg.",
    # A stop that ends a sentence although the word is also an abbreviation.
    "Du behöver en bil.| Vi kan låna ut en.",
    "Det kostar 500 kr.| Du får en faktura.",
    "Vi följer SoL.| Den gäller alla.",
    "Det gäller el. vatten och bil. 2 till avtalet.",
    "Vi svarar i görligaste mån.| Du får besked i maj.",
    "Uppsägningstiden är två mån. från den 1 maj.",
    "Avgiften är 90 kr/mån.| Du får en faktura.",
    "Jml. 13 kap. 10 § jordabalken gäller bil. II kap. 9.",
    "Du bor på Eriksgatan 5 B.| Huset är gult enligt A. Berg.",
    "Du bor på Eriksgatan 5 B.| Det är gult.",
    "Du läser just nu kurs B.| Det är svårt.",
    "Ni åker på spår C.| Er båt går i maj.",
    "Vi fick 3 st.| Vi väntar på resten.",
    "Kontakta K. G. Andersson (se bil. A).| Han svarar.",
    "A. Du får bidrag.| B. Bergs gata 3 st. stolar.",
    # Numbers.
    "Lagen är från 2001.| 15 personer har sökt.",
    "1. Fyll i blanketten.| Skriv under.",
    ".| 5 personer har sökt.",
    "Avgiften är 1.250 kronor.",
    # Quotation marks and brackets belong to the sentence that they close.
    "”Kom hit!”| Det sa hon.",
    "”Kom hit!” sa hon.",
    "Det gäller dig (se bilaga 1.)| Vi väntar.",
    # Line breaks end a sentence, with or without a stop.
    "Beslut\n|Du får bidrag.",
    "Anna Berg\n|Storgatan 1\n|123 45 Ekvalla",
    "Du får bidrag.\n|Hälsningar",
    # Labels do not.
    "Handläggare: Petra Holmqvist",
    "Beslut: Vilgot får inte skolskjuts.",
    # A heading that has run into its text.
    "Så här överklagar du| Om du tycker att beslutet är fel kan du överklaga det.",
    "Enligt Barn- och utbildningsnämnden i Ekvalla kommun gäller detta.",
    # Small letters and commas go on.
    "Vad menar ni? undrade hon.",
    "Det gäller 5 st. böcker.",
]

sys.path.insert(0, str(Path(__file__).parents[2]))  # corpora and tools are no part of the installed package

from tools.sentence_eval import evaluate  # noqa: E402


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentences_end_at_each_mark_and_nowhere_else(marked: str) -> None:
    (tokens,) = analyse([marked.replace("|", "")], Need.FORMS)
    assert [sentence.strip() for sentence in tokens.sentence_texts()] == [part.strip() for part in marked.split("|")]


def test_double_spaces_and_blank_lines_start_no_sentence_of_their_own() -> None:
    (tokens,) = analyse(["Hej.  Du får bidrag. \n\n  Hälsningar"], Need.FORMS)
    assert [tokens.texts[start] for start in tokens.sentence_starts] == ["Hej", "Du", "Hälsningar"]


def test_sentences_of_the_corpora_are_those_that_a_reader_sees() -> None:
    for name, score in evaluate().items():
        assert score.gold > 100, name
        assert score.f >= 0.99, score.wrong


def test_the_stop_of_a_month_that_ends_a_sentence_is_a_token_of_its_own() -> None:
    (tokens,) = analyse(["Vi svarar i görligaste mån."], Need.FORMS)
    assert tokens.texts[-2:] == ["mån", "."]


def test_what_goes_on_without_an_end_is_divided() -> None:
    (tokens,) = analyse(["skola, " * LONGEST], Need.FORMS)
    assert tokens.sentence_starts == [0, LONGEST]
    assert len(tokens) == 2 * LONGEST
