"""What stands below a signature is read from where the sender's data may begin, as if all of it had been."""

from __future__ import annotations

import pytest

from klarsprak.letter import Role
from klarsprak.signature import finder
from klarsprak.signature.model import LetterLine
from klarsprak.signature.pieces import cut_into_pieces
from klarsprak.signature.sender_below import from_sender_on
from klarsprak.signature.spans import Span
from klarsprak.signature.stretches import OwnParts
from klarsprak.signature.zones import Zones

APPEAL = ("Så här överklagar du", "Skriv vilket beslut du överklagar, och varför.", "Namn", "Befattning", "Telefon")
TAILS = (
    (),
    ("Kopia till", "Anna Ek, Kvarngatan 2, 455 81 Norrlida"),
    ("Norrlida kommun", "Box 34, 455 81 Norrlida"),
    ("NORRLIDA KOMMUN", "Tfn: 0980-319 200"),
    ("Norrlida kommunKvarngatan 2, 455 81 Norrlida",),
    ("Adress: Box 34, 455 81 Norrlida", "Besöksadress: Kvarngatan 2"),
    ("Telefon: 0980-319 200 (växel)", "E-post: ek@norrlida.example"),
    ("Skicka det till Norrlida stads registratur på besök.", "Region Norr", "Telefon: 0980-319 200"),
    ("Norrskolan, Box 34, 455 81 Norrlida",),
    ("Forsbo Energi AB", "Box 34, 455 81 Norrlida"),
)


@pytest.mark.parametrize("above", [APPEAL[:size] for size in range(len(APPEAL) + 1)])
@pytest.mark.parametrize("tail", TAILS)
def test_the_sender_is_found_below_whatever_stands_above(above: tuple[str, ...], tail: tuple[str, ...]) -> None:
    lines = [LetterLine(Span(text, at, 0), Role.PARAGRAPH, 0) for at, text in enumerate(above + tail)]
    own, company, units = OwnParts(), "Forsbo Energi AB", {"Norrskolan"}
    whole = from_sender_on(cut_into_pieces(lines, own), closed=True, company=company, units=units)
    assert finder._sender_below(Zones(lines, tail=lines, closed=True), own, company, units) == whole
