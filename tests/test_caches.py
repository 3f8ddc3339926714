"""What is remembered for as long as the program runs: nothing that grows with the letters it reads."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import klarsprak

KEYED_BY_US = {
    "gate.mail.check.examiner",
    "kinds.unfilled._in_lower_case",
    "language.inflection.counterparts._features_in",
    "language.inflection.model.parse_features",
    "language.inflection.model.slot_features",
    "language.inflection.verbs._words",
    "language.pipeline._part",
    "matching.affixes.compiled",
    "matching.patterns._slot",
    "matching.patterns.compile_slots",
    "matching.patterns.word_forms",
    "plugins._by_name",
    "prose.cited_law.references_by",
    "prose.letter_type._signs",
    "rulebook.ahead._lines",
    "rulebook.pack_source._keys",
    "rulebook.pack_source._required",
    "signature.words.endings",
    "signature.words.words",
}
"""Functions that remember all they were asked, by what rules, settings and the program's own files name."""


def _without_bound() -> Iterator[str]:
    """The functions with arguments that remember every answer."""
    for module in pkgutil.walk_packages(klarsprak.__path__, "klarsprak."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if getattr(value, "__module__", "") != module.name or not hasattr(value, "cache_parameters"):
                continue
            if value.cache_parameters()["maxsize"] is None and inspect.signature(value).parameters:
                yield f"{module.name.removeprefix('klarsprak.')}.{name}"


def test_no_answer_about_a_letters_words_is_kept_without_bound() -> None:
    assert set(_without_bound()) <= KEYED_BY_US
