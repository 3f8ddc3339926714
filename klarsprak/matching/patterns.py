"""The small language in which rules describe a sequence of words.

================  ================================================================
``ordet``         exactly that form, capital or not
``vidta~``        any form of the verb; ``~n`` of the noun, ``~a`` of the adjective
``(ska|bör~)``    one of these
``åter*``         a word that begins so; ``*nämnden`` one that ends so
``<VERB>``        a word of that part of speech
``<Voice=Pass>``  a word with that feature; several are separated by space
``<infinitive>``  one of the names in ``NAMED``
``…``             up to four words in the same sentence
``@ansökan``      one of the words of the pack's set ``ansökan`` (see ``word_sets``)
``{`` and ``}``   stand around the words to be marked, where that is not all
================  ================================================================

A ``?`` after a slot makes it optional, ``{0,6}`` lets up to six such words stand there; a ``!`` before it asks for
a word that is anything else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from klarsprak.language.inflection import spellings
from klarsprak.matching.slots import Slot, Slots
from klarsprak.matching.word_list import words_of


def _having(*features: str, tags: str = "") -> Slot:
    return Slot(tags=frozenset(tags.split()), features=frozenset(features))


NAMED: dict[str, Slot] = {
    "infinitive": _having("VerbForm=Inf"),
    "supine": _having("VerbForm=Sup"),
    "finite": _having("VerbForm=Fin"),
    "passive": _having("Voice=Pass", tags="VERB"),
    "verb": _having(tags="VERB AUX"),
    "noun": _having(tags="NOUN"),
    "name": _having(tags="PROPN"),
    "adjective": _having(tags="ADJ"),
    "pronoun": _having(tags="PRON"),
    "number": Slot(flag="like_num"),
    "capital": Slot(flag="is_title"),
}
GAP = Slot(forms=frozenset(".!?;:\n"), negated=True, least=0, most=4)
_PARTS_OF_SPEECH = {"": "VERB", "v": "VERB", "n": "NOUN", "a": "ADJ"}
_SLOT = re.compile(
    r"(?P<brace>[{}])|(?P<not>!?)(?P<body><[^<>]+>|\([^()]+\)|[^\s{}()<>?!]+)"
    r"(?P<times>\?|\{[\d\s,.-]*\})?(?=[\s{}]|$)"
)
_TIMES = re.compile(r"\{(\d{1,2}),(\d{1,2})\}")
_MOST_TIMES = 20
_HOW_TIMES = "Skriv först det minsta antalet ord och sedan det största, till exempel {0,6}"
_BAR = re.compile(r"\|\s*")
"""Between the words of a list; a long list goes on in the next line of the pack."""
_TAGS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())


class SlotError(ValueError):
    """A pattern that can't be read; the text says in Swedish where and why."""


@cache
def compile_slots(pattern: str) -> Slots:
    """Read a pattern; raises ``SlotError``."""
    slots: list[Slot] = []
    first, last = 0, None
    position = 0
    while position < len(pattern):
        if pattern[position].isspace():
            position += 1
            continue
        match = _SLOT.match(pattern, position)
        if match is None:
            raise SlotError(f"”{pattern[position:]}” går inte att tolka")
        position = match.end()
        if match["brace"] == "{":
            first = len(slots)
        elif match["brace"] == "}":
            last = len(slots)
        else:
            slots.append(_with_operator(_slot(match["body"]), match))
    if not slots:
        raise SlotError("mönstret är tomt")
    anchors = sorted((slot.literal for slot in slots if slot.literal), key=_rareness)
    return Slots(tuple(slots), first, len(slots) if last is None else last, tuple(anchors))


def _rareness(forms: frozenset[str]) -> int:
    """Least for the forms that are likely to be rare: long ones."""
    return -min(map(len, forms))


def _with_operator(slot: Slot, match: re.Match[str]) -> Slot:
    slot = replace(slot, negated=True) if match["not"] else slot
    if match["times"] is None:
        return slot
    least, most = (0, slot.most) if match["times"] == "?" else _times(match["times"], match[0])
    return replace(slot, least=least, most=most)


def _times(braces: str, written: str) -> tuple[int, int]:
    """The least and most number of words that ``{0,6}`` stands for; ``written`` is the slot with its braces."""
    numbers = _TIMES.fullmatch(braces)
    if numbers is None:
        raise SlotError(f"”{braces}” i ”{written}” går inte att tolka. {_HOW_TIMES}")
    least, most = int(numbers[1]), int(numbers[2])
    if least > most or not 0 < most <= _MOST_TIMES:
        raise SlotError(f"”{braces}” i ”{written}” stämmer inte. {_HOW_TIMES}, och högst {_MOST_TIMES}")
    return least, most


@cache
def _slot(body: str) -> Slot:
    if body == "…":
        return GAP
    if body.startswith("<"):
        return _tagged(body[1:-1])
    options = _BAR.split(body[1:-1]) if body.startswith("(") else [body]
    if all(map(str.isalpha, options)):  # most are, and a look at each takes long
        return Slot(forms=frozenset(map(str.lower, options)))
    for option in options:
        _check_word(option, body)
    if any("*" in option for option in options):
        return Slot(affixes="|".join(map(_affix, options)))
    return Slot(forms=frozenset(form for option in options for form in _forms(option)))


def _check_word(option: str, body: str) -> None:
    """A slot is one token: no token is empty, several, or something in angle brackets."""
    if option.isalpha():
        return
    where = f"”{option}” i ”{body}”" if option != body else f"”{option}”"
    if not option or option[0] == "<":
        what = "är inget ord"
    elif option.split() == [option] and len(words_of(option.partition("~")[0].replace("*", ""))) < 2:
        return
    else:
        what = "är inte ett enda ord"
    raise SlotError(f"{where} {what} och stämmer aldrig. Skriv ett eget mönster för det")


def _affix(option: str) -> str:
    return ".+".join(re.escape(part) for part in option.lower().split("*"))


def _forms(option: str) -> set[str]:
    word, tilde, suffix = option.partition("~")
    if not tilde:
        return {word.lower()}
    if suffix not in _PARTS_OF_SPEECH:
        raise SlotError(f"”{option}”: efter ~ står inget, n eller a")
    return word_forms(word.lower(), _PARTS_OF_SPEECH[suffix])


@cache
def word_forms(word: str, pos: str) -> set[str]:
    """All forms of one word, lower case, the word itself among them."""
    return {word} | spellings(word, pos, present_participles=True)


def _tagged(body: str) -> Slot:
    if body in NAMED:
        return NAMED[body]
    parts = body.split()
    tags = [part for part in parts if "=" not in part]
    options = frozenset(tags[0].split("|") if tags else ())
    if len(tags) > 1 or not options <= _TAGS:
        names = ", ".join(NAMED)
        raise SlotError(f"<{body}> är ingen ordklass. Skriv en ordklass som VERB eller något av {names}")
    return Slot(tags=options, features=frozenset(part for part in parts if "=" in part))
