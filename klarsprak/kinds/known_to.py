"""``known_to``: readers who know a rule's words, and so the letters in which it is silent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from klarsprak.analysis import Analysis
from klarsprak.files.validation import as_list
from klarsprak.prose.audience import Audience, audiences

AudienceName = Annotated[Audience, WithJsonSchema({"type": "string", "enum": list(map(str, Audience))})]
Audiences = Annotated[
    list[AudienceName], BeforeValidator(as_list, json_schema_input_type=AudienceName | list[AudienceName])
]
"""One audience or a list of them."""


def is_written_to(readers: Collection[Audience], analysis: Analysis) -> bool:
    """Whether the letter is plainly written to one of those readers: *bokslut* to a club's board."""
    return bool(readers) and not analysis.once(audiences).isdisjoint(readers)


def note_of(readers: Collection[Audience]) -> Iterator[str]:
    """What the rule's page says of those readers; nothing where there are none."""
    if readers:
        yield f"Regeln är tyst i brev till läsare som kan orden: {', '.join(readers)}."
