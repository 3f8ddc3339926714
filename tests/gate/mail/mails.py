"""Mails and the mail gate for the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

from tests.gate.support import CLEAN, FLAWED

GATE = [sys.executable, "-m", "klarsprak", "gate", "mail"]
SECRET = "ZEBRAMÖNSTER"
"""A word that stands in every mail and may stand in no log."""


def mail(body: bytes = CLEAN, subject: str = f"Färdtjänst {SECRET}", **attached: bytes) -> bytes:
    """A mail as it comes from a mail system's pipe, with line feeds alone; ``brev_docx=…`` attaches ``brev.docx``."""
    message = EmailMessage()
    message["From"] = "mirjam.ekeroth@ekvalla.example"
    message["To"] = "bo.ek@example.org"
    message["Subject"] = subject
    message.set_content(f"Hej {SECRET.capitalize()}!\n\n{body.decode()}", cte="8bit")
    for name, data in attached.items():
        file = name.replace("_", ".")
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=file)
    return message.as_bytes(policy=SMTP.clone(linesep="\n", cte_type="8bit"))


GOOD = mail()
BAD = mail(FLAWED)


def gate(data: bytes, *arguments: object, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a mail system does."""
    command = [*GATE, *map(str, arguments)]
    return subprocess.run(command, input=data, capture_output=True, timeout=60, check=False, **more)


def command(folder: Path, script: str) -> Path:
    """A program of the mail system's, which notes in the folder ``out`` beside it what it got."""
    path = folder / "nästa kommando"
    path.write_text(f'#!/bin/sh\ncd "{folder}"\n{script}\n', encoding="utf-8")
    path.chmod(0o755)
    return path


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def environment(**more: str) -> dict[str, str]:
    """What a mail system gives its commands: next to nothing."""
    return {"PATH": os.defpath, "PYTHONPATH": str(Path(__file__).parents[3]), **more}
