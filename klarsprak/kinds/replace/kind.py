"""All ``replace`` rules in one word list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.kinds.replace.advice import Advice, Entry, advice_for, cased, compound_suggestions, forms_of_phrase
from klarsprak.kinds.replace.rule import ReplaceRule
from klarsprak.language.grammar.particle import (
    follows_preposition,
    is_joined,
    may_part,
    may_share_last_part,
    shares_last_part,
    with_words_parting,
)
from klarsprak.language.grammar.passive import has_subject_after, is_passive
from klarsprak.language.grammar.verb_forms import (
    is_of_two_tenses,
    is_or_may_be_participle,
    is_other_word,
    may_be_attribute,
    verb_features,
)
from klarsprak.language.inflection import must_be_active
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.fixed_wording import is_in_name_of_act
from klarsprak.prose.own_words import is_label, is_mentioned, is_name


class ReplaceKind(Kind[ReplaceRule]):
    """All ``replace`` rules in one word list."""

    rule_type = ReplaceRule

    def __init__(self, rules: Sequence[ReplaceRule], settings: RuleSettings) -> None:
        """Put every form of every word in one list."""
        super().__init__(rules, settings)
        self._words: WordList[Entry] = WordList()
        self._compounds: Compounds[Entry] = Compounds()
        for rule in rules:
            for word in rule.words:
                self._add(Entry(rule, word))
        self._words.pack()
        self._compounds.pack()

    def _add(self, entry: Entry) -> None:
        """Look for the word in all its forms, and for the compounds that the rule asks for.

        Every form is in the list, so that no word of a letter has to be taken apart.
        """
        for form in entry.rule.forms_of(entry.word):
            self._words.add(form, entry)
        if entry.rule.compound is not None:
            self._compounds.add(entry.rule.compound, [entry.word], entry.last_parts(), entry)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """Every place where one of the words stands, with the plainer word in the same form.

        Names, and words that the letter only mentions, are not the writer's own.

        Then the phrases with other words in them, *har* **du inte** *möjlighet att*, and the compounds with them:
        *bygglovsyttrande*, where the rule for *yttrande* asks for these.
        """
        for words, entries in self._words.find(analysis):
            if not (is_name(words) or is_mentioned(words) or _is_fixed(words)):
                for entry in entries:
                    yield from (hit for hit in _hits(words, entry) if _holds_for_word(words, hit, analysis))
        for words, rest, entries in self._words.find_parted(analysis, "VerbForm=Fin", may_part):
            yield from _parted_hits(words, rest, entries)
        for words, part in self._compounds.find(analysis):
            if not is_name(words):
                suggestions = compound_suggestions(part, words)
                yield _hit(part.value, Advice(words, suggestions))


def _is_fixed(words: WordsAt) -> bool:
    """Whether nothing else can stand there: in a label or the name of an act, or after half of another wording."""
    return is_label(words) or follows_preposition(words) or is_in_name_of_act(words)


def _holds_for_word(words: WordsAt, hit: Hit, analysis: Analysis) -> bool:
    """Whether the rule's conditions are met where the word stands too, if the hit takes more words along.

    *uppbygger* **henne** *inte*: a condition on what follows the word is one on *henne*.
    """
    rule = hit.rule
    if not rule.has_conditions or (hit.start, hit.end) == words.characters:
        return True
    return rule.holds(words, analysis)


def _hits(words: WordsAt, entry: Entry) -> Iterator[Hit]:
    """The hit, if the words are a form of the entry's and it has something else to offer.

    *bortfall* is no form of *bortfalla* in *ett bortfall*.  Where another word shares its last part with them, it has
    only what ends alike: *in- och* **utbetalas** can't be *in- och betalas ut*.
    """
    if entry.rule.pos == "VERB" and (is_other_word(words, entry.word) or _is_let_be(words, entry)):
        return
    advice = advice_for(entry, words)
    if shares_last_part(words):
        advice = advice._replace(
            suggestions=tuple(form for form in advice.suggestions if may_share_last_part(form, words))
        )
        if not advice.suggestions:
            return
    if not advice.changes_nothing:
        yield _hit(entry, advice)


def _parted_hits(words: WordsAt, rest: int, entries: Iterable[Entry]) -> Iterator[Hit]:
    """The hits for a verb phrase whose rest begins at a later token: *har* **du inte** *möjlighet att*."""
    verb = WordsAt(words.block, words.start, words.start + 1)
    for entry in entries:
        if entry.rule.pos in ("VERB", None) and not _is_fixed(words):
            forms = list(dict.fromkeys(forms_of_phrase(entry, verb, words.block.written(rest, words.end))))
            yield _hit(entry, cased(words, with_words_parting(verb, rest, forms)))


def _is_let_be(words: WordsAt, entry: Entry) -> bool:
    """Whether the words are a participle that the rule says nothing of: *en* **avspärrad** *väg*.

    Nor does any where the plain verb's participle is the same word: a *utpekad plats* can't be *pekad ut*.
    """
    if is_joined(entry.word, entry.rule.instead[0]) and _is_participle(words, entry.word):
        return True
    return not entry.rule.participles and is_or_may_be_participle(words, entry.word)


def _is_participle(words: WordsAt, verb: str) -> bool:
    """Whether the words are a participle for sure, or stand where one may say which thing is meant."""
    return verb_features(words, verb).get("VerbForm") == "Part" or may_be_attribute(words, verb)


def _hit(entry: Entry, advice: Advice) -> Hit:
    """The hit; where no form is sure it names the dictionary form.

    *Skriv en form av ”få”* helps more than nothing; *uppbärs* asks for a sentence with another subject.
    """
    words = advice.words
    place = words.block.index, *words.characters
    if advice.suggestions:
        is_guess = shares_last_part(words) or (entry.rule.pos == "VERB" and _may_not_fit(entry, advice))
        return Hit(entry.rule, *place, advice.suggestions, word=entry.word, needs_person=is_guess)
    base_form = entry.rule.instead[0]
    is_turned = _has_no_subject(words) and must_be_active(base_form)
    return Hit(entry.rule, *place, base_form=base_form, is_turned=is_turned, word=entry.word)


def _may_not_fit(entry: Entry, advice: Advice) -> bool:
    """Whether the verb may need its subject between its two words, or be of another tense."""
    is_split = " " in advice.suggestions[0] and has_subject_after(advice.words)
    return is_split or is_of_two_tenses(advice.words.text, entry.word)


def _has_no_subject(words: WordsAt) -> bool:
    """Whether the verb says what is done to something: *uppbärs*, *uppgifter* **erhållna** *från skolan*."""
    return is_passive(words.block, words.start) or "VerbForm=Part" in words.block.features[words.start]
