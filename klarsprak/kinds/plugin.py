"""Kinds of rules that other packages add, by entry points of the group ``klarsprak.kinds``.

The entry point leads to a subclass of ``Kind``, whose ``rule_type`` is a subclass of ``Rule``: the keys that such
rules have in a pack.  Its name is what stands after ``kind:`` there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.plugins import Plugin


def load(plugin: Plugin) -> type[Kind[Any]]:
    """The plugin's kind; raises ``PluginError`` for what is none."""
    kind = plugin.load()
    if not _is_class(kind, Kind):
        raise plugin.fault(f"{plugin.called} är ingen klass som bygger på klarsprak.kinds.Kind.")
    if not _is_class(getattr(kind, "rule_type", None), Rule):
        raise plugin.fault(f"{plugin.called} har ingen rule_type som bygger på klarsprak.kinds.Rule.")
    of_kind: type[Kind[Any]] = kind
    return of_kind


def _is_class(value: object, base: type) -> bool:
    """Whether it is a class that builds on the other."""
    return isinstance(value, type) and issubclass(value, base)


class AddedKind(Kind[Rule]):
    """A plugin's kind at work; what goes wrong in it is a ``PluginError`` that names its package."""

    rule_type = Rule

    def __init__(self, plugin: Plugin, rules: Sequence[Rule], settings: RuleSettings) -> None:
        """Loads the plugin and builds its kind; raises ``PluginError``."""
        super().__init__(rules, settings)
        self._plugin = plugin
        of_kind = load(plugin)
        with plugin.blamed("klarade inte sina regler"):
            self._kind = of_kind(rules, settings)

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The plugin's hits; raises ``PluginError``, also for one that points outside the letter."""
        with self._plugin.blamed("klarade inte brevet"):
            hits = list(self._kind.find(analysis))
        for hit in hits:
            if not _is_in_letter(hit, analysis):
                raise self._plugin.fault(f"{self._plugin.called} pekar på ord som inte finns i brevet.")
            self._check_values(hit)
            yield hit

    def _check_values(self, hit: Hit) -> None:
        """Raise ``PluginError`` for a hit that can't fill in all that the rule's message may hold."""
        lacking = hit.rule.placeholders - {"text", "suggestion"} - hit.values.keys()
        if lacking:
            names = ", ".join(sorted(lacking))
            raise self._plugin.fault(f"{self._plugin.called} säger inte vad som ska stå för {names} i meddelandet.")


def _is_in_letter(hit: Hit, analysis: Analysis) -> bool:
    """Whether the hit's words are words of the letter; a hit without a block is what the letter lacks."""
    if hit.block is None:
        return True
    blocks = analysis.letter.blocks
    if not 0 <= hit.block < len(blocks):
        return False
    return 0 <= hit.start < hit.end <= len(blocks[hit.block].text)
