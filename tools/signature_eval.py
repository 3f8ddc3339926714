"""Score the signature block against the gold of corpora/: the parts found and those told to be missing.

``python -m tools.signature_eval [--details dev]`` scores; with letters as arguments it shows what was found in each,
where it stands, and what it was known by.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from klarsprak import readers, signature
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import SIGNATURE_EXTRAS, SIGNATURE_PARTS, Report
from klarsprak.letter import Letter
from klarsprak.rulebook.packs import load, shipped

CORPORA = Path(__file__).parents[1] / "corpora"
TOLD = {
    **dict(zip(("namn", "befattning", "enhet", "adress", "telefon"), SIGNATURE_PARTS, strict=True)),
    "växel": "switchboard",
}
"""What each rule of the pack ``signatur`` says, in the words of the gold."""
_OF_NO_PART = (
    "avsändare", "brev-eller-sida", "hur-man-når-er", "vem-har-skrivit-under", "initial-i-stället-för-förnamn"
)  # fmt: skip
"""Rules that the gold, which tells of parts, knows nothing of."""


@dataclass
class Tally:
    """How often something was right, said, and wanted."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, said: set[Any], wanted: set[Any], right: int) -> None:
        """Count one letter."""
        self.right += right
        self.said += len(said)
        self.wanted += len(wanted)

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.right + other.right, self.said + other.said, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """F1; 1 where there was nothing to say and nothing was said."""
        return 2 * self.right / (self.said + self.wanted) if self.said + self.wanted else 1.0


@dataclass
class Score:
    """Tallies over some letters."""

    letters: int = 0
    found: Tally = field(default_factory=Tally)
    missing: Tally = field(default_factory=Tally)
    extras: Tally = field(default_factory=Tally)
    occasions: Tally = field(default_factory=Tally)
    faults: list[str] = field(default_factory=list)

    @property
    def both(self) -> Tally:
        """Found and missing parts together."""
        return self.found.plus(self.missing)


@dataclass
class Gold:
    """What is right for one letter; None where the gold doesn't say."""

    path: Path
    split: str
    parts: dict[str, list[str]] | None
    must: set[str]
    may: set[str]
    extras: dict[str, str] | None = None
    occasion: str | None = None
    organisation: dict[str, Any] = field(default_factory=dict)


def golds() -> Iterator[Gold]:
    """The gold of every letter."""
    for path in sorted((CORPORA / "letters").glob("*.gold.yml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        must, may = (
            {entry["what"] for entry in data[key] if entry["category"] == "signatur" and "what" in entry}
            for key in ("must", "may")
        )
        yield Gold(path.with_name(data["letter"]), data["split"], _accepted(data["signature"]), must, may)
    for data in yaml.safe_load((CORPORA / "signatures" / "gold.yml").read_text(encoding="utf-8")):
        yield Gold(
            path=CORPORA / "signatures" / data["letter"],
            split=data["split"],
            parts=_accepted(data["signature"]),
            must=set(data["flagged"]),
            may=set(),
            extras=data.get("extras", {}) if data["signature"] else None,
            occasion=data["occasion"],
            organisation=data.get("organisation", {}),
        )


def _accepted(signature: dict[str, Any] | None) -> dict[str, list[str]] | None:
    """The texts that count as right, by part; a part that is missing is left out."""
    if signature is None:
        return None
    return {part: text if isinstance(text, list) else [text] for part, text in signature.items() if text is not None}


def evaluate() -> dict[str, Score]:
    """Scores for the splits ``dev`` and ``test`` and for ``all``."""
    scores = {"dev": Score(), "test": Score(), "all": Score()}
    rules = load([path for path in shipped() if path.stem == "signatur"])
    for gold in golds():
        checker = Checker(Config.model_validate({"organisation": gold.organisation}), rules)
        report = checker.check(_letter(gold.path))
        for name in (gold.split, "all"):
            _add(scores[name], gold, report)
    return scores


def _letter(path: Path) -> Letter:
    letter = next(iter(readers.read_file(path)))
    if not isinstance(letter, Letter):
        raise SystemExit(f"{path.name}: {letter.reason}")
    return letter


def _add(score: Score, gold: Gold, report: Report) -> None:
    score.letters += 1
    name = gold.path.name
    if gold.parts is not None:
        found = {part: text for part in SIGNATURE_PARTS if (text := getattr(report.signature, part)) is not None}
        _compare(score, score.found, name, found, gold.parts)
    told = set(_told(report))
    if gold.occasion is None:  # the letters' gold doesn't tell a switchboard from no number at all
        told = {"phone" if part == "switchboard" else part for part in told}
    told -= gold.may - gold.must
    score.missing.add(told, gold.must, len(told & gold.must))
    score.faults += [f"{name}: {part} should be told" for part in sorted(gold.must - told)]
    score.faults += [f"{name}: {part} should not be told" for part in sorted(told - gold.must)]
    if gold.extras is not None:
        extras = {part: text for part in SIGNATURE_EXTRAS if (text := getattr(report.signature, part)) is not None}
        _compare(score, score.extras, name, extras, {part: [text] for part, text in gold.extras.items()})
    if gold.occasion is not None:
        said = str(report.signature.occasion)
        score.occasions.add({said}, {gold.occasion}, said == gold.occasion)
        if said != gold.occasion:
            score.faults.append(f"{name}: {said} should be {gold.occasion}")


def _told(report: Report) -> Iterator[str]:
    """The parts that are told to be missing; where there is none at all, one finding tells it of all."""
    for finding in report.findings:
        name = finding.rule.partition(".")[2]
        if name in _OF_NO_PART:
            continue
        if name == "ingen":
            yield from report.signature.demanded
        else:
            yield TOLD[name]


def _compare(score: Score, tally: Tally, name: str, found: dict[str, str], gold: dict[str, list[str]]) -> None:
    right = {part for part, text in found.items() if _folded(text) in map(_folded, gold.get(part, ()))}
    tally.add(set(found), set(gold), len(right))
    for part in sorted({*found, *gold} - right):
        score.faults.append(f"{name}: {part}: {found.get(part)!r} should be {gold.get(part)!r}")


def _folded(text: str) -> str:
    return re.sub(r"[^\w/@]+", " ", text).casefold().strip()


def table(scores: dict[str, Score]) -> Iterator[str]:
    """The scores as a Markdown table."""
    yield "| letters | number | parts found F1 | parts missing F1 | both F1 | e-mail, web, hours F1 | occasion |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, score in scores.items():
        yield (
            f"| {name} | {score.letters} | {score.found.f1:.3f} | {score.missing.f1:.3f} | {score.both.f1:.3f} | "
            f"{score.extras.f1:.3f} | {score.occasions.f1:.3f} |"
        )


def shown(path: Path) -> Iterator[str]:
    """What was found in a letter, a line for each part."""
    letter = _letter(path)
    found = signature.find(letter)
    yield f"{path}: {found.occasion}"
    for name in (*SIGNATURE_PARTS, *SIGNATURE_EXTRAS):
        part = getattr(found, name)
        if part is None:
            yield f"  {name:8}-  {found.why.get(name, '')}".rstrip()
        else:
            anchor = letter.blocks[part.block].place.at(part.start)
            where = f"block {part.block}" + (f", page {anchor.page}" if anchor.page else "")
            yield f"  {name:8}{part.text}  [{where}, {letter.blocks[part.block].role}: {part.reason}]"


def main() -> None:
    """Print the table and, where asked, what was wrong; or what stands in the letters that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", nargs="*", type=Path, help="letters to show instead")
    parser.add_argument("--details", choices=["dev", "test", "all"], help="list what was wrong in a split")
    arguments = parser.parse_args()
    if arguments.letters:
        print("\n".join(line for path in arguments.letters for line in shown(path)))
        return
    scores = evaluate()
    print("\n".join(table(scores)))
    if arguments.details:
        print("\nWrong:", *scores[arguments.details].faults, sep="\n  ")


if __name__ == "__main__":
    main()
