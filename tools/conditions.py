"""``python -m tools.conditions FOLDER …``: what each condition of a rule keeps from being flagged in ordinary text.

Every rule with ``when``, ``unless`` or ``but_not`` is applied without them.  What only the condition keeps back is
listed beneath it in its sentence, with the rule that tells the same words anyhow, if one does.  Judge each: where all
are guilty the condition can go, and where one is innocent it belongs to the rule's ``pass`` examples.  ``--table``
prints instead, in Markdown, each rule with its conditions, what they guard against and in which folders it was seen.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from klarsprak import readers
from klarsprak.analysis import Analysis
from klarsprak.checker import Checker
from klarsprak.finding import Finding, Report
from klarsprak.kinds import Hit, Rule
from klarsprak.kinds.conditions import any_holds
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Letter

_CONDITIONS = ("when", "unless", "but_not")
_AROUND = 80
"""Characters shown on either side."""


class Kept(NamedTuple):
    """Words that one condition, or several together, keep a rule from flagging."""

    rule: str
    by: str
    context: str
    told_by: str
    file: str
    folder: str


def opened(rules: Iterable[Rule]) -> list[Rule]:
    """The rules that have conditions, without them."""
    return [rule.model_copy(update=_without(rule)) for rule in rules if _without(rule)]


def _without(rule: Rule) -> dict[str, list[object]]:
    return {key: [] for key in _CONDITIONS if getattr(rule, key, None)}


def kept(folders: Iterable[Path], pack: str) -> Iterator[Kept]:
    """What the conditions of a pack's rules keep back in the texts below the folders."""
    checker = Checker()
    rules = {rule.name: rule for rule in checker.rules if rule.pack == pack}
    without = Checker(rules=opened(rules.values()))
    for folder, letter in _letters(folders):
        report, analysis = checker.examined(letter)
        for kind in without.kinds:
            for hit in kind.find(analysis):
                yield from _kept(hit, rules[hit.rule.name], report, analysis, folder.name)


def _letters(folders: Iterable[Path]) -> Iterator[tuple[Path, Letter]]:
    for folder in folders:
        for path in readers.find_letters([str(folder)]):
            if isinstance(path, Path):
                yield from ((folder, each) for each in readers.read_file(path) if isinstance(each, Letter))


def _kept(hit: Hit, rule: Rule, report: Report, analysis: Analysis, folder: str) -> Iterator[Kept]:
    """The hit, if a condition keeps it back and the words are the writer's own."""
    block = analysis.by_index.get(hit.block) if hit.block is not None else None
    if block is None or not block.is_own_words(hit.start, hit.end):
        return
    words = WordsAt.covering(block, hit.start, hit.end)
    by = " + ".join(_keeping(rule, words, analysis))
    if by:
        context = _context(block.block.text, hit.start, hit.end)
        told_by = _told_by(hit, report.findings)
        yield Kept(rule.name, by, context, told_by, Path(report.file).name, folder)


def _keeping(rule: Rule, words: WordsAt, analysis: Analysis) -> Iterator[str]:
    """The conditions that keep the rule from flagging the words."""
    if rule.when and not any_holds(rule.when, words, analysis):
        yield "when"
    for number, condition in enumerate(rule.unless):
        if condition.holds(words, analysis):
            yield f"unless {number}" if len(rule.unless) > 1 else "unless"
    if words.text.lower() in map(str.lower, getattr(rule, "but_not", ())):
        yield "but_not"


def _told_by(hit: Hit, findings: Iterable[Finding]) -> str:
    """The rule that says something of the same words as it is: the one that points at the fewest."""
    told = [finding for finding in findings if _overlaps(hit, finding)]
    return min(told, key=lambda finding: len(finding.text)).rule if told else ""


def _overlaps(hit: Hit, finding: Finding) -> bool:
    place = finding.place
    return place is not None and place.block == hit.block and place.start < hit.end and hit.start < place.end


def _context(text: str, start: int, end: int) -> str:
    parts = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    return " ".join("{}[{}]{}".format(*parts).split())


def by_rule(every: Iterable[Kept]) -> Mapping[tuple[str, str], list[Kept]]:
    """What is kept back, by rule and condition, each sentence once."""
    groups: defaultdict[tuple[str, str], list[Kept]] = defaultdict(list)
    for one in every:
        group = groups[one.rule, one.by]
        if one.context not in {other.context for other in group}:
            group.append(one)
    return groups


def lines(groups: Mapping[tuple[str, str], list[Kept]], most: int) -> Iterator[str]:
    """A line for each rule and condition, and beneath it at most so many of the sentences."""
    for (rule, by), group in sorted(groups.items()):
        yield f"{len(group)}\t{rule}\t{by}"
        for one in group[:most]:
            yield f"\t{one.told_by}\t{one.context}\t{one.file}"


def table(rules: Iterable[Rule], groups: Mapping[tuple[str, str], list[Kept]]) -> Iterator[str]:
    """A row for each rule with conditions: the keys, an innocent use, and where such uses were seen."""
    yield "| regel | villkor | vad villkoret släpper igenom | sett i |"
    yield "| --- | --- | --- | --- |"
    for rule in sorted(rules, key=lambda rule: rule.name):
        if _without(rule):
            yield f"| `{rule.name}` | {_keys(rule)} | {_innocent(rule)} | {_seen(rule, groups)} |"


def _keys(rule: Rule) -> str:
    """``when: followed_by; but_not``."""
    keys = [key for key in _CONDITIONS if getattr(rule, key, None)]
    return "; ".join(f"{key}: {_parts(rule, key)}" if key != "but_not" else key for key in keys)


def _parts(rule: Rule, key: str) -> str:
    given = [condition.model_dump(exclude_defaults=True) for condition in getattr(rule, key)]
    return " eller ".join("+".join(each) for each in given)


def _innocent(rule: Rule) -> str:
    """The first of the rule's own examples that must pass."""
    passing = [example.pass_ for example in rule.examples if example.pass_]
    return " ".join(passing[0].split()).replace("|", "\\|") if passing else "–"


def _seen(rule: Rule, groups: Mapping[tuple[str, str], list[Kept]]) -> str:
    """The folders by name, each with how many sentences, leaving out what another rule of the pack tells."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (name, _), group in groups.items():
        for one in group if name == rule.name else ():
            if not one.told_by.startswith(rule.pack + "."):
                found[one.folder].add(one.context)
    return ", ".join(f"{folder} {len(contexts)}" for folder, contexts in sorted(found.items())) or "–"


def main() -> None:
    """Print what is kept back."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="texts in any format that klarsprak reads")
    parser.add_argument("--pack", default="kanslisvenska")
    parser.add_argument("--most", type=int, default=10, metavar="N", help="sentences shown of each condition")
    parser.add_argument("--table", action="store_true", help="a row for each rule instead, in Markdown")
    chosen = parser.parse_args()
    groups = by_rule(kept(chosen.folders, chosen.pack))
    rules = [rule for rule in Checker().rules if rule.pack == chosen.pack]
    print(*(table(rules, groups) if chosen.table else lines(groups, chosen.most)), sep="\n")


if __name__ == "__main__":
    main()
