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
_IF = frozenset({"om", "ifall", "därest", "såvida"})
_NEGATIONS = frozenset({"inte", "ej", "icke"})
"""What stands right behind a verb that begins a condition: *Sker inte detta sägs avtalet upp.*"""
_ELSE = (("annars",), ("i", "annat", "fall"))
"""What stands for a condition that has been said before."""
_AGAIN = frozenset(
    "fortsatt fortsatta upprepad upprepade förnyad förnyade utebliven uteblivna uteblivet försenad försenade sen "
    "ytterligare bristande".split()
)
"""What follows on *vid* where something is done only if it happens: *Vid fortsatta störningar sägs avtalet upp.*"""


def is_on_condition(words: WordsAt) -> bool:
    """Whether their sentence begins with a condition, or asks: *Är resan kortare får du inte färdtjänst.*"""
    start = words.sentence.start
    opening = words.block.words[start : start + 4]
    if opening[0] in _IF or opening[0] in _WITHOUT_IF or _is_otherwise(opening):
        return True
    return _is_done_by_reader(opening) or _is_left_undone(opening)


def _is_otherwise(opening: list[str]) -> bool:
    """*I annat fall …*, *Vid utebliven betalning …*: a condition without a verb of its own."""
    if opening[0] == "vid":
        return not _AGAIN.isdisjoint(opening[1:2])
    return any(tuple(opening[: len(words)]) == words for words in _ELSE)


def _is_left_undone(opening: list[str]) -> bool:
    """*Sker inte detta …*, *Efterkoms inte kravet …*: a verb and a negation, before anybody who does it."""
    return opening[0].endswith(("r", "s")) and opening[0] not in _NO_VERBS and not _NEGATIONS.isdisjoint(opening[1:2])


def _is_done_by_reader(opening: list[str]) -> bool:
    """*Säger du nej …*, *Ser eller hör du något …*: a verb, or two, and then the reader."""
    doer = opening[3:4] if not _JOINING.isdisjoint(opening[1:2]) else opening[1:2]
    return opening[0].endswith("r") and opening[0] not in _NO_VERBS and not _READER.isdisjoint(doer)
