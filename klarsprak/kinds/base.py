"""What every kind of rule has in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from klarsprak.finding import Category, Level
from klarsprak.kinds.conditions import Condition
from klarsprak.language.analysis import Analysis
from klarsprak.language.pipeline import Need
from klarsprak.settings import Settings


def as_list(value: object) -> object:
    """A single value where a list is asked for is a list of one."""
    return value if isinstance(value, list) else [value]


def _as_level(value: object) -> object:
    if isinstance(value, str):
        try:
            return Level.parse(value)
        except ValueError:
            raise ValueError("nivån ska vara error, warning eller info") from None
    return value


Strings = Annotated[list[str], BeforeValidator(as_list, json_schema_input_type=str | list[str])]
LevelName = Annotated[
    Level,
    BeforeValidator(_as_level),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "enum": [str(level) for level in Level]}),
]


class Example(BaseModel):
    """A piece of a letter that shows what the rule flags (``flag``) or lets be (``pass``).

    In ``flag``, square brackets stand around the words to be marked; without brackets the finding must be one
    without words (something is missing).  Square brackets of the letter itself are written ``[[`` and ``]]``.
    ``fix`` is the text with the first suggestion put in place of every marked stretch.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    flag: str | None = None
    pass_: str | None = Field(default=None, alias="pass")
    fix: str | None = None
    config: dict[str, Any] | None = Field(
        default=None, description="Delar av klarsprak.yml som gäller för exemplet, t.ex. {allow: [LSS]}."
    )


class Rule(BaseModel):
    """The keys that every rule has, whatever its kind; a pack's own keys are defaults for its rules."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(description="Regelns namn inom sitt paket.", pattern=r"^[\wåäöéÅÄÖ.+-]+$")
    pack: str = Field(default="", exclude=True)
    kind: str
    category: Category
    level: LevelName
    aliases: list[str] = Field(default=[], description="Regelns tidigare namn.")
    why: str = Field(description="Ett skäl som en handläggare godtar.")
    source: str = Field(default="", description="Varifrån regeln kommer.")
    message: str
    when: Condition | None = Field(default=None, description="Regeln gäller bara när detta stämmer.")
    unless: Condition | None = Field(default=None, description="Regeln gäller inte när detta stämmer.")
    examples: list[Example] = Field(min_length=1)

    default_message: ClassVar[str] = ""
    placeholders: ClassVar[frozenset[str]] = frozenset({"text", "suggestion"})

    @property
    def name(self) -> str:
        """The rule's identity: ``pack.id``."""
        return f"{self.pack}.{self.id}"

    def need(self) -> Need:
        """How much of the language analysis the rule asks for."""
        need = Need.FORMS
        for condition in (self.when, self.unless):
            if condition is not None:
                need |= condition.need()
        return need


R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule applies: the block's index and the characters in it, or no block at all.

    ``values`` fill the placeholders of the rule's message.
    """

    rule: Rule
    block: int | None = None
    start: int = 0
    end: int = 0
    suggestions: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)


class Kind(ABC, Generic[R]):
    """A way of finding things: built once from all rules of the kind, then applied to letter after letter."""

    rule_type: ClassVar[type[Rule]]
    own_words_only: ClassVar[bool] = True
    """Whether hits within quotation marks and prompt texts are dropped."""

    def __init__(self, rules: Sequence[R], settings: Settings) -> None:
        self.rules = rules
        self.settings = settings

    @abstractmethod
    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """All places in the letter where a rule of this kind applies."""
