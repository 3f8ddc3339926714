"""``klarsprak.yml``: the organisation's own choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationError

from klarsprak.config.addin import AddinChoices
from klarsprak.config.choices import GateChoices, Limits, Organisation, Part, SignatureChoices, as_signature
from klarsprak.config.extends import Keys, Layer, read_layers, together
from klarsprak.config.location import FILE_NAME
from klarsprak.config.settings import RuleSettings
from klarsprak.config.swedish_keys import SWEDISH, doubled, in_english, with_swedish
from klarsprak.files.errors import Faults, FileError
from klarsprak.files.given import as_path
from klarsprak.files.invalid import Source, describe, invalid, told
from klarsprak.files.places import error_at, error_at_value, position_of
from klarsprak.files.there import is_file, is_folder, is_there
from klarsprak.files.validation import LevelName, Strings, Word
from klarsprak.files.yaml import read_mapping


class ConfigError(Exception):
    """Choices that can't be used; the text is one Swedish line, and ``invalid`` is what pydantic says, if it does."""

    def __init__(self, what: str, invalid: ValidationError | None = None) -> None:
        super().__init__(what)
        self.invalid = invalid


class Config(BaseModel):
    """The file's keys; all of them may be left out.  Raises ``ConfigError``."""

    model_config = ConfigDict(defer_build=True, extra="forbid", json_schema_extra=with_swedish)

    extends: str = Field(
        default="",
        description="En annan klarsprak.yml som den här bygger på, räknat från den här filens mapp. Det som står här "
        "går före. central: filen i användarens egen mapp för inställningar.",
        examples=["../klarsprak.yml"],
    )
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
    terms: dict[Word, Word] = Field(
        default={},
        description="Egna förklaringar av fackord: ordet och en mening som förklarar det.",
        examples=[{"vite": "Ett vite är pengar som du måste betala om du inte gör det du ska."}],
    )
    signature: Annotated[
        SignatureChoices,
        BeforeValidator(as_signature, json_schema_input_type=list[Part] | SignatureChoices),
        Field(
            description="Delar som underskriften ska ha: en lista, eller en lista för varje slags brev.",
            examples=[["namn", "titel", "enhet", "telefon"]],
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
    addin: AddinChoices = Field(default=AddinChoices(), description="Tilläggen för Outlook och Word.")
    limits: Limits = Field(
        default=Limits(), description="Hur mycket tid och minne ett brev får ta, och hur långt det får vara."
    )

    _layers: tuple[Layer, ...] = PrivateAttr(default=(Layer(Path(FILE_NAME), {}),))

    if not TYPE_CHECKING:  # type checkers know the keys from the fields

        def __init__(self, **choices: Any) -> None:
            way = next(doubled(choices, Config), None)
            if way is not None:  # one of the two would be lost without a word
                raise ConfigError(f"”{way[-1]}” och ”{SWEDISH[way[-1]]}” är samma nyckel. Ta bort den ena.")
            try:
                super().__init__(**in_english(choices, Config))
            except ValidationError as error:
                raise ConfigError(describe(told(error, Config)[0], Config), error) from None

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
        if not is_file(path):
            raise self.fault("law_register", self.law_register, f"lagregistret ”{path}” finns inte.")
        return path

    def addin_folder(self, key: Literal["icons", "office_js"]) -> Path | None:
        """The folder that the key names, None for none; raises ``FileError`` for one that isn't there."""
        name: str = getattr(self.addin, key)
        if not name:
            return None
        path = self.folder / name
        if not is_folder(path):
            raise self.fault("addin", name, f"mappen ”{path}” finns inte.")
        return path

    def packs(self) -> list[Path]:
        """The organisation's own packs, each once; raises ``FileError`` for those that aren't there."""
        faults = Faults()
        paths = []
        for name in dict.fromkeys(self.rule_packs):
            with faults.gathered():
                paths.append(self._pack(name))
        faults.check()
        return paths

    def _pack(self, name: str) -> Path:
        """The pack of that name, counted from the file's folder; raises ``FileError`` for one that isn't there."""
        path = self.folder / name
        if not is_there(path):
            raise self.fault("rule_packs", name, f"regelpaketet ”{path}” finns inte.")
        return path

    @property
    def folder(self) -> Path:
        """The folder that paths in the file are counted from."""
        return self.layers[0].path.parent

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The file, and those that it builds on, the nearest first."""
        return self._layers

    def ignored_paths(self) -> Iterator[tuple[Path, str, list[str]]]:
        """Each pattern of ``path_ignores``, the folder that it is counted from, and what doesn't hold there."""
        for pattern, ignored in self.path_ignores.items():
            layers = (layer for layer in self.layers if pattern in layer.keys.get("path_ignores", {}))
            yield next(layers, self.layers[0]).path.parent, pattern, ignored

    @contextmanager
    def told_at(self, key: Literal["law_register", "baseline"]) -> Iterator[None]:
        """Tells a ``FileError`` in the block, about the file that the key names, at the key.

        One about a file that was named on the command line stays as it is.
        """
        try:
            yield
        except FileError as error:
            faults = (self.fault(key, getattr(self, key), fault) for fault in error.faults)
            raise FileError(*map(str, faults)) from None

    def fault(self, key: str, value: str, message: str) -> FileError:
        """A ``FileError`` at the value, or the key, under one of the keys, in the nearest file where it stands."""
        for path, _ in self.layers:
            # Of a file that is built on, paths have been made whole.
            error = error_at_value(path, key, partial(_means, folder=path.parent, value=value), message, SWEDISH)
            if error is not None:
                return error
        return FileError(message)


def _means(text: str, folder: Path, value: str) -> bool:
    """Whether a text in a file of that folder is the value, or the path that the value is."""
    return value in (text, str(folder / text))


def load_config(path: str | Path) -> Config:
    """The configuration in a file, with what it builds on; raises ``FileError`` with the place of each fault."""
    layers = read_layers(as_path(path, "path"), _keys)
    config = Config.model_validate(together(layers))
    config._layers = tuple(layers)
    return config


def _keys(path: Path) -> Keys:
    """What one file says, without what it builds on; raises ``FileError`` with all that is wrong in it."""
    data = read_mapping(path)
    faults = Faults()
    for way in doubled(data, Config):
        faults.add(_both_names(path, way))
    try:
        config = Config.model_validate(in_english(data, Config))
    except ConfigError as error:
        if error.invalid is not None:  # a key by both its names has been told
            faults.add(invalid(error.invalid, Source(path, Config, SWEDISH)))
    faults.check()
    return config.model_dump(exclude_unset=True)


def _both_names(path: Path, way: Sequence[str]) -> FileError:
    """A key by both its names is told at the second, with the line of the first."""
    *above, english = way
    names = {name: position_of(path, [*above, name], key=True, names=SWEDISH) for name in (english, SWEDISH[english])}
    first, second = sorted(names, key=names.__getitem__)
    what = f"”{second}” och ”{first}” (rad {names[first][0] + 1}) är samma nyckel. Ta bort den ena."
    return error_at(path, [*above, second], what, key=True, names=SWEDISH)
