"""The groups of keys in ``klarsprak.yml``: who writes, what a signature holds, what the gate stops."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from klarsprak.config.swedish_keys import with_swedish
from klarsprak.files.validation import AS_LIST, LevelName, Strings
from klarsprak.finding import SIGNATURE_PARTS, Category, Level, Occasion, SignaturePart


class Organisation(BaseModel):
    """Who writes the letters."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=with_swedish)

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

    model_config = ConfigDict(extra="forbid", json_schema_extra=with_swedish)

    letter: list[SignaturePart] = Field(
        default=list(SIGNATURE_PARTS),  # type: ignore[arg-type]
        description="Delar som underskriften ska ha i vanliga brev: name, title, unit, address, phone.",
        examples=[["name", "title", "unit", "phone"]],
    )
    unit: list[SignaturePart] | None = Field(
        default=None,
        description="Delar i brev som en enhet undertecknar och ingen person. Utan nyckeln: som i vanliga brev.",
        examples=[["unit", "address", "phone"]],
    )
    digital: list[SignaturePart] | None = Field(
        default=None,
        description="Delar i beslut som är godkända digitalt och saknar underskrift för hand. "
        "Utan nyckeln: som i vanliga brev.",
        examples=[["name", "title", "unit", "phone"]],
    )
    autoreply: list[SignaturePart] = Field(
        default=["unit", "phone"], description="Delar i automatiska svar.", examples=[["unit"]]
    )
    appendix: list[SignaturePart] = Field(
        default=[], description="Delar i bilagor, till exempel en överklagandehänvisning.", examples=[["unit"]]
    )
    form: list[SignaturePart] = Field(default=[], description="Delar i blanketter.", examples=[["unit", "phone"]])
    report: list[SignaturePart] = Field(default=[], description="Delar i rapporter.", examples=[["name", "unit"]])
    notice: list[SignaturePart] = Field(
        default=[],
        description="Delar i meddelanden som ett system skickar, till exempel sms och aviseringar.",
        examples=[["unit"]],
    )
    record: list[SignaturePart] = Field(
        default=[],
        description="Delar i det som inte är skrivet till någon: listor, rader ur register, publicerade beslut.",
        examples=[["unit"]],
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
        }

    def _or_as_letter(self, parts: list[SignaturePart] | None) -> tuple[str, ...]:
        """The parts, or those of a usual letter where none are chosen."""
        if parts is None:
            return tuple(self.letter)
        return tuple(parts)


def as_signature(value: object) -> object:
    """A bare list holds for usual letters: *signature: [name, phone]*."""
    if isinstance(value, list):
        return {"letter": value}
    return value


class GateChoices(BaseModel):
    """What keeps a letter from leaving the house."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=with_swedish)

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
    signature: list[SignaturePart] | None = Field(
        default=None,
        description="Delar av underskriften som stoppar brevet om de saknas, bland dem som signature kräver. "
        "Tom lista: alla delar får saknas. Utan nyckeln gäller nivån även för underskriften.",
        examples=[["name", "phone"]],
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
