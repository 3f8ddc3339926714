"""PDFs of few bytes that ask for gigabytes or hours: each is read or refused within bounds of both.

Each is read in a process of its own, which the system would stop beyond the bounds.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.readers.pdf.hostile import hostile

MEMORY = 400 * 1024**2
"""Bytes of data, with what a reader holds from the start."""
SECONDS = 20
"""Of the processor's time; most take half of one."""
REFUSED = "Pdf-filen packar upp till orimligt mycket data"
READ = {"widths that hold each other"}
BROKEN = {"blanks without an end", "a code table without end", "an inline image without end"}
"""What holds no text, or none that can be read."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What becomes of each PDF, read by one process that forks for each."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in hostile().items():
        (folder / f"{name}.pdf").write_bytes(data)
    done = subprocess.run([sys.executable, "-m", __name__, folder], stdout=subprocess.PIPE, check=True, timeout=300)
    outcomes: dict[str, str] = json.loads(done.stdout)
    return outcomes


def read_all(folder: Path) -> dict[str, str]:
    """Reads each file of the folder in a process of its own."""
    from klarsprak.readers import pdf

    for module in ("document", "layout"):
        import_module(f"klarsprak.readers.pdf.{module}")  # once, and not in each process
    return {path.stem: read_alone(pdf, path) for path in folder.iterdir()}


def read_alone(pdf: Any, path: Path) -> str:
    """What a process says that reads the file within bounds."""
    output, given = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        os.write(given, told(pdf, path).encode())
        os._exit(0)
    os.close(given)
    with os.fdopen(output, encoding="utf-8") as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    return text or f"stopped with {status}"


def told(pdf: Any, path: Path) -> str:
    """The text that is read, or why none is."""
    from klarsprak.letter import ReadError

    try:
        return "\n".join(block.text for block in pdf.read(path.read_bytes(), path.name).blocks)
    except ReadError as error:
        return "MemoryError" if isinstance(error.__cause__, MemoryError) else error.reason
    except BaseException as error:
        return repr(error)


def test_each_is_read_or_refused_within_bounds(outcomes: dict[str, str]) -> None:
    wrong = {name: outcome for name, outcome in outcomes.items() if not is_well(name, outcome)}
    assert not wrong
    assert len(outcomes) > 30


def is_well(name: str, outcome: str) -> bool:
    """Whether the PDF came to the end that it should."""
    if name in READ:
        return outcome != "" and not outcome.startswith(("stopped", "Pdf-filen", "MemoryError"))
    if name in BROKEN:
        return outcome.startswith("Pdf-filen")
    return outcome.startswith(REFUSED)


if __name__ == "__main__":
    print(json.dumps(read_all(Path(sys.argv[1]))))
