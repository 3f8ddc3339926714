"""Where the title of a law ends: *lagen (1993:387) om stöd och service till vissa funktionshindrade ger dig …*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.laws.acts import Act, fold
from klarsprak.laws.register import Register
from klarsprak.laws.tokens import SFS_NUMBER
from klarsprak.lazy_regex import LazyRegex

TITLE_START = LazyRegex(r"\s+(?:om|med|angående|mot|för|till|i fråga om)\s")
# A word, or another law's number: *… om införande av lagen (1993:387) om …*.
_TITLE_WORD = LazyRegex(
    rf"\s+([^\s()]+|(?:(?<=lagen )|(?<=stadgan )|(?<=ningen )|(?<=elsen )|(?<=balken ))\({SFS_NUMBER}\))"
)
_DANGLING = LazyRegex(r"(?:\s+(?:om|angående|i|med|av|för|till|och|eller|samt))+$")
# A place within a law, or another law, that no title holds: *eller 23 §*, *samt 3 kap.*, *nämnda förordning*.
_OTHER_PLACE = LazyRegex(r"\s+(?:(?:och|eller|samt)\s+)?(?:§|\d+(?:\s?[a-z])?\s?(?:§|kap)|(?:samma|nämnda|denna)\b)")
# A word that belongs to the clause around the title: *lagen om färdtjänst ger*, *lagen om stöd som*.
_TITLE_END = LazyRegex(
    r"(?:ska|skall|får|kan|måste|har|är|gäller|finns|står|säger|innebär|som|att|så|den|det|du|vi|ni)$",
    r"(?:driver|bedriver|tillämpas|ansvarar|krävs|kräver|behövs|lämnas|avses|begär)$",
    r"(?:söker|ansöker|utfärda|när|om att)$",
    r"(?:avseende|enligt|framgår|följer|beviljas|beslutar|avslås|nedan|ovan)$",
)
_TITLE_WORDS = 30
_UNKNOWN_TITLE_WORDS = 12
_STOPS = (".", ";", ":")
_SIGNS = ".,;:"
_CUT_SHORT = ("om", "med", "angående")
"""With these some titles end in the register, which has lost what came after."""


def longest_title(text: str, head: str, start: int, register: Register) -> tuple[tuple[Act, ...], int]:
    """The acts whose title is the longest that the text goes on with, and where it ends.

    ``head`` is the title's first word, which ends at ``start``: *lagen*.
    """
    best: tuple[tuple[Act, ...], int] = ((), start)
    if not TITLE_START.match(text, start):
        return best
    for name, end in _growing_titles(text, head, start):
        if acts := register.find_by_name(fold(name)):
            best = acts, end
    return best


def _growing_titles(text: str, head: str, start: int) -> Iterator[tuple[str, int]]:
    """*lagen om stöd*, *lagen om stöd och*, *lagen om stöd och service*: each with the place where it ends."""
    title = head
    for word in _title_words(text, start):
        bare = word[1].rstrip(_SIGNS + ")")
        if bare.lower() not in _CUT_SHORT:
            yield f"{title} {bare}", word.start(1) + len(bare)
        title = f"{title} {word[1]}"


def _title_words(text: str, start: int) -> Iterator[re.Match[str]]:
    """The words that a title may hold, each with the blanks before it, to the first with a stop after it."""
    position = start
    for _ in range(_TITLE_WORDS):
        match = _TITLE_WORD.match(text, position)
        if match is None:
            return
        yield match
        if match[1].endswith(_STOPS):
            return
        position = match.end()


def end_of_own_title(text: str, start: int, act: Act) -> int:
    """Where the title ends that the act with the text's number has, if the text goes on with it.

    Else, and for an act whose name is one word, it is ``start``.
    """
    _, *words = act.name.split()
    if not words:
        return start
    spaced = r"\s+".join(map(re.escape, words))
    match = re.compile(rf"\s+{spaced}", re.IGNORECASE).match(text, start)
    if match is None:
        return start
    return match.end()


def end_of_title(text: str, start: int, act: Act | None = None) -> int:
    """Where a title that the register doesn't have word for word ends, as far as can be told.

    The act's own title may have changed a word since; then it still ends in the same one.
    """
    own_end = start if act is None else end_of_own_title(text, start, act)
    if own_end > start or not TITLE_START.match(text, start):
        return own_end
    last, ends = _last_word(act), []
    for bare, end in _bare_words(text, start):
        if bare.lower() == last:
            return end
        ends.append(end)
    return _end_before_clause(text, start, ends)


def _bare_words(text: str, start: int) -> Iterator[tuple[str, int]]:
    """The words that a title may hold without signs after them, to the first place in a law, and where they end."""
    for word in _title_words(text, start):
        if _OTHER_PLACE.match(text, word.start()):
            return
        bare = word[1].rstrip(_SIGNS)
        yield bare, word.start(1) + len(bare)


def _last_word(act: Act | None) -> str:
    """The last word of an act's title: *lagen om färdtjänst* → *färdtjänst*."""
    if act is None:
        return ""
    return act.name.removesuffix(" m.m.").rsplit(" ", 1)[-1].lower()


def _end_before_clause(text: str, start: int, ends: list[int]) -> int:
    """The end of the words before the first that belongs to the clause, not to a title.

    ``ends`` are the ends of the words; *om* alone is no title, and neither is *om* with an *och* left hanging.
    """
    last = _last_in_title(text, start, ends[:_UNKNOWN_TITLE_WORDS])
    dangling = _DANGLING.search(text, start, last)
    end = last if dangling is None else dangling.start()
    has_title = bool(ends) and end > ends[0]
    return end if has_title else start


def _last_in_title(text: str, start: int, ends: list[int]) -> int:
    """The end of the last word before the clause goes on, or before a sign."""
    last = start
    for end in ends:
        if _is_of_clause(text, start, last, end):
            break
        last = end
        if text.startswith(tuple(_SIGNS), end):
            break
    return last


def _is_of_clause(text: str, start: int, last: int, end: int) -> bool:
    """Whether the word between the places ``last`` and ``end`` belongs to the clause.

    *att* doesn't in *lagen om bemyndigande att meddela föreskrifter*.
    """
    word = text[last:end].strip(" .,;:\n\t\u00a0")
    if word == "att" and text.endswith("bemyndigande", start, last):
        return False
    return _TITLE_END.match(word) is not None
