"""The rules' own examples, run: they are the rules' tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.files.errors import FileError
from klarsprak.files.validation import describe, gravest
from klarsprak.finding import Report
from klarsprak.kinds import Rule
from klarsprak.kinds.base import Example
from klarsprak.letter import Block, Cell, Letter, Mark, MarkKind, Role

# Of three opening brackets the first is the mark and the others are the letter's own.
_BRACKETS = re.compile(r"\[(?=\[\[(?!\[))|\[\[|\]\]|\[|\]")
_ROLES = {"# ": Role.HEADING, "- ": Role.LIST_ITEM, "? ": Role.PARAGRAPH}
TO_FILL_IN = "FYLL I:"
"""Begins an example that nobody has written yet."""
Stretch = tuple[int, int, int]
"""Block, first code point, last code point plus one."""


@dataclass(frozen=True)
class Marked:
    """A piece of a letter and the stretches that are marked in it."""

    letter: Letter
    stretches: tuple[Stretch, ...]


def failures(rules: Iterable[Rule]) -> Iterator[str]:
    """One line for each example that doesn't hold, with the rule's name; nothing where all is well."""
    for rule in rules:
        if not any(example.flag is not None for example in rule.examples):
            yield f"{rule.name}: regeln har inget exempel som ska flaggas."
        checker = Checker(rules=[rule])
        for example in rule.examples:
            fault = _fault(rule, example, checker)
            if fault is not None:
                yield f"{rule.name}: {fault}"


def _fault(rule: Rule, example: Example, checker: Checker) -> str | None:
    text = next((text for text in (example.flag, example.pass_, example.fix) if text and TO_FILL_IN in text), None)
    if text is not None:
        return f"exemplet ”{text.strip()}” är inte ifyllt. Skriv en mening ur ett brev i stället."
    if (example.flag is None) == (example.pass_ is None):
        return "exemplet ska ha antingen flag eller pass."
    if example.config:
        try:
            checker = Checker(Config.model_validate(example.config), [rule])
        except ValidationError as error:
            return f"exemplets config går inte att använda: {describe(gravest(error), Config)}"
        except FileError as error:
            return f"exemplets config går inte att använda: {error}"
    if example.pass_ is not None:
        report = checker.check(parse(example.pass_).letter)
        return f"flaggar ”{_found(report)}” i ”{example.pass_.strip()}”, som ska gå bra." if report.findings else None
    return _flag_fault(example, checker)


def _flag_fault(example: Example, checker: Checker) -> str | None:
    assert example.flag is not None
    marked = parse(example.flag)
    report = checker.check(marked.letter)
    if not marked.stretches:
        lacking = [finding for finding in report.findings if finding.place is None]
        return None if lacking else f"flaggar inget i ”{example.flag.strip()}”."
    found = tuple((f.place.block, f.place.start, f.place.end) for f in report.findings if f.place is not None)
    if found != marked.stretches:
        return f"flaggar ”{_found(report)}” i ”{example.flag.strip()}”."
    if example.fix is not None:
        fixed = "\n".join(block.text for block in apply_fixes(marked.letter, report))
        wanted = "\n".join(block.text for block in parse(example.fix).letter.blocks)
        if fixed != wanted:
            return f"ger ”{fixed}” men ska ge ”{wanted}”."
    return None


def _found(report: Report) -> str:
    return ", ".join(finding.text or "(något saknas)" for finding in report.findings) or "inget"


def apply_fixes(letter: Letter, report: Report) -> list[Block]:
    """The letter's blocks with each finding's first suggestion in place of its words."""
    texts = [block.text for block in letter.blocks]
    for finding in reversed(report.findings):
        place = finding.place
        if place is not None and finding.suggestions:
            text = texts[place.block]
            texts[place.block] = text[: place.start] + finding.suggestions[0] + text[place.end :]
    return [Block(text, block.role) for text, block in zip(texts, letter.blocks, strict=True)]


def parse(example: str) -> Marked:
    """The example as a letter: each line a block.

    ``# `` stands before a heading, ``- `` before a list item, ``? `` before a prompt that nobody has filled in;
    ``|`` stands around the cells of a table.
    """
    blocks: list[Block] = []
    stretches: list[Stretch] = []
    for line in filter(None, (line.strip() for line in example.splitlines())):
        for text, block in _pieces(line, blocks):
            block.text, marks = _unmarked(text)
            if line.startswith("? "):
                block.marks = (Mark(MarkKind.PLACEHOLDER, 0, len(block.text)),)
            stretches += [(len(blocks), start, end) for start, end in marks]
            blocks.append(block)
    return Marked(Letter("exempel", "text", blocks, []), tuple(stretches))


def _pieces(line: str, before: list[Block]) -> Iterator[tuple[str, Block]]:
    """The texts of a line, still with their marks, and the block for each."""
    if not line.startswith("|"):
        role = _ROLES.get(line[:2])
        yield (line, Block("")) if role is None else (line[2:], Block("", role))
        return
    row = before[-1].cell.row + 1 if before and before[-1].cell else 0
    for column, text in enumerate(line.strip("|").split("|")):
        yield text.strip(), Block("", Role.TABLE_CELL, cell=Cell(0, row, column))


def _unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    text = ""
    marks: list[tuple[int, int]] = []
    opened = 0
    position = 0
    for match in _BRACKETS.finditer(line):
        text += line[position : match.start()]
        position = match.end()
        if len(match[0]) == 2:
            text += match[0][0]
        elif match[0] == "[":
            opened = len(text)
        else:
            marks.append((opened, len(text)))
    return text + line[position:], marks
