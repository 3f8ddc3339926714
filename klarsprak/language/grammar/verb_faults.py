"""Verbs in a form that the words before them don't allow: *ska bygger*, *har pröva*, *är skrivit under*."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MODALS = frozenset("ska skall skulle kan kunde måste bör borde vill ville".split())
_HAVE = frozenset({"har", "hade"})
_TO_BE = frozenset("är var blir blev bli vara varit blivit".split())
_LICENSE = frozenset(
    "att ska skall skulle kan kunna kunde kunnat bör böra borde må måste vill vilja ville får få fick fått behöver "
    "behöva behövde behövt brukar brukade låt låta låter lät lär torde ämnar avser tänker tänkte tänkt "
    "hinner slipper väljer genom utan till börja börjar började börjat sluta slutar slutade slutat låtit".split()
)
"""Words of which an infinitive needs one somewhere before it, with that of *till vara*."""
_OPENERS = frozenset("som att när om då eftersom sedan innan medan vad vilken vilket vilka där".split())
"""What opens a clause in which *har* may be left out: *avtalet som hon skrivit under*."""
_OTHERS_CLAUSE = _OPENERS | {"så"}
"""What may begin a clause between an auxiliary and its verb: *ska så långt det går undvika*."""
_ADJECTIVES = frozenset({"få", "använda", "kända"})
"""Infinitives that are adjectives as well: *platserna blev få*, *den använda marken*."""
_PERFECT = frozenset("ha har hade haft".split())
_BETWEEN = frozenset({"ADV", "PART", "PRON"})
"""What may stand between an auxiliary and its verb: *ska vi inte betala*."""
_VERBS = frozenset({"VERB", "AUX"})


def wrong_after_modal(doc: Doc) -> Iterator[int]:
    """Verbs after *ska*, *kan* and the like that are no infinitives: *ska bygger*."""
    return _wrong_after(doc, _MODALS, ("Inf",))


def wrong_after_have(doc: Doc) -> Iterator[int]:
    """Verbs after *har* that are no supines: *har inte pröva*."""
    return _wrong_after(doc, _HAVE, ("Sup", "Part"))


def wrong_after_to_be(doc: Doc) -> Iterator[int]:
    """Verbs after *är* that are no participles: *är skrivit under*."""
    return _wrong_after(doc, _TO_BE, ("Part",))


def wrong_after_att(doc: Doc) -> Iterator[int]:
    """Finite verbs and supines straight after *att*: *att bygger*."""
    return _wrong_after(doc, ("att",), ("Inf",), between=frozenset({"PART"}))


def _wrong_after(
    doc: Doc, openers: Collection[str], wanted: tuple[str, ...], between: frozenset[str] = _BETWEEN
) -> Iterator[int]:
    """The verbs next after one of the words that have none of the forms wanted."""
    for token in doc:
        if token.lower_ not in openers:
            continue
        verb = _next_verb(token, between)
        form = _form(verb) if verb is not None else ""
        if verb is not None and form and form not in wanted:
            yield verb.i


def _next_verb(token: Token, between: frozenset[str]) -> Token | None:
    """The verb that follows, with nothing but such words between; *som* and the like open another clause."""
    for following in token.doc[token.i + 1 :]:
        if following.pos_ in _VERBS:
            return following
        if following.pos_ not in between or following.lower_ in _OTHERS_CLAUSE:
            return None
    return None


def supines_alone(doc: Doc) -> Iterator[int]:
    """Supines that no *har* stands before, outside of subordinate clauses: *Hon skrivit under avtalet*.

    What is joined with *och* may have its *har* further back, or be an adverb: *och omvänt*.
    """
    for token in doc:
        if _form(token) != "Sup" or (token.i and token.nbor(-1).pos_ == "CCONJ"):
            continue
        before = _forms_before(token)
        if before.isdisjoint(_PERFECT | _OPENERS):
            yield token.i


def infinitives_alone(doc: Doc) -> Iterator[int]:
    """Infinitives that nothing before them allows: *Kommunen betala avgiften*.

    What stands first is an imperative, whatever the tagger says, and what an article stands before is a noun.
    """
    for token in doc[1:]:
        if token.is_sent_start or token.nbor(-1).pos_ == "DET":
            continue
        if _form(token) == "Inf" and _forms_before(token).isdisjoint(_LICENSE):
            yield token.i


def _forms_before(token: Token) -> set[str]:
    """The lower-case forms before the token in its sentence."""
    return {word.lower_ for word in token.sent if word.i < token.i}


def _form(token: Token) -> str:
    """*Fin*, *Inf*, *Sup* or *Part*; empty for what is no verb, and for imperatives, which stand alone.

    What ends in *t* is no infinitive, whatever the tagger says of *sålt*.
    """
    if token.pos_ not in _VERBS or token.lower_ in _ADJECTIVES or "Imp" in token.morph.get("Mood", []):
        return ""
    form = next(iter(token.morph.get("VerbForm", [])), "")
    return "Sup" if form == "Inf" and token.lower_.endswith("t") else form
