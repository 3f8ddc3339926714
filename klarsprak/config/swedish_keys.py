"""The Swedish names of the keys in ``klarsprak.yml``: each key may be written in either language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any
from unicodedata import normalize

from pydantic import BaseModel

from klarsprak.files.keys import model_below

SWEDISH: Mapping[str, str] = MappingProxyType(
    {
        "extends": "bygger_på",
        "name": "namn",
        "units": "förvaltningar",
        "switchboards": "växelnummer",
        "addresses": "adresser",
        "select": "välj",
        "ignore": "hoppa_över",
        "levels": "nivåer",
        "allow": "tillåt",
        "terms": "förklaringar",
        "signature": "underskrift",
        "letter": "brev",
        "unit": "enhet",
        "digital": "digitalt",
        "autoreply": "autosvar",
        "appendix": "bilaga",
        "form": "blankett",
        "report": "rapport",
        "notice": "avisering",
        "record": "register",
        "page": "sida",
        "visiting_address": "besöksadress_räcker",
        "rule_packs": "regelpaket",
        "law_register": "lagregister",
        "path_ignores": "undantag",
        "baseline": "kända_anmärkningar",
        "gate": "grind",
        "level": "nivå",
        "categories": "kategorier",
        "hold": "stoppa",
        "exempt": "släpp_igenom",
        "pass_unchecked_parts": "släpp_ogranskade_delar",
        "addin": "tillägg",
        "send": "vid_utskick",
        "colleagues": "kollegor",
        "icons": "ikoner",
        "office_js": "office_js_mapp",
        "limits": "gränser",
        "seconds": "sekunder",
        "words": "ord",
        "memory": "minne",
    }
)
"""By the English name; *organisation* is the same word in both."""
_ENGLISH = {swedish: english for english, swedish in SWEDISH.items()}


def in_english(data: Mapping[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The data with the keys of ``model`` by their English names; what stands under *terms* and such is left.

    Where a key stands by both names, the English one counts: ``doubled`` tells of that.
    """
    renamed: dict[str, Any] = {}
    for key, value in data.items():
        name = _in_english(key, model)
        below = model_below(model, name)
        is_group = below is not None and isinstance(value, dict)
        if name == key or name not in data:
            renamed[name] = in_english(value, below) if is_group and below else value
    return renamed


def _in_english(key: str, model: type[BaseModel]) -> str:
    """The English name of one of the model's keys; any other key as it is, be it no text.

    Files from a Mac may spell *å* as an *a* and a ring.
    """
    if not isinstance(key, str):
        return key
    english = _ENGLISH.get(normalize("NFC", key), key)
    return english if english in model.model_fields else key


def doubled(data: Mapping[str, Any], model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    """The ways to the keys that stand by both their names, in English."""
    seen: set[str] = set()
    for key, value in data.items():
        name = _in_english(key, model)
        if name in seen:
            yield (name,)
        seen.add(name)
        for way in _doubled_below(value, model_below(model, name)):
            yield (name, *way)


def _doubled_below(value: object, model: type[BaseModel] | None) -> Iterator[tuple[str, ...]]:
    """The same for what stands under a key; nothing where that has no keys of the program's."""
    if model is not None and isinstance(value, dict):
        yield from doubled(value, model)


def with_swedish(schema: dict[str, Any]) -> None:
    """Let a JSON Schema of one of the models take the Swedish names too, and either name of a key alone."""
    both = [(english, SWEDISH[english]) for english in schema["properties"] if english in SWEDISH]
    schema["properties"] |= {swedish: schema["properties"][english] for english, swedish in both}
    schema["allOf"] = [{"not": {"required": list(names)}} for names in both]
