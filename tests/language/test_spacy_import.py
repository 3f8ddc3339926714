"""spaCy without what a check doesn't use: others in the same process miss nothing of it."""

from __future__ import annotations

import subprocess
import sys

_LEFT_OUT = """
import sys
import klarsprak
klarsprak.check_text("Du har fått ett beslut.")
for name in ("spacy.cli", "jinja2", "requests", "spacy.pipeline.factories"):
    assert name not in sys.modules, name
assert not any(isinstance(each, type) for each in vars(sys.modules["spacy.schemas"]).values())
"""
_COMPLETED = """
import pytest
import spacy
from spacy.matcher import Matcher, PhraseMatcher
from spacy.errors import MatchPatternError
with pytest.raises(MatchPatternError):
    Matcher(nlp.vocab, validate=True).add("x", [[{"FEL": 1}]])
with pytest.raises(ValueError, match="E152"):
    PhraseMatcher(nlp.vocab, attr="PROB")
PhraseMatcher(nlp.vocab, attr="LOWER")
swedish = spacy.blank("sv")
swedish.add_pipe("sentencizer")
assert len(list(swedish("Det är bra. Det är klart.").sents)) == 2
swedish.initialize()
from spacy.schemas import ConfigSchema
assert spacy.language.ConfigSchema is ConfigSchema is spacy.schemas.ConfigSchema
from confection import ConfigValidationError
with pytest.raises(ConfigValidationError):
    spacy.blank("sv", config={"nlp": {"batch_size": "fel"}})
from spacy.cli import download
"""


def _run(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_check_leaves_out_what_it_does_not_use() -> None:
    _run(_LEFT_OUT)


def test_others_that_use_spacy_find_it_whole() -> None:
    _run("from klarsprak.language.pipeline import load\nnlp = load()\n" + _COMPLETED)
