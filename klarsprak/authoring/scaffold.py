"""A new rule at the end of a pack: what stands in the file already is left as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from klarsprak.authoring.examples import TO_FILL_IN
from klarsprak.files.errors import FileError
from klarsprak.files.places import error_at
from klarsprak.files.there import exists
from klarsprak.files.yaml import read_mapping, read_text
from klarsprak.kinds import Rule
from klarsprak.rulebook import packs

SCHEMA_NAME = "klarsprak-rules.schema.json"
"""The file beside a pack that makes an editor complete its keys."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of rule as its writer meets it: the keys it needs, with what to ask, and what it says by default."""

    asks: Mapping[str, str]
    category: str
    why: str
    message: str


_PLAINER = "Ordet är svårt för många. Ett vanligare ord säger samma sak."
SORTS = {
    "replace": Sort(
        {"words": "Ord eller fras som ska flaggas, i grundform", "instead": "Skriv hellre"},
        "kanslisvenska",
        _PLAINER,
        "”{text}” är svårt för många. Skriv hellre ”{suggestion}”.",
    ),
    "term": Sort(
        {"words": "Fackord som ska förklaras, i grundform", "explain": "Förklaring, en kort mening"},
        "fackord",
        "Den som inte arbetar i kommunen känner sällan till ordet.",
        "Förklara ordet ”{text}”, till exempel så här: ”{explain}”",
    ),
    "abbreviation": Sort(
        {"words": "Förkortning som ska skrivas ut", "long": "Utskriven"},
        "forkortning",
        "Alla känner inte till förkortningen. Hela ordet förstår fler.",
        "Skriv hela ordet i stället för ”{text}”, till exempel ”{suggestion}”.",
    ),
    "pattern": Sort(
        {"pattern": "Mönster av ord, till exempel vidta~ … {åtgärd~n}", "instead": "Skriv hellre"},
        "kanslisvenska",
        _PLAINER,
        "”{text}” är svårt för många. Skriv hellre ”{suggestion}”.",
    ),
}
"""The kinds of rules that have words of their own; the others are few and belong to the program."""


def entry(kind: str, keys: Mapping[str, Any], header: Mapping[str, Any]) -> dict[str, Any]:
    """The rule as it stands in a pack: its own keys, and of the defaults those that ``header``, the pack's, lacks.

    ``keys`` are what its writer has answered: *words*, *instead*.
    """
    rule: dict[str, Any] = {"id": slug(_first(keys))}
    if header.get("kind") != kind:
        rule["kind"] = kind
    rule |= keys
    rule |= _missing_defaults(kind, keys, header)
    return {key: _single(value) for key, value in rule.items()} | {"examples": _examples(kind, keys)}


def _missing_defaults(kind: str, keys: Mapping[str, Any], header: Mapping[str, Any]) -> dict[str, str]:
    """The defaults that neither the rule nor its pack says, in the order in which a rule has them.

    A rule of another kind than the pack's takes nothing of what the pack says for that kind.
    """
    is_of_the_packs_kind = header.get("kind") == kind
    suits = frozenset(header) if is_of_the_packs_kind else header.keys() - _BY_KIND
    defaults = _defaults(kind)
    return {key: defaults[key] for key in _IN_RULE if key not in suits and key not in keys}


_BY_KIND = ("category", "why", "message")
"""What a pack says by default for rules of one kind doesn't suit those of another."""
_IN_RULE = ("level", *_BY_KIND)
"""The defaults that stand in a rule where the pack lacks them, in their order there."""


def _defaults(kind: str) -> dict[str, str]:
    """What a rule of this kind says unless its writer says something else."""
    sort = SORTS[kind]
    return {"category": sort.category, "level": "warning", "kind": kind, "why": sort.why, "message": sort.message}


def _first(keys: Mapping[str, Any]) -> str:
    """The first of the rule's words, or its pattern: what it is named after."""
    words: list[str] = keys.get("words") or keys["pattern"]
    return words[0]


def slug(words: str) -> str:
    """A rule's or a pack's name made of its words."""
    return re.sub(r"[^\w+.]+", "-", words.lower()).strip("-.")


def _single(value: Any) -> Any:
    """The value without the list around it, if it is alone there, as people write it: *words: erhålla*."""
    is_alone = isinstance(value, list) and len(value) == 1
    return value[0] if is_alone else value


def _examples(kind: str, keys: Mapping[str, Any]) -> list[dict[str, str]]:
    """Examples to fill in: what must be flagged, how to write instead where the kind says so, and what passes."""
    word = "orden" if "pattern" in keys else _first(keys)
    flag = {"flag": f"{TO_FILL_IN} en mening där [{word}] ska flaggas, med hakparenteser runt."}
    if kind in ("replace", "pattern"):
        flag["fix"] = f"{TO_FILL_IN} samma mening när den är rättad."
    return [flag, {"pass": f"{TO_FILL_IN} en mening som ska gå bra. Ta bort raden om det inte finns någon."}]


def header(path: Path, kind: str) -> dict[str, Any]:
    """The keys above the rules in a pack; those that a new pack begins with if there is no file yet.

    Raises ``FileError`` for a file that is no pack.
    """
    if not exists(path):
        return {"pack": slug(path.stem)} | _defaults(kind)
    packs.load_pack(path)
    keys = read_mapping(path)
    del keys["rules"]
    return keys


def with_rule(path: Path, top: Mapping[str, Any], rule: Mapping[str, Any]) -> tuple[str, list[Rule]]:
    """The pack's text with the rule last, and its rules besides those that ship.

    Raises ``FileError`` if that makes no pack.
    """
    if exists(path):
        text, indent = _open_end(path)
    else:
        text = f"# yaml-language-server: $schema={SCHEMA_NAME}\n{_yaml(dict(top))}rules:\n"
        indent = 2
    added = "".join(f"{' ' * indent}{line}\n" for line in _yaml([dict(rule)]).splitlines())
    text += added
    rules = _loaded(path, text)
    if exists(path) and b"\r\n" in path.read_bytes():  # a file from Windows stays one
        text = text.replace("\n", "\r\n")
    return text, rules


def _open_end(path: Path) -> tuple[str, int]:
    """The pack's text up to where a rule can be put, and the column of the rules; raises ``FileError``."""
    text = read_text(path)
    root = yaml.compose(text, yaml.SafeLoader)
    assert root is not None, "the pack has been loaded"
    key, rules = root.value[-1]
    if key.value != "rules" or rules.flow_style:
        raise error_at(path, ["rules"], "”rules” ska stå sist i filen, med ett streck före varje regel.", key=True)
    return text.rstrip() + "\n", rules.start_mark.column


def _loaded(path: Path, text: str) -> list[Rule]:
    """The rules with the text as the pack that it would be."""
    shipped = [pack for pack in packs.shipped() if pack.resolve() != path.resolve()]
    with TemporaryDirectory() as folder:
        trial = Path(folder) / path.name
        trial.write_text(text, encoding="utf-8")
        try:
            return packs.load([*shipped, trial], path.parent)
        except FileError as error:
            # Where it stands in a file that isn't there helps nobody.
            place = re.compile(rf"^{re.escape(str(trial))}[:\d]*: ")
            raise FileError(*(place.sub("", fault) for fault in error.faults)) from None


def already(words: list[str], rules: list[Rule]) -> list[tuple[str, str]]:
    """Which of the words a rule flags already, and the rule's name.

    Nobody is kept from writing the rule: two packs may flag a word under different conditions.
    """
    flagged_by: dict[str, str] = {}
    for rule in rules:
        flagged_by |= dict.fromkeys(map(str.lower, rule.listed_words), rule.name)
    return [(word, flagged_by[word.lower()]) for word in words if word.lower() in flagged_by]


class _Dumper(yaml.SafeDumper):
    """Lists stand further in than the key above them, as in the packs that ship."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """``indentless`` is what PyYAML asks for in lists; it is never granted."""
        super().increase_indent(flow, False)


def _yaml(data: Any) -> str:
    """The data as people write YAML: in their order, with å, ä and ö, and no line broken."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text
