"""What Office is told of the add-ins: where they lie, what they are called, and when they are woken.

There are two formats.  XML is known to every Outlook and Word and takes a file for each of the two; the unified one,
JSON in a zip with icons, is for Microsoft 365 only and holds both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, StrictUndefined

from klarsprak.addin import icons
from klarsprak.addin.unified import manifest
from klarsprak.config.addin import SendMode

DESCRIPTION = "Granskar att läsaren förstår det du skriver. Texten stannar i huset och sparas inte."
COMMAND = "klarsprakOpenPane"
"""The button that opens the pane: the same in the manifests and in the script that Outlook runs."""
LONGEST_PROVIDER = 32
"""Characters of the organisation's name in the unified manifest."""
_A_LONG_TIME_AGO = (2000, 1, 1, 0, 0, 0)
"""What the files of a zip are dated, so that the same choices make the same zip."""
SEND_IN_XML: Mapping[SendMode, str] = {"promptUser": "PromptUser", "softBlock": "SoftBlock", "block": "Block"}


@dataclass(frozen=True, slots=True)
class AddinFacts:
    """What differs from one organisation to the next."""

    url: str
    """Where the server is found, without a slash at the end: *https://sprak.ekvalla.se*."""
    name: str = "Klarspråk"
    organisation: str = ""
    send: SendMode = "promptUser"
    build: int = 0
    """Is to grow when a manifest is handed out anew."""

    @property
    def provider(self) -> str:
        """Who stands behind the add-ins."""
        return (self.organisation or self.name)[:LONGEST_PROVIDER].strip()

    def identity(self, host: str) -> str:
        """The add-in's own number, the same whenever it is made for this server: so that Office knows it again."""
        return str(uuid5(NAMESPACE_URL, f"{self.url}/tillagg/{host}"))


def made(facts: AddinFacts, drawn: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files to upload, by their names; ``drawn`` are the icons."""
    return {
        "klarsprak-outlook.xml": as_xml("outlook", facts),
        "klarsprak-word.xml": as_xml("word", facts),
        "klarsprak-365.zip": _package(facts, drawn),
    }


def as_xml(host: str, facts: AddinFacts) -> bytes:
    """The manifest for *outlook* or *word*."""
    template = (files("klarsprak.addin") / "templates" / f"{host}.xml").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    text = environment.from_string(template).render(
        id=facts.identity(host),
        build=facts.build,
        provider=facts.provider,
        name=facts.name,
        description=DESCRIPTION,
        url=facts.url,
        command=COMMAND,
        send=SEND_IN_XML[facts.send],
    )
    return text.encode()


def as_json(facts: AddinFacts) -> dict[str, Any]:
    """The unified manifest, for both."""
    return manifest(
        identity=facts.identity("365"),
        build=facts.build,
        name=facts.name,
        provider=facts.provider,
        description=DESCRIPTION,
        url=facts.url,
        command=COMMAND,
        send=facts.send,
    )


def _package(facts: AddinFacts, drawn: Mapping[str, bytes]) -> bytes:
    """The unified manifest with its icons, as the admin centre wants it."""
    text = json.dumps(as_json(facts), ensure_ascii=False, indent=2)
    content = {
        "manifest.json": text.encode(),
        "color.png": drawn["icon-192.png"],
        "outline.png": drawn[icons.OUTLINE],
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(ZipInfo(name, _A_LONG_TIME_AGO), data, ZIP_DEFLATED)
    return packed.getvalue()
