"""``klarsprak.yml``: the organisation's own choices."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from klarsprak import yamlfile
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.kinds.fields import LevelName, Strings
from klarsprak.kinds.signature import SignaturePart
from klarsprak.settings import Settings
from klarsprak.yamlfile import FileError

FILE_NAME = "klarsprak.yml"


class Organisation(BaseModel):
    """Who writes the letters."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(default="", description="Kommunens namn, t.ex. Ekvalla kommun.")
    units: Strings = Field(default=[], description="Förvaltningar och enheter, som de skrivs i breven.")
    switchboards: Strings = Field(default=[], description="Växelns nummer: räknas inte som handläggarens eget.")
    addresses: Strings = Field(default=[], description="Kommunens egna adresser.")


class Config(BaseModel):
    """The file's keys; all of them may be left out."""

    model_config = ConfigDict(extra="forbid")

    organisation: Organisation = Organisation()
    select: Strings = Field(default=[], description="Bara dessa paket, kategorier och regler. Tomt: alla.")
    ignore: Strings = Field(default=[], description="Paket, kategorier och regler som inte gäller.")
    levels: dict[str, LevelName] = Field(
        default={}, description="Annan nivå för ett paket, en kategori eller en regel."
    )
    allow: Strings = Field(default=[], description="Ord och förkortningar som aldrig flaggas.")
    terms: dict[str, str] = Field(default={}, description="Egna förklaringar av fackord: ordet och en mening.")
    signature: Annotated[list[SignaturePart], Field(description="Delar som underskriften ska ha.")] = list(
        SIGNATURE_PARTS  # type: ignore[arg-type]
    )
    rule_packs: Strings = Field(
        default=[], description="Egna regelpaket: filer eller mappar, räknat från filens mapp."
    )

    _folder: Path = PrivateAttr(default=Path())

    def settings(self) -> Settings:
        """What the rules look at."""
        return Settings(
            allowed=frozenset(word.lower() for word in self.allow),
            terms={term.lower(): text for term, text in self.terms.items()},
            signature_parts=tuple(self.signature),
            switchboards=tuple(self.organisation.switchboards),
            units=tuple(self.organisation.units),
            addresses=tuple(self.organisation.addresses),
        )

    def packs(self) -> list[Path]:
        """The organisation's own packs; raises ``FileError`` for one that isn't there."""
        paths = [self._folder / path for path in self.rule_packs]
        for path in paths:
            if not path.exists():
                raise FileError(f"{self._folder / FILE_NAME}: regelpaketet ”{path}” finns inte.")
        return paths


def load(path: Path) -> Config:
    """The configuration in a file; raises ``FileError`` with line and column."""
    data = yamlfile.read(path)
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise yamlfile.explain(path, error, Config) from None
    config._folder = path.parent
    return config


def find(start: Path) -> Path | None:
    """The nearest ``klarsprak.yml`` from ``start`` upwards, else the one in the user's configuration folder."""
    folder = start.resolve()
    candidates = [parent / FILE_NAME for parent in (folder, *folder.parents)]
    return next((path for path in [*candidates, user_folder() / FILE_NAME] if path.is_file()), None)


def user_folder() -> Path:
    """Where the user's own configuration lies on this system."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or str(Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "klarsprak"
