"""The tokeniser: spaCy's, with rules for Swedish letters.

Always built from this module, never from a saved model, so that the list of abbreviations can grow without training.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.lang.tokenizer_exceptions import URL_MATCH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry
from spacy.vocab import Vocab

from klarsprak.language.abbreviations import ABBREVIATION

# Something for something else, with its number or without, and care of: 40 km/h, 500kr/månad, c/o.
_UNIT = re.compile(
    r"""
    [\d.,]*(?:km|cm|mm|m|m2|m3|m²|m³|kvm|ha|kg|hg|g|mg|µg|ton|l|dl|ml|kWh|MWh|kW|MW|W|kr|tkr|mkr|öre|st|ggr|p)
    /[a-zåäö]+[23²³]?$
  | [cC]/[oO]$
    """,
    re.VERBOSE,
)

# ’s is no ending of its own in Swedish, and s’ is a genitive (Columbus’).
_ENGLISH = {"'s", "'S", "’s", "’S", r"\'"}

_PREFIXES = [r"§§?", *(item for item in TOKENIZER_PREFIXES if item != "§")]
_SUFFIXES = [
    *(item for item in TOKENIZER_SUFFIXES if item not in _ENGLISH),
    r"(?<=[^sSxXzZ])\'",
    r"(?<=[0-9a-z])§§?",
    r"(?<=\w\w)\.",
]
_INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    rf"(?<=[{ALPHA_LOWER}])\.(?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA}])[,!?;](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}])[<>=](?=[{ALPHA}])",
    rf"(?<=[{ALPHA_LOWER}]):(?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",
    rf"(?<=[{ALPHA}])[”“\"»)(\][](?=[{ALPHA}]{{2}})",
    rf"(?<=[{ALPHA}])--(?=[{ALPHA}])",
    # Both words of a slash pair are words (och/eller); a case number's slash joins (SN2024/12, 2024/SN).
    rf"(?<=[{ALPHA}][{ALPHA}])/(?=[{ALPHA}][{ALPHA}])",
    rf"(?<=[{ALPHA}]-)/(?=[{ALPHA}][{ALPHA}])",
]


_search_suffix = compile_suffix_regex(_SUFFIXES).search
_find_infixes = compile_infix_regex(_INFIXES).finditer
_SIGN_WITHIN = re.compile(r"[^\w-]|--")
"""What every infix holds; most words hold none, nor do days and numbers: *2026-03-02*."""
_LONGEST_SUFFIX = 10
"""Signs; the longest is a unit of measurement.  Stops alone may be more."""


def _is_one_token(text: str) -> re.Match[str] | None:
    """What the tokeniser is not to divide: an abbreviation, a measure.

    >>> [text for text in ("bl.a.", "500kr/månad", "km/h", "c/o", "och/eller") if _is_one_token(text)]
    ['bl.a.', '500kr/månad', 'km/h', 'c/o']
    """
    if "." in text:
        return ABBREVIATION.match(text) or _UNIT.match(text)
    return _UNIT.match(text) if "/" in text else None


def _suffix(text: str) -> re.Match[str] | None:
    """The sign to divide from the end of the text; none of an abbreviation, which keeps its stop.

    spaCy strips prefix and suffix in one go: the stop of *(kl.* must be kept here too.  A word of letters has none,
    and of others the end alone is looked at: the expression tries some hundred signs at each place.
    """
    if text.isalpha() or _is_one_token(text):
        return None
    return _search_suffix(text, max(0, len(text.rstrip(".")) - _LONGEST_SUFFIX))


def _infixes(text: str) -> Iterable[re.Match[str]]:
    """The signs to divide the text at, in order."""
    return _find_infixes(text) if _SIGN_WITHIN.search(text) else ()


class SwedishTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokeniser that a model's folder holds no copy of."""

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the rules are code."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> SwedishTokenizer:
        """Itself: the rules are code."""
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes nothing: the rules are code."""

    def from_disk(self, path: str | Path, **_: Any) -> SwedishTokenizer:
        """Itself: the rules are code."""
        return self


def make_tokenizer(vocab: Vocab) -> SwedishTokenizer:
    """The tokeniser of the pipeline, over ``vocab``."""
    return SwedishTokenizer(
        vocab,
        prefix_search=compile_prefix_regex(_PREFIXES).search,
        suffix_search=_suffix,
        infix_finditer=_infixes,
        token_match=_is_one_token,
        url_match=URL_MATCH,
    )


@registry.tokenizers("klarsprak.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], SwedishTokenizer]:
    """What a model's configuration names its tokeniser by."""
    return lambda nlp: make_tokenizer(nlp.vocab)
