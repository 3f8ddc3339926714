"""What odd text costs, and how that grows: ``python -m bench.growth [--signs 10000 100000] [--only word …]``.

Seventy-seven kinds of text that no letter should hold and some letter will, each at 10,000 and 100,000 signs (and
1,000,000 with ``--million``) in each reader.  Each letter is read and checked in a process of its own, forked from
one that has the rules loaded, and stopped when it hangs.  The time is the child's processor time.  In parentheses
stand letters that aren't checked: they are in no language or have more words than a letter may.
"""

from __future__ import annotations

import argparse
import base64
import gc
import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from html import escape
from io import BytesIO
from itertools import pairwise, product
from multiprocessing.connection import Connection
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.startup import seldom
from tests.readers.outlook.compound import mail

SIZES = (10_000, 100_000)
MILLION = 1_000_000
MOST_SECONDS = 3.0
"""What 100,000 signs of any text may take."""
MOST_GROWTH = 12.0
"""How many times as long ten times the text may take."""
LEAST_SECONDS = 0.05
"""Below this a time is mostly what any letter costs, and its growth says nothing."""
_LIMIT = 20
"""Processor seconds after which a letter is stopped."""

_LETTER = """\
Beslut om bygglov

Hej! Vi har fått din ansökan om bygglov för ett nytt garage. Nämnden behöver fler uppgifter innan den kan ta ställning
till ansökan. Skicka därför in en ritning som visar hur högt garaget blir, och en situationsplan. Enligt 9 kap. 31 b §
plan- och bygglagen (2010:900) prövar nämnden ansökan när den är komplett, t.ex. när ritningarna har kommit in.

Har du frågor? Ring mig på 031-390 06 00, eller skriv till kim.ek@ekvalla.example.

Med vänlig hälsning

Kim Ek
Handläggare, Stadsbyggnadskontoret
Box 1, 123 45 Ekvalla

"""


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda signs: (piece * (signs // len(piece) + 1))[:signs]


def _chosen(pieces: Sequence[str], between: str = " ") -> Callable[[int], str]:
    """Pieces in an order that comes out the same every time."""

    def text(signs: int) -> str:
        chance = random.Random(1)
        parts: list[str] = []
        length = 0
        while length < signs:
            parts.append(chance.choice(pieces))
            length += len(parts[-1]) + len(between)
        return between.join(parts)[:signs]

    return text


def _differing(piece: Callable[[random.Random], str]) -> Callable[[int], str]:
    """Pieces that never say the same: what is remembered of one helps none of the others."""

    def text(signs: int) -> str:
        chance = random.Random(6)
        parts: list[str] = []
        length = 0
        while length < signs:
            parts.append(piece(chance))
            length += len(parts[-1])
        return "".join(parts)[:signs]

    return text


def _word(chance: random.Random, fewest: int = 3, most: int = 9) -> str:
    """Letters that are no word."""
    return "".join(chance.choices("abcdefghijklmnopqrstuvwxyzåäö", k=chance.randint(fewest, most)))


def _base64(signs: int) -> str:
    return base64.b64encode(random.Random(2).randbytes(signs)).decode()[:signs]


def _base64_lines(signs: int) -> str:
    return base64.encodebytes(random.Random(3).randbytes(signs)).decode()[:signs]


def _hex(signs: int) -> str:
    return random.Random(4).randbytes(signs).hex()[:signs]


def _hex_pairs(signs: int) -> str:
    return random.Random(5).randbytes(signs).hex(" ")[:signs]


_WORDS = "kommun beslut ansökan barn skola handläggare nämnd bygglov omsorg ärende avgift tillsyn".split()

KINDS: dict[str, Callable[[int], str]] = {
    "letters": _repeated(_LETTER),
    "one paragraph": _repeated(" ".join(_LETTER.split()) + " "),
    "one word": _repeated("bygglov"),
    "one letter": _repeated("a"),
    "brackets": _repeated("("),
    "brackets in pairs": _repeated("()[]{}"),
    "quotation marks": _repeated("”"),
    "digits": _repeated("0123456789"),
    "one digit": _repeated("0"),
    "digits and blanks": _repeated("03 13 90 "),
    "telephone numbers": _repeated("031-390 06 00 "),
    "dots": _repeated("."),
    "dots and blanks": _repeated(". "),
    "dashes": _repeated("-"),
    "underscores": _repeated("_"),
    "words with dashes": _repeated("a-"),
    "words with slashes": _repeated("och/eller/"),
    "base64": _base64,
    "base64 in lines": _base64_lines,
    "hex": _hex,
    "hex in pairs": _hex_pairs,
    "ASCII art": _chosen(["/\\_/\\", "( o.o )", "> ^ <", "|--|", "+==+", "\n"]),
    "table of digits": _chosen(["12", "3 400", "5,6", "0", "17 %", "\n"], "\t"),
    "table of words": _chosen(_WORDS, "\t|\t"),
    "comments": _repeated("<!-- x --> "),
    "open comments": _repeated("<!--"),
    "less than": _repeated("<"),
    "ampersands": _repeated("&"),
    "tags": _repeated("<b>"),
    "quoted lines": _repeated("> Hej\n"),
    "quotation signs": _repeated(">"),
    "tabs": _repeated("\t"),
    "blanks": _repeated(" "),
    "newlines": _repeated("\n"),
    "short lines": _repeated("ja\n"),
    "one word a line": _chosen(_WORDS, "\n"),
    "list markers": _repeated("- \n"),
    "list items": _repeated("1. beslut\n"),
    "combining accents": _repeated("e\u0301\u0323"),
    "accents on one letter": _repeated("\u0301"),
    "soft hyphens": _repeated("be\u00adslut\u00ad"),
    "no-break spaces": _repeated("\u00a0"),
    "abbreviations": _repeated("t.ex. m.m. osv. SoL LSS bl.a. "),
    "signatures": _repeated("Kim Ek\nHandläggare\nBox 1, 123 45 Ekvalla\nTelefon: 031-390 06 00\n\n"),
    "closing phrases": _repeated("Med vänlig hälsning\n\nKim Ek\n\n"),
    "references to law": _repeated("1 kap. 1 § socialtjänstlagen, 2 kap. 3 § tredje stycket 4, "),
    "section signs": _repeated("§"),
    "e-mail addresses": _repeated("kim.ek@ekvalla.example "),
    "at signs": _repeated("a@"),
    "web addresses": _repeated("https://www.ekvalla.example/bygga?a=1 "),
    "one web address": _repeated("www.ekvalla.example/"),
    "upper case": _chosen([word.upper() for word in _WORDS]),
    "names": _chosen(["Kim", "Ek", "Anna", "Berg", "Lo", "Dal"]),
    "one sentence": _chosen(_WORDS),
    "commas": _repeated("a, "),
    "colons": _repeated("namn: "),
    "dates": _repeated("2026-03-02 den 3 april 2026 "),
    "sums": _repeated("1 250 000 kr "),
    "emoji": _repeated("😀👍🏽👩\u200d👧"),
    "CJK": _repeated("決定書建築許可"),
    "Arabic": _repeated("قرار البناء "),
    "hyphenated lines": _repeated("bygg-\nlov"),
    "passives": _repeated("Ansökan avslås och beslutet överklagas av den som erhåller vite. "),
    "many words": _differing(lambda chance: f"{_word(chance)} "),
    "signed through": _repeated("Anna Ek hälsar "),
    "ni and ni": _repeated("Ni kan gå dit i maj. "),
    "sections pointed back to": _repeated(
        "Vi prövar det enligt 4 kap. 1 § SoL. Det kan enligt nämnda paragraf ges till den som inte kan ordna det. "
    ),
    "prompts": _repeated("Skriv [ange dag] till den som erhåller [ange namn] och svara. "),
    "names of clubs": _repeated("Vi ringer Ekvalla IBK i maj. "),
    "many lines": _differing(lambda chance: f"{_word(chance).capitalize()}\n"),
    "many labels": _differing(lambda chance: f"{_word(chance).capitalize()}: {_word(chance)}\n"),
    "many capitals": _differing(lambda chance: f"{_word(chance, 3, 5).upper()} "),
    "many short forms": _differing(lambda chance: f"Du får hjälp av {_word(chance, 3, 5).upper()} i dag. "),
    "many parentheses": _differing(lambda chance: f"Du får {_word(chance)} ({_word(chance, 3, 4).upper()}) i dag. "),
    "many sections": _differing(lambda chance: f"{chance.randint(1, 30)} kap. {chance.randint(1, 400)} § SoL och "),
    "many acts": _differing(
        lambda chance: f"Det görs enligt lagen ({chance.randint(1900, 2025)}:{chance.randint(1, 1500)}) om hjälp. "
    ),
    "many sums": _differing(lambda chance: f"Du ska betala {chance.randint(1, 99_999)} kr i avgift. "),
}
"""Kinds of text, each as a function from the number of signs wanted."""


def _as_text(text: str) -> bytes:
    return text.encode()


_SENTENCE = "Nämnden har beslutat att du får den hjälp som du har sökt, och det är från och med nu"


def _amid(text: str) -> bytes:
    """Pieces of the text in a paragraph of Swedish, where nothing is left out for not being any language."""
    pieces = (text[at : at + 90] for at in range(0, len(text) // 2, 90))
    return " ".join(f"{_SENTENCE} {piece}" for piece in pieces).encode()


def _as_mail(text: str) -> bytes:
    head = "From: kim@ekvalla.example\nTo: li@ekvalla.example\nSubject: Beslut\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}".encode()


def _as_html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n"))
    return f"<!doctype html><html><body>{paragraphs}</body></html>".encode()


def _as_html_source(text: str) -> bytes:
    """The text as it stands between tags: what is markup in it is markup."""
    return f"<!doctype html><html><body><p>{text}</p></body></html>".encode()


def as_docx(text: str) -> bytes:
    """A Word file of the text's lines."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = (f'<w:p><w:r><w:t xml:space="preserve">{_in_xml(line)}</w:t></w:r></w:p>' for line in text.split("\n"))
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
            f'"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{"".join(lines)}</w:body></w:document>',
        }
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODT = "application/vnd.oasis.opendocument.text"


def _odf(root: str, text: str, more: str = "") -> str:
    lines = "".join(f"<text:p>{_in_xml(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<office:{root} xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" office:version="1.3"{more}>'
        f"<office:body><office:text>{lines}</office:text></office:body></office:{root}>"
    )


def _as_fodt(text: str) -> bytes:
    return ('<?xml version="1.0"?>' + _odf("document", text, f' office:mimetype="{_ODT}"')).encode()


def _as_odt(text: str) -> bytes:
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0" manifest:version="1.3"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{_ODT}"/></manifest:manifest>'
    )
    content = _odf("document-content", text)
    return _zipped({"mimetype": _ODT, "META-INF/manifest.xml": manifest, "content.xml": content})


def _as_zip(text: str) -> bytes:
    return _zipped({"brev.txt": text})


def as_rich_mail(text: str) -> bytes:
    """A mail as Outlook saves it."""
    return mail({0x1A: "IPM.Note", 0x37: "Beslut", 0x1000: text})


def as_rtf(text: str) -> bytes:
    """Rich text, every sign outside ASCII as its number."""
    signs = "".join(_in_rtf(sign) for sign in text)
    return f"{{\\rtf1\\ansi\\uc1 {signs}}}".encode("ascii")


def _in_rtf(sign: str) -> str:
    if sign == "\n":
        return "\\par\n"
    if sign in "\\{}":
        return f"\\{sign}"
    units = memoryview(sign.encode("utf-16-le")).cast("h")
    return sign if " " <= sign <= "~" else "".join(f"\\u{unit}?" for unit in units)


def _in_xml(line: str) -> str:
    return escape("".join(sign for sign in line if sign >= " " or sign == "\t"), quote=False)


def _zipped(parts: dict[str, str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(ZipInfo(name), text, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return out.getvalue()


def _as_pdf(text: str) -> bytes:
    """Lines of the page's width, in a font that has no more than Latin letters."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in _pages(text):
        drawn = canvas.beginText(60, 780)
        drawn.setFont("Helvetica", 10)
        for line in page:
            drawn.textLine(line)
        canvas.drawText(drawn)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _pages(text: str, width: int = 90, height: int = 55) -> Iterator[list[str]]:
    lines = [line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width)]
    for at in range(0, len(lines), height):
        yield lines[at : at + height]


READERS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "text": ("brev.txt", _as_text),
    "amid": ("brev.txt", _amid),
    "mail": ("brev.eml", _as_mail),
    "html": ("brev.html", _as_html),
    "source": ("brev.html", _as_html_source),
    "docx": ("brev.docx", as_docx),
    "odt": ("brev.odt", _as_odt),
    "fodt": ("brev.fodt", _as_fodt),
    "pdf": ("brev.pdf", _as_pdf),
    "msg": ("brev.msg", as_rich_mail),
    "zip": ("brev.zip", _as_zip),
    "rtf": ("brev.rtf", as_rtf),
}
"""What each reader is given: the file's name, and what makes a file of a text."""


class Time(NamedTuple):
    """Processor seconds, and whether the letter was checked for them."""

    seconds: float
    is_checked: bool

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s" if self.is_checked else f"({self.seconds:.2f} s)"


class Row(NamedTuple):
    """A kind of text in a reader, and its time for each size; None for one that was stopped."""

    kind: str
    reader: str
    times: list[Time | None]

    def faults(self, sizes: Sequence[int]) -> list[str]:
        """What is more than it may be."""
        told = [f"over {_LIMIT} s" for each in self.times if each is None]
        known = [(size, each) for size, each in zip(sizes, self.times, strict=False) if each is not None]
        most = {size: MOST_SECONDS * max(size, 100_000) / 100_000 for size in sizes}
        told += [f"{each.seconds:.1f} s" for size, each in known if each.seconds > most[size]]
        for (size, before), (larger, after) in pairwise(known):
            growth = after.seconds / max(before.seconds, LEAST_SECONDS) / (larger / size / 10)
            # A letter that isn't checked says nothing of what a longer one that is takes.
            if growth > MOST_GROWTH and before.is_checked >= after.is_checked:
                told.append(f"growth {growth:.0f}")
        return told


def main() -> int:
    """Print the table and what breaks its limits; exit code 1 where something does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--signs", type=int, nargs="+", default=SIZES)
    parser.add_argument("--million", action="store_true", help="1,000,000 signs too: takes half an hour")
    parser.add_argument("--only", nargs="+", choices=KINDS, metavar="KIND", default=list(KINDS))
    parser.add_argument("--readers", nargs="+", choices=READERS, default=list(READERS))
    options = parser.parse_args()
    sizes = [*options.signs, MILLION] if options.million else options.signs
    checker = _warm(options.readers)
    print(f"{'kind':<22} {'reader':<7}" + "".join(f"{size:>11,}" for size in sizes))
    broken = 0
    for kind, reader in product(options.only, options.readers):
        row = Row(kind, reader, list(_measured(checker, kind, reader, sizes)))
        faults = row.faults(sizes)
        broken += bool(faults)
        times = "".join(f"{'–' if each is None else str(each):>11}" for each in row.times)
        print(f"{kind:<22} {reader:<7}{times}  {', '.join(faults)}", flush=True)
    print(f"{broken} of {len(options.only) * len(options.readers)} beyond a limit")
    return 1 if broken else 0


def _warm(wanted: Sequence[str]) -> Checker:
    """A checker that has seen a letter, in each format: its words and modules are loaded."""
    seldom()
    checker = Checker()
    readers.load_all()
    for name, made in map(READERS.__getitem__, wanted):
        for letter in readers.read_bytes(made(_LETTER), name):
            checker.check(letter)
    gc.freeze()  # as each worker does, which never looks through again what stays
    return checker


def _measured(checker: Checker, kind: str, reader: str, sizes: Sequence[int]) -> Iterator[Time | None]:
    """The time for each size, up to the first that hangs."""
    name, made = READERS[reader]
    for size in sizes:
        taken = _in_child(checker, made(KINDS[kind](size)), name)
        yield taken
        if taken is None:
            return


def _in_child(checker: Checker, data: bytes, name: str) -> Time | None:
    """The time to read and check the letter in a child of its own; None where it had to be stopped."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_timed, args=(checker, data, name, theirs))
    child.start()
    theirs.close()
    try:
        return Time(*ours.recv())
    except EOFError:  # it was stopped, or died
        return None
    finally:
        child.kill()
        child.join()
        ours.close()


def _timed(checker: Checker, data: bytes, name: str, answer: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_LIMIT, _LIMIT))  # a child's clock begins at 0
    start = time.process_time()
    reports = [checker.check(letter) for letter in readers.read_bytes(data, name)]
    answer.send((time.process_time() - start, all(report.error is None for report in reports)))


if __name__ == "__main__":
    sys.exit(main())
