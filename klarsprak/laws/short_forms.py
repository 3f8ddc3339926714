"""The short forms of laws: *SoL*, also as people misspell it, and after the name that it stands for."""

from __future__ import annotations

from klarsprak.laws.acts import Act
from klarsprak.laws.register import Register
from klarsprak.lazy_regex import LazyRegex

# *socialtjänstlagen (SoL)*, *socialtjänstlagen, SoL, …*, *…, nedan förkortad SoL,*
_SHORT_AFTER = LazyRegex(
    r"\s?\(\s?(?P<bracket>\w{2,9})\s?\)", r",\s(?:nedan\s|förkortad\s)?(?P<comma>\w{2,9})(?=[,.;\s]|$)", flags=0
)
_SPELLINGS = {"sol": "SoL", "SOL": "SoL", "Lss": "LSS", "lss": "LSS", "Pbl": "PBL", "pbl": "PBL", "Lvu": "LVU"}
_SPELLINGS |= {"Hsl": "HSL", "gdpr": "GDPR", "Gdpr": "GDPR", "BRB": "BrB"}


def find_by_spelling(written: str, register: Register) -> tuple[Act, ...]:
    """All acts with that short form, rightly spelt or not.

    *sol* and *SOL* are *SoL*.
    """
    return register.find_by_short(_SPELLINGS.get(written, written))


def read_short_after(text: str, end: int, act: Act | None, register: Register) -> tuple[int, str]:
    """Where the phrase ends with the law's short form, and the form: *socialtjänstlagen (SoL)*, *…, SoL,*.

    Without the short form of that act, the phrase ends where it did, and the form is "".
    """
    match = _SHORT_AFTER.match(text, end)
    if match is None or act is None:
        return end, ""
    short = match["bracket"] or match["comma"]
    if not _is_short_form_of(act, short, register):
        return end, ""
    return match.end(), short


def _is_short_form_of(act: Act, short: str, register: Register) -> bool:
    """Whether the word is a short form of the act, rightly spelt or not.

    *SoL* is one of all acts of that name, in force or not.
    """
    acts = find_by_spelling(short, register)
    return any(known.sfs == act.sfs for known in acts)
