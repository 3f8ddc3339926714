"""Where the title of a law ends: *lagen (1993:387) om stöd och service till vissa funktionshindrade ger dig …*."""

from __future__ import annotations

import re

from klarsprak.laws.register import Act, fold, register
from klarsprak.laws.tokens import SFS_NUMBER
from klarsprak.lazy_regex import LazyRegex

TITLE_START = LazyRegex(r"\s+(?:om|med|angående|mot|för|till|i fråga om)\s")
_TITLE_WORD = LazyRegex(
    rf"\s+([^\s()]+|(?:(?<=lagen )|(?<=stadgan )|(?<=ningen )|(?<=elsen )|(?<=balken ))\({SFS_NUMBER}\))"
)
_DANGLING = LazyRegex(r"(?:\s+(?:om|angående|i|med|av|för|till|och|eller|samt))+$")
# A place within a law, or another law, that no title holds: *eller 23 §*, *samt 3 kap.*, *nämnda förordning*.
_OTHER_PLACE = LazyRegex(r"\s+(?:(?:och|eller|samt)\s+)?(?:§|\d+(?:\s?[a-z])?\s?(?:§|kap)|(?:samma|nämnda|denna)\b)")
_TITLE_END = LazyRegex(
    r"(?:ska|skall|får|kan|måste|har|är|gäller|finns|står|säger|innebär|som|att|så|den|det|du|vi|ni)$",
    r"(?:driver|bedriver|tillämpas|lämnas|avses|begär|söker|ansöker|utfärda|när|om att)$",
    r"(?:avseende|enligt|framgår|följer|beviljas|beslutar|avslås|nedan|ovan)$",
)
_TITLE_WORDS = 30
_UNKNOWN_TITLE_WORDS = 12


def longest_title(text: str, head: str, start: int) -> tuple[tuple[Act, ...], int]:
    """The acts whose title is the longest that the text goes on with, and where it ends."""
    if not TITLE_START.match(text, start):
        return (), start
    best: tuple[tuple[Act, ...], int] = ((), start)
    name, position = head, start
    for _ in range(_TITLE_WORDS):
        match = _TITLE_WORD.match(text, position)
        if match is None:
            break
        position = match.end()
        bare = match.group(1).rstrip(".,;:)")
        cut_short = bare.lower() in ("om", "med", "angående")  # as some titles are in the register
        if not cut_short and (acts := register().named(fold(f"{name} {bare}"))):
            best = acts, match.start(1) + len(bare)
        name = f"{name} {match.group(1)}"
        if match.group(1)[-1] in ".;:":
            break
    return best


def own_title(text: str, start: int, act: Act) -> int:
    """Where the title ends that the act with the text's number has, if the text goes on with it."""
    words = act.name.split()[1:]
    match = re.compile(r"\s+" + r"\s+".join(map(re.escape, words)), re.IGNORECASE).match(text, start)
    return match.end() if words and match is not None else start


def title_in_text(text: str, start: int, act: Act | None) -> int:
    """Where a title that the register doesn't have word for word ends, as far as can be told.

    The act's own title may have changed a word since; then it still ends in the same one.
    """
    own = start if act is None else own_title(text, start, act)
    if own > start or not TITLE_START.match(text, start):
        return own
    last = act.name.removesuffix(" m.m.").rsplit(" ", 1)[-1].lower() if act else ""
    end, ends, position = start, [], start
    for _ in range(_TITLE_WORDS):
        match = None if _OTHER_PLACE.match(text, position) else _TITLE_WORD.match(text, position)
        if match is None:
            break
        word = match.group(1).rstrip(".,;:")
        position, end = match.end(), match.start(1) + len(word)
        if word.lower() == last:
            return end
        ends.append(end)
        if match.group(1) != word and match.group(1)[-1] in ".;:":
            break
    return _short_of_the_clause(text, start, ends)


def _short_of_the_clause(text: str, start: int, ends: list[int]) -> int:
    """The end of the words before the first that belongs to the clause, not to a title."""
    last = start
    for end in ends[:_UNKNOWN_TITLE_WORDS]:
        word = text[last:end].strip(" .,;:\n\t\u00a0")
        if _TITLE_END.match(word) and not (word == "att" and text.endswith("bemyndigande", start, last)):
            break
        last = end
        if text[end : end + 1] in (",", ".", ";", ":"):
            break
    dangling = _DANGLING.search(text, start, last)
    last = dangling.start() if dangling is not None else last
    return last if ends and last > ends[0] else start  # *om* alone is no title
