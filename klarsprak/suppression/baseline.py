"""Findings that are known already, hidden by rule, words and context, so that an old template stops no letter.

What is filled in (names, numbers, dates, bracketed prompts) is left out of a context, so that a template is known
again when it has become a letter.  No text of a letter is stored: words and contexts are keyed hashes.  The key
(``salt``) lies in the same file, so whoever has the file can test a guess, but can't look hashes up in a table, or
compare two organisations' files.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, TextIO

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from klarsprak.files.errors import FileError
from klarsprak.files.invalid import Source, invalid
from klarsprak.files.places import error_at
from klarsprak.files.yaml import read_text
from klarsprak.finding import Category, Finding, Report
from klarsprak.suppression.fingerprints import Fingerprints, Hash, KnownFinding
from klarsprak.version import __version__

SCHEMA: Literal["klarsprak/baseline/1"] = "klarsprak/baseline/1"


class KnownLetter(BaseModel):
    """What a letter lacks, and the hashes of its blocks, by which it is known again."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    blocks: list[Hash]
    missing: list[str]

    def is_like(self, blocks: set[Hash]) -> bool:
        """Whether at least half of the blocks, of the letter that has more of them, are the same."""
        same = len(blocks.intersection(self.blocks))
        return 2 * same >= max(len(blocks), len(self.blocks))


class BaselineFile(BaseModel):
    """The file ``klarsprak/baseline/1``."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    schema_: Literal["klarsprak/baseline/1"] = Field(alias="schema")
    version: str = __version__
    salt: str = Field(pattern=r"^[0-9a-f]{32}$")
    known: list[KnownFinding] = []
    letters: list[KnownLetter] = []


class Baseline:
    """Known findings: filled with ``add``, asked with ``hide``."""

    def __init__(self, salt: str | None = None) -> None:
        self._file = BaselineFile(schema=SCHEMA, salt=salt or secrets.token_hex(16))
        self._fingerprints = Fingerprints(self._file.salt)
        self._by_words: dict[tuple[str, Hash], list[KnownFinding]] = {}
        self._met: set[KnownFinding] = set()
        self._met_missing: set[tuple[int, str]] = set()

    @classmethod
    def of(cls, file: BaselineFile, new_names: Mapping[str, str]) -> Baseline:
        """The findings in a file; ``new_names`` tells what rules are called that had another name."""
        made = cls(file.salt)
        for known in file.known:
            rule = new_names.get(known.rule, known.rule)
            made._know(known.model_copy(update={"rule": rule}))
        for letter in file.letters:
            letter.missing = [new_names.get(rule, rule) for rule in letter.missing]
        made._file.letters = file.letters
        return made

    @property
    def salt(self) -> str:
        """The key of the hashes."""
        return self._file.salt

    def __len__(self) -> int:
        """How many findings are known, what letters lack counted once for each letter."""
        missing = sum(len(letter.missing) for letter in self._file.letters)
        return len(self._file.known) + missing

    def add(self, report: Report) -> int:
        """Know the letter's findings from now on, all but those on what a template leaves to be filled in.

        Returns how many those are.
        """
        to_be_filled_in = _to_be_filled_in(report)
        findings = [finding for finding in report.findings if finding.category not in to_be_filled_in]
        missing = set()
        for finding in findings:
            if finding.place is None:
                missing.add(finding.rule)
            else:
                self._know(self._fingerprints.of_finding(finding, finding.place, report).known)
        self._know_missing(sorted(missing), report)
        return len(report.findings) - len(findings)

    def _know(self, known: KnownFinding) -> None:
        """Know a finding from now on, once."""
        alike = self._by_words.setdefault((known.rule, known.words), [])
        if known not in alike:
            alike.append(known)
            self._file.known.append(known)

    def _know_missing(self, missing: list[str], report: Report) -> None:
        """Know from now on what a letter lacks, if it has blocks by which it can be known again."""
        blocks = sorted(self._fingerprints.of_blocks(report))
        if not missing or not blocks:
            return
        # Letters from one template lack the same, and have one entry if nothing but what is filled in differs.
        letter = KnownLetter(blocks=blocks, missing=missing)
        if letter not in self._file.letters:
            self._file.letters.append(letter)

    def hide(self, report: Report) -> None:
        """Take the known findings out of the report, which keeps their number."""
        blocks = set()
        if self._file.letters:
            blocks = self._fingerprints.of_blocks(report)
        left = [finding for finding in report.findings if not self._knows(finding, report, blocks)]
        report.known += len(report.findings) - len(left)
        report.findings = left

    def _knows(self, finding: Finding, report: Report, blocks: set[Hash]) -> bool:
        """Whether the finding is known; what it is known by is met from now on."""
        if finding.place is None:
            return self._knows_missing(finding.rule, blocks)
        fingerprint = self._fingerprints.of_finding(finding, finding.place, report)
        alike = self._by_words.get((finding.rule, fingerprint.known.words), ())
        same = list(filter(fingerprint.is_of, alike))
        self._met.update(same)
        return bool(same)

    def _knows_missing(self, rule: str, blocks: set[Hash]) -> bool:
        """Whether a letter of which at least half is the same lacked the same thing.

        All such letters are met, so that none of them is pruned.
        """
        is_known = False
        for index, letter in enumerate(self._file.letters):
            if rule in letter.missing and letter.is_like(blocks):
                self._met_missing.add((index, rule))
                is_known = True
        return is_known

    def prune(self) -> int:
        """Forget what no letter has had since the file was read; returns how many findings that were."""
        before = len(self)
        self._file.known = list(filter(self._met.__contains__, self._file.known))
        for index, letter in enumerate(self._file.letters):
            self._prune_letter(index, letter)
        self._file.letters = list(filter(attrgetter("missing"), self._file.letters))
        return before - len(self)

    def _prune_letter(self, index: int, letter: KnownLetter) -> None:
        """Forget what no letter like this one has lacked; ``index`` is its place in the file."""
        letter.missing = [rule for rule in letter.missing if (index, rule) in self._met_missing]

    def write(self, stream: TextIO) -> None:
        """Write the file, in an order that doesn't depend on that of the letters."""
        self._file.known.sort(key=lambda known: tuple(known.model_dump().values()))
        self._file.letters.sort(key=attrgetter("blocks"))
        json.dump(self._file.model_dump(by_alias=True), stream, ensure_ascii=False, indent=1)
        stream.write("\n")


def _to_be_filled_in(report: Report) -> set[Category]:
    """The categories of what must never be taken for known.

    Those are empty fields, and the signature of a letter that has some: whoever writes it fills them in.
    """
    categories = {finding.category for finding in report.findings}
    if Category.MALLREST not in categories:
        return set()
    return {Category.MALLREST, Category.SIGNATUR}


def load(path: Path, new_names: Mapping[str, str] | None = None) -> Baseline:
    """The file's findings; raises ``FileError`` with line and column."""
    data = _read_json(path)
    schema = data["schema"]
    if schema != SCHEMA:
        raise error_at(path, ["schema"], f"”{schema}” är en version som programmet inte läser. {_AGAIN}")
    try:
        return Baseline.of(BaselineFile.model_validate(data), new_names or {})
    except ValidationError as error:
        raise invalid(error, Source(path, BaselineFile)) from None


def _read_json(path: Path) -> dict[str, Any]:
    """The file's keys, ``schema`` among them.

    Raises ``FileError`` for a file that is no JSON, or some other JSON.
    """
    try:
        data = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise FileError(f"{path}:{error.lineno}:{error.colno}: {_BROKEN}") from None
    if not isinstance(data, dict) or "schema" not in data:
        raise FileError(f"{path}:1:1: {_BROKEN}")
    return data


_AGAIN = "Skriv en ny med klarsprak baseline."
_BROKEN = f"filen är ingen lista över kända anmärkningar. {_AGAIN}"
