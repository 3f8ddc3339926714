"""Build the docx and PDF letters: ``python -m corpora.build [--fonts DIR] [NAME …]``.

Every ``letters/NAME.docx.yml`` or ``letters/NAME.pdf.yml`` becomes ``corpora/letters/NAME.docx`` or ``.pdf``;
those of ``signatures/`` likewise.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

FOLDERS = ("letters", "signatures")
SOURCES = Path(__file__).parent
TARGET = Path(__file__).parent.parent


def build(path: Path, fonts: Path) -> bytes:
    """The file that the source at ``path`` describes."""
    source: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    name, kind = path.stem.rsplit(".", 1)
    if kind == "docx":
        from corpora.build.package import docx

        return docx(name, source)
    from corpora.build.pdf import pdf

    return pdf(source, fonts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts/truetype"), metavar="DIR")
    parser.add_argument("names", nargs="*", metavar="NAME")
    arguments = parser.parse_args()
    for path in (path for folder in FOLDERS for path in sorted((SOURCES / folder).glob("*.yml"))):
        if not arguments.names or path.stem in arguments.names:
            (TARGET / path.parent.name / path.stem).write_bytes(build(path, arguments.fonts))


if __name__ == "__main__":
    main()
