"""Whether a reader has to read past a section to get at what the sentence says."""

from __future__ import annotations

from klarsprak.kinds.legal.cited import Cited
from klarsprak.lazy_regex import LazyRegex

_LEADS = LazyRegex(r"(?i)(?:^|\s)(enligt|enl\.?|jämlikt|jml\.?|med stöd av|i enlighet med|av)\s+(?:den\s+)?$")
"""What leads a section, at the end of what stands before it."""
_OPENS = LazyRegex(r"(?i)\W*(?:(?:och|men|också|även|dessutom)\s+)?$")
_MEANS = LazyRegex(r"\s*+(?:[(:;–]|(?:,\s*+)?(?:som|där|vilket|det vill säga|dvs|och|men|samt|för|så|eftersom)\b)")
"""What follows a section that ends its clause, or that is told about at once: *, som säger att …*."""
_LEAST = 3
"""Words of the sentence that stand after the section, at least, if it is to stand in their way."""
_SIGNS = LazyRegex(r"(?i)\bkap\b|§§|\((?:\d{4}:\d+|EG|EU)\)|\b(?:art|bil)\.")
"""What makes a section hard to read past: *kap.*, *§§*, the number of an act; *25 § förvaltningslagen* isn't."""


def stands_in_the_way(one: Cited) -> bool:
    """*Nämnden kan enligt 16 kap. 13 § FB komma att …*: the section stands in the midst of what is said.

    So it does at the head of a sentence where it is written in signs, as *Enl. 10 kap. 4 § PBL får …*; *Enligt 25 §
    förvaltningslagen får du …* is read as words.
    """
    if one.is_heading or not one.is_explained:
        return False
    start, end = one.span
    text = one.block.block.text
    before, after = text[start : one.reference.start], text[one.reference.end : end]
    lead = _LEADS.search(before)
    if lead is None or _words(after) < _LEAST:
        return False
    return _is_passed(before[: lead.start(1)], one.reference.text, after)


def _words(text: str) -> int:
    """How many words it has, numbers and signs not counted."""
    return sum(word[0].isalpha() for word in text.split())


def _is_passed(before: str, section: str, after: str) -> bool:
    """Whether the sentence goes on past the section, after what stands before the word that leads it."""
    if _OPENS.match(before):
        return _SIGNS.search(section) is not None
    if before.rstrip().endswith((",", "(")):  # set off by commas: *huvudmannen, enl 43 § vattentjänstlagen, rätt att*
        return after.startswith(",")
    return not after.startswith(",") and _MEANS.match(after) is None
