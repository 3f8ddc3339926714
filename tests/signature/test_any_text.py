"""Whatever stands in a letter, the search ends and points at what it found."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from klarsprak.finding import SIGNATURE_EXTRAS, SIGNATURE_PARTS
from klarsprak.letter import Block, Cell, Letter, Role
from klarsprak.signature import find

BITS = (
    "Anna Ek; rektor; Bygglovsenheten; Enheten för; Box 34; 998 21 Norrlida; Kvarngatan 2; 0980-319 214; växel;"
    "Telefon:; Handläggare; Med vänlig hälsning; För socialnämnden; Kopia till; Namn; Norrlida kommun; «Förnamn»;"
    "e.u.; /; (; |; ,; Beslutet har fattats av; Ring mig på; a@b.example; och; i; \t; \n; - ; .; 12; AB; ankn. 7;"
    "www.a.example; Öppettider:; mån–fre 9–16; Besöksadress:; Autosvar; Bilaga; ____; Godkänt digitalt; rapport"
).split(";")
TEXT = st.lists(st.sampled_from(BITS) | st.text(max_size=4), max_size=12).map(" ".join)
CELL = st.none() | st.builds(Cell, st.just(0), st.integers(0, 2), st.integers(0, 2))
BLOCK = st.builds(Block, text=TEXT, role=st.sampled_from(Role), cell=CELL)


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCK, max_size=12))
def test_the_parts_of_a_signature_stand_where_they_are_said_to_stand(blocks: list[Block]) -> None:
    found = find(Letter("brev", "text", blocks, []))
    for name in (*SIGNATURE_PARTS, *SIGNATURE_EXTRAS):
        part = getattr(found, name)
        if part:
            stretch = " ".join(blocks[part.block].text[part.start : part.end].split())
            assert stretch
            # A joined address begins with what stands in its first block.
            assert part.text.split(", ")[0] in stretch
            assert name not in found.why
