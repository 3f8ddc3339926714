"""Packs read ahead: what their YAML says, as JSON, which takes a twentieth of the time at each start.

The build of the package (``hatch_build.py``) writes ``packs.jsonl``, a line for each pack: a digest of the pack's
bytes and what they say.  A pack that has changed since has another digest and is read as YAML: what is stale is never
used.
This module imports nothing of the package, because the build does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("packs.jsonl")


def read(pack: Path, file: Path = FILE) -> dict[str, Any] | None:
    """What the pack says, if it was read ahead and has not changed since.

    ``file`` is what ``write`` wrote.
    """
    try:
        source = pack.read_bytes()
    except OSError:  # told by who reads it as YAML
        return None
    text = _lines(file).get(digest(source))
    return None if text is None else dict(json.loads(text))


@cache
def _lines(file: Path) -> dict[str, str]:
    """The JSON of each pack by its digest; none where the package has not been built."""
    if not file.is_file():
        return {}
    # Of a line the digest stands first, and what the pack says directly after it.
    lines = file.read_text("utf-8").splitlines()
    return {line[:_DIGEST]: line[_DIGEST:] for line in lines}


def digest(source: bytes) -> str:
    """What tells a pack's bytes from all others; always as long."""
    return sha256(source).hexdigest()


_DIGEST = len(digest(b""))


def write(packs: Iterable[Path], file: Path = FILE) -> None:
    """Read the packs ahead; those that JSON can't say in full are left to be read as YAML."""
    import yaml

    # In C where it is there: it says the same in a tenth of the time, which every installation waits for.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = []
    for path in sorted(packs):
        source = path.read_bytes()
        try:
            data = yaml.load(source, loader)
        except yaml.YAMLError:  # told when the pack is loaded
            continue
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
        if json.loads(text) == data:
            lines.append(f"{digest(source)}{text}\n")
    file.write_text("".join(lines), "utf-8")
