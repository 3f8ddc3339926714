"""Nothing that is installed with the program is under a licence that asks the same of all that it is shipped with."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

_COPYLEFT = re.compile(r"\bA?GPL|(?<!Lesser )General Public|Affero", re.IGNORECASE)


def needed(name: str, found: dict[str, str]) -> dict[str, str]:
    """The licences of a package and of all that it needs, extras aside, as far as they are installed."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return found
    head = package.metadata
    classified = [entry for entry in head.get_all("Classifier", []) if entry.startswith("License")]
    found[name] = head.get("License-Expression") or "; ".join(classified) or (head.get("License") or "")[:80]
    for line in package.requires or []:
        requirement = Requirement(line)
        marker = requirement.marker
        if requirement.name not in found and (marker is None or marker.evaluate({"extra": ""})):
            needed(requirement.name, found)
    return found


def test_nothing_that_ships_is_under_gpl_or_agpl() -> None:
    licences = needed("klarsprak", {})
    wrong = {name: licence for name, licence in licences.items() if _COPYLEFT.search(licence)}
    assert not wrong
    assert len(licences) > 5


def test_each_says_what_licence_it_has() -> None:
    assert not [name for name, licence in needed("klarsprak", {}).items() if not licence]
