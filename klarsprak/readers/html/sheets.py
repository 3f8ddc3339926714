"""What the style sheets of a page say of its elements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from lxml import html

from klarsprak.readers.html.styles import Declaration, declarations, without_comments

_MOST = 200
"""Rules of one name that are looked up for each element; of a page with more, which no mail is, all text is read."""
_QUOTED = r"""(?:"[^"\n]*+"?|'[^'\n]*+'?)"""
_BLOCK = re.compile(
    rf"""\s*(?P<at_rule>@(?:{_QUOTED}|[^{{}};"'])*+)\{{"""
    rf"""|(?P<selectors>(?:{_QUOTED}|[^{{}};"'])*+)"""
    rf"""(?:\{{(?P<style>(?:{_QUOTED}|[^}}"'])*+)(?:\}}|\Z)|(?P<end>[;}}]|\Z))"""
)
_NAME = r"(?:[\w-]|\\.)+"
_PART = re.compile(rf"[.#]{_NAME}|^{_NAME}")
_ESCAPED = re.compile(r"\\(.)")
_COMPOUND = re.compile(rf"(?:\*|{_NAME})?(?:[.#]{_NAME})*")
_CLASS_IN_BRACKETS = re.compile(r"""\[\s*class\s*~?=\s*["']?([\w-]+)["']?\s*\]""")
_CONDITION = re.compile(r"\[[^\]]*+(?:\]|\Z)|(?<!\\):[\w-]+(?:\([^)]*+(?:\)|\Z))?")
_SIGNS = re.compile(r"[>+~]")
_TAG = re.compile(r"(?:^|[\s>+~])[a-zA-Z]")
_NOT_AT_REST = re.compile(r"::|(?<!\\):(?:before|after|first-l|hover|focus|active|visited|target|placeholder)")
"""Signs of a rule for a part of an element, or for one that somebody points at."""
_SCREEN = re.compile(r"(?:(?:only\s+)?(?:screen|all)|all)?")
_OTHER_MEDIUM = re.compile(r"(?:only\s+)?(?:print|speech)\b")
_PAGE = frozenset({"html", "body"})
_AT_RULE = re.compile(r"@[\w-]*")

Weight = tuple[bool, bool, int, int, int, int]
"""Which of two declarations holds: the graver. Important; the element's own; ids, classes and tags named; order."""


class Reach(IntEnum):
    """Where a rule of a style sheet holds."""

    NOWHERE = 0
    """On no screen: *@media print*."""
    SOMEWHERE = 1
    """On some screens or in some programs: what it shows is read, what it hides too."""
    EVERYWHERE = 2


class Said(NamedTuple):
    """The value of a property, and how much it weighs."""

    weight: Weight
    value: str


class _Rule(NamedTuple):
    """What is said of elements that have all the names it needs, within one that has the name ``within``, if any."""

    needs: frozenset[str]
    within: str
    said: list[tuple[str, Said]]


class StyleSheets:
    """The rules of a page's style sheets that tell whether something shows.

    Names are *p*, *.text* and *#top*.
    """

    def __init__(self, root: html.HtmlElement) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        self._count = 0
        for sheet, reach in _sheets(root):
            for selectors, style, inner in _blocks(sheet, reach):
                self._add(selectors, list(declarations(style)), inner)
        self.ancestors = frozenset(rule.within for rules in self._rules.values() for rule in rules if rule.within)
        """The names that rules ask of elements around."""
        if max(len(self.ancestors), *map(len, self._rules.values()), 0) > _MOST:
            self._rules.clear()
            self.ancestors = frozenset()
        asked = chain(self.ancestors, *(rule.needs for rules in self._rules.values() for rule in rules))
        self.has_ids = any(name.startswith("#") for name in asked)
        """Whether any rule asks for an id."""

    def said_of(self, names: frozenset[str], around: frozenset[str]) -> dict[str, Said]:
        """What is said of an element with these names; ``around`` are those of the elements that it stands in."""
        said: dict[str, Said] = {}
        for name in ("*", *names):
            for rule in self._rules.get(name, ()):
                if rule.needs <= names and (not rule.within or rule.within in around):
                    put(said, rule.said)
        return said

    def _add(self, selectors: str, said: list[Declaration], reach: Reach) -> None:
        """Adds the rules of a block: one for each selector."""
        if not said or reach is Reach.NOWHERE:
            return
        for selector in selectors.split(","):
            self._count += 1
            rule = _rule(selector.strip(), said, reach, self._count)
            if rule is not None:
                self._rules[max(rule.needs, default="*", key=_rarity)].append(rule)


def put(said: dict[str, Said], more: Iterable[tuple[str, Said]]) -> None:
    """Adds what weighs at least as much as what was said of the same before."""
    for name, each in more:
        if name not in said or each.weight >= said[name].weight:
            said[name] = each


def _sheets(root: html.HtmlElement) -> Iterator[tuple[str, Reach]]:
    """The page's style sheets without comments, each with where it holds."""
    for style in root.iter("style"):
        if style.get("type", "text/css").strip().lower() in ("", "text/css"):
            sheet = (style.text or "").replace("<!--", " ").replace("-->", " ")
            yield without_comments(sheet), _reach_of_media(style.get("media", ""))


def _blocks(sheet: str, reach: Reach) -> Iterator[tuple[str, str, Reach]]:
    """Selectors and style of each block of a sheet, and where it holds."""
    around = [reach]
    for block in _BLOCK.finditer(sheet):
        if block["at_rule"]:
            around.append(min(around[-1], _reach_of_rule(block["at_rule"])))
        elif block["style"] is not None:
            yield block["selectors"], block["style"], around[-1]
        elif block["end"] == "}" and len(around) > 1:
            around.pop()


def _reach_of_rule(text: str) -> Reach:
    """Where the rules within *@media (max-width: 600px)* hold; of *@font-face* and the like there are none."""
    found = _AT_RULE.match(text)
    name = found[0].lower() if found else ""
    match name:
        case "@media":
            return _reach_of_media(text[len(name) :])
        case "@supports" | "@layer" | "@container" | "@-moz-document":
            return Reach.SOMEWHERE
    return Reach.NOWHERE


def _reach_of_media(queries: str) -> Reach:
    """Where a sheet for these media holds: *screen*, *print*, *(max-width: 600px), print*."""
    each = [query.strip().lower() for query in queries.split(",")]
    if any(map(_SCREEN.fullmatch, each)):
        return Reach.EVERYWHERE
    return Reach.NOWHERE if all(map(_OTHER_MEDIUM.match, each)) else Reach.SOMEWHERE


def _rule(selector: str, said: list[Declaration], reach: Reach, order: int) -> _Rule | None:
    """The rule of one selector; None if it tells of nothing that is read."""
    if _NOT_AT_REST.search(selector):
        return None
    plain = _CONDITION.sub("", _CLASS_IN_BRACKETS.sub(r".\1", selector))
    *outer, own = _SIGNS.sub(" ", plain).split() or [""]
    if not _COMPOUND.fullmatch(own):
        return None
    needs = _names(own)
    around = [names for names in map(_names, outer) if not names <= _PAGE]
    is_told_whole = plain == selector and not _SIGNS.search(plain)
    if reach is Reach.EVERYWHERE and is_told_whole and sum(map(len, around)) == len(around) <= 1:
        return _Rule(needs, next(chain(*around), ""), _weighed(said, selector, order))
    return _unsure_rule(needs, said, selector, order)


def _unsure_rule(needs: frozenset[str], said: list[Declaration], selector: str, order: int) -> _Rule | None:
    """A rule that may hold: only what it shows is heeded, for text that somebody sees is read.

    One that names neither class nor id could be of any element: *div > p*.
    """
    showing = [each for each in said if not each.hides]
    if not showing or not any(map(_is_given, needs)):
        return None
    return _Rule(needs, "", _weighed(showing, selector, order))


def _weighed(said: list[Declaration], selector: str, order: int) -> list[tuple[str, Said]]:
    """The declarations with their weights."""
    ids = selector.count("#")
    classes = selector.count(".") + selector.count("[") + selector.count(":")
    tags = len(_TAG.findall(selector))
    return [
        (name, Said((is_important, False, ids, classes, tags, order), value)) for name, value, is_important in said
    ]


def _names(compound: str) -> frozenset[str]:
    """The names that a part of a selector asks for: *p.text* for *p* and *.text*."""
    parts = _PART.findall(compound)
    return frozenset(_ESCAPED.sub(r"\1", part) if _is_given(part) else part.lower() for part in parts)


def _is_given(name: str) -> bool:
    """Whether it is a class or an id, which somebody has given, and no tag."""
    return name[0] in ".#"


def _rarity(name: str) -> tuple[bool, str]:
    """Orders names by how few elements have them."""
    return _is_given(name), name
