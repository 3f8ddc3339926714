"""Whether a sentence says what happens only if something else does: *Säger du nej avslutar vi ärendet.*"""

from __future__ import annotations

from klarsprak.language.words_at import WordsAt

_WITHOUT_IF = frozenset(
    "är blir har kan vill får behöver bor kommer går finns saknas saknar uppfyller tar dröjer hinner visar tycker "
    "anser gäller gör svarar betalar lämnar skickar tackar väljer flyttar säljer slutar avbokar missar skulle "
    "ska".split()
)
"""Verbs that begin a condition without *om*: *Är resan kortare får du inte färdtjänst.*"""
_READER = frozenset({"du", "ni", "man"})
"""Who does it, right behind the verb: then any verb begins a condition."""
_NO_VERBS = frozenset("när var där hur eller varför därför efter för över under vidare senare".split())
"""What ends as a verb does: *När du …*, *Därför ni …*."""
_JOINING = frozenset({"eller", "och"})


def is_on_condition(words: WordsAt) -> bool:
    """Whether their sentence begins with a condition, or asks: *Är resan kortare får du inte färdtjänst.*"""
    start = words.sentence.start
    opening = words.block.words[start : start + 4]
    return opening[0] in _WITHOUT_IF or _is_done_by_reader(opening)


def _is_done_by_reader(opening: list[str]) -> bool:
    """*Säger du nej …*, *Ser eller hör du något …*: a verb, or two, and then the reader."""
    doer = opening[3:4] if not _JOINING.isdisjoint(opening[1:2]) else opening[1:2]
    return opening[0].endswith("r") and opening[0] not in _NO_VERBS and not _READER.isdisjoint(doer)
