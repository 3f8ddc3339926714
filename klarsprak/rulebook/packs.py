"""Rule packs: the YAML below ``rules/`` to validated rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from klarsprak.files.validation import did_you_mean, gravest, invalid
from klarsprak.files.yaml import Location, error_at, read_mapping
from klarsprak.kinds import KINDS, Rule
from klarsprak.matching.word_sets import WordSets
from klarsprak.rulebook import ahead
from klarsprak.startup import uncollected

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_MOVED = {"regex": "regex", "prompts": "unfilled", "labels": "unfilled"}
"""The kinds that keys of kind *pattern* belong to since these are kinds of their own."""
_BESIDE = Path(__file__).parents[1] / "rules"


def shipped() -> list[Path]:
    """The packs that come with the program, by folder and name."""
    return sorted(_folder().rglob("*.yml"))


def schema() -> str:
    """The JSON Schema of packs that comes with the program."""
    return (_folder() / "schema.json").read_text(encoding="utf-8")


def _folder() -> Path:
    return _BESIDE if _BESIDE.is_dir() else Path(__file__).parents[2] / "rules"


class Pack(NamedTuple):
    """A file with rules."""

    path: Path
    about: str
    """A line on what its rules find; empty where it says none."""
    rules: list[Rule]

    @property
    def place(self) -> str:
        """Where it lies, without the ending: *fackord/skola* of those that ship, else the file's name alone."""
        path = self.path.relative_to(_folder()) if self.path.is_relative_to(_folder()) else Path(self.path.name)
        return path.with_suffix("").as_posix()


@uncollected()
def load(paths: Iterable[Path]) -> list[Rule]:
    """All rules of the packs, a folder standing for all packs below it; raises ``FileError`` at the first fault."""
    found = load_packs(paths)
    _unique(found)
    return [rule for pack in found for rule in pack.rules]


def load_packs(paths: Iterable[Path]) -> list[Pack]:
    """The packs, a folder standing for all packs below it; raises ``FileError`` at the first fault within one."""
    files = (file for path in paths for file in (sorted(path.rglob("*.yml")) if path.is_dir() else [path]))
    return [_load(file) for file in files]


def load_pack(path: Path) -> list[Rule]:
    """The rules of one pack; raises ``FileError`` at the first fault."""
    return _load(path).rules


def _load(path: Path) -> Pack:
    """The pack in the file; the keys above ``rules`` are defaults for each of them."""
    data = ahead.read(path) or read_mapping(path)
    pack, entries, about = data.get("pack"), data.get("rules"), data.get("about", "")
    if not isinstance(pack, str):
        raise error_at(path, ["pack"], "nyckeln ”pack” saknas eller är tom. Skriv paketets namn.")
    if not isinstance(entries, list) or not entries:
        raise error_at(path, ["rules"], "nyckeln ”rules” saknas eller är tom. Skriv en lista med regler.")
    if not isinstance(about, str):
        raise error_at(path, ["about"], "nyckeln ”about” ska vara en rad text om vad reglerna hittar.")
    sets = _sets(path, data.get("sets", {}))
    header = {key: value for key, value in data.items() if key not in _OF_THE_PACK}
    rules = [_rule(path, header, entry, index, sets) for index, entry in enumerate(entries)]
    _check_header(path, header, rules)
    return Pack(path, about, rules)


_OF_THE_PACK = ("rules", "sets", "about")
"""Keys that are no defaults for the pack's rules."""


def _sets(path: Path, sets: object) -> WordSets:
    """The pack's named sets of words; raises ``FileError`` for what is none."""
    if not isinstance(sets, dict):
        raise error_at(
            path, ["sets"], "under ”sets” ska varje ordlista ha ett namn, till exempel ”månad: [januari, februari]”."
        )
    for name, words in sets.items():
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            raise error_at(
                path,
                ["sets", name],
                f"ordlistan ”{name}” ska vara en lista med ord, till exempel [januari, februari].",
            )
    return sets


def _rule(path: Path, header: dict[str, Any], entry: object, index: int, sets: WordSets) -> Rule:
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
        rule = model.model_validate({**defaults, **entry}, context=sets)
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


def _unique(found: Iterable[Pack]) -> None:
    seen: set[str] = set()
    for path, _, rules in found:
        for index, rule in enumerate(rules):
            for name in (rule.name, *rule.aliases):
                if name in seen:
                    message = f"två regler heter ”{name}”. Ge den ena ett annat id."
                    raise error_at(path, ["rules", index, "id"], message)
                seen.add(name)
