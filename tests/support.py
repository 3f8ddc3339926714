"""What several tests need."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent

from klarsprak.analysis import Analysis, analyse_letter
from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Report
from klarsprak.kinds import Rule
from klarsprak.language.pipeline import Need
from klarsprak.language.words_at import WordsAt
from klarsprak.rulebook import packs
from klarsprak.signature import SignatureBlock

HEADER = """\
pack: prov
category: kanslisvenska
level: warning
kind: replace
why: Skälet.
message: ”{text}” är svårt. Skriv ”{suggestion}”.
"""


@cache
def shipped_packs() -> list[packs.Pack]:
    """The packs that ship, read once however many tests ask for them."""
    return packs.load_packs(packs.shipped())


def shipped_rules() -> list[Rule]:
    """All their rules."""
    return [rule for pack in shipped_packs() for rule in pack.rules]


def pack(folder: Path, rules: str, header: str = HEADER) -> Path:
    """A pack file with these rules, each of which gets an example that isn't run."""
    path = folder / "prov.yml"
    path.write_text(header + "rules:\n" + dedent(rules), encoding="utf-8")
    return path


def rules(folder: Path, text: str, header: str = HEADER) -> list[Rule]:
    """The rules of such a pack."""
    return packs.load_pack(pack(folder, text, header))


def check(rules: list[Rule], text: str, **config: object) -> Report:
    """What the rules say of a letter with one block a line."""
    return Checker(Config.model_validate(config), rules).check(parse(text).letter)


def texts(report: Report) -> list[str]:
    """The words that the findings point at."""
    return [finding.text for finding in report.findings]


WORDS = """\
- {id: erhålla, words: erhålla, pos: VERB, instead: få, examples: [{flag: x}]}
- {id: ej, words: ej, instead: inte, examples: [{flag: x}]}
"""


def words_in(text: str, need: Need = Need.MORPHOLOGY) -> tuple[WordsAt, Analysis]:
    """The words in square brackets, and the letter that they stand in, one block a line."""
    marked = parse(text)
    analysis = analyse_letter(marked.letter, need, SignatureBlock)
    ((block, start, end),) = marked.stretches
    return WordsAt.covering(analysis.by_index[block], start, end), analysis
