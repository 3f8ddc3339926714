"""``known_to``: readers who know a rule's words, and so the letters in which it is silent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from klarsprak.files.validation import as_list
from klarsprak.prose.audience import Audience

AudienceName = Annotated[Audience, WithJsonSchema({"type": "string", "enum": list(map(str, Audience))})]
Audiences = Annotated[
    list[AudienceName], BeforeValidator(as_list, json_schema_input_type=AudienceName | list[AudienceName])
]
"""One audience or a list of them."""


def note_of(readers: Collection[Audience]) -> Iterator[str]:
    """What the rule's page says of those readers; nothing where there are none."""
    if readers:
        yield f"Regeln är tyst i brev till läsare som kan orden: {', '.join(readers)}."
