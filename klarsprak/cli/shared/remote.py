"""Letters that a server checks: what was asked of this program alone is refused, and what holds there is said."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.cli.shared.errors import UsageError, say
from klarsprak.cli.shared.letters import each_letter
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

    The first letter is on its way when this returns: the server works while what shows its answer is loaded.  Raises
    ``UsageError`` where the server can't be asked, or doesn't answer as it should.
    """
    answers = _answers(paths, server, token_file, stdin_filename)
    next(answers)
    return chain.from_iterable(answers)


def _answers(
    paths: list[str], server: str, token_file: Path | None, stdin_filename: str
) -> Iterator[Iterable[Report]]:
    """Nothing, once the first letter is sent, and then the reports on each."""
    from klarsprak.remote.address import AddressError, address_of
    from klarsprak.remote.client import Client, RemoteError

    letters = chain(["-"] if "-" in paths else [], each_letter(paths))
    try:
        with Client(address_of(server), _token(token_file)) as client:
            found = list(islice(letters, 1))
            read = [_content(letter, stdin_filename) for letter in found]
            for content in read:
                _send(client, content)
            yield ()
            found += letters
            _tell_of_configurations(found)
            for letter in with_progress(found):
                content = read.pop() if read else _content(letter, stdin_filename)
                yield list(_check(client, content))
    except (AddressError, RemoteError) as error:
        raise UsageError(str(error)) from None


class _Content(NamedTuple):
    """The bytes of a letter under the name that is shown, or why there are none."""

    name: str
    data: bytes | Unreadable


def _content(letter: Path | Unreadable | str, stdin_filename: str) -> _Content:
    """What is to be sent of a letter; a text stands for standard input."""
    from klarsprak.files.content import content_in, content_of

    if isinstance(letter, Path):
        return _Content(str(letter), content_of(letter))
    if isinstance(letter, str):
        return _Content(stdin_filename, content_in(sys.stdin.buffer, stdin_filename))
    return _Content(letter.source, letter)


def _send(client: Client, content: _Content) -> None:
    """Send a letter ahead; what can't be read here isn't sent."""
    if isinstance(content.data, bytes):
        client.send(content.data, Path(content.name).suffix)


def _check(client: Client, content: _Content) -> Iterator[Report]:
    """The reports on a letter."""
    from klarsprak.finding import Report

    data = content.data
    if isinstance(data, bytes):
        yield from client.check(data, content.name, Path(content.name).suffix)
    else:
        yield Report(data.source, data.format, error=data.reason)


def _token(file: Path | None) -> str | None:
    """The key in the file, or in the environment; None where there is neither.  Raises ``UsageError``."""
    if file is not None:
        return token_in(file)
    given = os.environ.get(TOKEN_VARIABLE)
    return None if given is None else checked_token(given, TOKEN_VARIABLE)


def _tell_of_configurations(files: Iterable[Path | Unreadable | str]) -> None:
    """Say which ``klarsprak.yml`` would hold for the letters if they were checked here."""
    from klarsprak.config.location import find_config

    folders = dict.fromkeys(found.parent for found in files if isinstance(found, Path))
    for path in dict.fromkeys(filter(None, map(find_config, folders))):
        say(f"{path} gäller inte för de här breven: servern granskar efter sin egen klarsprak.yml.")
