"""One organisation's rules and laws, kept in memory while the server runs: what the tools ask."""

from __future__ import annotations

from functools import cached_property

from klarsprak.compare.short_forms import WrittenOut, written_out
from klarsprak.config.model import Config
from klarsprak.kinds import Rule
from klarsprak.laws.chosen import register_of
from klarsprak.laws.register import Register
from klarsprak.live.checking import LiveChecker
from klarsprak.rulebook import packs
from klarsprak.rulebook.own_terms import in_own_words


class Judge:
    """The checker, the rules and the register of laws.  Raises ``FileError`` for what can't be used.

    Loading takes a second.  Of the texts that it is asked about it keeps nothing.
    """

    def __init__(self, config: Config | None = None) -> None:
        self._config = config or Config()
        self.checker = LiveChecker(self._config)

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that apply, with the organisation's own explanations in place of theirs."""
        return list(in_own_words(self.checker.letter.rules, self._config.terms))

    @cached_property
    def every_rule(self) -> list[Rule]:
        """All rules, those too that the organisation has turned off: a word may be asked about all the same."""
        return packs.all_rules(self._config)

    @cached_property
    def register(self) -> Register:
        """The organisation's register of laws, the user's own, or the one that ships."""
        return register_of(self._config)

    @cached_property
    def short_forms(self) -> WrittenOut:
        """What short forms stand for."""
        return written_out(self.every_rule)
