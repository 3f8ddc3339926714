"""What is wrong where a file is no YAML, in plain Swedish.

The library's own messages are English, and differ between its two parsers.  What stands at the place and what was
begun before it tells more: each line of ``_TROUBLES`` is a way to be wrong that people have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import yaml
from yaml.reader import Reader

Position = tuple[int, int]
"""Line and column, both from 0."""


class Fault(NamedTuple):
    """What is wrong at a place."""

    position: Position
    message: str


class _Stop(NamedTuple):
    """Where the parser gave up, and where that began which it was reading then."""

    error: yaml.MarkedYAMLError
    lines: Sequence[str]
    at: Position
    began: Position

    def sign(self, position: Position) -> str:
        """The character at a position; empty at the end of a line."""
        return self.row(position)[position[1] :][:1]

    def row(self, position: Position) -> str:
        """The line of a position; empty after the last."""
        number = position[0]
        return self.lines[number] if number < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before the place in its line, without the indent."""
        return self.row(self.at)[: self.at[1]].strip()

    @property
    def is_at_end(self) -> bool:
        """Whether the parser has come to the end of the file."""
        line, column = self.at
        return not "".join(self.lines[line:])[column:].strip()

    @property
    def above(self) -> Position:
        """Where the text of the nearest line above begins that has any, but for comments."""
        texts = [number for number, row in enumerate(self.lines[: self.at[0]]) if row.split("#")[0].strip()]
        number = texts[-1] if texts else 0
        row = self.row((number, 0))
        return number, len(row) - len(row.lstrip())

    @property
    def opening(self) -> str:
        """The sign that what the parser was reading begins with."""
        return self.sign(self.began)

    @property
    def here(self) -> str:
        """The sign that the parser gave up at."""
        return self.sign(self.at)


def syntax_fault(text: str, error: yaml.YAMLError) -> Fault | None:
    """What to say of a text that is no YAML; None where the parser doesn't know the place."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _unseen(text)
    at = _position(error.problem_mark)
    began = _position(error.context_mark or error.problem_mark)
    stop = _Stop(error, text.splitlines(), at, began)
    return next(trouble.fault(stop) for trouble in _TROUBLES if trouble.is_it(stop))


def _position(mark: yaml.Mark) -> Position:
    return mark.line, mark.column


def _unseen(text: str) -> Fault | None:
    """A sign that can't stand in YAML at all, such as a NUL: nobody sees it."""
    found = Reader.NON_PRINTABLE.search(text)
    if found is None:
        return None
    return Fault(_place(text, found.start()), f"ett osynligt tecken (U+{ord(found[0]):04X}). Ta bort det.")


_HARD_SPACE = re.compile(r"^[^\S\n]*[\w-]+:(?P<space>\u00a0)", re.MULTILINE)
"""*allow: LSS* with a space after the colon that doesn't break the line, as word processors and web pages have it."""


def hard_space(text: str) -> Fault | None:
    """Such a space after the first key that has one: for YAML it is a letter, and the line no key with a value."""
    found = _HARD_SPACE.search(text)
    if found is None:
        return None
    return Fault(_place(text, found.start("space")), "ett hårt blanksteg (U+00A0) efter kolonet. Skriv ett vanligt.")


def _place(text: str, offset: int) -> Position:
    """Line and column of a character."""
    before = text[:offset]
    return before.count("\n"), offset - before.rfind("\n") - 1


def _tab(stop: _Stop) -> int:
    """The column of a tab in the line's indent; -1 where there is none."""
    row = stop.row(stop.at)
    return row[: len(row) - len(row.lstrip())].find("\t")


def _has_tab(stop: _Stop) -> bool:
    """A tab before a key."""
    return _tab(stop) >= 0


def _has_bad_escape(stop: _Stop) -> bool:
    r"""*"\\d"*: a backslash means something between double quotes."""
    return stop.opening == '"' and stop.at != stop.began and not stop.is_at_end


def _is_open_quote(stop: _Stop) -> bool:
    """*name: "Ekvalla* and no more quotes in the file."""
    return stop.opening in ("'", '"') and stop.at != stop.began


def _open_quote_fault(stop: _Stop) -> Fault:
    return Fault(stop.began, f"citattecknet {stop.opening} har inget slut. Skriv {stop.opening} också efter texten.")


_CLOSING = {"[": "]", "{": "}"}


def _is_open_bracket(stop: _Stop) -> bool:
    """*allow: [LSS* and no more brackets in the list."""
    return stop.opening in _CLOSING and stop.at != stop.began


def _open_bracket_fault(stop: _Stop) -> Fault:
    opening, closing = stop.opening, _CLOSING[stop.opening]
    return Fault(stop.began, f"{opening} har inget slut. Skriv {closing} sist, och komma mellan delarna.")


def _is_stray(stop: _Stop) -> bool:
    """*allow: LSS]*, *allow: [LSS,,]*."""
    return stop.here in (",", "]", "}") and isinstance(stop.error, yaml.parser.ParserError)


def _is_reserved(stop: _Stop) -> bool:
    """*@dag*, *\\*.eml*, *!ordet*, *%*: signs that a text can't begin with unless it is quoted."""
    return _reserved(stop) is not None


def _reserved(stop: _Stop) -> Position | None:
    """Where such a sign stands, if what the parser was reading begins with one."""
    places = (place for place in (stop.at, stop.began) if stop.sign(place) in tuple("@`%*&!|>"))
    return next(places, None)


def _reserved_fault(stop: _Stop) -> Fault:
    place = _reserved(stop) or stop.at
    sign = stop.sign(place)
    what = f"en text kan inte börja med {sign} utan citattecken."
    return Fault(place, f'{what} Skriv citattecken runt den, till exempel "{sign}ord".')


def _is_second_colon(stop: _Stop) -> bool:
    """*why: Så här: skriv kort.*"""
    return stop.here == ":" and ":" in stop.before


def _is_second_document(stop: _Stop) -> bool:
    """*---* with keys before it."""
    return isinstance(stop.error, yaml.composer.ComposerError) and stop.row(stop.at).startswith("---")


def _lacks_colon(stop: _Stop) -> bool:
    """A line with *allow* and nothing after it, among others with keys."""
    is_word = stop.opening.isalnum()
    return is_word and isinstance(stop.error, yaml.scanner.ScannerError) and ":" not in stop.row(stop.began)


def _no_key(stop: _Stop, place: Position) -> Fault:
    """What to say of a line that should be a key."""
    text = stop.row(place)[place[1] :].strip()
    what = f"”{text}” är ingen nyckel med värde."
    return Fault(place, f"{what} Skriv nyckel, kolon, blanksteg och värde, till exempel ”level: info”.")


def _follows_no_key(stop: _Stop) -> bool:
    """*allow* or *allow:LSS*, and a line with a key below."""
    row = stop.row(stop.above).strip()
    is_key = ": " in row or row.endswith(":") or row.startswith("- ")
    return stop.here == ":" and bool(row) and not is_key


def _is_trailing(stop: _Stop) -> bool:
    """*name: "Ekvalla" kommun*."""
    return bool(stop.before) and isinstance(stop.error, yaml.parser.ParserError)


def _is_misplaced(stop: _Stop) -> bool:
    """A line that is indented more, or less, than those that it belongs to."""
    is_key = stop.here == ":"
    return is_key or isinstance(stop.error, yaml.parser.ParserError)


def _misplaced_fault(stop: _Stop) -> Fault:
    row = stop.row(stop.at)
    start = len(row) - len(row.lstrip())
    what = "raden passar inte ihop med raden ovanför."
    return Fault((stop.at[0], start), f"{what} Börja den lika långt in som de rader den hör ihop med.")


class _Trouble(NamedTuple):
    """A way to be wrong: how to tell it, and what to say of it."""

    is_it: Callable[[_Stop], bool]
    fault: Callable[[_Stop], Fault]


def _here(message: str) -> Callable[[_Stop], Fault]:
    """What is said at the place where the parser gave up; ``{here}`` is the sign that stands there."""
    return lambda stop: Fault(stop.at, message.format(here=stop.here))


_TROUBLES = (
    _Trouble(_has_tab, lambda stop: Fault((stop.at[0], _tab(stop)), "en tabb. Använd blanksteg först på raden.")),
    _Trouble(_has_bad_escape, _here("\\ går inte inom dubbla citattecken. Skriv enkla runt texten: '…'.")),
    _Trouble(_is_open_quote, _open_quote_fault),
    _Trouble(_is_open_bracket, _open_bracket_fault),
    _Trouble(_is_stray, _here("{here} hör inte dit. Ta bort det, eller skriv citattecken runt hela texten.")),
    _Trouble(_is_reserved, _reserved_fault),
    _Trouble(_is_second_colon, _here("ett kolon till på raden. Skriv citattecken runt texten efter det första.")),
    _Trouble(_is_second_document, _here("--- börjar en ny del, men filen ska ha en enda. Ta bort raden.")),
    _Trouble(_follows_no_key, lambda stop: _no_key(stop, stop.above)),
    _Trouble(_lacks_colon, lambda stop: _no_key(stop, stop.began)),
    _Trouble(_is_trailing, _here("text som inte hör dit. Skriv citattecken runt hela värdet.")),
    _Trouble(_is_misplaced, _misplaced_fault),
    _Trouble(lambda _: True, _here("går inte att tolka som YAML här. Kontrollera indrag, kolon och citattecken.")),
)
"""In this order: a tab may look like much else, and the last is told where nothing is known."""
