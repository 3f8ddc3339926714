"""``klarsprak addin``: what an administrator uploads so that Outlook and Word get the add-ins."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.options import ConfigFile
from klarsprak.cli.shared.sites import says_more
from klarsprak.files.there import is_folder

_MOST_BUILDS = 65_534
"""The highest number in a part of a version that Office takes."""


def addin(
    url: Annotated[
        str,
        typer.Option(
            "--url", metavar="ADRESS", help="Serverns adress: https://sprak.exempel.se.", show_default=False
        ),
    ],
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen som filerna hamnar i.")] = Path(),
    build: Annotated[
        int,
        typer.Option(
            "--build", metavar="NUMMER", min=0, max=_MOST_BUILDS, help="Höj numret när filerna laddas upp på nytt."
        ),
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help="Skriv över filerna om de redan finns.")] = False,
    config: ConfigFile = None,
) -> int:
    """Gör filerna som ger Outlook och Word var sitt tillägg.

    Ladda upp dem i Microsofts administrationscenter.
    """
    from klarsprak.addin import icons
    from klarsprak.addin.manifests import AddinFacts, made
    from klarsprak.cli.shared.one_letter import save, spare_files
    from klarsprak.config.location import find_config
    from klarsprak.config.model import Config, load_config
    from klarsprak.files.errors import why_no_folder

    if not is_folder(folder):
        raise UsageError(f"{folder}: {why_no_folder(folder, ' Skapa den först.')}")
    path = config or find_config(Path.cwd())
    choices = load_config(path) if path else Config()
    facts = AddinFacts(
        url=_address(url),
        name=choices.addin.name,
        organisation=choices.organisation.name,
        send=choices.addin.send,
        build=build,
    )
    files = {folder / name: data for name, data in made(facts, icons.load(choices.addin_folder("icons"))).items()}
    if not force:
        spare_files(files)
    for target, data in files.items():
        save(target, data)
        print(target)
    return 0


def _address(given: str) -> str:
    """The address as browsers write it, without a path; raises ``UsageError`` for one that Office wouldn't take."""
    wrong = f"--url: ”{given}” går inte att använda. Skriv serverns adress, till exempel https://sprak.exempel.se."
    try:
        parts = urlsplit(given)
        port = f":{parts.port}" if parts.port not in (None, 443) else ""
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:  # a port or a name that is none
        raise UsageError(wrong) from None
    if parts.scheme == "http":
        raise UsageError("--url: Outlook och Word hämtar bara tillägg från adresser med https.")
    if parts.scheme != "https" or not host or says_more(parts):
        raise UsageError(wrong)
    return f"https://{host}{port}"
