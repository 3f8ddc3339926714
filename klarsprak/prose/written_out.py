"""Whether a letter writes out a short form: gives the long one near it, or says itself what it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.prose.explaining import DEFINER
from klarsprak.prose.glossary import glossary
from klarsprak.prose.initials import begin_with, end_with, hold
from klarsprak.prose.parenthesis import has_explaining_parenthesis
from klarsprak.prose.words_alone import Stretch, WordsAlone, is_word, places
from klarsprak.swedish import SENTENCE_STOPS

_NUMBER_OF_LAW = re.compile(r"\(\d{4}:\d+\)\s*")
_DEFINITE = re.compile(r"^(lag|förordning)en ")
_PHRASE_BEFORE = 60
"""How many characters before *(XYZ)* may hold what it stands for."""
_NEAR = 250
"""How many characters before a short form may hold words that begin with its letters."""
_BETWEEN = 40
"""How many characters may stand between the short form and the long one for readers to see that they are the same."""
_LONGEST_PARENTHESIS = 1000
"""How many characters after a short form may hold a parenthesis that explains it."""
_WORDS_A_LETTER = 2
"""Words of the long form for each letter of the short one, at most: small words stand between."""
_OPENS = re.compile(r"\s*\(")
_CLOSED = re.compile(r"\s*\)")
_LONG_WORD = re.compile(r"\b\w{3,}")
_COMPANY = re.compile(r"[ \xa0]((?:[^\W\d_]+[ \xa0](?:& )?){1,5}?ab)\b")
"""A company's name after its short one."""
_BRACKET_OR_LINE = re.compile(r"[()\n]")
_BESIDE = re.compile(r"\s?[,–—]\s")
"""What stands between a short form and the words that it stands for, next to each other."""
_LINE = re.compile(r"[\n.;:()]")
_SAYS = re.compile(
    r",?\s(?:(?:betyder|står för|det vill säga|som betyder)\b|=\s)"
    rf"|(?:,\s(?:som|det))?\sär\s(?:{DEFINER}|(?:lagen|en lag)\s|\w{{4,}}s\s\w{{4,}})"
    r"|,\ssom\s(?!är\b)\w+r\s[^.;:()\n]*\b(?:den|dem)\ssom\b"
    r"|,\s(?:en|ett)\s(?:[^\s.,;:()\d]+\s){1,4}som\s"
)
"""*HPV är ett virus som*; *HPV, ett virus som*; *CSN, som lånar ut till den som studerar*; *Löf, som är regionernas
försäkringsbolag*."""
_IS_SO = re.compile(r"\sär\s(?:det|den|de|all|allt|alla)\s")
_GOVERNED = re.compile(
    r"\b(?:enligt|enl\.?|i|av|med stöd av|hos|för|genom)\s(?:[\d\s]{1,6}[a-z]?\s?(?:kap\.?|§§?)\s?){0,2}$"
)
_STOPS = (*SENTENCE_STOPS, ":", ")", "”", '"')
"""How running text ends."""


class _Explanations(NamedTuple):
    """Where a letter may say what a short form stands for, as text in small letters."""

    text: str
    """The whole letter, one block a line, without *(2010:900)* in *plan- och bygglagen (2010:900), PBL*."""
    alone: WordsAlone
    """The same, for where short forms stand in it."""
    ends: dict[int, int]
    """Where each block's reader has come to in ``text`` by the block's end, by the block's number."""
    notes: str
    """What is read beside the text: footnotes and lists of words."""
    known_from: dict[tuple[tuple[str, ...], tuple[str, ...]], int]
    """From which place in ``text`` each short form that was asked for is known, by its spellings and long forms."""


def is_written_out(block: AnalysedBlock, analysis: Analysis, short: Iterable[str], long: Iterable[str]) -> bool:
    """Whether the reader of the block knows by its end what the short form stands for.

    *Socialtjänstlagen (SoL) säger …*, *enligt socialtjänstlagens regler. I SoL står …*: the long form, with another
    ending at most, stands near a short one, or the letter gives one of its own, in the block or before it.  So does a
    footnote or a list of words, wherever it stands.  What is written out later helps nobody.
    """
    letter = analysis.once(_explanations)
    question = tuple(map(str.lower, short)), tuple(_indefinite_too(long))
    if question not in letter.known_from:  # asked for each use, so a long letter is read once for them all
        letter.known_from[question] = _known_from(*question, letter)
    return read_until(block, analysis) >= letter.known_from[question]


def read_until(block: AnalysedBlock, analysis: Analysis) -> int:
    """Where in the letter's text its reader is by the end of the block; a heading is read with what it leads to."""
    return analysis.once(_explanations).ends[block.index]


def _known_from(short: Sequence[str], long: Sequence[str], letter: _Explanations) -> int:
    """The place in the letter's text from which its reader knows the short form; beyond its end if nothing tells."""
    if _is_noted(long, short, letter.notes):
        return 0
    never = len(letter.text) + 2
    return min(_first_near(long, short, letter, never), _first_own(short, letter.text, letter.alone, never))


def _is_noted(long: Sequence[str], short: Sequence[str], notes: str) -> bool:
    """Whether a note gives the long form: *¹ Socialtjänstlagen* need not repeat the short one that it belongs to."""
    if not notes:  # most often
        return False
    if any(_long_places(long, notes)):
        return True
    return _first_own(short, notes, WordsAlone(notes), len(notes) + 1) <= len(notes)


def _explanations(analysis: Analysis) -> _Explanations:
    """Put together once a letter, since every short form asks."""
    lines = [_NUMBER_OF_LAW.sub("", block.block.text.lower()) for block in analysis.blocks]
    ends = list(accumulate(len(line) + 1 for line in lines))
    reach = _last_read(analysis.blocks)
    beside = analysis.once(glossary)
    text = "\n".join(lines)
    return _Explanations(
        text,
        WordsAlone(text),
        {block.index: ends[last] for block, last in zip(analysis.blocks, reach, strict=True)},
        "\n".join(line for line, block in zip(lines, analysis.blocks, strict=True) if block.index in beside),
        {},
    )


def _last_read(blocks: list[AnalysedBlock]) -> list[int]:
    """The place in the list of the block that each is read together with: itself, if it is running text.

    A heading, a subject line or a table's cell leads to the text below: *Beslut enligt LSS* needs no long form where
    the first paragraph has it.
    """
    reach: list[int] = []
    last = len(blocks) - 1
    for place in range(len(blocks) - 1, -1, -1):
        if _is_running_text(blocks[place]):
            last = place
        reach.append(last)
    return reach[::-1]


def _is_running_text(block: AnalysedBlock) -> bool:
    """Whether the block holds sentences that stand for themselves; a subject line, however long, has no stop."""
    return block.is_prose and block.text.rstrip().endswith(_STOPS)


def _indefinite_too(long: Iterable[str]) -> Iterator[str]:
    """The long forms, lower case, and *lag om …* for *lagen om …*.

    *en lag om stöd och service*.
    """
    for form in long:
        yield form.lower()
        yield _DEFINITE.sub(r"\1 ", form.lower())


def _first_near(long: Sequence[str], short: Sequence[str], letter: _Explanations, never: int) -> int:
    """Where the first two end that stand so that readers see that they are the same."""
    found = list(_long_places(long, letter.text))
    if not found:  # most often: no need to look for the short ones
        return never
    uses = sorted(_short_places(short, letter.alone))
    pairs = ((use, place) for place in found for use in _beside(place, uses))
    return min((max(use[1], place[1]) for use, place in pairs if _is_near(use, place, letter.text)), default=never)


def _beside(place: Stretch, uses: list[Stretch]) -> list[Stretch]:
    """The last of the uses before the place and the first after it."""
    following = bisect_left(uses, place)
    return uses[max(0, following - 1) : following + 1]


def _is_near(use: Stretch, place: Stretch, text: str) -> bool:
    """Whether next to nothing stands between the two, whichever comes first, and both are on one line.

    *Tekniska nämnden* in the letter's head, lines above *TN*, tells what that stands for only to those who know it.
    """
    if _is_above(use, place, text):
        return True
    first, last = sorted((use, place))
    return last[0] - first[1] < _BETWEEN and "\n" not in text[first[1] : last[0]]


def _is_above(use: Stretch, place: Stretch, text: str) -> bool:
    """Whether the short one fills a line and the long one the next: *HRV* above *Hamnrådet i Vik*."""
    if text[use[1] : place[0]] != "\n":
        return False
    return text[max(0, use[0] - 1) : use[0]] in ("", "\n") and text[place[1] : place[1] + 1] in ("", "\n")


def _long_places(long: Sequence[str], text: str) -> Iterator[Stretch]:
    """Where a long form stands at a word's beginning; an ending of its own may follow.

    *bygglov* in *bygglovet*, but not in *rivningsbygglov*.
    """
    for form in long:
        for start, end in places(form, text):
            if not is_word(text, start - 1):
                yield start, end


def _short_places(short: Iterable[str], text: WordsAlone) -> Iterator[Stretch]:
    """Where a short form stands that is no part of a word.

    Case doesn't matter: all is in small letters here.
    """
    for word in short:
        yield from text.places(word)


def _first_own(short: Sequence[str], text: str, alone: WordsAlone, never: int) -> int:
    """Where the letter itself says what the short form stands for, whatever our list thinks.

    *KSAU (kommunstyrelsens arbetsutskott)*, for which no rule is needed.
    """
    told = (end for start, end in _short_places(short, alone) if _is_told_at(start, end, text))
    return min(told, default=never)


def _is_told_at(start: int, end: int, text: str) -> bool:
    """Whether the short form that stands there stands beside what it means."""
    if _is_in_parenthesis(text, start, end):
        return True
    if _is_told_after(text, end) and not _is_said_by(text, start, end):
        return True
    return _is_spelled_out(text, start, end)


def _is_spelled_out(text: str, start: int, end: int) -> bool:
    """*SÄBO, särskilt boende*; *särskilt boende, SÄBO*; *Fråga vårt råd för stöd och trygghet. RST svarar.*.

    What stands apart must have a word for each letter.
    """
    short = text[start:end]
    before = text[max(0, start - _NEAR) : start]
    if _BESIDE.match(text, end) and begin_with(_LINE.split(text[end : end + _NEAR])[0], short):
        return True
    if _is_company(text[end : end + _NEAR], short):
        return True
    if _BESIDE.fullmatch(before[-2:].lstrip()) and end_with(_LINE.split(before)[-1], short):
        return True
    return hold(before, short)


def _is_company(after: str, short: str) -> bool:
    """Whether a company's whole name stands after its short one: *hevab hamnens energi och vatten ab*.

    >>> _is_company(" hamnens energi och vatten ab svarar", "hevab"), _is_company(" har köpt båtar av bo ab", "hevab")
    (True, False)
    """
    name = _COMPANY.match(after)
    if name is None or not short.endswith("ab") or name[1][0] != short[0]:
        return False
    return _are_in(short, name[1])


def _is_told_after(text: str, end: int) -> bool:
    """*SÄBO (särskilt boende)*, *SÄBO betyder särskilt boende*, *SÄBO = särskilt boende*.

    *(PBL)* or *(se bilaga 2)* after it tells nothing.
    """
    if _OPENS.match(text, end) and has_explaining_parenthesis(text[end : end + _LONGEST_PARENTHESIS]):
        return True
    return _SAYS.match(text, end) is not None


def _is_said_by(text: str, start: int, end: int) -> bool:
    """Whether *är* after it has its subject behind it: *enligt 12 § FMH* **är det förbjudet** *att …*."""
    if not _IS_SO.match(text, end):
        return False
    return _GOVERNED.search(text[max(0, start - _BETWEEN) : start]) is not None


def _is_in_parenthesis(text: str, start: int, end: int) -> bool:
    """*särskilt boende (SÄBO)*: alone in one, after words that begin with the same letter and hold the others.

    Other words before it, *i dag (SÄBO)* or *så som ett prov (SÄBO)*, are no long form.
    """
    opened = text.rfind("(", 0, start)
    if opened < 0 or text[opened + 1 : start].strip():
        return False
    if not _CLOSED.match(text, end):
        return False
    phrase = _phrase_before(text, opened)
    short = list(filter(str.isalpha, text[start:end]))
    words = phrase.split()[-_WORDS_A_LETTER * len(short) :]
    rests = (" ".join(words[place:]) for place, word in enumerate(words) if _LONG_WORD.match(word))
    return any(rest[0] == text[start] and _are_in(short, rest) for rest in rests)


def _are_in(letters: Iterable[str], phrase: str) -> bool:
    """Whether the phrase has the letters in that order, others between them: *säb* in *särskilt boende*."""
    rest = iter(phrase)
    return all(letter in rest for letter in letters)


def _phrase_before(text: str, end: int) -> str:
    """What stands before the place on its line, or on the one above if it begins a line, back to a parenthesis."""
    before = text[max(0, end - _PHRASE_BEFORE) : end].removesuffix("\n")
    return _BRACKET_OR_LINE.split(before)[-1]
