"""The JSON Schema of packs, made from the kinds: what makes an editor complete and check the YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from klarsprak.kinds import Rule, added_kinds, kind_names, rule_type
from klarsprak.rulebook import packs
from klarsprak.rulebook.definitions import KEYS_WITHOUT_RULES

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = {"type": "string", "description": "En rad om vad reglerna hittar."}
_SETS = {
    "type": "object",
    "description": "Ordlistor som mönstren kan använda: månad: [januari, februari] skrivs @månad i ett mönster.",
    "additionalProperties": {"type": "array", "minItems": 1, "items": {"type": "string"}},
}
_PATTERNS = {
    "type": "object",
    "description": "Mönsterlistor som reglerna kan använda: svarstid: [senast, inom <number>] skrivs $svarstid.",
    "additionalProperties": {
        "anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"type": "string"}}]
    },
}
_USES = {
    "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    "description": "Filer eller mappar utan rules, som sets, patterns och letters hämtas från.",
}
_NO_DEFAULTS = ("id", "examples", "kind")
"""Keys of a rule that can't stand above all rules of a pack; *kind* can, and is told by itself."""


def schema_in_use() -> str:
    """The schema as text: the one that ships, or where plugins add kinds one that knows these too.

    Raises ``PluginError``.
    """
    if not added_kinds():
        return packs.schema()
    models = {name: rule_type(name) for name in kind_names()}
    return as_text(pack_schema({name: model for name, model in models.items() if model is not None}))


def as_text(schema: Mapping[str, Any]) -> str:
    """The schema as it stands in a file, with a line break at its end."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def pack_schema(models: Mapping[str, type[Rule]]) -> dict[str, Any]:
    """The schema of a pack of rules of these kinds: the pack's own keys are those of its rules, as defaults.

    ``models`` are the classes of the rules by the name of their kind.
    """
    definitions: dict[str, Any] = {}
    keys: dict[str, Any] = {}
    for name, model in models.items():
        rule = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= rule.pop("$defs", {})
        rule["required"] = ["id"]
        definitions[f"rule-{name}"] = rule
        keys |= {key: value for key, value in rule["properties"].items() if key not in _NO_DEFAULTS}
    keys |= {"pack": {"type": "string"}, "kind": {"enum": list(models)}, "about": _ABOUT}
    keys |= {"uses": _USES, "sets": _SETS, "patterns": _PATTERNS}
    rules = [{"$ref": f"#/$defs/rule-{name}"} for name in models]
    keys["rules"] = {"type": "array", "minItems": 1, "items": {"anyOf": rules}}
    return {
        "$schema": DRAFT,
        "title": "klarsprak: regelpaket, version 1",
        "type": "object",
        # A file without either only names what packs take from it.
        "if": {"anyOf": [{"required": ["pack"]}, {"required": ["rules"]}]},
        "then": {"required": ["pack", "rules"]},
        "else": {"propertyNames": {"enum": list(KEYS_WITHOUT_RULES)}},
        "additionalProperties": False,
        "properties": keys,
        "$defs": definitions,
    }
