"""How a kind of rules finds things, and what it finds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Generic, NamedTuple, TypeVar

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Rule

R = TypeVar("R", bound=Rule)


class Hit(NamedTuple):
    """A place where a rule applies: the block's index and the characters in it, or no block at all.

    ``values`` fill the placeholders of the rule's message.
    """

    rule: Rule
    block: int | None = None
    start: int = 0
    end: int = 0
    suggestions: tuple[str, ...] = ()
    values: Mapping[str, object] = MappingProxyType({})
    base_form: str = ""
    """The suggestion's dictionary form, where the form that fits isn't known."""
    is_turned: bool = False
    """Whether that form fits only in a sentence with another subject: *Bidraget uppbärs av …* and *få*."""
    needs_person: bool = False
    """Whether a person has to choose: a hint says more of the phrase, or what is offered may not fit there."""
    word: str = ""
    """Which of the rule's words it is, in dictionary form."""
    once_as: str = ""
    """Which of the rule's words it is, where the rule flags each of them once."""
    explanation: str = ""
    """A sentence that says what the words mean, for the writer to put into the letter."""
    explanation_source: str = ""
    """Which wording of the law that sentence was written from: *lagen med ändringar till och med SFS 2025:1501*."""
    is_guess: bool = False
    """Whether it says that something isn't told, which a letter that is clear may tell in other words."""


class Kind(ABC, Generic[R]):
    """A way of finding things: built once from all rules of the kind, then applied to letter after letter."""

    rule_type: ClassVar[type[Rule]]

    def __init__(self, rules: Sequence[R], settings: RuleSettings) -> None:
        self.rules = rules
        self.settings = settings

    @abstractmethod
    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """All places in the letter where a rule of this kind applies.

        In any order; a letter that it finds nothing in costs as little as it can.
        """
