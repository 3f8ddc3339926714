"""``klarsprak.yml``: the organisation's own choices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, StringConstraints, ValidationError

from klarsprak.config.choices import GateChoices, Organisation, SignatureChoices, as_signature
from klarsprak.config.location import FILE_NAME
from klarsprak.config.settings import RuleSettings
from klarsprak.files.errors import FileError
from klarsprak.files.given import as_path
from klarsprak.files.validation import LevelName, Strings, describe, gravest, invalid
from klarsprak.files.yaml import error_at_value, read_mapping
from klarsprak.finding import SignaturePart

_Filled = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


class ConfigError(Exception):
    """Choices that can't be used; the text is one Swedish line, and ``invalid`` is what pydantic says."""

    def __init__(self, invalid: ValidationError) -> None:
        super().__init__(describe(gravest(invalid), Config))
        self.invalid = invalid


class Config(BaseModel):
    """The file's keys; all of them may be left out.  Raises ``ConfigError``."""

    model_config = ConfigDict(extra="forbid")

    organisation: Organisation = Field(default=Organisation(), description="Vilka ni är.")
    select: Strings = Field(
        default=[],
        description="Bara dessa paket, kategorier och regler. Tomt: alla.",
        examples=[["kanslisvenska", "signatur"]],
    )
    ignore: Strings = Field(
        default=[],
        description="Paket, kategorier och regler som inte gäller.",
        examples=[["lasbarhet", "ton.arbetsbelastning"]],
    )
    levels: dict[str, LevelName] = Field(
        default={},
        description="Annan nivå för ett paket, en kategori eller en regel: error, warning eller info.",
        examples=[{"mening": "info", "kanslisvenska.erhålla": "error"}],
    )
    allow: Strings = Field(
        default=[],
        description="Ord och förkortningar som programmet aldrig anmärker på.",
        examples=[["LSS", "bistånd"]],
    )
    terms: dict[_Filled, _Filled] = Field(
        default={},
        description="Egna förklaringar av fackord: ordet och en mening som förklarar det.",
        examples=[{"vite": "Ett vite är pengar som du måste betala om du inte gör det du ska."}],
    )
    signature: Annotated[
        SignatureChoices,
        BeforeValidator(as_signature, json_schema_input_type=list[SignaturePart] | SignatureChoices),
        Field(
            description="Delar som underskriften ska ha: en lista, eller en lista för varje slags brev.",
            examples=[["name", "title", "unit", "phone"]],
        ),
    ] = SignatureChoices()
    rule_packs: Strings = Field(
        default=[],
        description="Egna regelpaket: filer eller mappar, räknat från den här filens mapp.",
        examples=[["våra-regler.yml"]],
    )
    law_register: str = Field(
        default="",
        description="Eget lagregister från klarsprak laws import, räknat från den här filens mapp.",
        examples=["lagregister.tsv.gz"],
    )
    path_ignores: dict[str, Strings] = Field(
        default={},
        description="Filer och mappar, räknat från den här filens mapp, och de paket, kategorier och regler som inte "
        "gäller där. En stjärna står för en del av ett namn, två stjärnor för flera mappar.",
        examples=[{"mallar/gamla/**": ["kanslisvenska"], "*.eml": ["signatur.adress"]}],
    )
    baseline: str = Field(
        default="",
        description="Fil med kända anmärkningar, som inte visas igen. Skriv den med klarsprak baseline.",
        examples=["klarsprak-baseline.json"],
    )
    gate: GateChoices = Field(default=GateChoices(), description="Vad som stoppar ett brev i klarsprak gate.")

    _path: Path = PrivateAttr(default=Path(FILE_NAME))

    if not TYPE_CHECKING:  # type checkers know the keys from the fields

        def __init__(self, **choices: Any) -> None:
            try:
                super().__init__(**choices)
            except ValidationError as error:
                raise ConfigError(error) from None

    def settings(self) -> RuleSettings:
        """What the rules look at."""
        return RuleSettings(
            allowed=frozenset(word.lower() for word in self.allow),
            terms={term.lower(): text for term, text in self.terms.items()},
            signature_parts=self.signature.parts(),
            visiting_address=self.signature.visiting_address,
            organisation=self.organisation.name,
            switchboards=tuple(self.organisation.switchboards),
            units=tuple(self.organisation.units),
            addresses=tuple(self.organisation.addresses),
            law_register=self.register_file(),
        )

    def register_file(self) -> Path | None:
        """The organisation's register of acts; raises ``FileError`` for one that isn't there."""
        if not self.law_register:
            return None
        path = self.folder / self.law_register
        if not path.is_file():
            raise self.fault("law_register", self.law_register, f"lagregistret ”{path}” finns inte.")
        return path

    def packs(self) -> list[Path]:
        """The organisation's own packs, each once; raises ``FileError`` for one that isn't there."""
        names = dict.fromkeys(self.rule_packs)
        return [self._pack(name) for name in names]

    def _pack(self, name: str) -> Path:
        """The pack of that name, counted from the file's folder; raises ``FileError`` for one that isn't there."""
        path = self.folder / name
        if not path.exists():
            raise self.fault("rule_packs", name, f"regelpaketet ”{path}” finns inte.")
        return path

    @property
    def folder(self) -> Path:
        """The folder that paths in the file are counted from."""
        return self._path.parent

    def fault(self, key: str, value: str, message: str) -> FileError:
        """A ``FileError`` at the value, or the key, under one of the file's keys."""
        return error_at_value(self._path, key, value, message)


def load_config(path: str | Path) -> Config:
    """The configuration in a file; raises ``FileError`` with line and column."""
    path = as_path(path, "path")
    try:
        config = Config(**{str(key): value for key, value in read_mapping(path).items()})
    except ConfigError as error:
        raise invalid(path, error.invalid, Config) from None
    config._path = path
    return config
