"""What pydantic says of a file, in Swedish."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from klarsprak.files.invalid import describe, told
from klarsprak.files.meant import did_you_mean
from klarsprak.files.validation import LevelName, Strings
from klarsprak.finding import Level


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")

    phone: str = ""


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid")

    pack: str
    part: Literal["name", "phone"] = "name"
    level: LevelName = Level.INFO
    inner: list[str] | Inner = []
    words: Annotated[Strings, Field(min_length=1)] = ["ton"]
    count: int = 0
    even: Annotated[int, Field(multiple_of=2)] = 0
    short: Annotated[str, Field(max_length=3)] = ""


def said(**values: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate(values)
    return describe(told(caught.value, Outer)[0], Outer)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"pakc": "ton"}, "okänd nyckel ”pakc”. Menade du ”pack”?"),
        ({"pack": "ton", "xyz": 1}, "okänd nyckel ”xyz”."),
        ({"part": "name"}, "nyckeln ”pack” saknas."),
        (
            {"pack": "ton", "part": "fone"},
            "”fone” är inget värde för part. Menade du ”phone”? Välj bland name, phone.",
        ),
        ({"pack": "ton", "level": "hög"}, "level: ”hög” – nivån ska vara error, warning eller info."),
        ({"pack": None}, "nyckeln ”pack” är tom. Skriv ett värde, eller ta bort raden."),
        ({"pack": 3}, '”3” läses som ett tal och inte som text. Skriv citattecken runt: "3".'),
        ({"pack": "ton", "words": []}, "En tom lista går inte som värde för words. Där ska stå minst en."),
        ({"pack": "ton", "short": "åäöå"}, "”åäöå” går inte som värde för short. Det får vara högst 3 tecken."),
        ({"pack": "ton", "even": 3}, "”3” går inte som värde för even. Skriv ett annat värde."),
        ({"pack": "ton", "count": "x"}, "”x” går inte som värde för count. Skriv ett heltal."),
    ],
)
def test_each_kind_of_error_has_its_words(values: dict[str, Any], says: str) -> None:
    assert said(**values) == says


def test_a_key_below_another_one_is_compared_with_those_that_can_stand_there() -> None:
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate({"pack": "ton", "inner": {"fone": "1"}})
    error = next(each for each in caught.value.errors() if each["type"] == "extra_forbidden")
    assert describe(error, Outer) == "okänd nyckel ”fone”. Menade du ”phone”?"


def test_what_resembles_nothing_has_no_proposal() -> None:
    assert did_you_mean("erhålla", ["få", "lämna"]) == ""
    assert did_you_mean("erhala", ["få", "erhålla"]) == " Menade du ”erhålla”?"
