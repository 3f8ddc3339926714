"""Reads a folder of statute texts for the register; the handbook's page *lagar.md* describes their format."""

from __future__ import annotations

from pathlib import Path

from klarsprak.files.errors import FileError, why_no_folder
from klarsprak.files.yaml import read_text
from klarsprak.laws.imported import ImportedAct
from klarsprak.laws.statute_head import read_head
from klarsprak.laws.statute_text import read_chapters
from klarsprak.laws.titles import as_name

SUFFIXES = (".md", ".txt")


def read_folder(folder: Path) -> list[ImportedAct]:
    """The acts of every text in the folder and its subfolders; raises ``FileError`` for the first that is wrong."""
    read_from: dict[str, Path] = {}
    acts = []
    for path in _statute_files(folder):
        act = read_statute(path)
        if act.sfs in read_from:
            raise FileError(f"{path}: {act.sfs} finns också i {read_from[act.sfs]}. Ta bort den ena.")
        read_from[act.sfs] = path
        acts.append(act)
    return acts


def _statute_files(folder: Path) -> list[Path]:
    """The files with a statute's text, in order; raises ``FileError`` where there are none."""
    if not folder.is_dir():
        raise FileError(f"{folder}: {why_no_folder(folder)}")
    paths = sorted(filter(_is_statute, folder.rglob("*")))
    if not paths:
        raise FileError(f"{folder}: mappen har inga lagtexter. De ska sluta på {' eller '.join(SUFFIXES)}.")
    return paths


def _is_statute(path: Path) -> bool:
    """Whether it is a file whose name ends as those with statutes do: *lekparker.md*."""
    return path.suffix in SUFFIXES and path.is_file()


def read_statute(path: Path) -> ImportedAct:
    """The act in a file; raises ``FileError`` with the line and what is wrong."""
    head, text = read_head(path, read_text(path).splitlines())
    return ImportedAct(
        head.number,
        as_name(head.title),
        head.repealed is not None,
        head.replaced_by or "",
        head.repealed,
        read_chapters(text),
        head.last_amendment,
    )
