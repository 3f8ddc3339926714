"""Where a comma and a word such as *och* part a sentence into main clauses."""

from __future__ import annotations

import pytest

from klarsprak.language.analysed import AnalysedBlock, AnalysedText
from klarsprak.language.grammar.clauses import SentenceForms
from klarsprak.language.grammar.main_clauses import main_clauses, undivided
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block


def _forms(text: str) -> SentenceForms:
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    block = AnalysedBlock(0, Block(text), AnalysedText(tokens))
    sentence = block.sentences[0]
    return SentenceForms.of(WordsAt(block, sentence.start, sentence.end))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Du kan söka nu, men vi svarar i maj.", 2),
        ("Vi kommer på måndag, och på lappen i brevlådan står en ny tid.", 2),
        ("Du får pengarna i maj, men eftersom kvittot saknas behöver vi ett nytt.", 2),
        ("Skicka en ritning, en karta, och ett foto av huset.", 1),
        ("Kom klockan nio, så att vi hinner prata.", 1),
        ("Du kan söka nu och vi svarar i maj.", 1),
    ],
)
def test_main_clauses_are_parted(text: str, number: int) -> None:
    assert len(list(main_clauses(_forms(text)))) == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Du kan söka nu, men vi svarar i maj.", 0),
        ("Du kan söka nu om du vill.", 7),
        ("Du kan söka nu, men enligt 4 kap. 1 § svarar vi i maj.", 13),
    ],
)
def test_words_count_where_the_sentence_is_in_one_piece(text: str, words: int) -> None:
    assert undivided(_forms(text))[0] == words
