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
    """The law that token ``i`` names; the number may stand in the token after it."""
    name = _with_number(cursor, i)
    word = _fold_name(name.token.text)
    if _GENERIC.fits(word):
        return _read_title(name, register)
    return _read_proper_name(name, word, register)


def _with_number(cursor: TokenCursor, i: int) -> _NumberedName:
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
    """The number that follows at the place ``end``, and where its bracket ends: *LSS (1993:387)*."""
    match = _IN_BRACKETS.match(text, end)
    return (None, end) if match is None else (match[1], match.end())


def choose_act(acts: tuple[Act, ...], sfs: str | None, register: Register) -> Act | None:
    """The act with the number written, else the first of those that the words can mean."""
    if sfs is not None:
        return register.get(sfs)
    return acts[0] if acts else None


def _read_proper_name(name: _NumberedName, word: str, register: Register) -> LawPhrase | None:
    """*skollagen*, *förvaltningslagens*, *1985 års skollag*, *EU:s dataskyddsförordning*."""
    namesakes = register.find_by_name(_as_definite(word))
    if not namesakes and name.sfs is None:
        return _read_unknown_name(name.token, word)
    start, candidates = _with_owner(name.text, name.token.start, namesakes)
    is_bare = name.sfs is None and start == name.token.start
    if is_bare and _is_indefinite(word):
        return None
    act = choose_act(candidates, name.sfs, register)
    end, short = read_short_after(name.text, name.end, act, register)
    return LawPhrase(start, end, act, candidates, name.sfs, short=short)


def _read_unknown_name(token: LawToken, word: str) -> LawPhrase | None:
    """*hittepålagen*: a law only if a section stands beside it."""
    return LawPhrase(token.start, token.end, None, alone=False) if _UNKNOWN_LAW.fits(word) else None


def _is_indefinite(word: str) -> bool:
    """*detaljplan enligt plan- och bygglag* names no law; neither does *ny skollag*."""
    return word != _as_definite(word) and not word.endswith("s")


def _with_owner(text: str, start: int, acts: tuple[Act, ...]) -> tuple[int, tuple[Act, ...]]:
    """*EU:s dataskyddsförordning*, *1985 års skollag*: where the words begin, and the acts that they leave."""
    if _OF_THE_EU.search(text, max(0, start - _EU_REACH), start) is not None:
        return text.rindex("EU:s", 0, start), tuple(act for act in acts if act.is_eu)
    year = _OF_A_YEAR.search(text, max(0, start - _YEAR_REACH), start)
    if year is not None:
        return year.start(), tuple(act for act in acts if act.sfs.startswith(year[1]))
    return start, acts


def _as_definite(word: str) -> str:
    """A law's name in the definite form without genitive: *skollagens*, *skollag* → *skollagen*."""
    if word.endswith(_GENITIVE_ENDINGS):
        return word[:-1]
    bare = word.removesuffix("s")
    if bare.endswith(("lag", "balk", "förordning")):
        return f"{bare}en"
    return f"{word}n" if word.endswith(("kungörelse", "stadga")) else word


def _read_title(name: _NumberedName, register: Register) -> LawPhrase | None:
    """*lagen (1993:387) om stöd och service …*, with or without the number, which may also come last."""
    head, sfs = _as_definite(fold(name.token.text)), name.sfs
    acts, end = longest_title(name.text, head, name.end, register)
    if sfs is None and end == name.end:
        return _read_number_last(name, register)
    if sfs is None:
        sfs, end = read_number_in_brackets(name.text, end)
    act = choose_act(acts, sfs, register)
    end = _end_with_title(name, acts, act, end)
    end, short = read_short_after(name.text, end, act, register)
    return LawPhrase(name.token.start, end, act, acts, sfs, short=short)


def _end_with_title(name: _NumberedName, acts: tuple[Act, ...], act: Act | None, end: int) -> int:
    """Where the title ends, with its *m.m.*; to the place ``end`` it is the title of the acts."""
    if not acts:
        end = end_of_title(name.text, name.end, act)
    elif act is not None and act not in acts:
        end = max(end, end_of_own_title(name.text, name.end, act))
    more = _MORE.match(name.text, end)
    return end if more is None or end == name.end else more.end()


def _read_number_last(name: _NumberedName, register: Register) -> LawPhrase | None:
    """*lagen om gaturenhållning (1998:814)*: an act whose title the register spells in another way."""
    if not TITLE_START.match(name.text, name.end):
        return None
    sfs, end = read_number_in_brackets(name.text, end_of_title(name.text, name.end))
    return None if sfs is None else LawPhrase(name.token.start, end, register.get(sfs), sfs=sfs)
