"""``klarsprak laws list``: the register's day and the acts that letters often cite."""

from __future__ import annotations

from klarsprak.cli.laws.overview import RegisterFile, in_use
from klarsprak.cli.shared.options import ConfigFile


def list_laws(config: ConfigFile = None, file: RegisterFile = None) -> int:
    """Visa registrets dag och de lagar som brev ofta hänvisar till."""
    from klarsprak.laws.describe import rows, summary

    register = in_use(config, file)
    print(summary(register))
    for row in rows(register):
        print(row)
    return 0
