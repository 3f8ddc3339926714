"""``klarsprak laws list``: the register's day and the acts that letters often cite."""

from __future__ import annotations

from klarsprak.cli.laws.overview import RegisterFile, load_chosen
from klarsprak.cli.shared.options import ConfigFile


def list_laws(config: ConfigFile = None, file: RegisterFile = None) -> int:
    """Visa registrets dag och de lagar som brev ofta hänvisar till."""
    from klarsprak.laws.describe import describe_register, list_acts

    register = load_chosen(config, file)
    print(describe_register(register))
    for line in list_acts(register):
        print(line)
    return 0
