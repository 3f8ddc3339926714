"""Which of a letter's blocks can't be checked: they are in another language, or hold no language at all.

1. Each block of 40 characters or more is told by itself.
2. Blocks beside foreign ones are foreign too where they fit that language better than Swedish, and so are those
   between two of them that hold no words (a date, a sum).
3. A letter in which another language outweighs the rest two to one is not checked at all; else a note says what
   isn't.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from klarsprak.language.others.function_words import EVERY_FUNCTION_WORD
from klarsprak.language.others.passages import (
    COMMON_SHARE,
    COMMON_SWEDISH,
    NO_LANGUAGE,
    SHORTEST,
    SWEDISH,
    fits_better,
    other_language,
)
from klarsprak.swedish import plural

_OUTWEIGHED = 2
"""How many times as long as the rest the passages in one other language are, in a letter that is mainly in it."""
_LETTERS = 200
"""Characters of passages without language from which a letter may be mainly without."""
_HOLDS_TOGETHER = SWEDISH | {"för", "till"}
_ENOUGH = 0.06
"""Share of these words, all tokens counted, that spares a passage the closer look: most Swedish ones."""
_NUMBERS = ("Noll", "Ett", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv")


class Unchecked(NamedTuple):
    """The blocks that can't be checked, by number, with what they are in (*engelska*), in Swedish.

    ``reason`` says in Swedish why the whole letter can't be checked; None where its Swedish part can.
    """

    blocks: Mapping[int, str]
    reason: str | None = None

    @property
    def notes(self) -> list[str]:
        """What isn't checked, a sentence a language: *Två stycken på finska är inte granskade.*"""
        return [_note(language, count) for language, count in Counter(self.blocks.values()).items()]


def find_unchecked(texts: Mapping[int, str]) -> Unchecked:
    """Which of the blocks, given by number in reading order, can't be checked."""
    found = {number: language for number, text in texts.items() if (language := _language_of(text))}
    if found:
        _spread(found, texts)
        return Unchecked(found, _reason(found, texts))
    return Unchecked({}, _reason_of_whole(texts.values()))


def _language_of(text: str) -> str | None:
    """What a passage is in, where that isn't Swedish; most passages are told by their words alone."""
    if len(text) < SHORTEST or _is_clearly_swedish(text):
        return None
    return other_language(text)


def _is_clearly_swedish(text: str) -> bool:
    """Whether words that hold Swedish together tell the passage at a glance: most passages need no closer look.

    Many of them do by themselves; fewer, where no word is another language's own.
    """
    words = text.lower().split()
    if sum(map(_HOLDS_TOGETHER.__contains__, words)) >= _ENOUGH * len(words):
        return True
    if sum(map(COMMON_SWEDISH.__contains__, words)) < COMMON_SHARE * len(words):
        return False
    return EVERY_FUNCTION_WORD.isdisjoint(words)


def _spread(found: dict[int, str], texts: Mapping[int, str]) -> None:
    """Add the blocks that go with foreign ones, down the page and then up."""
    numbers = list(texts)
    _spread_onward(numbers, found, texts)
    _spread_onward(numbers[::-1], found, texts)
    _fill(numbers, found, texts)


def _spread_onward(numbers: list[int], found: dict[int, str], texts: Mapping[int, str]) -> None:
    """Blocks after a foreign one that fit its language: *Kind regards*."""
    language = None
    for number in numbers:
        if number in found:
            language = found[number]
        elif language and fits_better(texts[number], language):
            found[number] = language
        else:
            language = None


def _fill(numbers: list[int], found: dict[int, str], texts: Mapping[int, str]) -> None:
    """Blocks without words between two in the same language: *2026-03-02*."""
    gap: list[int] = []
    language = None
    for number in numbers:
        if number in found:
            if language == found[number]:
                found |= dict.fromkeys(gap, found[number])
            language, gap = found[number], []
        elif any(map(str.isalpha, texts[number])):
            language = None
        else:
            gap.append(number)


def _reason(found: Mapping[int, str], texts: Mapping[int, str]) -> str | None:
    """Why the letter can't be checked, if it is mainly in one other language or without."""
    lengths = Counter[str]()
    for number, language in found.items():
        lengths[language] += len(texts[number])
    rest = sum(len(text) for number, text in texts.items() if number not in found)
    language, length = lengths.most_common(1)[0]
    if length <= _OUTWEIGHED * rest:
        return None
    if language == NO_LANGUAGE and length < _LETTERS:
        return None
    return _told(language)


def _reason_of_whole(texts: Iterable[str]) -> str | None:
    """The same of a letter of short lines: taken together they may tell what none tells by itself."""
    texts = list(texts)
    if any(len(text) >= SHORTEST for text in texts):
        return None
    language = _language_of(" ".join(texts))
    return _told(language) if language else None


def _told(language: str) -> str:
    if language == NO_LANGUAGE:
        return "Brevet är siffror eller kod. klarsprak granskar bara text på svenska."
    return f"Brevet är på {language}. klarsprak granskar bara svenska."


def _note(language: str, count: int) -> str:
    """*Ett stycke på engelska är inte granskat.*"""
    passages = " ".join(_passages(count))
    kind = language if language == NO_LANGUAGE else f"på {language}"
    return f"{passages} {kind} är inte {plural(count, 'granskat', 'granskade')}."


def _passages(count: int) -> Iterator[str]:
    """*Två stycken*, *14 stycken*."""
    yield _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    yield plural(count, "stycke", "stycken")
