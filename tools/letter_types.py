"""The table of ``docs/handbok/brevtyper.md``: what a letter of each type must answer, and which rules look for it.

Made from ``rules/arendegang/``, so that it is never stale; which question a rule is about is said here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from klarsprak.kinds.expect.rule import ExpectRule
from klarsprak.rulebook import packs

PAGE = Path(__file__).parents[1] / "docs" / "handbok" / "brevtyper.md"
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "Vad är bestämt?": ("beslut-först", "nej-i-klartext"),
    "Varför?": ("skäl",),
    "Vad betyder det för mig?": ("vad-beslutet-innebär",),
    "Vad händer sedan, och när?": ("nästa-steg", "svarstid"),
    "Vad ska jag göra?": ("kallelse-förhinder", "nästa-steg-hur", "nästa-steg-vart"),
    "Senast när?": ("senast-när", "dag-för-varje-krav", "dagen-vid-kravet", "dagen-syns", "kallelse-tid"),
    "Vem frågar jag?": ("kontakt", "kontakt-hur"),
    "Hur överklagar jag?": ("avslag-utan-överklagande", "överklagande", "överklagandetid", "överklagande-vart"),
    "Vilket ärende, och från vilken dag?": ("diarienummer", "datum"),
}
"""The reader's questions, and the rules that see whether the letter answers them."""
NO_QUESTION = frozenset({"mellanrubriker"})
"""Rules on how a letter is laid out, whatever it answers."""
NOTHING = "–"
_BEGIN, _END = "<!-- types -->\n", "<!-- /types -->"


def page() -> str:
    """The page with the table as the rules are now; what stands around the table is written by hand."""
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    lines = "\n".join(table(expect_rules()))
    return f"{before}{begin}{lines}\n{end}{after}"


def expect_rules() -> dict[str, ExpectRule]:
    """The rules that look for what is missing in a letter about a case, by name."""
    rules = packs.load(packs.shipped())
    return {rule.id: rule for rule in rules if isinstance(rule, ExpectRule) and rule.pack == "arendegang"}


def table(rules: Mapping[str, ExpectRule]) -> Iterator[str]:
    """A row for each type of letter, last one for those of no type; a column for each question."""
    yield f"| Brevet | {' | '.join(QUESTIONS)} |"
    yield f"| --- |{' --- |' * len(QUESTIONS)}"
    for name, letter_type in next(iter(rules.values())).letters.items():
        if letter_type.signs.is_told_anywhere:
            continue  # no letter that anybody would name: one that somewhere says *inom tre veckor*
        yield f"| **{name}**: {letter_type.about} | {_cells(rules, name)} |"
    yield f"| **alla andra brev** | {_cells(rules, None)} |"


def _cells(rules: Mapping[str, ExpectRule], letter: str | None) -> str:
    """What finds that the questions have no answer in a letter of the type, or in one of none."""
    answered = (_due(rules, names, letter) for names in QUESTIONS.values())
    return " | ".join(answered)


def _due(rules: Mapping[str, ExpectRule], names: tuple[str, ...], letter: str | None) -> str:
    """Those of the rules that ask a letter of the type: *`skäl`*, or a dash."""
    due = [f"`{name}`" for name in names if _asks(rules[name], letter)]
    return ", ".join(due) or NOTHING


def _asks(rule: ExpectRule, letter: str | None) -> bool:
    """Whether the rule is about letters of the type, itself or in one of its cases."""
    return any(_is_about(variant, letter) for variant in rule.variants)


def _is_about(rule: ExpectRule, letter: str | None) -> bool:
    """Whether the rule as it stands is: about all that it doesn't leave out, where it names none."""
    if letter in rule.not_letter:
        return False
    return not rule.letter or letter in rule.letter
