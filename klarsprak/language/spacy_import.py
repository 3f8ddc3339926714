"""spaCy imported without its own command line, which nothing here uses and which takes a quarter of the time."""

from __future__ import annotations

import sys
from types import ModuleType

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy with an empty module where its command line would be; later it can be imported as ever."""
    if "spacy" in sys.modules:
        return
    stubs = {name: ModuleType(name) for name in _COMMANDS}
    stubs["spacy.cli"].__path__ = []
    stubs["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    sys.modules.update(stubs)
    try:
        import spacy  # noqa: F401
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)
