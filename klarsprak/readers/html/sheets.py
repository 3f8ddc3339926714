"""What the style sheets of a page say of its elements: what they hide must be sure, what they show need not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from klarsprak.readers.html.styles import Declaration, declarations, without_comments

_MOST = 200
"""Rules of one name that are looked up for each element; with more, which no mail has, what is of that name shows."""
_PIECE = re.compile(r"""((?:"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?|[^{};"'])*+)([{};]|\Z)""", re.DOTALL)
_NAME = r"(?:[\w-]|\\.)+"
_GIVEN = re.compile(rf"[.#]{_NAME}")
_PART = re.compile(rf"[.#]{_NAME}|^{_NAME}")
_COMPOUND = re.compile(rf"(?:\*|{_NAME})?(?:[.#]{_NAME})*")
_ESCAPED = re.compile(r"\\(.)")
_COMMA = re.compile(r"(?<!\\),")
_BETWEEN = re.compile(r"[\s>+~]+")
_COUNTED = (re.compile(r"(?<!\\)#"), re.compile(r"(?<!\\)[.:\[]"), re.compile(r"(?:^|[\s>+~])[a-zA-Z]"))
"""Ids, classes and tags: how much a selector weighs."""
_CLASS_IN_BRACKETS = re.compile(r"""\[\s*class\s*~?=\s*["']?([\w-]+)["']?\s*\]""")
_NOT_AT_REST = re.compile(r"::|(?<!\\):(?:before|after|first-l|hover|focus|active|visited|target|placeholder)")
"""Signs of a rule for a part of an element, or for one that somebody points at."""
_SCREEN = re.compile(r"(?:(?:only\s+)?(?:screen|all))?")
_NO_WIDE_SCREEN = re.compile(
    r"(?!not\b)(?:(?:only\s+)?(?:print|speech)\b|.*(?:max-(?:device-)?width|\(\s*width\s*<))"
)
_PAGE = frozenset({"html", "body"})
_NOWHERE, _SOMEWHERE, _EVERYWHERE = range(3)
"""Where rules hold: on no wide screen; on some or in some programs, so that what they show alone counts; on all."""


class Said(NamedTuple):
    """What is said of *display*, *visibility* or *font-size*."""

    weight: tuple[int, ...]
    """Of two the graver holds: important; the element's own; ids, classes and tags in the selector; order."""
    shows: bool | None


_SHOWN = {name: Said((2,), shows=True) for name in ("display", "visibility", "font-size")}


class _Target(NamedTuple):
    """The elements that a selector is for: all with the names it needs, within one of the name ``within``, if any."""

    needs: frozenset[str]
    within: str
    is_sure: bool
    """Whether it is for all of them."""
    weight: tuple[int, ...]


class _Rule(NamedTuple):
    """What is said of such elements."""

    needs: frozenset[str]
    within: str
    said: Mapping[str, Said]


class _Open(NamedTuple):
    """A block that has begun; without selectors, one whose own style isn't read."""

    selectors: str
    start: int
    reach: int


class StyleSheets:
    """The rules of style sheets that tell whether something shows; each sheet comes with the media that it is for.

    Names are *p*, *.text* and *#top*.
    """

    def __init__(self, sheets: Iterable[tuple[str, str]]) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        self._count = 0
        for sheet, media in sheets:
            plain = without_comments(sheet.replace("<!--", " ").replace("-->", " "))
            for selectors, style, is_sure in _blocks(plain, _reach_of_media(media)):
                self._add(selectors, declarations(style), is_sure)
        for rules in self._rules.values():
            if len(rules) > _MOST:
                rules[:] = [_Rule(frozenset(), "", _SHOWN)]
        self.ancestors = frozenset(rule.within for rules in self._rules.values() for rule in rules if rule.within)
        """The names that rules ask of elements around."""
        if len(self.ancestors) > _MOST:
            self._rules.clear()
            self.ancestors = frozenset()
        self.has_rules = bool(self._rules)

    def said_of(self, names: frozenset[str], around: frozenset[str]) -> dict[str, Said]:
        """What is said of an element with these names; ``around`` are those of the elements that it stands in."""
        said: dict[str, Said] = {}
        if not names.isdisjoint(_PAGE):  # a page that is hidden waits for its scripts
            return said
        for name in ("*", *names):
            for rule in self._rules.get(name, ()):
                if rule.needs <= names and (not rule.within or rule.within in around):
                    put(said, rule.said)
        return said

    def _add(self, selectors: str, said: dict[str, Declaration], is_sure: bool) -> None:
        """Adds the rules of a block, one for each selector.

        What hides is left out, but for *display: none* where it surely holds.
        """
        showing = {name: each for name, each in said.items() if each.shows is not False}
        hiding = {name: each for name, each in said.items() if is_sure and name == "display"}
        targets = _targets(selectors) if showing or hiding else ()
        for needs, within, is_told, weight in targets:
            heeded = showing | hiding if is_told else showing
            if not heeded:
                continue
            self._count += 1
            each_said = {
                name: Said((each.is_important, 0, *weight, self._count), each.shows) for name, each in heeded.items()
            }
            rule = _Rule(needs, within if "display" in heeded else "", each_said)
            self._rules[max(needs, default="*", key=_rarity)].append(rule)


def put(said: dict[str, Said], more: Mapping[str, Said]) -> None:
    """Adds what weighs at least as much as what was said of the same before."""
    for name, each in more.items():
        if name not in said or each.weight >= said[name].weight:
            said[name] = each


def _blocks(sheet: str, reach: int) -> Iterator[tuple[str, str, bool]]:
    """Selectors and style of each block of a sheet, and whether it surely holds.

    Of a block that holds others, nested or of a template, *{{colour}}*, what stands before them is read.
    """
    around: list[_Open] = []
    for piece in _PIECE.finditer(sheet + "}"):
        text, sign = piece[1].strip(), piece[2]
        if sign == "{":
            block = around[-1] if around else _Open("", 0, reach)
            if block.selectors:
                yield block.selectors, sheet[block.start : piece.start()], False
                block = around[-1] = _Open("", 0, min(block.reach, _SOMEWHERE))
            within = min(block.reach, _reach_of_rule(text))
            is_read = within != _NOWHERE and not text.startswith("@")
            around.append(_Open(text if is_read else "", piece.end(), within))
        elif sign == "}" and around:
            block = around.pop()
            if block.selectors:
                yield block.selectors, sheet[block.start : piece.end(1)], block.reach == _EVERYWHERE
        elif sign == "}":
            reach = min(reach, _SOMEWHERE)  # one too many: browsers leave out what follows


def _reach_of_rule(text: str) -> int:
    """Where what stands within it holds: *@media (max-width: 600px)*, *@supports (display: grid)*, *.text*."""
    if text[:6].lower() == "@media":
        return _reach_of_media(text[6:])
    return _SOMEWHERE if text.startswith("@") else _EVERYWHERE


def _reach_of_media(queries: str) -> int:
    """Where a sheet for these media holds: *screen*, *print*, *(max-width: 600px), print*."""
    each = [" ".join(query.lower().split()) for query in queries.split(",")]
    if any(map(_SCREEN.fullmatch, each)):
        return _EVERYWHERE
    return _NOWHERE if all(map(_NO_WIDE_SCREEN.match, each)) else _SOMEWHERE


def _targets(selectors: str) -> Iterator[_Target]:
    """The elements that each selector of a list is for.

    A list with brackets isn't understood, *:is(.a, .b) > [class=c]*: it may be for all whom it names.
    """
    if "(" in selectors or "[" in selectors:
        weight = _weight(selectors)
        for name in _GIVEN.findall(_CLASS_IN_BRACKETS.sub(r".\1", selectors)):
            yield _Target(_names(name), "", is_sure=False, weight=weight)
        return
    for selector in map(str.strip, _COMMA.split(selectors)):
        if selector and not _NOT_AT_REST.search(selector):
            yield _target(selector)


def _target(selector: str) -> _Target:
    """The elements that a selector without brackets is for; *div > p* could be any, and so it weighs nothing."""
    compounds = selector.split()
    needs = _names(_BETWEEN.split(selector)[-1])
    around = [names for names in map(_names, compounds[:-1]) if not names <= _PAGE]
    if all(map(_COMPOUND.fullmatch, compounds)) and sum(map(len, around)) == len(around) <= 1:
        return _Target(needs, "".join(chain(*around)), is_sure=True, weight=_weight(selector))
    is_any = not any(map(_GIVEN.match, needs))
    return _Target(needs, "", is_sure=False, weight=(0, 0, 0) if is_any else _weight(selector))


def _weight(selector: str) -> tuple[int, ...]:
    """How many ids, classes and tags it names."""
    return tuple(len(sign.findall(selector)) for sign in _COUNTED)


def _names(compound: str) -> frozenset[str]:
    """The names that a part of a selector asks for: *p.text* for *p* and *.text*."""
    parts = _PART.findall(compound)
    return frozenset(_ESCAPED.sub(r"\1", part) if part[0] in ".#" else part.lower() for part in parts)


def _rarity(name: str) -> tuple[bool, str]:
    """Orders names by how few elements have them: classes and ids have been given by somebody, tags haven't."""
    return name[0] in ".#", name
