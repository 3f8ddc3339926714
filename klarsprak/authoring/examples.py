"""The rules' own examples, run: they are the rules' tests."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from klarsprak.authoring.places import places_of
from klarsprak.checker import Checker
from klarsprak.config.model import Config, ConfigError
from klarsprak.config.swedish_keys import in_english
from klarsprak.editing.fixes import Fix, as_fix, fixes, put_in
from klarsprak.files.errors import FileError
from klarsprak.files.places import Location
from klarsprak.finding import Report
from klarsprak.kinds import Rule
from klarsprak.kinds.example import Example
from klarsprak.letter import Block, Cell, Letter, Mark, MarkKind, Role
from klarsprak.rulebook.packs import Pack

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


def failures(rules: Iterable[Rule], packs: Sequence[Pack] = ()) -> Iterator[str]:
    """One line for each example that doesn't hold, with the rule's name; nothing where all is well.

    Of the rules in ``packs`` the line begins with file, line and column.
    """
    places = {place.rule.name: place for place in places_of(packs)}
    for rule in rules:
        place = places.get(rule.name)
        for way, fault in _faults(rule):
            line = f"{rule.name}: {fault}"
            yield line if place is None else place.fault(way, line)


def _faults(rule: Rule) -> Iterator[tuple[Location, str]]:
    """What is wrong with the rule's examples, one after the other, and the way to it from the rule."""
    if all(example.flag is None for example in rule.examples):
        yield ["examples"], "regeln har inget exempel som ska flaggas."
    checker = Checker(rules=[rule], whole=False)  # nobody asks who signs an example, and looking takes time
    for number, example in enumerate(rule.examples):
        try:
            _try_out(rule, example, checker)
        except _ExampleError as error:
            key = "pass" if example.flag is None else "flag"
            yield ["examples", number, key], str(error)


class _ExampleError(Exception):
    """An example that doesn't hold; the text says in Swedish why."""


def _try_out(rule: Rule, example: Example, checker: Checker) -> None:
    """Raise ``_ExampleError`` if the example doesn't hold; ``checker`` knows this rule alone."""
    _check_filled_in(example)
    if (example.flag is None) == (example.pass_ is None):
        raise _ExampleError("exemplet ska ha antingen flag eller pass.")
    own_checker = _checker_with(example.config, rule) if example.config else checker
    if example.flag is not None:
        _check_flagged(example.flag, example.fix, rule, own_checker)
    if example.pass_ is not None:
        _check_passing(example.pass_, own_checker)


def _check_filled_in(example: Example) -> None:
    """Raise ``_ExampleError`` for an example as ``rules new`` left it: *FYLL I: en mening där …*."""
    for text in (example.flag, example.pass_, example.fix):
        if text and TO_FILL_IN in text:
            what = f"exemplet ”{text.strip()}” är inte ifyllt."
            raise _ExampleError(f"{what} Skriv en mening ur ett brev i stället.")


def _checker_with(config: Mapping[str, Any], rule: Rule) -> Checker:
    """The checker of an example that holds only with a configuration: *signature: [phone]*."""
    try:
        return Checker(Config.model_validate(in_english(config, Config)), [rule], whole=False)
    except (ConfigError, FileError) as error:
        raise _ExampleError(f"exemplets config går inte att använda: {error}") from None


def _check_passing(passing: str, checker: Checker) -> None:
    """Raise ``_ExampleError`` if anything is found in a text that should pass."""
    report = checker.check(parse(passing).letter)
    if report.findings:
        raise _ExampleError(f"flaggar ”{_flagged_texts(report)}” i ”{passing.strip()}”, som ska gå bra.")


def _check_flagged(flagged: str, fix: str | None, rule: Rule, checker: Checker) -> None:
    """Raise ``_ExampleError`` unless exactly the marked words are found, and mending them gives ``fix``."""
    marked = parse(flagged)
    report = checker.check(marked.letter)
    if not marked.stretches and rule.kind in _WITHOUT_WORDS:
        _check_lacking(report, flagged)
        return
    _check_marks(report, marked, flagged)
    if tuple(_stretches(report)) != marked.stretches:
        raise _ExampleError(f"flaggar ”{_flagged_texts(report)}” i ”{flagged.strip()}”.")
    if fix is not None:
        _check_fixed(report, parse(fix))


_WITHOUT_WORDS = ("expect", "signature", "metric")
"""The kinds that find what is missing, or what is wrong with the whole: no words are to blame."""


def _check_marks(report: Report, marked: Marked, flagged: str) -> None:
    """Raise ``_ExampleError`` for an example without brackets of a rule that finds words, with what to write."""
    if marked.stretches:
        return
    found = sorted(_stretches(report), reverse=True)
    lines = [block.text for block in marked.letter.blocks]
    for block, start, end in found:
        lines[block] = f"{lines[block][:start]}[{lines[block][start:end]}]{lines[block][end:]}"
    write = f" Skriv till exempel ”{' '.join(lines)}”." if found else ""
    raise _ExampleError(f"exemplet ”{flagged.strip()}” har inga hakparenteser runt orden som ska flaggas.{write}")


def _check_lacking(report: Report, flagged: str) -> None:
    """Raise ``_ExampleError`` unless something is found to be missing from a text without marked words.

    *Hej!* alone lacks a signature, and no words in it are to blame.
    """
    if all(finding.place is not None for finding in report.findings):
        raise _ExampleError(f"flaggar inget i ”{flagged.strip()}”.")


def _check_fixed(report: Report, wanted: Marked) -> None:
    """Raise ``_ExampleError`` where the suggestions don't make the text that the example shows.

    Nor where they are safe and ``klarsprak fix`` doesn't make it, since it finds a fault of grammar in it.
    """
    fixed = put_in_all(report.texts, filter(None, map(as_fix, report.findings)))
    text = as_text(wanted.letter.blocks)
    if fixed != text:
        raise _ExampleError(f"ger ”{fixed}” men ska ge ”{text}”.")
    if all(finding.safe for finding in report.findings) and put_in_all(report.texts, fixes(report)) != text:
        raise _ExampleError(f"ger ”{fixed}”, men det ser ut som fel svenska: klarsprak fix skriver inte så.")


def as_text(blocks: Iterable[Block]) -> str:
    """The texts of the blocks, a line each."""
    return "\n".join(block.text for block in blocks)


def _stretches(report: Report) -> Iterator[Stretch]:
    """Where the findings' words stand, in order; what is missing from a letter stands nowhere."""
    for finding in report.findings:
        if finding.place is not None:
            yield finding.place.block, finding.place.start, finding.place.end


def _flagged_texts(report: Report) -> str:
    """*erhållit, erhålla*; *inget* where nothing is found."""
    texts = [finding.text or "(något saknas)" for finding in report.findings]
    return ", ".join(texts) or "inget"


def put_in_all(texts: Sequence[str], fixes: Iterable[Fix]) -> str:
    """The texts of the blocks, a line each, with each fix in place of its words; no two fixes overlap."""
    fixed = list(texts)
    for fix in sorted(fixes, reverse=True):
        fixed[fix.block] = put_in(fixed[fix.block], [fix])
    return "\n".join(fixed)


def parse(example: str) -> Marked:
    """The example as a letter: each line a block.

    ``# `` stands before a heading, ``- `` before a list item, ``? `` before a prompt that nobody has filled in;
    ``|`` stands around the cells of a table.
    """
    blocks: list[Block] = []
    stretches: list[Stretch] = []
    for line in filter(None, map(str.strip, example.splitlines())):
        for text, block in _pieces(line, blocks):
            block.text, marks = _unmarked(text)
            if line.startswith("? "):
                block.marks = (Mark(MarkKind.PLACEHOLDER, 0, len(block.text)),)
            stretches += [(len(blocks), start, end) for start, end in marks]
            blocks.append(block)
    return Marked(Letter("exempel", "text", blocks, []), tuple(stretches))


def _pieces(line: str, before: list[Block]) -> Iterator[tuple[str, Block]]:
    """The texts of a line, still with their marks, and the block for each."""
    if line.startswith("|"):
        yield from _cells(line, _row_after(before))
    elif line[:2] in _ROLES:
        yield line[2:], Block("", _ROLES[line[:2]])
    else:
        yield line, Block("")


def _cells(line: str, row: int) -> Iterator[tuple[str, Block]]:
    """The cells of a line between bars: *| Datum | Belopp |*."""
    for column, text in enumerate(line.strip("|").split("|")):
        yield text.strip(), Block("", Role.TABLE_CELL, cell=Cell(0, row, column))


def _row_after(before: Sequence[Block]) -> int:
    """The number of a new row: the next of the table that the blocks end with, or the first of a new one."""
    cell = before[-1].cell if before else None
    return 0 if cell is None else cell.row + 1


def _unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The line without its marks, and from where to where it had them: *Du har [erhållit] det* at 7 to 15.

    ``[[`` is a bracket of the letter's own.
    """
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
