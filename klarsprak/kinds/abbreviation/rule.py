"""A rule that lists short forms, or flags those that no rule lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field, field_validator, model_validator

from klarsprak.analysis import Analysis
from klarsprak.files.validation import FilledWords, Word, Words, listed
from klarsprak.kinds.base import WordsRule
from klarsprak.kinds.known_to import Audiences, note_of
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.pipeline import Need
from klarsprak.prose.audience import is_written_to
from klarsprak.prose.capitals import is_of_capitals, is_stressed_word
from klarsprak.prose.written_out import is_written_out

_HEAD = "{head}"
"""Stands for the last part of a compound in what is written instead of it."""
_BRACES = frozenset("{}")
_ENDINGS = ("", "en", "n", "et", "t", "ens", "ets", "ar", "er", "arna", "erna")
"""With what a compound may be told apart from the one that the letter explains: *GC-vägen*, *GC-väg*."""


class AbbreviationRule(WordsRule):
    """Spellings of a short form, and what they stand for."""

    kind: Literal["abbreviation"]
    words: FilledWords = listed("Förkortningen och dess andra skrivsätt. Versaler måste stämma.")
    long: FilledWords = listed("Det som förkortningen betyder, utskrivet.")
    capitals: bool = Field(
        default=False, description="Flagga varje ord av två till fem versaler som inga andra regler känner till."
    )
    cut: bool = Field(
        default=False,
        description="Flagga ord som slutar med punkt mitt i en mening och som är okända.",
    )
    but_not: Words = listed("Ord av versaler som läsarna känner till.")
    known_by: Words = listed(
        "Andra former som visar att brevet har skrivit ut förkortningen, till exempel obestämd form.",
    )
    known_to: Audiences = listed(
        "Läsare som kan förkortningen, till exempel förening: i brev som är skrivna till dem är regeln tyst."
    )
    once: bool = Field(
        default=True,
        description="true: flagga den första gången, om brevet inte skriver ut förkortningen. false: flagga alltid.",
    )
    in_labels: bool = Field(
        default=False, description="Flagga också utanför löpande text: i tabeller, hälsningar och andra korta rader."
    )
    alone: bool = Field(
        default=False,
        description="Flagga inte sammansättningar, där förkortningen kan stå för något annat: TS-plan.",
    )
    in_compounds: dict[Word, Word] = Field(
        default_factory=dict,
        description="Vad man skriver i stället för sammansättningar med förkortningen, efter deras sista led: "
        "{nät*: vatten- och avlopps{head}}. ”*” är vilket led som helst, och {head} är ledet som det står i brevet.",
    )
    placeholders = frozenset({"text", "suggestion", "long"})

    @field_validator("in_compounds")
    @classmethod
    def _only_head(cls, written: dict[str, str]) -> dict[str, str]:
        """What is written instead has no braces but ``{head}``: the writer would copy them."""
        for instead in written.values():
            if not _BRACES.isdisjoint(instead.replace(_HEAD, "")):
                raise ValueError(f"”{instead}” har klamrar runt annat än {_HEAD}")
        return written

    @model_validator(mode="after")
    def _has_words(self) -> AbbreviationRule:
        """Short forms of its own, or all that no rule knows: each needs a message of its own."""
        lacks_long = bool(self.words) and not self.long
        if lacks_long or [self.capitals, self.cut, bool(self.words)].count(True) != 1:
            raise ValueError("regeln ska ha words och long, capitals: true eller cut: true")
        return self

    def need(self) -> Need:
        """The words around a short form say which of its long forms is meant, and in what number and case."""
        return super().need() | (Need.MORPHOLOGY if self.long else Need.FORMS)

    @property
    def written_out(self) -> Sequence[str]:
        """What the abbreviations stand for."""
        return self.long

    @property
    def notes(self) -> Sequence[str]:
        """Who knows the short form."""
        return list(note_of(self.known_to))

    def is_known(self, analysis: Analysis) -> bool:
        """Whether the letter is written to readers who know the short form: *PBI* to one who serves wine."""
        return is_written_to(self.known_to, analysis)

    def compound(self, head: str) -> str | None:
        """What to write instead of the short form with the word after its hyphen; None where the rule doesn't say.

        *vatten- och avloppsnätet* for *nätet* of *VA-nätet*.  A genitive fits only where the word stays last.
        """
        for pattern, instead in self.in_compounds.items():
            if pattern == head or (pattern.endswith("*") and head.startswith(pattern[:-1])):
                is_genitive = head.endswith("s") and f"{_HEAD} " in instead
                return None if is_genitive else instead.replace(_HEAD, head)
        return None

    def is_about(self, block: AnalysedBlock, start: int, end: int) -> bool:
        """Whether the reader has to understand it: so it is with capitals in a whole quoted statement, too."""
        return super().is_about(block, start, end) or (
            is_of_capitals(block.text[start:end]) and block.is_read(start, end)
        )

    @property
    def is_for_labels(self) -> bool:
        """Whether the short form is one that stands in labels and greetings: *Tfn:*, *Mvh*."""
        return self.in_labels

    def is_safe(self, suggestions: Sequence[str]) -> bool:
        """Whether the long form can be put in; not where the short form's stop may be the sentence's too.

        *Spara kvitton m.m.* asks for *med mera.*, a row of a table or a heading for none.
        """
        return super().is_safe(suggestions) and not suggestions[0].endswith(".")

    def is_written_out_for(self, block: AnalysedBlock, analysis: Analysis, *words: str) -> bool:
        """Whether the block's reader knows the short form, in one of its spellings or one of those given."""
        return is_written_out(block, analysis, (*self.words, *words), (*self.long, *self.known_by))

    def _writes_out_compound(self, compound: str, block: AnalysedBlock, analysis: Analysis) -> bool:
        """Whether the block's reader knows a compound by the letter's own words.

        *en gång- och cykelväg (GC-väg)*, and *GC-vägen* after that: what stands for *GC* alone is nowhere in it.
        """
        short = [compound.removesuffix(ending) for ending in _ENDINGS if compound.endswith(ending)]
        long = [self.compound(form.rpartition("-")[2]) for form in short]
        return is_written_out(block, analysis, short, filter(None, long))

    def may_flag_capitals(self, word: str, whole: str, block: AnalysedBlock, analysis: Analysis) -> bool:
        """Whether the rule flags a word of capitals that it doesn't list; ``whole`` is it or its compound.

        *KSAU* the first time in a letter that hasn't said what it is; not *SVT*, which readers know.
        """
        if word in self.but_not or is_stressed_word(word) or self.is_known(analysis):
            return False
        if self._writes_out_compound(whole, block, analysis):
            return False
        return not self.is_written_out_for(block, analysis, word)
