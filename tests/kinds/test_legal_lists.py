"""References to law in a list that no stop ends."""

from __future__ import annotations

from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.kinds.legal.cited import all_cited
from klarsprak.language.pipeline import Need
from klarsprak.letter import Block, Letter
from klarsprak.signature import SignatureBlock


def _analysed(text: str) -> Analysis:
    return analyse_letter(Letter("brev.txt", "text", [Block(text)], []), Need.FORMS, SignatureBlock)


def test_each_has_a_sentence_of_its_own_that_is_no_longer_than_one_may_be() -> None:
    text = "Vi prövar detta enligt 1 kap. 1 § socialtjänstlagen, " + "2 kap. 3 § andra stycket miljöbalken, " * 300
    cited = all_cited(_analysed(text), None)
    assert len(cited) == 301
    for one in cited:
        start, end = one.span
        assert start <= one.reference.start < one.reference.end <= end < start + 4000


def test_a_stop_of_an_abbreviation_ends_none_however_far_it_stands_from_the_beginning() -> None:
    text = "Nämnden prövar din ansökan och din begäran om ersättning för skadan, jfr. Enligt 9 kap. 2 § miljöbalken."
    (one,) = all_cited(_analysed(text), None)
    assert one.sentence == text
