"""What can be written instead of a rule's word, in the form and the place that the word has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klarsprak.kinds.replace.rule import INFLECTED, ReplaceRule
from klarsprak.language.grammar.adverbs import ADVERB, is_adverb
from klarsprak.language.grammar.noun_phrase import replaced
from klarsprak.language.grammar.particle import takes_words_between, with_words_between
from klarsprak.language.grammar.verb_forms import may_be_attribute, verb_features
from klarsprak.language.inflection import Features, match_case, same_form, spellings
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import CompoundHit


class Entry(NamedTuple):
    """A rule, and which of its words is meant."""

    rule: ReplaceRule
    word: str

    def last_parts(self) -> set[str]:
        """The forms that a compound may end in, present participles among them: *-medgivande*.

        A form that is a noun of its own as well is what compounds end in.
        """
        forms = spellings(self.word, self.rule.pos or "", present_participles=True)
        return {self.word} | forms


class Advice(NamedTuple):
    """Words to replace, which may be more than those found, and what can stand in their place."""

    words: WordsAt
    suggestions: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """*utbetalda* is the plain form too: *betala ut*."""
        return self.suggestions[:1] == (self.words.text,)


def forms_of_phrase(entry: Entry, verb: WordsAt, rest: str) -> Iterable[str]:
    """The replacements in the form that the phrase has; as they are listed where it has one form only."""
    if entry.rule.pos is None:
        return entry.rule.instead
    return _same_forms(entry, f"{verb.text} {rest}", verb.morphology)


def compound_suggestions(part: CompoundHit[Entry], words: WordsAt) -> tuple[str, ...]:
    """The compound with its last part replaced; nothing where the first part is the hard one, or no form is sure.

    *skolskjutsyttrande* is *skolskjutssvar*; no compound is made with two words.
    """
    if not part.is_last:
        return ()
    text = words.text
    first, last = text[: -part.length], text[-part.length :]
    forms = _same_forms(part.value, last, words.morphology)
    return tuple(first + form for form in forms if " " not in form)


def advice_for(entry: Entry, words: WordsAt) -> Advice:
    """What to replace and what can be written instead: the way depends on the word's part of speech.

    A noun takes the words before it along, a verb those after it.
    """
    if entry.rule.pos == "NOUN":
        return _uncapitalised(Advice(*replaced(words, entry.word, entry.rule.instead)))
    forms = _inflected(entry, words)
    if entry.rule.pos == "VERB" and may_be_attribute(words, entry.word):
        # *tidigare utskickade kallelser* are no *skickade ut kallelser*
        return cased(words, [form for form in forms if " " not in form])
    if entry.rule.pos == "VERB" and takes_words_between(words, forms):
        return cased(*with_words_between(words, forms, _features(entry, words)))
    return cased(words, forms)


def _uncapitalised(advice: Advice) -> Advice:
    """The advice without a capital that only its short form had: *legitimation* for *en* **ID-handling**."""
    words = advice.words
    first, hyphen, _ = words.text.partition("-")
    if words.is_first_in_sentence or not (hyphen and len(first) > 1 and first.isupper()) or words.text.isupper():
        return advice
    return Advice(words, tuple(form[:1].lower() + form[1:] for form in advice.suggestions))


def cased(words: WordsAt, forms: list[str]) -> Advice:
    """The advice, its capitals as the words have them.

    *Erhåller du …* is *Får du …*.  For *inköpt* nobody needs *köpa in* in the form *inköpt*.
    """
    text = words.text
    suggestions = [match_case(text, form) for form in forms]
    return Advice(words, tuple(suggestions[:1] + [form for form in suggestions[1:] if form != text]))


def _inflected(entry: Entry, words: WordsAt) -> list[str]:
    """The replacements in the form of the words, each once; as they are listed where the words have one form only."""
    rule = entry.rule
    if rule.pos not in INFLECTED:
        return list(dict.fromkeys(rule.instead))
    forms = _same_forms(entry, words.text, _features(entry, words))
    return list(dict.fromkeys(forms))


def _features(entry: Entry, words: WordsAt) -> Features:
    """What form the words are, as the tagger sees it; of a verb the words before know better.

    The tagger may take *vidtas* after *ska* for a present tense.
    """
    if entry.rule.pos == "VERB":
        return verb_features(words, entry.word)
    if entry.rule.pos == "ADJ" and is_adverb(words):
        return ADVERB
    return words.morphology


def _of_its_sort(entry: Entry, features: Features) -> list[str]:
    """The replacements that can stand there: of *marginell*, *liten* for the adjective and *lite* for the adverb."""
    instead = entry.rule.instead
    if entry.rule.pos != "ADJ":
        return instead
    return [plain for plain in instead if (plain in _ADVERBS) == (features == ADVERB)] or instead


_ADVERBS = frozenset({"mycket", "lite", "kanske"})
"""What rules on adjectives offer where these are adverbs."""


def _same_forms(entry: Entry, text: str, features: Features) -> Iterator[str]:
    """Those replacements of which a form is known for sure, in the form that ``text`` has of the entry's word.

    *erhöll* of *erhålla* gives *fick* for *få*.
    """
    for instead in _of_its_sort(entry, features):
        form = same_form(text, entry.word, entry.rule.pos or "", instead, features=features)
        if form is not None:
            yield form
