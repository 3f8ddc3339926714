"""An archive to measure audits on: the letters of corpora/ again and again, with other words, names and numbers.

    python -m bench.archive FOLDER LETTERS

A word gives place to another one of the corpora that ends alike, so that texts stay much like Swedish.  PDF files
keep their words, and differ in a comment.
"""

from __future__ import annotations

import random
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
UNITS = ("Socialförvaltningen", "Byggnadsnämnden", "Miljökontoret", "Utbildningsförvaltningen", "Kommunkansliet")
CHANGED = 0.08
"""Share of the longer words that are changed."""
_FIRST = date(2019, 1, 1)
_DAYS = 6 * 365
_WORD = re.compile(r"\b[a-zåäö]{5,}\b")
_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
_SPELT = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(_MONTHS)}) (?:19|20)\d\d\b")
_UNIT = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]+(?:förvaltningen|nämnden|kontoret|kansliet)\b")
_RUN = re.compile(rb"(<w:t[ >][^<]*)")


class Words:
    """Puts other words into a text."""

    def __init__(self, texts: list[str], chance: random.Random) -> None:
        self._chance = chance
        alike: defaultdict[str, set[str]] = defaultdict(set)
        for text in texts:
            for word in _WORD.findall(text):
                alike[word[-3:]].add(word)
        self._alike = {ending: sorted(words) for ending, words in alike.items()}

    def varied(self, text: str, day: date) -> str:
        """The text with other words, dated that day."""
        text = _SPELT.sub(f"{day.day} {_MONTHS[day.month - 1]} {day.year}", _DATE.sub(day.isoformat(), text))
        unit = self._chance.choice(UNITS)
        return _WORD.sub(self._other, _UNIT.sub(unit, text))

    def _other(self, match: re.Match[str]) -> str:
        word = match[0]
        if self._chance.random() >= CHANGED:
            return word
        return self._chance.choice(self._alike.get(word[-3:]) or [word])


Make = Callable[[date, int], bytes]


def make(folder: Path, letters: int, seed: int = 1) -> None:
    """Write the archive: a folder for each month, the same for the same seed."""
    chance = random.Random(seed)
    makers = list(_makers(Words(_texts(), chance)))
    for number in range(letters):
        day = _FIRST + timedelta(days=chance.randrange(_DAYS))
        name, make_one = chance.choice(makers)
        within = folder / f"{day.year}" / f"{day.month:02}"
        within.mkdir(parents=True, exist_ok=True)
        (within / f"{number:07}-{name}").write_bytes(make_one(day, number))


def _texts() -> list[str]:
    return [path.read_text("utf-8", "ignore") for path in sorted(LETTERS.glob("*.txt"))]


def _makers(words: Words) -> Iterator[tuple[str, Make]]:
    for path in sorted(LETTERS.iterdir()):
        data = path.read_bytes()
        if path.suffix == ".docx":
            yield path.name, partial(_docx, words, data)
        elif path.suffix == ".pdf":
            yield path.name, partial(_pdf, data)
        elif path.suffix in (".txt", ".eml"):
            yield path.name, partial(_text, words, data)


def _text(words: Words, data: bytes, day: date, number: int) -> bytes:
    try:
        return f"{words.varied(data.decode(), day)}\nÄrende {number}\n".encode()
    except UnicodeDecodeError:
        return data + f"\nNr {number}\n".encode("ascii")


def _pdf(data: bytes, day: date, number: int) -> bytes:
    return data + f"\n% {day} {number}\n".encode()


def _docx(words: Words, data: bytes, day: date, number: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "word/document.xml":
                content = _RUN.sub(lambda match: words.varied(match[1].decode(), day).encode(), content)
                content += f"<!-- {number} -->".encode()
            new.writestr(part, content)
    return out.getvalue()


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
