"""Reads the articles of EU law: *6.1 e*, *6 punkt 1 led e*, *12.3 b och d*, *15–18*."""

from __future__ import annotations

import re

from klarsprak.lazy_regex import LazyRegex

_NUMBER = r"\d{1,3}(?:\s?[a-z](?=\.\d|\s(?:i|första)\s))?"
_PART = r"\.\d{1,2}|\s?\(\d{1,2}\)|,?\s(?:punkt|p\.?)\s\d{1,2}"
_PARAGRAPH = r",?\s(?:första|andra|tredje|fjärde)\sstycket"
_JOIN = r",\s|\s?[–-]\s?|\s(?:och|eller|samt)\s"
_LETTER = r"\(?[a-h]\)?(?!\w)"
# *led e*, *.e*, * b och d*
_LETTERS = rf",?(?:\sled(?:en|et)?\s|[\s.]|(?<=\)))?{_LETTER}(?:(?:{_JOIN}){_LETTER})*"
# *6.1 e*, *6.1 första stycket led e*, *9.2 h (i)*
_ARTICLE = rf"{_NUMBER}(?:{_PART})?(?:{_PARAGRAPH})?(?:{_LETTERS})?(?:\s?\([ivx]+\))?(?:{_PARAGRAPH})?"
# All that follows *artikel*: *6.1 c och 9.2 h*.
_ARTICLES = LazyRegex(rf"\s*{_ARTICLE}(?:(?:{_JOIN}){_ARTICLE})*", flags=0)
# One of them, with what joins it to the one before: * och 9.2 h*.
_ONE = LazyRegex(
    rf"(?P<join>{_JOIN})?(?P<number>{_NUMBER})(?P<part>{_PART})?(?:{_PARAGRAPH})?(?P<letters>{_LETTERS})?", flags=0
)
_DIGITS = LazyRegex(r"\d+")
_EACH_LETTER = LazyRegex(r"(?P<through>[–-]\s?)?\(?(?<![a-zåäö])(?P<letter>[a-h])(?!\w)\)?", flags=0)
_DASHES = ("–", "-")


def read_articles(text: str, start: int) -> tuple[tuple[str, ...], int] | None:
    """The articles that begin at ``start``, spelt *6.1 e*, and where they end; None where there are none.

    *6.1 c och 9.2 h* → *6.1 c*, *9.2 h*
    """
    match = _ARTICLES.match(text, start)
    if match is None:
        return None
    articles: list[str] = []
    for one in _ONE.all(match[0]):
        join = one["join"] or ""
        _add(articles, _spell(one), is_range=join.strip() in _DASHES)
    return tuple(articles), match.end()


def _add(articles: list[str], more: list[str], is_range: bool) -> None:
    """Put more articles after those read.

    Those of a range are one: *15–18*.
    """
    first, *rest = more
    if articles and is_range:
        first = f"{articles.pop()}–{first}"
    articles += [first, *rest]


def _spell(one: re.Match[str]) -> list[str]:
    """An article, or one for each of its letters.

    *12 punkt 3 leden b och d* → *12.3 b*, *12.3 d*
    """
    base = _spell_number(one)
    letters = _spell_letters(one["letters"] or "")
    return [f"{base} {letter}" for letter in letters] or [base]


def _spell_number(one: re.Match[str]) -> str:
    """The article without its letters: *12 punkt 3* → *12.3*."""
    number: str = one["number"]
    part = _DIGITS.search(one["part"] or "")
    if part is None:
        return number
    return f"{number}.{part[0]}"


def _spell_letters(written: str) -> list[str]:
    """The letters of an article.

    *leden b och d* → *b*, *d*; those of a range are one, *a–c*.
    """
    letters: list[str] = []
    for match in _EACH_LETTER.all(written):
        if match["through"] and letters:
            letters[-1] += f"–{match['letter']}"
        else:
            letters.append(match["letter"])
    return letters
