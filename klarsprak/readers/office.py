"""Older Word files → letter, and letters → the formats they came in, by way of LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import time
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from threading import Event, Thread

from klarsprak.letter import Letter, ReadError
from klarsprak.processes import ended_tidily
from klarsprak.readers.sniff import Format, sniff

_TIMEOUT = 90.0
"""Seconds; the first start of LibreOffice on a slow machine takes a good part of a minute."""
_PREFIX = "klarsprak-"
_STALE = 3600.0
"""Seconds after which a folder belongs to a run that is gone."""

_FOLDERS = (
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
    "/Applications/LibreOffice.app/Contents/MacOS",
)
_FILTERS = {Format.DOCX: "MS Word 2007 XML", Format.DOC: "MS Word 97", Format.RTF: "Rich Text Format"}
"""What LibreOffice calls the formats that it writes for us."""
_NO_LIBREOFFICE = {
    Format.DOC: "Filen är i formatet doc. Spara den som docx i Word och kör igen, "
    "eller installera LibreOffice, så kan programmet läsa den direkt.",
    Format.RTF: "Programmet behöver LibreOffice för att skriva i en rtf-fil. Spara den som docx i Word och kör igen, "
    "eller installera LibreOffice.",
}
"""What is told where it is missing, of what was to be converted."""
_CANT_OPEN = "LibreOffice kan inte öppna filen. Den kan vara trasig eller skyddad med lösenord."
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""No macros, and no pictures fetched from the network: nothing may tell anyone that the letter was read."""


def read(data: bytes, source: str) -> Letter:
    """The letter in a .doc; raises ``ReadError`` where LibreOffice is missing or fails.

    Places lead into the docx that LibreOffice makes of it.
    """
    kind = sniff(data, source)
    return read_converted(convert(data, kind, Format.DOCX), source, kind)


def read_converted(document: bytes, source: str, kind: Format) -> Letter:
    """The letter in the docx that LibreOffice has made of a file of that kind; raises ``ReadError``."""
    from klarsprak.readers import docx  # needed only when there is something to read

    letter = docx.read(document, source)
    letter.format = str(kind)
    return letter


def convert(data: bytes, kind: Format, target: Format) -> bytes:
    """What LibreOffice makes of the file, in a format of ``_FILTERS``; raises ``ReadError`` as ``read`` does."""
    program = find_libreoffice()
    if program is None:
        raise ReadError(_NO_LIBREOFFICE[kind])
    if kind is Format.DOC and not _is_whole(data):
        raise ReadError(_CANT_OPEN)
    return _converted(program, data, kind, target)


def _is_whole(data: bytes) -> bool:
    """Whether a .doc has kept the order of its parts, of which one is the text.

    From version 26 on LibreOffice opens one that hasn't as plain text, and what it shows then is no letter.
    """
    from olefile import OleFileIO  # needed by few letters

    try:
        with OleFileIO(BytesIO(data)) as file:
            return bool(file.exists("WordDocument"))
    except (ArithmeticError, LookupError, OSError, RecursionError, TypeError, ValueError, struct.error):
        return False


def find_libreoffice() -> str | None:
    """The path of LibreOffice's program, or None.

    Windows looks for programs in the current folder too, where whoever put the letters may have put one: what lies
    there isn't taken.
    """
    folders = os.pathsep.join(_FOLDERS)
    for name in ("soffice", "libreoffice"):
        program = shutil.which(name) or shutil.which(name, path=folders)
        if program is not None and not _is_here(program):
            return program
    return None


def _is_here(program: str) -> bool:
    """Whether the program lies in the current folder."""
    return Path(program).resolve().parent == Path.cwd()


def _converted(program: str, data: bytes, kind: Format, target: Format) -> bytes:
    """The file in another format, made with a profile of LibreOffice's own that is thrown away."""
    sweep()
    with ended_tidily(), TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        letter = folder / f"letter.{kind}"
        letter.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        made = folder / "made"
        settings.write_text(_SETTINGS, encoding="utf-8")
        _run([
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nolockcheck",
            "--convert-to", f"{target}:{_FILTERS[target]}",
            "--outdir", str(made), str(letter),
        ])  # fmt: skip
        result = made / f"letter.{target}"
        if not result.is_file():
            raise ReadError(_CANT_OPEN)
        return result.read_bytes()


def sweep() -> None:
    """Take away the folders that runs have left which were killed: no run needs one for so long."""
    then = time.time() - _STALE
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):  # another's, or swept by another run
            is_old = folder.stat(follow_symlinks=False).st_mtime < then
            if is_old and any(folder.glob("letter.*")):
                shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str]) -> None:
    """Runs to the end or the time limit; then ends the program's children too."""
    starter = _Starter(command)
    try:
        starter.start()
        starter.done.wait()
        if starter.error is not None:
            raise ReadError(f"LibreOffice går inte att starta ({starter.error.strerror}).") from starter.error
        if starter.process is not None:
            starter.process.wait(_TIMEOUT)
    except subprocess.TimeoutExpired:
        raise ReadError("LibreOffice blev inte klart med filen. Spara den som docx i Word och kör igen.") from None
    finally:
        if starter.ident is not None:  # it has begun
            starter.done.wait()
        if starter.process is not None and starter.process.poll() is None:
            _end(starter.process)


class _Starter(Thread):
    """Starts a program.

    Ctrl-C, or the end of a letter's time, breaks in anywhere in the main thread, also where a program has begun that
    nobody knows of yet; never here.
    """

    process: subprocess.Popen[bytes] | None = None
    error: OSError | None = None

    def __init__(self, command: list[str]) -> None:
        super().__init__(daemon=True)
        self._command = command
        self.done = Event()
        """Waited for instead of the thread, which Python 3.11 takes for ended when the waiting is broken off."""

    def run(self) -> None:
        """Start it, and tell of it."""
        try:
            self.process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            self.error = error
        finally:
            self.done.set()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and those that it has started: soffice itself is only a wrapper."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
