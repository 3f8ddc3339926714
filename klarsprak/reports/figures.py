"""The measures of readability, with what they mean for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from klarsprak.reports import summary
from klarsprak.swedish import decimal


class Figure(NamedTuple):
    """A measure: its name, the value as it is written in Swedish, and what it means."""

    name: str
    value: str
    means: str


def figures(metrics: Mapping[str, float]) -> Iterator[Figure]:
    """The measures that are there, the best known first."""
    for key, (name, means) in _MEANS.items():
        if key in metrics:
            value = metrics[key]
            yield Figure(name, _value(key, value), f"{_verdict(key, value)}{means}")


def figure_name(key: str) -> str:
    """What the measure is called: *Nominalkvot* for ``nominal_ratio``; one that isn't told keeps its key."""
    return _MEANS[key][0] if key in _MEANS else key


def _verdict(key: str, value: float) -> str:
    """What the value says of the text, where there are steps for it: *Orden och meningarna är korta.*"""
    if key != "lix":
        return ""
    return f"Orden och meningarna är {summary.lix_says(round(value))}. "


def _value(key: str, value: float) -> str:
    """The value as it is written in Swedish: *12,5*, *8 %*."""
    if key == "passive_share":
        return f"{round(100 * value)} %"
    return decimal(value)


_MEANS = {
    "lix": (
        "LIX",
        "Talet väger ihop meningarnas längd och andelen långa ord. Ett lägre tal är ofta lättare att läsa.",
    ),
    "words_per_sentence": ("Ord per mening", "Så långa är meningarna i genomsnitt. Blanda korta och långa."),
    "nominal_ratio": (
        "Nominalkvot",
        "Substantiv, prepositioner och particip jämfört med verb, pronomen och adverb. "
        "Kring 1 är vanligt i tidningar. Ett högre tal betyder en tätare text: byt substantiv mot verb.",
    ),
    "passive_share": (
        "Passiv",
        "Andelen av verben som står i passiv (skickas, beslutades). Passiv kan dölja vem som gör vad.",
    ),
    "ovix": ("Ordvariation (OVIX)", "Ett högre tal betyder att brevet har fler olika ord."),
}
