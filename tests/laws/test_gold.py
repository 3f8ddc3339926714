"""The program against the annotated references: what ``make eval`` prints must not get worse unseen."""

import pytest

from tools import reference_eval
from tools.reference_eval import cases, unmarked


def test_references_are_found_and_read_right() -> None:
    scores = reference_eval.references()
    assert scores["all"].gold >= 290
    assert scores["all"].f1 >= 0.98, scores["all"].wrong
    assert scores["test"].f1 >= 0.98


def test_each_kind_of_legal_finding_is_made_where_it_should_be() -> None:
    for kind, scores in reference_eval.findings().items():
        assert scores["all"].gold >= 12
        assert scores["all"].recall >= 0.95, (kind, scores["all"].wrong)
        assert scores["all"].precision >= 0.95, (kind, scores["all"].wrong)


@pytest.mark.parametrize("name", ["dev", "test"])
def test_every_marked_reference_has_a_reading(name: str) -> None:
    for _, text, spans, values in cases(name):
        assert len(spans) == len(values), text


def test_brackets_are_taken_out_of_the_text() -> None:
    assert unmarked("Se [9 § LSS] och [8 §].") == ("Se 9 § LSS och 8 §.", [(3, 10), (15, 18)])
