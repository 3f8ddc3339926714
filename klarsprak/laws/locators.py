"""Reads the place within a law: chapter, sections, paragraph and points.

The grammar, over the tokens of ``tokens.py``::

    chain    = element {(JOIN | THROUGH) element} ;
    element  = [chapter] sections {detail} | chapter | COLON {detail} | ARTICLE numbers ;
    chapter  = numbers KAP | ORD KAP | KAP NUM ;
    sections = numbers SECT | SECT numbers ;
    detail   = numbers | ORD STYCKE | NUM STYCKE | POINT numbers | numbers POINT | ORD MENING ;
    numbers  = NUM {(JOIN | THROUGH) NUM} ;
"""

from __future__ import annotations

from klarsprak.laws.articles import read_articles
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.details import read_detail, read_details
from klarsprak.laws.model import Locator
from klarsprak.laws.numbers import JOINERS, ORDINALS, read_numbers
from klarsprak.laws.tokens import spell_number

LAW_NAMES = ("NAME", "SHORT")
"""Kinds of tokens that name a law by words."""
_PLACE_STARTS = ("NUM", "ORD", "KAP", "SECT")


def read_chain(cursor: TokenCursor, i: int, after_law: bool) -> tuple[list[Locator], int]:
    """Locators that share a law; *§ 25* without a chapter counts only after one (``after_law``).

    *4 kap. 1 §, 11 kap. 2 § och 3 §* are three; none where no place begins at token ``i``.
    """
    first, i = _read_element(cursor, i, None, after_law)
    if first is None:
        return [], i
    chain = [first]
    while (following := _read_next(cursor, chain[-1], i, after_law)) is not None:
        locator, i = following
        chain.append(locator)
    return chain, i


def _read_next(cursor: TokenCursor, last: Locator, i: int, after_law: bool) -> tuple[Locator, int] | None:
    """*… och 11 kap. 2 §*, *…, och 12 §*: one more place, joined to the last one at token ``i``.

    A time, *och 9:30*, is no place of a chain.
    """
    if cursor.kind(i) not in JOINERS or not cursor.is_adjacent(last.end, i):
        return None
    start = _after_joiner(cursor, i)
    if not cursor.is_joined(start - 1):
        return None
    locator, after = _read_element(cursor, start, last.chapter, after_law)
    if locator is None or locator.colon:
        return None
    return locator, after


def _after_joiner(cursor: TokenCursor, i: int) -> int:
    """The token after the joiner ``i``, which may be two tokens: *, och*."""
    if cursor.kind(i + 1) == "JOIN":
        return i + 2
    return i + 1


def read_details_after_law(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*9 § LSS, första stycket*, *9 § LSS punkt 2*: the token after them, or ``i`` where there are none."""
    if not locator.sections and cursor.is_joined(i - 1):
        return _read_sections_after_law(cursor, locator, i)
    start = cursor.after_comma(i)
    if cursor.next_kind(start - 1) not in ("ORD", "POINT"):
        return i
    after = read_detail(cursor, locator, start)
    if after == start:
        return i
    locator.end = cursor.tokens[after - 1].end
    return read_details(cursor, locator, after)


def _read_sections_after_law(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*9 kap. PBL 30 §*: but the *30 §* of *9 kap. PBL 30 § förvaltningslagen* belongs to the other law."""
    sections, after = _read_sections(cursor, i)
    if not sections or cursor.kind(after) in LAW_NAMES:
        return i
    _put_sections(cursor, locator, sections, after)
    return read_details(cursor, locator, after)


def _read_element(cursor: TokenCursor, i: int, chapter: str | None, after_law: bool) -> tuple[Locator | None, int]:
    """One place of a chain; ``chapter`` is that of the place before it: *4 kap. 1 § och 2 §*."""
    kind = cursor.kind(i)
    if kind == "ARTICLE":
        return _read_articles(cursor, i)
    if kind == "COLON":
        return _read_colon(cursor, i)
    if kind not in _PLACE_STARTS:
        return None, i
    own, after = _read_chapter(cursor, i)
    if own is not None:
        return _read_place(cursor, i, own, after)
    return _read_place_without_chapter(cursor, i, chapter, after_law)


def _read_place(cursor: TokenCursor, i: int, chapter: str, after: int) -> tuple[Locator, int]:
    """*4 kap. 1 §* or *4 kap.*; ``after`` is the token after the chapter."""
    locator = Locator(cursor.tokens[i].start, cursor.tokens[after - 1].end, chapter)
    sections, after_sections = _read_sections_before_law(cursor, after)
    if not sections:
        return locator, after
    _put_sections(cursor, locator, sections, after_sections)
    return locator, read_details(cursor, locator, after_sections)


def _read_place_without_chapter(
    cursor: TokenCursor, i: int, chapter: str | None, after_law: bool
) -> tuple[Locator | None, int]:
    """*1 §*, *§ 25*, *32 § 10 kap.*: sections of the chapter that is known, or of the one that comes after them."""
    sections, after = _read_sections_before_law(cursor, i) if after_law else _read_sections(cursor, i)
    if not sections:
        return None, i
    start = cursor.tokens[i].start
    locator = Locator(start, start, chapter, sign_first=cursor.kind(i) == "SECT")
    _put_sections(cursor, locator, sections, after)
    if chapter is None:
        after = _read_chapter_last(cursor, locator, after)
    return locator, read_details(cursor, locator, after)


def _put_sections(cursor: TokenCursor, locator: Locator, sections: tuple[str, ...], after: int) -> None:
    """Puts the sections on the place, which then reaches to token ``after``."""
    locator.sections = sections
    locator.end = cursor.tokens[after - 1].end


def _read_chapter_last(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*32 § 10 kap. skollagen*: the chapter after the section, unless it begins a place of its own.

    It does in *32 § 10 kap. 3 §*.
    """
    if cursor.next_kind(i - 1) != "NUM":
        return i
    chapter, after = _read_chapter(cursor, i)
    if chapter is None or cursor.kind(after) in ("NUM", "SECT"):
        return i
    locator.chapter = chapter
    locator.end = cursor.tokens[after - 1].end
    return after


def _read_colon(cursor: TokenCursor, i: int) -> tuple[Locator, int]:
    """*9:30*: chapter 9, section 30."""
    token = cursor.tokens[i]
    chapter, _, section = spell_number(token.text).partition(":")
    locator = Locator(token.start, token.end, chapter, (section,), colon=True)
    return locator, read_details(cursor, locator, i + 1)


def _read_articles(cursor: TokenCursor, i: int) -> tuple[Locator | None, int]:
    """*artikel 6.1 e och 9.2 h*; None for the word alone."""
    token = cursor.tokens[i]
    read = read_articles(cursor.text, token.end)
    if read is None:
        return None, i
    articles, end = read
    return Locator(token.start, end, None, articles, article=True), cursor.token_at(end, i + 1)


def _read_chapter(cursor: TokenCursor, i: int) -> tuple[str | None, int]:
    """*4 kap.*, *4 och 5 kap.*, *kap. 4*, *fjärde kapitlet*; None where no chapter begins at token ``i``."""
    form = cursor.kind(i), cursor.next_kind(i)
    if form == ("KAP", "NUM"):
        return _read_number_of_chapter(cursor, i + 1)
    if form == ("ORD", "KAP"):
        ordinal = cursor.tokens[i].text.lower()
        return ORDINALS.get(ordinal), i + 2
    numbers, after = read_numbers(cursor, i)
    if not numbers or cursor.next_kind(after - 1) != "KAP":
        return None, i
    return ", ".join(numbers), after + 1


def _read_number_of_chapter(cursor: TokenCursor, i: int) -> tuple[str, int]:
    """The *4* of *kap. 4*, the *4, 5* of *kap. 4 och 5*.

    Of *kap. 4, 5 och 6 §§* only the first number is a chapter.
    """
    numbers, after = read_numbers(cursor, i)
    leads_to_section = cursor.kind(after) in ("SECT", "KAP")
    if leads_to_section and len(numbers) > 1:
        return spell_number(cursor.tokens[i].text), i + 1
    return ", ".join(numbers), after


def _read_sections(cursor: TokenCursor, i: int) -> tuple[tuple[str, ...], int]:
    """*1 §*, *1 och 2 §§*, *§ 25*: numbers with the section sign; nothing where it is missing."""
    if cursor.kind(i) == "SECT":
        return _read_after_sign(cursor, i)
    numbers, after = read_numbers(cursor, i)
    if not numbers or cursor.next_kind(after - 1) != "SECT":
        return (), i
    return numbers, after + 1


def _read_after_sign(cursor: TokenCursor, i: int) -> tuple[tuple[str, ...], int]:
    """The *25* of *§ 25*; token ``i`` is the sign."""
    if cursor.next_kind(i) != "NUM":
        return (), i
    return read_numbers(cursor, i + 1)


def _read_sections_before_law(cursor: TokenCursor, i: int) -> tuple[tuple[str, ...], int]:
    """Sections after a chapter or a law, where the sign may be missing just before a law: *4 kap. 1 SoL*."""
    if _is_cut_off(cursor, i):
        return (), i
    sections, after = _read_sections(cursor, i)
    return (sections, after) if sections else _read_without_sign(cursor, i)


def _read_without_sign(cursor: TokenCursor, i: int) -> tuple[tuple[str, ...], int]:
    """The *1* of *4 kap. 1 SoL*: numbers just before a law.

    Elsewhere a number without the sign may count anything.
    """
    numbers, after = read_numbers(cursor, i)
    if not numbers or cursor.next_kind(after - 1) not in LAW_NAMES:
        return (), i
    return numbers, after


def _is_cut_off(cursor: TokenCursor, i: int) -> bool:
    """Whether a chapter ends before token ``i``, but more than blanks stand between.

    *4 kap. (1 §)*
    """
    return cursor.kind(i - 1) == "KAP" and not cursor.is_joined(i - 1)
