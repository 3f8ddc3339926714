"""What a passive says when somebody does it, as messages name it."""

from __future__ import annotations

import pytest

from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.grammar.active import active_of
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block


def words_of(text: str, found: str) -> WordsAt:
    """The tokens of ``text`` that read ``found``."""
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    start = text.index(found)
    return WordsAt.covering(AnalysedBlock(0, Block(text), AnalysedText(tokens)), start, start + len(found))


@pytest.mark.parametrize(
    ("text", "found", "active"),
    [
        ("Bryggan ska målas i maj.", "ska målas", "ska måla"),
        ("I maj skall bryggan målas.", "skall bryggan målas", "ska måla"),
        ("Nämnden säger att båten avvisas.", "avvisas", "avvisar"),
        ("Båten har tyvärr noterats.", "har tyvärr noterats", "har noterat"),
        ("Båten har skickats till hamnen.", "skickats", "har skickat"),
        ("Felet har kunnat konstateras.", "kunnat konstateras", "har kunnat konstatera"),
        ("Båten kommer att följas upp.", "kommer att följas", "kommer att följa upp"),
        ("Brevet kan lämnas fram till den 3 maj.", "kan lämnas", "kan lämna"),
        ("Vattnet stängs av under natten.", "stängs", "stänger av"),
        ("Vattnet stängs av grannen.", "stängs", "stänger"),
        ("Hyran debiteras i efterhand.", "debiteras", "debiterar"),
        ("Ärendet avslutas i och med detta.", "avslutas", "avslutar"),
        ("Marken tas i anspråk.", "tas", "gör det"),
        ("Avgiften ska erläggas i maj.", "ska erläggas", "ska betala"),
        ("Kravet på räcke har inte uppfyllts.", "har inte uppfyllts", "inte har uppfyllt"),
        ("Båten ska ej målas i år.", "ska ej målas", "inte ska måla"),
        ("Du ombeds flytta båten.", "ombeds", "ber"),
        ("Ni anmodas att flytta båten.", "anmodas", "ber"),
        ("Bidraget utbetalas i maj.", "utbetalas", "betalar ut"),
        ("Kartan har översänts till hamnen.", "har översänts", "har skickat"),
        ("Nyckeln ska tillhandahållas i maj.", "ska tillhandahållas", "ska göra det"),
        ("Maten måste hållas över 60 grader.", "måste hållas", "måste göra det"),
        ("Avtalet ska sägas upp 3 månader i förväg.", "ska sägas", "ska säga upp"),
        ("Den ska skrivas under på heder och samvete.", "ska skrivas", "ska skriva under"),
        ("Möjlighet har getts till båda.", "har getts", "har gjort det"),
        ("Båten kan komma att avvisas.", "avvisas", "gör det"),
        ("Du har en båt, vilken i Ekvalla bedömts vara farlig.", "bedömts", "har bedömt"),
        ("Behovet av att komma ut bedöms vara stort.", "bedöms", "bedömer"),
        ("Plats har erbjudits men avböjts.", "avböjts", "har avböjt"),
        ("Listan borde ha uppdaterats i maj.", "borde ha uppdaterats", "borde ha uppdaterat"),
    ],
)
def test_the_verbs_are_named_as_somebody_does_them(text: str, found: str, active: str) -> None:
    assert active_of(words_of(text, found)) == active
