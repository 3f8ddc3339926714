"""Which words are the writer's own: neither names, nor another language, nor words that are only mentioned."""

from __future__ import annotations

import re

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.letter import Role


def is_name(block: AnalysedBlock, start: int, end: int) -> bool:
    """Whether the words are written as a name: a capital where no sentence, line or list item begins."""
    first, last = block.chars(start, end)
    if not block.text[first].isupper() or start == block.sentence_at(start).start:
        return False
    before = block.words[start - 1]
    return not before.isspace() and before not in _OPENERS and not block.text[first:last].isupper()


def is_mentioned(block: AnalysedBlock, start: int) -> bool:
    """Whether the letter tells what something is called, and so teaches the word: *det kallas att bestrida*."""
    before = block.words[max(0, start - 3) : start]
    return not _CALLED.isdisjoint(before if before[-1:] == ["att"] else before[-1:])


_CALLED = frozenset("kallas kallad kallat kallade kallar heter betyder".split())


_OPENERS = frozenset("”\"'(:-–•*")
"""After these a capital may begin a sentence."""


_TITLE = re.compile(
    r"(?!\w*(?i:enhet|avdelning|förvaltning|kontor|nämnd|grupp|team))[A-ZÅÄÖ]\w+(?: [\w.,/:-]+)*?"
    r" (?:om|enligt|avseende|angående|gällande|beträffande|rörande|från|mot)(?: [\w.,/:-]+){2,}"
)
"""A title that no style tells from other lines: *Ansökan om dispens från strandskyddet*."""


_SUBJECT = re.compile(
    r"(?:ang|angående|avslag|ansökan|begäran|beslut|betr|beträffande|föreläggande|gäller|information|kallelse|påminnelse"
    r"|svar|underrättelse|uppsägning|ärende)\b",
    re.IGNORECASE,
)
"""How a line begins that says what the letter is about, though nothing marks it as a heading."""


def may_flag(block: AnalysedBlock) -> bool:
    """Whether the block is text to be read, as against labels, addresses and the values of a table."""
    if block.is_prose or block.block.role in (Role.HEADING, Role.FOOTNOTE) or _SUBJECT.match(block.text):
        return True
    if block.block.role is Role.PARAGRAPH:
        return _TITLE.fullmatch(block.text.strip()) is not None
    if block.block.role is Role.TABLE_CELL:
        return len(block.words) > 2 and block.words[-1] == "."
    return block.block.role is Role.LIST_ITEM and sum(map(str.isalpha, block.words)) > 2


TITLE = re.compile(
    r"(?:handläggar|inspektör|sekreterar|chef|utredar|samordnar|ingenjör|assistent|ombud|nämnd|förvaltning|enhet|avdelning"
    r"|kontor|myndighet|råd)(?:e|en|ens|es|er|et|ets|s|erna|na)?$"
    r"|(?:(?<!för)(?<!av)(?<!an)(?<!upp)slag(?:en)?|förordning(?:en)?|balken|lagstiftning(?:en)?)s?$"
)


_IN_LAW = re.compile(
    r"\b(?:lag|lagen|förordning|förordningen|föreskrifter|föreskrifterna|direktiv|direktivet)\s+"
    r"(?:\([^)]*\)\s+)?(?:om|med|för|mot)\s+(?:(?!(?:ska|är|har|kan|måste|får|gäller|säger|står)\b)[\w-]+\s+){0,6}$",
    re.IGNORECASE,
)


_NUMBER_OF_LAW = re.compile(r"\s*\(\d{4}:\d+\)")


def is_foreign(block: AnalysedBlock, start: int, end: int) -> bool:
    """Whether the words are a name, or part of the name of a law."""
    first, last = block.chars(start, end)
    before = block.text[block.sentence_at(start).start_char : first]
    return is_name(block, start, end) or bool(_IN_LAW.search(before) or _NUMBER_OF_LAW.match(block.text, last))
