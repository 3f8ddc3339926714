"""A term's rule: its words, what each means, and in which letters."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from klarsprak.analysis import Analysis
from klarsprak.files.validation import FilledWords, Words, listed
from klarsprak.finding import Level
from klarsprak.kinds.base import WordsRule
from klarsprak.kinds.conditions import Conditions, any_holds
from klarsprak.kinds.known_to import Audiences, note_of
from klarsprak.kinds.term.guessed import guessed
from klarsprak.language.grammar.lexicon.nouns import noun_forms
from klarsprak.language.inflection import spellings, spellings_after_possessives
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.audience import is_written_to

_NOUN_OF_VERB = re.compile(r"(?:ning|ing|ande|ende)\w{0,4}$")
_LONG_VERB = 7
"""Letters of a verb of which all forms are looked for though its rule is about words of several kinds."""
_LONG = 8
"""So many letters make a noun that no other word has the forms of."""

_IN_PLACE = (
    "Om plain kan stå precis där termen står. Med false ber regeln skribenten att skriva om meningen med plain."
)


class Meaning(NamedTuple):
    """What a term means where it stands, as its message tells it."""

    explain: str
    plain: str
    in_place: bool


class TermSense(BaseModel):
    """What a term means where something tells that it is used in this sense: *remiss* in a letter about care."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    when: Conditions = Field(description="Det som visar att betydelsen gäller; av flera villkor räcker ett.")
    explain: str = Field(description="En kort mening som förklarar termen i den betydelsen.")
    plain: str = Field(default="", description="Ett vanligare ord i den betydelsen, om det finns.")
    in_place: bool = Field(default=True, description=_IN_PLACE)


class TermRule(WordsRule):
    """A technical term, what to say instead, and how to explain it."""

    kind: Literal["term"]
    words: FilledWords = Field(description="Termen i grundform, eller flera som betyder samma sak.")
    pos: Literal["NOUN", "VERB", "ADJ"] | None = Field(
        default="NOUN",
        description="Ordklass; null: böjs inte, utom långa substantiv som bara står i grundform.",
    )
    plain: str = Field(default="", description="Ett vanligare ord som kan stå i stället, om det finns.")
    in_place: bool = Field(default=True, description=_IN_PLACE)
    explain: str | dict[str, str] = Field(
        default="",
        description="En kort mening som förklarar termen för läsaren, eller en för varje ord, "
        "{kärande: Käranden är …}, och då behövs inte words. Former av ett ord skrivs med komma mellan.",
    )
    senses: list[TermSense] = Field(
        default_factory=list,
        description="Andra betydelser än den i explain, med villkor; den första som stämmer gäller.",
    )
    compound: Literal["first", "last", "any", "none"] | None = Field(
        default=None,
        description="Flagga också sammansättningar där termen är första eller sista led; none: flagga inga. "
        "Utan nyckeln flaggas de som är lika svåra som termen.",
    )
    but_not: Words = listed("Former och sammansättningar som inte ska flaggas, för att de är andra ord.")
    once: bool = Field(default=True, description="Flagga bara den första gången i ett brev.")
    in_labels: bool = Field(
        default=False,
        description="Flagga också utanför löpande text: i rubriker utan format, ovanför en underskrift och på andra "
        "korta rader.",
    )
    as_name: bool = Field(
        default=False, description="Flagga också med stor bokstav mitt i en mening, som om ordet vore ett namn."
    )
    hints: Words = listed(
        "De av orden som många läsare kan: om dem ger regeln bara ett tips (info), fast de andra är värre."
    )
    known_to: Audiences = listed(
        "Läsare som kan orden, till exempel förening eller godman: i brev som är skrivna till dem är regeln tyst."
    )
    placeholders = frozenset({"text", "suggestion", "term", "plain", "or_plain", "explain"})
    derived = frozenset({"words"})

    @model_validator(mode="before")
    @classmethod
    def _words_explained(cls, data: Any) -> Any:
        """Words that are explained one by one need no list besides; forms of one share its line."""
        if not isinstance(data, dict) or not isinstance(data.get("explain"), dict):
            return data
        explain = _by_word(data["explain"])
        return {"words": list(explain), **data, "explain": explain}

    @model_validator(mode="after")
    def _every_word_explained(self) -> TermRule:
        """Where words are explained one by one, each is, and nothing else."""
        if isinstance(self.explain, dict):
            for word in _lacking(self.words, self.explain):
                raise ValueError(f"”{word}” saknar förklaring i explain")
            for word in _lacking(self.explain, self.words):
                raise ValueError(f"”{word}” i explain finns inte i words")
        return self

    @field_validator("hints")
    @classmethod
    def _are_listed(cls, hints: list[str], info: ValidationInfo) -> list[str]:
        """Only the rule's own words can be hints."""
        for word in _lacking(hints, info.data.get("words", hints)):
            raise ValueError(f"”{word}” i hints finns inte i words")
        return hints

    @model_validator(mode="after")
    def _is_explained(self) -> TermRule:
        """A rule without a usual sense needs others."""
        if not self.explain and not self.senses:
            raise ValueError("regeln saknar explain")
        return self

    @property
    def is_as_hard_in_compounds(self) -> bool:
        """Whether who doesn't know the word is stopped by compounds with it too: *dagvatten* in *dagvattenbrunn*.

        What is only worth a thought many readers know; the rule's conditions hold for the compounds too.
        """
        return self.compound != "none" and self.pos == "NOUN" and self.level >= Level.WARNING

    @property
    def hinted(self) -> frozenset[str]:
        """Those of the words that it means, lower case, about which it gives a hint though its level is higher."""
        return frozenset(map(self.meant_by, self.hints)) if self.level > Level.INFO else frozenset()

    def is_known(self, analysis: Analysis) -> bool:
        """Whether the letter is written to readers who know the words: *bokslut* to a club's board."""
        return is_written_to(self.known_to, analysis)

    def at_level(self, level: Level) -> TermRule:
        """The rule with that level for all its words: who chooses one for the rule means each of them."""
        return self.model_copy(update={"level": level, "hints": []})

    @property
    def notes(self) -> Sequence[str]:
        """Which of the words get a hint only, and who knows them all."""
        notes: list[str] = []
        if self.hints and self.level > Level.INFO:
            known = ", ".join(self.hints)
            notes.append(f"Om de här orden ger regeln bara ett tips, eftersom många läsare kan dem: {known}.")
        return [*notes, *note_of(self.known_to)]

    @property
    def explanations(self) -> Sequence[str]:
        """The sentences that explain the rule's words, each once.

        *Käranden är …*, *Svaranden är …*.
        """
        texts = [self.explain] if isinstance(self.explain, str) else list(self.explain.values())
        texts += [sense.explain for sense in self.senses]
        return list(filter(None, dict.fromkeys(texts)))

    def need(self) -> Need:
        """The verb tells whether a line without a stop is read; the senses' conditions look at the letter too."""
        need = super().need() | Need.MORPHOLOGY
        for sense in self.senses:
            for condition in sense.when:
                need |= condition.need()
        return need

    def meaning_of(self, words: WordsAt, word: str, analysis: Analysis) -> Meaning | None:
        """What the words mean where they stand; None where no sense that the rule knows of fits."""
        for sense in self.senses:
            if any_holds(sense.when, words, analysis):
                return Meaning(sense.explain, sense.plain, sense.in_place)
        usual = self.explanation(word)
        return self.usual(usual) if usual else None

    def usual(self, explain: str) -> Meaning:
        """The usual meaning, with that explanation of it."""
        return Meaning(explain, self.plain, self.in_place)

    def explanation(self, word: str) -> str:
        """The sentence that explains ``word``, lower case, in dictionary form.

        Raises ``KeyError`` for a word that the rule doesn't list.
        """
        if isinstance(self.explain, str):
            return self.explain
        for key, text in self.explain.items():
            if key.lower() == word:
                return text
        raise KeyError(word)

    def meant_by(self, word: str) -> str:
        """The word that ``word``, one of the rule's, is a form or a spelling of, lower case.

        Of words with one explanation it is the first: *kärande* where *käranden* is listed too.
        """
        if isinstance(self.explain, str):
            meant = self.words[0] if self.pos is None else word
            return meant.lower()
        explanation = self.explain[word]
        first = next(key for key, text in self.explain.items() if text == explanation)
        return first.lower()

    def words_meaning(self, meant: str) -> list[str]:
        """The rule's words that mean ``meant``: all of them, where one sentence explains all.

        *kärande* and *käranden*, where these share a sentence.
        """
        if isinstance(self.explain, str):
            return self.words
        return [word for word in self.words if self.meant_by(word) == meant]

    @property
    def looked_for(self) -> Iterable[str]:
        """The forms of each of the words."""
        return chain.from_iterable(self.forms_by_word().values())

    def _pos_of(self, word: str) -> str | None:
        """The rule's, but a verb's where the word has an explanation of its own that tells that it is one.

        *attestera* beside *kontering*: **Att attestera** *är att godkänna en räkning*; *motionera ventilen*:
        **Att motionera** *en ventil är …*.
        """
        if self.pos != "NOUN" or isinstance(self.explain, str):
            return self.pos
        is_verb = self.explain[word].startswith(f"Att {word.split()[0]} ")
        return "VERB" if is_verb else self.pos

    def _is_bare_noun(self, word: str) -> bool:
        """Whether the word, in a rule whose words are of several kinds, is a noun that stands there in one form.

        *hämtningsvecka*, and so *hämtningsveckan*; but not *borgen* and other short words, nor *part* where the rule
        has *parten* as well and so says which forms it means.
        """
        base = word.lower()
        if len(base) < _LONG or not base.isalpha():
            return False
        others = {other.lower() for other in self.words} - {base}
        if any(other.startswith(base[:-1]) for other in others):
            return False
        return any(form.noun == base and form.number == "Sing" for form in noun_forms(base) if not form.is_definite)

    def _is_bare_verb(self, word: str) -> bool:
        """Whether the word, in such a rule, is a verb in one form: *Att triagera är …*, and so *triagerades*."""
        base = word.lower()
        if len(base) < _LONG_VERB or not base.isalpha() or isinstance(self.explain, str):
            return False
        alike = (other for other in self._others(word) if other.lower().startswith(base[:-1]))
        if not all(map(_NOUN_OF_VERB.search, alike)):
            return False
        return self.explain[word].startswith(f"Att {base} ")

    def _others(self, word: str) -> Iterator[str]:
        """The rule's other words that are no phrases."""
        return (other for other in self.words if other != word and " " not in other)

    def forms_by_word(self) -> dict[str, list[str]]:
        """Each word that is meant, and all its forms, lower case, but for those that the rule lets be."""
        forms: dict[str, list[str]] = {}
        for word in self.words:
            own = {word.lower()}
            pos = self._pos_of(word)
            if pos is not None:
                own |= spellings(word, pos)
            elif self._is_bare_noun(word):
                own |= spellings(word, "NOUN")
            elif self._is_bare_verb(word):
                own |= spellings(word, "VERB")
            if pos == "NOUN":
                own |= spellings_after_possessives(word) | guessed(word, own)
            if pos in (None, "NOUN"):
                own |= _of_participle(word)
            own.difference_update(map(str.lower, self.but_not))
            forms.setdefault(self.meant_by(word), []).extend(sorted(own))
        return forms


def _of_participle(word: str) -> set[str]:
    """All forms of a participle that stands among nouns: *krypterade* of *krypterad*; none of other words.

    A short one looks like the past tense of a word for other things: *vi listade båtarna*. Of a noun such as *bostad*
    these are no words, and so nothing that a letter says.
    """
    is_one = word.endswith("ad") and word.isalpha() and len(word) >= _LONG
    return spellings(word, "ADJ") if is_one else set()


def _by_word(explain: dict[str, str]) -> dict[str, str]:
    """Each word's explanation, where forms of one share a line: *presumera, presumeras*."""
    by_word: dict[str, str] = {}
    for words, text in explain.items():
        for word in str(words).split(", "):
            by_word[word] = text
    return by_word


def _lacking(words: Iterable[str], others: Container[str]) -> Iterator[str]:
    """The words that are not among the others.

    *käranden*, if only *kärande* is explained.
    """
    for word in words:
        if word not in others:
            yield word
