"""The API described for programs: OpenAPI 3.1."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from klarsprak.version import __version__

_ANYWHERE = {
    "401": "The key that the server asks for is missing or wrong.",
    "403": "The server doesn't go by the name that was used, or a page of another site asks.",
    "429": "Too many requests in a minute; `Retry-After` says when to come again.",
    "500": "Something went wrong in the program.",
}
_LOCAL, _SHARED = "#/$defs/", "#/components/schemas/"


@cache
def document() -> dict[str, Any]:
    """The description, with the schema of ``klarsprak/report/1`` among its components."""
    data: dict[str, Any] = _loaded("klarsprak.server.api", "openapi.json")
    data["info"]["version"] = __version__
    report = _loaded("klarsprak.reports", "report-1.schema.json")
    parts = report.pop("$defs")
    report.pop("$schema")
    schemas = data["components"]["schemas"]
    schemas.update(_relocated({"report": report, **parts}))
    for operations in data["paths"].values():
        for operation in operations.values():
            operation["responses"].update(_refusals())
    return data


def _refusals() -> dict[str, Any]:
    """The answers that any address may give instead of its own, by status."""
    shape = {"application/json": {"schema": {"$ref": f"{_SHARED}error"}}}
    return {status: {"description": says, "content": shape} for status, says in _ANYWHERE.items()}


def _loaded(package: str, name: str) -> Any:
    """The JSON in a file of a package."""
    return json.loads((files(package) / name).read_text(encoding="utf-8"))


def _relocated(node: Any) -> Any:
    """The schema with its references leading to the components."""
    if isinstance(node, dict):
        return {key: _relocated(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_relocated(item) for item in node]
    if isinstance(node, str) and node.startswith(_LOCAL):
        return _SHARED + node.removeprefix(_LOCAL)
    return node
