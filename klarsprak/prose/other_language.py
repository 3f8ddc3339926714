"""Words of another language that stand in a Swedish sentence."""

from __future__ import annotations

import re

from klarsprak.language.words_at import WordsAt

_FUNCTION_WORDS = frozenset("the of to which shall und der le la les des une est et ou qui aux pour".split())
"""One of these in a sentence tells that it isn't Swedish, or holds a name that isn't."""
_IN_LANGUAGE = re.compile(r"\bpå (?:latin|\w+ska)\b[^.;)\n]*$")
"""What stands before words of another language: *(på finska*, *heter på latin*."""
_REACH = 200
"""Characters before a word in which its language may be named: a sentence may be as long as a letter."""


def is_in_other_language(words: WordsAt, also: frozenset[str] = frozenset()) -> bool:
    """Whether the letter says what language the words are in, or the sentence shows that it isn't Swedish.

    *(på finska Varhaiskasvatuksen sääntökirja)*; *und* or *the* in the sentence, or one of the words in ``also``.
    """
    if not (_FUNCTION_WORDS.isdisjoint(words.sentence.forms) and also.isdisjoint(words.sentence.forms)):
        return True
    return _IN_LANGUAGE.search(words.text_before[-_REACH:]) is not None
