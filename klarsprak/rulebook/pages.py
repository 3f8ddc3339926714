"""Pages about the rules for people who write letters: Markdown, one page a pack file, and an index of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from klarsprak.kinds import Rule
from klarsprak.kinds.base import Example
from klarsprak.kinds.term import TermRule
from klarsprak.rulebook.packs import Pack
from klarsprak.swedish import counted

INDEX = "README.md"
_NO_NAME = re.compile(r"[^\w./-]+")
_PLACEHOLDER = re.compile(r"\{\w*\}")
_SPECIAL = re.compile(r"[\\`*_<>|#]|(?<=\])(?=\()|~~")
_BRACKETS = re.compile(r"\[(?=\[\[(?!\[))|\[\[|\]\]|\[|\]")
"""As in examples: of three opening brackets the first is the mark and the others are the letter's own."""
_IN_MARKDOWN = {"[[": "\\[", "]]": "\\]", "[": "**", "]": "**"}
_ROLES = ("# _", "- • ", "? ")
"""How a line of an example begins, and what stands there in Markdown."""


class Page(NamedTuple):
    """What one page tells of."""

    name: str
    """Its place among the pages, without the ending: *fackord/skola*."""
    about: str
    rules: list[Rule]


def pages(rules: Iterable[Rule], packs: Iterable[Pack]) -> list[Page]:
    """The rules by the packs that they stand in; those that stand in none are the organisation's own terms."""
    packs = list(packs)
    homes = {rule.name: pack.place for pack in packs for rule in pack.rules}
    about = {pack.place: pack.about for pack in packs}
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(homes.get(rule.name, rule.pack), []).append(rule)
    return [Page(_NO_NAME.sub("-", name), about.get(name, ""), own) for name, own in sorted(found.items())]


def written(pages: Sequence[Page], command: str) -> Iterator[tuple[str, str]]:
    """The file name and the text of each page, and of the index where they are several.

    ``command`` is what writes them.
    """
    if len(pages) > 1:
        yield INDEX, _index(pages, command)
    for page in pages:
        yield f"{page.name}.md", "\n".join(_page(page, command)) + "\n"


def _index(pages: Sequence[Page], command: str) -> str:
    number = sum(len(page.rules) for page in pages)
    rows = (f"| [{page.name}]({page.name}.md) | {len(page.rules)} | {_plain(page.about)} |" for page in pages)
    lines = (
        "# Reglerna",
        "",
        f"{_counted(number)} på {counted(len(pages), 'sida', 'sidor')}. Varje sida säger vad reglerna anmärker på "
        "och varför, och visar exempel.",
        "",
        "| Sida | Regler | Handlar om |",
        "| --- | ---: | --- |",
        *rows,
        "",
        _by(command),
    )
    return "\n".join(lines) + "\n"


def _counted(number: int) -> str:
    return counted(number, "regel", "regler")


def _by(command: str) -> str:
    return f"Sidan är skriven ur reglerna av `{command}`."


def _page(page: Page, command: str) -> Iterator[str]:
    usual = _usual(page.rules)
    yield f"# {_plain(page.about.removesuffix('.')) or f'Paketet {page.name}'}"
    yield ""
    yield f"{_counted(len(page.rules))}. {_by(command)}"
    yield from usual.lines()
    for rule in page.rules:
        yield ""
        yield f"## {_plain(rule.id)}"
        yield ""
        yield f"**{rule.level.label}** · `{rule.name}`"
        yield from _words(rule)
        yield from _Sayings.of(rule).beside(usual).lines()
        yield from _examples(rule.examples)


class _Sayings(NamedTuple):
    """What a rule says to the writer; what is empty goes without saying."""

    message: str
    why: str
    source: str

    @classmethod
    def of(cls, rule: Rule) -> _Sayings:
        """What this rule says."""
        return cls(_PLACEHOLDER.sub("…", rule.message).rstrip(" …"), rule.why, rule.source)

    def beside(self, usual: _Sayings) -> _Sayings:
        """What is left to say where the page has said the usual."""
        return _Sayings(*("" if own == said else own for own, said in zip(self, usual, strict=True)))

    def lines(self) -> Iterator[str]:
        """The sayings as Markdown, a paragraph each."""
        for label, text in zip(("Programmet säger", "Varför", "Källa"), self, strict=True):
            if text:
                yield from ("", f"{label}: {_plain(text)}")


def _usual(rules: Sequence[Rule]) -> _Sayings:
    """What more than one of the rules, and at least half of them, say: told once at the top of the page."""
    commonest = (Counter(said).most_common(1)[0] for said in zip(*map(_Sayings.of, rules), strict=True))
    return _Sayings(*(said if times > 1 and times * 2 >= len(rules) else "" for said, times in commonest))


def _words(rule: Rule) -> Iterator[str]:
    """The rule's words, what they stand for or are explained by, and what to write instead."""
    lists = (("Ord", rule.listed_words), ("Betyder", rule.written_out), ("Skriv hellre", rule.replacements))
    for label, values in lists:
        if values:
            yield from ("", f"{label}: {_plain(', '.join(values))}")
    yield from _explanations(rule.explanations)
    if isinstance(rule, TermRule) and rule.plain:
        yield from ("", f"Eller skriv: {_plain(rule.plain)}")


def _explanations(texts: Sequence[str]) -> Iterator[str]:
    """The explanations of a term: one in its line, several as a list."""
    if len(texts) > 1:
        yield from ("", "Förklaringar:", "", *(f"- {_plain(text)}" for text in texts))
    elif any(texts):
        yield from ("", f"Förklaring: {_plain(texts[0])}")


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    """What is flagged, and better, before what passes."""
    flagged = [example for example in examples if example.flag is not None]
    passing = [example.pass_ for example in examples if example.pass_ is not None]
    if flagged:
        yield from ("", "Flaggas:", "")
        for example in flagged:
            yield f"- {_shown(example.flag or '')}"
            if example.fix is not None:
                yield f"  <br>Bättre: {_shown(example.fix)}"
    if passing:
        yield from ("", "Går bra:", "", *(f"- {_shown(text)}" for text in passing))


def _shown(example: str) -> str:
    """The example with its marked words in bold, and its blocks one below the other."""
    return "<br>".join(_block(line.strip()) for line in example.strip().splitlines() if line.strip())


def _block(line: str) -> str:
    """A line of an example: headings are italic, points of a list have a dot, prompts look like other text."""
    before, after = next(((signs[2:], line[2:]) for signs in _ROLES if line.startswith(signs[:2])), ("", line))
    text = before + _BRACKETS.sub(lambda match: _IN_MARKDOWN[match[0]], _escaped(after))
    return f"{text}_" if before == "_" else text


def _plain(text: str) -> str:
    """The text without anything that Markdown reads as its own."""
    return _escaped(text).replace("[", "\\[").replace("]", "\\]")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: "".join(f"\\{sign}" for sign in match[0]), " ".join(text.split()))
