"""Makes Word documents, and says what their comments and changes are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from klarsprak.checker import Checker
from klarsprak.editing.word.comments import annotate
from klarsprak.finding import Report
from klarsprak.kinds import Rule
from klarsprak.readers import docx
from klarsprak.readers.docx.markup import Element, W
from klarsprak.readers.docx.text import clean
from tests.readers.docx.conftest import Docx
from tests.support import rules

WHEN = datetime(2026, 3, 2, 9, 30)
CORPORA = Path(__file__).parents[2] / "corpora" / "letters"
RULES = """\
- {id: erhålla, words: erhålla, pos: VERB, instead: få, examples: [{flag: x, fix: y}]}
- {id: ej, words: ej, instead: inte, examples: [{flag: x, fix: y}]}
- {id: avsända, words: avsända, pos: VERB, instead: [skicka, sända], examples: [{flag: x, fix: y}]}
- {id: f-n, kind: abbreviation, words: f.n., long: för närvarande, message: Skriv ut., examples: [{flag: x, fix: y}]}
- {id: åtgärd, words: vidtagen åtgärd, instead: åtgärd, examples: [{flag: x, fix: y}]}
- {id: hej, kind: regex, regex: "[Tt]jena", level: error, message: Nej., examples: [{flag: x}]}
"""


class Word(Docx):
    """Makes documents, checks them with a few rules and annotates them."""

    def __init__(self, rules: list[Rule]) -> None:
        self.checker = Checker(rules=rules)

    def file(self, body: str, **inner: str) -> bytes:
        """A document, content types and all."""
        parts = self.parts(body, inner)
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        names = {"document": f"{kind}.document.main+xml"} | {
            name: f"{kind}.{name.rstrip('0123456789')}+xml" for name in inner
        }
        overrides = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{type_}"/>' for name, type_ in names.items()
        )
        parts["[Content_Types].xml"] = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ).encode()
        return self.zip(parts)

    def section(self, *references: str) -> str:
        """The body's last element, with references such as ``footer1``."""
        inner = "".join(
            f'<w:{name.rstrip("0123456789")}Reference w:type="default" r:id="{name}"/>' for name in references
        )
        return f"<w:sectPr>{inner}</w:sectPr>"

    def check(self, data: bytes) -> Report:
        return self.checker.check(docx.read(data, "brev.docx"))

    def annotate(self, data: bytes) -> bytes:
        return annotate(data, self.check(data), WHEN)

    def annotated(self, *paragraphs: str, **inner: str) -> Commented:
        """A document of these paragraphs, annotated."""
        return Commented(self.annotate(self.file("".join(paragraphs), **inner)))


class Commented:
    """The comments of a document."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document = part(data, "word/document.xml")
        self.comments = part(data, "word/comments.xml")

    @property
    def texts(self) -> dict[str, str]:
        """What each comment says, by its number."""
        return {
            comment.get(W + "id", ""): "\n".join(
                "".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in comment.iter(W + "p")
            )
            for comment in self.comments.iter(W + "comment")
        }

    @property
    def words(self) -> list[str]:
        """The words that comments stand at, in the order of the text."""
        return [words for _, words in self.placed if words]

    @property
    def placed(self) -> list[tuple[str, str]]:
        """What each comment says, and the words that it stands at."""
        texts = self.texts
        return [(texts[identity], words) for identity, words in self._ranges()]

    def _ranges(self) -> Iterator[tuple[str, str]]:
        open_: dict[str, str] = {}
        done: dict[str, str] = {}
        for element in self.document.iter(W + "*"):
            identity = element.get(W + "id", "")
            if element.tag == W + "commentRangeStart":
                open_[identity] = ""
                done[identity] = ""
            elif element.tag == W + "commentRangeEnd":
                done[identity] = open_.pop(identity)
            elif element.tag == W + "commentReference":
                done.setdefault(identity, "")
            elif element.tag == W + "t":
                open_ = {key: words + clean(element.text or "") for key, words in open_.items()}
        yield from done.items()


def part(data: bytes, name: str) -> Element:
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def with_parts(data: bytes, **changed: bytes) -> bytes:
    """The document with other bytes in the parts of ``word/`` that are named."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.removeprefix("word/").removesuffix(".xml"), old.read(name)))
    return out.getvalue()


@pytest.fixture(scope="session")
def word(tmp_path_factory: pytest.TempPathFactory) -> Word:
    return Word(rules(tmp_path_factory.mktemp("pack"), RULES))


@pytest.fixture(scope="session")
def shipped() -> Checker:
    return Checker()


def corpora() -> list[Path]:
    return sorted(CORPORA.glob("*.docx"))
