"""The command with an examiner that is ready at once: killing programs needs no rules."""

from __future__ import annotations

from pathlib import Path

from klarsprak.finding import Report
from klarsprak.gate.examine import Examined
from klarsprak.gate.verdict import Verdict


class Quick:
    """Holds what has no telephone number."""

    def examine(self, data: bytes, source: str) -> Examined:
        reasons = () if b"Telefon" in data else ("Underskriften saknar telefon.",)
        return Examined([Report(source, "eml")], Verdict(reasons))


def prepare(config: Path | None) -> Quick:
    return Quick()


if __name__ == "__main__":
    from klarsprak.cli import main
    from klarsprak.gate.smtp import running
    from tests.gate.smtp import quick

    running.prepare = quick.prepare  # type: ignore[assignment]
    main()
