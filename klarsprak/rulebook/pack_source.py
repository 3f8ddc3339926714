"""What a pack's file says, made into rules; each fault is told in Swedish at its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from klarsprak import plugins
from klarsprak.files.errors import FileError
from klarsprak.files.validation import did_you_mean, gravest, invalid
from klarsprak.files.yaml import Location, error_at
from klarsprak.kinds import Rule, kind_names, rule_type
from klarsprak.matching.word_sets import WordSets

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_MOVED = {"regex": "regex", "prompts": "unfilled", "labels": "unfilled"}
"""The kinds that keys of kind *pattern* belong to since these are kinds of their own."""
_OF_THE_PACK = ("rules", "sets", "about")
"""Keys that are no defaults for the pack's rules."""
_LACKS = {
    "pack": "nyckeln ”pack” saknas eller är tom. Skriv paketets namn.",
    "rules": "nyckeln ”rules” saknas eller är tom. Skriv en lista med regler.",
    "about": "nyckeln ”about” ska vara en rad text om vad reglerna hittar.",
    "sets": "under ”sets” ska varje ordlista ha ett namn, till exempel ”månad: [januari, februari]”.",
}
"""What is wrong where a key of the pack isn't what it should be."""


class PackSource:
    """A pack as it stands in its file: the rules, and above them the keys that are defaults for each of them.

    Raises ``FileError`` where one of the pack's own keys is not of the type that it must be.
    """

    def __init__(self, path: Path, keys: Mapping[str, Any]) -> None:
        """``keys`` are those at the top of the file, with all that stands below them."""
        self._path = path
        self._keys = keys
        self._check("pack", isinstance(keys.get("pack"), str))
        self._check("rules", _is_filled_list(keys.get("rules")))
        self._check("about", isinstance(self.about, str))
        self._check("sets", isinstance(self._sets, dict))
        for name, words in self._sets.items():
            self._check_set(name, words)

    @property
    def about(self) -> str:
        """A line on what the rules find; empty where the pack has none."""
        line: str = self._keys.get("about", "")
        return line

    @property
    def _sets(self) -> WordSets:
        """The words of the pack's named sets."""
        sets: WordSets = self._keys.get("sets", {})
        return sets

    @cached_property
    def _header(self) -> dict[str, Any]:
        """The defaults for the rules."""
        return {key: value for key, value in self._keys.items() if key not in _OF_THE_PACK}

    def rules(self) -> Iterator[Rule]:
        """The rules, validated in order; raises ``FileError`` at the first that is none."""
        for number, entry in enumerate(self._keys["rules"]):
            if not isinstance(entry, dict):
                what = f"”{entry}” är ingen regel. Skriv ”- id: namn” och dess nycklar."
                raise self._fault(["rules", number], what)
            yield self._rule(entry, number)

    def check_header(self, rules: Sequence[Rule]) -> None:
        """Raise ``FileError`` at a key above the rules that none of them, by its kind, has a use for.

        *instead* may stand above rules of kind *replace*, even if others stand among them; *insted* may not.
        """
        models: set[type[Rule]] = {type(rule) for rule in rules}
        known = set[str]().union(*(model.model_fields for model in models))
        for key in self._header:
            if key not in known:
                raise self._fault([key], f"okänd nyckel ”{key}”.{did_you_mean(key, known)}", key=True)

    def _rule(self, entry: dict[str, Any], number: int) -> Rule:
        """A rule, from its own keys and the defaults that its kind has a use for.

        Raises ``FileError`` for what is wrong in either, at the place where it stands.
        """
        model = self._model(entry, number)
        fields = model.model_fields  # made anew at each look
        defaults = {key: value for key, value in self._header.items() if key in fields}
        try:
            rule = model.model_validate({**defaults, **entry}, context=self._sets)
        except ValidationError as error:
            self._check_moved(entry, number)
            raise invalid(self._path, error, model, self._place_of(error, entry, number)) from None
        self._check_message(rule, ["rules", number, "message"] if "message" in entry else ["message"])
        return rule

    def _model(self, entry: dict[str, Any], number: int) -> type[Rule]:
        """The class of rules of this kind.

        Raises ``FileError`` for a kind that isn't there, in the rule or above all rules, and where none is named.
        """
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

    def _place_of(self, error: ValidationError, entry: dict[str, Any], number: int) -> Location:
        """The way to where a key that is wrong stands: nothing for one above the rules, else that to the rule.

        *level: varning* at the top of the pack is wrong there, and not in its first rule.
        """
        steps = gravest(error)["loc"][:1]
        is_in_header = bool(steps) and steps[0] not in entry and steps[0] in self._header
        return () if is_in_header else ("rules", number)

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
        """Raise ``FileError`` for a message with a placeholder that such rules can't fill in: *{förslag}*."""
        for name in _PLACEHOLDER.findall(rule.message):
            if name not in rule.placeholders:
                known = ", ".join(map("{{{}}}".format, sorted(rule.placeholders)))
                what = f"meddelandet har {{{name}}}, men regeln kan bara fylla i: {known or 'inga'}."
                raise self._fault(where, what)

    def _check_set(self, name: str, words: object) -> None:
        """Raise ``FileError`` for a set that is no list of words: *dag: måndag*, *dag: [1, 2]*.

        An empty one is none either: a pattern with it would never match, and nobody would notice.
        """
        if not (isinstance(words, list) and words and all(map(_is_text, words))):
            what = f"ordlistan ”{name}” ska vara en lista med ord, till exempel [januari, februari]."
            raise self._fault(["sets", name], what)

    def _check(self, key: str, is_right: bool) -> None:
        """Raise ``FileError`` at one of the pack's own keys if it is wrong."""
        if not is_right:
            raise self._fault([key], _LACKS[key])

    def _fault(self, where: Location, what: str, *, key: bool = False) -> FileError:
        """The error at a place in the file; ``key`` points at the key itself rather than its value."""
        return error_at(self._path, where, what, key=key)


def _is_filled_list(value: object) -> bool:
    """Whether there is at least one entry, of whatever sort."""
    return isinstance(value, list) and bool(value)


def _is_text(value: object) -> bool:
    """Whether it is a word rather than a number or a mapping: YAML reads *no* and *1* as something else."""
    return isinstance(value, str)
