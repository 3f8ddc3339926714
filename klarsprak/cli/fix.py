"""``klarsprak fix``: safe suggestions put into the letter."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.choices import split_names
from klarsprak.cli.shared.errors import UsageError, say
from klarsprak.cli.shared.one_letter import CONVERTED, OPENDOCUMENT, WORD
from klarsprak.cli.shared.options import ConfigFile, Force, Ignore

if TYPE_CHECKING:
    from klarsprak.editing.fixes import Fix
    from klarsprak.finding import Finding, Report
    from klarsprak.letter import Letter

_WRITERS = {
    **dict.fromkeys(("docx", *CONVERTED), "klarsprak.editing.word.changes"),
    "odt": "klarsprak.editing.odt.changes",
}
_FORMATS = {"docx": WORD, "doc": WORD, "odt": OPENDOCUMENT, "rtf": "rtf", "text": "textfiler"}
_SHOWN = 50


def fix(
    letter: Annotated[
        Path, typer.Argument(metavar="BREV", help="Ett dokument från Word eller LibreOffice, eller en textfil.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FIL",
            help="Filen som skrivs. Annars brev.rättad.docx bredvid brevet. För en textfil visas annars ändringarna.",
        ),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Skriv in ändringarna direkt, inte som spårade ändringar.")
    ] = False,
    force: Force = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMN", help="Rätta bara det här paketet, den här kategorin eller regeln. Kan upprepas."
        ),
    ] = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
) -> int:
    """Gör säkra ersättningar i en kopia av brevet. I Word godkänner eller avvisar du varje ändring."""
    from klarsprak.cli.shared.one_letter import read_and_check
    from klarsprak.editing.fixes import OtherWayError, fixes
    from klarsprak.letter import ReadError

    data, read, report = read_and_check(letter, _FORMATS, config, split_names(select), split_names(ignore))
    found = fixes(report)
    try:
        if report.format in _WRITERS:
            made = _fix_document(letter, output, data, report.format, found, apply=apply, force=force)
        else:
            made = _fix_text(letter, output, data, read, found, apply=apply, force=force)
    except OtherWayError as error:
        raise UsageError(f"{letter}: {error.reason} Kör {'utan' if apply else 'med'} --apply.") from None
    except ReadError as error:
        raise UsageError(f"{letter}: {error.reason}") from None
    _tell(made, _left(report, found) + len(found) - made)
    return 0


def _fix_document(
    letter: Path, output: Path | None, data: bytes, kind: str, found: list[Fix], *, apply: bool, force: bool
) -> int:
    """Write the changed document if there are changes; how many they are."""
    from datetime import datetime

    from klarsprak.cli.shared.one_letter import choose_target, save_document
    from klarsprak.readers.own_copy import MENDED

    chosen = choose_target(letter, output, MENDED, force)
    change = import_module(_WRITERS[kind]).change
    result, changes = change(data, found, datetime.now(), tracked=not apply)
    for text in changes.revised:
        say(f"{letter}: stycket ”{_shorten(text)}” har redan spårade ändringar och lämnas som det är.")
    if changes.made:
        save_document(chosen, result, kind, letter)
        print(chosen)
    return len(changes.made)


def _shorten(text: str) -> str:
    """The beginning of a paragraph, up to a whole word: *Du har …*."""
    start = text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return " ".join(start.split())


def _fix_text(
    letter: Path, output: Path | None, data: bytes, read: Letter, found: list[Fix], *, apply: bool, force: bool
) -> int:
    """Show the changes in a text, or write the changed text; how many they are."""
    from klarsprak.cli.shared.one_letter import check_format, choose_target, save
    from klarsprak.editing.text import diff, fixed, open_text
    from klarsprak.readers.own_copy import MENDED

    old = open_text(data)
    new, made = fixed(old, read, found)
    if output is None and not apply:
        sys.stdout.writelines(diff(old, new, str(letter)))
    elif made:
        chosen = choose_target(letter, output, MENDED, force)
        check_format(letter, chosen, read.format)
        save(chosen, new.encoded(), letter)
        print(chosen)
    return len(made)


def _left(report: Report, found: list[Fix]) -> int:
    """How many remarks ``klarsprak check`` shows once all that was found is put right."""
    from dataclasses import replace

    from klarsprak.reports.remarks import as_remarks

    right = {(fix.block, fix.start, fix.end, fix.rule) for fix in found}
    findings = [each for each in report.findings if _spot(each) not in right]
    return len(as_remarks(replace(report, findings=findings)).findings)


def _spot(finding: Finding) -> tuple[int, int, int, str] | None:
    """Where its words stand, as a fix has it, and its rule; None for what the letter as a whole lacks."""
    place = finding.place
    return place and (place.block, place.start, place.end, finding.rule)


def _tell(made: int, left: int) -> None:
    """Say how much has been put right, and how much is left to the writer."""
    from klarsprak.swedish import counted

    done = counted(made, "ändring", "ändringar") if made else "Inget att ändra"
    rest = f" {counted(left, 'anmärkning', 'anmärkningar')} får du rätta själv." if left else ""
    say(f"{done}.{rest}")
