"""Letters that a server checks: what was asked of this program alone is refused, and what holds there is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.cli.shared.errors import UsageError, say
from klarsprak.cli.shared.letters import found_letters
from klarsprak.cli.shared.progress import with_progress
from klarsprak.cli.shared.tokens import checked_token, token_in

if TYPE_CHECKING:
    from klarsprak.finding import Report
    from klarsprak.letter import Unreadable
    from klarsprak.remote.client import Client

TOKEN_VARIABLE = "KLARSPRAK_SERVER_TOKEN"


def refuse_own_choices(choices: Mapping[str, object]) -> None:
    """Raise ``UsageError`` for an option that only says something where the letters are checked here."""
    for option, value in choices.items():
        if value:
            raise UsageError(
                f"{option} går inte ihop med --server: servern granskar efter sin klarsprak.yml. Ta bort den ena."
            )


def refuse_without_server(token_file: Path | None) -> None:
    """Raise ``UsageError`` for a key that nobody is shown."""
    if token_file is not None:
        raise UsageError("--token-file hör till --server. Skriv båda, eller ingen.")


def check_there(paths: list[str], server: str, token_file: Path | None, stdin_filename: str) -> Iterator[Report]:
    """The reports on the letters in files and folders, and on standard input for a dash, from a server.

    Raises ``UsageError`` where the server can't be asked, or doesn't answer as it should.
    """
    from klarsprak.remote.address import AddressError, address_of
    from klarsprak.remote.client import Client, RemoteError

    try:
        with Client(address_of(server), _token(token_file)) as client:
            if "-" in paths:
                yield from _check_input(client, stdin_filename)
            files = found_letters(paths)
            _tell_of_configurations(files)
            for found in with_progress(files):
                yield from _check_file(client, found)
    except (AddressError, RemoteError) as error:
        raise UsageError(str(error)) from None


def _token(file: Path | None) -> str | None:
    """The key in the file, or in the environment; None where there is neither.  Raises ``UsageError``."""
    if file is not None:
        return token_in(file)
    given = os.environ.get(TOKEN_VARIABLE)
    return None if given is None else checked_token(given, TOKEN_VARIABLE)


def _check_input(client: Client, name: str) -> Iterator[Report]:
    from klarsprak.readers import content_in

    yield from _check(client, content_in(sys.stdin.buffer, name), name)


def _check_file(client: Client, found: Path | Unreadable) -> Iterator[Report]:
    from klarsprak.readers import content_of

    if isinstance(found, Path):
        yield from _check(client, content_of(found), str(found))
    else:
        yield from _check(client, found, found.source)


def _check(client: Client, data: bytes | Unreadable, name: str) -> Iterator[Report]:
    """The reports on a letter; what can't be read here isn't sent."""
    from klarsprak.finding import Report

    if isinstance(data, bytes):
        yield from client.check(data, name, Path(name).suffix)
    else:
        yield Report(data.source, data.format, error=data.reason)


def _tell_of_configurations(files: Iterable[Path | Unreadable]) -> None:
    """Say which ``klarsprak.yml`` would hold for the letters if they were checked here."""
    from klarsprak.config.location import find_config

    folders = dict.fromkeys(found.parent for found in files if isinstance(found, Path))
    for path in dict.fromkeys(filter(None, map(find_config, folders))):
        say(f"{path} gäller inte för de här breven: servern granskar efter sin egen klarsprak.yml.")
