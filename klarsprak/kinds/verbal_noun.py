"""``verbal_noun``: a noun made of a verb, with *av* and what the verb is done to: *vid prövning av ansökan*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.files.validation import Word, Words, listed
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.grammar.clauses import SentenceForms, has_finite_verb
from klarsprak.language.inflection import match_case
from klarsprak.language.pipeline import Need
from klarsprak.language.verbal_nouns import indefinite, verb_of
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.prose.fixed_wording import is_fixed_wording
from klarsprak.prose.own_words import is_name

Ending = Literal["ande", "ende", "andet", "endet", "ning", "ningen", "ering", "eringen"]
_OBJECT = "av"
"""What stands before the words for what the verb is done to."""
_FOR_A_THING = frozenset(
    "undantag undantaget undantagen avdrag avdraget tack tackar tackade faktura fakturan kvitto kvittot betalt "
    "betala betalar räkning räkningen intyg intyget förutsättning förutsättningen hinder hindret".split()
)
"""What is for a thing and has no purpose: *undantag* **för** *uppvisande av* is no *undantag för att visa*."""
_INFINITIVE = {"för": "för att", "genom": "genom att", "utan": "utan att"}
"""What prepositions are before the verb: *för prövning av* is *för att pröva*; *vid* needs a clause with a doer."""
_TIMES = re.compile(r"(?:dag|dagen|datum|datumet|tidpunkt|tidpunkten)$")
"""What before *för* has no purpose: *dagen för delfående av domen* is the day when somebody gets it."""


class VerbalNounRule(Rule):
    """The nouns of some endings, made of everyday verbs or of those that the rule lists."""

    kind: Literal["verbal_noun"]
    endings: list[Ending] = Field(description="Ändelser som substantiven ska ha: [ande, ende].", min_length=1)
    after: Words = listed("Ord som ska stå direkt före substantivet; utan nyckeln får vad som helst stå där.")
    verbs: dict[Word, Word] = Field(
        default_factory=dict,
        description="Vad man skriver i stället för verbet som substantivet är gjort av: {inlämna: lämna in}.",
    )
    but_not: Words = listed("Substantiv i grundform som inte ska flaggas, för att de har blivit vanliga ord.")

    headings: bool = Field(default=False, description="Flagga i rubriker, och bara där: Prövning av ansökan.")

    placeholders: ClassVar[frozenset[str]] = frozenset({"text", "suggestion", "verb"})

    def need(self) -> Need:
        """A present participle, *bestående av*, is told by its part of speech."""
        return super().need() | Need.MORPHOLOGY

    def verb(self, noun: str) -> str | None:
        """What to write for the lower-case noun, in the infinitive; None where it is no such noun.

        *lämna in* for *inlämnande* and *inlämningen*.
        """
        if not noun.endswith(tuple(self.endings)) or indefinite(noun) in self.but_not:
            return None
        verb = verb_of(noun, self.verbs)
        return None if verb is None else self.verbs.get(verb, verb)


class VerbalNounKind(Kind[VerbalNounRule]):
    """Looks at the words before *av*."""

    rule_type = VerbalNounRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every such noun in a sentence, or in a heading where a rule asks for those; in labels no verb has room."""
        for block, token in analysis.places.get(_OBJECT, ()):
            if not token:
                continue
            words = WordsAt(block, token - 1, token)
            if block.is_prose:
                yield from self._hits(words)
            elif block.block.role is Role.HEADING and _opens_heading(words):
                yield from self._hits_in_heading(words)

    def _hits(self, words: WordsAt) -> Iterator[Hit]:
        """A hit for each rule whose noun it is."""
        noun = words.block.words[words.start]
        for rule in self.rules:
            verb = None if rule.headings else rule.verb(noun)
            if verb and _may_stand_after(rule, words) and _is_noun(words) and _is_in_sentence(words):
                yield _hit(rule, words, verb)

    def _hits_in_heading(self, words: WordsAt) -> Iterator[Hit]:
        """Likewise for the rules about headings, which have no sentence around the noun."""
        noun = words.block.words[words.start]
        for rule in self.rules:
            verb = rule.verb(noun) if rule.headings else None
            if verb:
                yield Hit(rule, words.block.index, *words.characters, values={"verb": verb})


def _opens_heading(words: WordsAt) -> bool:
    """Whether the noun begins the heading, or stands behind *beslut om*: *Beslut om nedsättning av avgiften*.

    Behind *ansökan om* it is a matter's name, which the reader has to know: *Ansökan om utlämnande av handling*.
    """
    return words.before in ([], ["beslut", "om"])


def _may_stand_after(rule: VerbalNounRule, words: WordsAt) -> bool:
    """Whether the word before the noun is one that the rule asks for."""
    return not rule.after or not set(rule.after).isdisjoint(words.before[-1:])


def _is_noun(words: WordsAt) -> bool:
    """Whether the word is no participle, *en grupp bestående av*.

    The tagger knows few of them; after a preposition it is a noun, *om avskaffande av*, and so it is behind another
    noun, *rivning och borttagande av*, and where a sentence or a clause begins: *Korsande av vägen är farligt*.
    """
    before = words.block.tags[words.start - len(words.before[-2:]) : words.start]
    if words.tag == "NOUN" or not before or before == ["NOUN", "CCONJ"]:
        return True
    return before[-1] in {"ADP", "SCONJ"}


def _is_in_sentence(words: WordsAt) -> bool:
    """Whether the words are the writer's own, in a sentence with a finite verb."""
    if is_name(words) or is_fixed_wording(words):
        return False
    start, end, *_ = words.sentence
    return has_finite_verb(SentenceForms.of(WordsAt(words.block, start, end)))


def _hit(rule: VerbalNounRule, words: WordsAt, verb: str) -> Hit:
    """The noun; with *för*, *genom* or *utan* before it and *av* after it, where these can be put with the verb."""
    block, start, end = words
    opener = _opener(words.before)
    if opener is None:
        return Hit(rule, block.index, *words.characters, values={"verb": verb})
    whole = WordsAt(block, start - 1, end + 1)
    suggestion = match_case(whole.text, f"{opener} {verb}")
    return Hit(rule, block.index, *whole.characters, (suggestion,), {"verb": verb})


def _opener(before: list[str]) -> str | None:
    """What opens the infinitive where the words before the noun can go: *för att* for *för*."""
    owner = "".join(before[-2:-1])
    if not before or _TIMES.search(owner) or (before[-1] == "för" and owner in _FOR_A_THING):
        return None
    return _INFINITIVE.get(before[-1])
