"""Rule packs: ``rules/*.yml`` to validated rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from klarsprak.files.validation import did_you_mean, gravest, invalid
from klarsprak.files.yaml import Location, error_at, read_mapping
from klarsprak.kinds import KINDS, Rule
from klarsprak.rulebook import ahead
from klarsprak.startup import uncollected

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_MOVED = {"regex": "regex", "prompts": "unfilled", "labels": "unfilled"}
"""The kinds that keys of kind *pattern* belong to since these are kinds of their own."""
_BESIDE = Path(__file__).parents[1] / "rules"


def shipped() -> list[Path]:
    """The packs that come with the program, by name."""
    return sorted(_folder().glob("*.yml"))


def schema() -> str:
    """The JSON Schema of packs that comes with the program."""
    return (_folder() / "schema.json").read_text(encoding="utf-8")


def _folder() -> Path:
    return _BESIDE if _BESIDE.is_dir() else Path(__file__).parents[2] / "rules"


@uncollected()
def load(paths: Iterable[Path]) -> list[Rule]:
    """All rules of the packs, a folder standing for the packs in it; raises ``FileError`` at the first fault."""
    files = [file for path in paths for file in (sorted(path.glob("*.yml")) if path.is_dir() else [path])]
    found = {file: load_pack(file) for file in files}
    _unique(found)
    return [rule for rules in found.values() for rule in rules]


def load_pack(path: Path) -> list[Rule]:
    """The rules of one pack; the keys above ``rules`` are defaults for each of them."""
    data = ahead.read(path) or read_mapping(path)
    pack, entries = data.get("pack"), data.get("rules")
    if not isinstance(pack, str):
        raise error_at(path, ["pack"], "nyckeln ”pack” saknas eller är tom. Skriv paketets namn.")
    if not isinstance(entries, list) or not entries:
        raise error_at(path, ["rules"], "nyckeln ”rules” saknas eller är tom. Skriv en lista med regler.")
    header = {key: value for key, value in data.items() if key != "rules"}
    rules = [_rule(path, header, entry, index) for index, entry in enumerate(entries)]
    _check_header(path, header, rules)
    return rules


def _rule(path: Path, header: dict[str, Any], entry: object, index: int) -> Rule:
    if not isinstance(entry, dict):
        raise error_at(path, ["rules", index], f"”{entry}” är ingen regel. Skriv ”- id: namn” och dess nycklar.")
    name = entry.get("kind", header.get("kind"))
    kind = KINDS.get(str(name))
    if kind is None:
        where: Location = ["rules", index, "kind"] if "kind" in entry else ["kind"]
        what = f"”{name}” är ingen sorts regel." if name else "nyckeln ”kind” saknas."
        raise error_at(path, where, f"{what}{did_you_mean(str(name), KINDS)} Välj bland {', '.join(KINDS)}.")
    model = kind.rule_type
    fields = model.model_fields  # made anew at each look
    defaults = {key: value for key, value in header.items() if key in fields}
    try:
        rule = model.model_validate({**defaults, **entry})
    except ValidationError as error:
        step = gravest(error)["loc"][:1]
        in_header = bool(step) and step[0] not in entry and step[0] in header
        _check_kind(path, str(name), entry, index)
        raise invalid(path, error, model, () if in_header else ("rules", index)) from None
    _check_message(path, rule, ["message"] if "message" not in entry else ["rules", index, "message"])
    return rule


def _check_kind(path: Path, name: str, entry: dict[str, Any], index: int) -> None:
    """Point at a key that rules of kind *pattern* had once and that is another kind's now."""
    for key in entry if name == "pattern" else ():
        if key in _MOVED:
            kind = _MOVED[key]
            what = f"”{key}” hör till sorten {kind}."
            instead = f"Skriv ”kind: {kind}” i regeln, eller gör ”{key}” till en egen regel."
            raise error_at(path, ["rules", index, key], f"{what} {instead}", key=True)


def _check_message(path: Path, rule: Rule, location: Sequence[str | int]) -> None:
    for name in _PLACEHOLDER.findall(rule.message):
        if name not in rule.placeholders:
            known = ", ".join(f"{{{name}}}" for name in sorted(rule.placeholders)) or "inga"
            raise error_at(path, location, f"meddelandet har {{{name}}}, men regeln kan bara fylla i: {known}.")


def _check_header(path: Path, header: dict[str, Any], rules: list[Rule]) -> None:
    known = {field for rule in rules for field in type(rule).model_fields}
    for key in header:
        if key not in known:
            raise error_at(path, [key], f"okänd nyckel ”{key}”.{did_you_mean(key, known)}", key=True)


def _unique(found: Mapping[Path, list[Rule]]) -> None:
    seen: set[str] = set()
    for path, rules in found.items():
        for index, rule in enumerate(rules):
            for name in (rule.name, *rule.aliases):
                if name in seen:
                    message = f"två regler heter ”{name}”. Ge den ena ett annat id."
                    raise error_at(path, ["rules", index, "id"], message)
                seen.add(name)
