"""The whole way of a letter: file → letter → analysed sentences → findings → report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial, reduce
from operator import or_
from typing import Any

from klarsprak import signature
from klarsprak.analysis import Analyser, Analysis, analyse_letter, even
from klarsprak.bounds import why_too_long
from klarsprak.config.model import Config
from klarsprak.config.settings import RuleSettings
from klarsprak.files.given import wrong
from klarsprak.finding import Category, Finding, Report, Score, Signature
from klarsprak.kinds import Hit, Kind, Rule, build, in_order
from klarsprak.kinds.clear_letters import without_guesses
from klarsprak.kinds.hits import as_finding, first_only, longest, outside_prompts, unless_told_better
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.packed_words import PackedWords
from klarsprak.language.pipeline import Need
from klarsprak.language.texts import RememberedTexts, analysed
from klarsprak.language.words_at import WordsAt
from klarsprak.laws.chosen import register_of
from klarsprak.letter import Letter, Unreadable
from klarsprak.plugins import PluginError
from klarsprak.prose.answered_subject import is_of_another
from klarsprak.prose.letter_type import LetterType
from klarsprak.prose.readability import measure
from klarsprak.rulebook import packs
from klarsprak.rulebook.choices import told_apart
from klarsprak.rulebook.ready import ready
from klarsprak.rulebook.selection import chosen_types, listed_words, selected
from klarsprak.score import score_of
from klarsprak.signature import SignatureBlock
from klarsprak.stages import Stages, finished
from klarsprak.startup import returning, uncollected
from klarsprak.suppression.suppression import Suppression
from klarsprak.time_budget import check_time


class Checker:
    """Checks letter after letter against the same rules.

    ``rules`` default to the packs that ship, besides those that the configuration names.  What isn't ``whole`` is a
    part of a letter: of its signature the report tells nothing.  One that ``remembers`` is quicker with letters that
    say the same, and holds their texts in memory as long as it lives.  Raises ``FileError`` for a pack that can't be
    used.
    """

    @uncollected()
    def __init__(
        self,
        config: Config | None = None,
        rules: Sequence[Rule] | None = None,
        *,
        whole: bool = True,
        remembers: bool = False,
    ) -> None:
        if not isinstance(config, Config | None):
            raise wrong(config, "config ska vara klarsprak.Config", "En fil läser du med klarsprak.load_config.")
        config = config or Config()
        every = packs.all_rules(config) if rules is None else rules
        self._whole = whole
        self._known_lines: signature.KnownLines | None = None
        self._analysed: Analyser = analysed
        if remembers:
            self._remember()
        self.limits = config.limits
        self.settings: RuleSettings = replace(config.settings(), known=PackedWords.of(listed_words(every)))
        self.rules = selected(every, config)
        self.categories = frozenset(rule.category for rule in self.rules)
        self.letter_types = chosen_types(every, config)
        self.need = reduce(or_, _needs(self.rules, self.letter_types), Need.FORMS)
        self.suppression = Suppression(config, self.rules)
        if any(rule.kind == "legal" for rule in self.rules):
            register_of(config)  # one that can't be used is told at the key that names it
        self.kinds = _as_kinds(self.rules, self.settings)

    @classmethod
    def ready(cls, config: Config, *, remembers: bool = False, once: bool = False) -> Checker:
        """The checker for the configuration, as an earlier start left it where there was one.

        Choices that are made ``once``, for a single run, leave nothing behind: an organisation's would have to go for
        them.  Raises ``FileError`` for a pack that can't be used.
        """
        returning()
        choices = None if once else told_apart(config)
        if choices is None:
            return cls(config, _lean_rules(config), remembers=remembers)
        kept: Checker = ready("checker", lambda: cls(config, _lean_rules(config)), folded=True, choices=choices)
        kept.suppression.load(config)
        if remembers:
            kept._remember()
        return kept

    def _remember(self) -> None:
        """From now on keep what was found in a text, for letters that say the same."""
        self._known_lines = {}
        self._analysed = RememberedTexts().analysed

    def check(self, letter: Letter | Unreadable) -> Report:
        """What the rules say of one letter."""
        return finished(self.checking(letter))

    def checking(self, letter: Letter | Unreadable) -> Stages[Report]:
        """The same a stage at a time: several letters can be checked side by side."""
        if isinstance(letter, Unreadable):
            return Report(letter.source, letter.format, error=letter.reason)
        if not isinstance(letter, Letter):
            raise wrong(letter, "letter ska vara klarsprak.Letter", "En text granskar du med klarsprak.check_text.")
        report, _ = yield from self.examining(letter)
        self.suppression.apply(report)
        return report

    def examined(self, letter: Letter) -> tuple[Report, Analysis]:
        """All that the rules say of one letter, also what is known or ignored, and the analysis they looked at.

        A letter that is mainly in another language is as good as one that can't be read, and so are one that a
        plugin fails at and one that is too long.
        """
        return finished(self.examining(letter))

    def examining(self, letter: Letter) -> Stages[tuple[Report, Analysis]]:
        """The same a stage at a time."""
        too_long = why_too_long(letter, self.limits.words)
        if too_long is not None:
            return Report(letter.source, letter.format, error=too_long), self._unanalysed(letter)
        evened = even(letter)
        analysis = analyse_letter(evened, self.need, partial(self._signature, evened), letter.blocks, self._analysed)
        if analysis.unchecked.reason is not None:
            return Report(letter.source, letter.format, error=analysis.unchecked.reason), analysis
        try:
            findings = yield from self._finding(analysis)
        except PluginError as error:
            return Report(letter.source, letter.format, error=str(error)), analysis
        words = analysis.word_count
        metrics = measure(analysis).values
        report = Report(
            file=letter.source,
            format=letter.format,
            words=words,
            findings=findings,
            signature=self._told(analysis) if self._whole else Signature(),
            metrics=metrics,
            score=self._score(findings, words, metrics),
            notes=[*letter.notes, *analysis.unchecked.notes],
            unchecked=[*letter.unread, *analysis.unchecked.notes],
            texts=[block.text for block in letter.blocks],
            roles=[block.role for block in letter.blocks],
            sentences=dict(_sentences_around(findings, analysis)),
            letter_types=tuple(self._types_of(analysis)),
            categories=self.categories,
        )
        return report, analysis

    def _score(self, findings: Iterable[Finding], words: int, metrics: Mapping[str, float]) -> Score | None:
        """The letter's score; none where a sort of flaws isn't looked for, so that it would seem to be better."""
        if not self._whole or self.categories != frozenset(Category):
            return None
        return score_of(findings, words, metrics.get("lix"))

    def _unanalysed(self, letter: Letter) -> Analysis:
        """The analysis of a letter that nobody looks into."""
        return Analysis(letter, [], partial(self._signature, Letter(letter.source, letter.format, [], [])))

    def _signature(self, letter: Letter) -> SignatureBlock:
        """The letter's signature block, told with what the organisation says of itself."""
        settings = self.settings
        return signature.find(
            letter,
            switchboards=settings.switchboards,
            units=settings.units,
            addresses=settings.addresses,
            visiting_address=settings.visiting_address,
            known=self._known_lines,
        )

    def _told(self, analysis: Analysis) -> Signature:
        """The signature as the report shows it."""
        found = analysis.signature
        return found.as_signature(self.settings.signature_parts[found.occasion])

    def _types_of(self, analysis: Analysis) -> Iterator[str]:
        """Of the types that the gate asks for, those that the letter is of; packs may tell a type in several ways.

        *avslag* and *beslut* may both be true of one letter.
        """
        for name, types in self.letter_types.items():
            if any(each.fits(analysis) for each in types):
                yield name

    def findings(self, analysis: Analysis) -> list[Finding]:
        """All that the rules find in an analysed letter, in the order of the text.

        Of hits that overlap one is told; what it hides is of the same category.

        Used by itself where no report is wanted: to measure, or to compare analyses.
        """
        return finished(self._finding(analysis))

    def _finding(self, analysis: Analysis) -> Stages[list[Finding]]:
        """The same, one kind of rules at a time."""
        counting: list[Hit] = []
        for kind in self.kinds:
            yield
            check_time()
            counting += [hit for hit in kind.find(analysis) if self._counts(hit, analysis)]
        told = list(first_only(longest(outside_prompts(unless_told_better(counting)))))
        return [as_finding(hit, analysis) for hit in without_guesses(told, analysis, self.categories)]

    def _counts(self, hit: Hit, analysis: Analysis) -> bool:
        """Whether the rule's conditions hold where the hit is, and the words are the writer's own.

        Conditions come last, since they look at the sentence and the letter.
        """
        if hit.block is None:
            return hit.rule.holds(None, analysis)
        block = analysis.by_index.get(hit.block)
        if block is None:  # the page's head or foot, where no sentences are analysed
            return True
        if not self._may_be_told(hit, block):
            return False
        # Most rules have no conditions, and for these nobody needs to know which words the characters are.
        if not hit.rule.has_conditions:
            return hit.rule.is_for(analysis)
        return hit.rule.holds(WordsAt.covering(block, hit.start, hit.end), analysis)

    def _may_be_told(self, hit: Hit, block: AnalysedBlock) -> bool:
        """Whether the words are neither quoted nor a prompt nor another's, and the organisation hasn't allowed them.

        *allow: [LSS]* in ``klarsprak.yml``.
        """
        if not hit.rule.is_about(block, hit.start, hit.end):
            return False
        if is_of_another(hit.rule.category, block, hit.start):
            return False
        allowed = self.settings.allowed
        if not allowed:
            return True
        return block.block.text[hit.start : hit.end].lower() not in allowed


def _lean_rules(config: Config) -> list[Rule]:
    """All rules that there are for the configuration, without what only authors of rules ask for."""
    return [rule.lean() for rule in packs.all_rules(config)]


def _needs(rules: Iterable[Rule], letter_types: Mapping[str, Iterable[LetterType]]) -> set[Need]:
    """What the rules and the types of letters ask of the language analysis.

    A set: thousands of rules ask for one of three things.
    """
    needs = {rule.need() for rule in rules}
    for types in letter_types.values():
        needs.update(each.need() for each in types)
    return needs


def _as_kinds(rules: Iterable[Rule], settings: RuleSettings) -> list[Kind[Any]]:
    """Each kind of which there are rules, with these: in the order that tells which of two findings counts.

    A kind without rules isn't built at all.
    """
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        by_kind.setdefault(rule.kind, []).append(rule)
    return [build(name, by_kind[name], settings) for name in in_order(by_kind)]


def _sentences_around(findings: Iterable[Finding], analysis: Analysis) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The blocks with findings by number, and where their sentences begin and end.

    In the page's head and foot nothing is a sentence.

    Reports show a finding in its sentence.
    """
    places = [finding.place for finding in findings if finding.place is not None]
    for number in {place.block for place in places}:
        block = analysis.by_index.get(number)
        if block is not None:
            yield number, [sentence.characters for sentence in block.sentences]
