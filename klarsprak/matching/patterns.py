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
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from typing import Literal, get_args

from klarsprak.language.inflection import spellings
from klarsprak.matching.slot import Slot
from klarsprak.matching.slots import Slots, rareness
from klarsprak.matching.word_list import words_of


def _having(*features: str, tags: str = "") -> Slot:
    """A slot for words of some parts of speech with some features."""
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
    "deverbal": Slot(flag="is_deverbal"),
    # A site or a page, which *\*.se* doesn't tell from the e-mail address that most signatures hold.
    "url": Slot(affixes=r"(?:https?:|www\.).+|[^@]+\.(?:se|nu|fi|com|org|net|eu|example)(?:/.*)?"),
}
GAP = Slot(forms=frozenset(".!?;:\n"), negated=True, least=0, most=4)
_PARTS_OF_SPEECH = {"": "VERB", "v": "VERB", "n": "NOUN", "a": "ADJ"}
# A brace around the marked part, or one slot with its operators: ``!(ska|bör~){0,6}`` is not, body and times.
_SLOT = re.compile(
    r"(?P<brace>[{}])|(?P<not>!?)(?P<body><[^<>]+>|\([^()]+\)|[^\s{}()<>?!]+)"
    r"(?P<times>\?|\{[\d\s,.-]*\})?(?=[\s{}]|$)"
)
_TIMES = re.compile(r"\{(\d{1,2}),(\d{1,2})\}")
_MOST_TIMES = 20
_HOW_TIMES = "Skriv först det minsta antalet ord och sedan det största, till exempel {0,6}"
_BAR = re.compile(r"\|\s*")
"""Between the words of a list; a long list goes on in the next line of the pack: ``(måndag|`` and ``tisdag)``."""
_GAP = "…"
PartOfSpeech = Literal[
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
]
"""What the tagger calls a word: the universal parts of speech."""
_TAGS = frozenset(get_args(PartOfSpeech))


class SlotError(ValueError):
    """A pattern that can't be read; the text says in Swedish where and why."""


@dataclass
class _Reading:
    """What has been read of a pattern: its slots, and between which of them the marked part stands."""

    slots: list[Slot] = field(default_factory=list)
    first: int = 0
    last: int | None = None

    def add(self, match: re.Match[str]) -> None:
        """Take in a brace or a slot."""
        match match["brace"]:
            case "{":
                self.first = len(self.slots)
            case "}":
                self.last = len(self.slots)
            case _:
                self.slots.append(_with_operators(_slot(match["body"]), match))

    def finished(self) -> Slots:
        """The pattern; without braces all of it is marked.

        Its anchors are the forms of the slots that name theirs, those first that few letters have.
        """
        last = len(self.slots) if self.last is None else self.last
        literals = filter(None, (slot.literal for slot in self.slots))
        anchors = sorted(literals, key=rareness)
        return Slots(tuple(self.slots), self.first, last, tuple(anchors))


@cache
def compile_slots(pattern: str) -> Slots:
    """Read a pattern; raises ``SlotError``."""
    reading = _Reading()
    for match in _parts(pattern):
        reading.add(match)
    if not reading.slots:
        raise SlotError("mönstret är tomt")
    return reading.finished()


def _parts(pattern: str) -> Iterator[re.Match[str]]:
    """The braces and slots of a pattern, in order; raises ``SlotError`` where one can't be told."""
    position = 0
    while rest := pattern[position:].lstrip():
        position = len(pattern) - len(rest)
        match = _SLOT.match(pattern, position)
        if match is None:
            raise SlotError(f"”{rest}” går inte att tolka")
        yield match
        position = match.end()


def _with_operators(slot: Slot, match: re.Match[str]) -> Slot:
    """The slot negated by its ``!``, and as many times as its ``?`` or ``{0,6}`` says."""
    if match["not"]:
        slot = replace(slot, negated=True)
    match match["times"]:
        case None:
            return slot
        case "?":
            return replace(slot, least=0)
        case braces:
            least, most = _times(braces, match[0])
            return replace(slot, least=least, most=most)


def _times(braces: str, written: str) -> tuple[int, int]:
    """The least and most number of words that ``{0,6}`` stands for; ``written`` is the slot with its braces.

    Raises ``SlotError`` for what is no two numbers, ``{6}``, and for numbers that nothing can fill, ``{6,0}``.
    """
    numbers = _TIMES.fullmatch(braces)
    if numbers is None:
        raise SlotError(f"”{braces}” i ”{written}” går inte att tolka. {_HOW_TIMES}")
    least, most = int(numbers[1]), int(numbers[2])
    if least > most or not 0 < most <= _MOST_TIMES:
        raise SlotError(f"”{braces}” i ”{written}” stämmer inte. {_HOW_TIMES}, och högst {_MOST_TIMES}")
    return least, most


@cache
def _slot(body: str) -> Slot:
    """What stands between a slot's operators: ``…``, ``<VERB>``, ``ska`` or ``(ska|bör~)``."""
    if body == _GAP:
        return GAP
    if body.startswith("<"):
        return _tagged(body[1:-1])
    return _words(body, _BAR.split(body[1:-1]) if body.startswith("(") else [body])


def _words(body: str, options: list[str]) -> Slot:
    """A slot for one of several words, in the forms or with the beginnings and endings that they stand for.

    One word with a star makes expressions of all: ``(åter*|ny)`` is *återbetala*, *ny*, but not *nytt*, which
    ``(åter*|ny~a)`` is.
    """
    if all(map(str.isalpha, options)):  # most are, and a look at each takes long
        return Slot(forms=frozenset(map(str.lower, options)))
    for option in options:
        _check_word(option, body)
    if any("*" in option for option in options):
        return Slot(affixes="|".join(chain.from_iterable(map(_expressions, options))))
    return Slot(forms=frozenset().union(*map(_forms, options)))


def _check_word(option: str, body: str) -> None:
    """Raise ``SlotError`` for what no token can be: none is empty, several or in brackets.

    *(enligt|till och med)* is two patterns.
    """
    if option.isalpha() or _is_one_token(option):
        return
    what = "är inget ord" if _is_no_word(option) else "är inte ett enda ord"
    where = "" if option == body else f" i ”{body}”"
    raise SlotError(f"”{option}”{where} {what} och stämmer aldrig. Skriv ett eget mönster för det")


def _is_no_word(option: str) -> bool:
    """Whether nothing stands there, or the name of a part of speech: ``(ska|)``, ``(ska|<VERB>)``."""
    return not option or option.startswith("<")


def _is_one_token(option: str) -> bool:
    """Whether the tokeniser leaves the word whole: *bl.a.*, not *till och med*."""
    if _is_no_word(option) or option.split() != [option]:
        return False
    word = option.partition("~")[0].replace("*", "")
    return len(words_of(word)) < 2


def _expressions(option: str) -> list[str]:
    """What a word of such a list stands for: one expression for one with a star, else one for each of its forms."""
    return [_affix(option)] if "*" in option else sorted(map(re.escape, _forms(option)))


def _affix(option: str) -> str:
    """The expression for a word with stars: ``blankett*`` is *blankett* too, but ``*nämnden`` not *nämnden*."""
    expression = ".+".join(re.escape(part) for part in option.lower().split("*"))
    return f"{expression[:-1]}*" if option.endswith("*") else expression


def _forms(option: str) -> set[str]:
    """The forms that a word with or without ``~`` stands for: of ``beslut~n`` *beslut*, *beslutet*, *besluten* …

    Raises ``SlotError`` for an ending that is none of the parts of speech.
    """
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
    """A slot in angle brackets: a name (``infinitive``), or a part of speech (``VERB|AUX``) and features.

    ``<VERB Voice=Pass>`` is a verb in the passive: *beviljas*.
    """
    if body in NAMED:
        return NAMED[body]
    parts = body.split()
    features = frozenset(part for part in parts if "=" in part)
    tags = [part for part in parts if part not in features]
    return Slot(tags=_parts_of_speech(tags, body), features=features)


def _parts_of_speech(tags: list[str], body: str) -> frozenset[str]:
    """The parts of speech of which one is asked for; raises ``SlotError`` for what is none."""
    options = frozenset(tags[0].split("|") if tags else ())
    if len(tags) > 1 or not options <= _TAGS:
        names = ", ".join(NAMED)
        raise SlotError(f"<{body}> är ingen ordklass. Skriv en ordklass som VERB eller något av {names}")
    return options
