"""Whether a stop or an abbreviation ends its sentence: a decision list, each row with a sentence that it decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from klarsprak.language.abbreviations import FINAL, WORDS
from klarsprak.language.sentence_openers import is_opener, next_word

STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "..", "....", "??", "!!!"})
_NUMBER = re.compile(r"\d|[IVXLC]{2,}$|[A-H]$")
_MAY_END = re.compile(r"(?:(?:[A-ZÅÄÖ]\.){1,3}|(?:st|tr)\.)$")
"""Initials and the like (*A. Berg*, *3 st. stolar*): they end a sentence only where no name can follow."""
_TWO_INITIALS = re.compile(r"(?:[A-ZÅÄÖ]\.){2,3}$")
"""What stands for a whole name: *L.F.*"""
_PIECES = "st."
_DEFINITE = re.compile(r"[A-ZÅÄÖ]\w{2,}(?:en|et|na)$")
"""*Urvalet*, which after *8 st.* is nobody's name."""
_PICTURES = re.compile("[\u2639-\u263b\u2764\ufe0f\U0001f300-\U0001faff]+$")
"""Faces, hands and hearts with their tone of skin; no boxes to tick."""
_LETTERED = tuple(
    "alternativ alternativet avdelning avsnitt bilaga block brygga byggnad del entré grupp hall hus huset kaj "
    "kategori klass kurs kursen delkurs kvarter linje nivå pir port rum sal steg spår studieväg trapp uppgång "
    "zon".split()
)
"""What is told apart by letters."""
_JOINING = frozenset({"och", "eller", "samt", "till", "+", "–", "-", "/", "&"})
"""Words and signs between two such letters."""
_LETTER = re.compile(r"[A-ZÅÄÖ]$")

_BEFORE_EXAMPLE = frozenset("(,:–—")
"""After these *ex.* gives an example."""


class Stop(NamedTuple):
    """A stop or an abbreviation, and what stands around it."""

    texts: list[str]
    """The texts of all tokens."""
    position: int
    following: int
    """Index of the next word."""
    start: int
    """Index of the token that the sentence began with."""

    @property
    def text(self) -> str:
        """The stop's own text."""
        return self.texts[self.position]

    @property
    def before(self) -> str:
        """The text before the stop; to be asked for only where the sentence doesn't begin with the stop."""
        return self.texts[self.position - 1]

    @property
    def after(self) -> str:
        """The text of the next word."""
        return self.texts[self.following]

    @property
    def is_first(self) -> bool:
        """Whether the sentence begins with the stop."""
        return self.position <= self.start


class EndRule(NamedTuple):
    """A row of the decision list."""

    applies: Callable[[Stop], bool]
    ends: Callable[[Stop], bool]
    examples: tuple[str, ...]
    """Text that the row decides, a bar at each boundary."""


def may_end(text: str) -> bool:
    """Whether the token with that text can end a sentence.

    >>> list(filter(may_end, [".", "…", "m.m.", "B.", "st.", "😊", "\\n", "Beslut", "t.ex.", ","]))
    ['.', '…', 'm.m.', 'B.', 'st.', '😊', '\\n']
    """
    if text in STOPS or "\n" in text:
        return True
    if text[-1] != ".":
        return _PICTURES.match(text) is not None
    return text.lower() in FINAL or _MAY_END.match(text) is not None


def ends_sentence(stop: Stop) -> bool:
    """Whether the sentence ends there: as the first row says that applies."""
    for rule in END_RULES:
        if rule.applies(stop):
            return rule.ends(stop)
    raise LookupError(f"no row applies to {stop}")


def _goes_on(stop: Stop) -> bool:
    """Whether a small letter, a comma or the like follows, with which no sentence starts.

    But one may start with what is always written so: *pH*, *iPad*.

    >>> _goes_on(Stop(["ni", "?", "undrade"], 1, 2, 0)), _goes_on(Stop(["ni", "?", "Vi"], 1, 2, 0))
    (True, False)
    """
    first, second = stop.after[0], stop.after[1:2]
    return (first.islower() and not second.isupper()) or first in ",;:)]"


def _is_initial(stop: Stop) -> bool:
    """Whether this is an initial or the like: *B.*, *st.*."""
    return _MAY_END.match(stop.text) is not None


def _no_name_follows(stop: Stop) -> bool:
    """Whether the initial is a thing's letter or before a word that is no name.

    *Storgatan 5 B.* | *Huset är gult*; *Det sa K. G.* | *Enligt oss*; not *K. G. Andersson*.
    """
    if stop.is_first:
        return False
    if _is_letter_of_thing(stop) or _is_before_another_person(stop):
        return True
    if stop.text == _PIECES and stop.before.isdigit() and _DEFINITE.match(stop.after):
        return True
    return is_opener(stop.texts[next_word(stop.texts, stop.position + 1)])


def _is_before_another_person(stop: Stop) -> bool:
    """Whether two persons are named by their initials alone, which no name does: *Vi ringde L.F.* | *U.O. kan inte*.

    >>> [_is_before_another_person(Stop([a, b], 0, 1, 0)) for a, b in (("L.F.", "U.O."), ("J.S.", "Ek"))]
    [True, False]
    """
    return _TWO_INITIALS.match(stop.text) is not None and _TWO_INITIALS.match(stop.after) is not None


def _is_letter_of_thing(stop: Stop) -> bool:
    """Whether the letter tells things apart, as the one before it does: *trapphus A och B.*, *summa C + D.*

    >>> [_is_letter_of_thing(Stop([before, "B."], 1, 2, 0)) for before in ("5", "Bågbrygga", "rektor")]
    [True, True, False]
    >>> [_is_letter_of_thing(Stop([before, "och", "B."], 2, 3, 0)) for before in ("A", "Anna")]
    [True, False]
    >>> _is_letter_of_thing(Stop(["och", "B.", "Ek", "A"], 1, 2, 0))
    False
    """
    if len(stop.text) != 2:
        return False
    if stop.before.isdigit() or stop.before.lower().endswith(_LETTERED):
        return True
    if stop.position - stop.start < 2 or stop.before not in _JOINING:
        return False
    return _LETTER.match(stop.texts[stop.position - 2]) is not None


def _is_picture(stop: Stop) -> bool:
    """Whether this is a face or the like, with which many end a sentence in place of a stop."""
    return _PICTURES.match(stop.text) is not None


def _opens_after_picture(stop: Stop) -> bool:
    """Whether a word follows that no name begins with, and something stands before."""
    return not stop.is_first and is_opener(stop.after)


def _is_abbreviation(stop: Stop) -> bool:
    """Whether the stop is part of a longer token: *m.m.*."""
    return stop.text not in STOPS


def _may_end_before_word(stop: Stop) -> bool:
    """Whether the abbreviation is one that ends sentences, and no number follows.

    *Du kan få lån m.m.* | *Vi hjälper dig*; not *Du kan få lån m.m. 3 gånger*.
    """
    return stop.text.lower() in FINAL and not stop.after[0].isdigit()


def _is_no_full_stop(stop: Stop) -> bool:
    """Whether this is an exclamation mark or the like."""
    return stop.text != "."


def _is_list_number(stop: Stop) -> bool:
    """Whether the stop closes the number or letter that the line began with: *1. Skicka in*.

    >>> _is_list_number(Stop(["1", "."], 1, 2, 0)), _is_list_number(Stop(["Den", "1", "."], 2, 3, 0))
    (True, False)
    """
    if stop.position != stop.start + 1:
        return False
    return stop.before.isdigit() or len(stop.before) == 1


def _gives_example(stop: Stop) -> bool:
    """Whether the stop is that of *ex.* for *till exempel*, which something follows; *två ex.* are copies.

    >>> [_gives_example(Stop([before, "ex", "."], 2, 3, 0)) for before in ("(", ",", "två")]
    [True, True, False]
    """
    if stop.position - stop.start < 2:
        return False
    return stop.before.lower() == "ex" and stop.texts[stop.position - 2] in _BEFORE_EXAMPLE


def _is_before_number(stop: Stop) -> bool:
    """Whether a number or a letter for one follows: *2, IV, A*."""
    return not stop.is_first and _NUMBER.match(stop.after) is not None


def _is_no_abbreviated_word(stop: Stop) -> bool:
    """Whether the word before the stop is no abbreviation of one: *bil. 2* is *bilaga 2*."""
    return stop.before.lower() not in WORDS


def _always(_: Stop) -> bool:
    """In all cases."""
    return True


def _never(_: Stop) -> bool:
    """In no case."""
    return False


END_RULES = (
    EndRule(_goes_on, _never, ("Vad menar ni? undrade hon.", "”Kom hit!”, sa hon.")),
    EndRule(
        _is_picture,
        _opens_after_picture,
        (
            "Tack för ditt mejl 😊| Jag svarar i maj.",
            "Tack ☺️| Med vänlig hälsning",
            "Tack! |😊 Jag svarar.",
            "Hej 😊 Kim!",
        ),
    ),
    EndRule(
        _is_initial,
        _no_name_follows,
        (
            "Du bor på Eriksgatan 5 B.| Huset är gult.",
            "Räcken saknas i trapphus A och B.| Källaren är tom.",
            "Du träffar B. Ek på måndag.",
            "Vi ringde L.F.| U.O. kan inte.",
            "Vi såg J.S. Ek.",
            "Vi visar 8 st.| Urvalet gör vi i maj.",
            "Vi köpte 3 st. Canon förra året.",
        ),
    ),
    EndRule(_is_abbreviation, _may_end_before_word, ("Sök lån m.m.| Vi hjälper dig.", "Du får lån m.m. 3 gånger.")),
    EndRule(_is_no_full_stop, _always, ("Ring oss!| Vi svarar gärna.", "Vi återkommer…| Du får svar i maj.")),
    EndRule(_is_list_number, _never, ("1. Fyll i blanketten.", "2. Du får bidrag.")),
    EndRule(_gives_example, _never, ("Skicka intyg (ex. Skatteverkets).", "Skriv under, ex. Anna Berg.")),
    EndRule(
        _is_before_number, _is_no_abbreviated_word, ("Lagen är från 2001.| 15 har sökt.", "Se bil. 2 till avtalet.")
    ),
    EndRule(_always, _always, ("Du får bidrag.| Beslutet gäller ett år.", "Blanda väl.| pH mäts sist.")),
)
"""What decides, from the first row that applies on, whether a stop ends its sentence."""
