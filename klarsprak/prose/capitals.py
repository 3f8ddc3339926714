"""What capitals tell: of a short form, of a case number, of a line that is all in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.everyday.words import is_common
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.readable import may_flag

_CAPITALS = re.compile(
    r"(?<![\w./&:-])(?<!\d )(?P<word>(?![IVXLCDM]+\b)(?:[A-ZÅÄÖ]{2,5}"
    r"|(?!\w*[AEIOUYÅÄÖ]\w*[AEIOUYÅÄÖ])[A-ZÅÄÖ]{6,7}))"
    r"(?P<compound>-(?:(?!(?:gata|torg|gränd|allé|back)(?:en|et|n)?s?\b)[a-zåäö][\w-]*|(?= (?:och|eller|samt) )))?"
    r"(?=(?::[a-zåäö]+)?(?![\w/&:-])(?! ?\d|\.\w))"
)
"""Two to five capitals that are no Roman number and no part of a code or a street's name, perhaps with more of a
compound: *KSAU*, *LSS-beslut*, *BDT- och WC-vatten*; no *VII*, no *SN 2024/12*, no *ABC-gatan*.  Of six or seven
those that no one could read as a word: *SSBTEK*."""
_TWO_CAPITALS = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ]")
_CODE = re.compile(r"(?!\d{4}-\d\d-\d\d$)(?:\d{2,4}[-/.:]\d|\d{4}$)")
"""What follows a committee's letters in a case number: *SN 2024/12*, *KS 24-118*; in *KS 2024-05-12* it is the day of
a meeting."""
_LONGEST = 5
"""Letters of most short forms."""
_OPENING_SIGNS = ("<", "{", "=", "_", "#")
_CODE_SIGNS = ("/", "-")
_SHORTEST_STRESSED = 4
"""Letters of a word that is known to be one; shorter ones are as often short forms, *VA* or *LOV*."""
_NAMES_CODE = re.compile(
    r"\b\w*(?:koden|koderna|kod|koder|fältet|fälten|fält|kolumnen|kolumnerna|kolumn|rutan|värdet|värdena|"
    r"lösenordet|knappen)(?: är| heter| med namnet)?:? (?:[A-ZÅÄÖ_\d]{2,}(?:, | och | eller ))*$",
    re.IGNORECASE,
)
"""What stands before a code or the name of a field: *Din kod är* KLPW, *kolumnerna KUND_NR och* ORGNR."""
_LETTERS_OF_WORD = 3
"""Capitals from which a short form of small letters may be written in capitals: *BL.A.*; *M.M.* may be anything."""


def is_no_short_form(words: WordsAt) -> bool:
    """Whether the capitals are no short form there: *Dnr SN 2024/12*, *ABC TA*, *BESLUT OM LOV*.

    *SN* is *socialnämnden* elsewhere.
    """
    if _is_part_of_code(words) or _ends_name(words):
        return True
    return are_among_capitals(words)


def _ends_name(words: WordsAt) -> bool:
    """Whether another short form of capitals stands right before: *enligt ABC TA* names one thing.

    What *TA* is short for elsewhere, it isn't there.
    """
    if words.is_first_in_sentence:
        return False
    before = words.block.written(words.start - 1, words.start)
    return len(before) > 1 and before.isalpha() and before.isupper()


def _is_part_of_code(words: WordsAt) -> bool:
    """Whether the short form belongs to a case number or the like: *Dnr SN 2024/12*, *KS 24-118*, *IVL<TS>*."""
    block, start, end = words
    if start and block.written(start - 1, start).endswith(_OPENING_SIGNS):
        return True
    if end == len(block.words):
        return False
    following = block.words[end]
    if following in _CODE_SIGNS:
        return True
    return _CODE.match(following) is not None


def are_among_capitals(words: WordsAt) -> bool:
    """Whether the words around are all in capitals: *BESLUT OM LOV*; a word alone tells nothing.

    Or those next to it are, and are no short forms: *FÖR BARN I FÖRSKOLEÅLDERN ordnas …*.
    """
    if _is_in_run(words):
        return True
    others = list(_letters_around(words))
    if not others:
        return False
    return all(map(str.isupper, others))


def _is_in_run(words: WordsAt) -> bool:
    """Whether a word too long for a short form stands in the row of capitals that the words are in."""
    sentence = words.sentence
    before = range(words.start - 1, sentence.start - 1, -1)
    after = range(words.end, sentence.end)
    return _reaches_long(words.block, before) or _reaches_long(words.block, after)


def _reaches_long(block: AnalysedBlock, tokens: range) -> bool:
    """Whether a row of capitals, read from there on, holds a long word."""
    for token in tokens:
        text = block.written(token, token + 1)
        if not (text.isalpha() and text.isupper()):
            return False
        if len(text) > _LONGEST:
            return True
    return False


def _letters_around(words: WordsAt) -> Iterator[str]:
    """The other words of the sentence that are all letters, as they stand.

    Figures and signs have no case.
    """
    block, sentence = words.block, words.sentence
    for token in (*range(sentence.start, words.start), *range(words.end, sentence.end)):
        if block.words[token].isalpha():
            yield block.written(token, token + 1)


def is_stressed_word(word: str) -> bool:
    """Whether the capitals only stress a common word, or write a place in capitals.

    >>> list(filter(is_stressed_word, ["SVAR", "SIDOR", "MALMÖ", "KSAU", "LOV"]))
    ['SVAR', 'SIDOR', 'MALMÖ']
    """
    if len(word) < _SHORTEST_STRESSED:
        return False
    lower = word.lower()
    return is_common(lower)


def is_named_code(text_before: str) -> bool:
    """Whether the words before say that a code or the name of a field follows.

    >>> is_named_code("Din kod är "), is_named_code("Kolumnerna KUND_NR och "), is_named_code("Beslut av ")
    (True, True, False)
    """
    return _NAMES_CODE.search(text_before) is not None


def has_same_capitals(text: str, word: str) -> bool:
    """``SoL`` is not *sol*, but ``bl.a.`` may begin a sentence or stand in capitals.

    *Bl.a.* first in a sentence, *BL.A.* in a line of capitals.
    """
    folded = " ".join(text.split())
    if folded == word:
        return True
    if not word.islower():
        return False
    if folded[:1].lower() + folded[1:] == word:
        return True
    return _is_in_capitals(folded, word)


def _is_in_capitals(text: str, word: str) -> bool:
    """*BL.A.*; where there are letters alone, or two, capitals make another short form of them.

    Spaces don't matter: *t ex* in capitals is *T EX*.
    """
    letters = sum(map(str.isalpha, word))
    if word.isalpha() or letters < _LETTERS_OF_WORD:
        return False
    return text.isupper() and text.lower() == word


def words_of_capitals(block: AnalysedBlock) -> Iterator[re.Match[str]]:
    """The words of capitals in text that is read.

    Most blocks have none, which an expression for two of them tells fast.
    """
    if _TWO_CAPITALS.search(block.text) and may_flag(block):
        yield from _CAPITALS.finditer(block.text)


def with_capitals_of(long: str, word: str, words: WordsAt) -> str:
    """*Bland annat* for *Bl.a.*; a short form of capitals tells only by its place whether it begins a sentence.

    *LSS* stands in capitals anywhere, *Bl.a.* with a capital only first.
    """
    if word.islower():
        return match_case(words.text, long)
    if words.is_first_in_sentence:
        return long[:1].upper() + long[1:]
    return long
