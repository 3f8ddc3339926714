"""Reads the rule packs ahead when the package is built or installed: see ``klarsprak/rulebook/ahead.py``."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``klarsprak/rulebook/packs.jsonl``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before each build, an editable one too; the package itself can't be imported then."""
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location("ahead", root / "klarsprak" / "rulebook" / "ahead.py")
        assert spec is not None
        assert spec.loader is not None
        ahead = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(ahead)
        ahead.write((root / "rules").rglob("*.yml"))
