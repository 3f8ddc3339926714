"""Which blocks are text to be read, as against labels, addresses and the values of a table."""

from __future__ import annotations

import re
from collections.abc import Callable

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.clauses import SentenceForms, has_finite_verb
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_UNIT = re.compile(r"\w*(?i:enhet|avdelning|förvaltning|kontor|nämnd|grupp|team)")
_TITLE = re.compile(
    rf"(?!{_UNIT.pattern})"
    r"[A-ZÅÄÖ]\w+(?: [\w.,/:-]+){0,30}?"
    r" (?:om|enligt|avseende|angående|gällande|beträffande|rörande|från|mot)(?: [\w.,/:-]+){2,30}"
)
"""A title that no style tells from other lines: *Ansökan om dispens från strandskyddet*; no *Enheten för …*."""
_SUBJECT = re.compile(
    r"(?:ang|angående|avisering|avslag|ansökan|begäran|beslut|betr|beträffande|föreläggande|gäller|information|kallelse|påminnelse"
    r"|svar|underrättelse|uppsägning|ärende|\w*anmaning|\w+föreläggande|kommunicering|delgivning|erinran)\b",
    re.IGNORECASE,
)
"""How a line begins that says what the letter is about, though nothing marks it as a heading: *Ang. ditt bygglov*."""
_TOKENS_OF_SENTENCE = 3
"""Two words and a stop: a cell that holds less is a value."""
_WORDS_OF_ITEM = 3
"""A list item of fewer words is a label, a name or a sum."""
_SMALL_WORDS = 2
"""Words of small letters in a line that says something: *Restskuld IMD vatten januari*."""
_LEAST_LETTERS = 3
_TO_CALL = re.compile(r"(?:tfn|tel|telefon|mobil|växel)\b", re.IGNORECASE)
"""What tells a line of how to reach somebody: *Tfn växel 040-628 04 00, ankn 0422*."""
_LINES = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
"""What stands by itself among the paragraphs; headers and boxes are the letterhead's."""
_ENCLOSED = re.compile(
    r"\W*(?:ev\.? )?(?:bilag(?:a|or)(?: \d+)?|bifogas|kopia(?: till)?|cc|för kännedom)\b:?", re.IGNORECASE
)
"""How a line begins that lists what goes with the letter, and to whom: *Bilaga: Protokoll OVK*."""
_SUM = re.compile(r"\d ?(?:(?:kr|kronor)\b|:-)")
"""What a row of an account ends with."""


def may_flag(block: AnalysedBlock) -> bool:
    """Whether the block is text to be read: running text, a line on what the letter is about, or as its role says.

    Asked of the blocks of all that is found, so the cheapest look comes first.
    """
    if block.is_prose or _SUBJECT.match(block.text):
        return True
    return _BY_ROLE.get(block.block.role, _is_never)(block)


def holds_words(block: AnalysedBlock) -> bool:
    """Whether the block is text, or a line that says something all the same: *Närvarande: mentor, kurator, ev. SYV*.

    A short form there is as hard to understand, in a row of an account, too: *BTP: 2 140 kr*, or in a list: *- trasig
    VVX*; a hard word may be a label.  No unit's name: *Enheten för stöd enligt LSS*.
    """
    if may_flag(block) or _SUM.search(block.text):
        return True
    if block.block.role in _LINES and _ENCLOSED.match(block.text):
        return True
    fewest = 1 if block.block.role is Role.LIST_ITEM else _SMALL_WORDS
    return sum(map(_is_small_word, block.text.split())) >= fewest and _UNIT.match(block.text) is None


def is_price(block: AnalysedBlock) -> bool:
    """Whether the line says in words what is paid for: *Laddplats: 525 kr/mån + spotpris + påslag*."""
    if block.block.role not in _LINES or _SUM.search(block.text) is None:
        return False
    return sum(map(_is_small_word, block.text.split())) > _SMALL_WORDS


def is_said_in_line(block: AnalysedBlock) -> bool:
    """Whether the block is a line that its reader has to understand too: *Start: v 3*, *Ssk Mikael Dahl*.

    A unit is called what it is called (*Myndighetsenheten LSS*), and a cell of a table has no room.
    """
    return block.block.role in _LINES and _UNIT.match(block.text) is None


def _is_small_word(word: str) -> bool:
    """Whether it is *vatten*, *kurator,* or *inkl.*, be it in *EHT-rummet*, and no name and no *nr*."""
    bare = word.strip(",;.()").rpartition("-")[2]
    return len(bare) >= _LEAST_LETTERS and bare.isalpha() and bare.islower()


def _is_never(_: AnalysedBlock) -> bool:
    """A text box or a header without a sentence is layout: *Ekvalla kommun*."""
    return False


def _is_always(_: AnalysedBlock) -> bool:
    """Headings and footnotes are read whatever they hold: *Laga kraft*."""
    return True


def _is_title_or_clause(block: AnalysedBlock) -> bool:
    """*Ansökan om dispens från strandskyddet*; *Delges med mottagningsbevis*; *att återkräva utbetalt stöd,*."""
    text = block.text.strip()
    if _TITLE.fullmatch(text) is not None:
        return True
    if len(block.words) < _TOKENS_OF_SENTENCE or text.endswith(":") or _TO_CALL.match(text):
        return False
    return block.words[0] == "att" or has_finite_verb(SentenceForms.of(WordsAt(block, 0, len(block.words))))


def _is_short_sentence(block: AnalysedBlock) -> bool:
    """*Avgiften utgår.* in a cell, but not *Avgift*, nor *Kl.*, which two tokens are.

    Two words in a cell are a label or a value.
    """
    if len(block.words) < _TOKENS_OF_SENTENCE:
        return False
    return block.words[-1] == "."


def _is_phrase(block: AnalysedBlock) -> bool:
    """*kopia av lagfart eller köpekontrakt* in a list, but not *Anna Berg*."""
    words = sum(map(_is_word, block.words))
    return words >= _WORDS_OF_ITEM


def _is_word(token: str) -> bool:
    """*intyg*, and *avs.*, which is short for one; no figure and no stop."""
    return token.removesuffix(".").isalpha()


_BY_ROLE: dict[Role, Callable[[AnalysedBlock], bool]] = {
    Role.HEADING: _is_always,
    Role.FOOTNOTE: _is_always,
    Role.PARAGRAPH: _is_title_or_clause,
    Role.TABLE_CELL: _is_short_sentence,
    Role.LIST_ITEM: _is_phrase,
}
"""When a block of that role is text though it holds no running sentences; blocks of other roles never are."""
