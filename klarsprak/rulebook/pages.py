"""Pages about the rules, one a pack, for people who write letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klarsprak.kinds import Rule
from klarsprak.rulebook.lookup import described

_NO_NAME = re.compile(r"[^\w.-]+")


def pages(rules: Iterable[Rule], command: str) -> Iterator[tuple[str, str]]:
    """The name and the Markdown text of each pack's page; ``command`` is what writes them."""
    every = list(rules)
    for pack in sorted({rule.pack for rule in every}):
        own = [rule for rule in every if rule.pack == pack]
        body = "\n\n".join(f"## {rule.name}\n\n```text\n{_body(rule)}\n```" for rule in own)
        number = f"{len(own)} {'regel' if len(own) == 1 else 'regler'}"
        yield (
            f"{_NO_NAME.sub('-', pack)}.md",
            f"# Paketet {pack}\n\nSkriven ur reglerna av `{command}`. {number}.\n\n{body}\n",
        )


def _body(rule: Rule) -> str:
    """The rule's description without its heading."""
    return described(rule).split("\n", 2)[2]
