"""Reads the articles of EU law: *6.1 e*, *6 punkt 1 led e*, *12.3 b och d*, *15–18*."""

from __future__ import annotations

from klarsprak.lazy_regex import LazyRegex

_NUMBER = r"\d{1,3}(?:\s?[a-z](?=\.\d|\s(?:i|första)\s))?"
_PART = r"\.\d{1,2}|\s?\(\d{1,2}\)|,?\s(?:punkt|p\.?)\s\d{1,2}"
_PARAGRAPH = r",?\s(?:första|andra|tredje|fjärde)\sstycket"
_JOIN = r",\s|\s?[–-]\s?|\s(?:och|eller|samt)\s"
_LETTER = r"\(?[a-h]\)?(?!\w)"
_LETTERS = rf",?(?:\sled(?:en|et)?\s|[\s.]|(?<=\)))?{_LETTER}(?:(?:{_JOIN}){_LETTER})*"
_ARTICLE = rf"{_NUMBER}(?:{_PART})?(?:{_PARAGRAPH})?(?:{_LETTERS})?(?:\s?\([ivx]+\))?(?:{_PARAGRAPH})?"
_ARTICLES = LazyRegex(rf"\s*{_ARTICLE}(?:(?:{_JOIN}){_ARTICLE})*", flags=0)
_ONE = LazyRegex(
    rf"(?P<join>{_JOIN})?(?P<number>{_NUMBER})(?P<part>{_PART})?(?:{_PARAGRAPH})?(?P<letters>{_LETTERS})?", flags=0
)
_DIGITS = LazyRegex(r"\d+")
_EACH_LETTER = LazyRegex(r"([–-]\s?)?\(?(?<![a-zåäö])([a-h])(?!\w)\)?", flags=0)


def articles(text: str, start: int) -> tuple[tuple[str, ...], int] | None:
    """The articles that begin at ``start``, spelt *6.1 e*, and where they end; None where there are none."""
    match = _ARTICLES.match(text, start)
    if match is None:
        return None
    found: list[str] = []
    for one in _ONE.all(match.group()):
        part = _DIGITS.all(one["part"] or "")
        base = one["number"] + (f".{part[0].group()}" if part else "")
        spelt = _with_letters(base, one["letters"] or "")
        if found and (one["join"] or "").strip() in ("–", "-"):
            spelt[0] = f"{found.pop()}–{spelt[0]}"
        found += spelt
    return tuple(found), match.end()


def _with_letters(base: str, letters: str) -> list[str]:
    found: list[str] = []
    for through, letter in (match.groups() for match in _EACH_LETTER.all(letters)):
        if through and found:
            found[-1] += f"–{letter}"
        else:
            found.append(f"{base} {letter}")
    return found or [base]
