"""``make docs``: what is written from the rules and the measurements, so that it is never stale.

Rule pages in docs/regler/, the schemas of packs, of ``klarsprak.yml`` and of what programs get, the tables between
markers in README.md and in the handbook's page on letters' types; the handbook's page on licences.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.kinds import KINDS, Rule
from klarsprak.kinds.replace.rule import INFLECTED, ReplaceRule
from klarsprak.kinds.term.rule import TermRule
from klarsprak.language.inflection import spelled
from klarsprak.language.inflection.choice import AFTER_POSSESSIVES, inflected
from klarsprak.language.inflection.noun_phrases import after_possessives
from klarsprak.laws.written_changes import AFFECTED, DIFF, AffectedShape, DiffShape
from klarsprak.rulebook import ahead, packs
from klarsprak.rulebook.pages import pages
from klarsprak.rulebook.pages import written as written_pages
from klarsprak.rulebook.schema import DRAFT, as_text, pack_schema
from klarsprak.suppression.baseline import SCHEMA, BaselineFile
from tools import letter_types, licences, reference_eval, signature_eval
from tools.evaluate import category_table, evaluate, table

ROOT = Path(__file__).parents[1]
SCORES = ROOT / "training" / "scores.json"


def written() -> dict[Path, str]:
    """Every file that is written, and what must stand in it."""
    rules = packs.load(packs.shipped())
    files = dict(_pages(rules))
    files[letter_types.PAGE] = letter_types.page()
    files[licences.PAGE] = licences.page()
    files[ROOT / "rules" / "schema.json"] = as_text(schema())
    files[ROOT / "klarsprak" / "config" / "config.schema.json"] = as_text(config_schema())
    files[ROOT / "klarsprak" / "suppression" / "baseline-1.schema.json"] = as_text(baseline_schema())
    for shape, name in ((DiffShape, DIFF), (AffectedShape, AFFECTED)):
        files[_beside(ROOT / "klarsprak" / "laws", name)] = as_text(shape_schema(shape, name))
    files[spelled.FILE] = json.dumps(_spellings(rules), ensure_ascii=False, indent=0) + "\n"
    scores = evaluate(Checker())
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    tables = {
        "rules": _counts(rules),
        "eval": table(scores),
        "categories": category_table(scores["all"]),
        "references": reference_eval.table(),
        "signatures": signature_eval.table(signature_eval.evaluate()),
        "model": _scores(),
    }
    for table_name, lines in tables.items():
        text = _between(text, table_name, "\n".join(lines))
    files[readme] = text
    return files


def _pages(rules: list[Rule]) -> Iterator[tuple[Path, str]]:
    for name, text in written_pages(pages(rules, packs.load_packs(packs.shipped())), "make docs"):
        yield ROOT / "docs" / "regler" / name, text


def _spellings(rules: list[Rule]) -> dict[str, str]:
    """The forms of each word that rules inflect."""
    words = {
        (word, rule.pos)
        for rule in rules
        if isinstance(rule, ReplaceRule | TermRule) and rule.pos in INFLECTED
        for word in rule.words
    }
    listed = {f"{pos} {word}": inflected(word, pos) for word, pos in sorted(words)}
    phrases = sorted(word for word, pos in words if pos == "NOUN")
    listed |= {f"{AFTER_POSSESSIVES} {phrase}": after_possessives(phrase) for phrase in phrases}
    return {key: "|".join(sorted(looks)) for key, looks in listed.items() if looks}


def schema() -> dict[str, Any]:
    """The JSON Schema of a pack, without the kinds of plugins that happen to be installed here."""
    return pack_schema({name: kind.rule_type for name, kind in KINDS.items()})


def config_schema() -> dict[str, Any]:
    """The JSON Schema of ``klarsprak.yml``."""
    own = {"title": "klarsprak.yml, version 1", "description": "Kommunens egna val för klarsprak."}
    return {"$schema": DRAFT} | Config.model_json_schema() | own


def baseline_schema() -> dict[str, Any]:
    """The JSON Schema of ``klarsprak/baseline/1``."""
    return {"$schema": DRAFT} | BaselineFile.model_json_schema() | {"title": SCHEMA}


def shape_schema(shape: type[BaseModel], name: str) -> dict[str, Any]:
    """The JSON Schema of what a program is given: ``klarsprak/law-diff/1``."""
    return {"$schema": DRAFT} | shape.model_json_schema(mode="serialization") | {"title": name}


def _beside(folder: Path, name: str) -> Path:
    """*klarsprak/law-diff/1* gives *law-diff-1.schema.json*."""
    _, kind, version = name.split("/")
    return folder / f"{kind}-{version}.schema.json"


def _counts(rules: list[Rule]) -> Iterator[str]:
    yield "| pack | rules | examples |"
    yield "| --- | ---: | ---: |"
    for pack in sorted({rule.pack for rule in rules}):
        own = [rule for rule in rules if rule.pack == pack]
        yield f"| {pack} | {len(own)} | {sum(len(rule.examples) for rule in own)} |"
    yield f"| all | {len(rules)} | {sum(len(rule.examples) for rule in rules)} |"


_TEST_SETS = {"test_never_trained_on": "Talbanken test", "lines_never_trained_on": "LinES test (out of domain)"}


def _scores() -> Iterator[str]:
    scores = json.loads(SCORES.read_text(encoding="utf-8"))
    measures = list(scores["test_never_trained_on"])
    yield f"| never trained on | {' | '.join(name.replace('_', ' ') for name in measures)} |"
    yield f"| --- |{' ---: |' * len(measures)}"
    for key, name in _TEST_SETS.items():
        figures = (scores[key].get(measure) for measure in measures)
        yield f"| {name} | {' | '.join('–' if value is None else f'{value:.1f}' for value in figures)} |"


def _between(text: str, name: str, lines: str) -> str:
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    replaced, count = pattern.subn(lambda match: f"{match[1]}{lines}\n{match[2]}", text)
    if count != 1:
        raise SystemExit(f"README.md lacks the markers of the table {name}")
    return replaced


def stale() -> list[Path]:
    """The files that don't hold what would be written, and rule pages of packs that are gone."""
    files = written()
    old = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    return old + [path for path in (ROOT / "docs" / "regler").rglob("*.md") if path not in files]


def main() -> None:
    """Write the files, or with ``--check`` say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, exit 1 if something is stale")
    if parser.parse_args().check:
        old = stale()
        for path in old:
            print(f"{path.relative_to(ROOT)} is stale: run make docs", file=sys.stderr)
        sys.exit(bool(old))
    for path, text in written().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    ahead.write(packs.shipped())  # not under version control: only so that this checkout starts quickly


if __name__ == "__main__":
    main()
