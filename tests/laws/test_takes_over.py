"""Which act took the place of a repealed one, told from their titles."""

from __future__ import annotations

import pytest

from klarsprak.laws.takes_over import takes_over


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Lag om upphandling inom områdena vatten, energi, transporter och posttjänster",
            "Lag om upphandling inom försörjningssektorerna",
        ),
        ("Lag (2003:307) om förbud mot diskriminering", "Diskrimineringslag (2008:567)"),
        ("Renhållningsförordning", "Renhållningsförordning"),
        ("Medborgarskapskungörelse", "Medborgarskapsförordning"),
        ("Förordning med tingsrättsinstruktion", "Förordning med tingsrättsinstruktion"),
    ],
)
def test_an_act_of_the_same_kind_on_the_same_thing_takes_over(old: str, new: str) -> None:
    assert takes_over(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Förordning om frilevande vildsvin", "Jaktförordning"),
        ("Förordning om kadmium", "Förordning om förbud m.m. i vissa fall vid hantering av kemiska produkter"),
        ("Lag om svavelhaltigt bränsle", "Förordning om svavelhaltigt bränsle"),
        ("Lag om direktavdrag för byggnader", "Lag om ikraftträdande av lagen om avdrag för byggnader"),
        ("Lag om ikraftträdande av lagen om värdepappersfonder", "Lag om värdepappersfonder"),
        ("Lag om hundskatt", "Lag om upphävande av lagen om hundskatt"),
        ("Förordning om statligt bidrag till filmklubbar", "Förordning om statligt bidrag till bredband"),
    ],
)
def test_an_act_on_something_else_does_not(old: str, new: str) -> None:
    assert not takes_over(old, new)
