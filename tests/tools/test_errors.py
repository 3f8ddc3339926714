"""Errors that ``tools.error_eval`` makes."""

from __future__ import annotations

import random

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.letter import Block, Letter
from tools.error_eval import evaluate
from tools.errors import Error, Place, made_at

TEXT = "Du måste lämna ansökningshandlingen i receptionen. Vi har läst ditt nya yttrande, och det är tydligt."


def made(seed: int) -> list[Error]:
    """The errors that may be made in the text."""
    _, analysis = Checker(Config(select=["sprakfel"])).examined(Letter("a", "txt", [Block(TEXT)], []))
    chance = random.Random(seed)
    return [
        error
        for block, sentence in analysis.sentences
        for error in made_at(Place(block, sentence.start, sentence.end), chance)
    ]


def test_each_error_changes_the_text():
    for error in made(1):
        assert TEXT[: error.start] + error.wrong + TEXT[error.end :] != TEXT


def test_many_sorts_are_made_and_the_same_ones_each_time():
    errors = made(1)
    assert errors == made(1) != made(2)
    sorts = {error.sort.partition(":")[0] for error in errors}
    assert {"typo", "split", "verb", "dropped", "form", "sign"} <= sorts


def test_a_seed_takes_half_of_the_letters():
    letters = [Letter(f"brev-{number}.txt", "txt", [Block(TEXT)], []) for number in range(6)]
    odd, even = (evaluate(letters, seed, 1, "verb: after modal") for seed in (1, 2))
    assert odd.words + even.words == sum(len(TEXT.split()) for _ in letters)
    assert odd.found["verb: after modal"] + even.found["verb: after modal"] >= 1
