"""The register of laws that an organisation's choices lead to."""

from __future__ import annotations

from klarsprak.config.model import Config
from klarsprak.laws.imported import choose_register
from klarsprak.laws.register import Register, load_register


def register_of(config: Config) -> Register:
    """The organisation's own register, else the user's own, else the one that ships.

    Raises ``FileError``: for the organisation's own, at the key that names it.
    """
    path = choose_register(config.register_file())
    if not config.law_register:
        return load_register(path)
    with config.told_at("law_register"):
        return load_register(path)
