"""``klarsprak laws fetch``: acts from a database of law into a folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from klarsprak.cli.shared.choices import day_in
from klarsprak.cli.shared.errors import NOT_CHECKED, UsageError, one_of, say
from klarsprak.cli.shared.options import ConfigFile

if TYPE_CHECKING:
    from klarsprak.laws.fetching.client import Client
    from klarsprak.laws.fetching.databases import Database
    from klarsprak.laws.fetching.folder import Fetched
    from klarsprak.laws.register import Register

SOURCES = ("regeringskansliet", "riksdagen")
_NUMBER = re.compile(r"(?:1[6-9]|20)\d\d:\d{1,4}(?: s\.\d+)?")
_SHORTEST_PAUSE = 0.5


def fetch(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen där lagarna läggs, en fil för varje.")],
    laws: Annotated[
        list[str] | None, typer.Argument(metavar="LAG", help="Nummer eller kortform. Annars de vanliga i brev.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Hämta alla lagar i registret.")] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATUM", help="Hämta lagar som är nya eller ändrade sedan dess.")
    ] = None,
    source: Annotated[str, typer.Option(metavar="KÄLLA", help=f"Databasen: {' eller '.join(SOURCES)}.")] = SOURCES[0],
    mirror: Annotated[
        str | None, typer.Option(metavar="ADRESS", help="Hämta från en spegel av databasen i stället.")
    ] = None,
    max_age: Annotated[
        float, typer.Option(metavar="DAGAR", min=0, max=36_500, help="Fråga inte om filer som är nyare än så.")
    ] = 7.0,
    pause: Annotated[
        float, typer.Option(metavar="SEKUNDER", min=0, max=3_600, help="Vänta så länge mellan frågorna.")
    ] = 1.0,
    config: ConfigFile = None,
) -> int:
    """Hämta lagtexter över nätet till en mapp. Bryter du kan du köra om det."""
    from klarsprak.cli.laws.overview import load_chosen
    from klarsprak.cli.shared.progress import with_progress
    from klarsprak.laws.fetching.client import Client, FetchError, StopError
    from klarsprak.laws.fetching.databases import DATABASES
    from klarsprak.laws.fetching.folder import Fetched
    from klarsprak.laws.fetching.folder import fetch as into_folder

    database = DATABASES[one_of("--source", source, SOURCES)]
    client = Client(_address(mirror) or database.address, _pause(pause, mirror), say=say)
    wanted = _wanted(laws or [], every, since, load_chosen(config, None), database, client)
    result = Fetched()
    stopped = ""
    try:
        into_folder(with_progress(list(wanted), "Hämtar lagar"), folder, database, client, max_age, result)
    except (StopError, FetchError) as error:
        stopped = f"{urlsplit(client.base).hostname}: {str(error).rstrip('.')}."
    return _tell(result, folder, stopped)


def _tell(result: Fetched, folder: Path, stopped: str) -> int:
    """How it went, and the exit code: 2 where nothing was fetched that was asked for, or the server stopped it."""
    from klarsprak.swedish import counted

    for fault in result.faults:
        say(fault)
    if stopped:
        say(f"{stopped} Kör samma kommando igen senare: det fortsätter där det slutade.")
    if result.done:
        fetched = counted(result.fetched, "lag hämtad", "lagar hämtade")
        print(f"{folder}: {fetched}, {result.unchanged} oförändrade, {result.there} fanns redan.")
        print(f"Läs in dem i registret: klarsprak laws import {folder}")
    return NOT_CHECKED if stopped or (result.faults and not result.done) else 0


def _address(mirror: str | None) -> str:
    """The mirror's address; raises ``UsageError`` for one that can't be used, without repeating its password."""
    if mirror is None:
        return ""
    try:
        parts = urlsplit(mirror)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
        _ = parts.port
    except ValueError:
        raise UsageError(
            "--mirror: adressen går inte att tolka. Skriv till exempel https://lagar.example.se."
        ) from None
    if parts.username or parts.password:
        raise UsageError("--mirror: adressen får inte ha namn och lösenord i sig.")
    if not is_usable:
        raise UsageError(f"--mirror: ”{mirror}” är ingen webbadress. Skriv till exempel https://lagar.example.se.")
    return mirror.rstrip("/")


def _pause(pause: float, mirror: str | None) -> float:
    """The pause; the public databases are spared, a mirror of one's own need not be."""
    if mirror is None and pause < _SHORTEST_PAUSE:
        raise UsageError(f"--pause: minst {str(_SHORTEST_PAUSE).replace('.', ',')} sekunder mellan frågorna.")
    return pause


def _wanted(
    laws: list[str], every: bool, since: str | None, register: Register, database: Database, client: Client
) -> Iterable[str]:
    """The numbers to fetch; raises ``UsageError`` for laws that aren't known, and for two ways to say which."""
    ways = [bool(laws), every, since is not None]
    if sum(ways) > 1:
        raise UsageError("Skriv vilka lagar, --all eller --since DATUM, men bara ett av dem.")
    if since is not None:
        return database.changed(day_in("--since", since), client)
    if laws:
        return [_number(law, register) for law in laws]
    numbers = register.numbers() if every else list(register.cited)
    return sorted(filter(_NUMBER.fullmatch, numbers))


def _number(law: str, register: Register) -> str:
    """The number of the law that is named: *SoL*, *2025:400*, also of one that the register lacks."""
    from klarsprak.laws.describe import look_up

    if _NUMBER.fullmatch(law):
        return law
    found = look_up(law, register)
    number = found.law.sfs if found is not None and found.law is not None else ""
    if not _NUMBER.fullmatch(number):
        raise UsageError(f"”{law}” är ingen svensk lag i registret. Skriv dess nummer, till exempel 2025:400.")
    return number
