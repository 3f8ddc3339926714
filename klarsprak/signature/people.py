"""Names and titles."""

from __future__ import annotations

import re

from klarsprak.signature.model import Span
from klarsprak.signature.units import is_unit_word
from klarsprak.signature.words import is_title_word, words

_TOKEN = re.compile(r"\S+")
_UP = "A-ZÅÄÖÉÈÜØÆÇŠŽŁ"
_ONE = rf"(?:(?:Mc|Mac|[A-Z]['’])?[{_UP}](?:[^\W{_UP}\d_]|['’])*|[{_UP}]{{2,}})"
_NAME_WORD = re.compile(rf"{_ONE}(?:-{_ONE})*")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.?")
_PARTICLES = {"af", "av", "von", "van", "de", "der", "den", "la", "le", "el", "al", "du", "di", "da", "ibn", "bin"}
_BEFORE_NAME = re.compile(
    r"^(?:/+\s*|önskar\s+|hälsar\s+|dr\.?\s+|gm\.?\s+|genom\s+|sign\.?:?\s*|e\.?\s?u\.?\s+|enl\.?\s+uppdrag\s+|jag,?\s+)",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s*(?:/+|,|\.|\be\.?\s?u\.?|\(sign\.?\)|\bi tjänsten|\(i tjänsten\)"
    r"|(?:den\s)?\d{4}-\d\d-\d\d(?:\s\d\d:\d\d)?"
    r"|\((?:hon|han|hen|she|he|they)(?:\s?/\s?\w+){0,2}\))\s*$",
    re.IGNORECASE,
)
# Many surnames end as street names do (Lindgård, Söderhagen), but not so.
_PLACE_ENDINGS = ("gatan", "vägen", "torget", "gränden", "esplanaden", "platsen")
_AGENT = re.compile(r"(?:are|ör|ist|ent|ant|log|iker|sköterska|man|nom|tekt|fys)$")
_FILLER = {"och", "&", "samt", "för", "i", "inom", "med", "vid", "på", "till", "av"}
_MODIFIER = re.compile(r".*(?:isk|iskt|iska|ig|igt|ande|ad|erad|al|ell|iv|-)$")


def _is_name_word(word: str) -> bool:
    low = word.lower().rstrip(".,")
    return bool(_NAME_WORD.fullmatch(word)) and low not in words("name-no") and not is_title_word(low)


def name_in(span: Span) -> Span | None:
    """The span without marks such as *gm* and *e.u.* around it if it is a person's name, else None."""
    before = _BEFORE_NAME.match(span.text)
    span = span.cut(before.end() if before else 0)
    while after := _AFTER_NAME.search(span.text):
        span = span.cut(0, after.start())
    return span if _is_name(span.text.split()) else None


def names_in(span: Span) -> list[Span]:
    """The one name that the span is, or the two with *och* between them; nothing where it is something else."""
    if name := name_in(span):
        return [name]
    first, _, second = span.text.partition(" och ")
    if not second:
        return []
    names = [name_in(span.cut(0, len(first))), name_in(span.cut(len(span.text) - len(second)))]
    return [name for name in names if name] if all(names) else []


def _is_name(tokens: list[str]) -> bool:
    if not 2 <= len(tokens) <= 5:
        return False
    full = [token for token in tokens if token.lower() not in _PARTICLES or token[0].isupper()]
    if tokens[-1] not in full or not 2 <= len(full) <= 4 or tokens[0] not in full:
        return False
    if not all(_is_name_word(token) or _INITIAL.fullmatch(token) for token in full):
        return False
    low = [token.lower() for token in full]
    return len(tokens[-1].rstrip(".")) > 1 and not any(
        is_unit_word(word) or word.endswith(_PLACE_ENDINGS) for word in low
    )


def is_initials(text: str) -> bool:
    """Whether the text is a signature of initials: *AE*, *A.E.*, */AE*."""
    return bool(re.fullmatch(r"/?\s*(?:[A-ZÅÄÖ]\.?\s?){2,4}", text))


def is_first_name(text: str) -> bool:
    """Whether the text is one capitalised word that can be a first name."""
    return _is_name_word(text) and len(text) > 1 and text.istitle()


def title_in(span: Span) -> tuple[Span, Span] | None:
    """The title that the span begins with, and what stands behind it; None where there is no title.

    What belongs to the title stays with it: *enhetschef för bygglov*, *mark- och exploateringsassistent*.
    """
    tokens = list(_TOKEN.finditer(span.text))
    head = _title_head(tokens)
    if head is None:
        return None
    end = head
    while end + 1 < len(tokens) and _continues(tokens, end):
        end += 1
    if end < len(tokens) - 1 and tokens[end].group() in _FILLER:
        end -= 1
    while end > head and tokens[end].group().lower() in _FILLER:
        end -= 1
    title = span.cut(0, tokens[end].end())
    marks = " ,:." if "(" in title.text else " ,:.)"
    return title.cut(0, len(title.text.rstrip(marks))), span.cut(tokens[end].end())


def _continues(tokens: list[re.Match[str]], end: int) -> bool:
    following = tokens[end + 1].group()
    return following[0].islower() or following == "&" or (following.isupper() and len(following) <= 4)


def _title_head(tokens: list[re.Match[str]]) -> int | None:
    """The index of the last word of the title's core, or None."""
    for index, token in enumerate(tokens[:6]):
        word = token.group().lower().strip("(),:")
        if is_title_word(word.rstrip(".")) or is_title_word(word):
            return index
        if not _may_precede(word, token.group()):
            break
    return _phrase_head(tokens)


def _may_precede(word: str, raw: str) -> bool:
    return (
        word in words("title-before")
        or (word.endswith("s") and is_unit_word(word[:-1]))  # *kommunstyrelsens ordförande*
        or word in _FILLER - {"i", "på", "av", "till"}
        or bool(_MODIFIER.match(word))
        or (raw.isupper() and len(raw) <= 4)
    )


def _phrase_head(tokens: list[re.Match[str]]) -> int | None:
    """The end of a title of several words that stands in the list, such as *tekniskt ansvarig*."""
    for size in range(min(5, len(tokens)), 1, -1):
        if " ".join(token.group().lower() for token in tokens[:size]) in words("title"):
            return size - 1
    return None


def looks_like_title(text: str) -> bool:
    """Whether a short line below a name may be a title that no list knows: it names somebody who does something."""
    tokens = text.split()
    return (
        1 <= len(tokens) <= 4
        and not re.search(r"[\d.:!?@]", text)
        and any(_AGENT.search(token.lower().strip("(),")) for token in tokens)
        and not any(token.lower() in {"är", "har", "ska", "kan", "saknar", "därför", "inte"} for token in tokens)
    )
