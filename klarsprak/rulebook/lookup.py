"""The rules as a person asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.files.validation import did_you_mean
from klarsprak.kinds import Rule
from klarsprak.rulebook import packs
from klarsprak.rulebook.packs import Pack
from klarsprak.rulebook.selection import names, selected


def every_rule(path: Path | None) -> list[Rule]:
    """The rules that apply with a configuration: the one named, else the one found from the current folder."""
    config = configuration_of(path)
    return selected(packs.load([*packs.shipped(), *config.packs()]), config)


def configuration_of(path: Path | None) -> Config:
    """The configuration in the file, or in the one found from the current folder, or none."""
    path = path or find_config(Path())
    return load_config(path) if path else Config()


def named(rules: Sequence[Rule], name: str | None) -> list[Rule]:
    """The rules of a pack or category, or the one rule; raises ``FileError`` where nothing is called so."""
    if name is None:
        return list(rules)
    found = [rule for rule in rules if name in names(rule)]
    if not found:
        known = {other for rule in rules for other in names(rule)}
        raise FileError(f"”{name}” är varken paket, kategori eller regel.{did_you_mean(name, known)}")
    return found


def pack_file(name: str | None) -> list[Rule]:
    """The rules of the pack in a file, if ``name`` is one's path."""
    return packs.load_pack(Path(str(name))) if is_pack_file(name) else []


def is_pack_file(name: str | None) -> bool:
    """Whether a pack's file is meant, rather than a pack's name."""
    return name is not None and name.endswith((".yml", ".yaml"))


def packs_holding(name: str | None, config: Path | None) -> list[Pack]:
    """The packs with a rule that answers to ``name``, whole: all packs for None, one for a file's path."""
    if is_pack_file(name):
        return packs.load_packs([Path(str(name))])
    found = packs.load_packs([*packs.shipped(), *configuration_of(config).packs()])
    return [pack for pack in found if name is None or any(name in names(rule) for rule in pack.rules)]


def described(rule: Rule) -> str:
    """A rule's page: what it says, why, and its examples."""
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield rule.name
    yield "=" * len(rule.name)
    yield f"{rule.level.label}. Kategori: {rule.category}. Sort: {rule.kind}."
    lists = (("Ord", rule.listed_words), ("Betyder", rule.written_out), ("Skriv hellre", rule.replacements))
    for label, values in lists:
        if values:
            yield f"{label}: {', '.join(values)}"
    yield from _explanations(rule.explanations)
    yield f"Varför: {rule.why}"
    if rule.source:
        yield f"Källa: {rule.source}"
    for example in rule.examples:
        yield ""
        if example.flag is not None:
            yield f"  Flaggas:  {_indented(example.flag)}"
            if example.fix is not None:
                yield f"  Bättre:   {_indented(example.fix)}"
        if example.pass_ is not None:
            yield f"  Går bra:  {_indented(example.pass_)}"


def _explanations(texts: Sequence[str]) -> Iterator[str]:
    if len(texts) > 1:
        yield "Förklaringar:"
        yield from (f"  {text}" for text in texts)
    elif any(texts):
        yield f"Förklaring: {texts[0]}"


def _indented(text: str) -> str:
    return "\n            ".join(text.strip().splitlines())
