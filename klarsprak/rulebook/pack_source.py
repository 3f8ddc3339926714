"""What a pack's file says, made into rules; each fault is told in Swedish at its line and column."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from klarsprak import plugins
from klarsprak.files.errors import MOST_TOLD, Faults, FileError
from klarsprak.files.invalid import Source, invalid
from klarsprak.files.keys import describe_missing, describe_unknown
from klarsprak.files.meant import did_you_mean, nearest
from klarsprak.files.places import Location, error_at
from klarsprak.kinds import Rule, kind_names, rule_type
from klarsprak.kinds.base import EVERY_RULES
from klarsprak.rulebook.definitions import Definitions

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_BRACES = frozenset("{}")
_MOVED = {"regex": "regex", "prompts": "unfilled", "labels": "unfilled"}
"""The kinds that keys of kind *pattern* belong to since these are kinds of their own."""
_OF_THE_PACK = ("rules", "sets", "patterns", "uses", "about")
"""Keys that are no defaults for the pack's rules."""
_LACKS = {
    "pack": "nyckeln ”pack” saknas eller är tom. Skriv paketets namn.",
    "rules": "nyckeln ”rules” saknas eller är tom. Skriv en lista med regler.",
    "about": "nyckeln ”about” ska vara en rad text om vad reglerna hittar.",
}
"""What is wrong where a key of the pack isn't what it should be."""


class PackSource:
    """A pack as it stands in its file: the rules, and above them the keys that are defaults for each of them."""

    def __init__(self, path: Path, keys: Mapping[str, Any], home: Path | None = None) -> None:
        """``keys`` are those at the top of the file, with all that stands below them.

        ``home`` is the folder that it takes from by ``uses``, if not its own.
        """
        self._path = path
        self._definitions = Definitions(path, keys, home)
        self._keys = keys
        self._faults = Faults()
        self._told: set[str] = set()
        """The keys whose absence has been told for all rules."""

    def rules(self) -> list[Rule]:
        """The rules, validated, in order; raises ``FileError`` with all that is wrong in the file."""
        self._check_own_keys()
        models = self._models()
        self._check_header(models.values())
        self._check_missing(models)
        rules = []
        for number, model in models.items():
            with self._faults.gathered():
                rules.append(self._rule(self._entries[number], number, model))
        self._faults.check()
        return rules

    @property
    def about(self) -> str:
        """A line on what the rules find; empty where the pack has none."""
        line: str = self._keys.get("about", "")
        return line

    @property
    def _entries(self) -> list[Any]:
        """What stands under ``rules``."""
        entries: list[Any] = self._keys.get("rules", [])
        return entries if isinstance(entries, list) else []

    @cached_property
    def _header(self) -> dict[str, Any]:
        """The defaults for the rules."""
        header = {key: value for key, value in self._keys.items() if key not in _OF_THE_PACK}
        # One that is no name has been told already.
        return header if isinstance(header.get("pack"), str) else {**header, "pack": ""}

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        """The same, with the types of letters that the pack takes from others."""
        taken = self._definitions.used_letters
        own = self._header.get("letters", {})
        return {**self._header, "letters": {**taken, **own}} if taken and isinstance(own, dict) else self._header

    def _check_own_keys(self) -> None:
        """Gather what is wrong with the keys that are the pack's own."""
        self._check("pack", isinstance(self._keys.get("pack"), str))
        self._check("rules", _is_filled_list(self._keys.get("rules")))
        self._check("about", isinstance(self.about, str))
        with self._faults.gathered():
            self._definitions.check_own()
        try:
            self._definitions.check_taken()
        except FileError as error:
            self._faults.add(error)
            self._faults.check()  # at once: each rule would miss what can't be taken

    def _check(self, key: str, is_right: bool) -> None:
        """Gather one of the pack's own keys if it is wrong."""
        if not is_right:
            self._faults.add(self._fault([key], _LACKS[key]))

    def _models(self) -> dict[int, type[Rule]]:
        """The class of each rule by its number; what is no rule, or of no kind, is gathered and left out."""
        models = {}
        for number, entry in enumerate(self._entries):
            with self._faults.gathered():
                models[number] = self._model(entry, number)
        return models

    def _check_header(self, models: Iterable[type[Rule]]) -> None:
        """Gather the keys above the rules that none of them, by its kind, has a use for.

        *instead* may stand above rules of kind *replace*, even if others stand among them; *insted* may not.
        """
        every: Iterable[type[Rule]] = set(models) or filter(None, map(rule_type, kind_names()))
        known = set[str]().union(*map(_keys, every))
        for key in _unknown(self._header, known):
            what = describe_unknown(key, [*known, *_OF_THE_PACK])
            self._faults.add(self._fault([key], what, key=True))

    def _check_missing(self, models: Mapping[int, type[Rule]]) -> None:
        """Gather the keys that all rules must have and none has: above the rules they hold for all.

        Told once, and not once for each rule.
        """
        if len(models) < 2:
            return
        needed = set[str].intersection(*map(_required, set(models.values())))
        written = self._header.keys() | set().union(*(self._entries[number] for number in models))
        missing = sorted(needed - written - self._misspelt(models.values()))
        if missing:
            what = f"{describe_missing(missing)} Skriv ovanför ”rules” det som gäller alla regler."
            self._faults.add(self._fault(["rules"], what, key=True))
            self._told |= set(missing)

    def _misspelt(self, models: Iterable[type[Rule]]) -> set[str]:
        """The keys that unknown ones above the rules were meant to be."""
        known = set[str]().union(*map(_keys, set(models)))
        near = {nearest(key, known) for key in _unknown(self._header, known)}
        return {key for key in near if key is not None}

    def _rule(self, entry: dict[str, Any], number: int, model: type[Rule]) -> Rule:
        """A rule, from its own keys and the defaults that its kind has a use for.

        Raises ``FileError`` for what is wrong in either, at the place where it stands.
        """
        keys = _keys(model)
        defaults = {key: value for key, value in self._defaults.items() if key in keys}
        try:
            rule = model.model_validate({**defaults, **entry}, context=self._definitions.names)
        except ValidationError as error:
            self._check_moved(entry, number)
            raise self._invalid(error, model, entry, number) from None
        self._check_message(rule, ["rules", number, "message"] if "message" in entry else ["message"])
        return rule

    def _invalid(self, error: ValidationError, model: type[Rule], entry: dict[str, Any], number: int) -> FileError:
        """What is wrong with a rule; a key above the rules is wrong there: *level: varning*.

        Where a key is missing that is spelled wrong above the rules, that has been told already.
        """

        def way(steps: Location) -> Location:
            is_in_header = bool(steps) and steps[0] not in entry and steps[0] in self._header
            return () if is_in_header else ("rules", number)

        return invalid(error, Source(self._path, model), way, known=self._told | self._misspelt([model]))

    def _model(self, entry: Any, number: int) -> type[Rule]:
        """The class of rules of this kind.

        Raises ``FileError`` for what is no rule, for a kind that isn't there, in the rule or above all rules, and
        where none is named.
        """
        if not isinstance(entry, dict):
            what = f"”{entry or ''}” är ingen regel. Skriv ”- id: namn” och dess nycklar."
            raise self._fault(["rules", number], what)
        name = self._kind_name(entry)
        model = rule_type(str(name))
        if model is not None:
            return model
        where: Location = ["rules", number, "kind"] if "kind" in entry else ["kind"]
        what = f"”{name}” är ingen sorts regel." if name else "nyckeln ”kind” saknas."
        known = kind_names()
        meant = did_you_mean(str(name), known)
        raise self._fault(where, f"{what}{meant} Välj bland {', '.join(known)}.{plugins.hint()}")

    def _kind_name(self, entry: dict[str, Any]) -> Any:
        """What stands as the rule's kind, in the rule or above all rules."""
        return entry.get("kind", self._header.get("kind"))

    def _check_moved(self, entry: dict[str, Any], number: int) -> None:
        """Raise ``FileError`` at a key that rules of kind *pattern* had once and that is another kind's now.

        *regex* in such a rule is no misspelt key: whoever wrote it knew it from an earlier version.
        """
        moved = [key for key in entry if key in _MOVED]
        if moved and str(self._kind_name(entry)) == "pattern":
            key, kind = moved[0], _MOVED[moved[0]]
            what = f"”{key}” hör till sorten {kind}."
            instead = f"Skriv ”kind: {kind}” i regeln, eller gör ”{key}” till en egen regel."
            raise self._fault(["rules", number, key], f"{what} {instead}", key=True)

    def _check_message(self, rule: Rule, where: Location) -> None:
        """Raise ``FileError`` for a message with what such rules can't fill in: *{förslag}*, *{text*, *{text!r}*."""
        known = rule.placeholders.union(EVERY_RULES)
        for name in _PLACEHOLDER.findall(rule.message):
            if name not in known:
                what = f"meddelandet har {{{name}}}, men regeln kan bara fylla i: {_in_braces(known)}."
                raise self._fault(where, what)
        # Python's own format knows more, such as *{text:>5}*, and fails at the first hit or shows what nobody means.
        if not _BRACES.isdisjoint(_PLACEHOLDER.sub("", rule.message)):
            what = "meddelandet har klamrar på fel ställe. Skriv en före och en efter det som regeln kan fylla i"
            raise self._fault(where, f"{what}: {_in_braces(known)}.")

    def _fault(self, where: Location, what: str, *, key: bool = False) -> FileError:
        """The error at a place in the file; ``key`` points at the key itself rather than its value."""
        return error_at(self._path, where, what, key=key)


@cache
def _keys(model: type[Rule]) -> frozenset[str]:
    """The keys of rules of the class, which pydantic makes anew at each look."""
    return frozenset(model.model_fields)


@cache
def _required(model: type[Rule]) -> set[str]:
    """The keys that rules of the class must have, but for those that each has for itself or takes from another."""
    required = {key for key, field in model.model_fields.items() if field.is_required()}
    return required - {"id", "examples", "kind"} - model.derived


def _in_braces(names: Iterable[str]) -> str:
    """*{suggestion}, {text}*."""
    return ", ".join(map("{{{}}}".format, sorted(names)))


def _is_filled_list(value: object) -> bool:
    """Whether there is at least one entry, of whatever sort."""
    return isinstance(value, list) and bool(value)


def _unknown(keys: Iterable[str], known: Container[str]) -> list[str]:
    """The keys that aren't known, as many of them as are told: what each was meant to be takes time to find out."""
    return list(islice((key for key in keys if key not in known), MOST_TOLD + 1))
