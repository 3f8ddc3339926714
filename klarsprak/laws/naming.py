"""How a text names a law: by name, short form or number, in any of the ways that letters do."""

from __future__ import annotations

from collections.abc import Callable

from klarsprak.laws.acts import fold
from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.eu_law import read_eu_law
from klarsprak.laws.model import AGENCY, LawPhrase
from klarsprak.laws.names import DEFINITE_ENDINGS, choose_act, read_name, read_number_in_brackets
from klarsprak.laws.register import Register
from klarsprak.laws.short_forms import find_by_spelling
from klarsprak.laws.title_span import end_of_title
from klarsprak.laws.tokens import first_sfs_number

# Short forms that stand for nothing else and so name the law without a section beside them.
_UNMISTAKABLE = frozenset(
    "SoL LSS LASS LVU LVM LPT HSL PSL PBL PBF OSL GDPR PUL PuL LOU LUF LSO AML FMH SFB DiskL".split()
)


def read_law(cursor: TokenCursor, i: int, register: Register) -> LawPhrase | None:
    """The law that is named from token ``i`` on; None where it names none."""
    read = _READERS.get(cursor.kind(i))
    return None if read is None else read(cursor, i, register)


def read_unknown_law(cursor: TokenCursor, i: int) -> LawPhrase | None:
    """*5 § lagen om något*: a law beside its section, whose title the register lacks."""
    token = cursor.tokens[i]
    if token.kind != "NAME" or fold(token.text) not in DEFINITE_ENDINGS:
        return None
    end = end_of_title(cursor.text, token.end)
    if end == token.end:
        return None
    return LawPhrase(token.start, end, None, alone=False)


def _read_name(cursor: TokenCursor, i: int, register: Register) -> LawPhrase | None:
    """*förvaltningslagen (2017:900)*, *lagen om färdtjänst*, *förordning (EU) 2016/679*."""
    if cursor.next_kind(i) == "EU":
        return read_eu_law(cursor, i + 1, register)
    return read_name(cursor, i, register)


def _read_short(cursor: TokenCursor, i: int, register: Register) -> LawPhrase | None:
    """*SoL*, *LSS (1993:387)*, *LSS:s*."""
    token = cursor.tokens[i]
    short = token.text.removesuffix(":s")
    acts = find_by_spelling(short, register)
    if not acts:
        return None
    sfs, end = read_number_in_brackets(cursor.text, token.end)
    act = choose_act(acts, sfs, register)
    return LawPhrase(token.start, end, act, acts, sfs, alone=short in _UNMISTAKABLE, short=short)


def _read_sfs(cursor: TokenCursor, i: int, register: Register) -> LawPhrase:
    """*SFS 2010:900*."""
    token = cursor.tokens[i]
    sfs = first_sfs_number(token.text)
    return LawPhrase(token.start, token.end, register.get(sfs), sfs=sfs)


def _read_brackets(cursor: TokenCursor, i: int, register: Register) -> LawPhrase | None:
    """*(SFS 2010:900)*; a number in brackets without *SFS* names no law alone."""
    token = cursor.tokens[i]
    if "SFS" not in token.text:
        return None
    sfs = first_sfs_number(token.text)
    return LawPhrase(token.start + 1, token.end - 1, register.get(sfs), sfs=sfs)


def _read_agency(cursor: TokenCursor, i: int, register: Register) -> LawPhrase:
    """*AFS 2023:2*: an agency's regulation."""
    token = cursor.tokens[i]
    return LawPhrase(token.start, token.end, None, source=AGENCY)


def _read_local(cursor: TokenCursor, i: int, register: Register) -> LawPhrase:
    """*de lokala ordningsföreskrifterna*: a municipality's own rules."""
    token = cursor.tokens[i]
    return LawPhrase(token.start, token.end, None, alone=False, source="local")


_READERS: dict[str, Callable[[TokenCursor, int, Register], LawPhrase | None]] = {
    "NAME": _read_name,
    "SHORT": _read_short,
    "SFS": _read_sfs,
    "PAREN": _read_brackets,
    "EU": read_eu_law,
    "AGENCY": _read_agency,
    "LOCAL": _read_local,
}
"""How a law is read, by the kind of the token that it begins with."""
