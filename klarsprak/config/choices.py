"""The groups of keys in ``klarsprak.yml``: who writes, what a signature holds, what the gate stops."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from klarsprak.config.swedish_keys import with_swedish
from klarsprak.files.meant import did_you_mean
from klarsprak.files.validation import AS_LIST, LevelName, Strings
from klarsprak.finding import SIGNATURE_PARTS, Category, Level, Occasion, SignaturePart
from klarsprak.processes import MEMORY_LIMIT
from klarsprak.time_budget import SECONDS

_MEGABYTE = 1024**2

PARTS = dict(zip(("namn", "titel", "enhet", "adress", "telefon"), SIGNATURE_PARTS, strict=True))
"""The parts of a signature by their Swedish names."""


def _as_part(value: object) -> object:
    """The part by the name that the program knows it by: *telefon* is *phone*; raises ``ValueError`` for no part."""
    if not isinstance(value, str) or value in SIGNATURE_PARTS:
        return value
    if value not in PARTS:
        meant = did_you_mean(value, [*PARTS, *SIGNATURE_PARTS])
        raise ValueError(f"delen finns inte.{meant} Välj bland {', '.join(PARTS)}")
    return PARTS[value]


Part = Annotated[
    SignaturePart, BeforeValidator(_as_part), WithJsonSchema({"type": "string", "enum": [*PARTS, *SIGNATURE_PARTS]})
]


class Organisation(BaseModel):
    """Who writes the letters."""

    model_config = ConfigDict(defer_build=True, extra="forbid", json_schema_extra=with_swedish)

    name: str = Field(default="", description="Kommunens namn.", examples=["Ekvalla kommun"])
    units: Strings = Field(
        default=[],
        description="Förvaltningar och enheter, som de skrivs i breven.",
        examples=[["Socialförvaltningen", "Enheten för bygglov"]],
    )
    switchboards: Strings = Field(
        default=[],
        description="Växelns nummer: räknas inte som handläggarens eget.",
        examples=[["0980-319 200"]],
    )
    addresses: Strings = Field(
        default=[], description="Kommunens egna adresser.", examples=[["Box 115, 123 21 Ekvalla"]]
    )


class SignatureChoices(BaseModel):
    """What the signature must hold, by what the letter is; a bare list of parts is ``letter``."""

    model_config = ConfigDict(defer_build=True, extra="forbid", json_schema_extra=with_swedish)

    letter: list[Part] = Field(
        default=list(SIGNATURE_PARTS),  # type: ignore[arg-type]
        description="Delar som underskriften ska ha i vanliga brev: namn, titel, enhet, adress, telefon.",
        examples=[["namn", "titel", "enhet", "telefon"]],
    )
    unit: list[Part] | None = Field(
        default=None,
        description="Delar i brev som en enhet undertecknar och ingen person. Utan nyckeln: som i vanliga brev.",
        examples=[["enhet", "adress", "telefon"]],
    )
    digital: list[Part] | None = Field(
        default=None,
        description="Delar i beslut som är godkända digitalt och saknar underskrift för hand. "
        "Utan nyckeln: som i vanliga brev.",
        examples=[["namn", "titel", "enhet", "telefon"]],
    )
    autoreply: list[Part] = Field(
        default=["unit", "phone"], description="Delar i automatiska svar.", examples=[["enhet"]]
    )
    appendix: list[Part] = Field(
        default=[], description="Delar i bilagor, till exempel en överklagandehänvisning.", examples=[["enhet"]]
    )
    form: list[Part] = Field(default=[], description="Delar i blanketter.", examples=[["enhet", "telefon"]])
    report: list[Part] = Field(default=[], description="Delar i rapporter.", examples=[["namn", "enhet"]])
    notice: list[Part] = Field(
        default=[],
        description="Delar i meddelanden som ett system skickar, till exempel sms och aviseringar.",
        examples=[["enhet"]],
    )
    record: list[Part] = Field(
        default=[],
        description="Delar i det som inte är skrivet till någon: listor, rader ur register, publicerade beslut.",
        examples=[["enhet"]],
    )
    page: list[Part] = Field(
        default=[],
        description="Delar i sidor som läses av vem som helst, till exempel frågor och svar eller information om en "
        "tjänst.",
        examples=[["enhet", "telefon"]],
    )
    visiting_address: bool = Field(
        default=False, description="true: en besöksadress räcker som adress.", examples=[True]
    )

    def parts(self) -> dict[Occasion, tuple[str, ...]]:
        """The parts for every sort of letter."""
        return {
            Occasion.LETTER: tuple(self.letter),
            Occasion.UNIT: self._or_as_letter(self.unit),
            Occasion.DIGITAL: self._or_as_letter(self.digital),
            Occasion.AUTOREPLY: tuple(self.autoreply),
            Occasion.APPENDIX: tuple(self.appendix),
            Occasion.FORM: tuple(self.form),
            Occasion.REPORT: tuple(self.report),
            Occasion.NOTICE: tuple(self.notice),
            Occasion.RECORD: tuple(self.record),
            Occasion.PAGE: tuple(self.page),
        }

    def _or_as_letter(self, parts: list[Part] | None) -> tuple[str, ...]:
        """The parts, or those of a usual letter where none are chosen."""
        if parts is None:
            return tuple(self.letter)
        return tuple(parts)


def as_signature(value: object) -> object:
    """A bare list holds for usual letters: *signature: [name, phone]*."""
    if isinstance(value, list):
        return {"letter": value}
    return value


class Limits(BaseModel):
    """How much a letter may ask of the program before it says that the letter isn't checked."""

    model_config = ConfigDict(defer_build=True, extra="forbid", json_schema_extra=with_swedish)

    seconds: float = Field(
        default=SECONDS,
        gt=0,
        le=86_400,
        description="Längsta tid för ett brev. Det som tar längre tid räknas som inte granskat.",
        examples=[60],
    )
    words: int = Field(
        default=100_000,
        gt=0,
        description="Så många ord får ett brev ha, skiljetecknen medräknade. Ett längre räknas som inte granskat.",
        examples=[200_000],
    )
    memory: int = Field(
        default=MEMORY_LIMIT // _MEGABYTE,
        ge=500,
        le=1024**2,
        description="Så många megabyte minne får en process ha som granskar andras brev: i grinden, servern och "
        "arkivgranskningen. Ett brev som behöver mer räknas som inte granskat. Gäller inte i Windows.",
        examples=[2000],
    )

    @property
    def memory_in_bytes(self) -> int:
        """The same for the system."""
        return self.memory * _MEGABYTE


class GateChoices(BaseModel):
    """What keeps a letter from leaving the house."""

    model_config = ConfigDict(defer_build=True, extra="forbid", json_schema_extra=with_swedish)

    level: LevelName = Field(
        default=Level.ERROR,
        description="Lägsta nivå på en anmärkning som stoppar brevet: error, warning eller info.",
        examples=["warning"],
    )
    categories: Annotated[list[Category], AS_LIST] = Field(
        default=[],
        description="Bara anmärkningar i dessa kategorier stoppar brevet. Tomt: alla.",
        examples=[["mallrest", "lagrum", "signatur"]],
    )
    signature: list[Part] | None = Field(
        default=None,
        description="Delar av underskriften som stoppar brevet om de saknas, bland dem som underskriften ska ha. "
        "Tom lista: alla delar får saknas. Utan nyckeln gäller nivån även för underskriften.",
        examples=[["namn", "telefon"]],
    )
    hold: Strings = Field(
        default=[],
        description="Brevtyper som alltid stoppas, för att någon ska läsa dem först.",
        examples=[["avslag"]],
    )
    exempt: Strings = Field(
        default=[],
        description="Brevtyper som släpps igenom trots anmärkningar.",
        examples=[["information"]],
    )
    pass_unchecked_parts: bool = Field(
        default=False,
        description="true: släpp igenom brev där en del inte går att granska, till exempel en inskannad sida.",
        examples=[True],
    )
