"""What the tools are asked, as JSON Schema tells it to a model; and what is wrong with a question, in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from klarsprak.files.meant import did_you_mean
from klarsprak.swedish import number

LONGEST_TEXT = 100_000
"""Code points of a text; a letter has some thousand."""
_LONGEST_WORDS = 200

Text = Annotated[str, Field(max_length=LONGEST_TEXT)]
Words = Annotated[str, Field(max_length=_LONGEST_WORDS)]


class Request(BaseModel):
    """A tool's arguments; one that there isn't is told and not passed over."""

    model_config = ConfigDict(extra="forbid", strict=True)


R = TypeVar("R", bound=Request)


class CheckRequest(Request):
    """What ``check_text`` is asked."""

    text: Text = Field(description="Texten som ska granskas: ett stycke eller ett helt brev.")
    whole: bool = Field(
        default=False,
        description="Sant om texten är ett helt brev. Då granskas också det som ett brev måste ha, till exempel "
        "underskrift och hur man överklagar.",
    )
    level: Literal["error", "warning", "info"] = Field(
        default="info",
        description="Lägsta nivå på anmärkningarna: error (måste rättas), warning (bör skrivas om) eller info "
        "(tänk på).",
    )


class TermRequest(Request):
    """What ``explain_term`` is asked."""

    term: Words = Field(description="Ordet eller frasen, i vilken böjning som helst: vite, laga kraft, biståndet.")


class SectionRequest(Request):
    """What ``explain_section`` is asked."""

    reference: Words = Field(description="Lagen eller paragrafen: 9 § förvaltningslagen, 4 kap. 1 § SoL, 2010:900.")


class CompareRequest(Request):
    """What ``compare`` is asked."""

    draft: Text = Field(description="Utkastet, så som det såg ut innan det skrevs om.")
    rewrite: Text = Field(description="Den nya texten.")


class RefusedError(Exception):
    """A question that can't be answered; the text says in Swedish why, and what to do."""


def read_request(model: type[R], arguments: dict[str, Any]) -> R:
    """The arguments as the model's; raises ``RefusedError`` that names everything wrong with them.

    It never repeats a text.
    """
    try:
        return model.model_validate(arguments)
    except ValidationError as error:
        raise RefusedError(" ".join(_faults(error, model))) from None


def _faults(error: ValidationError, model: type[Request]) -> Iterator[str]:
    for each in error.errors(include_input=False, include_url=False):
        name = ".".join(map(str, each["loc"]))
        say = _FAULTS.get(each["type"], "”{name}” går inte att använda.")
        nearest = did_you_mean(name, model.model_fields)
        longest = number(each.get("ctx", {}).get("max_length"))
        choices = each.get("ctx", {}).get("expected", "").replace("'", "”").replace(" or ", " eller ")
        yield say.format(name=name, nearest=nearest, longest=longest, choices=choices)


_FAULTS = {
    "missing": "”{name}” saknas.",
    "extra_forbidden": "”{name}” finns inte.{nearest}",
    "string_type": "”{name}” ska vara text.",
    "string_too_long": "”{name}” är för lång. Den får ha högst {longest} tecken. Dela upp texten.",
    "bool_type": "”{name}” ska vara true eller false.",
    "literal_error": "”{name}” ska vara {choices}.",
}
"""By pydantic's names of what is wrong."""
