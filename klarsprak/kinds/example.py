"""The examples that every rule carries, and that are run."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field

from klarsprak.files.small import SmallModel


class Example(SmallModel):
    """A piece of a letter that shows what the rule flags (``flag``) or lets be (``pass``).

    In ``flag``, square brackets stand around the words to be marked; without brackets the finding must be one
    without words (something is missing).  Square brackets of the letter itself are written ``[[`` and ``]]``.
    ``fix`` is the text with the first suggestion put in place of every marked stretch.
    """

    model_config = ConfigDict(defer_build=True, extra="forbid", populate_by_name=True)

    flag: str | None = None
    pass_: str | None = Field(default=None, alias="pass")
    fix: str | None = None
    config: dict[str, Any] | None = Field(
        default=None, description="Delar av klarsprak.yml som gäller för exemplet, till exempel {allow: [LSS]}."
    )
