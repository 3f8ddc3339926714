"""The whole way of a letter: file → letter → analysed sentences → findings → report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain
from operator import or_

from klarsprak import signature
from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.config.model import Config
from klarsprak.config.settings import RuleSettings
from klarsprak.finding import Category, Finding, FindingPlace, Report
from klarsprak.kinds import KINDS, Hit, Rule
from klarsprak.kinds.base import BASE_FORM, WORD
from klarsprak.kinds.conditions import Condition, WordsAt
from klarsprak.language.pipeline import Need
from klarsprak.letter import Letter, Unreadable
from klarsprak.prose.readability import measure
from klarsprak.rulebook import packs
from klarsprak.rulebook.selection import chosen_types, listed_words, selected
from klarsprak.startup import uncollected
from klarsprak.suppression.suppression import Suppression


class Checker:
    """Checks letter after letter against the same rules.

    ``rules`` default to the packs that ship, besides those that the configuration names.  Raises
    ``FileError`` for a pack that can't be used.
    """

    @uncollected()
    def __init__(self, config: Config | None = None, rules: Sequence[Rule] | None = None) -> None:
        config = config or Config()
        every = packs.load([*packs.shipped(), *config.packs()]) if rules is None else rules
        self.settings: RuleSettings = replace(config.settings(), known=listed_words(every))
        self.rules = selected(every, config)
        self.letter_types = chosen_types(every, config)
        needs = chain(
            (rule.need() for rule in self.rules),
            (each.need() for types in self.letter_types.values() for each in types),
        )
        self.need = reduce(or_, set(needs), Need.FORMS)
        self.silence = Suppression(config, self.rules)
        by_kind: dict[str, list[Rule]] = {}
        for rule in self.rules:
            by_kind.setdefault(rule.kind, []).append(rule)
        self.kinds = [KINDS[name](rules, self.settings) for name, rules in by_kind.items()]

    def check(self, letter: Letter | Unreadable) -> Report:
        """What the rules say of one letter."""
        if isinstance(letter, Unreadable):
            return Report(letter.source, letter.format, error=letter.reason)
        report, _ = self.examined(letter)
        self.silence.apply(report)
        return report

    def examined(self, letter: Letter) -> tuple[Report, Analysis]:
        """All that the rules say of one letter, also what is known or ignored, and the analysis they looked at."""
        settings = self.settings
        signer = signature.find(
            letter,
            switchboards=settings.switchboards,
            units=settings.units,
            addresses=settings.addresses,
            visiting_address=settings.visiting_address,
        )
        analysis = analyse_letter(letter, self.need, signer)
        findings = self.findings(analysis)
        report = Report(
            file=letter.source,
            format=letter.format,
            words=sum(len(block.block.text.split()) for block in analysis.blocks),
            findings=findings,
            signature=signer.as_signature(settings.signature_parts[signer.occasion]),
            metrics=measure(analysis).values,
            notes=letter.notes,
            texts=[block.text for block in letter.blocks],
            roles=[block.role for block in letter.blocks],
            sentences={
                place.block: analysis.by_index[place.block].sentences
                for place in _places(findings)
                if place.block in analysis.by_index
            },
            letter_types=tuple(
                name for name, types in self.letter_types.items() if any(each.fits(analysis) for each in types)
            ),
        )
        return report, analysis

    def findings(self, analysis: Analysis) -> list[Finding]:
        """All that the rules find in an analysed letter, in the order of the text."""
        found = (hit for kind in self.kinds for hit in kind.find(analysis))
        kept = [hit for hit in found if self._counts(hit, analysis)]
        return [_finding(hit, analysis) for hit in _first_only(_longest(kept))]

    def _counts(self, hit: Hit, analysis: Analysis) -> bool:
        """Whether the rule's conditions hold where the hit is, and the words are the writer's own."""
        rule = hit.rule
        if hit.block is None:
            return _conditions_hold(rule, analysis)
        block = analysis.by_index.get(hit.block)
        if block is None:  # the page's head or foot, where no sentences are analysed
            return True
        if not rule.everywhere and not block.is_own_words(hit.start, hit.end):
            return False
        allowed = self.settings.allowed
        if allowed and block.block.text[hit.start : hit.end].lower() in allowed:
            return False
        if not rule.when and not rule.unless:
            return True
        words = WordsAt(block, *block.tokens(hit.start, hit.end))
        return (not rule.when or _one_holds(rule.when, words, analysis)) and not _one_holds(
            rule.unless, words, analysis
        )


def _one_holds(conditions: Iterable[Condition], words: WordsAt, analysis: Analysis) -> bool:
    return any(condition.holds(words, analysis) for condition in conditions)


def _places(findings: Iterable[Finding]) -> Iterator[FindingPlace]:
    return (finding.place for finding in findings if finding.place is not None)


def _conditions_hold(rule: Rule, analysis: Analysis) -> bool:
    return (not rule.when or any(condition.holds_for_letter(analysis) for condition in rule.when)) and (
        not any(condition.holds_for_letter(analysis) for condition in rule.unless)
    )


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Of hits of one category that overlap, only the longest; of equals the most serious."""
    kept: dict[tuple[Category, int | None], list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, -hit.rule.level)):
        others = kept.setdefault((hit.rule.category, hit.block), [])
        if hit.block is None or not any(hit.start < other.end and other.start < hit.end for other in others):
            others.append(hit)
    return [hit for hits in kept.values() for hit in hits]


def _first_only(hits: list[Hit]) -> Iterator[Hit]:
    """All hits, but of a rule with ``once`` only the first of each of its words in the letter."""
    seen: set[tuple[str, object]] = set()
    for hit in sorted(hits, key=_position):
        what = (hit.rule.name, hit.values.get(WORD))
        if hit.rule.once and what in seen:
            continue
        seen.add(what)
        yield hit


def _position(hit: Hit) -> tuple[bool, int, int, int]:
    return hit.block is None, hit.block or 0, hit.start, hit.end


def _finding(hit: Hit, analysis: Analysis) -> Finding:
    rule = hit.rule
    text = ""
    place = None
    if hit.block is not None:
        block = analysis.letter.blocks[hit.block]
        text = " ".join(block.text[hit.start : hit.end].split())
        anchor = block.place.at(hit.start)
        place = FindingPlace(hit.block, block.role, hit.start, hit.end, anchor.page, anchor.line, anchor.column)
    message = _message(hit, text)
    return Finding(
        rule=rule.name,
        category=rule.category,
        level=rule.level,
        text=text,
        suggestions=hit.suggestions,
        message=message,
        why=rule.why,
        source=rule.source,
        place=place,
        safe=place is not None and rule.is_safe(hit.suggestions),
    )


def _message(hit: Hit, text: str) -> str:
    """The rule's message with its placeholders filled in."""
    message = hit.rule.message
    if BASE_FORM in hit.values:
        message = message.replace("”{suggestion}”", f"en form av ”{hit.values[BASE_FORM]}”")
    shown = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
    values = {"text": shown, "suggestion": "” eller ”".join(hit.suggestions[:_MOST_SUGGESTIONS]), **hit.values}
    filled = message.format_map(values)
    return " ".join(filled.split())


_LONGEST_SHOWN = 60
_MOST_SUGGESTIONS = 3
