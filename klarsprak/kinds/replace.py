"""``replace``: a word or phrase that has a plainer one, in any inflected form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.files.validation import Strings, listed
from klarsprak.kinds.base import WordsRule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.grammar.adverbs import ADVERB, is_adverb
from klarsprak.language.grammar.noun_phrase import replaced
from klarsprak.language.grammar.particle import (
    follows_preposition,
    is_joined,
    may_part,
    shares_last_part,
    takes_words_between,
    with_words_between,
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
from klarsprak.language.inflection import Features, match_case, must_be_active, same_form, spellings
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.matching.compounds import CompoundHit, Compounds
from klarsprak.matching.word_list import WordList
from klarsprak.prose.fixed_wording import is_in_name_of_act
from klarsprak.prose.own_words import is_label, is_mentioned, is_name
from klarsprak.swedish import TO_ONE, TO_SEVERAL

PartOfSpeech = Literal["VERB", "NOUN", "ADJ", "ADV", "ADP", "CONJ", "PRON"]
INFLECTED = ("VERB", "NOUN", "ADJ")
_READER = TO_ONE | TO_SEVERAL


class ReplaceRule(WordsRule):
    """Words with a plainer word to put in their place."""

    kind: Literal["replace"]
    words: Strings = Field(description="Ordet eller frasen i grundform, eller flera med samma ersättning.")
    pos: PartOfSpeech | None = Field(
        default=None,
        description="VERB, NOUN eller ADJ: orden böjs. I en verbfras böjs det första ordet, i en substantivfras det "
        "sista. Utan ordklass gäller bara formen som den står.",
    )
    instead: Strings = Field(description="Ersättningar i grundform, den bästa först.")
    but_not: Strings = listed(
        "Former som också är andra ord och inte ska flaggas, till exempel företag i regeln för företa.",
    )
    participles: bool = Field(
        default=True, description="false: particip flaggas inte, till exempel avspärrad i regeln för avspärra."
    )
    compound: Literal["first", "last", "any"] | None = Field(
        default=None, description="Flagga också sammansättningar med ordet som första eller sista led."
    )

    @property
    def replacements(self) -> Sequence[str]:
        """What can be written instead, in dictionary form, the best first."""
        return self.instead

    @property
    def looked_for(self) -> Iterable[str]:
        """The forms of each of the words."""
        return chain.from_iterable(map(self.forms_of, self.words))

    def is_safe(self, suggestions: Sequence[str]) -> bool:
        """Whether the first suggestion can be put in; not one that calls the reader by a name of its own.

        *Om du inte kommer* for *vid utevaro* doesn't fit a letter that says *ni*.
        """
        if not super().is_safe(suggestions):
            return False
        return self.safe is True or _called_in(suggestions[:1]) <= _called_in(self.words)

    def forms_of(self, word: str) -> set[str]:
        """The forms of one of the words to look for, lower case."""
        forms = {word.lower()}
        if self.pos in INFLECTED:
            forms |= spellings(word, self.pos)
        return forms.difference(map(str.lower, self.but_not))

    def need(self) -> Need:
        """Morphology tells which of a form's readings it is.

        *Bestritt* is a past tense or a supine; a preposition has one form.  It tells a phrase's parts too: *bereds*
        **härmed** *tillfälle att*.
        """
        looks = self.pos in INFLECTED or any(" " in word for word in self.words)
        return super().need() | (Need.MORPHOLOGY if looks else Need.FORMS)


def _called_in(texts: Iterable[str]) -> frozenset[str]:
    """The words by which the texts call the reader."""
    return _READER.intersection(chain.from_iterable(text.lower().split() for text in texts))


class _Entry(NamedTuple):
    """A rule, and which of its words is meant."""

    rule: ReplaceRule
    word: str

    def last_parts(self) -> set[str]:
        """The forms that a compound may end in, present participles among them: *-medgivande*.

        A form that is a noun of its own as well is what compounds end in.
        """
        forms = spellings(self.word, self.rule.pos or "", present_participles=True)
        return {self.word} | forms


class _Advice(NamedTuple):
    """Words to replace, which may be more than those found, and what can stand in their place."""

    words: WordsAt
    suggestions: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        """*utbetalda* is the plain form too: *betala ut*."""
        return self.suggestions[:1] == (self.words.text,)


class ReplaceKind(Kind[ReplaceRule]):
    """All ``replace`` rules in one word list."""

    rule_type = ReplaceRule

    def __init__(self, rules: Sequence[ReplaceRule], settings: RuleSettings) -> None:
        """Put every form of every word in one list."""
        super().__init__(rules, settings)
        self._words: WordList[_Entry] = WordList()
        self._compounds: Compounds[_Entry] = Compounds()
        for rule in rules:
            for word in rule.words:
                self._add(_Entry(rule, word))
        self._words.pack()

    def _add(self, entry: _Entry) -> None:
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
                    yield from _hits(words, entry)
        for words, rest, entries in self._words.find_parted(analysis, may_part):
            yield from _parted_hits(words, rest, entries)
        for words, part in self._compounds.find(analysis):
            if not is_name(words):
                suggestions = _compound_suggestions(part, words)
                yield _hit(part.value, _Advice(words, suggestions))


def _is_fixed(words: WordsAt) -> bool:
    """Whether nothing else can stand there: in a label or the name of an act, or after half of another wording."""
    return is_label(words) or follows_preposition(words) or is_in_name_of_act(words)


def _hits(words: WordsAt, entry: _Entry) -> Iterator[Hit]:
    """The hit, if the words are a form of the entry's and it has something else to offer.

    *bortfall* is no form of *bortfalla* in *ett bortfall*.
    """
    if entry.rule.pos == "VERB" and (is_other_word(words, entry.word) or _is_let_be(words, entry)):
        return
    advice = _advice(entry, words)
    if not advice.changes_nothing:
        yield _hit(entry, advice)


def _parted_hits(words: WordsAt, rest: int, entries: Iterable[_Entry]) -> Iterator[Hit]:
    """The hits for a verb phrase whose rest begins at a later token: *har* **du inte** *möjlighet att*."""
    verb = WordsAt(words.block, words.start, words.start + 1)
    for entry in entries:
        if entry.rule.pos in ("VERB", None) and not _is_fixed(words):
            forms = list(dict.fromkeys(_forms_of_phrase(entry, verb, words.block.written(rest, words.end))))
            yield _hit(entry, _cased(words, with_words_parting(verb, rest, forms)))


def _forms_of_phrase(entry: _Entry, verb: WordsAt, rest: str) -> Iterable[str]:
    """The replacements in the form that the phrase has; as they are listed where it has one form only."""
    if entry.rule.pos is None:
        return entry.rule.instead
    return _same_forms(entry, f"{verb.text} {rest}", verb.morphology)


def _is_let_be(words: WordsAt, entry: _Entry) -> bool:
    """Whether the words are a participle that the rule says nothing of: *en* **avspärrad** *väg*.

    Nor does any where the plain verb's participle is the same word: a *utpekad plats* can't be *pekad ut*.
    """
    if is_joined(entry.word, entry.rule.instead[0]) and _is_participle(words, entry.word):
        return True
    return not entry.rule.participles and is_or_may_be_participle(words, entry.word)


def _is_participle(words: WordsAt, verb: str) -> bool:
    """Whether the words are a participle for sure, or stand where one may say which thing is meant."""
    return verb_features(words, verb).get("VerbForm") == "Part" or may_be_attribute(words, verb)


def _hit(entry: _Entry, advice: _Advice) -> Hit:
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


def _may_not_fit(entry: _Entry, advice: _Advice) -> bool:
    """Whether the verb may need its subject between its two words, or be of another tense."""
    is_split = " " in advice.suggestions[0] and has_subject_after(advice.words)
    return is_split or is_of_two_tenses(advice.words.text, entry.word)


def _has_no_subject(words: WordsAt) -> bool:
    """Whether the verb says what is done to something: *uppbärs*, *uppgifter* **erhållna** *från skolan*."""
    return is_passive(words.block, words.start) or "VerbForm=Part" in words.block.features[words.start]


def _compound_suggestions(part: CompoundHit[_Entry], words: WordsAt) -> tuple[str, ...]:
    """The compound with its last part replaced; nothing where the first part is the hard one, or no form is sure.

    *skolskjutsyttrande* is *skolskjutssvar*; no compound is made with two words.
    """
    if not part.is_last:
        return ()
    text = words.text
    first, last = text[: -part.length], text[-part.length :]
    forms = _same_forms(part.value, last, words.morphology)
    return tuple(first + form for form in forms if " " not in form)


def _advice(entry: _Entry, words: WordsAt) -> _Advice:
    """What to replace and what can be written instead: the way depends on the word's part of speech.

    A noun takes the words before it along, a verb those after it.
    """
    if entry.rule.pos == "NOUN":
        return _uncapitalised(_Advice(*replaced(words, entry.word, entry.rule.instead)))
    forms = _inflected(entry, words)
    if entry.rule.pos == "VERB" and may_be_attribute(words, entry.word):
        # *tidigare utskickade kallelser* are no *skickade ut kallelser*
        return _cased(words, [form for form in forms if " " not in form])
    if entry.rule.pos == "VERB" and takes_words_between(words, forms):
        return _cased(*with_words_between(words, forms, _features(entry, words)))
    return _cased(words, forms)


def _uncapitalised(advice: _Advice) -> _Advice:
    """The advice without a capital that only its short form had: *legitimation* for *en* **ID-handling**."""
    words = advice.words
    first, hyphen, _ = words.text.partition("-")
    if words.is_first_in_sentence or not (hyphen and len(first) > 1 and first.isupper()) or words.text.isupper():
        return advice
    return _Advice(words, tuple(form[:1].lower() + form[1:] for form in advice.suggestions))


def _cased(words: WordsAt, forms: list[str]) -> _Advice:
    """The advice, its capitals as the words have them.

    *Erhåller du …* is *Får du …*.  For *inköpt* nobody needs *köpa in* in the form *inköpt*.
    """
    text = words.text
    cased = [match_case(text, form) for form in forms]
    return _Advice(words, tuple(cased[:1] + [form for form in cased[1:] if form != text]))


def _inflected(entry: _Entry, words: WordsAt) -> list[str]:
    """The replacements in the form of the words, each once; as they are listed where the words have one form only."""
    rule = entry.rule
    if rule.pos not in INFLECTED:
        return list(dict.fromkeys(rule.instead))
    forms = _same_forms(entry, words.text, _features(entry, words))
    return list(dict.fromkeys(forms))


def _features(entry: _Entry, words: WordsAt) -> Features:
    """What form the words are, as the tagger sees it; of a verb the words before know better.

    The tagger may take *vidtas* after *ska* for a present tense.
    """
    if entry.rule.pos == "VERB":
        return verb_features(words, entry.word)
    if entry.rule.pos == "ADJ" and is_adverb(words):
        return ADVERB
    return words.morphology


def _same_forms(entry: _Entry, text: str, features: Features) -> Iterator[str]:
    """Those replacements of which a form is known for sure, in the form that ``text`` has of the entry's word.

    *erhöll* of *erhålla* gives *fick* for *få*.
    """
    for instead in entry.rule.instead:
        form = same_form(text, entry.word, entry.rule.pos or "", instead, features=features)
        if form is not None:
            yield form
