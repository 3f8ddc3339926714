"""What capitals tell: of a short form, of a case number, of a line that is all in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.everyday.words import is_common
from klarsprak.language.inflection import match_case
from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.company_names import goes_on_from_name, is_in_club, is_in_company
from klarsprak.prose.job_titles import is_title
from klarsprak.prose.readable import holds_words, is_said_in_line

_CAPITALS = re.compile(
    r"(?:(?<![\w./&:-])|(?<=[A-ZÅÄÖ]{2}/)|(?<=[a-zåäö]{3}/))"
    r"(?:(?<!\d )|(?!(?:[KMGT]B|[KMG]W|[KCM]M|HK|KG|K[RV]|SEK|EUR|HP|ML|ST|RV|H?T|VT) )(?=[A-ZÅÄÖ]{2,4} [a-zåäö]{2}))"
    r"(?P<word>(?!(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w))"
    r"(?:[A-ZÅÄÖ]{2,5}(?:-[A-ZÅÄÖ]{2,4}(?![\w-]))?"
    r"|(?!\w*[AEIOUYÅÄÖ]\w*[AEIOUYÅÄÖ])[A-ZÅÄÖ]{6,7}"
    r"|(?!Mc|Mac|De[A-Z])[A-ZÅÄÖ][a-zåäö]{1,2}[A-ZÅÄÖ][a-zåäö]?))"
    r"(?P<compound>-(?:(?!(?:gata|torg|gränd|allé|back)(?:en|et|n)?s?\b)[a-zåäö][\w-]*|(?= (?:och|eller|samt) )))?"
    r"(?=(?::[a-zåäö]+)?(?![\w&:-]|/(?![A-ZÅÄÖ]{2,5}(?![\w/&:-])(?! ?\d)|[a-zåäö]{3,}(?![\w/.:&-])))"
    r"(?! ?\d(?!,\d{1,2}(?![\w,:/-])|[–-]\d{1,2}(?![\w,:/–-]))|\.\w))"
)
"""Two to five capitals that are no Roman number below a hundred and no part of a code or a street's name, perhaps
with more of a compound: *KSAU*, *LSS-beslut*, *BDT- och WC-vatten*, *IMD*; no *VII*, no *SN 2024/12*, no *ABC-gatan*.
A hyphen may stand between two: *KOM-KR*.
Of six or seven those that no one could read as a word: *SSBTEK*. Small letters may stand between two capitals: *BoU*,
*ApN*, *LoRa-nätet*. A slash may stand between two: *MBL/HA*, *Waran/NOAK*, but no *KS/2024*. What a value follows is
a scale or a measure: *VAS 3–4*, *ABI 0,9*."""
_BESIDE_SLASH = re.compile(r"(?<![\w./:@-])(?!(?:kronor|öre|euro|liter|kilo|ton|[dt]agar)/)[A-ZÅÄÖa-zåäö]?[a-zåäö]+/")
"""A word of the text before a slash, and no part of an address or a price: no *kommunen.example/*, *kronor/MB*."""
_RANGE = re.compile(r" \d[–-]")
_BEFORE_VALUE = re.compile(r"\b(?:[Tt]ill|[Pp]å|[Ää]r|[Vv]ar|[Hh]ar|[Hh]ade|[Mm]ed|[Vv]isa(?:r|de)|[Mm]ellan|om) $")
"""What a value on a scale follows: *du skattade smärtan till* VAS 3–4; a row or a shelf may be BK 3–4."""
_UNIT_COMPOUND = re.compile(r"-(?:avdelning|enhet|grupp|förvaltning)(?:en)?|-(?:kontor|center|centrum|team)(?:et)?")
_CAPITALISED = re.compile(r" ([A-ZÅÄÖ][a-zåäöé]{2,})\b")
_TWO_CAPITALS = re.compile(r"[A-ZÅÄÖ][a-zåäö]{0,2}[A-ZÅÄÖ]")
_CODE = re.compile(r"(?!\d{4}-\d\d-\d\d$)(?:\d{2,4}[-/.:]\d|\d{4}$)")
"""What follows a committee's letters in a case number: *SN 2024/12*, *KS 24-118*; in *KS 2024-05-12* it is the day of
a meeting."""
_PLATE = re.compile(r"\d\d[\da-z]")
_LETTERS_OF_PLATE = 3
"""What a car is known by: *TKR* 41B."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_LED_BY = frozenset("av i enligt från hos till med genom inom".split())
"""What stands before a short form that no case number is meant by: *antagen av* KF *2022*."""
_LONGEST = 5
"""Letters of most short forms."""
_OPENING_SIGNS = ("<", "{", "=", "_", "#")
_CODE_SIGNS = ("/", "-")
_SHORTEST_STRESSED = 4
"""Letters of a word that is known to be one; shorter ones are as often short forms, *VA* or *LOV*."""
_KNOWN = 3
"""How common a word is at least that somebody may stress."""
_FEWEST_OF_NOUN = 2
"""Capitals: *VA*, *SoL*; others are cut words: *t.o.m.*, *Tfn*."""
_LETTERS_OF_WORD = 3
"""Capitals from which a short form of small letters may be written in capitals: *BL.A.*; *M.M.* may be anything."""


def is_no_short_form(words: WordsAt) -> bool:
    """Whether the capitals are no short form there: *Dnr SN 2024/12*, *ABC TA*, *KS Invest AB*, *BESLUT OM LOV*.

    *SN* is *socialnämnden* elsewhere.
    """
    if _is_part_of_code(words) or _ends_name(words) or is_in_company(words.block.text, *words.characters):
        return True
    return are_among_capitals(words)


def is_in_name(block: AnalysedBlock, match: re.Match[str]) -> bool:
    """Whether the capitals or their compound stand in a name: *HR-avdelningen* by an address, *ONE Nordic*."""
    if _is_name_of_unit(block, match) or _begins_name(block, match) or is_title(block, match):
        return True
    if is_in_company(block.text, *match.span()) or is_in_club(block.text, *match.span()):
        return True
    return not match["compound"] and goes_on_from_name(block.text, match.start())


def _is_name_of_unit(block: AnalysedBlock, match: re.Match[str]) -> bool:
    """Whether the compound is a unit's name in a line of names: *HR-avdelningen, Ekvalla kommun, 123 45 Ekvalla*."""
    return not block.is_prose and _UNIT_COMPOUND.fullmatch(match["compound"] or "") is not None


def _begins_name(block: AnalysedBlock, match: re.Match[str]) -> bool:
    """Whether a name that is no Swedish word goes on after the capitals: *ONE* before *Nordic*, a company's."""
    following = _CAPITALISED.match(block.text, match.end())
    if match["compound"] or following is None:
        return False
    word = following[1].lower()
    return not shipped_words().band(word) and not shipped_words().is_name(word)


def is_hard_in_line(words: WordsAt, word: str) -> bool:
    """Whether the short form stands in a line that is read, and names no form: *SKV 704*, *DV 3109/15 LOU*."""
    if not is_said_in_line(words.block):
        return False
    beside = words.block.words[max(0, words.start - 1) : words.end + 1]
    return not (word.isupper() and any(any(map(str.isdigit, other)) for other in beside))


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
    if _begins_number(words):
        return True
    following = block.words[end]
    if following in _CODE_SIGNS:
        return following != "/" or not _is_word_alone(block.words[end + 1 : end + 3])
    if len(words.text) == _LETTERS_OF_PLATE and _PLATE.fullmatch(following):
        return True
    return _CODE.match(following) is not None and not _is_dated(words)


def _begins_number(words: WordsAt) -> bool:
    """Whether more capitals and then a number follow: *SBK PRH 2024-338*."""
    block, end = words.block, words.end
    if end + 1 >= len(block.words) or not words.text.isupper():
        return False
    following = block.written(end, end + 1)
    return following.isalpha() and following.isupper() and _CODE.match(block.words[end + 1]) is not None


def _is_dated(words: WordsAt) -> bool:
    """Whether a mere year follows the short form in a sentence: *antagen av KF 2022*, but no *Dnr KF 2022/14*."""
    block, start, end = words
    if not start or block.words[start - 1] not in _LED_BY or not _YEAR.fullmatch(block.words[end]):
        return False
    return not block.written(end, end + 1).endswith(_CODE_SIGNS) and block.words[end + 1 : end + 2] != ["/"]


def _is_word_alone(following: list[str]) -> bool:
    """Whether what follows a slash is another word, and no part of a number: *LSS/SoF*, no *SN/KS-12*."""
    if not following or not following[0].isalpha():
        return False
    return not following[1:] or not (following[1] in _CODE_SIGNS or following[1][0].isdigit())


def are_among_capitals(words: WordsAt) -> bool:
    """Whether the words around are all in capitals: *BESLUT OM LOV*; a word alone tells nothing.

    Or those next to it are, and are no short forms: *FÖR BARN I FÖRSKOLEÅLDERN ordnas …*.
    """
    capitals = words.block.once(_Capitals, partial(_Capitals, words.block))
    if capitals.is_in_run(words):
        return True
    others, small = capitals.around(words)
    return others > 0 and not small


class _Capitals:
    """Where a block's capitals stand: counted once, since each short form in a row of a hundred asks for them all."""

    def __init__(self, block: AnalysedBlock) -> None:
        written = [block.written(token, token + 1) for token in range(len(block.words))]
        letters = [form.isalpha() for form in block.words]
        self._letters = list(accumulate(letters, initial=0))
        self._small = list(accumulate(map(_is_small, letters, written), initial=0))
        firsts = {sentence.start for sentence in block.sentences}
        lasts = {sentence.end - 1 for sentence in block.sentences}
        self._long_before = list(_long_in_row(written, firsts))
        self._long_after = list(_long_in_row(written[::-1], {len(written) - 1 - last for last in lasts}))[::-1]

    def is_in_run(self, words: WordsAt) -> bool:
        """Whether a word too long for a short form stands in the row of capitals that the words are in."""
        sentence = words.sentence
        if words.start > sentence.start and self._long_before[words.start - 1]:
            return True
        return words.end < sentence.end and self._long_after[words.end]

    def around(self, words: WordsAt) -> tuple[int, int]:
        """How many other words of the sentence are all letters, and how many of those have small ones.

        Figures and signs have no case.
        """
        start, end = words.sentence.start, words.sentence.end
        others, small = (
            counted[words.start] - counted[start] + counted[end] - counted[min(words.end, end)]
            for counted in (self._letters, self._small)
        )
        return others, small


def _is_small(is_letters: bool, written: str) -> bool:
    """Whether a word of letters isn't all in capitals."""
    return is_letters and not written.isupper()


def _long_in_row(written: list[str], firsts: set[int]) -> Iterator[bool]:
    """For each word, whether the row of capitals that ends with it holds a long one; ``firsts`` open sentences.

    >>> list(_long_in_row(["Om", "FÖRSKOLEÅLDERN", "I", "KSAU", "i", "KSAU"], {0}))
    [False, True, True, True, False, False]
    """
    holds = False
    for token, text in enumerate(written):
        is_capitals = text.isalpha() and text.isupper()
        holds = is_capitals and (len(text) > _LONGEST or (holds and token not in firsts))
        yield holds


def is_stressed_word(word: str) -> bool:
    """Whether the capitals only stress a common word, or write a place in capitals; *retts* is hardly a word.

    >>> list(filter(is_stressed_word, ["SVAR", "SIDOR", "MALMÖ", "KSAU", "LOV"]))
    ['SVAR', 'SIDOR', 'MALMÖ']
    """
    if len(word) < _SHORTEST_STRESSED:
        return False
    lower = word.lower()
    return is_common(lower) and (shipped_words().is_name(lower) or (shipped_words().band(lower) or 0) >= _KNOWN)


def is_of_capitals(text: str) -> bool:
    """Whether it is *LSS* or *SoL*, and no cut word.

    >>> list(filter(is_of_capitals, ["LSS", "SoL", "Tfn", "t.o.m."]))
    ['LSS', 'SoL']
    """
    return sum(map(str.isupper, text)) >= _FEWEST_OF_NOUN


def has_same_capitals(text: str, word: str) -> bool:
    """``SoL`` is not *sol*, but ``bl.a.`` may begin a sentence or stand in capitals.

    *Bl.a.* first in a sentence, *BL.A.* in a line of capitals; **P** of *detaljplan P 68/3* is no *p*.
    """
    folded = " ".join(text.split())
    if folded == word:
        return True
    if not word.islower() or len(word) == 1:
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


def _never() -> bool:
    """No short line is read."""
    return False


def words_of_capitals(block: AnalysedBlock, *, is_read: Callable[[], bool] = _never) -> Iterator[re.Match[str]]:
    """The words of capitals in text that is read; ``is_read`` says of a short line that it is, if asked.

    Most blocks have none, which an expression for two of them tells fast.
    """
    if _TWO_CAPITALS.search(block.text) and (holds_words(block) or is_read()):
        yield from (match for match in _CAPITALS.finditer(block.text) if _is_in_text(block.text, match))


def _is_in_text(text: str, match: re.Match[str]) -> bool:
    """Whether a slash before the capitals is no address's, and a range after them a value's.

    >>> texts = "Waran/NOAK ska", "ekvalla.example/KSAU ska", "3 kronor/MHS ska"
    >>> [_is_in_text(text, next(_CAPITALS.finditer(text))) for text in texts]
    [True, False, False]
    """
    before = text[: match.start()]
    if before.endswith("/") and before[-2:-1].islower():
        word = before[before.rfind(" ") + 1 :]
        return _BESIDE_SLASH.fullmatch(word.lstrip("(\n")) is not None
    return _RANGE.match(text, match.end()) is None or _BEFORE_VALUE.search(before) is not None


def with_capitals_of(long: str, word: str, words: WordsAt) -> str:
    """*Bland annat* for *Bl.a.*; a short form of capitals tells only by its place whether it begins a sentence.

    *LSS* stands in capitals anywhere, *Bl.a.* with a capital only first.
    """
    if word.islower():
        return match_case(words.text, long)
    if words.is_first_in_sentence:
        return long[:1].upper() + long[1:]
    return long
