"""Kind ``metric``: a measure of the whole letter, which no shipped rule tells of, as an organisation's own rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules

LIX = """\
- id: lix
  kind: metric
  metric: {metric}
  max: {limit}
  min_words: 5
  message: Brevet har {{value}}, högst {{max}}.
  examples: [{{flag: x}}]
"""
HEAVY = "Förhandsbeskedet förutsätter kompletterande grundvattenundersökningar inom planläggningsområdet."


@pytest.mark.parametrize(("metric", "limit"), [("lix", 50), ("words_per_sentence", 5), ("nominal_ratio", 2)])
def test_a_letter_beyond_the_limit_is_told_without_a_place(tmp_path: Path, metric: str, limit: int) -> None:
    own = rules(tmp_path, LIX.format(metric=metric, limit=limit))
    (finding,) = check(own, HEAVY).findings
    assert finding.place is None
    assert finding.message.endswith(f", högst {limit}.")


def test_a_letter_within_the_limit_is_not_told(tmp_path: Path) -> None:
    assert (
        check(rules(tmp_path, LIX.format(metric="lix", limit=50)), "Du får bygga ett hus på din tomt.").findings == []
    )
