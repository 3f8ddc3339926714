"""Swedish: tokens, sentences, tags, trees, inflection, readability.

Everything that uses spaCy imports this package first, so that spaCy is imported without its own command line: nothing
here uses that, and it takes a quarter of the import's time.
"""

from __future__ import annotations

import sys
from types import ModuleType

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def _import_spacy() -> None:
    """Import spaCy with an empty module where its command line would be; later it can be imported as ever."""
    stubs = {name: ModuleType(name) for name in _COMMANDS}
    stubs["spacy.cli"].__path__ = []
    stubs["spacy.cli.info"].info = None  # type: ignore[attr-defined]
    sys.modules.update(stubs)
    try:
        import spacy  # noqa: F401
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)


if "spacy" not in sys.modules:
    _import_spacy()
