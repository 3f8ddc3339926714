"""Makes small RTF files of what a test is about, and shows what is read of them."""

from __future__ import annotations

from klarsprak.letter import Letter
from klarsprak.readers import rtf

HEAD = r"\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}}"
Shown = list[tuple[object, ...]]


def made(body: str, head: str = HEAD) -> bytes:
    """A file; signs outside ASCII stand in it as bytes of Windows-1252."""
    return f"{{{head}\n{body}}}".encode("cp1252")


def read(body: str, head: str = HEAD) -> Letter:
    return rtf.read(made(body, head), "brev.rtf")


def texts(body: str, head: str = HEAD) -> list[str]:
    return [block.text for block in read(body, head).blocks]


def shown(letter: Letter) -> Shown:
    """Role and text of each block; of a cell also table, row and column."""
    return [
        (str(block.role), block.text) if block.cell is None else (str(block.role), block.text, *block.cell)
        for block in letter.blocks
    ]
