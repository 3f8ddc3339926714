"""Archives of small letters, and ledgers that hold what a test wants."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from klarsprak.audit.ledger import ledger
from klarsprak.audit.ledger.ledger import Seen
from klarsprak.audit.letter.results import Facts, FoundThing, LetterResult
from klarsprak.audit.version import Version
from klarsprak.cli import run

PACK = """\
pack: prov
category: kanslisvenska
level: warning
kind: replace
why: Ordet är svårt.
message: ”{text}” är svårt.
rules:
  - id: erhålla
    words: erhålla
    pos: VERB
    instead: [få]
    examples: [{flag: "Du har [erhållit] svar.", fix: "Du har fått svar."}]
"""
UNTAGGED = PACK.replace("    pos: VERB\n", "").replace("words: erhålla", "words: erhållit")
"""The same by form: it needs no tagging, which takes most of an audit's time."""
MORE = """\
  - id: jämväl
    words: jämväl
    instead: [också]
    examples: [{flag: "Det gäller [jämväl] dig."}]
"""
VERSION = Version("1", "a", "x")


def save(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def letter(number: int, length: int = 1) -> str:
    sentences = f"Du har erhållit svar {number}. Det gäller jämväl hemliga Hulda. " * (number % 3 + 1)
    return f"Hej!\n\n{sentences * length}\n"


def audit(*arguments: str) -> int:
    return run(["audit", "run", "arkiv", "--jobs", "1", *arguments])


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    """The letters of the ledger, or with ``--rows findings`` its findings; what isn't known is empty."""
    capsys.readouterr()
    assert run(["audit", "report", "audit.sqlite", "--format", "json", *arguments]) == 0
    letters = json.loads(capsys.readouterr().out)["letters"]
    if "findings" in arguments:
        return [as_texts(found) for each in letters for found in each["findings"]]
    return [as_texts(each | {"warnings": each["levels"]["warning"]}) for each in letters]


def as_texts(row: dict[str, object]) -> dict[str, str]:
    return {key: "" if value is None else str(value) for key, value in row.items()}


def content(path: str = "audit.sqlite") -> dict[str, list[tuple[object, ...]]]:
    """All that the ledger says of the archive, whatever the order of work."""
    queries = {
        "source": "SELECT source.name, hex(hash), error, record_date, case_number, record_unit, record_type"
        " FROM source LEFT JOIN content ON content = content.id",
        "content": "SELECT hex(hash), program, rules, config FROM content JOIN version ON version.id = version",
        "letter": "SELECT hex(hash), part, format, error, words, notes, name, title, unit, address, phone, metrics,"
        " date, unit_name, types, lengths, hex(template) FROM letter JOIN content ON content = content.id",
        "finding": "SELECT hex(hash), rule.name, rule.level, block, role, start, end, page, line, text FROM finding"
        " JOIN rule ON rule = rule.id JOIN letter ON letter = letter.id JOIN content ON content = content.id",
        "citation": "SELECT hex(hash), cited, sfs, chapter, section FROM citation JOIN place ON place = place.id"
        " JOIN letter ON letter = letter.id JOIN content ON content = content.id",
    }
    with closing(sqlite3.connect(path)) as database:
        return {table: sorted(database.execute(query), key=repr) for table, query in queries.items()}


@contextmanager
def filled(path: str = "audit.sqlite", version: Version = VERSION, first: int = 0) -> Iterator[Book]:
    """A ledger to put results into, without any letters being read; ``first`` numbers the first letter."""
    with ledger.writing(Path(path), version) as book:
        yield Book(book, first)
        book.end()


class Book:
    """Puts made-up letters into a ledger."""

    def __init__(self, book: ledger.Ledger, first: int) -> None:
        self._book = book
        self._number = first
        self._last: int | None = None

    def put(
        self,
        *rules: str,
        name: str = "",
        error: str | None = None,
        lix: float = 40,
        words: int = 100,
        **facts: object,
    ) -> None:
        """A letter in which those rules found something; ``rule!`` is an error."""
        self._number += 1
        found = tuple(FoundThing(rule.rstrip("!"), "kanslisvenska", 3 if rule.endswith("!") else 2) for rule in rules)
        result = LetterResult(
            "text",
            error,
            words=words,
            signature=(True, True, True, True, False),
            metrics={"lix": lix},
            findings=found,
            facts=Facts(**facts),  # type: ignore[arg-type]
        )
        self._last = self._book.add(self._number.to_bytes(4, "big"), (result,))
        self._book.see(Seen(name or f"/arkiv/{self._number}.txt"), self._last)

    def copy(self, name: str) -> None:
        """Another file with the content of the last letter."""
        self._book.see(Seen(name), self._last)
