"""Reading treebanks: CoNLL-U for words and trees, IOB2 for names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Word:
    """A token of a treebank; ``head`` counts from 0 within the sentence, a root is its own head."""

    form: str
    lemma: str
    pos: str
    feats: str
    head: int | None = None
    deprel: str = ""
    space_after: bool = True
    name: str = "O"


@dataclass
class Sentence:
    """A sentence with its identity and whether a paragraph starts with it."""

    id: str
    words: list[Word] = field(default_factory=list)
    new_paragraph: bool = False


def _word(columns: list[str]) -> Word:
    head = int(columns[6]) - 1 if columns[6] != "_" else None
    if head == -1:
        head = int(columns[0]) - 1
    feats = "" if columns[5] == "_" else columns[5]
    misc = dict(item.split("=", 1) for item in columns[9].split("|") if "=" in item)
    return Word(
        columns[1],
        columns[2],
        columns[3],
        feats,
        head,
        columns[7],
        space_after="SpaceAfter" not in misc,
        name=misc.get("Name", "O"),
    )


def read(path: Path) -> Iterator[Sentence]:  # noqa: C901 - a branch for each sort of line of the format
    """The sentences of a CoNLL-U file; ranges and empty nodes are left out."""
    sentence = Sentence("")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(("# newpar", "# newdoc")):
            sentence.new_paragraph = True
        elif line.startswith("# sent_id = "):
            sentence.id = line.removeprefix("# sent_id = ")
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                sentence.words.append(_word(columns))
        elif not line and sentence.words:
            yield sentence
            sentence = Sentence("")
    if sentence.words:
        yield sentence


def add_names(sentences: list[Sentence], path: Path) -> None:
    """Put the names of an IOB2 file on those of ``sentences`` that have the same tokens in it."""
    names: dict[tuple[str, ...], list[str]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        names[tuple(row[1] for row in rows)] = [
            row[2] if row[2][2:] in {"PER", "LOC", "ORG"} else "O" for row in rows
        ]
    for sentence in sentences:
        found = names.get(tuple(word.form for word in sentence.words), [])
        for word, name in zip(sentence.words, found, strict=False):
            word.name = name
