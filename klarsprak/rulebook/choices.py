"""What tells an organisation's choices, and what stands in the files that they name, from all others."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from klarsprak.config.model import Config
from klarsprak.kinds import added_kinds
from klarsprak.laws.imported import choose_register
from klarsprak.rulebook import packs

_SIZE = 16


def told_apart(config: Config) -> bytes | None:
    """A digest of the choices; empty for none, None where plugins make rules of which nobody knows what they are of.

    Raises ``FileError`` for a file that isn't there, ``PluginError`` for a plugin that can't be used.
    """
    if added_kinds():
        return None
    register = choose_register(config.register_file())
    if register is None and not config.model_dump(exclude_defaults=True):
        return b""
    told = blake2b(digest_size=_SIZE)
    for part in _parts(config, register):
        # Its length, so that no two parts can pass for others.
        told.update(b"%d\n%b" % (len(part), part))
    return told.digest()


def _parts(config: Config, register: Path | None) -> Iterator[bytes]:
    """The choices, and the files besides them from which a checker is made."""
    yield config.model_dump_json().encode()
    for folder, pattern, _ in config.ignored_paths():
        yield f"{folder.resolve()}\t{pattern}".encode("utf-8", "surrogateescape")
    for pack in config.packs():
        for path in packs.read_for(pack):
            yield bytes(path.resolve())
            yield path.read_bytes()
    if register is not None:
        facts = register.stat()
        yield bytes(register.resolve())
        yield f"{facts.st_size}\t{facts.st_mtime_ns}".encode()
