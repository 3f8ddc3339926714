"""The plainer words that a term's message offers, in the form that the term has in the letter."""

from __future__ import annotations

from klarsprak.kinds.term.rule import TermRule
from klarsprak.language.inflection import gender, same_form
from klarsprak.language.words_at import WordsAt

_AGREEING = frozenset({"ADJ", "VERB"})
"""What takes a noun's gender before it, besides its article; a participle may be tagged as a verb."""
_ARTICLES = frozenset({"den", "det", "de", "denna", "detta", "dessa"})


def or_plain_words(words: WordsAt, entry: tuple[TermRule, str], plain: str, *, is_in_place: bool) -> str:
    """How to do without the term: the plainer words in its form, or what to build the sentence with.

    *regler* can stand in place of *föreskrifter*; *ställa in* can't in place of *konfigurationen*, and *kräva* never
    in place of *förelägga*, whatever its form: *kräva att du lämnar*, *förelägga dig att lämna*.
    """
    is_in_place = is_in_place and not _is_of_other_gender(words, plain)
    fitting = _in_same_form(words, entry, plain) if is_in_place else None
    if fitting is None:
        return f"Eller skriv om med ”{plain}”."
    return f"Eller skriv ”{fitting}” i stället."


def _in_same_form(words: WordsAt, entry: tuple[TermRule, str], plain: str) -> str | None:
    """The plainer words in the form that the term has there; None where that isn't known for sure.

    The tables don't know of *högsta avgift* as a form of its own: what they don't give back as it is, they can't
    bend.
    """
    rule, word = entry
    pos = rule.pos or ""
    if words.text.lower() == word and not _is_plural(words, pos):
        return plain
    if same_form(word, word, pos, plain) != plain:
        return None
    fitting = same_form(words.text, word, pos, plain, features=words.morphology)
    return None if fitting is None else _with_article(fitting, plain, words)


def _is_of_other_gender(words: WordsAt, plain: str) -> bool:
    """Whether the adjective before the term doesn't go with *köp*: **dokumenterad** *upphandling*."""
    block, start = words.block, words.start
    if start == words.sentence.start or block.tags[start - 1] not in _AGREEING:
        return False
    wanted = gender(plain)
    other = {"Com": "Gender=Neut", "Neut": "Gender=Com"}.get(wanted or "")
    return other is not None and other in block.features[start - 1]


def _is_plural(words: WordsAt, pos: str) -> bool:
    """Whether a noun that looks as in the dictionary stands in the plural: *flera* **brukare**."""
    return pos == "NOUN" and words.morphology.get("Number") == "Plur"


def _with_article(fitting: str, plain: str, words: WordsAt) -> str:
    """*den extra kostnaden* for *merkostnaden*: before an adjective a definite noun has one more article."""
    has_adjective = " " in fitting and fitting.split()[-1] != plain.split()[-1]
    if not has_adjective or "Definite=Def" not in words.block.features[words.start]:
        return fitting
    if words.before[-1:] and words.before[-1] in _ARTICLES:
        return fitting
    is_plural = "Number=Plur" in words.block.features[words.start]
    article = "de" if is_plural else {"Com": "den", "Neut": "det"}.get(gender(plain) or "")
    return f"{article} {fitting}" if article else fitting
