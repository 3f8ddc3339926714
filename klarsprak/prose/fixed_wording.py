"""Which words nobody may reword without a look: those of headings, names of laws, table heads, labels and titles."""

from __future__ import annotations

import re

from klarsprak.language.grammar.clauses import SentenceForms, has_finite_verb
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.swedish import SENTENCE_STOPS

_ACT = re.compile(
    r"\b(?:lag|lagen|(?:\w*förordning|direktiv|föreskrift|kungörelse|stadga|konvention)\w*)\s+"
    r"(?:\([^)]*\)|nr|\d+[/:]\d+|(?=om|med|för|mot))[^;]{0,80}?\b(?:om|för|med|mot)\s[^;.]*$",
    re.IGNORECASE,
)
"""What stands before a word of an act's title: *förordning (EU) 2016/679 av den 27 april 2016 om skydd för personer*
before *med avseende på behandling av personuppgifter*."""
_NAMING_TAGS = frozenset({"NOUN", "ADJ", "DET"})
_LABEL_ENDS = (":", "\t")
_SENTENCE_ENDS = (*SENTENCE_STOPS, ":", ",", ")", "”")
_NEAR = 600
"""Signs before a word that may belong to the same act's name: the longest names have half as many."""
_WORDS_OF_TITLE = 12
"""A title of no style holds no more of them; longer lines are sentences with words missing."""


def is_fixed_wording(words: WordsAt) -> bool:
    """Whether the words stand in a heading, a table's head or the name of a law, which others refer to as it is.

    *Delgivning av beslut* as a heading, *lagen (2003:1) om erhållande av stöd*.
    """
    if words.block.block.role is Role.HEADING or _is_table_head(words):
        return True
    return is_in_name_of_act(words)


def is_label_or_title(words: WordsAt) -> bool:
    """Whether the words stand in a line without a sentence: *Befogenheter:*, *Yttrande över ansökan om bygglov*.

    There grammar tells little of what fits.
    """
    return _is_label(words) or _is_title(words)


def is_in_name_of_act(words: WordsAt) -> bool:
    """Whether the words belong to what an act is called, in which there is no finite verb.

    *lagen (2003:1) om* **erhållande**, not *lagen (2003:1) om stöd* **skall** *tillämpas*.
    """
    first, last = words.characters
    begins = max(words.sentence.characters[0], first - _NEAR)
    name = _ACT.search(words.block.text[begins:first])
    if name is None:
        return False
    rest = WordsAt.covering(words.block, begins + name.start(), last)
    return not has_finite_verb(SentenceForms.of(rest))


def _is_label(words: WordsAt) -> bool:
    """Whether the words are a label: *Befogenheter:*, *Avlämnande* in a form; but not *Dessa handlingar behövs:*.

    *Högaktningsfullt* is no noun, and a greeting.
    """
    block, (start, end) = words.block, words.sentence[:2]
    _, last = words.characters
    if block.text.startswith(_LABEL_ENDS, last):
        return not has_finite_verb(SentenceForms.of(WordsAt(block, start, end)))
    is_whole_line = words.end - words.start == len(block.words)
    return is_whole_line and _NAMING_TAGS.issuperset(block.tags)


def _is_table_head(words: WordsAt) -> bool:
    """Whether the words stand in a table's first row, in a cell that holds no sentence.

    *Erlagd avgift* above a column of sums.
    """
    block = words.block
    cell = block.block.cell
    if cell is None or cell.row > 0:
        return False
    return not block.is_prose


def _is_title(words: WordsAt) -> bool:
    """Whether the words stand in a line without a stop or a finite verb, which no style tells as a heading.

    *Yttrande över ansökan om bygglov*; *Med högaktning*, which is replaced as a whole, is a greeting.
    """
    block, (start, end) = words.block, words.sentence[:2]
    line = block.text.rstrip()
    if block.block.role is not Role.PARAGRAPH or line.endswith(_SENTENCE_ENDS):
        return False
    is_whole_line = end == len(block.words) and any(block.tags)
    if not is_whole_line or not 1 < end - start <= _WORDS_OF_TITLE:
        return False
    if not line[0].isupper() or words.end - words.start == end - start:
        return False
    return not has_finite_verb(SentenceForms.of(WordsAt(block, start, end)))
