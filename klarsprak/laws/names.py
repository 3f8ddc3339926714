"""Reads laws by name or title: *skollagen*, *1985 års skollag*, *lagen (1993:387) om stöd och service …*."""

from __future__ import annotations

from dataclasses import dataclass

from klarsprak.laws.acts import Act, fold
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.model import LawPhrase
from klarsprak.laws.register import Register
from klarsprak.laws.short_forms import read_short_after
from klarsprak.laws.title_span import TITLE_START, end_of_own_title, end_of_title, longest_title
from klarsprak.laws.tokens import SFS_NUMBER, LawToken, first_sfs_number
from klarsprak.lazy_regex import LazyRegex

DEFINITE_ENDINGS = "lagen balken förordningen kungörelsen stadgan formen konventionen direktivet".split()
_GENITIVE_ENDINGS = tuple(ending + "s" for ending in DEFINITE_ENDINGS)
_IN_BRACKETS = LazyRegex(rf"\s?\(\s?(?:SFS\s?)?({SFS_NUMBER})\s?\)")
_GENERIC = LazyRegex(r"(lag|förordning|kungörelse|balk|stadga|instruktion|reglemente)(en|an|n|t)?s?")
# Laws that the register lacks are recognised beside a section, *hittepålagen*; *bolagen, förslagen* are no laws.
_UNKNOWN_LAW = LazyRegex(
    r"(?!\w*(?:(?:bo|under|för|neder)lag|(?:in|av|ut|upp|för|på|ned|om|till|an|be|över|före)slag)ens?$|anlagens?$)"
    r"\w{3,}(?:lag|balk|förordning)ens?"
)
_MORE = LazyRegex(r"(?:,?\s?m\.\s?m|(?<=m\.m))\.")
_OF_THE_EU = LazyRegex(r"\bEU:s\s+(?:allmänna\s+)?$")
_PAIR = LazyRegex(r"(\w+)-?\s(?:och|&|samt)\s(\w+)")
_OF_A_YEAR = LazyRegex(r"\b(\d{4}) års\s+$")
_EU_REACH = 16
_YEAR_REACH = 12


@dataclass(frozen=True, slots=True)
class _NumberedName:
    """A token that names a law, and the number that may come next: *lagen (1993:387)*.

    ``end`` is where the two end.
    """

    text: str
    token: LawToken
    sfs: str | None
    end: int


def read_name(cursor: TokenCursor, i: int, register: Register) -> LawPhrase | None:
    """The law that token ``i`` names; the number may stand in the token after it.

    *lagen* and the like have a title after them, *skollagen* and the like name the law alone.
    """
    name = _with_number(cursor, i)
    word = _fold_name(name.token.text)
    if _GENERIC.fits(word):
        return _read_title(name, register)
    return _read_proper_name(name, word, register)


def _with_number(cursor: TokenCursor, i: int) -> _NumberedName:
    """The name with the number that comes next to it, if one does: *lagen (1993:387)*."""
    token = cursor.tokens[i]
    if cursor.next_kind(i) != "PAREN":
        return _NumberedName(cursor.text, token, None, token.end)
    number = cursor.tokens[i + 1]
    return _NumberedName(cursor.text, token, first_sfs_number(number.text), number.end)


def _fold_name(name: str) -> str:
    """The name as the register spells it: *plan & bygglagen* → *plan- och bygglagen*."""
    folded = fold(name)
    pair = _PAIR.match(folded)
    return folded if pair is None else f"{pair[1]}- och {pair[2]}"


def read_number_in_brackets(text: str, end: int) -> tuple[str | None, int]:
    """The number that follows at the place ``end``, and where its bracket ends: *LSS (1993:387)*.

    None and the same place where none follows.
    """
    match = _IN_BRACKETS.match(text, end)
    if match is None:
        return None, end
    return match[1], match.end()


def choose_act(acts: tuple[Act, ...], sfs: str | None, register: Register) -> Act | None:
    """The act with the number written, else the first of those that the words can mean.

    *skollagen (1985:1100)* is repealed, *skollagen* is that of 2010; None where the register has none.
    """
    if sfs is not None:
        return register.get(sfs)
    return acts[0] if acts else None


def _read_proper_name(name: _NumberedName, word: str, register: Register) -> LawPhrase | None:
    """*skollagen*, *förvaltningslagens*, *1985 års skollag*, *EU:s dataskyddsförordning*.

    A name in the indefinite form names a law only with its number, or with whose it is.
    """
    namesakes = register.find_by_name(_as_definite(word))
    if not namesakes and name.sfs is None:
        return _read_unknown_name(name.token, word)
    start, candidates = _with_owner(name.text, name.token.start, namesakes)
    has_owner = start < name.token.start
    is_bare = name.sfs is None and not has_owner
    if is_bare and _is_indefinite(word):
        return None
    act = choose_act(candidates, name.sfs, register)
    end, short = read_short_after(name.text, name.end, act, register)
    return LawPhrase(start, end, act, candidates, name.sfs, short=short)


def _read_unknown_name(token: LawToken, word: str) -> LawPhrase | None:
    """*hittepålagen*: a law only if a section stands beside it."""
    if not _UNKNOWN_LAW.fits(word):
        return None
    return LawPhrase(token.start, token.end, None, alone=False)


def _is_indefinite(word: str) -> bool:
    """*detaljplan enligt plan- och bygglag* names no law; neither does *ny skollag*."""
    is_genitive = word.endswith("s")
    return word != _as_definite(word) and not is_genitive


def _with_owner(text: str, start: int, acts: tuple[Act, ...]) -> tuple[int, tuple[Act, ...]]:
    """*EU:s dataskyddsförordning*, *1985 års skollag*: where the words begin, and the acts that they leave."""
    if _OF_THE_EU.search(text, max(0, start - _EU_REACH), start) is not None:
        return text.rindex("EU:s", 0, start), _made_by_eu(acts)
    year = _OF_A_YEAR.search(text, max(0, start - _YEAR_REACH), start)
    if year is not None:
        return year.start(), _made_in(year[1], acts)
    return start, acts


def _made_by_eu(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Those of the acts that the EU made.

    *EU:s dataskyddsförordning* leaves out a Swedish one of that name.
    """
    return tuple(act for act in acts if act.is_eu)


def _made_in(year: str, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Those of the acts that were made in the year.

    *1985 års skollag* leaves out that of 2010.
    """
    return tuple(act for act in acts if act.sfs.startswith(year))


def _as_definite(word: str) -> str:
    """A law's name in the definite form without genitive.

    *skollagens*, *skollag*, *skollags* → *skollagen*; *hälsoskyddsstadga* → *hälsoskyddsstadgan*
    """
    if word.endswith(_GENITIVE_ENDINGS):
        return word[:-1]
    bare = word.removesuffix("s")
    if bare.endswith(("lag", "balk", "förordning")):
        return f"{bare}en"
    if word.endswith(("kungörelse", "stadga")):
        return f"{word}n"
    return word


def _read_title(name: _NumberedName, register: Register) -> LawPhrase | None:
    """*lagen (1993:387) om stöd och service …*, with or without the number, which may also come last."""
    head = _as_definite(fold(name.token.text))
    acts, title_end = longest_title(name.text, head, name.end, register)
    sfs, known_end = _number_of_title(name, title_end)
    if sfs is None and not acts:
        return _read_number_last(name, register)
    act = choose_act(acts, sfs, register)
    whole_end = _end_with_more(name, _end_of_title(name, acts, act, known_end))
    end, short = read_short_after(name.text, whole_end, act, register)
    return LawPhrase(name.token.start, end, act, acts, sfs, short=short)


def _number_of_title(name: _NumberedName, title_end: int) -> tuple[str | None, int]:
    """The number that stands after the name or, *lagen om färdtjänst (1997:736)*, after a title that is known.

    And where the two end.
    """
    if name.sfs is not None or title_end == name.end:
        return name.sfs, title_end
    return read_number_in_brackets(name.text, title_end)


def _end_of_title(name: _NumberedName, acts: tuple[Act, ...], act: Act | None, known_end: int) -> int:
    """Where the title ends; to the place ``known_end`` it is the title of the acts.

    A number of another act than those may come with the title of that other one, which is longer.
    """
    if not acts:
        return end_of_title(name.text, name.end, act)
    if act is None or act in acts:
        return known_end
    return max(known_end, end_of_own_title(name.text, name.end, act))


def _end_with_more(name: _NumberedName, title_end: int) -> int:
    """Where a title ends with its *m.m.*.

    *lagen om bostadsanpassningsbidrag m.m.*
    """
    more = _MORE.match(name.text, title_end)
    if more is None or title_end == name.end:
        return title_end
    return more.end()


def _read_number_last(name: _NumberedName, register: Register) -> LawPhrase | None:
    """*lagen om gaturenhållning (1998:814)*: an act whose title the register spells in another way."""
    if not TITLE_START.match(name.text, name.end):
        return None
    title_end = end_of_title(name.text, name.end)
    sfs, end = read_number_in_brackets(name.text, title_end)
    if sfs is None:
        return None
    return LawPhrase(name.token.start, end, register.get(sfs), sfs=sfs)
