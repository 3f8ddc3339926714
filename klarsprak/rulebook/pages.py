"""Pages about the rules for people who write letters: Markdown, one page a pack file, and an index of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from klarsprak.kinds import Rule
from klarsprak.kinds.example import Example
from klarsprak.kinds.term.rule import TermRule
from klarsprak.rulebook.describe import word_lists
from klarsprak.rulebook.packs import Pack
from klarsprak.swedish import counted

INDEX = "README.md"
_NO_NAME = re.compile(r"[^\w./-]+")
_PLACEHOLDER = re.compile(r"\{\w*\}")
_SPECIAL = re.compile(r"[\\`*_<>|#]|(?<=\])(?=\()|~~")
_BRACKETS = re.compile(r"\[(?=\[\[(?!\[))|\[\[|\]\]|\[|\]")
"""As in examples: of three opening brackets the first is the mark and the others are the letter's own."""
_IN_MARKDOWN = {"[[": "\\[", "]]": "\\]", "[": "**", "]": "**"}
_ROLES = {"# ": "_", "- ": "• ", "? ": ""}
"""How a line of an example begins, and what stands there in Markdown."""


class Page(NamedTuple):
    """What one page tells of."""

    name: str
    """Its place among the pages, without the ending: *fackord/skola*."""
    about: str
    rules: list[Rule]


def pages(rules: Iterable[Rule], packs: Iterable[Pack]) -> list[Page]:
    """The rules by the packs that they stand in; those that stand in none are the organisation's own terms."""
    homes: dict[str, str] = {}
    about: defaultdict[str, str] = defaultdict(str)
    for pack in packs:
        about[pack.place] = pack.about
        homes |= dict.fromkeys((rule.name for rule in pack.rules), pack.place)

    by_place: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        place = homes.get(rule.name, rule.pack)
        by_place[place].append(rule)
    # A pack of the organisation's may have any name, and a page's name is a path and a link.
    return [Page(_NO_NAME.sub("-", place), about[place], by_place[place]) for place in sorted(by_place)]


def written(pages: Sequence[Page], command: str) -> Iterator[tuple[str, str]]:
    """The file name and the text of each page, and of the index where they are several.

    ``command`` is what writes them.
    """
    if len(pages) > 1:
        yield INDEX, _index(pages, command)
    for page in pages:
        yield f"{page.name}.md", "\n".join(_page(page, command)) + "\n"


def _index(pages: Sequence[Page], command: str) -> str:
    """The page that leads to the others: a row each, with how many rules it has and what they are about."""
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
    """*1 regel*, *12 regler*."""
    return counted(number, "regel", "regler")


def _by(command: str) -> str:
    """The line that keeps people from writing into a page that will be written anew."""
    return f"Sidan är skriven ur reglerna av `{command}`."


def _page(page: Page, command: str) -> Iterator[str]:
    """The lines of a page: what its rules are about, what most of them say, and each rule below a heading."""
    usual = _usual(page.rules)
    title = page.about.removesuffix(".")
    yield f"# {_plain(title) or f'Paketet {page.name}'}"
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
        message = "" if self.message == usual.message else self.message
        why = "" if self.why == usual.why else self.why
        source = "" if self.source == usual.source else self.source
        return _Sayings(message, why, source)

    def lines(self) -> Iterator[str]:
        """The sayings as Markdown, a paragraph each."""
        yield from _paragraph("Programmet säger", self.message)
        yield from _paragraph("Varför", self.why)
        yield from _paragraph("Källa", self.source)


def _usual(rules: Sequence[Rule]) -> _Sayings:
    """What more than one of the rules, and at least half of them, say: told once at the top of the page."""
    messages, whys, sources = zip(*map(_Sayings.of, rules), strict=True)
    return _Sayings(_commonest(messages), _commonest(whys), _commonest(sources))


def _commonest(texts: Sequence[str]) -> str:
    """The text that at least half of them are, and not one alone; empty where there is none such.

    Of three rules two with the same *why* are enough, of five they are not.
    """
    text, times = Counter(texts).most_common(1)[0]
    is_usual = times > 1 and times * 2 >= len(texts)
    return text if is_usual else ""


def _words(rule: Rule) -> Iterator[str]:
    """The rule's words, what they stand for or are explained by, and what to write instead."""
    for label, words in word_lists(rule):
        yield from _paragraph(label, words)
    yield from _explanations(rule.explanations)
    if isinstance(rule, TermRule):
        yield from _paragraph("Eller skriv" if rule.in_place else "Eller skriv om med", rule.plain)


def _explanations(texts: Sequence[str]) -> Iterator[str]:
    """The explanations of a term: one in its line, several as a list."""
    if len(texts) > 1:
        yield from _bullets("Förklaringar", list(map(_plain, texts)))
    else:
        yield from _paragraph("Förklaring", *texts)


def _paragraph(label: str, text: str | None = None) -> Iterator[str]:
    """*Varför: Läsaren slipper då ringa.*, with the empty line before it; nothing where the text is empty."""
    if text:
        yield ""
        yield f"{label}: {_plain(text)}"


def _bullets(label: str, points: Sequence[str]) -> Iterator[str]:
    """A list below its label, with the empty lines that Markdown wants around that; nothing without points."""
    if points:
        yield ""
        yield f"{label}:"
        yield ""
        yield from map("- {}".format, points)


def _examples(examples: Sequence[Example]) -> Iterator[str]:
    """What is flagged, and better, before what passes."""
    flagged = [_flagged(example.flag, example.fix) for example in examples if example.flag is not None]
    yield from _bullets("Flaggas", flagged)

    passing = [_in_markdown(example.pass_) for example in examples if example.pass_ is not None]
    yield from _bullets("Går bra", passing)


def _flagged(flag: str, fix: str | None) -> str:
    """What is flagged, and in a line of its own below it how to write instead."""
    shown = _in_markdown(flag)
    return shown if fix is None else f"{shown}\n  <br>Bättre: {_in_markdown(fix)}"


def _in_markdown(example: str) -> str:
    """The example with its marked words in bold, and its blocks one below the other.

    *Du har [erhållit] det.* becomes ``Du har **erhållit** det.``
    """
    lines = map(str.strip, example.strip().splitlines())
    return "<br>".join(map(_block, filter(None, lines)))


def _block(line: str) -> str:
    """A line of an example: headings are italic, points of a list have a dot, prompts look like other text."""
    before, text = _role_in_markdown(line)
    marked = _BRACKETS.sub(lambda match: _IN_MARKDOWN[match[0]], _escaped(text))
    after = "_" if before == "_" else ""
    return f"{before}{marked}{after}"


def _role_in_markdown(line: str) -> tuple[str, str]:
    """What stands before a line in Markdown, and the line without its sign: *- Måndag* is *• * and *Måndag*."""
    for sign, before in _ROLES.items():
        if line.startswith(sign):
            return before, line.removeprefix(sign)
    return "", line


def _plain(text: str) -> str:
    """The text without anything that Markdown reads as its own."""
    return _escaped(text).replace("[", "\\[").replace("]", "\\]")


def _escaped(text: str) -> str:
    """The same, but for the brackets, which in examples stand around the marked words; in one line."""
    return _SPECIAL.sub(_with_backslashes, " ".join(text.split()))


def _with_backslashes(match: re.Match[str]) -> str:
    """Each of the signs with a backslash before it: *~~* strikes text out, and both of its signs need one."""
    return "".join(map("\\{}".format, match[0]))
