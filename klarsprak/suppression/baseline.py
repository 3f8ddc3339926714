"""Findings that are known already, hidden by rule, words and context, so that an old template stops no letter.

What is filled in (names, numbers, dates, bracketed prompts) is left out of a context, so that a template is known
again when it has become a letter.  No text of a letter is stored: words and contexts are keyed hashes.  The key
(``salt``) lies in the same file, so whoever has the file can test a guess, but can't look hashes up in a table, or
compare two organisations' files.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Literal, NamedTuple, TextIO

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from klarsprak.files.errors import FileError
from klarsprak.files.validation import invalid
from klarsprak.files.yaml import error_at, read_text
from klarsprak.finding import Category, Finding, Report
from klarsprak.letter import Role
from klarsprak.suppression.context import context, words
from klarsprak.version import __version__

SCHEMA: Literal["klarsprak/baseline/1"] = "klarsprak/baseline/1"
ONE_SIDED = 3
"""So many words on one side, the sentence's edge counted, are enough where the other side has changed."""
LONG_BLOCK = 4
"""Blocks with fewer fixed words (dates, names, labels) say nothing of which letter it is."""

Hash = str


class Known(BaseModel):
    """A finding, wherever it stands; all but the rule are hashes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: str
    words: Hash
    before: Hash
    after: Hash


class KnownLetter(BaseModel):
    """What a letter lacks, and the hashes of its blocks, by which it is known again."""

    model_config = ConfigDict(extra="forbid")

    blocks: list[Hash]
    missing: list[str]


class BaselineFile(BaseModel):
    """The file ``klarsprak/baseline/1``."""

    model_config = ConfigDict(extra="forbid")

    schema_: Literal["klarsprak/baseline/1"] = Field(alias="schema")
    version: str = __version__
    salt: str = Field(pattern=r"^[0-9a-f]{32}$")
    known: list[Known] = []
    letters: list[KnownLetter] = []


class _Prints(NamedTuple):
    """A finding's hashes, and whether each side alone is enough to know it by."""

    known: Known
    before_is_enough: bool
    after_is_enough: bool

    def same(self, other: Known) -> bool:
        before, after = self.known.before == other.before, self.known.after == other.after
        return (before and (after or self.before_is_enough)) or (after and self.after_is_enough)


class Baseline:
    """Known findings: filled with ``add``, asked with ``hide``."""

    def __init__(self, salt: str | None = None) -> None:
        self._file = BaselineFile(schema=SCHEMA, salt=salt or secrets.token_hex(16))
        self._by_words: dict[tuple[str, Hash], list[Known]] = {}
        self._met: set[Known] = set()
        self._met_missing: set[tuple[int, str]] = set()

    @property
    def salt(self) -> str:
        """The key of the hashes."""
        return self._file.salt

    def __len__(self) -> int:
        return len(self._file.known) + sum(len(letter.missing) for letter in self._file.letters)

    def add(self, report: Report) -> int:
        """Know the letter's findings from now on, all but those on what a template leaves to be filled in.

        Returns how many those are.
        """
        findings = [finding for finding in report.findings if finding.category not in _to_be_filled_in(report)]
        for finding in findings:
            if finding.place is not None:
                self._know(self._prints(finding, report).known)
        missing = sorted({finding.rule for finding in findings if finding.place is None})
        blocks = sorted(self._blocks(report))
        if missing and blocks:
            letter = KnownLetter(blocks=blocks, missing=missing)
            if letter not in self._file.letters:
                self._file.letters.append(letter)
        return len(report.findings) - len(findings)

    def hide(self, report: Report) -> None:
        """Take the known findings out of the report, which keeps their number."""
        blocks = self._blocks(report) if self._file.letters else set()
        left = [finding for finding in report.findings if not self._knows(finding, report, blocks)]
        report.known += len(report.findings) - len(left)
        report.findings = left

    def prune(self) -> int:
        """Forget what no letter has had since the file was read; returns how many findings that were."""
        before = len(self)
        self._file.known = [known for known in self._file.known if known in self._met]
        for index, letter in enumerate(self._file.letters):
            letter.missing = [rule for rule in letter.missing if (index, rule) in self._met_missing]
        self._file.letters = [letter for letter in self._file.letters if letter.missing]
        return before - len(self)

    def write(self, stream: TextIO) -> None:
        """Write the file, in an order that doesn't depend on that of the letters."""
        self._file.known.sort(key=lambda known: tuple(known.model_dump().values()))
        self._file.letters.sort(key=lambda letter: letter.blocks)
        json.dump(self._file.model_dump(by_alias=True), stream, ensure_ascii=False, indent=1)
        stream.write("\n")

    def _know(self, known: Known) -> None:
        alike = self._by_words.setdefault((known.rule, known.words), [])
        if known not in alike:
            alike.append(known)
            self._file.known.append(known)

    def _knows(self, finding: Finding, report: Report, blocks: set[Hash]) -> bool:
        if finding.place is None:
            return self._knows_missing(finding.rule, blocks)
        prints = self._prints(finding, report)
        alike = self._by_words.get((prints.known.rule, prints.known.words), ())
        same = [known for known in alike if prints.same(known)]
        self._met.update(same)
        return bool(same)

    def _knows_missing(self, rule: str, blocks: set[Hash]) -> bool:
        """Whether a letter of which at least half is the same lacked the same thing."""
        found = [
            (index, rule)
            for index, letter in enumerate(self._file.letters)
            if rule in letter.missing and 2 * len(blocks & set(letter.blocks)) >= max(len(blocks), len(letter.blocks))
        ]
        self._met_missing.update(found)
        return bool(found)

    def _prints(self, finding: Finding, report: Report) -> _Prints:
        assert finding.place is not None
        found = context(report, finding.place)
        known = Known(
            rule=finding.rule,
            words=self._hash("words", found.words),
            before=self._hash("before", found.before),
            after=self._hash("after", found.after),
        )
        return _Prints(known, len(found.before) >= ONE_SIDED, len(found.after) >= ONE_SIDED)

    def _blocks(self, report: Report) -> set[Hash]:
        own = zip(report.texts, report.roles, strict=True)
        every = [fixed for text, role in own if role is not Role.QUOTED and (fixed := words(text))]
        long = [fixed for fixed in every if len(fixed) >= LONG_BLOCK]
        return {self._hash("block", fixed) for fixed in long or every}

    def _hash(self, what: str, parts: Sequence[str]) -> Hash:
        text = "\0".join((what, *parts))
        return blake2b(text.encode(), digest_size=8, key=self.salt.encode()).hexdigest()

    @classmethod
    def of(cls, file: BaselineFile, new_names: Mapping[str, str]) -> Baseline:
        """The findings in a file; ``new_names`` tells what rules are called that had another name."""
        made = cls(file.salt)
        for known in file.known:
            made._know(known.model_copy(update={"rule": new_names.get(known.rule, known.rule)}))
        for letter in file.letters:
            letter.missing = [new_names.get(rule, rule) for rule in letter.missing]
        made._file.letters = file.letters
        return made


def _to_be_filled_in(report: Report) -> set[Category]:
    """The categories of what must never be taken for known: empty fields, and the signature of a letter with such."""
    has_fields = any(finding.category is Category.MALLREST for finding in report.findings)
    return {Category.MALLREST, Category.SIGNATUR} if has_fields else set()


def load(path: Path, new_names: Mapping[str, str] | None = None) -> Baseline:
    """The file's findings; raises ``FileError`` with line and column."""
    try:
        data = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise FileError(f"{path}:{error.lineno}:{error.colno}: {_BROKEN}") from None
    if not isinstance(data, dict) or "schema" not in data:
        raise FileError(f"{path}:1:1: {_BROKEN}")
    if data["schema"] != SCHEMA:
        raise error_at(path, ["schema"], f"”{data['schema']}” är en version som programmet inte läser. {_AGAIN}")
    try:
        return Baseline.of(BaselineFile.model_validate(data), new_names or {})
    except ValidationError as error:
        raise invalid(path, error, BaselineFile) from None


_AGAIN = "Skriv en ny med klarsprak baseline."
_BROKEN = f"filen är ingen lista över kända anmärkningar. {_AGAIN}"
