"""Check the gold annotations: ``python -m corpora.check_gold``.  README.md here tells their format.

``load`` and ``places`` are for whoever scores a checker against them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from klarsprak.finding import SIGNATURE_PARTS, Category
from klarsprak.letter import Letter, Role
from klarsprak.readers import read_file

LETTERS = Path(__file__).parent / "letters"
ERRORS = Path(__file__).parent / "errors"
"""Letters whose gold tells of spelling and grammar alone."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""In C where it is there: it reads the same, ten times as fast, and every run of the tests reads all gold."""
_KEYS = {"letter", "split", "era", "model", "type", "must", "may", "signature"}
_CHOICES: dict[str, set[Any]] = {"split": {"dev", "test"}, "era": {"modern", "old"}, "model": {True, False}}


class Span(NamedTuple):
    """Words of a letter: code points ``start`` to ``end`` of the block with that number."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that must or may be made; ``text`` is "" for something that is missing, which ``what`` names.

    ``right`` is what should stand in place of the text, where one answer is the right one: *ett kvitto*.
    """

    category: str
    text: str
    occurrence: int | None = None
    what: str | None = None
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A letter attached to an e-mail; an ``appendix`` is no letter of its own and needs no signature."""

    letter: str
    appendix: bool
    must: tuple[Entry, ...]
    may: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """What a fair reviewer says of one letter."""

    path: Path
    split: str
    era: str
    model: bool
    type: str
    must: tuple[Entry, ...]
    may: tuple[Entry, ...]
    signature: dict[str, str | None]
    attachments: tuple[Attachment, ...] = ()

    def letters(self) -> dict[str, Letter]:
        """The letter and its attachments as the readers see them, by the names that the gold gives them."""
        read = list(read_file(self.path, self.path.name))
        for letter in read:
            if not isinstance(letter, Letter):
                raise ValueError(f"{letter.source}: {letter.reason}")
        return {letter.source: letter for letter in read if isinstance(letter, Letter)}


def load(path: Path) -> Gold:
    """The gold file at ``path``; raises ``ValueError`` where it has not the form that README.md describes."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), _LOADER)
    attachments = data.pop("attachments", [])
    if set(data) != _KEYS:
        raise ValueError(f"{path.name}: keys that are missing or too many: {sorted(set(data) ^ _KEYS)}")
    for key, allowed in _CHOICES.items():
        if data[key] not in allowed:
            raise ValueError(f"{path.name}: {key}: {data[key]!r} is none of {sorted(allowed)}")
    if tuple(data["signature"]) != SIGNATURE_PARTS:
        raise ValueError(f"{path.name}: signature must hold {', '.join(SIGNATURE_PARTS)}")
    rest = {key: data[key] for key in ("split", "era", "model", "type", "signature")}
    return Gold(
        path=path.with_name(data["letter"]),
        must=_entries(path, data["must"]),
        may=_entries(path, data["may"]),
        attachments=tuple(
            Attachment(
                letter=item["letter"],
                appendix=item.get("appendix", False),
                must=_entries(path, item["must"]),
                may=_entries(path, item["may"]),
            )
            for item in attachments
        ),
        **rest,
    )


def _entries(path: Path, items: list[dict[str, Any]]) -> tuple[Entry, ...]:
    return tuple(_entry(path, item) for item in items)


def _entry(path: Path, item: dict[str, Any]) -> Entry:
    try:
        entry = Entry(**item)
        Category(entry.category)
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path.name}: {item}: {error}") from None
    if bool(entry.text) == bool(entry.what):
        raise ValueError(f"{path.name}: {item}: give a text, or an empty text and what is missing")
    return entry


def load_all(folder: Path = LETTERS) -> list[Gold]:
    """All gold files of a folder, by name."""
    return [load(path) for path in sorted(folder.glob("*.gold.yml"))]


def places(entry: Entry, letter: Letter) -> list[Span]:
    """Where the entry's words stand as whole words, in reading order; only the one that its occurrence names."""
    before, after = (r"(?<!\w)" if entry.text[0].isalnum() else ""), (r"(?!\w)" if entry.text[-1].isalnum() else "")
    pattern = re.compile(before + r"\s+".join(map(re.escape, entry.text.split())) + after)
    spans = [
        Span(number, match.start(), match.end())
        for number, block in enumerate(letter.blocks)
        if block.role is not Role.QUOTED
        for match in pattern.finditer(block.text)
    ]
    return spans if entry.occurrence is None else spans[entry.occurrence - 1 : entry.occurrence]


def faults(gold: Gold) -> Iterator[str]:
    """What is wrong with the annotations of one letter, one line each."""
    if not gold.path.exists():
        yield "the letter does not exist"
        return
    if gold.model and (gold.must or gold.may):
        yield "a model letter has nothing to flag"
    letters = gold.letters()
    yield from _entry_faults(gold.must, gold.may, letters[gold.path.name])
    yield from _signature_faults(gold, letters[gold.path.name])
    for attachment in gold.attachments:
        if attachment.letter in letters:
            yield from _entry_faults(attachment.must, attachment.may, letters[attachment.letter])
        else:
            yield f"no attachment {attachment.letter}"


def _entry_faults(must: tuple[Entry, ...], may: tuple[Entry, ...], letter: Letter) -> Iterator[str]:
    for entry, count in Counter(must + may).items():
        if count > 1:
            yield f"given twice: {entry}"
        if not entry.text:
            continue
        found = len(places(entry, letter))
        if not found:
            yield f"not in the letter: {entry}"
        elif found > 1 and entry in must:
            yield f"stands {found} times, say which: {entry}"


def _signature_faults(gold: Gold, letter: Letter) -> Iterator[str]:
    words = " ".join(block.text for block in letter.blocks if block.role is not Role.QUOTED)
    missing = {entry.what for entry in gold.must + gold.may if entry.category == "signatur"}
    demanded = {entry.what for entry in gold.must if entry.category == "signatur" and entry.what}
    for part, value in gold.signature.items():
        if value is None and part not in missing:
            yield f"signature: {part} is missing, but no entry says so"
        if value is not None and part in demanded:
            yield f"signature: {part} is given, but must be reported as missing"
        yield from (f"signature: {part}: {word} is not in the letter" for word in _words(value) - _words(words))


def _words(text: str | None) -> set[str]:
    return set(re.findall(r"\w+", (text or "").casefold()))


def without_gold(folder: Path = LETTERS) -> list[str]:
    """Names of letters that have no gold file."""
    named = {gold.path.name for gold in load_all(folder)}
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".yml" and path.name not in named)


def main() -> int:
    """Print every fault; 1 where there is one."""
    every = [gold for folder in (LETTERS, ERRORS) for gold in load_all(folder)]
    lines = [f"{gold.path.name}: {fault}" for gold in every for fault in faults(gold)]
    lines += [f"{name}: no gold file" for folder in (LETTERS, ERRORS) for name in without_gold(folder)]
    print("\n".join(lines) or f"{len(every)} letters, no faults")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main())
