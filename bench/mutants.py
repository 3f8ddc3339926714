"""Files that hold other files, damaged at random: ``python -m bench.mutants [--only word …] [--count 1000]``.

Each sample is a whole file in which several letters lie, each with a word of its own.  It is damaged somehow: bits
flipped, cut short, a piece doubled, left out, emptied or moved, a length changed.  Then it is read in a child with
the limits of a worker.  A fault is an error that nobody catches, a child that dies, a file that takes too long, and
a letter that is gone without a word: what can't be read must be told.
"""

from __future__ import annotations

import argparse
import faulthandler
import multiprocessing
import random
import resource
import struct
import sys
import tempfile
import time
import traceback
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from email.message import EmailMessage
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bench.growth import as_docx, as_rich_mail
from klarsprak import readers
from klarsprak.audit.sources.archive import read_archive
from klarsprak.audit.sources.source import ClosedError
from klarsprak.bounds import TooSlowError, in_time
from klarsprak.checker import Checker
from klarsprak.letter import Letter, Unreadable
from klarsprak.processes import MEMORY_LIMIT, limit_memory
from tests.audit.sources import mailbox, packing
from tests.readers.outlook import compound
from tests.readers.pdf.hostile import page
from tests.readers.pdf.packed import with_object_stream
from tests.readers.pdf.test_unreadable import stream

SLOW = 3.0
"""Processor seconds that no damaged file of a few kilobytes should take."""
LIMIT = 30
"""Those after which the child is stopped."""
BATCH = 40
"""So many files are read in one child."""
CHECKED = 10
"""One in so many is checked too."""


def word(number: int) -> str:
    """The word that tells the letter of that number from the others."""
    return f"Kvarnvik{'abcdefgh'[number]}"


def text(number: int) -> str:
    """A letter that says its word several times, so that no single damage hides it."""
    said = [
        f"Hej {word(number)}! Du har erhållit ett bidrag.",
        f"Nämnden i {word(number)} prövar ärendet i mars.",
        "Skicka därför in en ritning som visar hur högt garaget blir, och en situationsplan.",
        f"Ring {word(number)} om du har frågor.",
        f"Med vänlig hälsning\n\n{word(number)}",
    ]
    return "\n\n".join(said) + "\n"


def _docx(number: int) -> bytes:
    return as_docx(text(number))


def _zip(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in files.items():
            package.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return out.getvalue()


def _mail(files: dict[str, bytes], number: int = 0) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "kim@ekvalla.example", "li@ekvalla.example", "Beslut"
    mail.set_content(text(number))
    for name, data in files.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    if files:
        mail.set_boundary(f"==========={number}==")
    return mail.as_bytes()


def _zip_in_mail() -> bytes:
    inner = _zip({"c.txt": text(2).encode(), "d.docx": _docx(3)})
    return _mail({"a.zip": _zip({"b.txt": text(1).encode(), "inre.zip": inner})})


def _mail_in_zip() -> bytes:
    return _zip({"a.eml": _mail({"b.docx": _docx(1)}), "c.txt": text(2).encode()})


def _msg(files: dict[str, bytes], within: compound.Tree | None = None) -> bytes:
    attached = [compound.file(name, data) for name, data in files.items()]
    if within is not None:
        attached.append(compound.attached_mail("Förra", within))
    return compound.mail({0x1A: "IPM.Note", 0x37: "Beslut", 0x1000: text(0)}, attached)


def _msg_in_msg() -> bytes:
    deep = compound.mail_tree({0x1A: "IPM.Note", 0x37: "Tredje", 0x1000: text(3)})
    within = compound.mail_tree(
        {0x1A: "IPM.Note", 0x37: "Andra", 0x1000: text(2)}, [compound.attached_mail("Tredje", deep)]
    )
    return _msg({"b.docx": _docx(1)}, within)


def _msg_of_rich_text() -> bytes:
    return _msg({"b.msg": as_rich_mail(text(1)), "c.zip": _zip({"c.txt": text(2).encode()})})


_EMBEDDED = {"b.docx": _docx(1), "c.txt": text(2).encode(), "d.eml": _mail({}, 3)}
_PAGE = b"BT /F 11 Tf 71 700 Td (Hej! Du har ett bidrag.) Tj ET\n"


def _pdf() -> bytes:
    """A PDF with nothing packed, so that damage hits what holds it all together."""
    from pypdf import PdfWriter

    writer = PdfWriter(BytesIO(page(stream(_PAGE))))
    for name, data in _EMBEDDED.items():
        writer.add_attachment(name, data)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _packed_pdf() -> bytes:
    """The same with its objects packed, as most programs write them."""
    specs = b" ".join(b"(%s) %d 0 R" % (name.encode(), 6 + n) for n, name in enumerate(_EMBEDDED))
    packed = {
        1: b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [%s] >> >> >>" % specs,
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>",
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for number, name in enumerate(_EMBEDDED):
        file = b"<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %d 0 R >> >>"
        packed[6 + number] = file % (name.encode(), name.encode(), 9 + number)
    flate = b"/Filter /FlateDecode"
    whole = {4: stream(zlib.compress(_PAGE), flate)}
    file = flate + b" /Type /EmbeddedFile"
    whole |= {9 + n: stream(zlib.compress(data), file) for n, data in enumerate(_EMBEDDED.values())}
    return with_object_stream(packed, whole)


_LETTERS = {"a.txt": text(0).encode(), "b.docx": as_docx(text(1)), "c.eml": _mail({"d.txt": text(3).encode()}, 2)}


def _package() -> dict[str, bytes]:
    paths = [f"{packing.DATA}/{name}" for name in _LETTERS]
    cases = {"BN 2024-1": [packing.Handling((path,), dates={"sent": "2024-02-14T09:00:00"}) for path in paths]}
    return packing.package(_LETTERS, cases)


def _swedish_package() -> dict[str, bytes]:
    cases = {
        "BN 2019-1": [
            packing.Handling((f"Content/1/{name}",), "Expedierad", {"Expedierad": "2019-02-14"}) for name in _LETTERS
        ]
    }
    return packing.swedish_package(_LETTERS, cases)


def _packed(files: dict[str, bytes], kind: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "paket")
        if kind == "zip":
            packing.in_zip(files, path)
        else:
            packing.in_tar(files, path, mode=kind)
        return path.read_bytes()


def _pst() -> bytes:
    mails = [
        mailbox.Mail(
            {0x1A: "IPM.Note", 0x37: "Beslut", 0xE07: 0x11, 0x1000: text(0)},
            [mailbox.file("b.docx", _docx(1)), mailbox.file("c.txt", text(2).encode())],
        ),
        mailbox.Mail({0x1A: "IPM.Note", 0x37: "Svar", 0x1000: text(3)}),
    ]
    return mailbox.box({"Skickat": mails[:1], "Arkiv": mails[1:]})


class Sample(NamedTuple):
    """A whole file: its name, what makes it, and how many letters lie in it."""

    name: str
    make: Callable[[], bytes]
    letters: int
    first: int = 0
    """The first letter that may not be lost: a line of a PDF's page may, and what is said of it is another story."""
    parts: Callable[[], dict[str, bytes]] | None = None
    """The files of a package, whose lists are damaged before it is packed."""


SAMPLES: dict[str, Sample] = {
    "zip in mail": Sample("a.eml", _zip_in_mail, 4),
    "mail in zip": Sample("a.zip", _mail_in_zip, 3),
    "msg in msg": Sample("a.msg", _msg_in_msg, 4),
    "msg with files": Sample("a.msg", _msg_of_rich_text, 3),
    "pdf": Sample("a.pdf", _pdf, 4, 1),
    "packed pdf": Sample("a.pdf", _packed_pdf, 4, 1),
    "pst": Sample("a.pst", _pst, 4),
    "package as zip": Sample("paket.zip", lambda: _packed(_package(), "zip"), 4),
    "package as tar": Sample("paket.tar", lambda: _packed(_package(), "w"), 4),
    "package as tar.gz": Sample("paket.tar.gz", lambda: _packed(_package(), "w:gz"), 4),
    "FGS as zip": Sample("paket.zip", lambda: _packed(_swedish_package(), "zip"), 4),
    "FGS as tar": Sample("paket.tar", lambda: _packed(_swedish_package(), "w"), 4),
    "lists of package": Sample("paket.zip", bytes, 4, parts=_package),
    "lists of FGS": Sample("paket.zip", bytes, 4, parts=_swedish_package),
}
_ARCHIVES = (".pst", ".tar", ".gz")


# --- damage

_EDGES = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)


def _flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _changed(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 3))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _piece(data: bytearray, chance: random.Random) -> tuple[int, int]:
    at = chance.randrange(len(data))
    return at, min(len(data), at + chance.choice((1, 4, 16, 64, 512, 2048)))


def _doubled(data: bytearray, chance: random.Random) -> None:
    at, end = _piece(data, chance)
    data[at:at] = data[at:end]


def _left_out(data: bytearray, chance: random.Random) -> None:
    at, end = _piece(data, chance)
    del data[at:end]


def _emptied(data: bytearray, chance: random.Random) -> None:
    at, end = _piece(data, chance)
    data[at:end] = chance.choice((b"\0", b"\xff", b" ")) * (end - at)


def _moved(data: bytearray, chance: random.Random) -> None:
    at, end = _piece(data, chance)
    to = chance.randrange(len(data) - (end - at) + 1)
    data[to : to + end - at] = data[at:end]


def _resized(data: bytearray, chance: random.Random) -> None:
    """A length or an address, in the binary way."""
    form = chance.choice(("<H", "<I", ">H", ">I", "<Q"))
    size = struct.calcsize(form)
    at = chance.randrange(max(1, (len(data) - size) // 2)) * 2
    (before,) = struct.unpack_from(form, data, at)
    most = 256**size - 1
    after = chance.choice((*_EDGES, before + 1, before - 1, before * 2, before // 2, len(data)))
    struct.pack_into(form, data, at, after & most)


def _renumbered(data: bytearray, chance: random.Random) -> None:
    """A number that is written in digits."""
    digits = [at for at in range(len(data)) if 48 <= data[at] <= 57]
    if digits:
        at = chance.choice(digits)
        data[at : at + 1] = chance.choice((b"0", b"9", b"99999999", b"-1", b"", b"184467440737095516160"))


_DAMAGE = (
    _flipped, _flipped, _changed, _cut, _doubled, _left_out, _emptied, _moved, _resized, _resized, _renumbered,
)  # fmt: skip


def mutant(kind: str, whole: bytes, seed: int) -> bytes:
    """The sample with the damage of that number, which comes out the same every time."""
    chance = random.Random(f"{kind} {seed}")
    sample = SAMPLES[kind]
    if sample.parts is None:
        return _damaged(whole, chance)
    parts = sample.parts()
    lists = [name for name in parts if name.endswith(".xml")]
    name = chance.choice(lists)
    parts[name] = _damaged(parts[name], chance)
    return _packed(parts, "zip")


def _damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if len(changed) > 16:
            chance.choice(_DAMAGE)(changed, chance)
    return bytes(changed)


# --- reading


class Outcome(NamedTuple):
    """What became of a damaged file: the words of the letters that were read, and whether something is told."""

    words: frozenset[str]
    is_told: bool
    seconds: float = 0.0
    error: str = ""


def read(data: bytes, sample: Sample, checker: Checker, checks_all: bool = False) -> Outcome:
    """What is read of a file, as an archive's where no other way reads it; where letters are lost it is checked."""
    found = list(_letters(data, sample.name))
    letters = [each for each in found if isinstance(each, Letter)]
    said = " ".join(block.text for letter in letters for block in letter.blocks)
    words = frozenset(word(number) for number in range(8) if word(number) in said)
    is_told = len(letters) < len(found) or any(letter.unread for letter in letters) or not found
    if checks_all or not (is_told or len(words) == sample.letters):
        is_told |= any(report.error or report.unchecked for report in map(checker.check, found))
    return Outcome(words, is_told)


def _letters(data: bytes, name: str) -> Iterator[Letter | Unreadable]:
    if not (name.startswith("paket") or name.endswith(_ARCHIVES)):
        yield from readers.read_bytes(data, name)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        for source in read_archive([str(path)]):
            if source.passed_over:  # counted in what is told of an audit
                yield Unreadable(source.name, None, "passed over")
                continue
            try:
                content, _ = source.read()
            except ClosedError as error:
                yield Unreadable(source.name, None, str(error))
            else:
                yield from readers.read_bytes(content, source.name)


def _read_many(kind: str, whole: bytes, seeds: Sequence[int], checker: Checker, answer: Connection) -> None:
    """Read the mutants of those numbers in this process, which ends with the last of them."""
    faulthandler.disable()
    limit_memory(MEMORY_LIMIT)
    sample = SAMPLES[kind]
    for seed in seeds:
        spent = time.process_time()
        resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + LIMIT + 5, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        data = mutant(kind, whole, seed)
        start = time.process_time()
        try:
            with in_time(LIMIT):
                outcome = read(data, sample, checker, seed % CHECKED == 0)
        except TooSlowError:
            outcome = Outcome(frozenset(), True)
        except BaseException:
            outcome = Outcome(frozenset(), False, error=traceback.format_exc())
        answer.send(outcome._replace(seconds=time.process_time() - start))


def outcomes(kind: str, whole: bytes, seeds: range, checker: Checker) -> Iterator[tuple[int, Outcome]]:
    """What became of each; a child that dies is told, and the next one goes on after it."""
    context = multiprocessing.get_context("fork")
    left = list(seeds)
    while left:
        batch = left[:BATCH]
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_read_many, args=(kind, whole, batch, checker, theirs))
        child.start()
        theirs.close()
        done = 0
        try:
            for seed in batch:
                yield seed, ours.recv()
                done += 1
        except EOFError:
            child.join()
            yield batch[done], Outcome(frozenset(), False, error=f"the child died ({child.exitcode})")
            done += 1
        finally:
            child.kill()
            child.join()
            ours.close()
        left = left[done:]


def fault(sample: Sample, outcome: Outcome) -> str:
    """What is wrong with it; empty for nothing."""
    if outcome.error:
        return outcome.error.strip().splitlines()[-1]
    if outcome.seconds > SLOW:
        return f"{outcome.seconds:.1f} s"
    lost = {word(number) for number in range(sample.first, sample.letters)} - outcome.words
    return "" if outcome.is_told or not lost else f"{len(lost)} letters lost without a word"


def main() -> int:
    """Print what is wrong, and how many were read; exit code 1 where anything is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=SAMPLES, metavar="KIND", default=list(SAMPLES))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--save", type=Path, help="a folder for the files that something is wrong with")
    options = parser.parse_args()
    checker = Checker()
    readers.load_all()
    broken = sum(_run(kind, options, checker) for kind in options.only)
    return 1 if broken else 0


def _run(kind: str, options: argparse.Namespace, checker: Checker) -> int:
    sample = SAMPLES[kind]
    whole = sample.make()
    intact = whole if sample.parts is None else _packed(sample.parts(), "zip")
    outcome = read(intact, sample, checker)
    if outcome.is_told or len(outcome.words) < sample.letters - sample.first:
        raise SystemExit(f"{kind}: the whole file isn't read: {outcome}")
    faults: Counter[str] = Counter()
    told, slowest = 0, 0.0
    for seed, outcome in outcomes(kind, whole, range(options.seed, options.seed + options.count), checker):
        told += outcome.is_told
        slowest = max(slowest, outcome.seconds)
        wrong = fault(sample, outcome)
        if wrong:
            faults[wrong] += 1
            if faults[wrong] <= 5:
                print(f"  {kind} {seed}: {wrong}", flush=True)
            if options.save:
                (options.save / f"{kind} {seed} {sample.name}").write_bytes(mutant(kind, whole, seed))
    print(
        f"{kind}: {options.count} read, {told} told, slowest {slowest:.2f} s, {faults.total()} faults {dict(faults)}",
        flush=True,
    )
    return faults.total()


if __name__ == "__main__":
    sys.exit(main())
