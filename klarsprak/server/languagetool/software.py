"""What the server says of itself to LanguageTool's clients."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from klarsprak import version

LANGUAGES = [
    {"name": "Swedish", "code": "sv", "longCode": "sv"},
    {"name": "Swedish (Sweden)", "code": "sv", "longCode": "sv-SE"},
    {"name": "Swedish (Finland)", "code": "sv", "longCode": "sv-FI"},
]


@cache
def software() -> dict[str, Any]:
    """The block *software* of answers."""
    installed = Path(version.__file__).stat().st_mtime
    return {
        "name": "klarsprak",
        "version": version.__version__,
        "buildDate": date.fromtimestamp(installed).isoformat(),
        "apiVersion": 1,
        "premium": False,
        "status": "",
    }
